"""What becomes of a plugin that does not keep to the hooks: one line that says what is wrong."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from disclint.checks.no_report import NoReport
from disclint.discovery import Distribution, Entry
from disclint.errors import PluginError
from disclint.hooks import API, hookimpl
from disclint.plugins.loaded import Loaded
from disclint.plugins.plugin import Plugin
from disclint.readers.text import TextReader
from disclint.reporters.text import TextReporter
from tests.plugging import put

NAME = "disclint_made_up"
ORIGIN = Distribution("disclint-made-up", "2.1", (Entry("disclint", "MUP", NAME),))
PLUGIN = Plugin(module=NAME, distribution=ORIGIN, prefix="MUP")
BEGINNING = "plugin disclint-made-up 2.1 (disclint_made_up): "

Make = Callable[..., None]


@pytest.fixture
def make(monkeypatch: pytest.MonkeyPatch) -> Make:
    """Make the module with hooks as they are given, stating an API."""

    def made(api: object = API, **hooks: Callable[..., object]) -> None:
        module = ModuleType(NAME)
        if api is not None:
            module.__dict__["DISCLINT_API"] = api
        for name, hook in hooks.items():
            setattr(module, name, hookimpl(hook))
        monkeypatch.setitem(sys.modules, NAME, module)

    return made


def take_all(loaded: Loaded) -> list[object]:
    return [loaded.checks, loaded.packs, loaded.readers, loaded.reporters, loaded.prefix]


def refused(plugin: Plugin = PLUGIN) -> str:
    """Return why `plugin` is refused, after its name."""
    with pytest.raises(PluginError) as caught:
        take_all(Loaded.load(plugin))
    said = str(caught.value)
    assert said.startswith(BEGINNING)
    assert "\n" not in said
    return said.removeprefix(BEGINNING)


def raising(error: BaseException) -> Callable[[], object]:
    def hook() -> object:
        raise error

    return hook


def test_a_plugin_that_is_not_there_cannot_be_imported() -> None:
    assert refused() == (
        "cannot be imported: ModuleNotFoundError: No module named 'disclint_made_up'"
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1 +", "SyntaxError"),
        ("1 / 0", "ZeroDivisionError"),
        ("import sys; sys.exit(0)", "SystemExit: 0"),
        ("import no_such_module", "ModuleNotFoundError: No module named 'no_such_module'"),
        ("raise ValueError('one\\ntwo')", "ValueError: one two"),
    ],
)
def test_whatever_goes_wrong_in_its_import_is_said(
    text: str, wanted: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, {f"{NAME}.py": text})
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, NAME, raising=False)
    assert refused().startswith(f"cannot be imported: {wanted}")


@pytest.mark.parametrize(
    ("api", "wanted"),
    [
        (None, "must state the API that it is made for, `DISCLINT_API = 1`"),
        ("1", "must state the API that it is made for, `DISCLINT_API = 1`"),
        (True, "must state the API that it is made for, `DISCLINT_API = 1`"),
        (API + 1, "is made for API 2, and this disclint has API 1: update disclint"),
        (API - 1, "is made for API 0, and this disclint has API 1: update the plugin"),
    ],
)
def test_another_api_is_refused(api: object, wanted: str, make: Make) -> None:
    make(api)
    assert refused() == wanted


def test_a_misspelt_hook_is_refused_and_those_that_there_are_are_named(make: Make) -> None:
    make(disclint_cheks=lambda: None)
    assert refused() == (
        "unknown hook 'disclint_cheks'; the hooks are disclint_checks, disclint_packs, "
        "disclint_readers, disclint_reporters, without arguments"
    )


def test_a_hook_with_arguments_is_refused(make: Make) -> None:
    make(disclint_packs=lambda colour: [colour])
    said = refused()
    assert "colour" in said
    assert "disclint_packs" in said


def test_a_wrapper_is_no_hook(make: Make) -> None:
    def wrap() -> Iterator[None]:
        yield

    make()
    sys.modules[NAME].__dict__["disclint_checks"] = hookimpl(wrapper=True)(wrap)
    assert refused() == "`disclint_checks` must be one function that returns values, and no wrapper"


@pytest.mark.parametrize(
    "hook", ["disclint_checks", "disclint_packs", "disclint_readers", "disclint_reporters"]
)
def test_a_hook_that_raises_is_named(hook: str, make: Make) -> None:
    make(**{hook: raising(KeyError("colour"))})
    assert refused() == f"`{hook}` raised KeyError: 'colour'"


def test_a_hook_that_would_end_the_run_is_named(make: Make) -> None:
    make(disclint_packs=raising(SystemExit(0)))
    assert refused() == "`disclint_packs` raised SystemExit: 0"


def test_a_hook_that_raises_half_way_is_named(make: Make) -> None:
    def readers() -> Iterator[TextReader]:
        yield TextReader()
        raise OSError

    make(disclint_readers=readers)
    assert refused().startswith("`disclint_readers` raised OSError")


CHECKS = (
    "`disclint_checks` must return kinds of check by name, "
    "classes with `looks_at`, `facts` and `look`, not "
)
PACKS = "`disclint_packs` must return folders that are there, not "
READERS = "`disclint_readers` must return readers, each with its `suffixes` like `.txt`, not "
REPORTERS = "`disclint_reporters` must return reporters by format, not "


def reading(suffixes: object) -> object:
    return SimpleNamespace(suffixes=suffixes, claims=str, read=str)


@pytest.mark.parametrize(
    ("hook", "value", "wanted"),
    [
        ("disclint_checks", None, CHECKS + "None"),
        ("disclint_checks", [NoReport], CHECKS + "[<class"),
        ("disclint_checks", {"made-up": NoReport()}, CHECKS + "('made-up', NoReport())"),
        ("disclint_checks", {5: NoReport}, CHECKS + "(5, "),
        ("disclint_checks", {"": NoReport}, CHECKS + "('', "),
        ("disclint_checks", {"made-up": int}, CHECKS + "('made-up', <class 'int'>)"),
        ("disclint_packs", None, PACKS + "None"),
        ("disclint_packs", "rules", PACKS + "'r'"),
        ("disclint_packs", ["rules"], PACKS + "'rules'"),
        ("disclint_packs", [Path("no/such/folder")], PACKS),
        ("disclint_packs", [Path(__file__)], PACKS),
        ("disclint_readers", TextReader(), READERS + "TextReader("),
        ("disclint_readers", [TextReader], READERS + "<class"),
        ("disclint_readers", [TextReporter()], READERS + "TextReporter()"),
        ("disclint_readers", [reading(frozenset({".TXT"}))], READERS),
        ("disclint_readers", [reading([".txt"])], READERS),
        ("disclint_reporters", [TextReporter()], REPORTERS + "[TextReporter()]"),
        ("disclint_reporters", {"made-up": TextReporter}, REPORTERS + "('made-up', <class"),
        ("disclint_reporters", {"made-up": TextReader()}, REPORTERS + "('made-up', TextReader("),
    ],
)
def test_a_hook_that_returns_anything_else_is_told_what_is_wanted(
    hook: str, value: object, wanted: str, make: Make
) -> None:
    make(**{hook: lambda: value})
    assert refused().startswith(wanted)


@pytest.mark.parametrize("code", ["ABC101", "MUP10", "MUP1011", "MUPX101", "mup101", "DIS901"])
def test_a_code_outside_of_its_prefix_is_refused(code: str, make: Make, tmp_path: Path) -> None:
    put(tmp_path, {f"{code}-made-up.yaml": "", "MUP101-fine.yaml": "", "outline.yaml": ""})
    make(disclint_packs=lambda: [tmp_path])
    assert refused() == f"the rule {code} must have a code of MUP and 3 digits"


def test_an_installed_plugin_with_rules_must_name_their_prefix(make: Make, tmp_path: Path) -> None:
    put(tmp_path, {"MUP101-made-up.yaml": ""})
    make(disclint_packs=lambda: [tmp_path])
    said = refused(Plugin(module=NAME, distribution=ORIGIN))
    assert said == "brings rules and needs an entry of the group `disclint`: their prefix"


def test_an_installed_plugin_reads_what_its_entries_name(make: Make) -> None:
    make(disclint_readers=lambda: [TextReader()])
    assert refused() == (
        "`disclint_readers` must bring what the entries of the group `disclint.readers` name: "
        "nothing, not .md .txt"
    )
    make()
    declared = Plugin(module=NAME, distribution=ORIGIN, suffixes=frozenset({".xyz"}))
    assert refused(declared).endswith("name: .xyz, not nothing")


def test_an_installed_plugin_gives_out_what_its_entries_name(make: Make) -> None:
    make(disclint_reporters=lambda: {"made-up": TextReporter()})
    assert refused() == (
        "`disclint_reporters` must bring what the entries of the group `disclint.reporters` name: "
        "nothing, not made-up"
    )
