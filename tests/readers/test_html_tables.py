"""Tables of web pages: which cells they have, whatever tags are missing."""

import pytest

from disclint.source import Place
from tests.readers.pages import places, read


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>甲</td><td>1</td></tr><tr><th>乙</th><td>2</td></tr></table>",
        "<table><tr><td>甲<td>1<tr><th>乙<td>2</table>",
        "<table><tr><td>甲<td>1<tr><th>乙<td>2",
        "<TABLE><TBODY><TR><TD>甲<TD>1<TBODY><TR><TH>乙<TD>2</TBODY></TABLE>",
        "<table><td>甲<td>1<tr><th>乙<td>2</table>",
        "<table><tr><td>甲</td><td>1</td><tr><th>乙</th><td>2</td></table>",
        "<table>\n<tr>\n<td>\n甲\n</td>\n<td>1</td></tr>\n<tr><td>乙</td><td>2</table></td></tr>",
        "<table><tr><td>甲<p><td><p>1</p></p></tr><tr><td><div>乙<td>2</div></table>",
        "<table><form><tr><td>甲</form><td>1<tr><td>乙<td>2</table>",
        "<table><colgroup><col><col><tr><td>甲<td>1<tr><td>乙<td>2</table>",
        "<tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>",
    ],
)
def test_end_tags_that_are_missing_are_put_in(table: str) -> None:
    assert read(table) == [[["甲", "1"], ["乙", "2"]]]


def test_end_tags_that_end_nothing_are_passed_over() -> None:
    page = "</td></table></p><table><tr></b><td>1</td></td></div><td>2</tr></tr></table></table>甲"
    assert read(page) == [[["1", "2"]], "甲"]


def test_a_cell_ends_with_its_own_end_tag() -> None:
    page = "<table><tr><td>1</th>2</h3><b>3</b></ul>4<td>5</table>"
    assert read(page) == [[["12\n34", "5"]]]


def test_an_end_tag_within_a_cell_ends_nothing_outside_of_it() -> None:
    page = "<div hidden><p></div><div>甲<table><tr><td>1</div></p><td>2</table>乙</div>"
    assert read(page) == ["甲", [["1", "2"]], "乙"]


def test_a_table_among_the_rows_of_another_ends_it() -> None:
    page = "<table><tr><td>1<td>2</tr><table><tr><td>3</table><tr><td>4</table>"
    assert read(page) == [[["1", "2"]], [["3"]], [["4"]]]
    assert read("<table><table><tr><td>1</table></table>") == [[["1"]]]


def test_a_table_in_a_cell_parts_the_outer_one() -> None:
    page = "<table><tr><td>1<td>2<tr><td>甲<table><tr><td>3</table>乙<tr><td>4<td>5</table>"
    assert read(page) == [[["1", "2"]], "甲", [["3"]], "乙", [["4", "5"]]]


def test_text_among_rows_comes_before_the_table() -> None:
    page = "<table>甲<caption>乙</caption><tr>丙<td>1</td>丁</table>"
    assert read(page) == ["甲", "乙", "丙丁", [["1"]]]


def test_heads_come_first_and_feet_last() -> None:
    page = (
        "<table><tfoot><tr><td>3<thead><tr><td>1<tbody><tr><td>2"
        "<thead><tr><td>再<tbody><tr><td>四</table>"
    )
    assert read(page) == [[["1"], ["2"], ["再"], ["四"], ["3"]]]


def test_spans_leave_empty_cells() -> None:
    page = (
        "<table><tr><td rowspan=2>甲<td colspan='2'>乙<td colspan=2>&nbsp;"
        "<tr><td>1<td>2<td>3<td>4</table>"
    )
    assert read(page) == [[["甲", "乙", "", ""], ["", "1", "2", "3", "4"]]]


