"""Reports mended: what is done, what is taken back, and that nothing else is touched."""

from collections import Counter
from typing import get_args

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.figures import EDITIONS, slots
from disclint.diagnostics import Diagnostic
from disclint.fixes.mending import Mended, Mender, open_draft
from disclint.forms import Kind, Slot
from disclint.linter import Linter
from disclint.reading import Request
from disclint.wording import Wording
from tests.writing import LayoutName, write_report

HEAD = "青禾县2023年政府信息公开工作年度报告\n一、总体情况\n"
ODDITIES = ("13,185", "１2", "1 200", "", "3", "0", "5件", "8.5万", "-", "无", "+4")
PROSE = (
    "(一）主动公开平稳有序。",
    '坚持“公开"为常态。',
    "[bookmark: _GoBack]全县平稳。",
    "公开&nbsp;有序。",
    '坚持&ldquo;公开"为常态。',
    "〔2023]第3号。",
)


def mend(linter: Linter, data: bytes, *, unsafe: bool = True) -> Mended:
    request = Request(data=data, path="a.txt")
    draft = open_draft(linter, request)
    assert not isinstance(draft, Wording)
    return Mender(linter, lambda _, proposal: unsafe or proposal.is_safe).mend(request, draft)


def mended(linter: Linter, text: str, *, unsafe: bool = True) -> str:
    return mend(linter, text.encode(), unsafe=unsafe).after.manuscript.text


def codes(linter: Linter, text: str) -> list[str]:
    source = linter.read(text.encode(), "a.txt")
    assert not isinstance(source, Diagnostic)
    return sorted(one.code for one in linter.lint(source))


@st.composite
def reports(draw: st.DrawFn, linter: Linter) -> str:
    """Return a report with what can be fixed, and much that cannot."""
    year = draw(st.sampled_from(sorted(EDITIONS)))
    known = {form.id: form for form in linter.catalog.forms}
    forms = [known[name] for name in EDITIONS[year]]
    cells = [slot for form in forms for slot in slots(form)]
    odd = {id(draw(st.sampled_from(cells))): draw(st.sampled_from(ODDITIES)) for _ in range(6)}

    def value(slot: Slot) -> str:
        usual = "0万元" if slot.column.kind is Kind.MONEY else "0"
        return chosen.get(slot.id, usual)

    chosen = {slot.id: odd[id(slot)] for slot in cells if id(slot) in odd}
    text = write_report(forms, value, draw(st.sampled_from(get_args(LayoutName))), year)
    asides = draw(st.lists(st.sampled_from(PROSE), max_size=4))
    text = text.replace("一、总体情况\n", "\n".join(["一、总体情况", *asides, ""]))
    text = text.replace(
        "三、收到", draw(st.sampled_from(["三、收到", "3、 收到", "二、收到", "收到"]))
    )
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n", "\r"])))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data(), unsafe=st.booleans())
def test_whatever_the_report_fixing_it_is_final_harmless_and_precise(
    linter: Linter, data: st.DataObject, *, unsafe: bool
) -> None:
    text = data.draw(reports(linter))
    done = mend(linter, text.encode(), unsafe=unsafe)
    after = done.after.manuscript.text
    assert mended(linter, after, unsafe=unsafe) == after
    assert not Counter(codes(linter, after)) - Counter(codes(linter, text))
    assert len(codes(linter, after)) <= len(codes(linter, text)) - len(done.fixed)
    lines = list(zip(text.splitlines(keepends=True), after.splitlines(keepends=True), strict=True))
    touched = {one.start.line for one in done.fixed}
    assert touched or text == after
    changed = {number for number, (one, other) in enumerate(lines, 1) if one != other}
    assert len(changed) <= sum(len(one.proposal.replacements) for one in done.fixed if one.proposal)
    assert all(
        one[len(one.rstrip("\r\n")) :] == other[len(other.rstrip("\r\n")) :] for one, other in lines
    )


def test_each_finding_has_its_own_fix_and_one_refused_drops_no_other(linter: Linter) -> None:
    lines = [
        "(一）主动公开平稳有序。",
        "(二）依申请公开平稳有序。",
        "(三）监督平稳。",
        "(四）平台平稳。",
    ]
    text = HEAD + "\n".join(lines) + "\n"
    request = Request(data=text.encode(), path="a.txt")
    draft = open_draft(linter, request)
    assert not isinstance(draft, Wording)
    mender = Mender(linter, lambda one, proposal: proposal.is_safe and one.start.line != 5)
    after = mender.mend(request, draft).after.manuscript.text
    assert after == text.replace("(", "（").replace("（三", "(三")


def test_a_finding_of_the_same_code_on_the_same_line_is_a_new_one_elsewhere(
    linter: Linter,
) -> None:
    """One pair of brackets mended, another of two kinds made of what stood beside it."""
    text = f'{HEAD}坚持&ldquo;公开"为常态，(一）有序。\n'
    done = mend(linter, text.encode())
    assert done.after.manuscript.text == text.replace("(一", "（一")
    assert [one.reason.en for one in done.refused] == ["it would bring up DIS703"]


def test_what_is_refused_is_tried_by_itself_and_the_others_are_done(linter: Linter) -> None:
    text = f'{HEAD}[bookmark: _GoBack]全县平稳。\n坚持&ldquo;公开"为常态。\n'
    assert mended(linter, text) == text.replace("[bookmark: _GoBack]", "")


def test_a_comment_that_speaks_to_disclint_stays_where_it_is(linter: Linter) -> None:
    comment = "<!-- disclint: ignore[DIS701] -- 原件如此 -->\n"
    text = f"{HEAD}{comment}(一）主动公开平稳有序。\n"
    assert mended(linter, text) == text.replace("(", "（")


def test_what_is_no_text_of_the_file_itself_is_left_alone(linter: Linter) -> None:
    page = "<html><body><p>(一）平稳有序。</p></body></html>".encode()
    reason = open_draft(linter, Request(data=page, path="a.html"))
    assert isinstance(reason, Wording)
    assert reason.en == "only files of plain text are changed"


def test_a_figure_that_is_left_at_zero_is_filled_and_one_that_may_be_right_is_not(
    linter: Linter,
) -> None:
    table = (
        "|申请人情况|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计|\n"
        "|---|---|---|---|---|---|---|---|\n"
        "| 一、本年新收政府信息公开申请数量 | 15 | 3 | 0 | 0 | 0 | 0 | {} |\n"
    )
    assert mended(linter, table.format(0)) == table.format(18)
    assert mended(linter, table.format(81)) == table.format(81)


def test_an_address_or_a_mark_of_markdown_is_not_taken_out(linter: Linter) -> None:
    text = f'{HEAD}网址：HYPERLINK "http://example.org"，见&lt;附件&gt;。\n'
    assert mended(linter, text) == text
