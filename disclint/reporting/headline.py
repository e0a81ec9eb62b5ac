"""The one line that says where and what: `path:line:column: CODE message`."""

from disclint.diagnostics import Diagnostic, Suppressed
from disclint.reporting import Context
from disclint.reporting.colors import emphasized, faint, weighted
from disclint.reporting.columns import column_of
from disclint.reporting.escaping import printable
from disclint.source import Place
from disclint.wording import Wording

_SUPPRESSED = Wording("（已忽略：{reason}）", " (suppressed: {reason})")


def headline(diagnostic: Diagnostic, context: Context) -> str:
    """Return that line, without its end."""
    colored = context.is_colored
    path = emphasized(printable(diagnostic.path), colored)
    where = faint(f":{position(diagnostic.start, context)}:", colored)
    code = weighted(diagnostic.code, diagnostic.severity, colored)
    return f"{path}{where} {code} {said(diagnostic, context)}"


def said(diagnostic: Diagnostic, context: Context) -> str:
    """Return the message in one line, with the part of a document that has no lines."""
    why = _why(diagnostic.suppressed, context) if diagnostic.suppressed else ""
    return printable(context.say(diagnostic.message)) + part_of(diagnostic.start, context) + why


def _why(suppressed: Suppressed, context: Context) -> str:
    """Return who says that something is not to be reported, and why."""
    return printable(context.say(_SUPPRESSED.filled({"reason": suppressed.reason})))


def part_of(place: Place, context: Context) -> str:
    """Return ` [part]` for a place in a document without lines."""
    return f" [{printable(context.say(place.part))}]" if place.part else ""


def position(place: Place, context: Context) -> str:
    """Return `line:column`, in code points where no other unit can be told."""
    return f"{place.line}:{column_of(place, context.column_unit) or place.column}"
