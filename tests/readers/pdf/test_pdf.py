"""What is read from the pages of a PDF."""

import sys
from collections.abc import Iterable

import pytest

from disclint.binding.bound import BoundReport
from disclint.diagnostics import Diagnostic
from disclint.forms import Form, Slot
from disclint.linter import Linter
from disclint.marks import CELL_END, COVERED, GRID, PICTURE, ROW_END
from disclint.readers.pdf import PdfReader
from disclint.readers.pdf.document import read_document
from disclint.reading import Limits, Rejection, Request, confined
from disclint.reading.confined import run_confined
from disclint.source import Source
from disclint.wording import Wording
from tests.boxes import Drawn, report_blocks
from tests.readers.pdf.drawing import HEIGHT, WIDTH, Sheets, box, line, pdf, stream, words
from tests.writing import write_report

EDITIONS = {
    2020: ("active-2019", "requests-2019", "disputes"),
    2023: ("active-2021", "requests-2021", "disputes"),
}
PROSE = "全县政府信息公开工作平稳有序，各项制度得到落实。"


def source_of(data: bytes) -> Source:
    source = PdfReader().read(Request(data=data, path="report.pdf"))
    assert isinstance(source, Source), source
    return source


def rejection_of(data: bytes) -> Rejection:
    rejection = PdfReader().read(Request(data=data, path="report.pdf"))
    assert isinstance(rejection, Rejection), rejection
    return rejection


def shown(data: bytes) -> list[str]:
    """Return the lines of the text, and each row of a table with a bar after each cell."""
    lines: list[str] = []
    for index, stretch in enumerate(source_of(data).text.replace(COVERED, "").split(GRID + "\n")):
        rows = stretch.split(ROW_END + "\n" if index % 2 else "\n")
        lines += (row.replace(CELL_END, "|") for row in rows if row)
    return lines


def drawn(*cells: tuple[str, int, int] | tuple[str, int, int, int, int]) -> list[Drawn]:
    return [Drawn(*cell) for cell in cells]


@pytest.mark.parametrize("front", [b"", b"\n" * 100, b"x" * 1019])
def test_a_pdf_is_known_by_its_mark_near_the_beginning(front: bytes) -> None:
    assert PdfReader().claims(front + b"%PDF-1.7", ".txt")


@pytest.mark.parametrize("data", [b"", b"PDF", b"x" * 1020 + b"%PDF-1.7"])
def test_a_file_without_the_mark_is_none_whatever_it_is_called(data: bytes) -> None:
    assert not PdfReader().claims(data, ".pdf")


def test_each_line_is_a_paragraph_from_the_top_down() -> None:
    page = words(60, 120, "全县") + words(60, 80, "一、总体情况", 16) + words(60, 100, "青禾县")
    assert shown(pdf(page)) == ["一、总体情况", "青禾县", "全县"]


def test_characters_of_a_line_are_read_from_the_left_and_parted_only_by_gaps() -> None:
    page = words(78, 80, "年") + words(60, 80, "2023") + words(92, 80, "度")
    assert shown(pdf(page)) == ["2023年 度"]


def test_a_part_is_named_in_both_languages() -> None:
    grid = drawn(("规章", 0, 0), ("1", 0, 1), ("2", 0, 2))
    source = source_of(Sheets().draw(["青禾县", grid]))
    parts = [source.place(source.text.index(text)).part for text in ("青", "2")]
    assert parts == [
        Wording("第1页", "page 1"),
        Wording("第1页第1个表格第1行第3格", "page 1, table 1, row 1, cell 3"),
    ]


def test_a_merged_cell_stands_once_and_below_it_an_empty_one() -> None:
    grid = drawn(
        ("（三）不予公开", 0, 0, 2, 1), ("申请人情况", 0, 1, 1, 2), ("1", 1, 1), ("2", 1, 2)
    )
    assert shown(Sheets().draw([grid])) == ["（三）不予公开|申请人情况|", "|1|2|"]


def test_an_empty_merged_cell_stands_for_each_of_its_columns() -> None:
    grid = drawn(("规章", 0, 0), ("", 0, 1, 1, 2), ("a", 1, 0), ("b", 1, 1), ("c", 1, 2))
    assert shown(Sheets().draw([grid])) == ["规章|||", "a|b|c|"]


