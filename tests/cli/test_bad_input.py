"""Files that are no reports, or broken ones: a clear word and never a traceback."""

import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from disclint.forms import Form
from tests.cli.running import run
from tests.writing import LayoutName, write_report

MEGABYTE = 1_000_000
SAMPLE = Path(__file__).parents[2] / "docs" / "samples" / "qinghe-2020.txt"
NO_REPORT = "no report found: neither a table of a known form nor the sections of a report"


@pytest.mark.parametrize(
    ("content", "status", "said"),
    [
        (b"", 1, "DIS003 no report found"),
        (b"  \n\t\n \xe3\x80\x80\n" * 1000, 1, "DIS003 no report found"),
        (b"\t" * 5000, 1, "DIS003 no report found"),
        (b"\r\r\r", 1, "DIS003 no report found"),
        (b"\x00\x01\x02\xff\xfe" * 1000, 2, "DIS002"),
        (b"\x7fELF\x02\x01\x01\x00", 2, "DIS002 a NUL byte"),
        (b"PK\x03\x04" + bytes(100), 2, "DIS001 this is an Office document or ZIP archive"),
        (b"%PDF-1.7\n", 2, "DIS001 damaged or not whole"),
        (b"\xef\xbb\xbf", 1, "DIS003"),
        (b"|" * 10000, 1, "DIS003"),
    ],
    ids=["empty", "spaces", "tabs", "returns", "binary", "elf", "zip", "pdf", "mark", "pipes"],
)
def test_what_is_no_report_is_called_so(
    content: bytes, status: int, said: str, tmp_path: Path
) -> None:
    path = tmp_path / "odd.txt"
    path.write_bytes(content)
    done = run(path)
    assert done.status == status
    assert said in done.out


@pytest.mark.parametrize("piece", ["公开", "0", "0 ", "\t0", "| 0 ", "一、总体情况", "(", "1."])
def test_one_line_of_ten_megabytes_is_read_in_bounded_time(piece: str, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    text = piece * (10 * MEGABYTE // len(piece.encode()))
    path.write_text(f"一、总体情况\n{text}\n", encoding="utf-8")
    done = run(path)
    assert done.status == 1
    assert "DIS" in done.out


def test_a_million_lines_of_cells_are_read_in_bounded_time(tmp_path: Path) -> None:
    path = tmp_path / "many.txt"
    path.write_text(
        "二、主动公开政府信息情况\n\t规范性文件\n" + "\t0\n" * MEGABYTE, encoding="utf-8"
    )
    done = run(path)
    assert done.status == 1
    assert "DIS203" in done.out


@pytest.mark.parametrize("layout", ["tabbed", "paragraphs", "pipes"])
def test_a_report_cut_off_anywhere_gives_findings_and_no_traceback(
    layout: LayoutName, forms: dict[str, Form], tmp_path: Path
) -> None:
    text = write_report(
        [forms["active-2019"], forms["requests-2019"], forms["disputes"]],
        lambda _: "0",
        layout,
    )
    for share in range(1, 10):
        (tmp_path / f"cut-{share}.txt").write_text(text[: len(text) * share // 10], "utf-8")
    done = run(tmp_path)
    assert done.status == 1
    assert len({line.split(":")[0] for line in done.out.splitlines()}) == 9


def test_a_folder_and_a_file_without_permission_are_named_and_the_others_go_on(
    tmp_path: Path,
) -> None:
    (tmp_path / "closed").mkdir(mode=0)
    (tmp_path / "closed.txt").touch(mode=0)
    (tmp_path / "open.txt").write_text("通知\n", encoding="utf-8")
    done = run(".", cwd=tmp_path, under=_without_power_over_permissions())
    assert done.status == 2
    assert done.out.splitlines() == [
        "./closed:1:1: DIS001 cannot be read: no permission to read it",
        "./closed.txt:1:1: DIS001 cannot be read: no permission to read it",
        f"./open.txt:1:1: DIS003 {NO_REPORT}",
    ]


def _without_power_over_permissions() -> list[str]:
    if os.geteuid():
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("root reads everything, and setpriv is not here to take that power away")
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]


def test_a_link_that_leads_in_a_circle_is_named_and_the_others_go_on(tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "open.txt").write_text("通知\n", encoding="utf-8")
    done = run(".", cwd=tmp_path)
    assert done.status == 2
    assert [line.split(": ")[0] for line in done.out.splitlines()] == [
        "./loop.txt:1:1",
        "./open.txt:1:1",
    ]


def test_a_full_disk_is_told_and_ends_with_2() -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("there is no /dev/full on this system")
    done = run(SAMPLE, onto=full)
    assert done.status == 2
    assert "disclint: cannot go on: " in done.err


def test_a_reader_that_has_had_enough_is_no_reason_for_a_traceback() -> None:
    program = shlex.join([sys.executable, "-m", "disclint", "extract", str(SAMPLE)])
    done = subprocess.run(
        ["/bin/sh", "-c", f"{program} | head -1"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.stdout.startswith("file,report,form,table,")
    assert "Traceback" not in done.stderr


def test_the_json_is_json_on_a_console_that_cannot_print_it() -> None:
    done = run("extract", "--format", "json", SAMPLE, PYTHONIOENCODING="gbk")
    assert len(json.loads(done.out.encode().decode("ascii"))[0]["figures"]) == 198


def test_the_first_bad_byte_of_a_text_in_utf_8_is_named(tmp_path: Path) -> None:
    text = SAMPLE.read_bytes()
    path = tmp_path / "bad.txt"
    path.write_bytes(text.replace("主动".encode(), b"\xff\xff", 1))
    done = run(path)
    assert ":9:3: DIS002 the byte 0xff cannot be decoded" in done.out
