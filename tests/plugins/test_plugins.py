"""What the plugins bring, and what becomes of those that do not fit."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from disclint.checks.no_report import NoReport
from disclint.errors import PluginError
from disclint.hooks import hookimpl
from disclint.plugins import BUILT_IN, Plugins
from disclint.readers.pdf import PdfReader
from disclint.readers.text import TextReader
from disclint.reporters.text import TextReporter
from tests.plugging import put

Plug = Callable[..., str]


@pytest.fixture
def plug(monkeypatch: pytest.MonkeyPatch) -> Plug:
    """Make a module with hooks that return what is given; return its name."""

    def make(name: str = "disclint_made_up", /, **hooks: object) -> str:
        module = ModuleType(name)
        module.__dict__["DISCLINT_API"] = 1
        for hook, value in hooks.items():
            setattr(module, hook, hookimpl(lambda value=value: value))
        monkeypatch.setitem(sys.modules, name, module)
        return name

    return make


def test_all_that_comes_with_disclint_comes_through_the_hooks() -> None:
    plugins = Plugins.load()
    assert plugins.checks["no-report"] is NoReport
    assert any(pack.joinpath("outline.yaml").is_file() for pack in plugins.packs)
    assert any(".txt" in reader.suffixes for reader in plugins.readers)
    assert "text" in plugins.reporters


def test_without_plugins_there_is_nothing() -> None:
    plugins = Plugins.load([])
    assert (plugins.checks, plugins.packs) == ({}, [])
    assert (plugins.readers, plugins.reporters) == ([], {})


def test_a_plugin_s_check_stands_beside_the_built_in_ones(plug: Plug) -> None:
    plugins = Plugins.load([*BUILT_IN, plug(disclint_checks={"made-up": NoReport})])
    assert plugins.checks["made-up"] is NoReport
    assert "relation" in plugins.checks


def test_a_plugin_may_bring_values_to_several_hooks(plug: Plug, tmp_path: Path) -> None:
    reader, reporter = TextReader(), TextReporter()
    name = plug(
        disclint_packs=[tmp_path],
        disclint_readers=[reader],
        disclint_reporters={"made-up": reporter},
    )
    plugins = Plugins.load([name])
    assert plugins.packs == [tmp_path]
    assert plugins.readers == [reader]
    assert plugins.reporters == {"made-up": reporter}


def test_packs_and_readers_come_in_the_order_of_the_plugins(plug: Plug, tmp_path: Path) -> None:
    readers = [TextReader(), TextReader(), PdfReader()]
    packs = [tmp_path / name for name in ("one", "two", "three")]
    for pack in packs:
        pack.mkdir()
    first = plug("disclint_one", disclint_packs=packs[:2], disclint_readers=readers[:2])
    second = plug("disclint_two", disclint_packs=packs[2:], disclint_readers=readers[2:])
    plugins = Plugins.load([first, second])
    assert plugins.packs == packs
    assert [id(reader) for reader in plugins.readers] == [id(reader) for reader in readers]


def test_a_function_without_the_marker_is_no_hook(plug: Plug) -> None:
    name = plug()
    sys.modules[name].__dict__["disclint_checks"] = lambda: {"made-up": NoReport}
    assert Plugins.load([name]).checks == {}


def test_a_hook_is_called_once(plug: Plug) -> None:
    calls: list[str] = []

    def checks() -> dict[str, type]:
        calls.append("checks")
        return {"made-up": NoReport}

    name = plug()
    sys.modules[name].__dict__["disclint_checks"] = hookimpl(checks)
    plugins = Plugins.load([name])
    assert calls == []
    assert plugins.checks is plugins.checks
    assert calls == ["checks"]


def test_a_misspelt_hook_is_said_to_be_one(plug: Plug) -> None:
    name = plug(disclint_cheks={"made-up": NoReport})
    with pytest.raises(PluginError, match="disclint_cheks"):
        Plugins.load([*BUILT_IN, name])


def test_a_hook_with_arguments_that_there_are_not_is_said_to_be_one(plug: Plug) -> None:
    def checks(colour: str) -> dict[str, type]:
        return {colour: NoReport}

    name = plug()
    sys.modules[name].__dict__["disclint_checks"] = hookimpl(checks)
    with pytest.raises(PluginError, match="colour"):
        Plugins.load([name])


def test_one_plugin_cannot_be_loaded_twice(plug: Plug) -> None:
    name = plug()
    with pytest.raises(PluginError, match=name):
        Plugins.load([name, name])


def test_two_plugins_cannot_bring_checks_of_one_name(plug: Plug) -> None:
    first = plug("disclint_one", disclint_checks={"made-up": NoReport, "other": NoReport})
    second = plug("disclint_two", disclint_checks={"made-up": NoReport})
    plugins = Plugins.load([first, second])
    with pytest.raises(PluginError, match="`made-up`"):
        assert plugins.checks


def test_a_plugin_cannot_take_the_name_of_a_built_in_check(plug: Plug) -> None:
    plugins = Plugins.load([*BUILT_IN, plug(disclint_checks={"relation": NoReport})])
    with pytest.raises(PluginError, match="`relation`"):
        assert plugins.checks


def test_two_plugins_cannot_bring_reporters_of_one_name(plug: Plug) -> None:
    plugins = Plugins.load([*BUILT_IN, plug(disclint_reporters={"text": TextReporter()})])
    with pytest.raises(PluginError, match="`text`"):
        assert plugins.reporters


def test_two_plugins_cannot_read_one_file_type(plug: Plug) -> None:
    plugins = Plugins.load([*BUILT_IN, plug(disclint_readers=[TextReader()])])
    with pytest.raises(PluginError, match=r"file type `\.md` is that of disclint\.readers already"):
        assert plugins.readers


def test_two_modules_that_are_named_cannot_have_rules_of_one_prefix(
    plug: Plug, tmp_path: Path
) -> None:
    for pack, code in (("one", "SGJ101"), ("two", "SGJ102")):
        put(tmp_path / pack, {f"{code}-made-up.yaml": ""})
    first = plug("disclint_one", disclint_packs=[tmp_path / "one"])
    second = plug("disclint_two", disclint_packs=[tmp_path / "two"])
    wanted = "plugin disclint_two: the prefix `SGJ` is that of disclint_one already"
    with pytest.raises(PluginError, match=wanted):
        Plugins.load([first, second])


@pytest.mark.parametrize(
    ("codes", "wanted"),
    [
        (["DIS901"], "the prefix of its codes is DIS, which is disclint's own"),
        (["sgj101"], "must be capital letters, A to Z, and is `sgj`"),
        (["SGJ101", "ABC101"], "the rule SGJ101 must have a code of ABC and 3 digits"),
        (["SGJ1011"], "must be capital letters, A to Z, and is `SGJ1`"),
    ],
)
def test_a_module_that_is_named_has_the_one_prefix_of_its_rules(
    codes: list[str], wanted: str, plug: Plug, tmp_path: Path
) -> None:
    put(tmp_path, {f"{code}-made-up.yaml": "" for code in codes})
    with pytest.raises(PluginError, match=wanted):
        Plugins.load([*BUILT_IN, plug(disclint_packs=[tmp_path])])


def test_the_origin_of_a_check_is_its_package_or_its_distribution(plug: Plug) -> None:
    plugins = Plugins.load([*BUILT_IN, plug(disclint_checks={"made-up": NoReport})])
    assert plugins.origin("relation") == "disclint"
    assert plugins.origin("made-up") == "disclint_made_up"
    assert plugins.origin("none") is None
