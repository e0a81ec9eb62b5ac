"""Rules from the files of a pack."""

from collections.abc import Mapping

from attrs import frozen

from disclint.catalog.entry import Entry
from disclint.catalog.fitness import complain_of_misfits, complain_of_text
from disclint.catalog.kinds import ValueKind, choice, matching
from disclint.check import Check
from disclint.diagnostics import Severity
from disclint.rule import RUN, Example, Message, Rule

ANY_CODE = matching("[A-Z]{2,10}[0-9]{3}", "capital letters and three digits")
_NAME = matching("[a-z][a-z0-9]*(?:-[a-z0-9]+)*", "words of small letters, joined by hyphens")
_VERSION = matching(r"[0-9]+(?:\.[0-9]+)*", "a version: numbers with points between")


@frozen(kw_only=True)
class Terms:
    """What is demanded of the rules of a pack, besides their form."""

    kinds: Mapping[str, type[Check]] | None = None
    """The checks that there are; none, if rules are not to be held against them."""
    code: ValueKind[str] = ANY_CODE
    """The codes that the pack may give."""
    is_own: bool = False
    """Whether it is an organisation's own, which says nothing of the run itself."""

    def checks(self) -> ValueKind[str] | None:
        """Return the names of the checks that may be asked for."""
        if self.kinds is None:
            return None
        return choice(self.kinds if self.is_own else [*self.kinds, RUN], "the name of a check")


def load_rule(entry: Entry, terms: Terms) -> Rule:
    """Return the rule that a file describes."""
    severity = Severity(entry.choice("severity", Severity))
    examples = entry.mapping("examples", required=True)
    checks = terms.checks()
    rule = Rule(
        code=entry.take("code", terms.code),
        name=entry.take("name", _NAME),
        severity=severity,
        check=entry.take("check", checks) if checks else entry.text("check"),
        options=entry.mapping("with").values,
        stops=entry.flag("stops"),
        summary=entry.wording("summary"),
        messages=_messages(entry, severity),
        rationale=entry.wording("rationale"),
        authority=entry.wording("authority"),
        bad=_example(examples, "bad"),
        good=_example(examples, "good"),
        since=entry.take("since", _VERSION),
    )
    examples.closed(rule)
    if terms.kinds is not None and rule.check in terms.kinds:
        complain_of_misfits(entry, rule, terms.kinds[rule.check])
    return entry.closed(rule)


def _messages(entry: Entry, severity: Severity) -> dict[str, Message]:
    messages = {"": Message(text=entry.wording("message"), severity=severity)}
    complain_of_text(entry.mapping("message"), messages[""].text)
    for name, variant in entry.named("variants"):
        text = variant.wording("message")
        complain_of_text(variant.mapping("message"), text)
        messages[name] = variant.closed(
            Message(
                text=text,
                severity=Severity(variant.choice("severity", Severity, severity)),
            )
        )
    return messages


def _example(examples: Entry, key: str) -> Example:
    """Return an example: the text of a report, or a mapping where text cannot say it."""
    entry = examples.mapping_or_text(key)
    if isinstance(entry, str):
        return Example(text=entry)
    return entry.closed(
        Example(
            text=entry.text("text", ""),
            before=entry.text("before", ""),
            others=entry.texts("others"),
            config=entry.text("config", ""),
            data=entry.data("hex"),
            crashes=entry.flag("crashes"),
        )
    )
