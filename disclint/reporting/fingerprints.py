"""Marks by which a finding is known again when the lines around it have moved."""

from collections import Counter
from hashlib import blake2b

from attrs import define, field

from disclint.diagnostics import Diagnostic, SubjectKind
from disclint.reporting.files import relative

_EXACT = (SubjectKind.FIGURE, SubjectKind.ROW)
"""What a rule speaks of once as a rule: its text may change and the finding be the same."""
_BYTES = 16


@define
class Fingerprints:
    """The marks of one run: of path, code, what it is about, and which of several such it is."""

    _seen: Counter[tuple[str, ...]] = field(factory=Counter, init=False)

    def of(self, diagnostic: Diagnostic) -> str:
        """Return the mark of a diagnostic; each is asked for once, in the order of the run."""
        subject = diagnostic.subject
        about = (subject.kind, subject.id) if subject else ("", "")
        text = "" if subject and subject.kind in _EXACT else "".join(diagnostic.text.split())
        key = (relative(diagnostic.path), diagnostic.code, *about, text)
        self._seen[key] += 1
        told = "\0".join([*key, str(self._seen[key])])
        return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=_BYTES).hexdigest()
