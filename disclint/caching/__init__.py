"""Files that are looked at once, as long as they and all that looks at them stay as they are."""

from disclint.caching.looking import Looking
from disclint.caching.store import Store

__all__ = ["Looking", "Store"]
