"""A report mended, as far as nothing comes up that was not there before."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from attrs import evolve, field, frozen

from disclint.diagnostics import Diagnostic, Proposal, Replacement, Severity, Subject
from disclint.fixes.fixing import Change, Draft, Mend, Refusal, moved, without_overlap
from disclint.linter import Linter, Verdict
from disclint.reading import Rejection, Request
from disclint.reading.comments import take_out
from disclint.reading.decoding import Manuscript, read_manuscript
from disclint.source import Place, Source
from disclint.wording import Wording

_Sign = tuple[str, Severity, Subject | None, int | None]
"""What a finding is known by: its code and severity, what it is about, and its place once the text
is changed."""
_Slot = tuple[int, int, str]
"""A figure by the numbers of its report and table, and its id."""

_NO_TEXT = Wording("只有纯文本文件可以自动修改", "only files of plain text are changed")
_NO_WAY_BACK = Wording(
    "按其编码写回时，未改之处也会变动",
    "in its encoding, other parts of it would not stay as they are",
)
_STAYS = Wording("改后问题仍在", "the finding would stay")
_NEW = Wording("改后会出现 {codes}", "it would bring up {codes}")
_FIGURES = Wording("改后表中数字的读法会改变", "figures would be read otherwise")
_UNREAD = Wording("改后文件无法照样读回", "the file could not be read back as it is")


@frozen
class Mended:
    """What has become of one file."""

    before: Draft
    after: Draft
    fixed: tuple[Diagnostic, ...] = ()
    refused: tuple[Refusal, ...] = ()
    """What was proposed of the text as it is at last, and cannot be done."""

    def taken_back(self, reason: Wording) -> "Mended":
        """Return the file as it was, for that reason."""
        refused = (Refusal(one, reason) for one in self.fixed)
        return Mended(self.before, self.before, (), (*refused, *self.refused))


@frozen
class _Said:
    """What a figure says, and where."""

    state: str
    value: Decimal | None
    unit: str
    start: Place = field(eq=False)
    end: Place = field(eq=False)

    def is_touched_by(self, replacements: Iterable[Replacement]) -> bool:
        """Whether any of `replacements` changes it."""
        return any(one.start <= self.end and self.start <= one.end for one in replacements)


@frozen
class _Look:
    """A manuscript as it is linted."""

    draft: Draft
    found: list[Diagnostic]
    judged: list[Diagnostic]
    """All that is wrong with it, whichever rules are asked for."""
    figures: dict[_Slot, _Said]

    def signs(self, found: Iterable[Diagnostic], changes: Sequence[Change] = ()) -> Counter[_Sign]:
        """Return what findings are known by once `changes` are done, and how many of each."""
        return Counter(
            (one.code, one.severity, one.subject, self._place_after(one, changes)) for one in found
        )

    def _place_after(self, one: Diagnostic, changes: Sequence[Change]) -> int | None:
        offset = self.draft.offset(one.start.line, one.start.column)
        return None if offset is None else moved(offset, changes)


def open_draft(linter: Linter, request: Request) -> Draft | Wording:
    """Return the text of a file, or why it cannot be changed here and stay as it is elsewhere."""
    source = linter.read(request.data, request.path, request.encoding)
    manuscript = read_manuscript(request.data, request.encoding)
    if isinstance(source, Diagnostic) or source.origins or isinstance(manuscript, Rejection):
        return _NO_TEXT
    if not _is_read_as_it_stands(source, manuscript):
        return _NO_TEXT
    return Draft(manuscript) if manuscript.encoded() == request.data else _NO_WAY_BACK


@frozen
class Mender:
    """What mends the reports that `linter` lints."""

    linter: Linter
    may: Callable[[Diagnostic, Proposal], bool]
    """Which proposals are to be followed, and of which findings."""
    judge: Linter = field(init=False)
    """The same linter with all rules, so that nothing comes up either that was not asked for."""

    @judge.default
    def _widen(self) -> Linter:
        return self.linter.with_all_rules()

    def mend(self, request: Request, draft: Draft) -> Mended:
        """Return the file with all done that can be, pass by pass.

        Each pass leaves less that is wrong than there was before it, so there is a last one.
        """
        look, fixed = self._look(request, draft), list[Diagnostic]()
        while look:
            placed = [look.draft.place(*one) for one in self.proposed(look.found)]
            mends = [one for one in placed if isinstance(one, Mend)]
            step = _Step(look, refused=tuple(one for one in placed if isinstance(one, Refusal)))
            while chosen := without_overlap(mends, step.kept):
                mends = [one for one in mends if one not in chosen]
                step = self._take(request, look, step, chosen)
            if not step.kept:
                return Mended(draft, look.draft, tuple(fixed), step.refused)
            fixed += [mend.diagnostic for mend in step.kept]
            look = step.look
        return Mended(draft, draft)

    def proposed(self, found: Iterable[Diagnostic]) -> list[tuple[Diagnostic, Proposal]]:
        """Return those of `found` whose proposals are to be followed, with these."""
        proposals = ((one, one.proposal) for one in found)
        return [
            (one, proposal) for one, proposal in proposals if proposal and self.may(one, proposal)
        ]

    def _take(
        self, request: Request, before: _Look, step: "_Step", mends: Sequence[Mend]
    ) -> "_Step":
        """Return `step` with `mends` done, all or as many as can be."""
        kept = (*step.kept, *mends)
        look = self._look(request, before.draft.changed(kept))
        reason = _why_not(before, look, kept) if look else _UNREAD
        if look and not reason:
            return evolve(step, look=look, kept=kept)
        if len(mends) == 1:
            refusal = Refusal(mends[0].diagnostic, reason or _UNREAD)
            return evolve(step, refused=(*step.refused, refusal))
        half = len(mends) // 2
        step = self._take(request, before, step, mends[:half])
        return self._take(request, before, step, mends[half:])

    def _look(self, request: Request, draft: Draft) -> _Look | None:
        """Return what is wrong with a text, nothing if it cannot be read back as it is."""
        source = self.linter.read(draft.manuscript.encoded(), request.path, request.encoding)
        if isinstance(source, Diagnostic) or not _is_read_as_it_stands(source, draft.manuscript):
            return None
        verdict = self.linter.examine(source)
        judged = verdict.diagnostics
        if self.judge is not self.linter:
            judged = self.judge.judge(source, verdict.reports).diagnostics
        return _Look(draft, verdict.diagnostics, judged, _figures(verdict))


@frozen
class _Step:
    """How far one pass has come."""

    look: _Look
    kept: tuple[Mend, ...] = ()
    refused: tuple[Refusal, ...] = ()


def _is_read_as_it_stands(source: Source, manuscript: Manuscript) -> bool:
    """Whether a text is that of its file, but for the comments that speak to disclint."""
    text, _ = take_out(manuscript.clean)
    return source.text == Source(source.path, text).text


def _figures(verdict: Verdict) -> dict[_Slot, _Said]:
    source = verdict.source
    return {
        (number, index, figure.slot.id): _Said(
            figure.state,
            figure.value,
            figure.quantity.unit if figure.quantity else "",
            source.place(figure.span.start),
            source.place(figure.span.end),
        )
        for number, report in enumerate(verdict.reports)
        for index, table in enumerate(report.tables)
        for figure in table.figures()
    }


def _why_not(before: _Look, after: _Look, mends: Sequence[Mend]) -> Wording | None:
    """Return why `mends` may not be done, if anything stands against it."""
    changes = [change for mend in mends for change in mend.changes]
    were, are = before.signs(before.judged, changes), after.signs(after.judged)
    if new := are - were:
        return _NEW.filled({"codes": ", ".join(sorted({code for code, *_ in new}))})
    if are - (were - before.signs((mend.diagnostic for mend in mends), changes)):
        return _STAYS
    proposals = (mend.proposal for mend in mends if not mend.proposal.is_safe)
    places = [replacement for proposal in proposals for replacement in proposal.replacements]
    for slot in before.figures.keys() | after.figures.keys():
        said = before.figures.get(slot)
        if said != after.figures.get(slot) and not (said and said.is_touched_by(places)):
            return _FIGURES
    return None
