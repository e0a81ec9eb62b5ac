"""One line a diagnostic: `path:line:col: CODE message`."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from disclint.diagnostics import Diagnostic, Suppressed
from disclint.wording import Language, Wording

_SUPPRESSED = Wording("已忽略：{reason}", "suppressed: {reason}")


@frozen
class TextReporter:
    """Lines that editors and people have read since compilers began; columns in code points."""

    def report(self, diagnostics: Iterable[Diagnostic], language: Language) -> Iterator[str]:
        """Yield a line for each diagnostic."""
        for diagnostic in diagnostics:
            start = diagnostic.start
            said = diagnostic.message.in_language(language)
            part = f" [{start.part.in_language(language)}]" if start.part else ""
            why = f" ({_why(diagnostic.suppressed, language)})" if diagnostic.suppressed else ""
            place = f"{diagnostic.path}:{start.line}:{start.column}"
            yield f"{place}: {diagnostic.code} {said}{part}{why}\n"


def _why(suppressed: Suppressed, language: Language) -> str:
    """Return who says that something is not to be reported, and why."""
    return _SUPPRESSED.filled({"reason": suppressed.reason}).in_language(language)
