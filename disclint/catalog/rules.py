"""Rules from the files of a pack."""

from disclint.catalog.entry import Entry
from disclint.diagnostics import Severity
from disclint.rule import Example, Message, Rule


def load_rule(entry: Entry) -> Rule:
    """Return the rule that a file describes."""
    severity = Severity(entry.choice("severity", Severity))
    examples = entry.mapping("examples")
    rule = Rule(
        code=entry.text("code"),
        name=entry.text("name"),
        severity=severity,
        check=entry.text("check"),
        options=entry.mapping("with").values,
        stops=entry.flag("stops"),
        summary=entry.wording("summary"),
        messages=_messages(entry, severity),
        rationale=entry.wording("rationale"),
        authority=entry.wording("authority"),
        bad=_example(examples, "bad"),
        good=_example(examples, "good"),
        since=entry.text("since"),
    )
    examples.closed(rule)
    return entry.closed(rule)


def _messages(entry: Entry, severity: Severity) -> dict[str, Message]:
    messages = {"": Message(text=entry.wording("message"), severity=severity)}
    variants = entry.mapping("variants")
    for name in variants.values:
        variant = variants.mapping(name)
        messages[name] = variant.closed(
            Message(
                text=variant.wording("message"),
                severity=Severity(variant.choice("severity", Severity, severity)),
            )
        )
    return messages


def _example(examples: Entry, key: str) -> Example:
    """Return an example: the text of a report, or a mapping where text cannot say it."""
    if isinstance(examples.values.get(key), str):
        return Example(text=examples.text(key))
    entry = examples.mapping(key)
    return entry.closed(
        Example(
            text=entry.text("text", ""),
            before=entry.text("before", ""),
            others=entry.texts("others"),
            config=entry.text("config", ""),
            data=entry.data("hex") if entry.has("hex") else None,
            crashes=entry.flag("crashes"),
        )
    )