def test_text_and_tables_stand_in_the_order_of_the_page() -> None:
    grid = drawn(("规章", 0, 0), ("1", 0, 1))
    assert shown(Sheets().draw(["青禾县", grid, "其他", grid])) == [
        "青禾县",
        "规章|1|",
        "其他",
        "规章|1|",
    ]


def test_a_frame_around_text_is_no_table() -> None:
    page = box(50, 50, 500, 200) + line(50, 100, 500, 100)
    page += words(60, 80, "青禾县") + words(60, 130, "全县")
    assert shown(pdf(page)) == ["青禾县", "全县"]


def test_lines_that_are_thin_filled_shapes_rule_a_table() -> None:
    edges = [
        (60, 60, 200, 1),
        (60, 90, 200, 1),
        (60, 60, 1, 30),
        (160, 60, 1, 30),
        (260, 60, 1, 31),
    ]
    page = "".join(f"{x} {HEIGHT - y - h} {w} {h} re f\n" for x, y, w, h in edges)
    assert shown(pdf(page + words(70, 80, "规章") + words(170, 80, "1"))) == ["规章|1|"]


def test_a_shaded_background_is_no_table() -> None:
    page = f"0.9 g 60 {HEIGHT - 200} 300 60 re f 60 {HEIGHT - 140} 300 60 re f 0 g\n"
    assert shown(pdf(page + words(70, 100, "青禾县"))) == ["青禾县"]


def test_dashed_lines_and_open_sides_rule_a_table() -> None:
    dashes = "".join(line(x, y, x + 4, y) for x in range(60, 260, 6) for y in (60, 90, 120))
    page = dashes + line(160, 60, 160, 120)
    page += (
        words(70, 80, "规章") + words(170, 80, "1") + words(70, 110, "总计") + words(170, 110, "2")
    )
    assert shown(pdf(page)) == ["规章|1|", "总计|2|"]


def test_lines_that_are_hardly_apart_are_one() -> None:
    page = (
        box(60, 60, 160, 90)
        + box(160, 60, 260, 90)
        + box(63, 90, 163, 120)
        + box(164, 91, 261, 120)
    )
    page += (
        words(70, 80, "规章") + words(170, 80, "1") + words(70, 110, "总计") + words(170, 110, "2")
    )
    assert shown(pdf(page)) == ["规章|1|", "总计|2|"]


def test_a_table_in_a_form_of_the_page_is_found_where_the_form_stands() -> None:
    inner = f"0 {HEIGHT - 60} m 200 {HEIGHT - 60} l 0 {HEIGHT - 90} m 200 {HEIGHT - 90} l S\n"
    inner += "".join(line(x, 60, x, 90) for x in (0, 100, 200))
    inner += words(10, 80, "规章") + words(110, 80, "1")
    entries = f"/Type/XObject/Subtype/Form/BBox[0 0 {WIDTH} {HEIGHT}]"
    form = stream(inner, entries + "/Resources<</Font<</F 3 0 R>>>>")
    page = words(60, 50, "青禾县") + "q 1 0 0 1 60 -40 cm /X Do Q\n"
    data = pdf(page, resources="/XObject<</X 100 0 R>>", objects={100: form})
    assert shown(data) == ["青禾县", "规章|1|"]


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_page_that_is_drawn_sideways_is_turned(quarters: int) -> None:
    turns = {
        1: f"0 1 -1 0 {HEIGHT} 0 cm",
        2: f"-1 0 0 -1 {WIDTH} {HEIGHT} cm",
        3: f"0 -1 1 0 0 {WIDTH} cm",
    }
    page = (
        box(60, 60, 260, 90) + line(160, 60, 160, 90) + words(70, 80, "规章") + words(170, 80, "1")
    )
    page += words(70, 120, "青禾县")
    entries = f"/MediaBox[0 0 {HEIGHT} {HEIGHT}]/Rotate {quarters * 90}"
    assert shown(pdf(turns[quarters] + "\n" + page, page_entries=entries)) == ["规章|1|", "青禾县"]


