"""Wholes with their parts, and percentages with their figures."""

import pytest

from disclint import spelling
from disclint.linter import Linter
from disclint.parsing import read_prose
from disclint.statements.listing import Listing, find_listings
from disclint.statements.percentage import Percentage, find_percentages


def listings(linter: Linter, text: str) -> list[Listing]:
    glossary = linter.catalog.genre("ogi").glossary
    sentences = read_prose(spelling.traced_prose(text).text, glossary.word_list)
    return [one for sentence in sentences for one in find_listings(sentence, glossary)]


def percentages(linter: Linter, text: str) -> list[Percentage]:
    glossary = linter.catalog.genre("ogi").glossary
    sentences = read_prose(spelling.traced_prose(text).text, glossary.word_list)
    return [one for sentence in sentences for one in find_percentages(sentence, glossary)]


def sums(linter: Linter, text: str) -> list[str]:
    """Return each whole with its parts: `120: 40 20`."""
    return [
        f"{one.whole.quantity.value}: {' '.join(f'{part.quantity.value}' for part in one.parts)}"
        for one in listings(linter, text)
    ]


def is_wrong(linter: Linter, text: str) -> bool:
    return any(one.is_wrong for one in listings(linter, text))


@pytest.mark.parametrize(
    "text",
    [
        "公开信息120条，其中政策类40条、规划类20条。",
        "公开信息120条（其中政策类40条，规划类20条）。",
        "公开信息120条，其中：政策类40条；规划类20条。",
        "公开信息120条，分别为政策类40条、规划类20条。",
        "公开信息120条：政策类40条，规划类20条。",
        "公开信息120条，其中政策类40条，规划类20条，举办培训5次。",
        "公开信息120条，其中政策类40条，规划类20条，我局收到来信80条。",
        "公开信息120条，其中政策类40条（其中图解9条），规划类20条。",
    ],
)
def test_the_parts_of_a_whole_are_found(text: str, linter: Linter) -> None:
    assert sums(linter, text)[0] == "120: 40 20"


@pytest.mark.parametrize(
    "text",
    [
        "公开信息120条，其中政策类40条、规划类20条、其他61条。",  # says that it is complete
        "公开信息120条，其中政策类80条、规划类39条。",  # hardly leaves out one of 120
        "公开信息120条，其中政策类80条、规划类45条。",  # a few too many
        "公开信息120条，其中政策类130条、规划类20条。",  # a part above the whole
        "收到申请20件，其中自然人15件、商业企业9件。",  # nobody is both
        "收到申请20件，其中予以公开15件、不予公开9件。",
    ],
)
def test_parts_that_cannot_be_those_of_the_whole_are_wrong(text: str, linter: Linter) -> None:
    assert is_wrong(linter, text)


@pytest.mark.parametrize(
    "text",
    [
        "公开信息120条，其中政策类40条、规划类20条、其他60条。",
        "公开信息120条，其中政策类40条、规划类20条。",  # leaves some out
        "公开信息120条，其中涉及民生90条、配图80条。",  # may overlap
        "公开信息139条，其中动态类74条、政务类63条、图解5条、热点2条。",  # 5 are of the others
        "公开信息120余条，其中政策类80条、规划类45条。",
        "公开信息120条，其中政策类约80条、规划类45条。",
        "收到申请20件，其中网上申请15件，自然人18件。",  # two ways to divide
        "收到申请20件，其中自然人15件，办结25件。",
        "公开信息120条，其中政策类130条。",
        "公开信息10条，其中政策类5条、规划类4条。",  # too few to tell
        "公开信息120条，较上年增加30条，同比增长33%。",
        "收到申请20件（另有上年结转4件），其中予以公开15件、不予公开9件。",
        # of which of two numbers 其中 is said is open, and an increase is no whole
        "新收申请90件，上年结转5件，其中网上60件、信函35件。",
        "公开信息120条，同比增加20条，其中网站60条、微信40条。",
        "公开信息120条，较上年的80条增长50%，其中政策类60条、规划类40条。",
        # a list of which a part is not understood
        "公开信息60条，其中，政策类40条，规划类15条，约5条待定，其他4条。",
        "公开信息60条，其中政策类20条、许可/服务3条、其他37条。",
        "公开信息60条，其中政策类20条、规划类39条、2021年年报1条。",
        "公开信息60条，其中规章11条、其他文件9条；政策解读40条。",
        "公开信息60条，其中政策类20条、规划类39条等。",
    ],
)
def test_where_parts_may_be_those_of_the_whole_nothing_is_wrong(text: str, linter: Linter) -> None:
    assert not is_wrong(linter, text)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("收到申请40件，办结38件，办结率{}%。", "95"),
        ("收到申请34件，上年结转6件，办结38件，办结率{}%。", "95"),
        ("收到申请40件，其中自然人30件，占{}%。", "75"),
        ("收到申请40件，其中自然人30件，占总数的{}%。", "75"),
        ("收到申请120件，比上年的100件增长{}%。", "20"),
        ("收到申请120件，比上年增加20件，增长{}%。", "20"),
        ("收到申请80件，较上年减少20件，下降{}%。", "20"),
    ],
)
def test_a_percentage_is_held_against_the_figures_beside_it(
    text: str, share: str, linter: Linter
) -> None:
    (right,) = percentages(linter, text.format(share))
    assert not right.is_wrong
    (wrong,) = percentages(linter, text.format(int(share) + 3))
    assert wrong.is_wrong


@pytest.mark.parametrize("share", ["66.7", "66.6", "66.67", "66.66", "67", "66"])
def test_however_it_is_rounded_it_is_right(share: str, linter: Linter) -> None:
    (found,) = percentages(linter, f"收到申请3件，办结2件，办结率{share}%。")
    assert not found.is_wrong


@pytest.mark.parametrize(
    "text",
    [
        "收到申请40件，办结38件，按时办结率100%。",  # has another base
        "收到申请40件，办结38件，满意率99%。",
        "受理来电7352次，答复率99%。",
        "收到申请约40件，办结38件，办结率90%。",
        "收到申请40件，其中涉及征地的占当年办结数的75%。",
        "收到申请40件，办结38件，其中予以公开19件，占47.5%。",
        "发布520大项事项，全县已发布479项，可网办比例99.79%。",
        "收到申请40件，办结38件，办结率95%；收到来信9封，办结率100%。",
    ],
)
def test_a_percentage_of_something_else_is_left_alone(text: str, linter: Linter) -> None:
    assert not any(one.is_wrong for one in percentages(linter, text))
