"""What the hooks may return, value by value."""

from importlib.resources.abc import Traversable
from typing import Any


def is_check(item: tuple[object, object]) -> bool:
    """Whether a name and a value are a kind of check."""
    name, kind = item
    is_kind = isinstance(kind, type) and callable(getattr(kind, "look", None))
    return _is_name(name) and is_kind and hasattr(kind, "looks_at") and hasattr(kind, "facts")


def is_folder(item: object) -> bool:
    """Whether a value is a folder that is there."""
    return isinstance(item, Traversable) and item.is_dir()


def is_reader(item: Any) -> bool:  # noqa: ANN401 - whatever a plugin returns
    """Whether a value is a reader with endings of file names."""
    return (
        _is_instance(item, "claims", "read")
        and isinstance(item.suffixes, frozenset)
        and all(
            _is_name(one) and one.startswith(".") and one == one.lower() for one in item.suffixes
        )
    )


def is_reporter(item: tuple[object, object]) -> bool:
    """Whether a name and a value are a format and its reporter."""
    return _is_name(item[0]) and _is_instance(item[1], "report")


def _is_name(item: object) -> bool:
    return isinstance(item, str) and bool(item)


def _is_instance(item: object, *methods: str) -> bool:
    return not isinstance(item, type) and all(
        callable(getattr(item, method, None)) for method in methods
    )
