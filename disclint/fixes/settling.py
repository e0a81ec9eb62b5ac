"""Mended files set against the others: whether anything comes up between them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from disclint.comparison import Filed, Filing
from disclint.diagnostics import Diagnostic, Severity, Subject
from disclint.linter import Linter
from disclint.wording import Wording

_Sign = tuple[str, str, Severity, Subject | None, int]
"""What a finding is known by: path, code, severity, what it is about, and line."""

_CLASH = Wording(
    "改后与其他报告对照会出现 {codes}", "beside the other reports it would bring up {codes}"
)


@frozen
class Pair:
    """A file as it was, and as it is mended; the same where nothing is."""

    before: Filed
    after: Filed


def find_clashes(
    linter: Linter, pairs: Sequence[Pair], previous: Filing | None = None
) -> Mapping[int, Wording]:
    """Return which files may not be mended, by number, each with what would come up.

    What comes up is laid to the mended files that it is about, or if there are none, to them all.
    """
    mended = {number for number, pair in enumerate(pairs) if pair.after is not pair.before}
    reasons: dict[int, Wording] = {}
    if not mended:
        return reasons
    known = _signs(_compare(linter, [pair.before for pair in pairs], previous))
    while mended:
        now = [pair.after if at in mended else pair.before for at, pair in enumerate(pairs)]
        found = _compare(linter, now, previous)
        new = _signs(found) - known
        if not new:
            break
        paths = {path for one in found if _signs([one]) & new for path in _paths(one)}
        back = {at for at in mended if pairs[at].before.source.path in paths} or mended
        reasons |= dict.fromkeys(
            back, _CLASH.filled({"codes": ", ".join(sorted({sign[1] for sign in new}))})
        )
        mended = mended - back
    return reasons


def _signs(found: Iterable[Diagnostic]) -> Counter[_Sign]:
    return Counter((one.path, one.code, one.severity, one.subject, one.start.line) for one in found)


def _compare(linter: Linter, files: Sequence[Filed], previous: Filing | None) -> list[Diagnostic]:
    return [one for each in linter.compare(files, previous) for one in each.diagnostics]


def _paths(diagnostic: Diagnostic) -> set[str]:
    """Return the files that a diagnostic is about."""
    return {diagnostic.path, *(place.path for place in diagnostic.related)}
