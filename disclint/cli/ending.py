"""How a run ends: what fails it, and how much of what is found is shown."""

import argparse
from collections.abc import Iterable, Iterator

from attrs import define

from disclint.cli.console import Status, remark
from disclint.diagnostics import Diagnostic, Severity
from disclint.wording import Wording

_MORE = Wording(
    "另有 {count} 个问题没有显示（--max-findings {most}）",
    "{count} more found and not shown (--max-findings {most})",
)


def add_ending(parser: argparse.ArgumentParser) -> None:
    """Give `parser` the options that say how the run ends."""
    group = parser.add_argument_group("how the run ends")
    group.add_argument(
        "--fail-level",
        default=Severity.WARNING,
        metavar="SEVERITY",
        help="the least that ends the run with status 1: error, warning (default) or info",
    )
    group.add_argument(
        "--exit-zero",
        action="store_true",
        help="end with status 0 whatever is found; 2 remains where the job could not be done",
    )
    group.add_argument(
        "--max-findings",
        type=int,
        metavar="NUMBER",
        help="show so many at most; the exit status counts all",
    )


@define
class Ending:
    """The count of what is found."""

    _options: argparse.Namespace
    status: Status = Status.CLEAN
    _count: int = 0
    _hidden: int = 0

    def shown(self, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Yield what is to be shown; what stops the job always is."""
        most = self._options.max_findings
        for diagnostic in found:
            self.status = max(self.status, self._status(diagnostic))
            self._count += 1
            if most is None or self._count <= most or diagnostic.stops:
                yield diagnostic
            else:
                self._hidden += 1

    def tell(self) -> None:
        """Say how much was not shown."""
        if self._hidden:
            facts = {"count": self._hidden, "most": self._options.max_findings}
            remark(_MORE.filled(facts), self._options)

    def _status(self, diagnostic: Diagnostic) -> Status:
        if diagnostic.suppressed:
            return Status.CLEAN
        if diagnostic.stops:
            return Status.FAILED
        fails = _WEIGHTS[diagnostic.severity] >= _WEIGHTS[self._options.fail_level]
        return Status.FOUND if fails and not self._options.exit_zero else Status.CLEAN


_WEIGHTS = {severity: -index for index, severity in enumerate(Severity)}
"""The gravest has the most."""
