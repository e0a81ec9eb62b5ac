"""The normal form of words: one script, one width, no spaces, no pinyin."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from opencc import OpenCC

from disclint import spelling
from disclint.catalog import Catalog
from tests.strategies import LABELS, respelt

LOST_IN_SCRIPT = "4.无正当理由大量反复申请"


def every_word(catalog: Catalog) -> Iterator[str]:
    """Yield each word of the forms, of the outline with its variants, and of the glossary."""
    yield from catalog.genre("ogi").glossary.words
    for form in catalog.forms:
        for block in form.blocks:
            yield from block.words()
            for named in (*block.columns, *block.rows):
                yield from named.spellings()
    for section in catalog.genre("ogi").outline:
        yield from (section.shown, section.label, *section.variants)


@pytest.fixture(params=["s2t", "s2tw", "s2hk"])
def traditional(request: pytest.FixtureRequest) -> OpenCC:
    """Write in the traditional script by OpenCC's own standard, Taiwan's or Hong Kong's."""
    return OpenCC(request.param)


def test_every_official_word_is_read_back_from_the_traditional_script(
    traditional: OpenCC, catalog: Catalog
) -> None:
    lost = {
        word: traditional.convert(word)
        for word in {*every_word(catalog)} - {LOST_IN_SCRIPT}
        if spelling.normal(traditional.convert(word)) != spelling.normal(word)
    }
    assert lost == {}


def test_a_repeated_request_is_read_back_from_the_traditional_script(traditional: OpenCC) -> None:
    written = traditional.convert(LOST_IN_SCRIPT)
    assert spelling.normal(written) == spelling.normal(LOST_IN_SCRIPT)


def test_a_character_is_changed_only_as_opencc_changes_it() -> None:
    converters = [OpenCC(name) for name in ("t2s", "tw2s", "hk2s")]
    odd = {
        letter: spelling.normal(letter)
        for letter in map(chr, range(0x3400, 0xA000))
        if spelling.normal(letter) != letter
        and all(each.convert(letter) != spelling.normal(letter) for each in converters)
    }
    assert odd == {"覆": "复"}  # as in 反覆 and 答覆, which it changes as words


def test_the_characters_of_official_words_are_left_alone(catalog: Catalog) -> None:
    letters = {letter for word in every_word(catalog) for letter in word if "一" <= letter <= "龥"}
    assert {letter for letter in letters if spelling.normal(letter) != letter} == set()


@given(respelt(LABELS))
def test_widths_and_spaces_leave_a_label_what_it_is(pair: tuple[str, str]) -> None:
    word, written = pair
    assert spelling.label(written) == spelling.label(word)


@given(respelt(LABELS))
def test_a_normal_form_is_its_own_normal_form(pair: tuple[str, str]) -> None:
    normal = spelling.normal(pair[1])
    assert spelling.normal(normal) == normal


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("自\n然\n人", "自然人"),
        ("　总\u2002计\u00a0", "总计"),
        ("总\u200b计\ufeff", "总计"),
        ("０１２", "012"),
        ("本年增／减", "本年增/减"),
        ("收费金额（单位：万元）", "收费金额(单位:万元)"),
        ("會(huì)議(yì)", "会议"),
        ("会（huì） 议 (yì)", "会议"),
        ("項(xiàng)目數(shù)量", "项目数量"),
        ("女(nu\u0308\u030c)", "女"),
        ("－5", "-5"),
        ("—", "-"),
        ("–18", "-18"),
        ("“三安全一稳定”", "三安全一稳定"),
        ('"三安全一稳定"', "三安全一稳定"),
        ("「三安全一穩定」", "三安全一稳定"),
        ("規範性檔案", "规范性档案"),
    ],
)
def test_spellings_of_one_word_have_one_normal_form(written: str, normal: str) -> None:
    assert spelling.normal(written) == normal


@pytest.mark.parametrize("text", ["huì", "(huì)", "会(2019)", "会(PDF)", "会(hui yi)", "会(议)"])
def test_what_is_not_pinyin_in_brackets_after_a_character_stays(text: str) -> None:
    assert spelling.folded(text) == text


