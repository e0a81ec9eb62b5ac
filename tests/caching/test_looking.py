"""Files looked at once: what is kept of them tells the same, and what may change is not kept."""

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from attrs import asdict
from hypothesis import given, settings
from hypothesis import strategies as st

from disclint.caching import Looking, Store
from disclint.caching.records import Records, UnusableError
from disclint.diagnostics import Diagnostic
from disclint.linter import Linter
from disclint.reading import Limits
from disclint.results import Result
from disclint.source import Source
from tests.filling import find_form
from tests.strategies import odd_texts
from tests.together import put_prose, report_of
from tests.writing import LayoutName, write_report

COMMENT = "<!-- disclint: ignore[DIS303] -- 原件如此 -->\n"
PAGE = "<html><body><h1>青禾县2023年政府信息公开工作年度报告</h1><p>一、总体情况</p></body></html>"
FIGURES = ("0", "1", "2", "12", "13,185", "－18", "5件", "", "无", "2.5", "𠮷😀")
LAYOUTS: tuple[LayoutName, ...] = ("tabbed", "pipes", "aligned", "cells", "oneline")


def look(
    linter: Linter, files: Mapping[str, bytes], store: Store | None = None
) -> list[Result | Diagnostic]:
    looking = Looking(linter, store, with_ledger=True)
    return [looking.read_stream(BytesIO(data), path) for path, data in files.items()]


def told(linter: Linter, looked: Iterable[Result | Diagnostic]) -> list[Any]:
    """Return all that anybody can be told of files, each and together."""
    return list(_told(linter, list(looked)))


def _told(linter: Linter, looked: list[Result | Diagnostic]) -> Iterator[Any]:
    results = [one for one in looked if isinstance(one, Result)]
    yield [asdict(one) for one in looked if isinstance(one, Diagnostic)]
    for one in results:
        yield [asdict(diagnostic) for diagnostic in one.diagnostics]
        yield one.source, list(one.source.comments), list(map(one.stretch, one.source.comments))
        yield one.genre, one.failed, one.entries
        spans = [entry.span for entry in one.entries if entry.span]
        yield [one.source.place(span.start) for span in spans]
    for comparison in linter.compare([one.filed for one in results]):
        yield [asdict(diagnostic) for diagnostic in comparison.diagnostics]
        yield linter.ledger_across(comparison)


def sees_the_same(linter: Linter, files: Mapping[str, bytes]) -> list[Any]:
    """Return what is told of files, without a cache, with a new one and out of that."""
    with TemporaryDirectory() as folder:
        fresh = told(linter, look(linter, files))
        assert told(linter, look(linter, files, Store(folder))) == fresh
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Linter, "examine", None)
            assert told(linter, look(linter, files, Store(folder))) == fresh
    return fresh


@settings(max_examples=15, deadline=None)
@given(st.data(), st.sampled_from(LAYOUTS))
def test_what_is_kept_of_reports_tells_the_same_of_each_and_of_all(
    linter: Linter, data: st.DataObject, layout: LayoutName
) -> None:
    files: dict[str, bytes] = {}
    for year in (2021, 2022, 2022, 2023):
        forms = [find_form(linter, name) for name in ("active-2021", "requests-2021", "disputes")]
        fill = data.draw(st.lists(st.sampled_from(FIGURES), min_size=7, max_size=13))
        cells = iter(range(10**6))
        text = write_report(forms, lambda _: fill[next(cells) % len(fill)], layout, year)  # noqa: B023 - done at once
        files[f"{year}-{len(files)}.txt"] = (COMMENT + text).encode()
    sees_the_same(linter, files)


@settings(max_examples=25, deadline=None)
@given(odd_texts, st.sampled_from(["txt", "md", "html"]))
def test_what_is_kept_of_anything_tells_the_same(linter: Linter, text: str, suffix: str) -> None:
    sees_the_same(linter, {f"notice.{suffix}": text.encode("gb18030", "replace")})


def test_reports_that_break_their_chain_and_copy_their_prose_tell_the_same(linter: Linter) -> None:
    prose = "我县坚持以公开为常态，不公开为例外，逐项核对公开目录，及时更新栏目内容。" * 8
    files = {
        f"{year}.txt": put_prose(report_of(linter, year), "一、总体情况", prose).encode()
        for year in (2021, 2022, 2022, 2023)
    } | {"2022-copy.txt": report_of(linter, 2022, rest="3").encode()}
    assert "DIS" in str(sees_the_same(linter, files))


def test_a_page_tells_the_same_with_its_columns(linter: Linter) -> None:
    assert "2023" in str(sees_the_same(linter, {"report.html": PAGE.encode()}))


def test_a_name_that_is_no_text_is_kept_as_well(linter: Linter) -> None:
    sees_the_same(linter, {"\udce9.txt": report_of(linter, 2023).encode()})


@pytest.mark.parametrize(
    "data", [b"\xe6\x94\xbf\xff", b"PK\x03\x04 no archive", b"%PDF-1.7 damaged"]
)
def test_a_file_that_cannot_be_read_is_read_again(
    data: bytes, linter: Linter, tmp_path: Path
) -> None:
    (said,) = look(linter, {"report.pdf": data}, Store(str(tmp_path)))
    assert isinstance(said, Diagnostic)
    assert not list(tmp_path.iterdir())


