from pathlib import Path
from textwrap import dedent

import pytest

from disclint import __version__
from disclint.forms import Form
from tests.cli.running import run
from tests.writing import write_report

BAD = dedent(
    """\
    | 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
    | 行政许可 | 12 | +3 | 40件 |
    | 其他对外管理服务事项 | 8 | 0 | -2 |
    """
)
MESSAGE = "DIS303 Table 2 · 第二十条第（五）项 · 行政许可 · 处理决定数量"


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "bad.txt"
    path.write_text(BAD, encoding="utf-8")
    return path


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    path = tmp_path / "clean.txt"
    sample = Path(__file__).parents[2] / "docs" / "samples" / "lanshui-2023.txt"
    path.write_bytes(sample.read_bytes())
    return path


def test_a_finding_is_a_line_with_the_path_as_given(bad: Path) -> None:
    found = run("bad.txt", cwd=bad.parent)
    assert f'bad.txt:2:20: {MESSAGE}: "40件" needs no unit; write 40\n' in found.out
    assert found.err == ""


def test_findings_are_sorted_by_place(bad: Path) -> None:
    places = [tuple(map(int, line.split(":")[1:3])) for line in run(bad).out.splitlines()]
    assert places == sorted(places)
    assert len(places) > 1


def test_a_clean_report_ends_with_0_and_says_nothing(clean: Path) -> None:
    done = run(clean)
    assert (done.status, done.out, done.err) == (0, "", "")


def test_findings_end_with_1(bad: Path) -> None:
    assert run(bad).status == 1


def test_info_alone_ends_with_0(clean: Path, forms: dict[str, Form]) -> None:
    used = [forms[name] for name in ("active-2019", "requests-2019", "disputes")]
    mixed = {"active-2019.licences.change": "+3", "active-2019.other-services.change": "1"}
    clean.write_text(write_report(used, lambda slot: mixed.get(slot.id, "0")), encoding="utf-8")
    done = run(clean)
    (line,) = done.out.splitlines()
    assert "DIS209" in line
    assert done.status == 0


def test_a_file_that_is_not_there_ends_with_2_and_the_others_go_on(bad: Path) -> None:
    done = run("none.txt", "bad.txt", cwd=bad.parent)
    assert done.status == 2
    assert "none.txt:1:1: DIS001 cannot be read: no such file\n" in done.out
    assert MESSAGE in done.out


def test_a_file_that_cannot_be_decoded_ends_with_2_and_names_the_byte(tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_bytes("一、总体情况\n政府".encode() + b"\xff\xff")
    done = run("odd.txt", cwd=tmp_path)
    assert done.status == 2
    assert done.out.startswith("odd.txt:2:3: DIS002 the byte 0xff ")


def test_bad_usage_ends_with_2() -> None:
    for arguments in ([], ["--no-such-option"], ["--encoding", "nonsense", "x.txt"]):
        done = run(*arguments)
        assert done.status == 2
        assert "usage:" in done.err
        assert done.out == ""


def test_folders_are_walked_for_reports(bad: Path, clean: Path) -> None:
    deeper = bad.parent / "deeper"
    deeper.mkdir()
    (deeper / "again.TXT").write_bytes(bad.read_bytes())
    (deeper / "notes.png").write_bytes(b"\x89PNG")
    done = run(".", cwd=bad.parent)
    named = {line.split(":")[0] for line in done.out.splitlines()}
    assert named == {"./bad.txt", "./deeper/again.TXT"}
    assert clean.exists()


def test_a_folder_without_reports_ends_with_2_and_says_so(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert done.status == 2
    assert "nothing to check in this folder (" in done.err
    assert all(f" {suffix} " in done.err for suffix in (".docx", ".xls", ".xlsx"))


def test_a_dash_is_standard_input(bad: Path) -> None:
    done = run("-", stdin=bad.read_bytes())
    assert done.status == 1
    assert done.out.startswith("<stdin>:")


def test_standard_input_may_have_a_name(bad: Path) -> None:
    done = run("-", "--stdin-filename", "年报.txt", stdin=bad.read_bytes())
    assert done.out.startswith("年报.txt:")


def test_an_encoding_may_be_named(tmp_path: Path) -> None:
    path = tmp_path / "big5.txt"
    path.write_bytes("一、總體情況\n二、主動公開政府信息情況\n".encode("big5"))
    assert "DIS104" in run(path, "--encoding", "big5").out


def test_messages_are_chinese_in_a_chinese_locale_and_by_option(bad: Path) -> None:
    for done in (run(bad, LC_ALL="zh_CN.UTF-8", PYTHONUTF8="1"), run(bad, "--lang", "zh")):
        assert "“40件”不必写单位，请写作“40”" in done.out


def test_messages_are_english_by_option_in_a_chinese_locale(bad: Path) -> None:
    done = run(bad, "--lang", "en", LC_ALL="zh_CN.UTF-8", PYTHONUTF8="1")
    assert "needs no unit" in done.out


def test_a_console_that_cannot_print_a_character_is_no_reason_to_die(bad: Path) -> None:
    done = run(bad, PYTHONIOENCODING="ascii")
    assert done.status == 1
    assert "\\u" in done.out


def test_the_version_is_told() -> None:
    assert run("--version").out == f"disclint {__version__}\n"


def test_help_tells_the_exit_statuses() -> None:
    assert "0 nothing found" in " ".join(run("--help").out.split())


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("--selct=DIS4", "unrecognized arguments: --selct=DIS4; did you mean --select?"),
        ("--sel=DIS4", "unrecognized arguments: --sel=DIS4; did you mean --select?"),
        ("--zzzz", "unrecognized arguments: --zzzz"),
    ],
)
def test_an_option_that_there_is_not_is_told_with_the_one_that_may_be_meant(
    option: str, said: str, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("一、总体情况\n", encoding="utf-8")
    done = run(option, "a.txt", cwd=tmp_path)
    assert (done.status, done.err.splitlines()[-1]) == (2, f"disclint: error: {said}")


def test_what_stands_after_two_hyphens_is_no_option(tmp_path: Path) -> None:
    (tmp_path / "-a.txt").write_text("一、总体情况\n", encoding="utf-8")
    done = run("--select", "DIS003", "--", "-a.txt", cwd=tmp_path)
    assert (done.status, done.err) == (1, "")
    assert done.out.startswith("-a.txt:")
