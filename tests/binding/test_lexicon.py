"""Labels of the forms looked up by the writer's spelling."""

import pytest

from disclint.binding.lexicon import Lexicon, is_spelt, joined, lexicon, likeness
from disclint.forms import Form
from disclint.nodes import Cell
from disclint.source import Span


def row_id(words: Lexicon, text: str) -> str | None:
    key = words.row(text)
    return key.row.id if key else None


def cells(*texts: str) -> list[Cell]:
    return [
        Cell(text=text, span=Span(10 * place, 10 * place + len(text)))
        for place, text in enumerate(texts)
    ]


@pytest.fixture(scope="module")
def requests(forms: dict[str, Form]) -> Lexicon:
    return lexicon(forms["requests-2021"])


def test_the_rows_stand_in_the_order_of_the_form(forms: dict[str, Form]) -> None:
    assert [key.row.id for key in lexicon(forms["active-2021"]).rows] == [
        "rules",
        "normative-documents",
        "licences",
        "penalties",
        "coercion",
        "fees",
    ]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("一、本年新收政府信息公开申请数量", "received"),
        ("一、本年新收政府信息公开申请数", "received"),
        ("本年新收\n政府信息公开 申请数量", "received"),
        ("（一）予以公开", "disclosed"),
        ("(一) 予以公开", "disclosed"),
        ("予以公開", "disclosed"),
        ("（二）部分公开", "partly-disclosed"),
        ("（二）部分公开（本机关自己的说明）", "partly-disclosed"),
        ("3.危及三安全一稳定", "refused-security"),
        ("３．危及“三安全一稳定”", "refused-security"),
        ("9.属于国家秘密", "refused-state-secret"),
        ("3.其他", "other-rest"),
        ("（七）总计", "results-total"),
        ("（七）合计", "results-total"),
    ],
)
def test_a_row_is_found_under_each_spelling_of_its_label(
    text: str, row: str, requests: Lexicon
) -> None:
    assert row_id(requests, text) == row


@pytest.mark.parametrize("text", ["", "12", "自然人", "其他", "总计", "总 计", "（三）不予公开"])
def test_words_of_the_head_and_of_spanning_labels_are_no_rows(text: str, requests: Lexicon) -> None:
    assert requests.row(text) is None


def test_a_variant_of_a_column_s_label_is_no_row(requests: Lexicon) -> None:
    assert requests.row("合计") is None


def test_rows_of_one_text_are_told_apart_by_their_numbers(forms: dict[str, Form]) -> None:
    words = lexicon(forms["requests-2019"])
    assert row_id(words, "（六）其他") == "other-handling"
    assert row_id(words, "其他") is None


@pytest.mark.parametrize(
    "text", ["自然人", "自 然 人", "（三）不予公开", "总计", "合计", "申请人情况"]
)
def test_every_word_of_the_form_is_known(text: str, requests: Lexicon) -> None:
    assert requests.knows(text)


@pytest.mark.parametrize("text", ["", "12", "网民", "结果维持"])
def test_other_words_are_not_known(text: str, requests: Lexicon) -> None:
    assert not requests.knows(text)


@pytest.mark.parametrize(
    "text",
    [
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        "(二) 部分公開（區分處理的，只計這一情形，不計其他情形）",
        "部分公开（区分处理的，只计这一情形，不计其他情形）",
        "（二）部分公开",
        "（二）部分公开（以下称部分）",
    ],
)
def test_spacing_script_brackets_and_a_lost_number_are_no_misspelling(text: str) -> None:
    assert is_spelt(text, ["（二）部分公开（区分处理的，只计这一情形，不计其他情形）"])


@pytest.mark.parametrize(
    "text",
    [
        "（三）部分公开",
        "（二）部份公开",
        "（二）部分公开（区分处理的，只计这一情况，不计其他情形）",
    ],
)
def test_another_number_or_word_or_nearly_the_explanation_is_a_misspelling(text: str) -> None:
    assert not is_spelt(text, ["（二）部分公开（区分处理的，只计这一情形，不计其他情形）"])


@pytest.mark.parametrize("label", ["社会公益组织", "本年制发件数", "2.其他法律行政法规禁止公开"])
def test_an_explanation_of_the_writer_s_own_is_no_misspelling(label: str) -> None:
    assert is_spelt(f"{label}（含本级）", [label])


def test_any_of_the_spellings_will_do() -> None:
    assert is_spelt("合计", ["总计", "合计"])


def test_likeness_is_that_of_the_closest_spelling() -> None:
    assert likeness("规范性文件", ["行政规范性文件", "规范性文件"]) == 1
    assert likeness("规范性文档", ["规章", "规范性文件"]) == likeness("规范性文档", ["规范性文件"])
    assert 0 < likeness("规范性文档", ["规范性文件"]) < 1
    assert likeness("网民", ["规章"]) == 0


def test_an_explanation_in_brackets_does_not_make_labels_less_alike() -> None:
    assert likeness("规章（不含本级）", ["规章"]) == 1


def test_a_label_in_two_cells_is_put_together_where_they_stand(forms: dict[str, Form]) -> None:
    label, figure = joined(cells("（一）予以", "公开", "5"), forms["requests-2021"])
    assert (label.text, label.span) == ("（一）予以\n公开", Span(0, 12))
    assert (figure.text, figure.span) == ("5", Span(20, 21))


def test_a_label_in_three_cells_is_put_together(forms: dict[str, Form]) -> None:
    found = joined(cells("自", "然", "人", "商业企业"), forms["requests-2021"])
    assert [cell.text for cell in found] == ["自\n然\n人", "商业企业"]


@pytest.mark.parametrize(
    "texts",
    [
        ("自然人", "商业企业"),
        ("其他", "总计", "5"),
        ("网民", "来信"),
        ("自", "1", "人"),
        ("", "", "12"),
    ],
)
def test_cells_that_make_up_no_label_stay_apart(
    texts: tuple[str, ...], forms: dict[str, Form]
) -> None:
    given = cells(*texts)
    assert joined(given, forms["requests-2021"]) == given
