"""The final accounts that departments publish, for disclint: a pack of YAML and nothing else."""

from collections.abc import Iterable
from importlib.resources import files
from importlib.resources.abc import Traversable

from disclint.hooks import hookimpl

DISCLINT_API = 1


@hookimpl
def disclint_packs() -> Iterable[Traversable]:
    """Return the pack of final accounts."""
    return [files(__name__).joinpath("pack")]
