"""The block that a comment stands before."""

import pytest

from disclint.linter import Linter
from disclint.source import Place, Source
from disclint.suppressions import Stretch, find_stretch

TEXT = """\
青禾县2023年政府信息公开工作年度报告
<!-- disclint: 0 -->
一、总体情况
<!-- disclint: 1 -->

全县工作平稳。
<!-- disclint: 2 -->
二、主动公开政府信息情况
<!-- disclint: 3 -->
| 信息内容 | 本年处理决定数量 |
|---|---|
| 行政许可 | 12 |
<!-- disclint: 4 -->
| 行政处罚 | 3 |

<!-- disclint: 5 -->
| 行政强制 | 0 |
<!-- disclint: 6 -->
五、存在的主要问题及改进情况
工作仍有不足。
<!-- disclint: 7 -->
"""


def stretches(linter: Linter, data: str, path: str) -> list[tuple[int, int | None] | None]:
    """Return the lines that each comment is for."""
    source = linter.read(data.encode(), path)
    assert isinstance(source, Source)
    reports = [bound.report for bound in linter.bind(source)]
    found = [find_stretch(source, reports, comment.place) for comment in source.comments]
    return [_lines(stretch) for stretch in found]


def _lines(stretch: Stretch | None) -> tuple[int, int | None] | None:
    if stretch is None:
        return None
    assert stretch.start is not None
    return stretch.start.line, stretch.end.line if stretch.end else None


@pytest.mark.parametrize(
    ("number", "lines"),
    [
        (0, (3, 6)),  # a heading
        (1, (6, 8)),  # a paragraph
        (2, (8, 10)),
        (3, (10, 19)),  # a table, whole
        (4, (14, 17)),  # between two rows, the next one
        (5, (17, 19)),
        (6, (19, 20)),
        (7, None),  # nothing follows
    ],
)
def test_a_comment_is_for_the_next_block_up_to_the_following_one(
    number: int, lines: tuple[int, int] | None, linter: Linter
) -> None:
    assert stretches(linter, TEXT, "report.md")[number] == lines


def test_it_is_the_same_on_a_page(linter: Linter) -> None:
    page = """\
<html><body>
<!-- disclint: a heading --><p>二、主动公开政府信息情况</p>
<!-- disclint: the
 table -->
<table>
<tr><td>信息内容</td><td>本年处理决定数量</td></tr>
<tr><td>行政许可</td><td>12</td></tr>
<!-- disclint: a row -->
<tr><td>行政处罚</td>
    <td>3</td></tr>
<tr><td>行政强制</td><td>0</td></tr>
</table>
<!-- disclint: the last -->
<p>五、存在的主要问题及改进情况</p>
</body></html>
"""
    assert stretches(linter, page, "a.html") == [(2, 6), (6, 14), (9, 11), (14, None)]


def test_what_begins_in_a_stretch_is_covered_and_nothing_else() -> None:
    stretch = Stretch("a.txt", Place(2, 1), Place(4, 5))
    assert stretch.is_in("a.txt")
    assert not stretch.is_in("b.txt")
