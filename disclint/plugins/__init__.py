"""What the plugins bring, by name and typed; each is imported when it is asked for."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from importlib.resources.abc import Traversable

from attrs import define, field

from disclint.check import Check
from disclint.closeness import closest
from disclint.config.selection import Selection
from disclint.errors import PluginError, UsageError
from disclint.plugins.loaded import Loaded, rules_in
from disclint.plugins.plugin import (
    OWN_PREFIX,
    Plugin,
    find_plugins,
    refuse_shared,
    require,
)
from disclint.reading import Reader
from disclint.reporting import Reporter

__all__ = ["BUILT_IN", "Plugin", "Plugins", "find_plugins", "require"]

BUILT_IN = ("disclint.checks", "disclint.readers", "disclint.reporters", "disclint.rules")
"""The modules that are plugins like any other, and come with disclint."""

_RULES = BUILT_IN[-1]
"""The one of them that brings rules."""
_EVERY_RULE = Selection()


@define(slots=False)
class Plugins:
    """The values that all plugins together return from their hooks."""

    _active: Sequence[Loaded]
    _waiting: Sequence[Plugin] = ()
    """Those none of whose rules is asked for: they may still read a file or write a format."""
    _called_in: dict[Plugin, Loaded] = field(factory=dict, init=False)

    @classmethod
    def load(cls, modules: Iterable[str] = BUILT_IN) -> "Plugins":
        """Return what the plugins in `modules` bring, whatever else is installed.

        Raises:
            PluginError: one of them cannot be used.

        """
        return cls._of([Loaded.load(_named(module)) for module in modules])

    @classmethod
    def gather(
        cls,
        installed: Iterable[Plugin],
        modules: Iterable[str] = (),
        selection: Selection = _EVERY_RULE,
    ) -> "Plugins":
        """Return what comes with disclint, and what `modules` and those of `installed` bring.

        Of the installed ones, those are imported that may have a rule of `selection`.

        Raises:
            PluginError: one of them cannot be used.

        """
        built_in = [Loaded.load(_named(module)) for module in BUILT_IN]
        names = {name for one in built_in for _, name in rules_in(one.packs)}
        known = {plugin.module: plugin for plugin in installed}
        prefixes = {OWN_PREFIX, *filter(None, (plugin.prefix for plugin in known.values()))}
        asked_for = dict.fromkeys(
            module
            for module, plugin in known.items()
            if plugin.prefix and selection.may_cover(plugin.prefix, prefixes, names)
        )
        asked_for |= dict.fromkeys(module for module in modules if module not in BUILT_IN)
        active = [Loaded.load(known.get(module) or _named(module)) for module in asked_for]
        waiting = [plugin for module, plugin in known.items() if module not in asked_for]
        return cls._of([*built_in, *active], waiting)

    @classmethod
    def _of(cls, active: Sequence[Loaded], waiting: Sequence[Plugin] = ()) -> "Plugins":
        """Return them together, if no two claim one module or one prefix."""
        refuse_shared("module", ((one.plugin, [one.plugin.module]) for one in active))
        claims = [*((one.plugin, one.prefix) for one in active)]
        claims += ((plugin, plugin.prefix) for plugin in waiting)
        claims = [(plugin, prefix) for plugin, prefix in claims if prefix]
        refuse_shared("prefix", ((plugin, [prefix]) for plugin, prefix in claims))
        return cls(active, waiting)

    @cached_property
    def checks(self) -> dict[str, type[Check]]:
        """The kinds of check by name."""
        refuse_shared("check", ((one.plugin, one.checks) for one in self._active))
        return {name: check for one in self._active for name, check in one.checks.items()}

    @cached_property
    def packs(self) -> list[Traversable]:
        """The folders of rules and forms."""
        return [pack for one in self._active for pack in one.packs]

    @cached_property
    def readers(self) -> list[Reader]:
        """The readers of file formats, of those plugins that are imported from the start."""
        claims = [(one.plugin, _suffixes(one.readers)) for one in self._active]
        claims += ((plugin, plugin.suffixes) for plugin in self._waiting)
        refuse_shared("file type", claims)
        return [reader for one in self._active for reader in one.readers]

    @cached_property
    def reporters(self) -> dict[str, Reporter]:
        """The reporters by format, of those plugins that are imported from the start."""
        claims = [(one.plugin, frozenset(one.reporters)) for one in self._active]
        claims += ((plugin, plugin.formats) for plugin in self._waiting)
        refuse_shared("format", claims)
        return {name: one for active in self._active for name, one in active.reporters.items()}

    @cached_property
    def suffixes(self) -> frozenset[str]:
        """The endings of the files that can be read, by a plugin that is not imported as well."""
        return _suffixes(self.readers).union(*(plugin.suffixes for plugin in self._waiting))

    @property
    def absent_prefixes(self) -> frozenset[str]:
        """The prefixes of those plugins that are not imported, as no rule of theirs is to run."""
        return frozenset(plugin.prefix for plugin in self._waiting if plugin.prefix)

    def foreign(self, suffix: str) -> list[Loaded]:
        """Return those that do not come with disclint and may have a say on a file so called."""
        called = [self._call_in(one) for one in self._waiting if suffix in one.suffixes]
        return [one for one in (*self._active, *called) if one.plugin.module not in BUILT_IN]

    def may_bring(self, rule: str) -> bool:
        """Whether a plugin that is not imported may have the rule that `rule` names.

        A code tells whose it is; a name may be that of any.
        """
        letters = rule.upper().rstrip("0123456789")
        prefixes = self.absent_prefixes
        if letters != rule.upper() and letters.isalpha():
            return letters in prefixes
        return bool(prefixes)

    def readers_for(self, suffix: str) -> list[Reader]:
        """Return the readers of which one may claim a file that ends in `suffix`."""
        called = [self._call_in(one).readers for one in self._waiting if suffix in one.suffixes]
        return [*self.readers, *(reader for readers in called for reader in readers)]

    def reporter(self, name: str) -> Reporter:
        """Return the reporter of a format.

        Raises:
            UsageError: there is none.

        """
        if name in self.reporters:
            return self.reporters[name]
        for plugin in self._waiting:
            if name in plugin.formats:
                return self._call_in(plugin).reporters[name]
        formats = {*self.reporters, *(one for plugin in self._waiting for one in plugin.formats)}
        close = closest(name, formats)
        hint = f"did you mean {close}?" if close else f"there are {', '.join(sorted(formats))}"
        message = f"no such format: {name}; {hint}"
        raise UsageError(message)

    def origin(self, check: str) -> str | None:
        """Return the distribution or package that a kind of check comes from, if one brings it."""
        return next((one.plugin.origin for one in self._active if check in one.checks), None)

    def failed(self, brought: Reader | Reporter, doing: str, error: BaseException) -> PluginError:
        """Return the error that a reader or reporter has raised `error` while `doing` its work."""
        what = f"{doing} raised {type(error).__name__}: {error}"
        for one in (*self._active, *self._called_in.values()):
            if any(brought is own for own in (*one.readers, *one.reporters.values())):
                return one.plugin.wrong(what)
        return PluginError(what)

    def _call_in(self, plugin: Plugin) -> Loaded:
        """Return a plugin that has been waiting, imported once."""
        if plugin not in self._called_in:
            self._called_in[plugin] = Loaded.load(plugin)
        return self._called_in[plugin]


def _named(module: str) -> Plugin:
    """Return the plugin in a module that is named by hand, or comes with disclint."""
    return Plugin(module=module, prefix=OWN_PREFIX if module == _RULES else "")


def _suffixes(readers: Iterable[Reader]) -> frozenset[str]:
    return frozenset().union(*(reader.suffixes for reader in readers))
