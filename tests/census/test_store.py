from pathlib import Path

import pyarrow.parquet as pq
import pytest

from disclint.census import lint_batch
from disclint.census.arrow import SCHEMAS, arrow_tables
from disclint.census.store import Store, write_beside
from disclint.linter import Linter
from tests.census.made import files_in, read_tables
from tests.together import report_of


def put(store: Store, linter: Linter, *names: str, person: str = "0") -> None:
    text = report_of(linter, 2023, {"received.person": person}).encode()
    tables = arrow_tables(lint_batch([(name, text) for name in names]))
    store.put(write_beside(store.folder, tables), names)


def test_what_was_put_is_known_to_whoever_opens_the_folder_next(
    linter: Linter, tmp_path: Path
) -> None:
    store = Store.open(tmp_path)
    put(store, linter, "a.txt", "b.txt")
    put(store, linter, "c.txt")
    assert Store.open(tmp_path).known == store.known
    assert files_in(tmp_path) == ["a.txt", "b.txt", "c.txt"]


def test_a_file_that_is_put_again_stands_in_one_part_only(linter: Linter, tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    put(store, linter, "a.txt", "b.txt")
    put(store, linter, "b.txt", person="3")
    assert files_in(tmp_path) == ["a.txt", "b.txt"]
    assert Store.open(tmp_path).known == store.known
    rows = read_tables(tmp_path)
    assert {row["file"] for row in rows["findings"]} == {"b.txt"}
    assert sum(row["file"] == "a.txt" for row in rows["figures"]) > 100


def test_a_part_of_which_nothing_is_left_goes(linter: Linter, tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    put(store, linter, "a.txt")
    put(store, linter, "a.txt")
    assert [part.name for part in store.parts()] == ["part-000002"]


def test_what_was_not_put_in_place_is_taken_away(linter: Linter, tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    put(store, linter, "a.txt")
    tables = arrow_tables(lint_batch([("b.txt", b"")]))
    write_beside(tmp_path, tables)
    assert files_in(tmp_path) == ["a.txt"]
    Store.open(tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["part-000001"]


def test_a_part_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(AttributeError):
        write_beside(tmp_path, {"figures": None})
    assert list(tmp_path.iterdir()) == []


def test_the_end_between_taking_out_and_putting_in_leaves_a_file_to_be_done(
    linter: Linter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store.open(tmp_path)
    put(store, linter, "a.txt", "b.txt")
    with monkeypatch.context() as patch:
        patch.setattr(Store, "_learn", lambda *_: None)
        real = Path.rename

        def killed(self: Path, target: Path) -> Path:
            if target.name == "part-000002":
                raise KeyboardInterrupt
            return real(self, target)

        patch.setattr(Path, "rename", killed)
        with pytest.raises(KeyboardInterrupt):
            put(store, linter, "b.txt")
    assert files_in(tmp_path) == ["a.txt"]
    assert Store.open(tmp_path).known.keys() == {"a.txt"}


def test_parquet_has_the_columns_and_types_that_are_promised(
    linter: Linter, tmp_path: Path
) -> None:
    store = Store.open(tmp_path)
    put(store, linter, "a.txt", person="3")
    for name, schema in SCHEMAS.items():
        assert pq.read_schema(tmp_path / "part-000001" / f"{name}.parquet") == schema
