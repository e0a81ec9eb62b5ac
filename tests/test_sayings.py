"""Diagnostics: what a reporter may show of a finding."""

from decimal import Decimal
from pathlib import Path

import pytest

from disclint.diagnostics import Diagnostic, SubjectKind
from disclint.examples import run_example
from disclint.linter import Linter
from disclint.source import Source

SAMPLES = Path(__file__).parent.parent / "docs" / "samples"


@pytest.fixture(scope="module")
def said(linter: Linter) -> dict[str, Diagnostic]:
    """What is wrong with a sample, by code: each code comes once in it."""
    source = linter.open(str(SAMPLES / "qinghe-2020.txt"))
    assert isinstance(source, Source)
    return {one.code: one for one in linter.lint(source)}


@pytest.mark.parametrize(
    ("code", "kind", "name"),
    [
        ("DIS406", SubjectKind.FIGURE, "requests-2019.unavailable-not-held.total"),
        ("DIS201", SubjectKind.FIGURE, "active-2019.coercion.decisions"),
        ("DIS102", SubjectKind.SECTION, "三"),
    ],
)
def test_a_diagnostic_tells_what_it_is_about_by_an_id_that_stays(
    code: str, kind: SubjectKind, name: str, said: dict[str, Diagnostic]
) -> None:
    subject = said[code].subject
    assert subject
    assert (subject.kind, subject.id) == (kind, name)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("DIS202", SubjectKind.ROW),
        ("DIS106", SubjectKind.TABLE),
        ("DIS301", SubjectKind.FIGURE),
        ("DIS601", SubjectKind.FIGURE),
        ("DIS606", SubjectKind.SECTION),
    ],
)
def test_examples_are_about_what_one_would_say(
    code: str, kind: SubjectKind, linter: Linter
) -> None:
    rule = linter.catalog.find(code)
    assert rule
    subjects = [one.subject for one in run_example(linter, rule, rule.bad)]
    assert [subject and subject.kind for subject in subjects[:1]] == [kind]


def test_a_file_that_cannot_be_read_is_about_nothing_in_a_report(linter: Linter) -> None:
    found = linter.read(b"%PDF-", "report.pdf")
    assert isinstance(found, Diagnostic)
    assert (found.subject, found.text, found.line, found.workings) == (None, "", "", ())


def test_it_holds_the_line_and_what_stands_at_the_place(said: dict[str, Diagnostic]) -> None:
    assert (said["DIS208"].text, said["DIS208"].line) == ("13,405", "\t13,405")


def test_a_document_without_lines_of_its_own_has_the_text_alone(linter: Linter) -> None:
    page = "<h1>一、总体情况</h1><p>共__件</p><h1>二、主动公开政府信息情况</h1>".encode()
    source = linter.read(page, "page.html")
    assert isinstance(source, Source)
    (blank,) = [one for one in linter.lint(source) if one.code == "DIS706"]
    assert (blank.text, blank.line) == ("共__件", "")


def test_a_line_or_a_text_that_is_very_long_is_not_held_whole(linter: Linter) -> None:
    text = "一、总体情况\n" + "好" * 3000 + "。共__件" + "\n二、主动公开政府信息情况\n"
    (blank,) = [one for one in linter.lint(Source("a.txt", text)) if one.code == "DIS706"]
    assert blank.line == ""
    assert max(len(one.text) for one in linter.lint(Source("a.txt", text))) <= 203


def test_a_broken_relation_is_worked_out_with_its_parts(said: dict[str, Diagnostic]) -> None:
    column, _ = said["DIS406"].workings
    assert column.axis.en == "Table 3 · 总计"
    assert (column.left_sum, column.right_sum) == (Decimal(24), Decimal(23))
    assert [part.text for part in column.left] == ["24"]
    assert [part.text for part in column.right][:3] == ["11", "1", "0"]
    assert column.right[0].start.line < said["DIS406"].start.line


def test_a_total_that_is_blank_is_worked_out_as_far_as_its_parts_go(
    said: dict[str, Diagnostic],
) -> None:
    (working,) = said["DIS401"].workings
    assert (working.left_sum, working.right_sum) == (None, Decimal(3))
