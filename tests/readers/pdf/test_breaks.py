"""Tables that go on over a page's end, and rows that it cuts."""

import pytest

from tests.readers.pdf.drawing import box, line, pdf, words
from tests.readers.pdf.test_pdf import shown

ACROSS = (60, 150, 180)
_TOP = 60


def row(*texts: str, top: int = _TOP) -> str:
    """Draw a row of two cells, the first of which is ten characters wide."""
    drawn = box(ACROSS[0], top, ACROSS[2], top + 30) + line(ACROSS[1], top, ACROSS[1], top + 30)
    return drawn + "".join(
        words(x + 2, top + 12, text) for x, text in zip(ACROSS, texts, strict=False) if text
    )


def test_a_row_that_is_cut_is_made_whole() -> None:
    first = row("规章", "1") + row("要求行政机关确认或", "2", top=90)
    second = row("重新出具已获取信息", "") + row("总计", "3", top=90)
    assert shown(pdf(first, second)) == [
        "规章|1|",
        "要求行政机关确认或\n重新出具已获取信息|2|",
        "总计|3|",
    ]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (("行政处罚", "1"), ("行政强制", "")),
        (("要求行政机关确认或", "1"), ("２.重复申请", "")),
        (("要求行政机关确认或", "1"), ("（七）总计", "")),
        (("要求行政机关确认或", "1"), ("四、结转下年度", "")),
        (("要求行政机关确认或", "1"), ("规章", "2")),
        (("要求行政机关确认或", ""), ("规章", "")),
        (("", "1"), ("规章", "")),
    ],
    ids=[
        "a line that is not full",
        "an item with a figure",
        "an item in brackets",
        "an item of the first order",
        "a row of figures",
        "no figure is in doubt",
        "nothing goes on",
    ],
)
def test_a_row_of_its_own_stays_one(above: tuple[str, str], below: tuple[str, str]) -> None:
    lines = ["|".join((*above, "")), "|".join((*below, ""))]
    assert shown(pdf(row(*above), row(*below))) == lines


def test_a_cell_over_rows_that_is_cut_is_made_whole_and_its_rows_stay() -> None:
    def sides(*labels: str) -> str:
        page = box(20, 60, 60, 120) + "".join(row("规章", "1", top=top) for top in (60, 90))
        return page + "".join(words(24, 80 + 20 * i, label) for i, label in enumerate(labels))

    first, second = sides("（五）", "不予"), sides("处理")
    assert shown(pdf(first, second)) == [
        "（五）\n不予\n处理|规章|1|",
        "|规章|1|",
        "|规章|1|",
        "|规章|1|",
    ]


def test_a_table_goes_on_though_one_side_is_not_ruled_there() -> None:
    def columns(first: int) -> str:
        lines = "".join(line(x, 60, x, 90) for x in range(60 + 40 * first, 300, 40))
        return lines + "".join(line(60 + 40 * first, y, 260, y) for y in (60, 90))

    above = columns(0) + words(102, 72, "不再处理") + words(142, 72, "1")
    below = columns(1) + words(102, 72, "其申请")
    assert shown(pdf(above, below)) == ["|不再处理\n其申请|1|||"]


def test_text_between_two_tables_parts_them() -> None:
    first, second = row("要求行政机关确认或", "2"), row("重新出具已获取信息", "", top=90)
    second += words(60, 80, "续表")
    assert shown(pdf(first, second)) == [
        "要求行政机关确认或|2|",
        "续表",
        "重新出具已获取信息||",
    ]


def test_a_frame_that_goes_on_empty_to_the_foot_of_the_page_is_no_row() -> None:
    left, _, right = ACROSS
    first = row("规章", "1") + box(left, 90, right, 110)
    assert shown(pdf(first, row("总计", "3"))) == ["规章|1|", "总计|3|"]


def test_an_empty_row_at_the_foot_of_the_page_is_kept_where_no_table_goes_on() -> None:
    left, _, right = ACROSS
    assert shown(pdf(row("规章", "1") + box(left, 90, right, 110))) == ["规章|1|", "||"]
