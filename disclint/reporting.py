"""What a reporter is."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from disclint.diagnostics import Diagnostic
from disclint.wording import Language


class Reporter(Protocol):
    """A form in which diagnostics are given out."""

    def report(self, diagnostics: Iterable[Diagnostic], language: Language) -> Iterator[str]:
        """Yield pieces of the output, each as soon as it can be had.

        Called once a run. The diagnostics are those of all files, each coming as soon as it is
        found: those of each file by place, and after them what is wrong with files taken together.
        """
        ...
