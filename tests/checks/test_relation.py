"""What is said of relations that are broken, on figures that real reports have."""

from collections.abc import Mapping

import pytest

from disclint.diagnostics import Diagnostic
from disclint.linter import Linter
from disclint.source import Source
from tests.filling import find_form, row_of
from tests.writing import write_table


def said(linter: Linter, form: str, texts: Mapping[str, str]) -> list[Diagnostic]:
    text = write_table(
        find_form(linter, form), lambda slot: texts.get(f"{slot.row.id}.{slot.column.id}", "0")
    )
    found = linter.lint(Source("report.txt", text))
    return [one for one in found if one.code.startswith("DIS4")]


def test_two_totals_left_at_zero_are_both_named_as_such(linter: Linter) -> None:
    """The figures of 洪泽区 2023."""
    texts = {
        "cases.review-upheld": "10",
        "cases.review-corrected": "1",
        "cases.after-review-upheld": "5",
    }
    first, second = said(linter, "disputes", texts)
    assert first.message.zh == (
        "表四 · 行政复议 · 总计：写作 0，应为 11，疑似漏填；改正后，1 个不成立的关系即可成立"
    )
    assert second.message.zh == (
        "表四 · 复议后起诉 · 总计：写作 0，四项之和为 5（5）；总计疑似漏填"
    )


def test_a_row_counted_twice_is_named_once_for_all_columns(linter: Linter) -> None:
    """The figures of 平潭 2020."""
    texts = (
        row_of("received", 20, 0, 0, 0, 0, 1)
        | row_of("disclosed", 6, 0, 0, 0, 0, 1)
        | row_of("partly-disclosed", 6)
        | row_of("unavailable-not-held", 4)
        | row_of("unavailable-unclear", 3)
        | row_of("declined-repeated", 3)
        | row_of("other-handling", 4)
        | row_of("results-total", 20, 0, 0, 0, 0, 1)
    )
    (found,) = said(linter, "requests-2019", texts)
    assert found.code == "DIS403"
    assert found.message.zh.endswith(
        "；共 2 列如此，差额恰为“（二）部分公开”一行，这一行疑似重复统计，或未计入总计"
    )
    assert [place.name.zh for place in found.related] == ["表三 · 总计"]


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (
            {"disclosed.person": "3", "disclosed.business": "12"},
            "商业企业应为 3，这两格疑似互换",
        ),
        (
            {"disclosed.person": "0", "disclosed.business": "12", "disclosed.research": "3"},
            "这几格疑似错了一列",
        ),
    ],
)
def test_what_has_happened_to_a_row_is_told(
    texts: dict[str, str], words: str, linter: Linter
) -> None:
    in_order = row_of("received", 12, 3) | row_of("results-total", 12, 3)
    in_order |= row_of("disclosed", 12, 3)
    (found,) = said(linter, "requests-2019", in_order | texts)
    assert found.code == "DIS403"
    assert words in found.message.zh


def test_a_wrong_figure_has_its_relations_as_related_places(linter: Linter) -> None:
    texts = row_of("received", 12) | row_of("results-total", 12) | row_of("disclosed", 12)
    (found,) = said(linter, "requests-2019", texts | {"disclosed.person": "21"})
    assert found.message.en.startswith(
        "Table 3 · 三、本年度办理结果 · （一）予以公开 · 自然人 is 21 and should be 12, two digits"
    )
    assert [place.name.zh for place in found.related] == [
        "表三 · 自然人",
        "表三 · 三、本年度办理结果 · （一）予以公开",
    ]
