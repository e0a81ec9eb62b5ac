"""What the plugins bring, by name and typed."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from importlib import import_module
from importlib.resources.abc import Traversable
from typing import Any

import pluggy
from attrs import define

from disclint import hooks
from disclint.check import Check
from disclint.errors import PluginError
from disclint.reading import Reader
from disclint.reporting import Reporter

BUILT_IN = ("disclint.checks", "disclint.readers", "disclint.reporters", "disclint.rules")
"""The modules that are plugins like any other, and come with disclint."""


@define(slots=False)
class Plugins:
    """The values that all plugins together return from their hooks."""

    _manager: pluggy.PluginManager

    @classmethod
    def load(cls, modules: Iterable[str] = BUILT_IN) -> "Plugins":
        """Return what the plugins in `modules` bring.

        Raises:
            PluginError: a plugin cannot be imported, or has a hook that there is not, or one with
                other arguments.

        """
        manager = pluggy.PluginManager(hooks.PROJECT)
        manager.add_hookspecs(hooks)
        try:
            for module in modules:
                manager.register(import_module(module), name=module)
            manager.check_pending()
        except (ImportError, pluggy.PluginValidationError, ValueError) as error:
            raise PluginError(str(error)) from error
        return cls(manager)

    @cached_property
    def checks(self) -> dict[str, type[Check]]:
        """The kinds of check by name."""
        return _merged(self._manager.hook.disclint_checks())

    @cached_property
    def packs(self) -> list[Traversable]:
        """The folders of rules and forms."""
        return [pack for packs in reversed(self._manager.hook.disclint_packs()) for pack in packs]

    @cached_property
    def readers(self) -> list[Reader]:
        """The readers of file formats."""
        found = reversed(self._manager.hook.disclint_readers())
        return [reader for readers_of_one in found for reader in readers_of_one]

    @cached_property
    def reporters(self) -> dict[str, Reporter]:
        """The reporters by format."""
        return _merged(self._manager.hook.disclint_reporters())


def _merged(mappings: list[Mapping[str, Any]]) -> dict[str, Any]:
    """Return one mapping; pluggy gives the plugin last registered first."""
    result: dict[str, Any] = {}
    for mapping in reversed(mappings):
        if clash := result.keys() & mapping.keys():
            message = f"two plugins bring `{min(clash)}`"
            raise PluginError(message)
        result |= mapping
    return result