def test_upright_writing_in_a_narrow_cell_is_read_downwards() -> None:
    page = box(60, 60, 260, 160) + line(80, 60, 80, 160) + words(100, 100, "1")
    page += "".join(words(65, 75 + 12 * i, char) for i, char in enumerate("办理结果"))
    assert shown(pdf(page)) == ["办\n理\n结\n果|1|"]


def test_a_table_in_a_cell_stands_by_itself() -> None:
    page = box(50, 50, 500, 300) + line(400, 50, 400, 300) + words(410, 80, "注")
    page += box(60, 100, 260, 130) + line(160, 100, 160, 130)
    page += words(70, 120, "规章") + words(170, 120, "1") + words(60, 80, "青禾县")
    assert shown(pdf(page)) == ["青禾县", "规章|1|", "注"]


@pytest.mark.parametrize("form", ["- {} -", "{}", "第{}页", "2024/1/5  青禾县  {}/3"])
def test_what_stands_on_each_page_is_no_text(form: str) -> None:
    pages = [
        words(60, 100, PROSE[number:]) + words(280, 800, form.format(number))
        for number in range(1, 4)
    ]
    assert shown(pdf(*pages)) == [PROSE[1:], PROSE[2:], PROSE[3:]]


def test_a_row_of_figures_at_the_foot_of_each_page_is_text() -> None:
    pages = [words(60, 100, PROSE[n:]) + words(60, 800, f"{n} 0 0") for n in (1, 2)]
    assert shown(pdf(*pages)) == [PROSE[1:], "1 0 0", PROSE[2:], "2 0 0"]


def test_a_number_that_stands_alone_amid_a_page_is_text() -> None:
    pages = [
        words(60, 100, PROSE[n:]) + words(60, 300, str(n)) + words(60, 400, "完") for n in (1, 2)
    ]
    assert shown(pdf(*pages)) == [PROSE[1:], "1", "完", PROSE[2:], "2", "完"]


def test_without_ruled_tables_columns_are_kept_by_spaces() -> None:
    rows = [("规章", "10", "5"), ("行政规范性文件", "0", "12")]
    page = "".join(
        words(x, 80 + 20 * row, text)
        for row, texts in enumerate(rows)
        for x, text in zip((60, 160, 260), texts, strict=True)
    )
    first, second = shown(pdf(page))
    assert first.split() == list(rows[0])
    assert [first.index("10"), first.index("5")] == [second.index("0"), second.index("12")]


def test_figures_that_stand_close_in_columns_never_run_together() -> None:
    page = (
        words(60, 80, "行政许可行政许可行政许可") + words(60, 100, "许可") + words(180, 80, "550")
    )
    page += words(180, 100, "1") + words(208, 80, "0") + words(208, 100, "4119")
    assert [row.split()[1:] for row in shown(pdf(page))] == [["550", "0"], ["1", "4119"]]


def picture(left: float, top: float, right: float, bottom: float) -> str:
    return f"q {right - left} 0 0 {bottom - top} {left} {HEIGHT - bottom} cm /I Do Q\n"


def with_picture(page: str) -> bytes:
    image = stream(b"\0", "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8")
    image = image.replace(b"/Width", b"/ColorSpace/DeviceGray/Width")
    return pdf(page, resources="/XObject<</I 100 0 R>>", objects={100: image})


def test_a_picture_between_lines_is_marked() -> None:
    page = words(60, 80, PROSE) + picture(60, 100, 500, 400) + words(60, 420, "五、其他")
    assert shown(with_picture(page)) == [PROSE, PICTURE, "五、其他"]


def test_a_picture_behind_text_and_a_small_one_are_not_marked() -> None:
    page = picture(0, 0, WIDTH, HEIGHT) + picture(60, 500, 90, 530) + words(60, 80, PROSE)
    assert shown(with_picture(page)) == [PROSE]


def test_a_document_of_pictures_is_refused() -> None:
    page = picture(0, 0, WIDTH, HEIGHT) + words(280, 800, "- 1 -")
    rejection = rejection_of(with_picture(page))
    assert (rejection.rule, rejection.variant) == ("unreadable-file", "pictures")
    assert rejection.facts == {"kind": Wording("PDF", "PDF")}


