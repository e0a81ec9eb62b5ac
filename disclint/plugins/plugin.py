"""A plugin, as far as it can be told without importing it."""

from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from disclint.discovery import PLUGINS, READERS, REPORTERS, Distribution, normal_name
from disclint.errors import PluginError

OWN_PREFIX = "DIS"
"""The prefix of the codes that disclint keeps for itself."""


@frozen(kw_only=True)
class Plugin:
    """A module with hooks, and what its distribution says that it brings."""

    module: str
    distribution: Distribution | None = None
    """Where it comes from; a module that is named by hand, or built in, comes from none."""
    prefix: str = ""
    """The prefix of all codes of its rules, which is no other plugin's."""
    suffixes: frozenset[str] = frozenset()
    """The endings of the files that it reads, with the dot and in lower case."""
    formats: frozenset[str] = frozenset()
    """The formats in which it gives out diagnostics."""

    @property
    def origin(self) -> str:
        """The distribution or package that it comes from."""
        return str(self.distribution or self.module.partition(".")[0])

    def __str__(self) -> str:
        """Return what an operator knows it by."""
        return f"{self.distribution} ({self.module})" if self.distribution else self.module

    def wrong(self, what: str) -> PluginError:
        """Return the error that something is wrong with it, on one line."""
        return PluginError(f"plugin {self}: {' '.join(what.split())}")

    def refuse_prefix(self, prefix: str) -> None:
        """Refuse a prefix of codes that a plugin cannot have."""
        if not (prefix.isascii() and prefix.isalpha() and prefix.isupper()):
            what = f"the prefix of its codes must be capital letters, A to Z, and is `{prefix}`"
            raise self.wrong(what)
        if prefix == OWN_PREFIX:
            what = f"the prefix of its codes is {prefix}, which is disclint's own; choose another"
            raise self.wrong(what)


def find_plugins(distributions: Iterable[Distribution]) -> list[Plugin]:
    """Return the plugins of `distributions`.

    Raises:
        PluginError: an entry is wrong, or two plugins name one prefix, module, file type or format.

    """
    plugins = [plugin for distribution in distributions for plugin in _plugins_of(distribution)]
    refuse_shared("module", ((one, [one.module]) for one in plugins))
    refuse_shared("prefix", ((one, filter(None, [one.prefix])) for one in plugins))
    refuse_shared("file type", ((one, one.suffixes) for one in plugins))
    refuse_shared("format", ((one, one.formats) for one in plugins))
    return plugins


def require(names: Iterable[str], plugins: Iterable[Plugin]) -> None:
    """Refuse to go on without a plugin of each distribution in `names`.

    Raises:
        PluginError: one is not among `plugins`.

    """
    there = {one.distribution.name for one in plugins if one.distribution}
    for name in names:
        if normal_name(name) not in there:
            message = (
                f"the configuration requires the plugin {name}, which is not installed; "
                f"`pip install {name}` installs it"
            )
            raise PluginError(message)


def refuse_shared(what: str, claims: Iterable[tuple[Plugin, Iterable[str]]]) -> None:
    """Refuse that two plugins bring the same.

    Raises:
        PluginError: two do; the text names both.

    """
    owners: dict[str, Plugin] = {}
    for plugin, names in claims:
        for name in sorted(names):
            owner = owners.setdefault(name, plugin)
            if owner is not plugin:
                told = f"the {what} `{name}` is that of {owner} already; only one can bring it"
                raise plugin.wrong(told)


def _plugins_of(distribution: Distribution) -> Iterator[Plugin]:
    """Yield a plugin for each module that the distribution names."""
    for entry in distribution.entries:
        if not entry.name or not all(part.isidentifier() for part in entry.value.split(".")):
            what = f"the entry `{entry.name}` of the group `{entry.group}` must name a module"
            raise Plugin(module=entry.value, distribution=distribution).wrong(what)
    for module in dict.fromkeys(entry.value for entry in distribution.entries):

        def named(group: str, module: str = module) -> list[str]:
            entries = distribution.entries
            return [one.name for one in entries if (one.group, one.value) == (group, module)]

        plugin = Plugin(
            module=module,
            distribution=distribution,
            suffixes=frozenset(f".{name.lower()}" for name in named(READERS)),
            formats=frozenset(named(REPORTERS)),
        )
        yield evolve(plugin, prefix=_prefix(plugin, named(PLUGINS)))


def _prefix(plugin: Plugin, names: list[str]) -> str:
    """Return the prefix that a plugin names, nothing if it brings no rules."""
    for name in names:
        plugin.refuse_prefix(name)
    if len(names) > 1:
        what = f"must have one prefix, and names {', '.join(names)}"
        raise plugin.wrong(what)
    return names[0] if names else ""
