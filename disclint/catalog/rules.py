"""Rules from the files of a pack."""

from collections.abc import Mapping

from attrs import field, frozen

from disclint.catalog.entry import Entry
from disclint.catalog.fitness import complain_of_misfits, complain_of_text
from disclint.catalog.kinds import TEXT, ValueKind, choice, matching
from disclint.check import Check
from disclint.diagnostics import Severity
from disclint.rule import RUN, Example, Message, Rule
from disclint.wording import Wording

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

    checks: ValueKind[str] = field(init=False)
    """The names of the checks that may be asked for."""

    @checks.default
    def _list_checks(self) -> ValueKind[str]:
        if self.kinds is None:
            return TEXT
        return choice(self.kinds if self.is_own else [*self.kinds, RUN], "the name of a check")


def load_rule(entry: Entry, terms: Terms) -> Rule:
    """Return the rule that a file describes."""
    severity = Severity(entry.choice("severity", Severity))
    examples = entry.mapping("examples", required=True)
    rule = Rule(
        code=entry.take("code", terms.code),
        name=entry.take("name", _NAME),
        severity=severity,
        check=entry.take("check", terms.checks),
        options=entry.mapping("with").values,
        stops=entry.flag("stops"),
        summary=entry.wording("summary"),
        messages=_messages(entry, severity),
        rationale=entry.wording("rationale"),
        authority=entry.wording("authority"),
        bad=_example(examples, "bad"),
        good=_example(examples, "good"),
        fixed=examples.take_if_given("fixed", TEXT),
        unsafely_fixed=examples.take_if_given("unsafely-fixed", TEXT),
        since=entry.take("since", _VERSION),
    )
    examples.closed(rule)
    if terms.kinds and rule.check in terms.kinds and not entry.is_void:
        complain_of_misfits(entry, rule, terms.kinds[rule.check])
    return entry.closed(rule)


def _messages(entry: Entry, severity: Severity) -> dict[str, Message]:
    messages = {"": Message(text=_text(entry), severity=severity)}
    for name, variant in entry.named("variants"):
        own = Severity(variant.choice("severity", Severity, severity))
        messages[name] = variant.closed(Message(text=_text(variant), severity=own))
    return messages


def _text(entry: Entry) -> Wording:
    """Return the message that stands in a rule, or in a variant of one."""
    place = entry.mapping("message", required=True)
    text = place.as_wording()
    complain_of_text(place, text)
    return text


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
