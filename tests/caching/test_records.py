"""Results as they are kept: nothing in them stands twice."""

from disclint.caching.looking import Looking
from disclint.caching.records import Records
from disclint.linter import Linter
from disclint.source import Source

TEXT = "一、总体情况\n" + "𠮷镇办理__件，" * 500 + "\n"


def test_a_line_with_many_findings_is_kept_once(linter: Linter) -> None:
    result = Looking(linter).look(Source("a.txt", TEXT))
    found = [one for one in result.diagnostics if one.code == "DIS706"]
    assert len(found) >= 500
    records = Records(linter.catalog.genres)
    kept = records.write(result)
    assert len(kept) < 500 * len(TEXT.split("\n")[1]) // 100
    read = records.read(kept, "a.txt")
    assert (read.source, read.diagnostics) == (result.source, result.diagnostics)
    lines = [one.start.line_text for one in read.diagnostics]
    assert lines == [one.start.line_text for one in result.diagnostics]
    assert len({id(line) for line in lines if line == found[0].start.line_text}) == 1
