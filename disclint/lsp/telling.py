"""Diagnostics as the protocol has them."""

from collections.abc import Iterable, Iterator

from attrs import frozen
from lsprotocol import types as lsp
from pygls.uris import from_fs_path

from disclint.diagnostics import Diagnostic, Proposal, RelatedPlace, Severity
from disclint.lsp.documents import Look
from disclint.lsp.positions import Ruler
from disclint.reporting import Context
from disclint.wording import Wording

NAME = "disclint"
_SEVERITIES = {
    Severity.ERROR: lsp.DiagnosticSeverity.Error,
    Severity.WARNING: lsp.DiagnosticSeverity.Warning,
    Severity.INFO: lsp.DiagnosticSeverity.Information,
}


@frozen
class Telling:
    """A look at a document, put into the words and units of a client."""

    uri: str
    look: Look
    encoding: lsp.PositionEncodingKind | str

    @property
    def ruler(self) -> Ruler:
        """What measures the document."""
        return Ruler(self.encoding, self.look.document.text)

    def say(self, words: Wording) -> str:
        """Return what is said in the language of the document's configuration."""
        return words.in_language(self.look.document.project.language)

    def diagnostics(self) -> list[lsp.Diagnostic]:
        """Return all that is found."""
        ruler = self.ruler
        return [self.diagnostic(one, ruler) for one in self.look.diagnostics]

    def diagnostic(self, one: Diagnostic, ruler: Ruler) -> lsp.Diagnostic:
        """Return one of them."""
        pages = self.look.document.linter.config.rule_pages
        page = Context(rule_pages=pages or "").page(one)
        return lsp.Diagnostic(
            range=ruler.range(one.start, one.end),
            message=self.say(one.message),
            severity=_SEVERITIES[one.severity],
            code=one.code,
            code_description=lsp.CodeDescription(page) if page else None,
            source=NAME,
            related_information=list(self._related(one, ruler)) or None,
            data={"name": one.name, "fix": _sort_of(one.proposal)},
        )

    def uri_of(self, path: str) -> str:
        """Return the address of a file, for the document itself as the client writes it."""
        return self.uri if path == self.look.document.path else from_fs_path(path) or path

    def _related(self, one: Diagnostic, ruler: Ruler) -> Iterator[lsp.DiagnosticRelatedInformation]:
        for place in _places(one):
            where = lsp.Location(self.uri_of(place.path), ruler.range(place.start, place.end))
            said = f"{self.say(place.name)} {place.text}".rstrip()
            yield lsp.DiagnosticRelatedInformation(where, said)


def _places(one: Diagnostic) -> Iterable[RelatedPlace]:
    """Return the other places, each once: those it names, else those its relations are made of."""
    worked = [part for each in one.workings for part in (*each.left, *each.right)]
    places = {(place.path, place.start): place for place in one.related or worked}
    places.pop((one.path, one.start), None)
    return places.values()


def _sort_of(proposal: Proposal | None) -> str | None:
    """Return whether a finding can be mended: `safe`, `unsafe` or not at all."""
    if proposal is None:
        return None
    return "safe" if proposal.is_safe else "unsafe"
