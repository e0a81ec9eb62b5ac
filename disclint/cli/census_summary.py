"""The summary of a census, as a terminal shows it."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from disclint.catalog import Catalog
from disclint.census import words
from disclint.census.summary import Count, Summary
from disclint.reporting.escaping import printable
from disclint.wording import Language, Wording

_MOST_BODIES = 20
_Name = Callable[[Count], str]


def summary_lines(summary: Summary, catalog: Catalog, language: Language) -> Iterator[str]:
    """Yield the summary line by line."""

    def say(wording: Wording, **facts: object) -> str:
        return wording.filled({name: str(fact) for name, fact in facts.items()}).in_language(
            language
        )

    yield (
        say(
            words.FILES,
            files=summary.files,
            with_report=summary.with_report,
            without_report=summary.without_report,
            unread=summary.unread,
        )
        + "\n"
    )
    if not summary.with_report:
        return
    share = words.percent(summary.faulty / summary.with_report)
    facts = {"faulty": summary.faulty, "share": share, "findings": summary.findings}
    yield say(words.FAULTY, **facts) + "\n"
    for title, counts, name in _sections(summary, catalog, language):
        yield from _section(say(words.COLUMNS, title=say(title)), counts, name)
    hidden = len(summary.bodies) - _MOST_BODIES
    if hidden > 0:
        yield f"  {say(words.MORE, count=hidden)}\n"
    if summary.worst:
        yield f"\n{say(words.WORST)}\n"
    for one in summary.worst:
        counted = say(words.ERRORS, errors=one.errors, warnings=one.warnings)
        yield f"  {printable(one.file)}  {counted}\n"


def _sections(
    summary: Summary, catalog: Catalog, language: Language
) -> Iterator[tuple[Wording, Sequence[Count], _Name]]:
    def named(counted: Count, unknown: Wording) -> str:
        return printable(words.known(counted.key, unknown).in_language(language))

    def kind(counted: Count) -> str:
        return words.kind_name(counted.key).in_language(language)

    def rule(counted: Count) -> str:
        return words.rule_name(counted.key, counted.name, catalog).in_language(language)

    yield words.BY_KIND, summary.kinds, kind
    yield words.BY_RULE, summary.rules, rule
    yield words.BY_YEAR, summary.years, lambda one: named(one, words.NO_YEAR)
    yield words.BY_BODY, summary.bodies[:_MOST_BODIES], lambda one: named(one, words.NO_BODY)


def _section(title: str, counts: Iterable[Count], name: _Name) -> Iterator[str]:
    """Yield a title and a line for each count: share, files, findings, name."""
    lines = list(counts)
    if not lines:
        return
    yield f"\n{title}\n"
    for one in lines:
        share = words.percent(one.share)
        yield f"  {share:>6}  {one.files:>7}/{one.of:<7}  {one.findings:>8}  {name(one)}\n"
