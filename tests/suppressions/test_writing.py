"""A suppression written for what has been found."""

import pytest

from disclint.diagnostics import Diagnostic, Severity, Subject, SubjectKind
from disclint.source import Place
from disclint.suppressions import UNWRITTEN, is_unwritten, write_table
from disclint.wording import Wording


def test_a_table_names_the_smallest_part_that_a_finding_is_about() -> None:
    found = Diagnostic(
        path="2021/a.txt",
        start=Place(1, 1),
        end=Place(1, 2),
        code="DIS402",
        name="broken-sum",
        severity=Severity.ERROR,
        message=Wording("", ""),
        subject=Subject(SubjectKind.FIGURE, "requests-2021.received.person"),
    )
    assert write_table(found, "", '原件"如此') == (
        '[[suppressions]]\nfile = "2021/a.txt"\ncode = "DIS402"\n'
        'cell = "requests-2021.received.person"\nreason = "原件\\"如此"\n'
    )


@pytest.mark.parametrize("reason", [UNWRITTEN.zh, UNWRITTEN.en, " todo "])
def test_what_stands_for_a_reason_is_none(reason: str) -> None:
    assert is_unwritten(reason)
    assert not is_unwritten("原件如此，已核对")
