"""Prose as it runs on, with the way back to the file."""

from collections.abc import Callable
from textwrap import dedent

from hypothesis import given
from hypothesis import strategies as st

from disclint.binding.bound import BoundReport
from disclint.binding.passages import Passage
from disclint.nodes import Paragraph
from disclint.source import Source, Span

Bind = Callable[[str], BoundReport]

BROKEN = dedent("""\
    青禾县2023年政府信息公开工作年度报告
    一、总体情况
    2023 年，青禾县人民政府坚持以公开为常态、不公开为例外，认真
    办理依申请公开，全年受理政府信息公开申请 21 件，均在法定期
    - 1 -
    限内答复。
    （二）平台建设。平稳有序。
    二、主动公开政府信息情况
""")


def passages(bind: Bind, text: str) -> list[str]:
    return [passage.text for passage in bind(text).passages]


def test_lines_that_are_full_run_on_past_a_page_number(bind: Bind) -> None:
    assert passages(bind, BROKEN) == [
        "青禾县2023年政府信息公开工作年度报告",
        "一、总体情况",
        "".join(BROKEN.splitlines()[i] for i in (2, 3, 5)).replace(" ", "").replace("，", ","),
        "(二)平台建设。平稳有序。",
        "二、主动公开政府信息情况",
    ]


def test_a_heading_does_not_run_on_into_a_long_paragraph(bind: Bind) -> None:
    text = f"一、总体情况\n（一）依法办理政府信息公开申请情况\n{'全县各级各部门平稳有序，' * 9}\n"
    assert len(passages(bind, text)) == 3


def test_passages_know_their_section_and_the_headings_are_marked(bind: Bind) -> None:
    found = bind(BROKEN).passages
    assert [one.section and one.section.number for one in found] == [None, "一", "一", "一", "二"]
    assert [one.is_heading for one in found] == [False, True, False, False, True]


def test_a_place_in_a_passage_leads_to_the_lines_that_it_stands_in(bind: Bind) -> None:
    found = bind(BROKEN).passages[2]
    start = found.text.index("法定期限")
    span = found.span(start, start + 4)
    assert BROKEN[span.start : span.end] == "法定期\n- 1 -\n限"
    assert found.as_written(start, start + 4) == "法定期限"
    start = found.text.index("21件")
    assert found.as_written(start, start + 3) == "21 件"


def test_numbers_that_a_space_parts_stay_apart(bind: Bind) -> None:
    assert passages(bind, "一、总体情况\n表 3　21 件 ５\n")[1] == "表3 21件5"


@given(st.lists(st.text(min_size=1).map(str.strip).filter(bool), min_size=1, max_size=4))
def test_every_letter_of_the_normal_form_leads_back(texts: list[str]) -> None:
    lines, offset = [], 0
    for text in texts:
        lines.append(Paragraph(text=text, span=Span(offset, offset + len(text))))
        offset += len(text) + 1
    source = Source("report.txt", "\n".join(texts))
    passage = Passage(lines=tuple(lines), section=None)
    for start in range(len(passage.text)):
        span = passage.span(start, start + 1)
        assert source.excerpt(span) == passage.as_written(start, start + 1)
