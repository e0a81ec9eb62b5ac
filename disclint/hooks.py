"""The hooks through which disclint gets its checks, packs, readers and reporters.

The built-in ones come through them like any other. A plugin is a module that states the API which
it is made for, `DISCLINT_API = 1`, and has a function for each hook that it brings something to,
marked with `hookimpl`. Each takes no arguments, returns values and is called once a run; none is
called for each file or each node.

One that raises, or returns anything else than is said here, stops the run with status 2, and so do
a hook that there is not, one with arguments, and a name that another plugin has taken. The message
names the distribution and what was expected.
"""

from collections.abc import Iterable, Mapping
from importlib.resources.abc import Traversable

import pluggy

from disclint.check import Check
from disclint.reading import Reader
from disclint.reporting import Reporter

PROJECT = "disclint"
API = 1
"""What a plugin states as its `DISCLINT_API`; it grows when a plugin must change to go on."""

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def disclint_checks() -> Mapping[str, type[Check]]:  # type: ignore[empty-body]
    """Return kinds of check by the names under which rules ask for them.

    Called before the first file is looked at, of a plugin of which a rule may be asked for. Each
    value is a class with `looks_at` and `look`, made anew for each rule with the rule's `with`. A
    check that raises or runs too long while it looks stops nothing: it becomes DIS004. Since 0.1.0.
    """


@hookspec
def disclint_packs() -> Iterable[Traversable]:  # type: ignore[empty-body]
    """Return folders of rules and forms, such as `importlib.resources.files(__name__) / "pack"`.

    Called before the first file is read, of a plugin of which a rule may be asked for. The code of
    each rule is the prefix that the plugin's entry names, and three digits. Since 0.1.0.
    """


@hookspec
def disclint_readers() -> Iterable[Reader]:  # type: ignore[empty-body]
    """Return readers of file formats.

    Called before the first file is read, or, of a plugin of which no rule is asked for, before the
    first file that ends in a suffix for which it has an entry of the group `disclint.readers`. It
    must have one for each suffix that its readers have, and no other. A reader that raises anything
    but `LimitError` stops the run. Since 0.1.0.
    """


@hookspec
def disclint_reporters() -> Mapping[str, Reporter]:  # type: ignore[empty-body]
    """Return reporters by the names of their formats.

    Called before the first file is read, or, of a plugin of which no rule is asked for, when a
    format is asked for that it has an entry for in the group `disclint.reporters`. It must have one
    for each, and no other. A reporter that raises stops the run. One that takes long to import may
    be a `disclint.reporting.Deferred`. Since 0.1.0.
    """
