"""A plugin that has been imported: what its hooks return, each looked at before it is taken."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from importlib import import_module
from importlib.resources.abc import Traversable
from reprlib import repr as brief
from types import ModuleType
from typing import Any

import pluggy
from attrs import define

from disclint import hooks
from disclint.check import Check
from disclint.plugins.plugin import Plugin
from disclint.plugins.shapes import is_check, is_folder, is_reader, is_reporter
from disclint.reading import Reader
from disclint.reporting import Reporter

_DIGITS = 3
"""What follows on the prefix in a code."""
_NUMBER = f"[0-9]{{{_DIGITS}}}"


@define(slots=False)
class Loaded:
    """What one plugin returns from its hooks, each of which is called once."""

    plugin: Plugin
    _manager: pluggy.PluginManager

    @classmethod
    def load(cls, plugin: Plugin) -> "Loaded":
        """Import `plugin`.

        Raises:
            PluginError: it cannot be imported, is made for another API, or has a hook that there is
                not, or one with other arguments.

        """
        try:
            module = import_module(plugin.module)
        except (Exception, SystemExit) as error:
            what = f"cannot be imported: {_told(error)}"
            raise plugin.wrong(what) from error
        _refuse_other_api(plugin, module)
        manager = pluggy.PluginManager(hooks.PROJECT)
        manager.add_hookspecs(hooks)
        try:
            manager.register(module, name=plugin.module)
            manager.check_pending()
        except pluggy.PluginValidationError as error:
            raise plugin.wrong(_why(error)) from error
        return cls(plugin, manager)

    @cached_property
    def checks(self) -> dict[str, type[Check]]:
        """The kinds of check by name."""
        wanted = "kinds of check by name, classes with `looks_at`, `facts` and `look`"
        return dict(self._items("disclint_checks", Mapping, is_check, wanted))

    @cached_property
    def packs(self) -> list[Traversable]:
        """The folders of rules and forms."""
        return self._items("disclint_packs", Iterable, is_folder, "folders that are there")

    @cached_property
    def prefix(self) -> str:
        """The prefix that the codes of all its rules have, nothing if it has none.

        A module that is named by hand names no prefix: it has the one of its rules.
        """
        codes = sorted(code for code, _ in rules_in(self.packs))
        prefix = self.plugin.prefix
        if codes and not prefix:
            if self.plugin.distribution:
                what = "brings rules and needs an entry of the group `disclint`: their prefix"
                raise self.plugin.wrong(what)
            prefix = codes[0][:-_DIGITS]
            self.plugin.refuse_prefix(prefix)
        for code in codes:
            if not (code.startswith(prefix) and re.fullmatch(_NUMBER, code[len(prefix) :])):
                what = f"the rule {code} must have a code of {prefix} and {_DIGITS} digits"
                raise self.plugin.wrong(what)
        return prefix

    @cached_property
    def readers(self) -> list[Reader]:
        """The readers of file formats."""
        wanted = "readers, each with its `suffixes` like `.txt`"
        readers: list[Reader] = self._items("disclint_readers", Iterable, is_reader, wanted)
        suffixes = frozenset().union(*(reader.suffixes for reader in readers))
        self._hold_to_entries("readers", self.plugin.suffixes, suffixes)
        return readers

    @cached_property
    def reporters(self) -> dict[str, Reporter]:
        """The reporters by format."""
        wanted = "reporters by format"
        reporters = dict(self._items("disclint_reporters", Mapping, is_reporter, wanted))
        self._hold_to_entries("reporters", self.plugin.formats, frozenset(reporters))
        return reporters

    def _items(self, hook: str, kind: type, fits: Callable[[Any], bool], wanted: str) -> list[Any]:
        """Return what `hook` returns, item by item; what the plugin has no hook for is nothing."""
        implementations = getattr(self._manager.hook, hook).get_hookimpls()
        if not implementations:
            return []
        if len(implementations) > 1 or implementations[0].wrapper or implementations[0].hookwrapper:
            what = f"`{hook}` must be one function that returns values, and no wrapper"
            raise self.plugin.wrong(what)
        try:
            value = implementations[0].function()
            is_kind = isinstance(value, kind)
            items = list(value.items() if kind is Mapping else value) if is_kind else [value]
            odd = items if not is_kind else [item for item in items if not fits(item)]
        except (Exception, SystemExit) as error:
            what = f"`{hook}` raised {_told(error)}"
            raise self.plugin.wrong(what) from error
        if odd:
            what = f"`{hook}` must return {wanted}, not {brief(odd[0])}"
            raise self.plugin.wrong(what)
        return items

    def _hold_to_entries(
        self, what: str, declared: frozenset[str], brought: frozenset[str]
    ) -> None:
        """Refuse what an installed plugin brings without an entry for it, and the reverse."""
        if not self.plugin.distribution or declared == brought:
            return
        told = (
            f"`disclint_{what}` must bring what the entries of the group `disclint.{what}` name: "
            f"{_listed(declared)}, not {_listed(brought)}"
        )
        raise self.plugin.wrong(told)


def rules_in(packs: Iterable[Traversable]) -> Iterator[tuple[str, str]]:
    """Yield code and name of each rule in `packs`; its file is called by both."""
    for pack in packs:
        for file in pack.iterdir():
            code, dash, name = file.name.removesuffix(".yaml").partition("-")
            if dash and file.name.endswith(".yaml"):
                yield code, name


def _refuse_other_api(plugin: Plugin, module: ModuleType) -> None:
    api = getattr(module, "DISCLINT_API", None)
    if type(api) is not int:
        what = f"must state the API that it is made for, `DISCLINT_API = {hooks.API}`"
        raise plugin.wrong(what)
    if api != hooks.API:
        update = "disclint" if api > hooks.API else "the plugin"
        what = f"is made for API {api}, and this disclint has API {hooks.API}: update {update}"
        raise plugin.wrong(what)


def _why(error: pluggy.PluginValidationError) -> str:
    """Return what is wrong with a hook, and which ones there are."""
    there_are = ", ".join(sorted(name for name in vars(hooks) if name.startswith("disclint_")))
    first, _, rest = str(error).partition("\n")
    said = rest or first.partition(" in plugin ")[0]
    return f"{said}; the hooks are {there_are}, without arguments"


def _told(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"


def _listed(names: Iterable[str]) -> str:
    return " ".join(sorted(names)) or "nothing"
