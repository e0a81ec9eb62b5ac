"""Files that stop half-way through their report."""

from collections.abc import Callable
from textwrap import dedent

import pytest

from disclint.binding.bound import BoundReport
from disclint.binding.cut import without_end
from disclint.forms import Form
from disclint.source import Source, Span
from tests.writing import table_rows, write_report, write_rows

Bind = Callable[[str], BoundReport]

OPENING = """\
    青禾县2023年政府信息公开工作年度报告

    一、总体情况

    """
LONG = "全县政府信息公开工作平稳有序，" * 4


def cut_text(bind: Bind, text: str) -> str | None:
    """Return the last text of a file that is cut."""
    source = Source("report.txt", dedent(text))
    cut = bind(source.text).cut
    return source.excerpt(cut) if cut else None


def requests_up_to(forms: dict[str, Form], count: int) -> str:
    """Return a report that ends with the first `count` rows of the third table."""
    rows = list(table_rows(forms["requests-2021"], lambda _: "0"))[:count]
    heading = "青禾县2023年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n"
    return heading + write_rows(rows)


@pytest.fixture(scope="module")
def whole(forms: dict[str, Form]) -> str:
    names = ("active-2021", "requests-2021", "disputes")
    return write_report([forms[name] for name in names], lambda _: "0", year=2023)


def test_a_whole_report_is_not_cut(whole: str, bind: Bind) -> None:
    assert bind(whole).cut is None


def test_a_file_that_ends_within_a_table_is_cut_at_its_last_row(
    bind: Bind, forms: dict[str, Form]
) -> None:
    said = cut_text(bind, requests_up_to(forms, 12))
    assert said is not None
    assert said.split() == ["5.属于三类内部事务信息", *["0"] * 7]


def test_a_table_that_ends_within_its_last_row_is_cut(bind: Bind, forms: dict[str, Form]) -> None:
    text = requests_up_to(forms, 99)
    assert text.endswith("\t0\n" * 7)
    assert bind(text).cut is None
    assert bind(text.removesuffix("\t0\n" * 4)).cut


def test_a_scrap_of_the_next_row_may_stand_after_the_table(
    bind: Bind, forms: dict[str, Form]
) -> None:
    assert cut_text(bind, requests_up_to(forms, 12) + "\n6.属于四\n") == "6.属于四"


def test_prose_after_a_short_table_says_that_the_file_goes_on(
    bind: Bind, forms: dict[str, Form]
) -> None:
    assert cut_text(bind, requests_up_to(forms, 12) + f"\n{LONG}特此说明。\n") is None


def test_a_file_that_ends_after_a_whole_table_is_not_cut(bind: Bind, whole: str) -> None:
    assert bind(whole[: whole.index("五、存在的主要问题")]).cut is None


def test_a_file_that_ends_within_a_long_sentence_is_cut_there(bind: Bind) -> None:
    assert cut_text(bind, OPENING + LONG + "全年共公开\n") == LONG + "全年共公开"


@pytest.mark.parametrize("end", [*"。！？；：”）", "?", "!"])
def test_a_file_that_ends_with_a_sentence_is_not_cut(end: str, bind: Bind) -> None:
    assert cut_text(bind, f"{OPENING}{LONG}全年共公开十条{end}\n") is None


def test_a_short_line_without_a_full_stop_is_a_signature_and_no_cut(bind: Bind) -> None:
    assert cut_text(bind, OPENING + "平稳有序。\n\n青禾县人民政府办公室\n") is None


def test_after_the_last_section_nothing_is_to_come(bind: Bind) -> None:
    text = OPENING + f"平稳有序。\n\n六、其他需要报告的事项\n\n{LONG}\n"
    assert cut_text(bind, text) is None


def test_a_file_that_ends_in_the_head_of_a_table_is_cut(bind: Bind) -> None:
    text = OPENING + "平稳有序。\n\n二、主动公开政府信息情况\n\n第二十条第（一）项\n"
    assert cut_text(bind, text) == "第二十条第（一）项"


def test_a_section_with_a_short_word_of_no_form_is_not_cut(bind: Bind) -> None:
    assert cut_text(bind, OPENING + "平稳有序。\n\n二、主动公开政府信息情况\n\n见附件\n") is None


