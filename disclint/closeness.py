"""What somebody who mistyped a name may have meant."""

from collections.abc import Iterable


def closest(name: str, known: Iterable[str]) -> str | None:
    """Return the one of `known` that is most like `name`, or nothing if none is."""
    import difflib  # noqa: PLC0415 - only who mistypes waits for it

    return next(iter(difflib.get_close_matches(name, list(known), n=1, cutoff=0.5)), None)
