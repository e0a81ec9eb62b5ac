"""Figures that run together, read where the form leaves but one way to part them."""

from collections.abc import Callable, Mapping

import pytest

from disclint.binding.bound import BoundReport, State
from disclint.forms import Form, Slot
from disclint.linter import Linter
from disclint.source import Source
from tests.filling import row_of
from tests.writing import Value, table_rows, write_line, write_report, write_run

NAMES = ("active-2019", "requests-2019", "disputes")
Forms = dict[str, Form]
Bind = Callable[[str], BoundReport]
Codes = Callable[[str], list[str]]


def value(texts: Mapping[str, str]) -> Value:
    def text(slot: Slot) -> str:
        return texts.get(f"{slot.row.id}.{slot.column.id}", "0")

    return text


def line(forms: Forms, texts: Mapping[str, str]) -> str:
    return write_line([forms[name] for name in NAMES], value(texts))


def read(report: BoundReport, row: str) -> list[str]:
    figures = [figure for figure in report.figures() if figure.slot.row.id == row]
    return [figure.text if figure.quantity else figure.state for figure in figures]


def settled(report: BoundReport, row: str) -> set[str]:
    figures = (figure for figure in report.figures() if figure.slot.row.id == row)
    return {relation for figure in figures for relation in figure.settled_by}


DIRECT = {"cases.direct-total": "12"}
BALANCED = {**row_of("received", 20, 0, 0, 0, 0, 1), **row_of("results-total", 20, 0, 0, 0, 0, 1)}


def test_zeros_are_certain_without_any_relation(forms: Forms, bind: Bind) -> None:
    report = bind(line(forms, {}))
    assert {figure.text for figure in report.figures()} == {"0"}
    assert not any(figure.settled_by for figure in report.figures())


def test_a_row_is_parted_by_its_total(forms: Forms, bind: Bind) -> None:
    report = bind(line(forms, BALANCED | row_of("disclosed", 20, 0, 0, 0, 0, 1)))
    assert read(report, "received") == ["20", "0", "0", "0", "0", "1", "21"]
    assert settled(report, "received") == {"R3"}
    assert settled(report, "carried-in") == set()


def test_rows_are_parted_by_their_columns_where_totals_leave_more_ways(
    forms: Forms, bind: Bind
) -> None:
    # By its total alone 270020130 may be 2 7 0 0 20 1 30 as well.
    row = (27, 0, 0, 2, 0, 1)
    texts = row_of("received", *row) | row_of("disclosed", *row) | row_of("results-total", *row)
    report = bind(line(forms, texts | row_of("carried-in", 5) | row_of("carried-out", 5)))
    assert read(report, "carried-in") == ["5", "0", "0", "0", "0", "0", "5"]
    assert set(read(report, "disclosed")) == {State.FUSED}
    texts |= row_of("partly-disclosed", 30, 0, 0, 0, 0, 0)
    texts |= row_of("received", 57, 0, 0, 2, 0, 1) | row_of("results-total", 57, 0, 0, 2, 0, 1)
    report = bind(line(forms, texts))
    assert read(report, "disclosed") == ["27", "0", "0", "2", "0", "1", "30"]
    assert settled(report, "disclosed") == {"R2", "R3"}
    assert settled(report, "partly-disclosed") == {"R3"}


def test_a_row_without_relation_is_never_guessed(forms: Forms, bind: Bind) -> None:
    texts = {"licences.previous": "396", "licences.change": "44", "licences.decisions": "2278"}
    report = bind(line(forms, texts))
    assert read(report, "licences") == [State.FUSED] * 3
    assert read(report, "rules") == ["0", "0", "0"]


def test_a_wrong_total_is_not_parted_away(forms: Forms, bind: Bind) -> None:
    report = bind(line(forms, row_of("disclosed", 6, 0, 0, 0, 0, 1) | {"disclosed.total": "9"}))
    assert read(report, "disclosed") == [State.FUSED] * 7


def test_a_certain_row_with_a_wrong_total_is_told(forms: Forms, codes: Codes) -> None:
    assert codes(line(forms, {"disclosed.total": "5"})) == ["1: DIS406"]


def test_a_total_right_after_its_only_part_is_doubtful_in_table_4(forms: Forms, bind: Bind) -> None:
    texts = {"cases.review-pending": "5", "cases.review-total": "5"}
    assert set(read(bind(line(forms, texts)), "cases")) == {State.FUSED}
    texts = {"cases.review-upheld": "5", "cases.review-total": "5"}
    assert read(bind(line(forms, texts)), "cases") == ["5", "0", "0", "0", "5", *["0"] * 10]


def test_a_blank_that_the_columns_speak_for_makes_a_row_doubtful(forms: Forms, bind: Bind) -> None:
    texts = {
        **row_of("received", 0, 0, 0, 2, 0, 24),
        **row_of("disclosed", 0, 0, 0, 2, 0, 24),
        **row_of("results-total", 0, 0, 0, 2, 0, 24),
        "disclosed.total": "",
    }
    assert read(bind(line(forms, texts)), "disclosed") == [State.FUSED] * 7


