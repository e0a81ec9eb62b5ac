"""Sections of a document matched to the official outline."""

from collections.abc import Callable
from textwrap import dedent

import pytest

from disclint.binding.bound import BoundReport
from disclint.binding.sections import bind_sections, map_sections
from disclint.catalog import Catalog
from disclint.nodes import Paragraph, Section
from disclint.source import Span

Bind = Callable[[str], BoundReport]


def section(heading: str, text: str = "好。") -> Section:
    """Return a section with one paragraph, or with none where `text` is empty."""
    blocks = (Paragraph(text=text, span=Span(0, 0)),) if text else ()
    return Section(heading=Paragraph(text=heading, span=Span(0, 0)), blocks=blocks, span=Span(0, 0))


@pytest.mark.parametrize(
    ("heading", "official"),
    [
        ("一、总体情况", "一"),
        ("总体情况", "一"),
        ("一、2023年政府信息公开工作的总体情况", "一"),
        ("二、主动公开政府信息情况", "二"),
        ("二、主動公開政府信息情況", "二"),
        ("二、政府信息主动公开情况", "二"),
        ("三、收到和处理政府信息公开申请情况", "三"),
        ("三、收到和处理政府信息公开申情情况", "三"),
        ("四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", "四"),
        ("五、存在的主要问题及改进举措", "五"),
        ("六、其他需要报告的\n事项", "六"),
    ],
)
def test_a_heading_is_known_by_its_words(heading: str, official: str, catalog: Catalog) -> None:
    (bound,) = bind_sections([section(heading)], catalog.genre("ogi").outline)
    assert bound.official.number == official


def test_the_words_tell_the_section_and_the_number_is_kept_as_written(catalog: Catalog) -> None:
    (bound,) = bind_sections([section("三、主动公开政府信息情况")], catalog.genre("ogi").outline)
    assert (bound.official.number, bound.number) == ("二", "三、")


@pytest.mark.parametrize(
    ("heading", "number"),
    [("一、总体情况", "一、"), ("（一）总体情况", "(一)"), ("1.总体情况", "1."), ("总体情况", "")],
)
def test_a_number_of_any_kind_is_given(heading: str, number: str, catalog: Catalog) -> None:
    (bound,) = bind_sections([section(heading)], catalog.genre("ogi").outline)
    assert bound.number == number


def test_a_heading_that_is_none_of_the_outline_is_left_out(catalog: Catalog) -> None:
    sections = [
        section("一、总体情况"),
        section("七、机构设置情况"),
        section("五、存在的主要问题及改进情况"),
    ]
    bound = bind_sections(sections, catalog.genre("ogi").outline)
    assert [one.official.number for one in bound] == ["一", "五"]
    assert bound[1].section is sections[2]


def test_each_section_is_mapped_in_its_turn_or_to_nothing(catalog: Catalog) -> None:
    sections = [section("七、附件目录"), section("一、总体情况")]
    none, bound = map_sections(sections, catalog.genre("ogi").outline)
    assert none is None
    assert bound is not None
    assert bound.official is catalog.genre("ogi").outline[0]


def test_the_lines_of_a_table_of_contents_are_no_sections(catalog: Catalog) -> None:
    contents = [section(official.shown, "") for official in catalog.genre("ogi").outline]
    real = [section(official.shown) for official in catalog.genre("ogi").outline]
    bound = bind_sections([*contents, *real], catalog.genre("ogi").outline)
    assert [one.section for one in bound] == real
    assert all(one.section.blocks for one in bound)


def test_a_section_with_nothing_in_it_is_one_where_it_does_not_come_again(
    catalog: Catalog,
) -> None:
    sections = [section("一、总体情况", ""), section("二、主动公开政府信息情况")]
    bound = bind_sections(sections, catalog.genre("ogi").outline)
    assert [one.official.number for one in bound] == ["一", "二"]


def test_a_section_that_comes_twice_is_there_twice(catalog: Catalog) -> None:
    sections = [section("一、总体情况", "甲。"), section("一、总体情况", "乙。")]
    assert [
        one.section for one in bind_sections(sections, catalog.genre("ogi").outline)
    ] == sections


def test_the_sections_of_a_text_are_bound_with_what_stands_under_them(bind: Bind) -> None:
    text = """\
        青禾县2023年政府信息公开工作年度报告

        一、总体情况

        平稳有序。

        五、存在的主要问题及改进情况

        无。
        """
    first, second = bind(dedent(text)).sections
    assert [block.text for block in first.section.blocks if isinstance(block, Paragraph)] == [
        "平稳有序。"
    ]
    assert second.official.number == "五"


def test_a_heading_thousands_of_times_is_bounded_by_no_recursion(bind: Bind) -> None:
    text = "一、总体情况\n平稳。\n" * 3000
    assert len(bind(text).sections) == 3000
