"""One line a diagnostic: `path:line:col: CODE message`."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from disclint.diagnostics import Diagnostic
from disclint.wording import Language


@frozen
class TextReporter:
    """Lines that editors and people have read since compilers began; columns in code points."""

    def report(self, diagnostics: Iterable[Diagnostic], language: Language) -> Iterator[str]:
        """Yield a line for each diagnostic."""
        for diagnostic in diagnostics:
            start = diagnostic.start
            said = diagnostic.message.in_language(language)
            part = f" [{start.part.in_language(language)}]" if start.part else ""
            yield f"{diagnostic.path}:{start.line}:{start.column}: {diagnostic.code} {said}{part}\n"
