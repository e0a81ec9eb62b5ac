"""What is kept of a report: its figures, its prose, its places, and not much more."""

import gc
import tracemalloc
from pathlib import Path

from disclint.linter import Linter
from disclint.source import Origin, Place, Source, Span
from disclint.wording import Wording
from tests.filling import row_of
from tests.together import filings, report_of

MOST_KEPT = 130_000
"""Bytes: so that five thousand reports take less than 700 MB."""


def test_figures_and_prose_are_kept_as_they_were(linter: Linter) -> None:
    text = report_of(linter, 2023, row_of("received", 7))
    source = Source("a.txt", text)
    (report,) = linter.bind(source)
    (filing,) = linter.file(source, [report]).filings
    assert list(filing.tables[1].figures()) == list(report.tables[1].figures())
    kept = [passage.text for prose in filing.prose for passage in prose.passages()]
    in_prose = [passage for passage in report.passages if not passage.is_heading]
    official = [p.text for p in in_prose if p.section and p.section.table is None]
    assert kept == official
    assert [prose.section.number for prose in filing.prose] == ["一", "五", "六"]


def test_passages_lead_back_to_the_file(linter: Linter, real_reports: Path) -> None:
    for path in sorted((real_reports / "seeds").glob("*.txt")):
        source = linter.open(str(path))
        assert isinstance(source, Source)
        (filing,) = linter.file(source, linter.bind(source)).filings
        for prose in filing.prose:
            for passage in prose.passages():
                end = len(passage.written)
                last = filing.source.excerpt(passage.written_span(end - 1, end))
                assert last == passage.written[-1]


def test_a_place_is_cited_by_line_or_by_part(linter: Linter) -> None:
    text = report_of(linter, 2023)
    (filing,) = filings(linter, {"a.txt": text})
    assert filing.cite(Span(text.index("一、总体"), text.index("一、总体") + 1)).zh == "a.txt:3"
    part = Wording("第2页", "page 2")
    source = Source("a.pdf", text, (Origin(0, Place(1, 1, part)),))
    (paged,) = linter.file(source, linter.bind(source)).filings
    assert paged.cite(Span(0, 1)) == Wording("a.pdf 第2页", "a.pdf page 2")


def test_what_is_no_report_leaves_nothing(linter: Linter) -> None:
    source = Source("a.txt", "通知\n")
    filed = linter.file(source, linter.bind(source))
    assert (filed.filings, filed.source.path, filed.source.text) == ((), "a.txt", "\n")


def test_a_table_that_comes_twice_is_none(linter: Linter) -> None:
    (filing,) = filings(linter, {"a.txt": report_of(linter, 2023)})
    assert filing.table(3) is filing.tables[1]
    assert filing.table(9) is None
    double = type(filing)(
        source=filing.source,
        genre=filing.genre,
        identity=filing.identity,
        tables=(*filing.tables, filing.tables[1]),
        prose=(),
    )
    assert double.table(3) is None
    assert [table.form.table for table in double.single_tables()] == [2, 4]


def test_little_is_kept_of_a_report(linter: Linter) -> None:
    text = report_of(linter, 2023)
    filings(linter, {"warm.txt": text})
    gc.collect()
    tracemalloc.start()
    kept = [filings(linter, {f"{number}.txt": text}) for number in range(5)]
    gc.collect()
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert size / len(kept) < MOST_KEPT
