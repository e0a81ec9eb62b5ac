"""The hooks through which disclint gets its checks, packs, readers and reporters.

The built-in ones come through them like any other. Each hook returns values and is called once a
run; none is called for each file or each node.
"""

from collections.abc import Iterable, Mapping
from importlib.resources.abc import Traversable

import pluggy

from disclint.check import Check
from disclint.reading import Reader
from disclint.reporting import Reporter

PROJECT = "disclint"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def disclint_checks() -> Mapping[str, type[Check]]:  # type: ignore[empty-body]
    """Return kinds of check by the names under which rules ask for them.

    Called once, before the rules are read. Since 0.1.0.
    """


@hookspec
def disclint_packs() -> Iterable[Traversable]:  # type: ignore[empty-body]
    """Return folders of rules and forms.

    Called once, before the first file is read. Since 0.1.0.
    """


@hookspec
def disclint_readers() -> Iterable[Reader]:  # type: ignore[empty-body]
    """Return readers of file formats.

    Called once, before the first file is read. Since 0.1.0.
    """


@hookspec
def disclint_reporters() -> Mapping[str, Reporter]:  # type: ignore[empty-body]
    """Return reporters by the names of their formats.

    Called once, before anything is given out. Since 0.1.0.
    """
