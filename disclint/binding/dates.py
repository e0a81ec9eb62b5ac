"""The dates of a report: the period of its figures, its publication, its signature, its year."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, pairwise, zip_longest

from attrs import frozen

from disclint import spelling
from disclint.binding.days import read_day, spelt
from disclint.binding.passages import Passage
from disclint.binding.stated_years import StatedYear, find_stated_years
from disclint.nodes import Report, Table
from disclint.source import Span

_FIRST_SECTION = "一"
_LAST_SECTIONS = ("五", "六")

_PERIOD = re.compile(
    r"(?:(?:统计|数据)的?(?:信息)?的?(?:统计)?(?:起止)?"
    r"(?:期限|时限|周期|时间|期间|时段|区间|范围|日期)(?:范围)?|所列数据|涵盖[^,。;:\d]{0,12})"
    rf"[均统一是为系自从:,]*{spelt('first')}(?:[0零]时)?(?:起|开始)?,?(?:至|到|-|~)+"
    rf"{spelt('last', may_lack_year=True)}"
)
# Where a page has no label but 时间, the source stands before it: there are times of other kinds.
_PUBLICATION = re.compile(
    rf"(?:(?:发布|公开|公布)(?:时间|日期)|(?:^|来源:[^:]{{1,20}})时间):?{spelt('published')}"
)
_BODY = (
    r"[\u3400-\u9fff()]{1,40}"
    r"(?:政府|局|委|办|厅|处|部|院|室|会|县|区|市|乡|镇|街道|中心|队|所|站|组|旗|行署)"
)
_SIGNATURE = re.compile(
    rf"(?:^|[。;])\(?(?:{_BODY})?(?:\([盖公印]章\))?{spelt('signed')}(?<=日)\)?(?P<issued>印发)?。?$"
)


@frozen
class Dated:
    """A day, and where it stands."""

    day: date
    span: Span


@frozen
class Period:
    """From which day to which the figures are."""

    first: date
    last: date
    span: Span

    @property
    def year(self) -> int | None:
        """The year of which it is the whole, from its first day to its last."""
        year = self.first.year
        whole = (date(year, 1, 1), date(year, 12, 31))
        return year if (self.first, self.last) == whole else None


@frozen(kw_only=True)
class Dates:
    """The dates of a report, as far as they are certain."""

    periods: tuple[Period, ...] = ()
    published: Dated | None = None
    signed: Dated | None = None
    stated: tuple[StatedYear, ...] = ()


def find_dates(report: Report, passages: Sequence[Passage]) -> Dates:
    """Return the dates of `report`, whose prose is `passages`.

    Those of a page around it are none of its own: the publication stands before the first section
    under its label, the signature by itself in the last one. Where several could be it, none is.
    """
    before = [passage for passage in passages if passage.section is None]
    opening = [*before, *(one for one in passages if _is_first(one))]
    ending = list(_ending(passages))
    return Dates(
        periods=tuple(_periods([passage for passage in opening if not passage.is_heading])),
        published=_only(chain(_publications(before), _boxed_publications(report))),
        signed=_only(_signatures(ending, issued=False)) or _only(_signatures(ending, issued=True)),
        stated=tuple(find_stated_years(opening)),
    )


def _is_first(passage: Passage) -> bool:
    return passage.section is not None and passage.section.number == _FIRST_SECTION


def _ending(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Yield the passages of the last section, unless the file stops before it."""
    last = passages[-1].section if passages else None
    if last and last.number in _LAST_SECTIONS:
        yield from (passage for passage in passages if passage.section == last)


def _periods(passages: Sequence[Passage]) -> Iterator[Period]:
    """Yield the periods; the end of one may stand in the next passage, where lines are short."""
    for passage, following in zip_longest(passages, passages[1:]):
        length = len(passage.text)
        for match in _PERIOD.finditer(passage.text + (following.text if following else "")):
            first = read_day(match, "first")
            last = first and read_day(match, "last", first.year)
            if first and last and match.start() < length:
                start, end = match.start("first_year"), match.end()
                yield Period(first, last, _span(passage, following, start, end))


def _span(passage: Passage, following: Passage | None, start: int, end: int) -> Span:
    """Return where a piece of the text of two passages stands."""
    length = len(passage.text)
    if following is None or end <= length:
        return passage.span(start, end)
    tail = following.span(max(start - length, 0), end - length)
    return tail if start >= length else passage.span(start, length) | tail


def _publications(passages: Iterable[Passage]) -> Iterator[Dated]:
    for passage in passages:
        for match in _PUBLICATION.finditer(passage.text):
            if day := read_day(match, "published"):
                yield Dated(day, passage.span(match.start("published_year"), match.end()))


def _boxed_publications(report: Report) -> Iterator[Dated]:
    """Yield what stands beside the label in a table before the report, as sites put it there."""
    for block in report.preamble:
        for row in block.rows if isinstance(block, Table) else ():
            for label, value in pairwise(row.cells):
                match = _PUBLICATION.match(spelling.traced_prose(label.text + value.text).text)
                if value.text and match and (day := read_day(match, "published")):
                    yield Dated(day, value.span)


def _signatures(passages: Iterable[Passage], *, issued: bool) -> Iterator[Dated]:
    """Yield the days that stand by themselves, written out, or with the name of a body before."""
    for passage in passages:
        match = _SIGNATURE.search(passage.text)
        if match is None or (match["issued"] is not None) != issued:
            continue
        if day := read_day(match, "signed"):
            yield Dated(day, passage.span(match.start("signed_year"), match.end("signed_day") + 1))


def _only(dated: Iterable[Dated]) -> Dated | None:
    """Return the first of `dated`, unless they are of several days."""
    found = list(dated)
    return found[0] if len({one.day for one in found}) == 1 else None
