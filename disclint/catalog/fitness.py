"""Whether a rule fits the check that it is made of, and its messages what the check finds."""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum

from disclint.catalog.entry import Entry
from disclint.catalog.kinds import brief, choice_of, closest, did_you_mean
from disclint.check import Check
from disclint.rule import Rule
from disclint.wording import Wording

_BRACES = re.compile(r"\{\{|\}\}|\{(?P<fact>[a-z][a-z0-9_]*)\}|(?P<broken>[{}])")


def complain_of_text(entry: Entry, text: Wording) -> None:
    """Take down what is wrong with a message by itself; `entry` holds it in both languages."""
    sides = {"zh": text.zh, "en": text.en}
    for key, one in sides.items():
        if not one.isprintable():
            entry.wrong(key, "one line, without line breaks and other controls")
    broken = [key for key, one in sides.items() if _complain_of_braces(entry, key, one)]
    zh, en = frozenset(_facts(text.zh)), frozenset(_facts(text.en))
    if zh == en or broken or entry.is_void or not all(sides.values()):
        return
    for key, other, lacking in (("zh", "en", en - zh), ("en", "zh", zh - en)):
        if lacking:
            entry.complain(key, f"`{key}` lacks `{{{min(lacking)}}}`, for which `{other}` asks")


def _complain_of_braces(entry: Entry, key: str, text: str) -> bool:
    """Take down a brace that is not about a fact, nor doubled; tell whether there is one."""
    for brace in _BRACES.finditer(text):
        if brace["broken"]:
            there = brief(text[brace.start() : brace.start() + 12])
            wanted = "a text with facts as `{name}`, and a brace itself doubled"
            entry.wrong(key, f"{wanted}, not `{there}`")
            return True
    return False


def _facts(text: str) -> Iterator[str]:
    """Yield the facts for which a message asks."""
    return (brace["fact"] for brace in _BRACES.finditer(text) if brace["fact"])


def complain_of_misfits(entry: Entry, rule: Rule, kind: type[Check]) -> None:
    """Take down how a rule does not fit a check of `kind`."""
    try:
        check = kind(**rule.options)
    except Exception as error:  # noqa: BLE001 - a check may raise what it likes
        _complain_of_options(entry, rule, kind, error)
        return
    found: Mapping[str, frozenset[str]] | None = getattr(check, "facts", None)
    if found is not None:
        _complain_of_variants(entry, rule, found)
        _complain_of_facts(entry, rule, found)


def _complain_of_options(entry: Entry, rule: Rule, kind: type[Check], error: Exception) -> None:
    known = options_of(kind)
    unknown = [name for name in rule.options if name not in known]
    lacking = [f"`{name}`" for name, is_due in known.items() if is_due and name not in rule.options]
    options = entry.mapping("with")
    for name in unknown:
        hint = did_you_mean(name, known)
        options.complain(
            name, f"unknown key `{name}` of the check `{rule.check}`{hint}", of_key=True
        )
    if lacking:
        key = "with" if entry.has("with") else "check"
        entry.complain(key, f"`with` must give {', '.join(lacking)} for the check `{rule.check}`")
    for name, why in _culprits(kind, rule.options):
        options.complain(name, f"`{name}` {why}")
    if not entry.is_faulty:
        entry.complain("with", f"`with` does not fit the check `{rule.check}`: {_said(error)}")


def options_of(kind: type[Check]) -> dict[str, bool]:
    """Return what a rule may ask of a check of `kind`, and whether it must."""
    from inspect import Parameter, signature  # noqa: PLC0415 - only a wrong pack waits for it

    parameters = signature(kind).parameters
    return {name: one.default is Parameter.empty for name, one in parameters.items()}


def _culprits(kind: type[Check], options: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Yield each option of a check made with attrs that it does not take, and why."""
    for attribute in getattr(kind, "__attrs_attrs__", ()):
        name, convert = attribute.alias, attribute.converter
        if name not in options or convert is None:
            continue
        try:
            value = convert(options[name])
            if attribute.validator:
                attribute.validator(None, attribute, value)
        except Exception as error:  # noqa: BLE001 - as above
            yield name, _wanted(convert) or _said(error)


def _wanted(convert: object) -> str:
    """Return what is wanted where a value must be one of some names."""
    if isinstance(convert, type) and issubclass(convert, StrEnum):
        return f"must be {choice_of(convert).wanted}"
    return ""


def _said(error: Exception) -> str:
    """Return what an error says, in one line."""
    said = str(error.args[0]) if error.args else type(error).__name__
    return " ".join(said.split())


def _complain_of_variants(entry: Entry, rule: Rule, found: Mapping[str, frozenset[str]]) -> None:
    lacking = [name for name in found if name not in rule.messages]
    variants = entry.mapping("variants")
    for name in rule.messages.keys() - found.keys():
        hint = did_you_mean(name, filter(None, found))
        what = f"no finding of the check `{rule.check}` is `{brief(name)}`{hint}"
        variants.complain(name, what, of_key=True)
        lacking = [other for other in lacking if other != closest(name, lacking)]
    for name in lacking if not variants.is_void else ():
        what = f"`variants` lacks `{name}`, which a finding of the check `{rule.check}` may be"
        entry.complain("variants", what)


def _complain_of_facts(entry: Entry, rule: Rule, found: Mapping[str, frozenset[str]]) -> None:
    variants = entry.mapping("variants")
    for name in rule.messages.keys() & found.keys():
        message = rule.messages[name].text
        place = (variants.mapping(name) if name else entry).mapping("message")
        for key, text in (("zh", message.zh), ("en", message.en)):
            for fact in dict.fromkeys(_facts(text)):
                if fact not in found[name]:
                    hint = did_you_mean(fact, sorted(found[name]))
                    what = f"`{key}` asks for `{{{brief(fact)}}}`, and there is none"
                    place.complain(key, what + hint)
