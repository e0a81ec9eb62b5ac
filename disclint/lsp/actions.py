"""What may be done about a finding: mended, all mended that is safe, or suppressed with a reason.

The protocol has no way to ask for a reason. So a suppression is written with one that is to be
replaced, and DIS008 speaks of it until somebody has.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import frozen
from lsprotocol import types as lsp
from pygls.uris import from_fs_path

from disclint.diagnostics import Diagnostic, Proposal
from disclint.fixes.fixing import Draft, Mend
from disclint.fixes.mending import Mended, Mender, open_draft
from disclint.lsp.client import Client
from disclint.lsp.positions import Ruler
from disclint.lsp.telling import NAME, Telling
from disclint.source import Place
from disclint.suppressions import FILE_NAME, UNWRITTEN, write_table
from disclint.wording import Facts, Wording

FIX_ALL = f"{lsp.CodeActionKind.SourceFixAll.value}.{NAME}"
KINDS = (lsp.CodeActionKind.QuickFix, FIX_ALL)

_CHANGE = Wording("{code}：“{old}”改为“{new}”", '{code}: change "{old}" to "{new}"')
_FILL = Wording("{code}：填上“{new}”", '{code}: put in "{new}"')
_TAKE_OUT = Wording("{code}：删去“{old}”", '{code}: take out "{old}"')
_SEVERAL = Wording("{code}：修改 {count} 处", "{code}: change {count} places")
_UNSAFE = Wording("（会改动报告内容，请核对）", " (changes what the report says: check it)")
_ALL = Wording("修改全部不影响内容之处（{count} 处）", "Fix all that is safe ({count})")
_SUPPRESS = Wording(
    "{code}：不再报告，写入 {file}（请在其中写明原因）",
    "{code}: suppress, in {file} (write the reason there)",
)
_LONGEST_SHOWN = 20


@frozen
class Actions:
    """What may be done about the findings of one document."""

    telling: Telling
    client: Client
    version: int | None
    """That of the text which was looked at."""

    def at(
        self, wanted: lsp.Range, kinds: Sequence[lsp.CodeActionKind | str] | None
    ) -> list[lsp.CodeAction]:
        """Return what may be done about what touches a range or about all, if it is of `kinds`."""
        document = self.telling.look.document
        draft = open_draft(document.linter, document.request)
        ruler, found = self.telling.ruler, list[lsp.CodeAction]()
        if _asks_for(kinds, lsp.CodeActionKind.QuickFix):
            found += self._about(wanted, draft if isinstance(draft, Draft) else None, ruler)
        if _asks_for(kinds, FIX_ALL) and isinstance(draft, Draft):
            found += self._all(draft)
        return found

    def _about(
        self, wanted: lsp.Range, draft: Draft | None, ruler: Ruler
    ) -> Iterator[lsp.CodeAction]:
        """Yield the mends of what touches a range, and after them the suppressions."""
        told = [(one, self.telling.diagnostic(one, ruler)) for one in self.telling.look.diagnostics]
        near = [(one, shown) for one, shown in told if _touch(shown.range, wanted)]
        for one, shown in near:
            if draft and one.proposal:
                mend = draft.place(one, one.proposal)
                if isinstance(mend, Mend):
                    yield self._mend(mend, shown, ruler)
        catalog = self.telling.look.document.linter.catalog
        for one, shown in near:
            if not catalog.is_of_the_run(one):
                yield from self._suppress(one, shown)

    def _mend(self, mend: Mend, shown: lsp.Diagnostic, ruler: Ruler) -> lsp.CodeAction:
        proposal = mend.proposal
        edits = [
            lsp.TextEdit(ruler.range(one.start, one.end), one.new) for one in proposal.replacements
        ]
        return lsp.CodeAction(
            title=self.telling.say(_title(mend.diagnostic.code, proposal)),
            kind=lsp.CodeActionKind.QuickFix,
            diagnostics=[shown],
            is_preferred=proposal.is_safe,
            edit=self._edit(edits),
        )

    def _all(self, draft: Draft) -> Iterator[lsp.CodeAction]:
        """Yield what mends all that is safe, as far as nothing new comes up by it."""
        document, look = self.telling.look.document, self.telling.look
        if not any(one.proposal and one.proposal.is_safe for one in look.diagnostics):
            return
        mended = Mender(document.linter, look.may_mend).mend(document.request, draft)
        if mended.fixed:
            facts: Facts = {"count": len(mended.fixed)}
            yield lsp.CodeAction(
                title=self.telling.say(_ALL.filled(facts)),
                kind=FIX_ALL,
                edit=self._edit(list(_changes(mended, self.client))),
            )

    def _suppress(self, one: Diagnostic, shown: lsp.Diagnostic) -> Iterator[lsp.CodeAction]:
        path = Path(self.telling.look.document.project.suppressions_path).absolute()
        uri = from_fs_path(str(path))
        if uri is None or not (path.exists() or self.client.creates_files):
            return
        table = write_table(one, str(path.parent), self.telling.say(UNWRITTEN)) + "\n"
        # At the start, where it may stand whatever the file holds now, in the editor or on disk.
        edit = lsp.TextEdit(lsp.Range(lsp.Position(0, 0), lsp.Position(0, 0)), table)
        yield lsp.CodeAction(
            title=self.telling.say(_SUPPRESS.filled({"code": one.code, "file": FILE_NAME})),
            kind=lsp.CodeActionKind.QuickFix,
            diagnostics=[shown],
            edit=self._edit_of_file(uri, edit),
        )

    def _edit(self, edits: Sequence[lsp.TextEdit]) -> lsp.WorkspaceEdit:
        """Return an edit of the document, which is refused once its text is another."""
        if not self.client.has_versions:
            return lsp.WorkspaceEdit(changes={self.telling.uri: edits})
        target = lsp.OptionalVersionedTextDocumentIdentifier(self.telling.uri, self.version)
        return lsp.WorkspaceEdit(document_changes=[lsp.TextDocumentEdit(target, edits)])

    def _edit_of_file(self, uri: str, edit: lsp.TextEdit) -> lsp.WorkspaceEdit:
        """Return an edit of a file that may not be there yet."""
        if not self.client.has_versions:
            return lsp.WorkspaceEdit(changes={uri: [edit]})
        target = lsp.OptionalVersionedTextDocumentIdentifier(uri, None)
        change = lsp.TextDocumentEdit(target, [edit])
        if not self.client.creates_files:
            return lsp.WorkspaceEdit(document_changes=[change])
        made = lsp.CreateFile(uri, options=lsp.CreateFileOptions(ignore_if_exists=True))
        return lsp.WorkspaceEdit(document_changes=[made, change])


def _asks_for(
    kinds: Sequence[lsp.CodeActionKind | str] | None, kind: lsp.CodeActionKind | str
) -> bool:
    """Whether a client that asks for `kinds` wants what is of `kind`."""
    if kinds is None:
        return True
    return any(f"{_name(kind)}.".startswith(f"{_name(asked)}.") for asked in kinds if asked)


def _name(kind: lsp.CodeActionKind | str) -> str:
    return kind.value if isinstance(kind, lsp.CodeActionKind) else kind


def _touch(one: lsp.Range, other: lsp.Range) -> bool:
    return one.start <= other.end and other.start <= one.end


def _title(code: str, proposal: Proposal) -> Wording:
    """Return what a mend would do, in one line."""
    first, *others = proposal.replacements
    words = _CHANGE if first.old and first.new else _FILL if first.new else _TAKE_OUT
    facts: Facts = {
        "code": code,
        "old": _short(first.old),
        "new": _short(first.new),
        "count": len(others) + 1,
    }
    title = (_SEVERAL if others else words).filled(facts)
    if proposal.is_safe:
        return title
    return Wording(title.zh + _UNSAFE.zh, title.en + _UNSAFE.en)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}..."


def _changes(mended: Mended, client: Client) -> Iterator[lsp.TextEdit]:
    """Yield each line that has been changed; a mend makes no line more or less."""
    before = Ruler(client.encoding, mended.before.manuscript.text)
    after = Ruler(client.encoding, mended.after.manuscript.text)
    for number, (old, new) in enumerate(zip(before.lines, after.lines, strict=True), start=1):
        if old != new:
            whole = Place(number, 1), Place(number, len(old) + 1)
            yield lsp.TextEdit(before.range(*whole), new)
