"""The packs that come with disclint: folders of forms and rules, as data."""

from collections.abc import Iterable
from importlib.resources import files
from importlib.resources.abc import Traversable

from disclint.hooks import hookimpl

DISCLINT_API = 1


@hookimpl
def disclint_packs() -> Iterable[Traversable]:
    """Return the pack of the annual report on government-information disclosure."""
    return [files(__name__) / "ogi"]
