"""How a run ends: what fails it, how much of what is found is shown, and what could be mended."""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import define, field

from disclint.cli.console import Status, remark
from disclint.diagnostics import Diagnostic, Severity
from disclint.wording import Wording

_MORE = Wording(
    "另有 {count} 个问题没有显示（--max-findings {most}）",
    "{count} more found and not shown (--max-findings {most})",
)
_FIXABLE = {
    (True, False): Wording("可用 --fix 修改 {safe} 处", "{safe} fixable with --fix"),
    (False, True): Wording(
        "可用 --fix --unsafe-fixes 修改 {unsafe} 处", "{unsafe} fixable with --fix --unsafe-fixes"
    ),
    (True, True): Wording(
        "可用 --fix 修改 {safe} 处，加上 --unsafe-fixes 还可修改 {unsafe} 处",
        "{safe} fixable with --fix, {unsafe} more with --unsafe-fixes",
    ),
}
"""What to say where there are safe fixes, and unsafe ones."""
_FOR_PEOPLE = frozenset({"text", "full", "grouped"})
"""The forms of output beside which a hint is welcome."""


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
    _fixable: Counter[bool] = field(init=False, factory=Counter)
    """How many findings could be mended, safely or not."""
    _untouched: set[str] = field(init=False, factory=set)

    def leave_untouched(self, path: str) -> None:
        """Take down that the file at `path` is none that can be changed."""
        self._untouched.add(path)

    def shown(self, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Yield what is to be shown; what stops the job always is."""
        most = self._options.max_findings
        for diagnostic in found:
            self.status = max(self.status, self._status(diagnostic))
            self._count += not diagnostic.suppressed
            if diagnostic.proposal and self._may_mend(diagnostic):
                self._fixable[diagnostic.proposal.is_safe] += 1
            if most is None or self._count <= most or diagnostic.stops:
                yield diagnostic
            else:
                self._hidden += 1

    def tell(self) -> None:
        """Say how much was not shown, and what could be mended."""
        if self._hidden:
            facts = {"count": self._hidden, "most": self._options.max_findings}
            remark(_MORE.filled(facts), self._options)
        safe, unsafe = self._fixable[True], self._fixable[False]
        if (safe or unsafe) and self._is_hint_welcome():
            words = _FIXABLE[safe > 0, unsafe > 0]
            remark(words.filled({"safe": safe, "unsafe": unsafe}), self._options)

    def _may_mend(self, diagnostic: Diagnostic) -> bool:
        return not diagnostic.suppressed and diagnostic.path not in self._untouched

    def _is_hint_welcome(self) -> bool:
        """Whether people read it, and nothing else tells of it or has the last word there."""
        options = self._options
        is_taken = options.fix or options.statistics or options.ledger
        return options.output_format in _FOR_PEOPLE and not is_taken

    def _status(self, diagnostic: Diagnostic) -> Status:
        if diagnostic.suppressed:
            return Status.CLEAN
        if diagnostic.stops:
            return Status.FAILED
        fails = _WEIGHTS[diagnostic.severity] >= _WEIGHTS[self._options.fail_level]
        return Status.FOUND if fails and not self._options.exit_zero else Status.CLEAN


_WEIGHTS = {severity: -index for index, severity in enumerate(Severity)}
"""The gravest has the most."""
