"""What a reporter is, and what it is told of the run."""

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from typing import Protocol

from attrs import field, frozen

from disclint.diagnostics import Diagnostic
from disclint.reporting.columns import ColumnUnit
from disclint.rule import Rule
from disclint.wording import Language, Wording

__all__ = ["ColumnUnit", "Context", "Deferred", "Reporter"]


@frozen(kw_only=True)
class Context:
    """What a reporter is told of the run besides what was found."""

    language: Language = "en"
    rules: Mapping[str, Rule] = field(factory=dict)
    """The rules by code."""
    version: str = ""
    """That of disclint."""
    rule_pages: str = ""
    """Where each rule has a page, with `{code}` or `{name}` in it; nothing if there are none."""
    column_unit: ColumnUnit = ColumnUnit.CHAR
    """What columns count in forms that leave it open."""
    is_colored: bool = False
    """Whether what people read may be coloured."""
    ascii_only: bool = False
    """Whether what is given out cannot hold every character."""

    def say(self, words: Wording) -> str:
        """Return what is said in the language of the run."""
        return words.in_language(self.language)

    def page(self, diagnostic: Diagnostic) -> str:
        """Return the address of the page on the rule that has spoken, or nothing."""
        page = self.rule_pages.replace("{code}", diagnostic.code)
        return page.replace("{name}", diagnostic.name)


class Reporter(Protocol):
    """A form in which diagnostics are given out."""

    def report(self, diagnostics: Iterable[Diagnostic], context: Context) -> Iterator[str]:
        """Yield pieces of the output, each as soon as it can be had.

        Called once a run. The diagnostics are those of all files, each coming as soon as it is
        found: those of each file by place, and after them what is wrong with files taken together.
        """
        ...


@frozen
class Deferred:
    """A reporter that is imported only when it has something to report."""

    target: str
    """The module and the class in it, `module:Class`, which is called without arguments."""

    def report(self, diagnostics: Iterable[Diagnostic], context: Context) -> Iterator[str]:
        """Yield what the reporter makes of them."""
        module, _, name = self.target.partition(":")
        reporter: Reporter = getattr(import_module(module), name)()
        return reporter.report(diagnostics, context)
