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
            place = f"{diagnostic.path}:{diagnostic.start.line}:{diagnostic.start.column}"
            yield f"{place}: {diagnostic.code} {diagnostic.message.in_language(language)}\n"
