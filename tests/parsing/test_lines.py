"""Lines, and the words that tell what a line may be."""

import pytest

from disclint.catalog import Catalog
from disclint.parsing.lines import Lines, Vocabulary, heading_end, is_page_number
from disclint.source import Source, Span

TEXT = "甲\n\n\t乙 丙\u3000\n \t\n丁\n"
BROKEN = [
    ("三", "收到和处理政府信息公开申请情况"),
    ("四", "政府信息公开行政复议、行政诉讼情况"),
    ("五", "存在的主要问题及改进情况"),
]


@pytest.fixture(scope="module")
def vocabulary(catalog: Catalog) -> Vocabulary:
    return catalog.genre("ogi").vocabulary


def lines(text: str) -> Lines:
    return Lines(text.split("\n")[:-1])


def test_the_span_of_lines_holds_their_ends() -> None:
    source = Source("report.txt", TEXT)
    assert source.excerpt(lines(TEXT).span(0, 1)) == "甲\n"
    assert source.excerpt(lines(TEXT).span(1, 3)) == "\n\t乙 丙\u3000\n"
    assert lines(TEXT).span(0, 5) == Span(0, len(TEXT))


def test_a_trimmed_span_holds_the_text_without_the_spaces_around_it() -> None:
    source = Source("report.txt", TEXT)
    trimmed = [source.excerpt(lines(TEXT).trimmed_span(index)) for index in range(5)]
    assert trimmed == ["甲", "", "乙 丙", "", "丁"]


def test_the_next_text_is_past_the_blank_lines() -> None:
    assert [lines(TEXT).next_text(index) for index in range(5)] == [2, 2, 4, 4, 5]


@pytest.mark.parametrize(
    "text", ["- 4 -", "-4-", " — 5 — ", "－ 12 －", "第3页", "第 3 页，共 9 页", "第 3 页 共 9 页"]
)
def test_a_page_number_is_known(text: str) -> None:
    assert is_page_number(text)


@pytest.mark.parametrize("text", ["", "4", "-4", "- -", "-4- 规章", "- 2023 -", "第三页", "共9页"])
def test_what_is_no_page_number_is_not_taken_for_one(text: str) -> None:
    assert not is_page_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "规章",
        "四、结转下年度继续办理",
        "4.结转下年度继续办理",
        "自\n然\n人",
        "總 計",
        "（二）部分公开",
        "1. 属于国家秘密",
        "行政许可（含变更、延续）",
    ],
)
def test_a_label_is_known_however_it_is_spelt(text: str, vocabulary: Vocabulary) -> None:
    assert vocabulary.is_label(text)


@pytest.mark.parametrize("text", ["", "12", "一、", "平稳有序", "规章" + " " * 200])
def test_what_the_forms_do_not_say_is_no_label(text: str, vocabulary: Vocabulary) -> None:
    assert not vocabulary.is_label(text)


@pytest.mark.parametrize(
    "text",
    [
        "一、总体情况",
        "总体情况",
        "1.总体情况",
        "一、2019年政府信息公开工作的总体情况",
        "五、存在的主要問題及整改措施",
        "二、主动公开政府信息清况",
        "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
    ],
)
def test_a_heading_is_known_and_a_numbered_one_much_like_it(
    text: str, vocabulary: Vocabulary
) -> None:
    assert vocabulary.is_heading(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "一、",
        "四、结转下年度继续办理",
        "二、上年结转政府信息公开申请数量",
        "七、附件",
        "主动公开政府信息清况",
        "2019年政府信息公开工作的总体情况",
        "（一）主动公开",
        f"一、{'关于' * 30}总体情况",
    ],
)
def test_a_row_a_sentence_or_a_lesser_heading_is_no_heading(
    text: str, vocabulary: Vocabulary
) -> None:
    assert not vocabulary.is_heading(text)


def test_a_number_in_brackets_is_a_headings_only_where_that_is_said() -> None:
    sections = (frozenset({"总体情况"}), frozenset({"主动公开"}))
    assert not Vocabulary(frozenset(), sections).is_heading("（一）总体情况")
    allowing = Vocabulary(frozenset(), sections, bracketed=frozenset({0}))
    assert allowing.section_of("（一）总体情况") == 0
    assert not allowing.is_heading("（二）主动公开")
    assert not allowing.is_heading("（三）总体情况")


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("一、总体情况\n平稳。\n", 1),
        ("\t一、总体情况\n", 1),
        ("三、收到和处理政府信息\n公开申请情况\n", 2),
        ("三、收到和处理政府信息\n\n\t公开 申请情况\n", 3),
        ("三、收到和處理政府信息\n公開申請情況\n", 2),
        ("三、收到和处理政府信息\n平稳有序。\n", 0),
        ("三、收到和处理政府信息\n", 0),
        ("收到和处理政府信息\n公开申请情况\n", 0),
        ("平稳有序。\n一、总体情况\n", 0),
    ],
)
def test_a_heading_ends_after_one_line_or_two(text: str, end: int, vocabulary: Vocabulary) -> None:
    assert heading_end(lines(text), 0, vocabulary) == end


@pytest.mark.parametrize(("number", "label"), BROKEN)
def test_a_heading_may_be_broken_after_any_four_characters_or_more(
    number: str, label: str, vocabulary: Vocabulary
) -> None:
    ends = {
        cut: heading_end(lines(f"{number}、{label[:cut]}\n{label[cut:]}\n"), 0, vocabulary)
        for cut in range(4, len(label))
        if not vocabulary.is_heading(f"{number}、{label[:cut]}")
    }
    assert ends
    assert set(ends.values()) == {2}


@pytest.mark.parametrize("text", ["一、总体\n情况\n", "五、存在的\n主要问题及改进情况\n"])
def test_a_heading_may_be_broken_after_fewer(text: str, vocabulary: Vocabulary) -> None:
    assert heading_end(lines(text), 0, vocabulary) == 2


@pytest.mark.parametrize(
    "text", ["二、主动公开\n政府信息情况\n", "三、收到和处理政府信息公开申请\n情况\n"]
)
def test_a_broken_heading_is_taken_whole(text: str, vocabulary: Vocabulary) -> None:
    assert heading_end(lines(text), 0, vocabulary) == 2


def test_lines_up_to_a_piece_of_one_are_the_same_lines() -> None:
    lines = Lines(["甲", "乙", "丙丁", "戊"], [0, 2, 3, 6, 8], pieces=[1, 2])
    assert len(lines.uncut_from(0)) == 1
    assert lines.uncut_from(0).span(0, 1) == lines.span(0, 1)
    assert len(lines.uncut_from(2)) == 2
    assert len(lines.uncut_from(3)) == 4