def test_a_file_that_cannot_be_opened_is_opened_again(linter: Linter, tmp_path: Path) -> None:
    store = Store(str(tmp_path / "cache"))
    path = tmp_path / "report.txt"
    assert isinstance(Looking(linter, store).open(str(path)), Diagnostic)
    path.write_text(report_of(linter, 2023), encoding="utf-8")
    assert isinstance(Looking(linter, store).open(str(path)), Result)
    path.unlink()
    assert isinstance(Looking(linter, store).open(str(path)), Diagnostic)


def test_where_a_rule_has_failed_or_was_stopped_all_is_looked_at_again(tmp_path: Path) -> None:
    from disclint.plugins import Plugins  # noqa: PLC0415 - as a linter of its own

    linter = Linter(Plugins.load(), limits=Limits(check_seconds=0))
    (said,) = look(linter, {"report.txt": report_of(linter, 2023).encode()}, Store(str(tmp_path)))
    assert isinstance(said, Result)
    assert "DIS004" in {one.code for one in said.diagnostics}
    assert not list(tmp_path.iterdir())


@pytest.fixture
def record(linter: Linter) -> tuple[Records, bytes]:
    """Return what writes and reads results, and one that is written."""
    records = Records(linter.catalog.genres)
    result = Looking(linter, with_ledger=True).look(Source("a.txt", report_of(linter, 2023)))
    return records, records.write(result)


@pytest.mark.parametrize("at", range(0, 4000, 190))
def test_a_record_that_is_damaged_or_cut_is_refused(at: int, record: tuple[Records, bytes]) -> None:
    records, data = record
    for damaged in (data[:at], data[:at] + b"\0\xff" + data[at + 2 :]):
        with pytest.raises(UnusableError):
            records.read(damaged, "a.txt")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        '["ogi"]',
        '["ogi",[]]',
        '["none",[]]',
        '[["ogi"],[]]',
        '["ogi",["","","","","","",""]]',
        '["ogi",["",[],[[["x"]]],[],[],[],[]]]',
        '["ogi",["",[],[],[],[null],[],[]]]',
        "[" * 100_000,
        f'["ogi",[{"1" * 5000},[],[],[],[],[],[]]]',
        '["ogi",["",[],[],[],[],[],[[["","",2023,null,null,[]],[[999,[],[0,0],[],[],[],[],false]],[]]]]]',
    ],
)
def test_a_record_of_another_shape_is_refused(text: str, record: tuple[Records, bytes]) -> None:
    records, _ = record
    with pytest.raises(UnusableError):
        records.read(zlib.compress(text.encode()), "a.txt")


def test_a_record_that_grows_without_bound_is_refused(
    record: tuple[Records, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    records, data = record
    with pytest.raises(UnusableError):
        records.read(data + b"more", "a.txt")
    monkeypatch.setattr("disclint.caching.records._MOST_BYTES", 1000)
    with pytest.raises(UnusableError):
        records.read(data, "a.txt")


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_record_with_anything_else_in_some_place_is_refused_or_read(
    linter: Linter, data: st.DataObject
) -> None:
    records = Records(linter.catalog.genres)
    result = Looking(linter).look(Source("a.txt", COMMENT + report_of(linter, 2023)[:700]))
    packed = json.loads(zlib.decompress(records.write(result)))
    here = packed
    while isinstance(here, list) and here:
        at = data.draw(st.integers(0, len(here) - 1))
        if not isinstance(here[at], list) or data.draw(st.booleans()):
            here[at] = data.draw(st.sampled_from([None, -1, 10**6, "x", [], True, 2.5, {}]))
            break
        here = here[at]
    with suppress(UnusableError):
        records.read(zlib.compress(json.dumps(packed).encode()), "a.txt")


def test_an_entry_that_cannot_be_used_is_made_anew(linter: Linter, tmp_path: Path) -> None:
    store = Store(str(tmp_path))
    files = {"a.txt": report_of(linter, 2023).encode()}
    fresh = told(linter, look(linter, files, store))
    (entry,) = tmp_path.glob("results-*/??/*")
    key, whole = entry.parent.name + entry.name, entry.read_bytes()
    for body in (b"", b"no record", zlib.compress(b"[]"), zlib.compress(b'["ogi",[]]')):
        store.put(key, body)
        assert told(linter, look(linter, files, store)) == fresh
        assert entry.read_bytes() == whole


def test_what_a_plugin_puts_where_it_does_not_belong_is_not_kept(
    linter: Linter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = Diagnostic(**{**_fields(linter), "severity": "odd"})
    monkeypatch.setattr(Linter, "lint", None)
    monkeypatch.setattr("disclint.sayings.Sayings.of_inspection", lambda *_: [odd])
    (said,) = look(linter, {"a.txt": b"x"}, Store(str(tmp_path)))
    assert isinstance(said, Result)
    assert said.diagnostics == (odd,)
    assert not list(tmp_path.iterdir())


def _fields(linter: Linter) -> dict[str, Any]:
    (said,) = look(linter, {"none.txt": b"%PDF-1.7 damaged"})
    assert isinstance(said, Diagnostic)
    return {**asdict(said, recurse=False), "stops": False}
