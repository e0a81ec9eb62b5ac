"""What counts of what is found, for forms that cannot say that something is suppressed."""

from collections.abc import Iterable, Iterator

from disclint.diagnostics import Diagnostic


def unsuppressed(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield those of `diagnostics` that are not suppressed."""
    return (one for one in diagnostics if not one.suppressed)
