"""The same findings in every format, by the program run as its users run it."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.cli.wide import NAME, TEXT, read_back
from tests.reporters.backs import READERS, Back, without_severity

SAMPLES = Path(__file__).parents[2] / "docs" / "samples"


@pytest.fixture(scope="module")
def wanted(tmp_path_factory: pytest.TempPathFactory) -> list[Back]:
    """What every format is to say, by that which says all."""
    folder = tmp_path_factory.mktemp("wanted")
    (folder / NAME).write_text(TEXT, encoding="utf-8")
    return read_back("json", folder)


def test_there_is_a_finding_of_each_kind_that_a_format_might_get_wrong(wanted: list[Back]) -> None:
    assert {"DIS303", "DIS706"} <= {one.code for one in wanted}
    assert {"error", "warning"} <= {one.severity for one in wanted}
    lines = TEXT.split("\n")
    before = [lines[one.line - 1][: one.column - 1] for one in wanted]
    assert any("𠮷" in text for text in before)
    assert any("😀" in text and "𠮷" not in text for text in before)
    assert any("行政许可" in text for text in before)


@pytest.mark.parametrize("form", READERS)
def test_every_format_says_the_same(form: str, folder: Path, wanted: list[Back]) -> None:
    found = read_back(form, folder)
    assert sorted(found) == sorted(without_severity(wanted) if form == "text" else wanted)


@pytest.mark.parametrize("form", READERS)
def test_the_exit_status_does_not_depend_on_the_format(form: str, folder: Path) -> None:
    (folder / "clean.txt").write_bytes((SAMPLES / "lanshui-2023.txt").read_bytes())
    assert run("clean.txt", "--output-format", form, cwd=folder).status == 0
    assert run(NAME, "none.txt", "--output-format", form, cwd=folder).status == 2


@pytest.mark.parametrize("form", ["json", "sarif", "gitlab", "junit", "checkstyle", "rdjson"])
def test_what_programs_read_is_whole_on_a_console_of_any_encoding(
    form: str, folder: Path, wanted: list[Back]
) -> None:
    arguments = NAME, "--lang", "en", "--output-format", form
    for encoding in ("ascii", "gbk"):
        done = run(*arguments, cwd=folder, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
        assert done.out.isascii()
        assert sorted(READERS[form](done.out, folder)) == sorted(wanted)


@pytest.mark.parametrize("form", ["sarif", "github", "gitlab", "checkstyle", "junit", "rdjson"])
def test_other_programs_are_told_paths_from_the_folder_of_the_run(
    form: str, folder: Path, wanted: list[Back]
) -> None:
    for path in (f"./{NAME}", str(folder / NAME)):
        done = run(path, "--lang", "en", "--output-format", form, cwd=folder)
        assert sorted(READERS[form](done.out, folder)) == sorted(wanted)


def test_the_usual_format_imports_nothing_of_the_others(folder: Path) -> None:
    done = run(NAME, cwd=folder, PYTHONVERBOSE="1")
    imported = set(re.findall("^import '(.+?)'", done.err, re.MULTILINE))
    reporters = {one for one in imported if one.startswith("disclint.reporters.")}
    assert reporters == {"disclint.reporters.text"}
    assert not {"xml", "disclint.rule_page", "disclint.reporting.fingerprints"} & imported


def test_the_address_of_a_page_is_the_one_of_the_configuration(folder: Path) -> None:
    (folder / "disclint.toml").write_text(
        'rule-pages = "https://rules.example/{code}#{name}"\n', encoding="utf-8"
    )
    arguments = [NAME, "--config", "disclint.toml", "--output-format"]
    told = json.loads(run(*arguments, "json", cwd=folder).out)["diagnostics"]
    assert f"https://rules.example/{told[0]['code']}#{told[0]['name']}" == told[0]["page"]
    (log,) = json.loads(run(*arguments, "sarif", cwd=folder).out)["runs"]
    assert log["tool"]["driver"]["rules"][0]["helpUri"] == told[0]["page"]
    shown = json.loads(run(*arguments, "rdjson", cwd=folder).out)["diagnostics"]
    assert shown[0]["code"]["url"] == told[0]["page"]
    assert told[0]["page"] in run(*arguments, "full", cwd=folder).out


@pytest.mark.parametrize("address", ["https://rules.example/", "{code}", "https://a/{kind}/{code}"])
def test_an_address_without_a_place_for_the_rule_is_refused(address: str, folder: Path) -> None:
    (folder / "disclint.toml").write_text(f'rule-pages = "{address}"\n', encoding="utf-8")
    done = run(NAME, "--config", "disclint.toml", cwd=folder)
    assert (done.status, done.out) == (2, "")
    assert "`rule-pages` must be an address with `{code}` or `{name}` in it" in done.err
