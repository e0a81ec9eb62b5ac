"""What is given out, in which form and where, by the program run as its users run it."""

import json
import os
import stat
import sys
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.reporters.backs import READERS, Back, without_severity

NAME = "青禾县😀 2023年，100%: 报告.txt"
ASTRAL = "𠮷镇😀共办理__件，"
TEXT = (
    "一、总体情况\n"
    f"{ASTRAL}其中{{0}}[甲](乙)，答复__件。\n"
    "二、主动公开政府信息情况\n"
    "| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |\n"
    "| 行政许可 | 12 | +3 | 40件 |\n"
    "| 😀其他对外管理服务事项 | 8 | 0 | -2 |\n"
)
ESCAPE = "\x1b"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a report that has a Chinese name, and wide characters before findings."""
    (tmp_path / NAME).write_text(TEXT, encoding="utf-8")
    return tmp_path


def read_back(form: str, folder: Path) -> list[Back]:
    done = run(NAME, "--lang", "en", "--output-format", form, cwd=folder)
    assert (done.status, done.err) == (1, "")
    return list(READERS[form](done.out, folder))


@pytest.mark.parametrize("form", READERS)
def test_every_format_says_the_same(form: str, folder: Path) -> None:
    wanted = read_back("json", folder)
    assert {"DIS303", "DIS706"} <= {one.code for one in wanted}
    assert {"error", "warning"} <= {one.severity for one in wanted}
    lines = TEXT.split("\n")
    assert any("😀" in lines[one.line - 1][: one.column - 1] for one in wanted)
    found = read_back(form, folder)
    assert sorted(found) == sorted(without_severity(wanted) if form == "text" else wanted)


@pytest.mark.parametrize(
    ("unit", "column"), [("char", 7), ("utf16", 9), ("byte", 18), ("display", 11)]
)
def test_columns_may_be_counted_as_an_editor_does(unit: str, column: int, folder: Path) -> None:
    for form, shown in (("text", f"{NAME}:2:{column}: DIS706"), ("grouped", f" 2:{column}  ")):
        done = run(NAME, "--output-format", form, "--column-unit", unit, cwd=folder)
        assert shown in done.out


def test_columns_of_a_page_are_counted_in_its_own_lines(tmp_path: Path) -> None:
    page = "<h1>一、总体情况</h1>\n<!-- 𠮷 --><p>共__件</p><h1>二、主动公开政府信息情况</h1>\n"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    chars = run("a.html", "--select", "DIS706", cwd=tmp_path).out
    units = run("a.html", "--select", "DIS706", "--column-unit", "byte", cwd=tmp_path).out
    assert chars.startswith("a.html:2:14: DIS706")
    assert units.startswith("a.html:2:17: DIS706")


def test_an_odd_unit_is_bad_usage(folder: Path) -> None:
    assert run(NAME, "--column-unit", "inch", cwd=folder).status == 2


@pytest.mark.parametrize("form", READERS)
def test_the_exit_status_does_not_depend_on_the_format(form: str, folder: Path) -> None:
    (folder / "clean.txt").write_bytes(
        (Path(__file__).parents[2] / "docs" / "samples" / "lanshui-2023.txt").read_bytes()
    )
    assert run("clean.txt", "--output-format", form, cwd=folder).status == 0
    assert run(NAME, "none.txt", "--output-format", form, cwd=folder).status == 2


@pytest.mark.parametrize("form", ["json", "sarif", "gitlab", "junit", "checkstyle", "rdjson"])
def test_what_programs_read_is_whole_on_a_console_of_any_encoding(form: str, folder: Path) -> None:
    wanted = read_back(form, folder)
    for encoding in ("ascii", "gbk"):
        variables = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
        done = run(NAME, "--lang", "en", "--output-format", form, cwd=folder, **variables)
        assert done.out.isascii()
        assert list(READERS[form](done.out, folder)) == wanted


def test_findings_may_go_to_a_file(folder: Path) -> None:
    printed = run(NAME, "--output-format", "sarif", cwd=folder)
    done = run(NAME, "--output-format", "sarif", "-o", "found.sarif", cwd=folder)
    assert (done.status, done.out, done.err) == (1, "", "")
    assert (folder / "found.sarif").read_bytes() == printed.out.encode()
    assert sorted(path.name for path in folder.iterdir()) == sorted([NAME, "found.sarif"])


def test_a_file_is_utf_8_with_line_feeds_whatever_the_console(folder: Path) -> None:
    run(NAME, "-o", "found.txt", cwd=folder, PYTHONIOENCODING="gbk", PYTHONUTF8="0")
    data = (folder / "found.txt").read_bytes()
    assert data.startswith(NAME.encode())
    assert b"\r" not in data


def test_a_file_is_there_whole_or_as_it_was(folder: Path) -> None:
    (folder / "found.txt").write_text("before", encoding="utf-8")
    broken = "def disclint_reporters(): return {'broken': Broken()}"
    (folder / "breaks.py").write_text(
        "from disclint.hooks import hookimpl\nDISCLINT_API = 1\n"
        "class Broken:\n"
        "    def report(self, diagnostics, context):\n"
        "        yield 'half'\n"
        "        raise OSError('no luck')\n"
        f"@hookimpl\n{broken}\n",
        encoding="utf-8",
    )
    arguments = ["--plugin", "breaks", "--output-format", "broken", "-o", "found.txt"]
    done = run(NAME, *arguments, cwd=folder)
    assert (done.status, done.out) == (2, "")
    assert "no luck" in done.err
    assert (folder / "found.txt").read_text(encoding="utf-8") == "before"
    assert not list(folder.glob("*.tmp")) + list(folder.glob(".*.tmp"))


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("none/found.txt", "No such file or directory"),
        (".", "it is a folder; name a file"),
        (NAME, "it is a report to be checked; name another file"),
        (f"./{NAME}", "it is a report to be checked; name another file"),
    ],
)
def test_a_file_that_cannot_be_written_is_told_in_one_line(
    name: str, why: str, folder: Path
) -> None:
    done = run(NAME, "-o", name, cwd=folder)
    assert (done.status, done.out) == (2, "")
    assert done.err == f"disclint: cannot write to {name}: {why}\n"
    assert (folder / NAME).read_text(encoding="utf-8") == TEXT


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told_with_the_file() -> None:
    sample = Path(__file__).parents[2] / "docs" / "samples" / "qinghe-2020.txt"
    done = run(sample, "-o", "/dev/full")
    assert done.status == 2
    assert done.err.endswith("disclint: cannot write to /dev/full: No space left on device\n")


@pytest.mark.skipif(sys.platform == "win32", reason="no permissions of this kind")
def test_a_file_keeps_its_permissions_and_a_link_stays_one(folder: Path) -> None:
    (folder / "real.txt").touch()
    (folder / "real.txt").chmod(0o640)
    (folder / "link.txt").symlink_to("real.txt")
    assert run(NAME, "-o", "link.txt", cwd=folder).status == 1
    assert (folder / "link.txt").is_symlink()
    assert stat.S_IMODE((folder / "real.txt").stat().st_mode) == 0o640
    assert (folder / "real.txt").stat().st_size > 0


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="no such device")
def test_a_device_is_written_to_and_stays_one(folder: Path) -> None:
    assert run(NAME, "-o", "/dev/null", cwd=folder).status == 1
    assert not Path("/dev/null").is_file()


@pytest.mark.parametrize("form", ["text", "full", "grouped"])
@pytest.mark.parametrize(
    ("option", "variables", "is_colored"),
    [
        ("auto", {}, False),
        ("always", {}, True),
        ("always", {"NO_COLOR": "1"}, True),
        ("never", {"FORCE_COLOR": "1"}, False),
        ("auto", {"FORCE_COLOR": "1"}, True),
        ("auto", {"FORCE_COLOR": "0"}, False),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
    ],
)
def test_colours_are_by_option_then_by_environment(
    form: str, option: str, variables: dict[str, str], is_colored: bool, folder: Path
) -> None:
    clean = {"NO_COLOR": "", "FORCE_COLOR": ""}
    arguments = [NAME, "--output-format", form, "--color", option]
    done = run(*arguments, cwd=folder, **(clean | variables))
    assert (ESCAPE in done.out) == is_colored


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
@pytest.mark.parametrize(
    ("variables", "is_colored"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
)
def test_colours_come_by_themselves_on_a_terminal_alone(
    variables: dict[str, str], is_colored: bool, folder: Path
) -> None:
    ours, theirs = os.openpty()
    run(
        NAME,
        cwd=folder,
        onto=Path(os.ttyname(theirs)),
        **({"NO_COLOR": "", "FORCE_COLOR": "", "TERM": "xterm"} | variables),
    )
    assert (ESCAPE.encode() in os.read(ours, 100_000)) == is_colored
    os.close(ours)
    os.close(theirs)


@pytest.mark.parametrize("form", ["json", "sarif", "github", "junit", "checkstyle", "rdjson"])
def test_programs_get_no_colours(form: str, folder: Path) -> None:
    done = run(NAME, "--output-format", form, "--color", "always", cwd=folder)
    assert ESCAPE not in done.out


def test_what_a_report_holds_cannot_colour_or_move_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT.replace("40件", "\x1b[2J\u202e件40"), encoding="utf-8")
    for form in ("text", "full", "grouped"):
        done = run("a.txt", "--output-format", form, cwd=tmp_path)
        assert not {ESCAPE, "\u202e"} & set(done.out)


def test_the_usual_format_imports_nothing_of_the_others(folder: Path) -> None:
    done = run(NAME, cwd=folder, PYTHONPROFILEIMPORTTIME="1")
    imported = {line.rpartition("|")[2].strip() for line in done.err.splitlines()}
    assert {one for one in imported if one.startswith("disclint.reporters.")} == {
        "disclint.reporters.text"
    }
    assert (
        not {"json", "xml", "xml.etree", "disclint.explanation", "decimal.fingerprints"} & imported
    )
    assert "disclint.reporting.fingerprints" not in imported


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


@pytest.mark.parametrize("form", ["sarif", "github", "gitlab", "checkstyle", "junit", "rdjson"])
def test_other_programs_are_told_paths_from_the_folder_of_the_run(form: str, folder: Path) -> None:
    wanted = read_back(form, folder)
    for path in (f"./{NAME}", str(folder / NAME)):
        done = run(path, "--lang", "en", "--output-format", form, cwd=folder)
        assert {one.path for one in READERS[form](done.out, folder)} == {NAME}
        assert len(list(READERS[form](done.out, folder))) == len(wanted)
