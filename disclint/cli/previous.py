"""The report on the year before, as the command line names it."""

from collections.abc import Iterable, Sequence

from disclint.comparison import Filed, Filing, can_be_before
from disclint.diagnostics import Diagnostic
from disclint.errors import UsageError
from disclint.linter import Linter

_OPTION = "--previous"


def read_previous(linter: Linter, path: str, encoding: str | None) -> Filing:
    """Return what is to be compared of the report at `path`.

    Raises:
        UsageError: it cannot be read, or is not one report.

    """
    opened = linter.open(path, encoding)
    if isinstance(opened, Diagnostic):
        message = f"{_OPTION} {path}: {opened.message}"
        raise UsageError(message)
    filings = linter.file(opened, linter.bind(opened)).filings
    if len(filings) != 1:
        message = f"{_OPTION} {path}: holds {len(filings) or 'no'} reports and must hold one"
        raise UsageError(message)
    return filings[0]


def refuse_stranger(previous: Filing, files: Iterable[Filed]) -> None:
    """Refuse a report that is not the one on the year before of just one of those in `files`.

    Who cannot be told, by the title or the configuration, is what the user says.

    Raises:
        UsageError: it is none, or may be that of several.

    """
    filings = [filing for filed in files for filing in filed.filings]
    found = [filing for filing in filings if can_be_before(previous, filing)]
    if filings and not found:
        wanted = _listed(filings)
        message = f"{_OPTION} {_said(previous)}: not the report on the year before of {wanted}"
        raise UsageError(message)
    if len({(filing.body, filing.identity.year) for filing in found}) > 1:
        message = f"{_OPTION} {_said(previous)}: may be the year before of {_listed(found)}"
        raise UsageError(message)


def _listed(filings: Sequence[Filing]) -> str:
    first, *others = [_said(filing) for filing in filings]
    return f"{first} and {len(others)} more" if others else first


def _said(filing: Filing) -> str:
    """Return a report's path with what is known of it."""
    body, year = filing.identity.body, filing.identity.year
    known = ", ".join(filter(None, (body, str(year or ""))))
    return f"{filing.source.path} ({known})" if known else filing.source.path
