"""Official forms: the names of their parts, and the words that they are known by."""

import pytest

from disclint.forms import (
    Column,
    Form,
    FormBlock,
    Kind,
    Named,
    OutlineSection,
    Slot,
    path_name,
)
from disclint.wording import Wording

PERSON = Column(id="person", label="自然人")
BUSINESS = Column(id="business", label="商业 企业", under=("组织",), variants=("企业",))
SCHOOLS = Column(id="schools", label="学校", under=("组织",), kind=Kind.MONEY, unit="万元")
RECEIVED = Named(id="received", label="一、新收（只计本年）", variants=("一、新收",))
REFUSED = Named(id="refused", label="1.秘密", under=("二、结果", "（三）不予公开"))
DECLINED = Named(id="declined", label="2.重复", under=("二、结果", "（五）不予处理"))
BLOCK = FormBlock(
    title="第一项",
    headers=("（勾稽关系）", "申请人"),
    columns=(PERSON, BUSINESS, SCHOOLS),
    rows=(RECEIVED, REFUSED, DECLINED),
    relations=(),
)


def form(first: int = 2019, last: int | None = None, block: FormBlock = BLOCK) -> Form:
    return Form(
        id="made-up",
        name=Wording("表九", "Table 9"),
        table=9,
        edition="2019",
        first_year=first,
        last_year=last,
        label_columns=1,
        blocks=(block,),
    )


def test_a_full_label_has_the_nearest_one_that_spans_it() -> None:
    assert REFUSED.full == "（三）不予公开 · 1.秘密"
    assert RECEIVED.full == "一、新收（只计本年）"


def test_a_person_is_spared_the_explanations_of_the_form() -> None:
    assert RECEIVED.shown == "一、新收"
    assert REFUSED.shown == "（三）不予公开 · 1.秘密"


def test_the_official_label_comes_before_its_variants() -> None:
    assert list(RECEIVED.spellings()) == ["一、新收（只计本年）", "一、新收"]
    assert list(REFUSED.spellings()) == ["1.秘密"]


def test_a_column_counts_things_unless_it_says_otherwise() -> None:
    assert (PERSON.kind, PERSON.unit) == (Kind.COUNT, "")


def test_the_words_of_a_head_come_as_often_as_the_form_prints_them() -> None:
    assert list(BLOCK.words()) == [
        "第一项",
        "（勾稽关系）",
        "申请人",
        "组织",
        "二、结果",
        "（三）不予公开",
        "（五）不予处理",
        "自然人",
        "商业 企业",
        "学校",
    ]


def test_a_block_without_a_title_has_no_word_for_it() -> None:
    block = FormBlock(title="", headers=(), columns=(PERSON,), rows=(RECEIVED,), relations=())
    assert list(block.words()) == ["自然人"]


def test_labels_of_one_name_under_different_ones_are_printed_twice() -> None:
    columns = tuple(Column(id=group, label="总计", under=(group,)) for group in ("复议", "诉讼"))
    block = FormBlock(title="", headers=(), columns=columns, rows=(), relations=())
    assert list(block.words()) == ["复议", "诉讼", "总计", "总计"]


def test_the_labels_of_a_form_are_all_its_words_in_normal_form() -> None:
    assert form().labels == {
        "第一项",
        "(勾稽关系)",
        "申请人",
        "组织",
        "结果",
        "不予公开",
        "不予处理",
        "自然人",
        "商业企业",
        "企业",
        "学校",
        "新收(只计本年)",
        "新收",
        "秘密",
        "重复",
    }


def test_an_empty_label_is_no_word_of_a_form() -> None:
    nameless = Named(id="cases", label="")
    block = FormBlock(title="", headers=(), columns=(PERSON,), rows=(nameless,), relations=())
    assert form(block=block).labels == {"自然人"}


@pytest.mark.parametrize("year", [2019, 2020])
def test_a_form_applies_to_its_first_and_last_year(year: int) -> None:
    assert form(2019, 2020).applies_to(year)


@pytest.mark.parametrize("year", [2018, 2021])
def test_a_form_does_not_apply_before_or_after(year: int) -> None:
    assert not form(2019, 2020).applies_to(year)


def test_a_form_without_a_last_year_applies_for_ever() -> None:
    assert form(2021).applies_to(2099)
    assert not form(2021).applies_to(2020)


def test_a_section_is_shown_as_its_heading_should_stand() -> None:
    assert OutlineSection(number="一", label="总体情况").shown == "一、总体情况"


def test_a_figure_has_a_stable_id_and_a_name() -> None:
    slot = Slot(form(), BLOCK, REFUSED, BUSINESS)
    assert slot.id == "made-up.refused.business"
    assert slot.name == Wording(
        "表九 · 第一项 · （三）不予公开 · 1.秘密 · 组织 · 商业 企业",
        "Table 9 · 第一项 · （三）不予公开 · 1.秘密 · 组织 · 商业 企业",
    )


def test_a_figure_of_a_row_and_a_block_without_names_is_called_by_its_column() -> None:
    block = FormBlock(title="", headers=(), columns=(PERSON,), rows=(), relations=())
    slot = Slot(form(), block, Named(id="cases", label=""), PERSON)
    assert slot.row_name == ""
    assert slot.name.zh == "表九 · 自然人"


def test_the_name_of_a_part_leaves_out_what_is_empty() -> None:
    assert path_name(form(), "第一项", "", "自然人").en == "Table 9 · 第一项 · 自然人"
    assert path_name(form()) == Wording("表九", "Table 9")