def test_text_that_is_drawn_as_shapes_is_a_picture() -> None:
    assert rejection_of(pdf(line(60, 60, 70, 90) + line(60, 90, 70, 60))).variant == "pictures"


def test_an_empty_page_is_an_empty_text() -> None:
    assert source_of(pdf("")).text == "\n"


def test_fonts_that_say_not_what_they_show_are_told() -> None:
    simple = (
        "<</Type/Font/Subtype/Type0/BaseFont/None/Encoding/Identity-H/DescendantFonts[101 0 R]>>"
    )
    descendant = (
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/None/FontDescriptor 5 0 R"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>"
    )
    page = f"BT /G 9 Tf 1 0 0 1 60 {HEIGHT - 80} Tm <{'01230124' * 20}> Tj ET\n"
    data = pdf(page, objects={100: simple, 101: descendant}).replace(b"/F 3 0 R", b"/G 100 0 R")
    rejection = rejection_of(data)
    assert rejection.variant == "damaged"
    assert "fonts" in str(rejection.facts["reason"])


def test_a_fresh_process_reads_the_same() -> None:
    data, limits = Sheets().draw(["青禾县", drawn(("规章", 0, 0), ("1", 0, 1))]), Limits()
    read = run_confined(read_document, data, "report.pdf", limits, limits=limits, way="fresh")
    assert isinstance(read, Source)
    assert (read, read.origins) == (source_of(data), source_of(data).origins)


def test_a_missing_library_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("disclint.readers.pdf.pages", "disclint.readers.pdf.drawing"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, "pypdfium2.raw", None)
    monkeypatch.setattr(confined, "_may_fork", lambda: True)  # a fresh process would know nothing
    found = rejection_of(pdf(words(60, 80, "青禾县")))
    assert (found.variant, found.facts["extra"]) == ("extra", "pdf")


def figures(report: BoundReport) -> dict[str, str]:
    return {figure.slot.id: figure.text for figure in report.figures()}


def said(found: Iterable[Diagnostic]) -> list[str]:
    return sorted(f"{one.code} {one.message}" for one in found)


@pytest.mark.parametrize("height", [722, 500, 300])
@pytest.mark.parametrize("year", EDITIONS)
def test_a_report_is_read_like_its_text_wherever_pages_break(
    year: int,
    height: int,
    linter: Linter,
    forms: dict[str, Form],
) -> None:
    numbers: dict[str, str] = {}

    def value(slot: Slot) -> str:
        return numbers.setdefault(slot.id, str(len(numbers) * 7 % 13))

    chosen = [forms[name] for name in EDITIONS[year]]
    source = source_of(Sheets(height).draw(report_blocks(chosen, value, year)))
    assert figures(linter.bind(source)[0]) == numbers
    text = Source("report.txt", write_report(chosen, value, year=year))
    assert said(linter.lint(source)) == said(linter.lint(text))


def test_figures_of_columns_that_nearly_touch_are_not_one_figure() -> None:
    page = "".join(words(x, 80, text) for x, text in ((60, "1367"), (80, "7837"), (102, "+5")))
    assert shown(pdf(page)) == ["1367  7837  +5"]


def test_a_number_that_is_set_wide_is_one_figure() -> None:
    page = "".join(words(60 + 6 * at, 80, digit) for at, digit in enumerate("2023"))
    assert shown(pdf(page)) == ["2023"]


def test_a_figure_or_numbered_label_close_after_words_stands_in_a_column_of_its_own() -> None:
    page = words(60, 80, "规章") + words(82, 80, "2.其他处理") + words(150, 80, "12")
    assert shown(pdf(page))[0].split("  ")[:2] == ["规章", "2.其他处理"]


def test_the_number_of_a_note_is_no_digit_of_the_figure_beside_it() -> None:
    page = box(50, 70, 200, 90) + line(100, 70, 100, 90)
    page += words(60, 82, "规章") + words(110, 82, "30") + words(119, 79, "1", 6)
    assert shown(pdf(page)) == ["规章|30 1|"]
