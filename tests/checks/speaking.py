"""What one rule says of a text."""

from collections.abc import Callable

from disclint.linter import Linter
from disclint.source import Source
from tests.filling import find_form
from tests.writing import HEADINGS, write_report

Say = Callable[[str], list[str]]

EDITIONS = {
    2020: ("active-2019", "requests-2019", "disputes"),
    2023: ("active-2021", "requests-2021", "disputes"),
}


def said(linter: Linter, code: str, text: str) -> list[str]:
    """Return `line: message` for each finding of the rule `code`."""
    found = linter.lint(Source("report.txt", text))
    return [f"{one.start.line}: {one.message.en}" for one in found if one.code == code]


def count(linter: Linter, code: str, text: str) -> int:
    """Return how often the rule `code` speaks."""
    return len(said(linter, code, text))


def report(
    linter: Linter,
    changed: dict[str, str] | None = None,
    *,
    title: str = "青禾县2020年政府信息公开工作年度报告",
    year: int = 2020,
    rest: str = "0",
) -> str:
    """Return a whole report, `changed` by `form.row.column`, all other cells being `rest`."""
    forms = [find_form(linter, name) for name in EDITIONS[year]]
    texts = changed or {}
    text = write_report(forms, lambda slot: texts.get(slot.id, rest), "tabbed", year)
    return title + text[text.index("\n") :]


def headings(*lines: str) -> str:
    """Return a report of headings alone, each with a line of prose under it."""
    return "".join(f"{line}\n平稳有序。\n" for line in lines or HEADINGS)
