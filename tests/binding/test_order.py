"""Figures without labels whose order a converter of PDF may have changed."""

from collections.abc import Callable

import pytest

from disclint.binding.bound import BoundReport
from disclint.forms import Form
from tests.writing import HEADINGS, write_report

Bind = Callable[[str], BoundReport]
Write = Callable[[str], str]

WHOLE = "\n\n".join(
    ["行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉"]
    + ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 3
)
BROKEN = "\n\n".join(
    ["行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉"]
    + ["结果\n维持", "结果\n纠正", "其他\n结果", "尚未", "总计", "审结"] * 3
)
RIGHT = "0 0 0 0 0 0 0 0 0 0 404 0 1 0 405"
SHUFFLED = "0 0 0 0 0 0 0 0 1 0 0 0 0 404 405"
TOTALS_LEFT = "10 1 0 0 0 0 0 0 0 0 5 0 0 0 0"


@pytest.fixture
def write(forms: dict[str, Form]) -> Write:
    """Return what writes a report in order whose table 4 is given."""
    used = [forms[name] for name in ("active-2019", "requests-2019", "disputes")]
    text = write_report(used, lambda _: "0", "aligned")
    start, end = text.index(HEADINGS[3]) + len(HEADINGS[3]), text.index(HEADINGS[4])
    return lambda table: f"{text[:start]}\n\n{table}\n\n{text[end:]}"


def figures(report: BoundReport) -> str:
    """Return the figures of table 4, or nothing where it is not read."""
    tables = (table for table in report.tables if table.form.table == 4)
    return " ".join(figure.text for table in tables for figure in table.figures())


def one_each(texts: str) -> str:
    return texts.replace(" ", "\n\n")


@pytest.mark.parametrize("texts", [RIGHT, SHUFFLED, TOTALS_LEFT])
def test_under_whole_heads_figures_are_read_in_their_order(
    texts: str, write: Write, bind: Bind
) -> None:
    assert figures(bind(write(f"{WHOLE}\n\n{one_each(texts)}"))) == texts


@pytest.mark.parametrize(
    ("texts", "read"), [(RIGHT, RIGHT), (SHUFFLED, ""), (TOTALS_LEFT, TOTALS_LEFT)]
)
def test_under_broken_heads_figures_are_not_read_that_keep_their_sums_in_another_order_only(
    texts: str, read: str, write: Write, bind: Bind
) -> None:
    assert figures(bind(write(f"{BROKEN}\n\n{one_each(texts)}"))) == read


def test_figures_on_one_line_are_read_though_their_sums_may_hold_in_another_order(
    write: Write, bind: Bind
) -> None:
    table = f"{BROKEN}\n\n{SHUFFLED.replace(' ', '    ')}"
    assert figures(bind(write(table))) == SHUFFLED


def test_the_pieces_of_a_broken_figure_do_not_stand_for_a_blank(write: Write, bind: Bind) -> None:
    broken = (
        "                     190\n"
        "917   0    0   984             0    0     4    0    4   0     2     1   347\n"
        "                      1"
    )
    assert figures(bind(write(f"{BROKEN}\n\n{broken}"))) == ""


def test_two_figures_on_one_line_are_not_one_parted_by_a_space(write: Write, bind: Bind) -> None:
    texts = "0 0 0 0 0 4 0 0 543 547 0 5 934 648 1587"
    fused = one_each(texts).replace("543\n\n547", "543 547").replace("1587", "158\n\n7")
    assert "543 547" not in [
        figure.text for figure in bind(write(f"{WHOLE}\n\n{fused}")).figures() if figure.quantity
    ]


HEADS = "结果维持 结果纠正 其他结果 尚未审结 总计"
REVIEW, DIRECT, AFTER = "1 0 2 0 3", "4 5 0 0 9", "0 6 0 1 7"
KEPT = f"{REVIEW} {DIRECT} {AFTER}"
LAWSUITS = "行政诉讼 未经复议直接起诉 复议后起诉"
GROUPS = f"行政复议 {LAWSUITS}"
FOUR = HEADS.removesuffix(" 总计")
THREE = FOUR.removesuffix(" 尚未审结")


@pytest.mark.parametrize(
    "texts",
    [
        f"行政复议 {HEADS} {REVIEW} {LAWSUITS} {HEADS} {HEADS} {DIRECT} {AFTER}",
        f"行政复议 {HEADS} {REVIEW} 未经复议直接起诉 {HEADS} {DIRECT} 复议后起诉 {HEADS} {AFTER}",
        f"{GROUPS} {HEADS} {HEADS} {FOUR} {REVIEW} {DIRECT} 0 6 0 1 总计 7",
    ],
)
def test_whole_groups_of_figures_between_the_heads_are_read(
    texts: str, write: Write, bind: Bind
) -> None:
    assert figures(bind(write(one_each(texts)))) == KEPT


@pytest.mark.parametrize(
    "texts",
    [
        f"行政复议 {HEADS} {REVIEW} 未经复议直接起诉 {HEADS} {HEADS} 4 5 复议后起诉 0 0 9 {AFTER}",
        f"{GROUPS} {HEADS} {HEADS} {THREE} {REVIEW} {DIRECT} 0 6 0 尚未审结 总计 1 7",
        f"行政复议 复议后起诉 未经复议直接起诉 {HEADS} {HEADS} {HEADS} {REVIEW} {AFTER} {DIRECT}",
        f"行政复议 {HEADS} {REVIEW} {LAWSUITS} {HEADS} {HEADS} {DIRECT} 6 0 1 7 0",
        f"行政复议 {HEADS} {REVIEW} {LAWSUITS} {HEADS} {THREE} 尚未 总计 审结 {DIRECT} {AFTER}",
    ],
    ids=[
        "a head in the midst of a group",
        "heads before the last figures of a group",
        "groups in another order",
        "groups whose sums do not hold",
        "heads in pieces",
    ],
)
def test_figures_between_the_heads_that_may_be_out_of_order_are_not_read(
    texts: str, write: Write, bind: Bind
) -> None:
    assert figures(bind(write(one_each(texts)))) == ""
