"""Several made-up reports, looked at together."""

from collections.abc import Mapping, Sequence

from disclint.comparison import Filed, Filing
from disclint.diagnostics import Diagnostic
from disclint.ledger import Entry
from disclint.linter import Comparison, Linter
from disclint.source import Source
from tests.filling import find_form
from tests.writing import write_report

BODY = "青禾县"


def report_of(
    linter: Linter,
    year: int,
    figures: Mapping[str, str] | None = None,
    body: str = BODY,
    rest: str = "0",
) -> str:
    """Return a whole report on `year`, `figures` by `row.column`, all other cells being `rest`."""
    edition = "2019" if year < 2021 else "2021"
    names = (f"active-{edition}", f"requests-{edition}", "disputes")
    texts = figures or {}
    text = write_report(
        [find_form(linter, name) for name in names],
        lambda slot: texts.get(f"{slot.row.id}.{slot.column.id}", rest),
        "pipes",
        year,
    )
    return f"{body}{year}年政府信息公开工作年度报告" + text[text.index("\n") :]


def put_prose(text: str, section: str, prose: str) -> str:
    """Return a report with `prose` in the section whose heading is `section`."""
    head, heading, rest = text.partition(section)
    return f"{head}{heading}\n\n{prose}\n" + rest.partition("\n\n")[2].partition("\n")[2]


def file_texts(linter: Linter, texts: Mapping[str, str]) -> list[Filed]:
    """Return what is kept of reports, by path."""
    sources = [Source(path, text) for path, text in texts.items()]
    return [linter.file(source, linter.bind(source)) for source in sources]


def filings(linter: Linter, texts: Mapping[str, str]) -> list[Filing]:
    """Return each of the reports, by path."""
    return [filing for filed in file_texts(linter, texts) for filing in filed.filings]


def compare(
    linter: Linter, texts: Mapping[str, str], previous: Filing | None = None
) -> list[Comparison]:
    """Return what comes out for each of the reports, by path, among the others."""
    return list(linter.compare(file_texts(linter, texts), previous))


def found(linter: Linter, texts: Mapping[str, str]) -> list[Diagnostic]:
    """Return what is said of the reports taken together."""
    return [one for comparison in compare(linter, texts) for one in comparison.diagnostics]


def told(linter: Linter, texts: Mapping[str, str]) -> list[str]:
    """Return `path:line CODE` for each finding."""
    return [f"{one.path}:{one.start.line} {one.code}" for one in found(linter, texts)]


def entries(linter: Linter, texts: Mapping[str, str], path: str) -> Sequence[Entry]:
    """Return the ledger of the report at `path` among the others."""
    (comparison,) = (one for one in compare(linter, texts) if one.source.path == path)
    return linter.ledger_across(comparison)


def line_of(text: str, start: str) -> int:
    """Return the number of the only line that has `start` in it, from 1."""
    (number,) = (at for at, line in enumerate(text.splitlines(), 1) if start in line)
    return number
