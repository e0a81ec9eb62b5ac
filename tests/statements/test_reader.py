"""What each number counts, where that is certain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclint.linter import Linter
from disclint.plugins import Plugins
from disclint.source import Source
from disclint.statements import Statement, read_statements
from tests.statements.reading import said


def test_verb_noun_and_number_in_any_order(linter: Linter) -> None:
    expected = {"requests.received=16"}
    for text in (
        "收到政府信息公开申请16件。",
        "收到16件政府信息公开申请。",
        "政府信息公开申请收到16件。",
        "我局共收到各类政府信息公开申请共计16件。",
        "2023年，青禾县林业局收到政府信息公开申请16件。",
        "县林业局收到政府信息公开申请数为16。",
    ):
        assert said(linter, text) == expected, text


def test_the_topic_is_carried_over_from_the_sentence_before(linter: Linter) -> None:
    text = "做好依申请公开工作。共受理18件，办结16件。"
    assert said(linter, text) == {"requests.accepted=18", "requests.answered=16"}


@pytest.mark.parametrize(
    "between",
    ["受理12345热线工单30件。", "开展登记30件。", "办理低保申请30件。"],
)
def test_the_topic_is_forgotten_where_something_else_is_counted(
    between: str, linter: Linter
) -> None:
    assert said(linter, f"做好依申请公开工作。{between}办结16件。") == set()


def test_a_whole_that_holds_what_was_carried_in_is_open_to_both_ways(linter: Linter) -> None:
    text = "收到政府信息公开申请36件（含上年结转2件）。"
    assert said(linter, text) == {"requests.accepted=36", "requests.carried-in=2"}


def test_a_part_by_party_is_of_what_was_counted_before(linter: Linter) -> None:
    text = "受理政府信息公开申请25件，其中自然人24件、法人或其他组织1件。"
    parts = {"requests.accepted@person=24", "requests.accepted@organisation=1"}
    assert said(linter, text) == {"requests.accepted=25", *parts}


def test_years_of_carrying_over_are_told_by_the_reports_own(linter: Linter) -> None:
    text = "依申请公开方面，2022年结转2件，办结16件，1件结转2024年。"
    said_2023 = {"requests.carried-in=2", "requests.answered=16", "requests.carried-out=1"}
    assert said(linter, text) == said_2023
    assert "requests.carried-out=1" not in said(linter, text, year=2022)


def test_disputes_are_counted_only_where_they_are_about_disclosure(linter: Linter) -> None:
    assert said(linter, "办理行政复议案件5件。") == set()
    assert said(linter, "发生行政复议案件5件。") == set()
    assert said(linter, "因政府信息公开发生行政复议5件。") == {"reviews.filed=5"}
    assert said(linter, "因政府信息公开发生行政复议5件，因行政处罚被申请行政复议4件。") == {
        "reviews.filed=5"
    }


def test_a_denial_is_read_to_the_end_of_its_clause(linter: Linter) -> None:
    both = {"reviews.filed=none", "lawsuits.filed=none"}
    assert said(linter, "未发生行政复议、行政诉讼的情况。") == both
    assert said(linter, "未发生行政复议被撤销的情况。") == {"reviews.corrected=none"}
    assert said(linter, "未收到逾期的政府信息公开申请。") == set()
    assert said(linter, "未作出行政许可决定的案件已归档。") == set()


def test_all_is_said_of_all_or_not_at_all(linter: Linter) -> None:
    done = {"requests.answered=all"}
    assert said(linter, "政府信息公开申请均已办结。") == done
    assert said(linter, "政府信息公开申请办结率100%。") == done
    assert said(linter, "政府信息公开申请按时办结率100%。") == set()
    assert said(linter, "涉及征地的政府信息公开申请均已办结。") == set()
    assert said(linter, "力争政府信息公开申请全部办结。") == set()
    assert said(linter, "全部办结的政府信息公开申请中，予以公开2件。") == {"requests.disclosed=2"}


def test_numbers_that_are_dealt_out_go_to_each_in_turn(linter: Linter) -> None:
    text = "收到、办结政府信息公开申请分别为17件、16件。"
    assert said(linter, text) == {"requests.received=17", "requests.answered=16"}
    assert said(linter, "收到、办结政府信息公开申请分别为17件、16件、1件。") == {
        "requests.received=17",
        "requests.answered=16",
    }
    assert said(linter, "收到、办结政府信息公开申请分别为17件。") == set()
    each = "政府信息公开申请中，予以公开、部分公开各3件。"
    assert said(linter, each) == {"requests.disclosed=3", "requests.partly-disclosed=3"}


@pytest.mark.parametrize(
    ("text", "body", "is_read"),
    [
        ("全县收到政府信息公开申请16件。", "青禾县人民政府", True),
        ("全县收到政府信息公开申请16件。", "青禾县林业局", False),
        ("我局收到政府信息公开申请16件。", "青禾县林业局", True),
        ("县政府收到政府信息公开申请16件。", "青禾县", True),
        ("河口镇政府收到政府信息公开申请16件。", "青禾县", False),
        ("各乡镇收到政府信息公开申请16件。", "青禾县", False),
        ("县公安局收到政府信息公开申请16件。", "青禾县", False),
        ("邻县林业局收到政府信息公开申请16件。", "青禾县林业局", False),
        ("全镇收到政府信息公开申请16件。", "河口镇", True),
        ("全县收到政府信息公开申请16件。", "河口镇", False),
    ],
)
def test_only_the_body_that_reports_is_meant(
    text: str,
    body: str,
    is_read: bool,  # noqa: FBT001 - a table
    linter: Linter,
) -> None:
    assert bool(said(linter, text, body)) is is_read


@pytest.mark.parametrize(
    "text",
    [
        "2022年收到政府信息公开申请16件。",
        "上年收到政府信息公开申请16件。",
        "截至6月30日收到政府信息公开申请16件。",
        "上半年收到政府信息公开申请16件。",
        "2022年、2023年收到政府信息公开申请16件。",
        "近三年收到政府信息公开申请16件。",
        "较上年多收到政府信息公开申请16件。",
        "网上收到政府信息公开申请16件。",
        "涉及征地的政府信息公开申请16件。",
        "力争答复政府信息公开申请16件。",
        "收到16件关于征地的申请。",
        "收到政府信息公开申请后15个工作日内答复。",
        "公开政府信息1136条。",
        "规范性文件类信息80条。",
    ],
)
def test_another_year_channel_part_or_aim_is_not_read(text: str, linter: Linter) -> None:
    assert said(linter, text) == set()


def test_another_year_goes_for_what_follows_and_a_mere_glance_at_one_does_not(
    linter: Linter,
) -> None:
    named = "2022年收到政府信息公开申请16件。办结15件。2023年收到17件。"
    assert said(linter, named) == {"requests.received=17"}
    glance = "收到政府信息公开申请17件，较上年减少3件。办结16件。"
    assert "requests.received=17" in said(linter, glance)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        # 公民 may be a party, or anybody
        ("收到政府信息公开申请24件，公民申请13件，企业申请11件。", {"requests.received=24"}),
        ("收到政府信息公开申请24件，其中公民提出申请13件。", {"requests.received=24"}),
        ("收到公民提出的政府信息公开申请24件。", {"requests.received=24"}),
        ("收到公民和法人或其他组织政府信息公开申请24件。", {"requests.received=24"}),
        ("自然人和商业企业提交的政府信息公开申请24件。", {"requests.received=24"}),
        # what is held within a number lends its aspect to nobody
        (
            "收到政府信息公开申请24件（含2022年度结转5件），法人和其他组织申请11件。",
            {"requests.accepted=24", "requests.carried-in=5", "requests.accepted@organisation=11"},
        ),
        ("收到政府信息公开申请24件（含上年结转）。", {"requests.accepted=24"}),
        ("接收办理政府信息公开申请24件。", {"requests.accepted=24"}),
        # a head that stands last goes for all before it
        (
            "未发生政府信息公开行政诉讼、行政复议被纠错的情况。",
            {"lawsuits.corrected=none", "reviews.corrected=none"},
        ),
        ("未发生政府信息公开行政复议、行政诉讼败诉案件。", {"lawsuits.corrected=none"}),
        # the blocks of the table are no topic of their own
        ("政府信息公开行政诉讼3件，未经复议直接起诉，结果维持2件。", {"lawsuits.filed=3"}),
        # disputes about other work
        ("行政处罚案件未发生行政复议、行政诉讼。", set()),
        ("作出行政许可30件，无行政复议和行政诉讼。", set()),
        # one outcome of several
        ("收到政府信息公开申请12件，答复7件，不予受理4件。", {"requests.received=12"}),
        ("收到政府信息公开申请12件，答复11件，申请人撤回1件。", {"requests.received=12"}),
        (
            "收到政府信息公开申请12件，其中答复11件，申请人主动撤销1件。",
            {"requests.received=12"},
        ),
        ("依申请公开政府信息3条，主动公开68条。", set()),
        ("依申请公开：因本机关不掌握等原因无法提供10件。", {"requests.unavailable=10"}),
        # all of those that a number was given for
        (
            "收到政府信息公开申请87件，答复83件，均在法定期限内予以答复。",
            {"requests.received=87", "requests.answered=83"},
        ),
        ("政府信息公开所有答复均在法定期限内做出。", set()),
        ("政府信息公开申请均已答复，另有4件正在办理。", set()),
        # of another body, as the sentence before
        ("各乡镇收到政府信息公开申请145件。其中，予以公开96件。", set()),
        ("截至2022年12月31日，受理政府信息公开申请50件。", set()),
        ("主动公开信息68条，依申请公开信息3件。", set()),
    ],
)
def test_what_real_reports_say_is_not_misread(text: str, says: set[str], linter: Linter) -> None:
    assert said(linter, text) == says


def statements(linter: Linter, text: str) -> list[str]:
    (report,) = linter.bind(Source("report.txt", text))
    found = read_statements(report, linter.catalog.genre("ogi").glossary)
    return [str(one.claim) for one in found if isinstance(one, Statement)]


LINTER = Linter(Plugins.load())
TITLE = "青禾县林业局2023年政府信息公开工作年度报告\n\n"


def test_a_lesser_heading_names_the_topic_of_the_passage_under_it(linter: Linter) -> None:
    under = "一、总体情况\n（二）依申请公开情况\n全年共受理18件，办结16件。\n"
    assert statements(linter, TITLE + under) == ["requests.accepted=18", "requests.answered=16"]
    other = "一、总体情况\n（二）平台建设情况\n全年共受理18件，办结16件。\n"
    assert statements(linter, TITLE + other) == []


def test_a_heading_of_a_section_names_it_for_all_of_the_section(linter: Linter) -> None:
    text = "四、政府信息公开行政复议、行政诉讼情况\n平稳有序。\n\n全年发生行政复议3件。\n"
    assert statements(linter, TITLE + "一、总体情况\n略。\n" + text) == ["reviews.filed=3"]


def test_a_first_clause_that_may_have_begun_before_says_nothing(linter: Linter) -> None:
    lines = (
        "一、总体情况",
        "全年收到的各类来件较多，其中从网上收到的政府信息公开申请比上一年有所",
        "增加，县林业局收到县长信箱转来的各类件中",
        "政府信息公开申请16件，办结政府信息公开申请15件。",
    )
    assert statements(linter, TITLE + "\n".join(lines) + "\n") == ["requests.answered=15"]


PIECES = [
    *(
        "收到",
        "政府信息公开申请",
        "申请",
        "行政复议",
        "行政诉讼",
        "自然人",
        "办结",
        "答复",
        "予以公开",
        "不予公开",
    ),
    *(
        "结转下年度",
        "上年结转",
        "2022年",
        "2023年",
        "全年",
        "上年",
        "我局",
        "各乡镇",
        "网上",
        "其中",
        "均",
        "全部",
    ),
    *(
        "未发生",
        "无",
        "分别为",
        "各",
        "共",
        "占",
        "办结率",
        "较上年",
        "力争",
        "的",
        "中",
        "为",
        "和",
        "关于征地",
    ),
    *(
        "5件",
        "十六件",
        "0件",
        "1.2万余件",
        "50%",
        "3万元",
        "，",
        "、",
        "；",
        "。",
        "：",
        "（",
        "）",
        "12月31日",
    ),
]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_words_in_any_order_are_read_without_harm(text: str) -> None:
    (report,) = LINTER.bind(Source("report.txt", f"{TITLE}一、总体情况\n{text}\n"))
    for one in read_statements(report, LINTER.catalog.genre("ogi").glossary):
        if isinstance(one, Statement):
            assert one.span in report.report.span
            assert one.text
            assert one.claim.quantity is None or one.claim.quantity.value >= 0
