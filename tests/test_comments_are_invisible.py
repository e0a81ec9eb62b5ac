"""Comments to disclint in a report: whatever is read and found, it is as if they were not there."""

import re
from pathlib import Path
from typing import get_args

import pytest

from disclint.diagnostics import Diagnostic
from disclint.forms import Form, Slot
from disclint.linter import Linter
from disclint.source import Place, Source
from tests.writing import LayoutName, write_report

COMMENT = "<!-- disclint: ignore[DIS402] -- 已核对 -->"
FORMS = ("active-2021", "requests-2021", "disputes")


def read(linter: Linter, text: str, path: str = "report.txt") -> Source:
    source = linter.read(text.encode(), path)
    assert isinstance(source, Source)
    return source


def value(slot: Slot) -> str:
    """Give figures of which many are wrong, so that there is much to find."""
    return str(sum(map(ord, slot.id)) % 7)


def at_each_line(text: str) -> str:
    return "".join(f"{COMMENT}\n{line}\n" for line in text.split("\n"))


def between_lines(text: str) -> str:
    """Set a comment apart by blank lines, as people do, where a blank line stands anyway."""
    return text.replace("\n\n", f"\n\n{COMMENT}\n\n")


def told(found: list[Diagnostic]) -> list[tuple[object, ...]]:
    return [(one.code, one.message, one.subject, one.text, one.line) for one in found]


@pytest.mark.parametrize("layout", get_args(LayoutName))
def test_in_every_layout_a_comment_on_every_other_line_changes_nothing(
    layout: LayoutName, forms: dict[str, Form], linter: Linter
) -> None:
    text = write_report([forms[name] for name in FORMS], value, layout, 2023)
    bare, commented = read(linter, text), read(linter, at_each_line(text))
    assert commented.text.rstrip() == bare.text.rstrip()
    found, wanted = linter.lint(commented), linter.lint(bare)
    assert len(wanted) > 2
    assert told(found) == told(wanted)
    assert [one.start.line for one in found] == [2 * one.start.line for one in wanted]


@pytest.mark.parametrize("layout", get_args(LayoutName))
def test_in_every_layout_a_comment_with_blank_lines_around_it_breaks_no_table(
    layout: LayoutName, forms: dict[str, Form], linter: Linter
) -> None:
    text = write_report([forms[name] for name in FORMS], value, layout, 2023)
    bare, commented = read(linter, text), read(linter, between_lines(text))
    assert told(linter.lint(commented)) == told(linter.lint(bare))


def test_in_real_reports_a_comment_on_every_other_line_changes_nothing(
    real_reports: Path, linter: Linter
) -> None:
    seeds = sorted((real_reports / "seeds").glob("*.txt"))
    assert seeds
    for path in seeds:
        bare = linter.open(str(path))
        assert isinstance(bare, Source)
        commented = read(linter, at_each_line(bare.text))
        assert told(linter.lint(commented)) == told(linter.lint(bare))


def test_a_comment_cuts_no_heading_that_is_broken_over_two_lines(linter: Linter) -> None:
    text = f"三、收到和处理政府信息\n{COMMENT}\n公开申请情况\n"
    (report,) = linter.bind(read(linter, text))
    assert [one.official.number for one in report.sections] == ["三"]


def test_a_comment_on_a_page_parts_no_words_and_no_rows(linter: Linter) -> None:
    page = (
        "<html><body><p>二、主动公开{c}政府信息情况</p><table>{c}<tr><td>信息内容</td>"
        "<td>上一年{c}项目数量</td><td>本年增/减</td><td>处理决定数量</td></tr>{c}<tr>"
        "<td>行政许可</td>{c}<td>12</td><td>+3</td><td>4{c}0件</td></tr></table></body></html>"
    )
    bare = read(linter, page.format(c=""), "a.html")
    commented = read(linter, page.format(c=COMMENT), "a.html")
    assert commented.text == bare.text
    assert len(commented.comments) == page.count("{c}")


def test_a_comment_that_speaks_to_nobody_we_know_is_left_in_the_text(linter: Linter) -> None:
    source = read(linter, "一、总体情况\n<!-- markdownlint-disable -->\n")
    assert "markdownlint" in source.text
    assert source.comments == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_in_every_encoding_and_with_every_line_end_places_are_those_of_the_file(
    encoding: str, end: str, linter: Linter
) -> None:
    text = f"{COMMENT}\n一、总体情况\n  {COMMENT}\n\t{COMMENT}  \n全县工作平稳，《条例。\n"
    source = linter.read(text.replace("\n", end).encode(encoding), "a.txt")
    assert isinstance(source, Source)
    assert source.text == "一、总体情况\n全县工作平稳，《条例。\n"
    assert [comment.place for comment in source.comments] == [
        Place(1, 1),
        Place(3, 3),
        Place(4, 2),
    ]
    assert source.place(source.text.index("全")) == Place(5, 1)
    assert source.place(len(source.text)) == Place(6, 1)


def test_figures_are_given_out_as_if_comments_were_not_there(
    forms: dict[str, Form], linter: Linter
) -> None:
    text = write_report([forms[name] for name in FORMS], value, "tabbed", 2023)
    bare, commented = (linter.bind(read(linter, one))[0] for one in (text, at_each_line(text)))
    assert [(one.slot.id, one.text) for one in commented.figures()] == [
        (one.slot.id, one.text) for one in bare.figures()
    ]
    assert re.search("disclint", read(linter, at_each_line(text)).text) is None
