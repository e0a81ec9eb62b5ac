"""What must hold of the files of a pack, besides that they can be read."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from attrs import frozen

from disclint.catalog.entry import Page
from disclint.catalog.pack import Pack
from disclint.catalog.review import lacks_of_form, lacks_of_rule
from disclint.diagnostics import Diagnostic
from disclint.errors import ConfigError
from disclint.examples import fix_example, run_example
from disclint.linter import Linter
from disclint.rule import Example, Rule
from disclint.sayings import CRASHED


@frozen
class Law:
    """Something that must hold of one file."""

    file: str
    name: str
    find_breaches: Callable[[], Iterable[str]]
    """Returns what breaks the law, each with its place."""


def laws_of(pack: Pack, linter: Linter) -> Iterator[Law]:
    """Yield what must hold of `pack`, which is among those of `linter`."""
    rules = linter.catalog.rules
    for page, rule in pack.rules:
        yield Law(page.file, "words", partial(lacks_of_rule, page, rule, rules))
        for key in ("bad", "good"):
            yield Law(page.file, f"{key} example", partial(_failures, linter, page, rule, key))
        yield Law(page.file, "fixes", partial(_misfixes, linter, page, rule))
    for page, form in pack.forms:
        yield Law(page.file, "words and relations", partial(lacks_of_form, page, form, rules))


def _failures(linter: Linter, page: Page, rule: Rule, key: str) -> Iterator[str]:
    """Yield why an example of `rule` fails, if it does."""
    if why := _failure(linter, rule, rule.bad if key == "bad" else rule.good, is_bad=key == "bad"):
        yield f"{page.place(('examples', key))}: {why}"


def _failure(linter: Linter, rule: Rule, example: Example, *, is_bad: bool) -> str:
    """Return why an example fails, or nothing if it does not."""
    try:
        found = run_example(linter, rule, example)
    except ConfigError as error:
        return f"the configuration of the example cannot be used: {error}"
    crash = next((one for one in found if one.name == CRASHED != rule.name), None)
    if crash:
        return f"on the example, {crash.message.en}"
    if is_bad and not found:
        return f"the rule finds nothing in the bad example{_misreading(linter, rule, example)}"
    if found and not is_bad:
        line, said = found[0].start.line, found[0].message.en
        return f"the rule finds something in the good example, in its line {line}: {said}"
    return ""


def _misfixes(linter: Linter, page: Page, rule: Rule) -> Iterator[str]:
    """Yield how the fixes of a rule make something else of its bad example than it says."""
    text = rule.bad.text
    for key, wanted in (("fixed", rule.fixed), ("unsafely-fixed", rule.unsafely_fixed)):
        try:
            made = fix_example(linter, rule, unsafe=key != "fixed")
        except ConfigError:
            return  # told of the example itself
        if wanted is None and made not in (None, text):
            place = page.place(("examples", "bad"))
            yield f"{place}: the fixes change the bad example; say under `{key}` to what"
        elif wanted not in (None, made):
            place = page.place(("examples", key))
            yield f"{place}: the fixes make this of the bad example: {made or text!r}"
        text = made or text


def _misreading(linter: Linter, rule: Rule, example: Example) -> str:
    """Return what to say where an example is not read as a report that the rule is for."""
    source = linter.read(example.encoded(), "report.txt")
    if isinstance(source, Diagnostic) or not rule.report:
        return ""
    genre = linter.bind(source)[0].genre
    if genre == rule.report:
        return ""
    return f", which is read as a report of the kind `{genre}`; the rule is for `{rule.report}`"
