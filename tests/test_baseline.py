"""What was found before, whatever has become of the lines since."""

from collections import Counter
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclint.baseline import Entry, Tally, entry_of, parse_baseline, write_baseline
from disclint.errors import ConfigError
from disclint.forms import Form, Slot
from disclint.linter import Linter
from disclint.source import Source
from tests.writing import PROSE, LayoutName, write_report

FORMS = ("active-2021", "requests-2021", "disputes")
WRONG = {
    "requests-2021.received.total": "5",
    "requests-2021.disclosed.person": "2件",
    "active-2021.rules.issued": "3",
    "disputes.cases.review-total": "1",
}
ENTRY = Entry("a.txt", "DIS402", "cell", "requests-2021.received.total")
FAULTY = "今年共收到申请390件，其中自然人353件，法人36件，《条例执行平稳，群众群众满意。" * 6


@pytest.fixture
def report(forms: dict[str, Form]) -> str:
    return faulty(forms, "tabbed")


def faulty(forms: dict[str, Form], layout: LayoutName) -> str:
    def value(slot: Slot) -> str:
        return WRONG.get(slot.id, "0")

    text = write_report([forms[name] for name in FORMS], value, layout, 2023)
    return text.replace(PROSE, FAULTY)


def entries(linter: Linter, data: str | bytes) -> Counter[Entry]:
    source = linter.read(data.encode() if isinstance(data, str) else data, "a.txt")
    assert isinstance(source, Source)
    return Counter(entry_of(one, "") for one in linter.lint(source))


@pytest.mark.parametrize("layout", get_args(LayoutName))
def test_in_another_layout_the_same_is_found(
    layout: LayoutName, report: str, forms: dict[str, Form], linter: Linter
) -> None:
    wanted = entries(linter, report)
    assert {entry.kind for entry in wanted} == {"cell", "text"}
    assert entries(linter, faulty(forms, layout)) == wanted


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_in_another_encoding_and_with_other_line_ends_the_same_is_found(
    encoding: str, report: str, linter: Linter
) -> None:
    data = report.replace("\n", "\r\n").encode(encoding)
    assert entries(linter, data) == entries(linter, report)


def test_when_lines_move_the_same_is_found(report: str, linter: Linter) -> None:
    moved = report.replace("\n一、总体情况", "\n\n\n（征求意见稿）\n\n一、总体情况")
    assert entries(linter, moved) == entries(linter, report)


def test_spaces_and_widths_in_a_text_make_no_other_of_it(report: str, linter: Linter) -> None:
    spaced = (
        report.replace("，其中", " ， 其中")
        .replace("《条例", "《　条例")
        .replace("，群众", ",群众")
    )
    assert entries(linter, spaced) == entries(linter, report)


def test_as_many_as_the_baseline_has_are_known_and_no_more(linter: Linter, report: str) -> None:
    (one,) = [
        found for found in linter.lint(Source("a.txt", report)) if entry_of(found, "") == ENTRY
    ] or linter.lint(Source("a.txt", report))[:1]
    tally = Tally({entry_of(one, ""): 2}, "")
    assert [tally.takes(one) for _ in range(3)] == [True, True, False]


def test_what_is_gone_is_told_where_somebody_has_looked() -> None:
    other = Entry("b.txt", "DIS402", "", "")
    tally = Tally({ENTRY: 2, other: 1}, "")
    assert tally.gone(lambda file, _: file == "a.txt") == {ENTRY: 2}
    assert tally.gone(lambda _, code: code == "DIS403") == {}
    assert tally.pruned(lambda file, _: file == "a.txt") == {other: 1}
    assert tally.renewed(lambda file, _: file == "a.txt") == {other: 1}


@given(
    st.dictionaries(
        st.builds(
            Entry,
            file=st.text(min_size=1),
            code=st.text(min_size=1),
            kind=st.sampled_from(["cell", "row", "table", "text"]),
            part=st.text(),
        ),
        st.integers(min_value=1, max_value=10**6),
    )
)
def test_what_is_written_is_read_again(baseline: dict[Entry, int]) -> None:
    assert parse_baseline(write_baseline(baseline), "b.json") == baseline


def test_entries_are_sorted_each_on_a_line() -> None:
    other = Entry("乙.txt", "DIS502", "text", "共390件")
    assert write_baseline({other: 2, ENTRY: 1}) == (
        '{"disclint-baseline": 1, "findings": [\n'
        '  {"file": "a.txt", "code": "DIS402", "cell": "requests-2021.received.total", '
        '"count": 1},\n'
        '  {"file": "乙.txt", "code": "DIS502", "text": "共390件", "count": 2}\n'
        "]}\n"
    )
    assert write_baseline({}) == '{"disclint-baseline": 1, "findings": []}\n'


def test_an_entry_that_a_merge_has_doubled_counts_once() -> None:
    line = '{"file": "a.txt", "code": "DIS402", "count": 1}'
    text = f'{{"disclint-baseline": 1, "findings": [{line}, {line}]}}'
    assert parse_baseline(text, "b.json") == {Entry("a.txt", "DIS402", "", ""): 1}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "b.json:1:1: is not JSON"),
        ('{"disclint-baseline": 1,\n "findings": [', "b.json:2:15: is not JSON"),
        ("[" * 100_000, "b.json: is not JSON"),
        ("[]", "b.json: is no baseline"),
        ('{"findings": []}', "b.json: is no baseline: it has no `disclint-baseline`"),
        ('{"disclint-baseline": 2}', "is a baseline of version 2; this program reads 1"),
        ('{"disclint-baseline": 1}', "`findings` must be a list"),
        ('{"disclint-baseline": 1, "findings": [1]}', "findings[1]: must be an entry such as"),
    ],
)
def test_what_is_no_baseline_is_refused_with_its_place(text: str, said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_baseline(text, "b.json")
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "entry",
    [
        '{"file": "a.txt", "code": "DIS402"}',
        '{"file": "a.txt", "count": 1}',
        '{"file": "a.txt", "code": "DIS402", "count": 0}',
        '{"file": "a.txt", "code": "DIS402", "count": true}',
        '{"file": "a.txt", "code": 402, "count": 1}',
        '{"file": "a.txt", "code": "DIS402", "line": 7, "count": 1}',
        '{"file": "a.txt", "code": "DIS402", "cell": "a", "text": "b", "count": 1}',
    ],
)
def test_an_entry_that_is_none_is_refused(entry: str) -> None:
    with pytest.raises(ConfigError, match=r"b.json: findings\[1\]"):
        parse_baseline(f'{{"disclint-baseline": 1, "findings": [{entry}]}}', "b.json")