def test_where_no_row_shows_that_zeros_are_written_ways_with_many_blanks_compete(
    forms: Forms, bind: Bind
) -> None:
    text = write_run(table_rows(forms["disputes"], value({"cases.direct-upheld": "12"} | DIRECT)))
    alone = bind(f"四、政府信息公开行政复议、行政诉讼情况{text}\n")
    assert set(read(alone, "cases")) == {State.FUSED}
    together = bind(line(forms, {"cases.direct-upheld": "12"} | DIRECT))
    assert read(together, "cases")[5:10] == ["12", "0", "0", "0", "12"]


@pytest.mark.parametrize("gap", [" ", "  ", "\t", "\u3000"])
def test_figures_with_white_space_between_them_are_certain(
    gap: str, forms: Forms, bind: Bind
) -> None:
    texts = {"licences.previous": "396", "licences.change": "+44", "licences.decisions": "2278"}
    text = write_line([forms[name] for name in NAMES], value(texts), lambda: gap)
    report = bind(text)
    assert read(report, "licences") == ["396", "+44", "2278"]
    assert {figure.state for figure in report.figures()} == {State.FIGURE}
    assert not any(figure.settled_by for figure in report.figures())


def test_single_spaced_rows_each_on_its_line_are_read(bind: Bind) -> None:
    text = (
        "二、主动公开政府信息情况\n\n第二十条第（五）项\n"
        "信息内容 上一年项目数量 本年增/减 处理决定数量\n"
        "行政许可 396 44 2278 其他对外管理服务事项 10 7 105\n第二十条第（六）项\n行政处罚 1 2 3\n"
    )
    report = bind(text)
    assert read(report, "licences") == ["396", "44", "2278"]
    assert read(report, "other-services") == ["10", "7", "105"]
    assert read(report, "penalties") == ["1", "2", "3"]


def test_a_row_with_room_for_no_figure_more_lacks_cells(codes: Codes) -> None:
    text = "行政许可 4 8 其他对外管理服务事项 10 7 105\n"
    assert [code for code in codes(text) if "DIS202" in code]


def test_a_row_is_told_once(forms: Forms, linter: Linter) -> None:
    texts = {"licences.previous": "396", "licences.change": "44", "licences.decisions": "2278"}
    (found,) = linter.lint(Source("report.txt", line(forms, texts)))
    assert found.code == "DIS005"
    assert "“396442278”没有分格，其中应有 3 个数" in found.message.zh


def test_a_relation_that_has_parted_figures_does_not_check_them(
    forms: Forms, linter: Linter
) -> None:
    source = Source("report.txt", line(forms, BALANCED | row_of("disclosed", 20, 0, 0, 0, 0, 1)))
    entries = linter.ledger(linter.examine(source))
    totals = [entry for entry in entries if entry.id == "R3"]
    assert {entry.standing for entry in totals} == {"held", "undecided"}
    reasons = {entry.reason.en for entry in totals if entry.reason}
    assert reasons == {"was used to part figures that run together, so that it cannot check them"}
    assert {entry.standing for entry in entries if entry.id in {"R1", "R2"}} == {"held"}


def test_a_table_in_which_nothing_agrees_is_not_trusted(forms: Forms, bind: Bind) -> None:
    repeated = row_of("declined-repeated", 20, 1, 0, 0, 0, 0)
    wrong = [
        row_of(row, 6, 0, 0, 0, 0, 1) | {f"{row}.total": "9"}
        for row in ("disclosed", "partly-disclosed")
    ]
    report = bind(line(forms, repeated | wrong[0]))
    assert read(report, "declined-repeated") == ["20", "1", "0", "0", "0", "0", "21"]
    report = bind(line(forms, repeated | wrong[0] | wrong[1]))
    assert set(read(report, "declined-repeated")) == {State.FUSED}


FULL = {"refused-forbidden-by-law", "unavailable-needs-making"}
ZERO_IN_ALL = {
    *("received", "disclosed", "partly-disclosed", "refused-state-secret", "refused-third-party"),
    *("refused-internal-affairs", "refused-process", "refused-enforcement-file"),
    *("unavailable-not-held", "other-handling"),
}


def test_a_row_set_by_spaces_that_lacks_cells_is_not_parted(forms: Forms, bind: Bind) -> None:
    # 0 0 12 407 after three blanks: as digits, 0 + 0 + 1 + 2 + 4 + 0 = 7
    order = [column.id for column in forms["requests-2019"].blocks[0].columns]
    total = dict(zip(order, ("", "", "", "0", "0", "12", "407"), strict=True))

    def written(slot: Slot) -> str:
        if slot.form.id != "requests-2019" or slot.row.id in FULL:
            return "0"
        if slot.row.id == "results-total":
            return total[slot.column.id]
        return "0" if slot.row.id in ZERO_IN_ALL and slot.column.id == "total" else ""

    own = [forms[name] for name in ("active-2021", "requests-2019", "disputes")]
    report = bind(write_report(own, written, "printed", 2023))
    for figure in report.figures():
        if figure.state is State.FIGURE:
            assert figure.text == written(figure.slot)
