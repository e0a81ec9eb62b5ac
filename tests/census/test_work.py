from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from disclint.census import Brief
from disclint.census.pieces import cut_paths
from disclint.census.store import Store
from disclint.census.work import Receipt, Survey, Task, do_here, do_task
from disclint.errors import UsageError
from disclint.linter import Linter
from tests.census.made import files_in, write_reports


def test_tasks_may_come_back_in_any_order_and_be_done_twice(linter: Linter, tmp_path: Path) -> None:
    def backwards(tasks: Iterable[Task]) -> Iterator[Receipt]:
        for task in reversed(list(tasks)):
            do_task(task)  # by a worker that died before it could tell
            yield do_task(task)

    paths = list(map(str, write_reports(linter, tmp_path / "reports", 5)))
    survey = Survey(Store.open(tmp_path), Brief())
    survey.go_through(cut_paths(paths, 2), backwards)
    assert files_in(tmp_path) == sorted(paths)
    assert not list(tmp_path.glob(".beside-*"))


def test_a_file_that_is_named_twice_is_done_once(linter: Linter, tmp_path: Path) -> None:
    paths = list(map(str, write_reports(linter, tmp_path / "reports", 2)))
    survey = Survey(Store.open(tmp_path), Brief())
    survey.go_through(cut_paths([*paths, *paths], 3), do_here)
    assert survey.done == 2
    assert files_in(tmp_path) == sorted(paths)


def test_a_worker_that_writes_elsewhere_is_told_of_before_anything_is_lost(
    linter: Linter, tmp_path: Path
) -> None:
    def elsewhere(tasks: Iterable[Task]) -> Iterator[Receipt]:
        for task in tasks:
            yield Receipt(".beside-elsewhere", task.piece.files, 0)

    paths = list(map(str, write_reports(linter, tmp_path / "reports", 2)))
    survey = Survey(Store.open(tmp_path), Brief())
    survey.go_through(cut_paths(paths, 2), do_here)
    with pytest.raises(UsageError, match="name a folder that all machines share"):
        survey.go_through(cut_paths(paths, 2), elsewhere)
    assert files_in(tmp_path) == sorted(paths)


def test_what_is_in_place_stays_if_the_work_breaks_off(linter: Linter, tmp_path: Path) -> None:
    def interrupted(tasks: Iterable[Task]) -> Iterator[Receipt]:
        first, second, *_ = tasks
        yield do_task(first)
        do_task(second)
        raise KeyboardInterrupt

    paths = list(map(str, write_reports(linter, tmp_path / "reports", 5)))
    with pytest.raises(KeyboardInterrupt):
        Survey(Store.open(tmp_path), Brief()).go_through(cut_paths(paths, 2), interrupted)
    assert files_in(tmp_path) == sorted(paths[:2])
    assert not list(tmp_path.glob(".beside-*"))
