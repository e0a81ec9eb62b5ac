"""The summary of a census as one page of HTML, with plots drawn in SVG and nothing from elsewhere.

Jinja fills the template: it escapes whatever it is given, names of files and bodies among them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.resources import files

from attrs import frozen
from jinja2 import Environment, StrictUndefined

from disclint import __version__
from disclint.catalog import Catalog
from disclint.census import words
from disclint.census.summary import Count, Summary
from disclint.wording import Language, Wording

_TEMPLATE = "page.html.jinja"
_WIDTH = 640
_HEIGHT = 160
_STEP = 22
_LABEL = 190
"""The room for the names of bars that lie down."""
_LONGEST_LABEL = 14
_MOST_RULES = 30
_MOST_BODIES = 30


@frozen
class Bar:
    """One count, and how it is drawn."""

    name: str
    label: str
    """What is written at the bar, in short."""
    count: Count
    share: str
    length: float
    """Of a whole of 1."""


@frozen
class Section:
    """A plot and the numbers that it shows."""

    title: str
    bars: Sequence[Bar]
    is_upright: bool = False
    """Whether the bars stand side by side, as years do."""


def page_of(summary: Summary, catalog: Catalog, language: Language) -> Iterator[str]:
    """Yield the page in pieces."""

    def say(wording: Wording, **facts: object) -> str:
        shown = {name: str(fact) for name, fact in facts.items()}
        return wording.filled(shown).in_language(language)

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    text = files(__package__).joinpath(_TEMPLATE).read_text(encoding="utf-8")
    yield from environment.from_string(text).generate(
        language={"zh": "zh-CN", "en": "en"}[language],
        say=say,
        words=words,
        summary=summary,
        faulty_share=words.percent(summary.faulty / (summary.with_report or 1)),
        sections=[one for one in _sections(summary, catalog, language) if one.bars],
        version=__version__,
        width=_WIDTH,
        height=_HEIGHT,
        step=_STEP,
        label=_LABEL,
    )


def _sections(summary: Summary, catalog: Catalog, language: Language) -> Iterator[Section]:
    def section(
        title: Wording, counts: Iterable[Count], name: Callable[[Count], Wording]
    ) -> Section:
        bars = [_bar(one, name(one).in_language(language)) for one in counts]
        return Section(title.in_language(language), bars, title is words.BY_YEAR)

    yield section(words.BY_KIND, summary.kinds, lambda one: words.kind_name(one.key))
    yield section(words.BY_YEAR, summary.years, lambda one: words.known(one.key, words.NO_YEAR))
    yield section(
        words.BY_RULE,
        summary.rules[:_MOST_RULES],
        lambda one: words.rule_name(one.key, one.name, catalog),
    )
    yield section(
        words.BY_BODY,
        summary.bodies[:_MOST_BODIES],
        lambda one: words.known(one.key, words.NO_BODY),
    )


def _bar(count: Count, name: str) -> Bar:
    label = count.key or name
    if len(label) > _LONGEST_LABEL:
        label = f"{label[: _LONGEST_LABEL - 1]}…"
    return Bar(name, label, count, words.percent(count.share), round(count.share, 4))