@pytest.mark.parametrize("span", ["0", "-1", "x", "", "1.9", "+1", " 1px"])
def test_a_span_of_columns_that_is_none_is_one(span: str) -> None:
    assert read(f'<table><tr><td colspan="{span}"><td>1</table>') == [[["", "1"]]]


def test_a_span_of_columns_is_a_thousand_at_most() -> None:
    (table,) = read(f"<table><tr><td colspan={'9' * 5000}><td>1</table>")
    assert len(table[0]) == 1001


def test_a_span_of_rows_ends_with_its_group() -> None:
    page = "<table><tbody><tr><td rowspan={}>甲<td>1<tr><td>2<tbody><tr><td>3<td>4</table>"
    for span in ("0", "2", "65535", "9" * 5000):
        assert read(page.format(span)) == [[["甲", "1"], ["", "2"], ["3", "4"]]]
    assert read(page.format("-2")) == [[["甲", "1"], ["2"], ["3", "4"]]]


def test_a_row_without_cells_is_none_unless_a_cell_reaches_into_it() -> None:
    page = "<table><tr><td rowspan={}>甲<td>1<tr><tr><td>2<td>3</table>"
    assert read(page.format(1)) == [[["甲", "1"], ["2", "3"]]]
    assert read(page.format(2)) == [[["甲", "1"], [""], ["2", "3"]]]
    assert read("<table><tr></table>甲") == ["甲"]


def test_a_row_that_but_gives_the_widths_is_none() -> None:
    row = "<tr height=0><td width=50></td><td width=50>{}</td></tr>"
    page = "<table><tr><td>1<td>2</tr><![if supportMisalignedColumns]>{}<![endif]></table>"
    assert read(page.format(row.format(""))) == [[["1", "2"]]]
    assert read(page.format(row.format("3"))) == [[["1", "2"], ["", "3"]]]


@pytest.mark.parametrize(
    "cell",
    ["<p>甲</p><p>1</p>", "<p>甲<p>1", "甲<br>1", "甲<br/>1</br>", "<div>甲</div>1", "甲<ul><li>1"],
)
def test_the_paragraphs_of_a_cell_are_its_lines(cell: str) -> None:
    assert read(f"<table><tr><td>{cell}<td>2</table>") == [[["甲\n1", "2"]]]


@pytest.mark.parametrize(
    "field",
    [
        "<input value='12'>",
        "<input type=text readonly value=12 />",
        "<INPUT TYPE=Number VALUE=12>",
        "<textarea>12</textarea>",
        "<input type=hidden value=9>12",
        "<input type=checkbox value=9><input hidden value=9>12",
    ],
)
def test_what_a_field_of_a_form_in_a_cell_holds_is_its_text(field: str) -> None:
    assert read(f"<table><tr><td>甲<td>{field}<td>3</table>") == [[["甲", "12", "3"]]]


def test_the_place_of_what_a_field_holds_is_that_of_its_value() -> None:
    page = "<table><tr><td>甲<td><input value='12'></table>"
    assert places(page, "12") == [Place(1, page.index("12") + 1)]


def test_a_field_outside_of_tables_is_no_text() -> None:
    assert read("<input value='搜索'><textarea>留言</textarea>甲") == ["甲"]


def test_text_that_is_invisible_is_no_text() -> None:
    page = "<table><tr><td><span style='Visibility: hidden'>1</span>2<td>3</table>"
    assert read(page) == [[["2", "3"]]]


@pytest.mark.parametrize("how", ["hidden", "collapse"])
def test_what_is_invisible_is_not_read_and_a_cell_keeps_its_place(how: str) -> None:
    style = f"style='visibility: {how}'"
    rows = f"<tr {style}><td>甲<td>9<tr><td>甲<td {style}>8<td>1<span {style}>7</span><td>2"
    page = f"<table>{rows}</table><p {style}>乙</p><table {style}><tr><td>1<td>2</table>"
    assert read(page) == [[["甲", "", "1", "2"]]]
