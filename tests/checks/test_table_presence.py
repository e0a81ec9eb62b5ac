"""Tables that are not there, and those that may have been pictures."""

import pytest

from disclint.linter import Linter
from disclint.marks import PICTURE
from disclint.source import Source
from tests.writing import HEADINGS


def said(linter: Linter, under: str) -> list[str]:
    """Return what is said of tables where `under` stands in place of each."""
    text = "\n".join(f"{heading}\n{under}" for heading in HEADINGS)
    found = linter.lint(Source("report.txt", text))
    return [one.message.en for one in found if one.code == "DIS104"]


@pytest.mark.parametrize("under", ["", "\n \u3000\n", PICTURE, f"  {PICTURE}{PICTURE} \n"])
def test_a_section_without_anything_in_it_may_have_had_a_picture(
    linter: Linter, under: str
) -> None:
    messages = said(linter, under)
    assert len(messages) == 3
    assert all("may have been a picture" in message for message in messages)


def test_a_section_with_prose_in_place_of_its_table_has_none(linter: Linter) -> None:
    messages = said(linter, "本年度无此类情况。")
    assert len(messages) == 3
    assert not any("picture" in message for message in messages)


def test_a_picture_on_a_web_page_in_place_of_the_table_is_guessed_at(linter: Linter) -> None:
    picture = "<p><img src='t.png' width='600' height='400'></p>"
    page = "<html>" + "".join(f"<p>{heading}</p>{picture}" for heading in HEADINGS)
    source = linter.read(page.encode(), "report.html")
    assert isinstance(source, Source)
    messages = [one.message.zh for one in linter.lint(source) if one.code == "DIS104"]
    assert len(messages) == 3
    assert all("原文的表格可能是图片" in message for message in messages)
