"""Documents looked at: what disclint says of one, as it stands in the editor or on disk."""

import os

from attrs import field, frozen

from disclint.diagnostics import Diagnostic, Proposal
from disclint.examined import Examined
from disclint.linter import Linter, Verdict
from disclint.lsp.projects import Project
from disclint.reading import LimitError, Rejection, Request
from disclint.reading.decoding import read_manuscript
from disclint.reading.opening import read_file
from disclint.source import Source
from disclint.suppressing import Suppressing

_CODEC = "utf-8"
"""That of the text of an editor while readers look at it, whatever its file is in."""


@frozen(eq=False)
class Document:
    """A text with its name, and what it is under."""

    project: Project
    path: str
    text: str = field(repr=False)
    data: bytes = field(repr=False)
    encoding: str | None = None

    @classmethod
    def typed(cls, project: Project, path: str, text: str) -> "Document":
        """Return one as it stands in an editor."""
        return cls(project, path, text, text.encode(_CODEC, "replace"), _CODEC)

    @property
    def linter(self) -> Linter:
        """What lints it."""
        return self.project.linter

    @property
    def request(self) -> Request:
        """The file as readers are asked for it."""
        limits = self.linter.limits
        return Request(data=self.data, path=self.path, encoding=self.encoding, limits=limits)


@frozen(eq=False)
class Look:
    """What has come out for a document."""

    document: Document
    source: Source | None = None
    """What was read, if it could be."""
    verdict: Verdict | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    """What is to be shown, by place."""
    suppressing: Suppressing | None = None

    def may_mend(self, diagnostic: Diagnostic, proposal: Proposal) -> bool:
        """Whether to follow a proposal among all that are safe: what is suppressed is to stay."""
        is_kept = self.suppressing is not None and self.suppressing.why(diagnostic) is not None
        return proposal.is_safe and not is_kept


def open_document(project: Project, path: str) -> Document | None:
    """Return a file as it stands on disk, nothing if it is no text that an editor would open."""
    encoding = project.linter.config.encoding
    try:
        data = read_file(path, project.linter.limits.file_bytes)
    except (OSError, LimitError):
        return None
    manuscript = read_manuscript(data, encoding)
    if isinstance(manuscript, Rejection) or "\0" in manuscript.text:
        return None
    return Document(project, path, manuscript.text, data, encoding)


def look_at(document: Document) -> Look:
    """Return what `disclint FILE` would say of a document, as far as that is said in it.

    Raises:
        DisclintError: a plugin or a suppression cannot be used.

    """
    project, linter = document.project, document.linter
    if project.refuses(document.path):
        return Look(document)
    source = linter.read(document.data, document.path, document.encoding)
    if isinstance(source, Diagnostic):
        return Look(document, diagnostics=(source,))
    verdict = linter.examine(source)
    suppressions = (*linter.config.suppressions, *project.suppressions)
    suppressing = Suppressing.build(linter, Examined(linter), suppressions, project.may_be)
    found = suppressing.entered(verdict)
    for comparison in linter.compare([linter.file(source, verdict.reports)]):
        found = [*found, *suppressing.compared(comparison)]
    left = (one for one in suppressing.applied(found) if not one.suppressed)
    shown = [one for one in left if os.path.normpath(one.path) == os.path.normpath(document.path)]
    shown.sort(key=lambda one: (one.start, one.code))
    return Look(document, source, verdict, tuple(shown), suppressing)
