"""What a comment in a report asks for: `ignore[CODE, ...] -- reason`, or `ignore-file[...]`."""

import re
from collections.abc import Mapping

from attrs import field, frozen

from disclint.source import Comment
from disclint.wording import Fact

_DEMAND = re.compile(
    r"(?P<verb>ignore(?:-file)?)\s*(?:[\[［【](?P<rules>[^\]］】]*)[\]］】])?"
    r"\s*(?:(?:-{2,}|[—―–]+)\s*(?P<reason>.*))?",
    re.IGNORECASE,
)
_BETWEEN_NAMES = re.compile(r"[\s,，、;；]+")
_LONGEST_SHOWN = 60


@frozen
class Ignore:
    """The rules that are not to speak of the next block, or of the whole file."""

    rules: tuple[str, ...]
    reason: str
    is_for_file: bool


@frozen
class Fault:
    """What is wrong with a comment: a message of the rule that says so, and its facts."""

    variant: str
    facts: Mapping[str, Fact] = field(factory=dict)


def read_comment(comment: Comment) -> Ignore | Fault:
    """Return what `comment` asks for, or what is wrong with it."""
    if not comment.is_closed:
        return Fault("unclosed")
    if not comment.is_alone:
        return Fault("not-alone")
    demand = _DEMAND.fullmatch(comment.text.strip())
    if demand is None:
        return Fault("", {"text": comment.text[:_LONGEST_SHOWN]})
    rules = tuple(filter(None, _BETWEEN_NAMES.split(demand["rules"] or "")))
    if not rules:
        return Fault("no-rule")
    reason = (demand["reason"] or "").strip()
    if not reason:
        return Fault("no-reason")
    return Ignore(rules, reason, demand["verb"].lower() != "ignore")
