"""Proposals applied to the text of a file, which stays as it is everywhere else."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from attrs import evolve, field, frozen

from disclint.diagnostics import Diagnostic, Proposal, Replacement
from disclint.marks import CLEAN
from disclint.reading.decoding import Manuscript
from disclint.wording import Wording

_LINE = re.compile(r"[^\r\n]*(\r\n|\r|\n|\Z)")
_ELSEWHERE = Wording(
    "该处的文字已与建议所述不同", "what stands there is not what the proposal says"
)
_LINES = Wording("建议涉及多行", "the proposal goes beyond one line")
_OVERLAP = Wording("建议的各处修改相互重叠", "its replacements overlap")
_NO_CHARACTER = Wording("编码 {codec} 中没有“{text}”", '{codec} has no character for "{text}"')


@frozen(order=True)
class Change:
    """A stretch of a manuscript, by offsets, and what is to stand in its place."""

    start: int
    end: int
    new: str


@frozen
class Mend:
    """What a diagnostic proposes, placed in a manuscript; it is done whole or not at all."""

    diagnostic: Diagnostic
    proposal: Proposal
    changes: tuple[Change, ...]


@frozen
class Refusal:
    """A proposal that is not followed, and why."""

    diagnostic: Diagnostic
    reason: Wording


@frozen
class Draft:
    """A manuscript in which places are found."""

    manuscript: Manuscript
    _ends: Sequence[tuple[int, int]] = field(init=False, repr=False)
    """Of each line, where it begins and where its text ends."""

    @_ends.default
    def _find_lines(self) -> list[tuple[int, int]]:
        return [(line.start(), line.start(1)) for line in _LINE.finditer(self.manuscript.text)]

    def place(self, diagnostic: Diagnostic, proposal: Proposal) -> Mend | Refusal:
        """Return what a diagnostic proposes, or why it cannot be done here."""
        changes: list[Change] = []
        for replacement in proposal.replacements:
            placed = self._change(replacement)
            if isinstance(placed, Wording):
                return Refusal(diagnostic, placed)
            changes.append(placed)
        if _overlap(changes):
            return Refusal(diagnostic, _OVERLAP)
        return Mend(diagnostic, proposal, tuple(changes))

    def offset(self, line: int, column: int) -> int | None:
        """Return where a place of the file stands in the text, if there is such a one."""
        if not 0 < line <= len(self._ends):
            return None
        start, end = self._ends[line - 1]
        return start + column - 1 if 0 < column <= end - start + 1 else None

    def changed(self, mends: Iterable[Mend]) -> "Draft":
        """Return the manuscript with `mends`, which do not overlap, applied."""
        text, pieces, done = self.manuscript.text, [], 0
        for change in sorted(change for mend in mends for change in mend.changes):
            pieces += [text[done : change.start], change.new]
            done = change.end
        return Draft(evolve(self.manuscript, text="".join([*pieces, text[done:]])))

    def _change(self, replacement: Replacement) -> Change | Wording:
        first, last, new = replacement.start, replacement.end, replacement.new
        if first.line != last.line or "\n" in new or "\r" in new:
            return _LINES
        start, end = self.offset(first.line, first.column), self.offset(last.line, last.column)
        if start is None or end is None:
            return _ELSEWHERE
        if self.manuscript.text[start:end].translate(CLEAN) != replacement.old:
            return _ELSEWHERE
        try:
            new.encode(self.manuscript.codec)
        except UnicodeError:
            return _NO_CHARACTER.filled({"codec": self.manuscript.codec.upper(), "text": new})
        return Change(start, end, new)


def moved(offset: int, changes: Iterable[Change]) -> int:
    """Return where what stands at `offset` stands once `changes`, which do not overlap, are done.

    What is written in at a place comes after the place.
    """
    shift = 0
    for change in sorted(changes):
        if offset <= change.start:
            break
        if offset < change.end:
            return change.start + shift
        shift += len(change.new) - (change.end - change.start)
    return offset + shift


def without_overlap(mends: Iterable[Mend], kept: Sequence[Mend] = ()) -> list[Mend]:
    """Return those of `mends` that touch neither `kept` nor each other: the first one wins."""
    found: list[Mend] = []
    changes = [change for mend in kept for change in mend.changes]
    for mend in mends:
        if not _overlap([*changes, *mend.changes]):
            found.append(mend)
            changes += mend.changes
    return found


def _overlap(changes: Iterable[Change]) -> bool:
    """Whether two of `changes` share a character, or the place that both begin at."""
    return any(
        one.end > other.start or one.start == other.start
        for one, other in pairwise(sorted(changes))
    )
