"""Workbooks read as a person sees them."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclint.binding.bound import BoundReport
from disclint.diagnostics import Diagnostic
from disclint.forms import Form, Slot
from disclint.linter import Linter
from disclint.marks import CELL_END, COVERED, GRID, ROW_END
from disclint.readers.excel import ExcelReader
from disclint.reading import LimitError, Limits, Rejection, Request
from disclint.source import Source
from disclint.wording import Wording
from tests.boxes import report_pieces
from tests.office import SHEET, Value, column_name, compound, docx, sheet, sheet_of, xlsx, zipped
from tests.test_layouts_agree import EDITIONS
from tests.writing import write_report

ODS = "urn:oasis:names:tc:opendocument:xmlns:"


def read(data: bytes, limits: Limits | None = None) -> Source | Rejection:
    return ExcelReader().read(Request(data=data, path="a.xlsx", limits=limits or Limits()))


def source_of(data: bytes, limits: Limits | None = None) -> Source:
    source = read(data, limits)
    assert isinstance(source, Source)
    return source


def lines(data: bytes) -> list[str]:
    """Return the lines of a workbook, those of tables as `[a|b]`."""
    text = source_of(data).text.replace(COVERED, "")
    text = text.replace(f"{CELL_END}{ROW_END}", "]").replace(CELL_END, "|").replace(GRID, "#")
    return text.splitlines()


def of_rows(*rows: Sequence[Value | None], merged: tuple[str, ...] = (), before: str = "") -> bytes:
    return xlsx({"表": sheet(rows, merged, before)})


def of_cells(cells: str, before: str = "") -> bytes:
    return xlsx(
        {"表": f'<worksheet xmlns="{SHEET}">{before}<sheetData>{cells}</sheetData></worksheet>'}
    )


def ods(rows: str) -> bytes:
    content = (
        f'<office:document-content xmlns:office="{ODS}office:1.0" xmlns:table="{ODS}table:1.0"'
        f' xmlns:text="{ODS}text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="表">{rows}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        f'<m:manifest xmlns:m="{ODS}manifest:1.0">'
        f'<m:file-entry m:full-path="/" m:media-type="{kind}"/></m:manifest>'
    )
    return zipped({"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content})


def test_rows_are_rows_and_merged_cells_stand_once() -> None:
    data = of_rows(
        ["信息", "数量", None], [None, "制发", "废止"], ["规章", 1, 2], merged=("A1:A2", "B1:C1")
    )
    assert lines(data) == ["#", "信息|数量]", "|制发|废止]", "规章|1|2]", "#"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (5, "5"),
        (5.0, "5"),
        (12.5, "12.5"),
        (0.1 + 0.2, "0.3"),
        (-18, "-18"),
        (1e20, "1" + "0" * 20),
        (2359.4197, "2359.4197"),
        (1e-7, "0.0000001"),
        ("5件", "5件"),
    ],
)
def test_numbers_are_written_as_a_person_reads_them(value: Value, text: str) -> None:
    assert lines(of_rows(["规章", value])) == ["#", f"规章|{text}]", "#"]


@pytest.mark.parametrize("value", ["", "<v></v>", "<v/>"])
def test_a_formula_that_nobody_has_worked_out_is_no_blank(value: str) -> None:
    row = f'<c r="A1"><v>1</v></c><c r="B1"><f>SUM(A1)</f>{value}</c><c r="C1"><v>2</v></c>'
    assert lines(of_cells(f'<row r="1">{row}</row>')) == ["#", "1|=SUM(A1)|2]", "#"]


def test_a_formula_is_shown_as_far_as_it_is_short() -> None:
    row = f'<c r="A1"><f>{"A" * 100_000}</f></c><c r="B1"><v>2</v></c>'
    assert lines(of_cells(f'<row r="1">{row}</row>')) == ["#", f"={'A' * 59}|2]", "#"]


_STRUCK = "<r><rPr><strike/></rPr><t>7</t></r><r><t>12</t></r>"
_RAISED = '<r><t>30</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r>'
_PLAIN = (
    '<r><rPr><strike val="0"/></rPr><t>5</t></r><r><t>6</t></r><rPh sb="0" eb="1"><t>x</t></rPh>'
)


def test_a_text_struck_out_or_raised_in_part_is_no_longer_figure() -> None:
    runs = zip("ABC", (_STRUCK, _RAISED, _PLAIN), strict=True)
    row = "".join(f'<c r="{at}1" t="inlineStr"><is>{run}</is></c>' for at, run in runs)
    assert lines(of_cells(f'<row r="1">{row}</row>')) == ["#", "12|30 1 |56]", "#"]


def test_a_formula_that_is_worked_out_is_its_value_be_that_blank() -> None:
    row = (
        '<c r="A1"><f>1</f><v>1</v></c><c r="B1" t="str"><f>x</f><v></v></c><c r="C1"><v>2</v></c>'
    )
    assert lines(of_cells(f'<row r="1">{row}</row>')) == ["#", "1||2]", "#"]


def test_truth_mistakes_and_days_are_shown_and_not_blank() -> None:
    data = of_cells(
        '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#REF!</v></c>'
        '<c r="C1" t="str"><f>x</f><v>文</v></c><c r="D1"><f>1+1</f></c></row>'
        '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c><c r="D2"><v>3</v></c></row>'
    )
    assert lines(data) == ["#", "TRUE|#REF!|文|=1+1]", "1|2||3]", "#"]


def test_only_sheets_that_are_seen_are_read_in_their_order() -> None:
    table = sheet([["乙", 1]])
    data = xlsx({"二": table, "-藏": sheet([["丙", 2]]), "一": sheet([["甲", 3]])})
    assert lines(data) == ["#", "乙|1]", "#", "#", "甲|3]", "#"]


def test_hidden_rows_and_columns_are_left_out() -> None:
    data = of_cells(
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row>'
        '<row r="2" hidden="1"><c r="A2"><v>4</v></c><c r="B2"><v>5</v></c></row>'
        '<row r="3"><c r="A3"><v>6</v></c><c r="B3"><v>7</v></c><c r="C3"><v>8</v></c></row>',
        '<cols><col min="2" max="2" hidden="1"/><col min="9" max="16384" hidden="1"/></cols>',
    )
    assert lines(data) == ["#", "1|3]", "6|8]", "#"]
    source = source_of(data)
    assert source.place(source.text.index("8")).part == Wording("工作表“表”的C3", "表!C3")


def test_a_text_that_has_a_row_for_itself_is_a_line() -> None:
    data = of_rows(
        ["青禾县2023年报告"],
        ["一、总体情况"],
        ["全县平稳。" * 5],
        ["二、主动公开政府信息情况"],
        ["第二十条第（一）项"],
        ["信息内容", "制发"],
        ["规章", 1],
        ["第二十条第（五）项"],
        ["许可", 2],
        ["注：以上为全年数据"],
        [],
        ["小标题"],
        ["甲", 3],
        ["并列的说明", None],
        merged=("A14:B14",),
    )
    assert lines(data) == [
        "青禾县2023年报告",
        "一、总体情况",
        "全县平稳。" * 5,
        "二、主动公开政府信息情况",
        "#",
        "第二十条第（一）项|]",
        "信息内容|制发]",
        "规章|1]",
        "#",
        "#",
        "第二十条第（五）项|]",
        "许可|2]",
        "#",
        "注：以上为全年数据",
        "小标题",
        "#",
        "甲|3]",
        "#",
        "并列的说明",
    ]


def test_a_label_whose_figures_are_blank_is_no_line() -> None:
    data = of_rows(
        ["申请人", "自然人", "总计"],
        ["一、本年新收政府信息公开申请数量"],
        ["二、上年结转政府信息公开申请数量"],
        ["（一）予以公开"],
        ["四、结转下年度继续办理"],
        ["四、政府信息公开行政复议、行政诉讼情况"],
    )
    assert lines(data) == [
        "#",
        "申请人|自然人|总计]",
        "一、本年新收政府信息公开申请数量||]",
        "二、上年结转政府信息公开申请数量||]",
        "（一）予以公开||]",
        "四、结转下年度继续办理||]",
        "#",
        "四、政府信息公开行政复议、行政诉讼情况",
    ]


def test_a_row_that_a_label_above_reaches_into_does_not_part_the_table() -> None:
    data = of_rows(["甲", "乙", 1], [None, None, None], [None, "丙", 2], merged=("A1:A3",))
    assert lines(data) == ["#", "甲|乙|1]", "||]", "|丙|2]", "#"]


@pytest.mark.parametrize("year", EDITIONS)
@pytest.mark.parametrize("kind", ["one sheet", "a sheet a table"])
def test_a_whole_report_has_the_figures_and_findings_of_the_same_in_text(
    year: int,
    kind: str,
    linter: Linter,
    forms: dict[str, Form],
    bind: Callable[[str], BoundReport],
) -> None:
    numbers: dict[str, str] = {}

    def value(slot: Slot) -> str:
        return numbers.setdefault(slot.id, str(len(numbers) + 1))

    used = [forms[name] for name in EDITIONS[year]]
    pieces = report_pieces(used, value, year)
    if kind == "one sheet":
        data = xlsx({"报告": sheet_of(pieces)})
    else:
        ends = [3, 5, 7, 9, len(pieces)]
        parts = zip([0, *ends], ends, strict=False)
        data = xlsx({f"{a}": sheet_of(pieces[a:b]) for a, b in parts})
    source = source_of(data)
    text = write_report(used, value, year=year)
    assert {figure.slot.id: figure.text for figure in bind(source.text).figures()} == numbers
    assert _said(linter.lint(source)) == _said(linter.lint(Source("report.txt", text)))


def _said(found: list[Diagnostic]) -> list[tuple[str, str]]:
    return [(diagnostic.code, diagnostic.message.en) for diagnostic in found]


def test_a_finding_names_the_sheet_and_the_cell(linter: Linter, forms: dict[str, Form]) -> None:
    used = [forms[name] for name in EDITIONS[2023]]
    pieces = report_pieces(used, lambda slot: "7" if slot.column.id == "total" else "0", 2023)
    found = linter.lint(source_of(xlsx({"报告": sheet_of(pieces)})))
    assert {diagnostic.code for diagnostic in found} >= {"DIS402"}
    place = next(one.start for one in found if one.code == "DIS402")
    assert place.part == Wording("工作表“报告”的J23", "报告!J23")


@given(st.lists(st.lists(st.integers(0, 9), min_size=2, max_size=5), min_size=1, max_size=5))
def test_any_figures_are_read_again(rows: list[list[int]]) -> None:
    width = max(map(len, rows))
    expected = ["|".join([*map(str, row), *[""] * (width - len(row))]) + "]" for row in rows]
    assert lines(of_rows(*rows)) == ["#", *expected, "#"]


def test_an_open_document_spreadsheet_is_read_with_its_merged_and_repeated_cells() -> None:
    text = '<table:table-cell office:value-type="string"{}><text:p>{}</text:p></table:table-cell>'
    figure = '<table:table-cell office:value-type="float" office:value="5"{}/>'
    empty = '<table:table-cell table:number-columns-repeated="{}"/>'
    data = ods(
        "<table:table-column/><table:table-column table:visibility='collapse'/>"
        "<table:table-column table:number-columns-repeated='16382'/>"
        "<table:table-row>"
        + text.format(' table:number-rows-spanned="2" table:number-columns-spanned="1"', "甲")
        + text.format("", "藏")
        + figure.format(' table:number-columns-repeated="2"')
        + empty.format(16380)
        + "</table:table-row><table:table-row><table:covered-table-cell/>"
        + text.format("", "藏")
        + text.format("", "乙")
        + "</table:table-row><table:table-row table:visibility='filter'>"
        + text.format("", "藏")
        + f"</table:table-row><table:table-row table:number-rows-repeated='2'>{figure.format('')}"
        + text.format("", "藏")
        + text.format("", "末")
        + "</table:table-row><table:table-row table:number-rows-repeated='1048570'>"
        + f"{empty.format(16384)}</table:table-row>"
    )
    assert lines(data) == ["#", "甲|5|5]", "|乙|]", "5|末|]", "5|末|]", "#"]


FAR = f"{column_name(16383)}1048576"


@pytest.mark.parametrize(
    "data",
    [
        of_cells(
            '<row r="1"><c r="A1"><v>1</v></c></row>'
            f'<row r="1048576"><c r="{FAR}"><v>1</v></c></row>'
        ),
        of_cells(
            '<row r="1"><c r="A1"><v>1</v></c></row>'
            f'<row r="1048576"><c r="{FAR}" t="inlineStr"><is><t>a</t></is></c></row>'
        ),
        ods(
            '<table:table-row table:number-rows-repeated="1000000"><table:table-cell'
            ' table:number-columns-repeated="16000" office:value-type="float" office:value="1"/>'
            "</table:table-row>"
        ),
        ods(
            '<table:table-row table:number-rows-repeated="1000000"><table:table-cell'
            ' table:number-columns-repeated="16000"/></table:table-row><table:table-row>'
            '<table:table-cell table:number-columns-repeated="16000"/>'
            '<table:table-cell office:value-type="float" office:value="1"/></table:table-row>'
        ),
        of_rows(*[[1] * 1001] * 1000),
    ],
    ids=["far", "far text", "repeated", "far repeated", "many"],
)
def test_a_sheet_with_too_many_cells_is_refused_before_room_is_made(data: bytes) -> None:
    with pytest.raises(LimitError, match="cells"):
        read(data)


@pytest.mark.parametrize(
    "data",
    [
        of_cells(f'<row r="1"><c r="A1"><v>5</v></c><c r="B1"><v>6</v></c><c r="{FAR}"/></row>'),
        of_cells(
            '<row r="1"><c r="A1"><v>5</v></c><c r="B1"><v>6</v></c></row>',
            '<dimension ref="A1:XFD1048576"/>',
        ),
        of_rows([5, 6], merged=("A3:XFD1048576",)),
        ods(
            '<table:table-row><table:table-cell office:value-type="float" office:value="5"/>'
            '<table:table-cell office:value-type="float" office:value="6"/>'
            '<table:table-cell table:number-columns-repeated="999999999999999999"/>'
            '</table:table-row><table:table-row table:number-rows-repeated="99999999999999999">'
            '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
        ),
    ],
    ids=["empty far", "dimension", "merged far", "repeated"],
)
def test_a_sheet_that_merely_claims_to_be_large_is_read(data: bytes) -> None:
    assert lines(data) == ["#", "5|6]", "#"]


@pytest.mark.parametrize(
    "data",
    [
        of_rows([1, 2], [3, 4], merged=("A1:B2", "A1:B2", "A1:B1")),
        of_cells('<row r="1"><c r="A9999999"><v>1</v></c></row>'),
        of_cells('<row r="1"><c r="ZZZ1"><v>1</v></c></row>'),
        of_cells('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'),
        of_cells('<row r="1">'),
        of_cells("", '<!DOCTYPE a [<!ENTITY b "c">]>'),
        xlsx({"a": f'<!DOCTYPE a [<!ENTITY b "c">]>{sheet([[1]])}'}),
        zipped({"xl/workbook.xml": "<workbook/>"}),
        of_rows([1, 2])[:-50],
        compound("Workbook")[:700],
    ],
)
def test_what_is_broken_is_called_damaged(data: bytes) -> None:
    rejection = read(data)
    assert isinstance(rejection, Rejection)
    assert (rejection.rule, rejection.variant) == ("unreadable-file", "damaged")
    assert rejection.facts["reason"]


def test_a_bomb_is_refused_by_what_comes_out_of_it() -> None:
    data = xlsx({"a": sheet([["甲" * 1_000_000]])})
    assert len(data) < 20_000
    with pytest.raises(LimitError, match="unpacked_bytes"):
        read(data, Limits(unpacked_bytes=1_000_000))
    with pytest.raises(LimitError, match="depth"):
        read(of_cells("<row>" * 1000))


def test_sheets_that_are_the_same_part_are_refused() -> None:
    parts = parts_of(xlsx({"a": sheet([[1, 2]]), "b": sheet([[3, 4]])}))
    relations = parts["xl/_rels/workbook.xml.rels"].replace(b"s2.xml", b"S1.xml")
    rejection = read(zipped({**parts, "xl/_rels/workbook.xml.rels": relations}))
    assert isinstance(rejection, Rejection)
    assert "two sheets" in str(rejection.facts["reason"])


def parts_of(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as container:
        return {name: container.read(name) for name in container.namelist()}


def test_the_parts_together_may_not_take_too_much_memory() -> None:
    with pytest.raises(LimitError, match="memory_bytes"):
        read(xlsx({"a": sheet([["甲" * 10_000]])}), Limits(memory_bytes=100_000))


@pytest.mark.parametrize(
    ("data", "suffix", "claimed"),
    [
        (of_rows([1]), ".xlsx", True),
        (of_rows([1]), ".docx", True),
        (ods(""), ".txt", True),
        (compound("Workbook"), ".doc", True),
        (compound("Book"), ".xls", True),
        (compound("WordDocument", inner="Workbook"), ".xls", False),
        (compound("EncryptedPackage"), ".xlsx", False),
        (compound("Anything")[:700], ".xls", True),
        (compound("Anything"), ".doc", False),
        (docx("甲"), ".xlsx", False),
        (docx("甲")[:200], ".xlsx", True),
        (b"a,b", ".xls", False),
    ],
)
def test_a_workbook_is_known_by_what_is_in_it(data: bytes, suffix: str, *, claimed: bool) -> None:
    assert ExcelReader().claims(data, suffix) is claimed


def test_without_the_extra_one_line_says_what_to_install(tmp_path: Path) -> None:
    report = tmp_path / "report.xlsx"
    report.write_bytes(of_rows(["规章", 1]))
    without = (
        "import sys; sys.modules['python_calamine'] = None\n"
        "from disclint.cli import main\n"
        f"sys.exit(main(['--lang', 'en', {report.name!r}, 'other.txt']))"
    )
    (tmp_path / "other.txt").write_text("青禾县", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", without],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2, done.stderr
    first, *others = done.stdout.splitlines()
    assert first.endswith(
        'to read Excel workbooks, install this first: pip install "disclint[xlsx]"'
    )
    assert "DIS001" in first
    assert len(others) == 1