def test_folding_keeps_the_spaces() -> None:
    assert spelling.folded("總 計\t１２\n件") == "总 计\t12\n件"


@pytest.mark.parametrize(
    ("written", "number", "text"),
    [
        ("一、总体情况", "一、", "总体情况"),
        ("一 、 总体情况", "一、", "总体情况"),
        ("一.总体情况", "一、", "总体情况"),
        ("十一、其他", "十一、", "其他"),
        ("1.属于国家秘密", "1.", "属于国家秘密"),
        ("1、属于国家秘密", "1.", "属于国家秘密"),
        ("１．属于国家秘密", "1.", "属于国家秘密"),
        ("1 . 属于国家秘密", "1.", "属于国家秘密"),
        ("12、其他", "12.", "其他"),
        ("（一）予以公开", "(一)", "予以公开"),
        ("(一)、予以公开", "(一)", "予以公开"),
        ("㈠予以公开", "(一)", "予以公开"),
        ("（１）其他", "1.", "其他"),
        ("四、", "四、", ""),
        ("总计", "", "总计"),
        ("第二十条 第（一）项", "", "第二十条第(一)项"),
        ("一是加强领导", "", "一是加强领导"),
        ("2019年", "", "2019年"),
        ("3.5万元", "", "3.5万元"),
        ("", "", ""),
    ],
)
def test_a_label_is_cut_into_its_item_number_and_the_rest(
    written: str, number: str, text: str
) -> None:
    label = spelling.label(written)
    assert (label.number, label.text, label.full) == (number, text, number + text)


@pytest.mark.parametrize(
    ("written", "core"),
    [
        ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "部分公开"),
        ("收费金额（单位：万元）", "收费金额"),
        ("总计", "总计"),
        ("（本列数据的勾稽关系）", "(本列数据的勾稽关系)"),
        ("第（一）项", "第(一)项"),
    ],
)
def test_the_core_of_a_label_has_no_explanation_unless_it_is_one(written: str, core: str) -> None:
    assert spelling.label(written).core == core


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("自\n然\n人", "自然人"),
        ("三、本\t年　度\n办理结果", "三、本年度办理结果"),
        ("規範性文件（１）", "規範性文件（１）"),
        ("1.  PDF\nfile", "1. PDF file"),
    ],
)
def test_a_quotation_is_the_writers_own_spelling_on_one_line(written: str, shown: str) -> None:
    assert spelling.quoted(written) == shown


def test_a_quotation_too_long_for_a_message_is_cut() -> None:
    assert spelling.quoted("字" * 60) == "字" * 60
    assert spelling.quoted("字" * 61) == "字" * 60 + "…"


def test_equal_words_are_as_close_as_can_be_and_strange_ones_as_far() -> None:
    assert spelling.closeness("总计", "总计") == 1
    assert spelling.closeness("总计", "规章") == 0
    assert 0 < spelling.closeness("总计", "合计") < 1


@given(respelt(LABELS))
def test_a_traced_text_is_the_normal_form_and_leads_back_letter_by_letter(
    pair: tuple[str, str],
) -> None:
    word, written = pair
    trace = spelling.traced(written)
    assert trace.text == spelling.normal(written) == spelling.normal(word)
    assert list(trace.offsets) == sorted(trace.offsets)
    for index in range(len(trace.text)):
        span = trace.span(index, index + 1)
        assert spelling.normal(written[span.start : span.end]) == trace.text[index]


@pytest.mark.parametrize(
    ("written", "text", "last"),
    [
        ("總(zǒng) 計(jì) 5", "总计5", (14, 15)),
        ("資訊", "信息", (1, 2)),
        ("㈠㈡", "(一)(二)", (1, 2)),
        ("“一”", "一", (1, 2)),
    ],
)
def test_a_traced_text_knows_what_is_left_out(
    written: str, text: str, last: tuple[int, int]
) -> None:
    trace = spelling.traced(written)
    span = trace.span(len(trace.text) - 1, len(trace.text))
    assert (trace.text, (span.start, span.end)) == (text, last)
