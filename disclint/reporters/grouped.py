"""Diagnostics under the names of their files, in columns."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from disclint.diagnostics import Diagnostic
from disclint.reporting import Context
from disclint.reporting.colors import emphasized, faint, weighted
from disclint.reporting.columns import display_width
from disclint.reporting.escaping import printable
from disclint.reporting.files import by_file
from disclint.reporting.headline import position, said
from disclint.reporting.severities import SEVERITIES


@frozen
class GroupedReporter:
    """A paragraph for each file, what is told when files are compared among the rest."""

    def report(self, diagnostics: Iterable[Diagnostic], context: Context) -> Iterator[str]:
        """Yield a paragraph for each file, once all have been looked at."""
        for path, found in by_file(diagnostics).items():
            yield f"{emphasized(printable(path), context.is_colored)}\n"
            yield from _rows(found, context)
            yield "\n"


def _rows(found: list[Diagnostic], context: Context) -> Iterator[str]:
    places = [position(one.start, context) for one in found]
    severities = [context.say(SEVERITIES[one.severity]) for one in found]
    codes = max(len(one.code) for one in found)
    widths = max(map(len, places)), max(map(display_width, severities))
    for one, place, severity in zip(found, places, severities, strict=True):
        where = faint(f"{place:>{widths[0]}}", context.is_colored)
        word = weighted(severity, one.severity, context.is_colored)
        gap = " " * (widths[1] - display_width(severity))
        yield f"  {where}  {word}{gap}  {one.code:<{codes}}  {said(one, context)}\n"
