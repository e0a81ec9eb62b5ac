"""Editions of the form against the report year."""

from collections.abc import Iterator

from attrs import frozen

from disclint.binding.bound import BoundReport, BoundTable
from disclint.check import Finding, Said, Undecided, told
from disclint.wording import Facts, Wording

_NO_YEAR = Wording("看不出报告年度", "the report year cannot be told")


@frozen
class Edition:
    """Each table's edition against the report year, or against the other tables'."""

    looks_at = BoundReport
    facts = told("table edition year", mixed="table edition year")

    def look(self, report: BoundReport) -> Iterator[Said]:
        """Yield a finding for each table of an edition that is not the year's."""
        year = report.identity.year
        for table in report.tables:
            if year is None:
                if _is_outdated(table, report):
                    yield _finding(table, "mixed")
                else:
                    yield Undecided(_NO_YEAR, table.span)
            elif not table.form.applies_to(year):
                yield _finding(table, "", year)


def _is_outdated(table: BoundTable, report: BoundReport) -> bool:
    """Whether another table is of an edition that came after this one's last year."""
    last = table.form.last_year
    return last is not None and any(other.form.first_year > last for other in report.tables)


def _finding(table: BoundTable, variant: str, year: int = 0) -> Finding:
    facts: Facts = {"table": table.form.name, "edition": table.form.edition, "year": year}
    return Finding(table.span, facts, variant)
