"""Official tables whose words are there, but in no layout that is known."""

from collections.abc import Callable, Container
from textwrap import dedent

import pytest

from disclint.binding.bound import BoundReport
from disclint.binding.unread import find_unread
from disclint.catalog import Catalog
from disclint.forms import Form
from tests.writing import write_report

Bind = Callable[[str], BoundReport]

DISPUTES = """\
    四、政府信息公开行政复议、行政诉讼情况

    行政复议 行政诉讼 未经复议直接起诉 复议后起诉
    结果维持 结果纠正 其他结果 尚未审结 总计
    0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
    """
ACTIVE_WORDS = """\
    信息内容 本年制发件数 本年废止件数 现行有效件数 行政规范性文件 行政许可 行政处罚
    行政强制 行政事业性收费 本年处理决定数量 本年收费金额（单位：万元）
    """


def unread(
    bind: Bind, catalog: Catalog, text: str, read: Container[int] = frozenset()
) -> frozenset[int]:
    report = bind(dedent(text))
    return find_unread(
        report.report, report.sections, read, catalog.forms, catalog.genre("ogi").outline
    )


def test_a_table_in_no_known_layout_is_unread(bind: Bind) -> None:
    assert bind(dedent(DISPUTES)).unread == {4}


def test_a_table_that_is_read_is_not_unread(bind: Bind, catalog: Catalog) -> None:
    assert unread(bind, catalog, DISPUTES, read={4}) == frozenset()


def test_of_a_report_that_is_read_nothing_is_unread(bind: Bind, forms: dict[str, Form]) -> None:
    names = ("active-2019", "requests-2019", "disputes")
    text = write_report([forms[name] for name in names], lambda _: "0")
    assert bind(text).unread == frozenset()


def test_prose_that_names_a_row_or_two_is_no_table(bind: Bind, catalog: Catalog) -> None:
    text = """\
        四、政府信息公开行政复议、行政诉讼情况

        全年行政复议一件，结果维持。
        """
    assert unread(bind, catalog, text) == frozenset()


def test_words_under_another_section_are_no_table_of_this_one(bind: Bind, catalog: Catalog) -> None:
    text = DISPUTES.replace(
        "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况"
    )
    assert unread(bind, catalog, text) == frozenset()


def test_each_section_is_looked_at_for_its_own_table(bind: Bind, catalog: Catalog) -> None:
    active = "    二、主动公开政府信息情况\n\n" + ACTIVE_WORDS
    assert unread(bind, catalog, active + "\n" + DISPUTES) == {2, 4}
    assert unread(bind, catalog, active + "\n" + DISPUTES, read={2}) == {4}


def test_without_sections_many_words_of_a_form_do(bind: Bind, catalog: Catalog) -> None:
    assert unread(bind, catalog, "    青禾县政府信息公开年报\n\n" + ACTIVE_WORDS) == {2}


def test_without_sections_two_headings_within_the_text_do(bind: Bind, catalog: Catalog) -> None:
    text = (
        "青禾县年报 "
        + "、".join(section.shown for section in catalog.genre("ogi").outline[1:3])
        + "，" * 60
    )
    assert unread(bind, catalog, text) == {2, 3, 4}


@pytest.mark.parametrize("text", ["", "全县平稳有序。\n", "行政许可三件，行政处罚五件。\n"])
def test_in_other_texts_nothing_is_unread(text: str, bind: Bind, catalog: Catalog) -> None:
    assert unread(bind, catalog, text) == frozenset()


def test_one_heading_within_the_text_does_not_do(bind: Bind, catalog: Catalog) -> None:
    text = f"青禾县年报 {catalog.genre('ogi').outline[1].shown} " + "，" * 60
    assert unread(bind, catalog, text) == frozenset()


def test_past_the_first_200_000_characters_nobody_looks(bind: Bind, catalog: Catalog) -> None:
    padding = "好" * 200_000 + "\n\n"
    assert unread(bind, catalog, padding + dedent(ACTIVE_WORDS)) == frozenset()
