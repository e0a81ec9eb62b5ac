"""What a pack lacks that can be used, but not well."""

import re
from collections.abc import Iterable, Iterator

from disclint.catalog.entry import Page
from disclint.catalog.notation import Way
from disclint.forms import Form
from disclint.rule import Rule
from disclint.wording import Wording

_CHINESE = re.compile(r"[\u3400-\u9fff]")
_CHINESE_MARK = re.compile(r"[，。；：、！？]")
_ENGLISH = re.compile(r"[A-Za-z]{3}")


def lacks_of_form(page: Page, form: Form, rules: Iterable[Rule]) -> Iterator[str]:
    """Yield what is lacking in a form, each with its place; `rules` may ask for its relations."""
    asked_for = {rule.options.get("relation") for rule in rules}
    yield from _lacks_of_wording(page, ("name",), form.name)
    for number, block in enumerate(form.blocks):
        for index, relation in enumerate(block.relations):
            if relation.name not in asked_for:
                place = page.place(("blocks", number, "relations", index, "name"))
                yield f"{place}: no rule asks for the relation `{relation.name}`"


def lacks_of_rule(page: Page, rule: Rule, rules: Iterable[Rule]) -> Iterator[str]:
    """Yield what is lacking in a rule, each with its place; `rules` has the others as well."""
    said = {
        message.text.en: other.code
        for other in rules
        if other.code != rule.code
        for message in other.messages.values()
    }
    yield from _lacks_of_wording(page, ("summary",), rule.summary)
    yield from _lacks_of_wording(page, ("rationale",), rule.rationale)
    yield from _lacks_of_wording(page, ("authority",), rule.authority)
    for name, message in rule.messages.items():
        way: Way = ("variants", name, "message") if name else ("message",)
        yield from _lacks_of_wording(page, way, message.text)
        if other := said.get(message.text.en):
            yield f"{page.place(way)}: the message is that of {other} as well"
        said[message.text.en] = rule.code
        for language, text in (("zh", message.text.zh), ("en", message.text.en)):
            if text.rstrip().endswith((".", "。")):
                yield f"{page.place((*way, language))}: a message has no full stop at its end"
    if rule.bad == rule.good:
        yield f"{page.place(('examples', 'good'))}: the good example is the same as the bad one"


def _lacks_of_wording(page: Page, way: Way, text: Wording) -> Iterator[str]:
    if not _CHINESE.search(text.zh):
        yield f"{page.place((*way, 'zh'))}: `zh` has no Chinese text"
    if not _ENGLISH.search(text.en):
        yield f"{page.place((*way, 'en'))}: `en` has no English text"
    elif mark := _CHINESE_MARK.search(text.en):
        yield f"{page.place((*way, 'en'))}: `en` has the Chinese mark `{mark[0]}`"
