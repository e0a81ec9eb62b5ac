"""Plugins on the command line: which are imported, which are asked for, what stops the run."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from disclint import __version__
from tests.cli.running import Run, run
from tests.plugging import declare, imported, install, put

NOTHING = "通知\n"
"""A file in which the built-in rules find one thing: that it is no report."""
PLUGIN_SJG = "disclint-sgj 1.0 (disclint_sgj)"

Lint = Callable[..., Run]


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """The folder that plugins are installed in."""
    folder = tmp_path / "site"
    folder.mkdir()
    return folder


@pytest.fixture
def lint(there: Path, tmp_path: Path) -> Lint:
    """Run `disclint` where there is a file `a.txt`, with the plugins that are installed."""
    put(tmp_path / "here", {"a.txt": NOTHING})

    def ran(*arguments: str, path: str = "a.txt") -> Run:
        return run(*arguments, path, cwd=tmp_path / "here", PYTHONPATH=str(there))

    return ran


def codes(done: Run) -> list[str]:
    return [line.split()[1] for line in done.out.splitlines()]


def test_by_default_every_plugin_that_is_installed_is_active(lint: Lint, there: Path) -> None:
    install(there, "SGJ")
    install(there, "CZ")
    assert codes(lint()) == ["CZ101", "DIS003", "SGJ101"]
    assert imported(there) == {"disclint_sgj", "disclint_cz"}


@pytest.mark.parametrize(
    ("selected", "found", "modules"),
    [
        ("DIS", ["DIS003"], set()),
        ("DIS003,row-total", ["DIS003"], set()),
        ("DIS402", [], set()),
        ("SGJ", ["SGJ101"], {"disclint_sgj"}),
        ("sgj101, DIS", ["DIS003", "SGJ101"], {"disclint_sgj"}),
        ("seen-by-cz", ["CZ101"], {"disclint_sgj", "disclint_cz"}),
    ],
)
def test_a_plugin_none_of_whose_rules_is_selected_is_not_imported(
    selected: str, found: list[str], modules: set[str], lint: Lint, there: Path
) -> None:
    install(there, "SGJ", suffix=".ofx", form="angle")
    install(there, "CZ")
    done = lint("--select", selected)
    assert codes(done) == found
    assert imported(there) == modules
    assert done.status == (1 if found else 0)


def test_select_may_be_given_twice(lint: Lint, there: Path) -> None:
    install(there)
    assert codes(lint("--select", "SGJ", "--select", "DIS003")) == ["DIS003", "SGJ101"]


@pytest.mark.parametrize("selected", ["SGJ", "SGJ101", "ABC", "DIS999", "row-totl", ""])
def test_a_rule_that_there_is_not_stops_the_run_even_without_a_file(
    selected: str, lint: Lint
) -> None:
    done = lint("--select", selected, path="none.txt")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("disclint: ")
    assert len(done.err.splitlines()) == 1


def test_a_broken_sum_is_told_also_where_the_rule_that_names_its_cause_is_not_selected() -> None:
    sample = Path(__file__).parents[2] / "docs" / "samples" / "qinghe-2020.txt"
    table = "Table 3 · （四）无法提供 · 1.本机关不掌握相关政府信息 · 总计"
    assert run(sample, "--select", "DIS406,DIS402").out.count("DIS4") == 1
    assert f"DIS406 {table}" in run(sample, "--select", "DIS406,DIS402").out
    done = run(sample, "--select", "DIS402")
    assert done.status == 1
    assert done.out.startswith(f"{sample}:235:2: DIS402 {table}")


def test_only_the_selected_rules_are_in_the_ledger(lint: Lint) -> None:
    rules = lint("--select", "DIS4,DIS003", "--ledger").err.splitlines()[2]
    assert rules == "  rules: 0 held, 1 broken, 1 undecided, 7 not applicable"


def test_a_plugin_is_imported_for_a_file_of_its_type(
    lint: Lint, there: Path, tmp_path: Path
) -> None:
    install(there, "SGJ", suffix=".ofx")
    install(there, "CZ", suffix=".cx")
    put(tmp_path / "here", {"b.OFX": NOTHING})
    assert codes(lint("--select", "DIS", path="b.OFX")) == ["DIS003"]
    assert imported(there) == {"disclint_sgj"}


def test_a_folder_is_looked_through_for_the_file_types_of_plugins(
    lint: Lint, there: Path, tmp_path: Path
) -> None:
    install(there, "SGJ", suffix=".ofx")
    install(there, "CZ", suffix=".cx")
    put(tmp_path / "here", {"b.ofx": NOTHING, "c.unknown": NOTHING})
    done = lint("--select", "DIS", path=".")
    assert [line.split(":")[0] for line in done.out.splitlines()] == ["./a.txt", "./b.ofx"]
    assert imported(there) == {"disclint_sgj"}


def test_what_no_reader_claims_is_text_also_where_a_plugin_reads(
    lint: Lint, there: Path, tmp_path: Path
) -> None:
    install(there, "SGJ", suffix=".ofx")
    put(tmp_path / "here", {"b.unknown": NOTHING})
    assert codes(lint(path="b.unknown")) == ["DIS003", "SGJ101"]


def test_a_plugin_is_imported_for_its_format(lint: Lint, there: Path) -> None:
    install(there, "SGJ", form="angle")
    install(there, "CZ", form="square")
    assert lint("--select", "DIS", "--output-format", "angle").out == "<DIS003>"
    assert imported(there) == {"disclint_sgj"}


def test_a_format_that_there_is_not_gets_a_hint(lint: Lint, there: Path) -> None:
    install(there, form="angle")
    done = lint("--select", "DIS", "--output-format", "angel")
    assert (done.status, done.err) == (2, "disclint: no such format: angel; did you mean angle?\n")
    assert (
        "there are angle, checkstyle, full, github, "
        in lint("--select", "DIS", "--output-format", "xyz").err
    )


def test_without_plugins_none_that_is_installed_is_looked_at(lint: Lint, there: Path) -> None:
    install(there)
    declare(there, "disclint-broken", "[disclint]\nlower = none\n")
    assert codes(lint("--no-plugins")) == ["DIS003"]
    assert imported(there) == set()
    assert lint().status == 2


def test_a_module_may_be_named_that_is_not_installed(lint: Lint, tmp_path: Path) -> None:
    install(tmp_path / "here", "SGJ")
    (tmp_path / "here" / "disclint_sgj-1.0.dist-info" / "entry_points.txt").unlink()
    assert codes(lint("--plugin", "disclint_sgj")) == ["DIS003", "SGJ101"]
    assert codes(lint("--no-plugins", "--plugin", "disclint_sgj", "--select", "SGJ")) == ["SGJ101"]


def test_a_module_that_is_named_and_installed_counts_once(lint: Lint, there: Path) -> None:
    install(there)
    assert codes(lint("--plugin", "disclint_sgj", "--plugin", "disclint_sgj")) == [
        "DIS003",
        "SGJ101",
    ]
    done = lint("--plugin", "disclint.checks", "--select", "DIS")
    assert (codes(done), done.err) == (["DIS003"], "")


def test_a_plugin_that_is_named_and_not_there_stops_the_run(lint: Lint) -> None:
    done = lint("--plugin", "no_such_plugin")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("disclint: plugin no_such_plugin: cannot be imported: ")


def test_the_configuration_requires_plugins(lint: Lint, there: Path, tmp_path: Path) -> None:
    config = tmp_path / "disclint.toml"
    config.write_text('plugins = ["Disclint_SGJ"]\n', encoding="utf-8")
    done = lint("--config", str(config))
    assert (done.status, done.out) == (2, "")
    assert "`pip install Disclint_SGJ` installs it" in done.err
    assert lint("--config", str(config), "--no-plugins").status == 1
    install(there)
    assert codes(lint("--config", str(config))) == ["DIS003", "SGJ101"]
    assert codes(lint("--config", str(config), "--select", "DIS")) == ["DIS003"]


def test_the_version_lists_the_plugins_and_imports_none(lint: Lint, there: Path) -> None:
    install(there, "SGJ", version="1.2")
    install(there, "CZ", suffix=".cx")
    declare(there, "disclint-readers-only", "[disclint.readers]\nofx = none\n")
    assert lint("--version").out == (
        f"disclint {__version__}\n"
        "plugin disclint-cz 1.0 CZ\n"
        "plugin disclint-readers-only 1.0\n"
        "plugin disclint-sgj 1.2 SGJ\n"
    )
    assert imported(there) == set()


def test_the_rules_of_plugins_are_explained(there: Path) -> None:
    install(there, "SGJ")
    install(there, "CZ")
    done = run("rule", "sgj101", PYTHONPATH=str(there))
    assert done.out.startswith("## SGJ101 seen-by-sgj (warning)")
    assert imported(there) == {"disclint_sgj"}
    assert "## CZ101 " in run("rule", "--all", PYTHONPATH=str(there)).out
    assert "## CZ101 " not in run("rule", "--all", "--no-plugins", PYTHONPATH=str(there)).out


def test_figures_are_taken_out_of_the_file_types_of_plugins(there: Path, tmp_path: Path) -> None:
    install(there, suffix=".ofx")
    sample = Path(__file__).parents[2] / "docs" / "samples" / "lanshui-2023.txt"
    text = sample.read_text(encoding="utf-8")
    (tmp_path / "a.ofx").write_text(text[::-1], encoding="utf-8")
    done = run("extract", "a.ofx", cwd=tmp_path, PYTHONPATH=str(there))
    assert (done.status, done.err) == (0, "")
    assert done.out.count("\n") > 100


def broken(there: Path, body: str, **options: str) -> None:
    install(there, "SGJ", body=body, **options)


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("DISCLINT_API = 9", "is made for API 9, and this disclint has API 1: update disclint"),
        ("import no_such_module", "cannot be imported: ModuleNotFoundError: No module named 'no"),
        ("@hookimpl\ndef disclint_cheks(): return {}", "unknown hook 'disclint_cheks'; the hooks"),
        ("@hookimpl\ndef disclint_checks(colour): return {}", "Argument(s) {'colour'} are"),
        ("@hookimpl\ndef disclint_checks(): return 5", "`disclint_checks` must return kinds of"),
        ("@hookimpl\ndef disclint_packs(): return 1/0", "`disclint_packs` raised ZeroDivisionErr"),
        ("@hookimpl\ndef disclint_readers(): return 5", "`disclint_readers` must return readers"),
        ("@hookimpl\ndef disclint_reporters(): return 5", "`disclint_reporters` must return rep"),
        ("@hookimpl\ndef disclint_checks(): return {'relation': See}", "the check `relation` is"),
    ],
)
def test_a_plugin_that_does_not_fit_stops_the_run_with_its_name_and_one_line(
    body: str, wanted: str, lint: Lint, there: Path
) -> None:
    broken(there, body)
    done = lint()
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"disclint: plugin {PLUGIN_SJG}: ")
    assert wanted in done.err
    assert len(done.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        ({"suffix": ".docx"}, "the file type `.docx` is that of disclint.readers already"),
        ({"form": "text"}, "the format `text` is that of disclint.reporters already"),
        ({"code": "DIS901"}, "the rule DIS901 must have a code of SGJ and 3 digits"),
        ({"code": "CZ101"}, "the rule CZ101 must have a code of SGJ and 3 digits"),
    ],
)
def test_a_plugin_that_brings_what_is_another_s_stops_the_run(
    options: dict[str, str], wanted: str, lint: Lint, there: Path
) -> None:
    broken(there, "", **options)
    done = lint()
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"disclint: plugin {PLUGIN_SJG}: {wanted}")


def test_two_plugins_of_one_prefix_stop_the_run_also_where_neither_is_selected(
    lint: Lint, there: Path
) -> None:
    install(there, "SGJ")
    put(there, {"other.py": "DISCLINT_API = 1\n"})
    declare(there, "other", "[disclint]\nSGJ = other\n", "3")
    done = lint("--select", "DIS")
    assert (done.status, done.out) == (2, "")
    assert done.err == (
        f"disclint: plugin other 3 (other): the prefix `SGJ` is that of {PLUGIN_SJG} already; "
        "only one can bring it\n"
    )
    assert imported(there) == set()


READS = "class Broken(Reader):\n    def {method}(self, *_):\n        raise OSError('no luck')\n\n"
READS += "Reader = Broken\n"


@pytest.mark.parametrize("method", ["read", "claims"])
def test_a_reader_that_raises_stops_the_run_with_the_name_of_its_plugin(
    method: str, lint: Lint, there: Path, tmp_path: Path
) -> None:
    install(there, suffix=".ofx")
    path = there / "disclint_sgj" / "__init__.py"
    text = path.read_text(encoding="utf-8") + READS.format(method=method)
    path.write_text(text, encoding="utf-8")
    put(tmp_path / "here", {"b.ofx": NOTHING})
    for options in ([], ["--select", "DIS"]):
        done = lint(*options, path="b.ofx")
        assert (done.status, done.out) == (2, "")
        assert done.err == (
            f"disclint: plugin {PLUGIN_SJG}: reading b.ofx raised OSError: no luck\n"
        )


def test_a_reporter_that_raises_stops_the_run_with_the_name_of_its_plugin(
    lint: Lint, there: Path
) -> None:
    install(there, form="angle")
    path = there / "disclint_sgj" / "__init__.py"
    text = path.read_text(encoding="utf-8").replace("diagnostic.code", "diagnostic.colour")
    path.write_text(text, encoding="utf-8")
    done = lint("--output-format", "angle")
    assert done.status == 2
    assert done.err.startswith(f"disclint: plugin {PLUGIN_SJG}: reporting raised AttributeError: ")


LOOKS = "\ndef look(self, report):\n    {body}\n    yield\n\nSee.look = look\n"


def test_a_check_that_raises_is_dis004_with_the_name_of_its_plugin(lint: Lint, there: Path) -> None:
    install(there, "CZ")
    install(there, "SGJ", body=LOOKS.format(body="raise OSError('no luck')"))
    done = lint()
    assert codes(done) == ["CZ101", "DIS003", "DIS004"]
    assert "rule SGJ101 seen-by-sgj (of disclint-sgj 1.0) failed: OSError: no luck;" in done.out
    assert done.status == 2


def test_a_finding_that_is_none_is_dis004_and_the_others_go_on(lint: Lint, there: Path) -> None:
    install(there, "CZ")
    install(there, "SGJ", body=LOOKS.format(body="yield Finding(None)"))
    done = lint()
    assert codes(done) == ["CZ101", "DIS003", "DIS004"]
    assert done.status == 2


@pytest.mark.skipif(sys.platform == "win32", reason="the expression ends by the timer alone")
@pytest.mark.parametrize(
    "body",
    [
        "while True: pass",
        "import re; re.fullmatch('(a+)+b', 'a' * 60)",
        "import time; time.sleep(50)",
    ],
)
def test_a_check_that_runs_too_long_is_dis004_and_the_others_go_on(
    body: str, lint: Lint, there: Path
) -> None:
    install(there, "CZ")
    install(there, "SGJ", body=LOOKS.format(body=body))
    done = lint("--limit", "check-seconds=1")
    assert codes(done) == ["CZ101", "DIS003", "DIS004"]
    assert (
        "rule SGJ101 seen-by-sgj (of disclint-sgj 1.0) ran longer than 1 seconds and was stopped"
    ) in done.out
    assert done.status == 2
