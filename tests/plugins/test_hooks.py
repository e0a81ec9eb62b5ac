"""The hooks themselves: few, and each says what a plugin's author must know."""

import inspect
import re
from collections.abc import Callable

import pytest

from disclint import hooks
from disclint.plugins import BUILT_IN
from disclint.plugins.loaded import Loaded
from disclint.plugins.plugin import Plugin

HOOKS = {name: hook for name, hook in vars(hooks).items() if name.startswith("disclint_")}

each_hook = pytest.mark.parametrize("hook", HOOKS.values(), ids=list(HOOKS))


def test_there_are_four() -> None:
    assert list(HOOKS) == [
        "disclint_checks",
        "disclint_packs",
        "disclint_readers",
        "disclint_reporters",
    ]


@each_hook
def test_a_hook_says_what_it_returns_when_it_is_called_and_since_when(
    hook: Callable[[], object],
) -> None:
    text = inspect.getdoc(hook) or ""
    assert text.startswith("Return ")
    assert "Called " in text
    assert re.search(r"Since [0-9]+\.[0-9]+\.[0-9]+\.$", text)


@each_hook
def test_a_hook_takes_no_arguments_and_is_typed(hook: Callable[[], object]) -> None:
    signature = inspect.signature(hook)
    assert not signature.parameters
    assert signature.return_annotation is not inspect.Signature.empty


def test_what_an_error_does_is_said_of_all_of_them() -> None:
    text = " ".join((hooks.__doc__ or "").split())
    assert "One that raises, or returns anything else than is said here, stops the run" in text


@pytest.mark.parametrize("module", BUILT_IN)
def test_what_comes_with_disclint_states_its_api_and_comes_through_the_hooks(module: str) -> None:
    prefix = "DIS" if module.endswith("rules") else ""
    loaded = Loaded.load(Plugin(module=module, prefix=prefix))
    brought = [loaded.checks, loaded.packs, loaded.readers, loaded.reporters]
    assert [bool(values) for values in brought].count(True) == 1
    assert loaded.prefix == prefix
