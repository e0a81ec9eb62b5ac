"""Sections that may be nearly the same: which ones are looked at closely, and how few."""

from disclint.comparison import Likeness, find_likenesses
from disclint.linter import Linter
from tests.together import filings, put_prose, report_of

FIVE = "五、存在的主要问题及改进情况"
PROSE = (
    "一是主动公开的内容还不够丰富，部分栏目更新不够及时；二是政策解读的形式较为单一。下一步将制定栏目维护清单，"
    "明确责任股室和更新时限；做到政策文件与解读材料同步起草、同步审批、同步发布。"
)
MANY = 60


def texts_of(linter: Linter, bodies: list[tuple[str, int]]) -> dict[str, str]:
    """Return reports by body and year, all with the same prose."""
    return {
        f"{body}{year}.txt": put_prose(report_of(linter, year, body=body), FIVE, PROSE)
        for body, year in bodies
    }


def of_five(linter: Linter, texts: dict[str, str]) -> list[Likeness]:
    """Return what is found for section 五 of each report."""
    found = find_likenesses(filings(linter, texts))
    return [one for one in found if one.prose.section.number == "五"]


def others(likeness: Likeness) -> list[str]:
    return [other.source.path for other, _ in likeness.others]


def test_a_report_is_set_against_earlier_ones_alone(linter: Linter) -> None:
    texts = texts_of(linter, [("青禾县", 2023), ("云岭市", 2022), ("云岭市", 2023)])
    assert [(one.filing.source.path, others(one)) for one in of_five(linter, texts)] == [
        ("云岭市2022.txt", []),
        ("青禾县2023.txt", ["云岭市2022.txt"]),
        ("云岭市2023.txt", ["云岭市2022.txt", "青禾县2023.txt"]),
    ]


def test_the_last_report_of_the_same_body_comes_first_however_many_are_alike(
    linter: Linter,
) -> None:
    many = [(f"青禾县第{number}中心", 2022) for number in range(10, 10 + MANY)]
    texts = texts_of(linter, [*many, ("云岭市", 2022), ("云岭市", 2023)])
    *_, last = of_five(linter, texts)
    assert others(last)[0] == "云岭市2022.txt"
    assert len(others(last)) < MANY / 10


def test_other_text_is_not_looked_at(linter: Linter) -> None:
    texts = texts_of(linter, [("青禾县", 2022), ("青禾县", 2023)])
    texts["青禾县2023.txt"] = put_prose(report_of(linter, 2023), FIVE, PROSE[::-1])
    *_, last = of_five(linter, texts)
    assert others(last) == []


def test_for_a_report_that_is_alone_there_is_nothing_to_be_like(linter: Linter) -> None:
    assert of_five(linter, texts_of(linter, [("青禾县", 2022)])) == []