@pytest.mark.parametrize("text", ["", LONG, "青禾县招标公告\n\n" + LONG])
def test_what_is_no_report_is_not_cut(text: str, bind: Bind) -> None:
    assert cut_text(bind, text) is None


def test_a_row_past_the_cut_is_not_missing(bind: Bind, forms: dict[str, Form]) -> None:
    (table,) = bind(requests_up_to(forms, 12)).tables
    assert len(table.rows) < len(forms["requests-2021"].blocks[0].rows)
    assert table.missing_rows == ()


def test_a_row_before_the_cut_is_missing_all_the_same(bind: Bind, forms: dict[str, Form]) -> None:
    text = requests_up_to(forms, 12)
    start = text.index("\t二、上年结转")
    (table,) = bind(text[:start] + text[text.index("\t三、本年度办理结果") :]).tables
    assert [row.id for row, _, _ in table.missing_rows] == ["carried-in"]


def test_a_table_loses_only_the_rows_missing_past_its_last_one(
    bind: Bind, forms: dict[str, Form]
) -> None:
    rows = list(table_rows(forms["active-2021"], lambda _: "0"))
    kept = [row for row in rows if row[0] not in ("行政许可", "行政事业性收费")]
    (table,) = bind(f"{write_rows(kept)}\n{LONG}特此说明。\n").tables
    assert [row.id for row, _, _ in table.missing_rows] == ["licences", "fees"]
    cut = Span(table.span.end, table.span.end)
    without = without_end(table, cut, is_alone=False)
    assert [row.id for row, _, _ in without.missing_rows] == ["licences"]
    assert without.rows == table.rows


@pytest.mark.parametrize("end", ["\t0\n", "\t0\n" * 6, "\t0\n" * 6 + "\t\n"])
def test_of_the_row_in_which_a_report_stops_nothing_can_be_said(
    end: str, bind: Bind, forms: dict[str, Form]
) -> None:
    text = OPENING + requests_up_to(forms, 12) + "\t6.属于四类过程性信息\n" + end
    (table,) = bind(dedent(text)).tables
    assert table.rows[-1].row.label == "5.属于三类内部事务信息"
    assert table.is_cut


@pytest.mark.parametrize("scrap", ["\t6", "\t（四）无法提供\n\t1", "\t（四）无法提"])
def test_a_scrap_of_a_label_is_no_label(scrap: str, bind: Bind, forms: dict[str, Form]) -> None:
    (table,) = bind(dedent(OPENING) + requests_up_to(forms, 12) + f"\n{scrap}\n").tables
    assert table.unknown_rows == ()
    assert table.misworded == ()


def test_a_whole_row_that_the_form_does_not_have_is_told_at_a_cut_as_well(
    bind: Bind, forms: dict[str, Form]
) -> None:
    row = "\t（八）口头答复\n" + "\t0\n" * 7
    (table,) = bind(dedent(OPENING) + requests_up_to(forms, 12) + f"\n{row}").tables
    assert [row.label for row in table.unknown_rows] == ["（八）口头答复"]


def test_a_table_by_itself_may_lack_a_cell_in_its_last_row(
    bind: Bind, forms: dict[str, Form]
) -> None:
    rows = list(table_rows(forms["requests-2021"], lambda _: "0"))
    (table,) = bind(write_rows([*rows[:-1], rows[-1][:-1]])).tables
    assert table.rows[-1].misfit


def test_a_file_that_ends_in_a_heading_is_cut_there(bind: Bind) -> None:
    text = OPENING + "平稳有序。\n\n五、存在的主要问题及改进\n"
    assert cut_text(bind, text) == "五、存在的主要问题及改进"
    assert cut_text(bind, OPENING + "平稳有序。\n\n六、其他需要报告的事项\n") is None
    assert cut_text(bind, OPENING) is None


def test_a_row_missing_at_the_top_of_a_table_that_is_cut_is_missing(
    bind: Bind, forms: dict[str, Form]
) -> None:
    rows = list(table_rows(forms["active-2021"], lambda _: "0"))[:-1]
    kept = [row for row in rows if row[0] != "规章"]
    (table,) = bind(write_rows(kept)).tables
    assert [row.id for row, _, _ in table.missing_rows] == ["rules"]
