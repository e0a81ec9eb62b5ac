"""A census at work: pieces linted by somebody, and put into the store one by one."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from attrs import define, field, frozen

from disclint.census.arrow import arrow_tables
from disclint.census.batch import Taken, digest_of, tables_of
from disclint.census.bench import Bench, bench_for
from disclint.census.brief import Brief
from disclint.census.pieces import Piece
from disclint.census.store import Store, write_beside
from disclint.errors import UsageError


@frozen
class Task:
    """A piece to be linted, and what is needed for it; it can be pickled."""

    piece: Piece
    brief: Brief
    folder: str
    """The folder of the census."""
    done: Mapping[str, str]
    """The digests of the files that have been done in the same way before, by name."""


@frozen
class Receipt:
    """What has become of a piece."""

    beside: str | None
    """What the part is called until it is put in place; nothing if there was nothing to do."""
    again: tuple[str, ...]
    """The files that stand in it."""
    unchanged: int


Worker = Callable[[Iterable[Task]], Iterator[Receipt]]
"""Who does tasks, in any order, each at least once."""


def do_task(task: Task) -> Receipt:
    """Lint what has changed in a piece, and write it beside its place in the folder.

    Raises:
        DisclintError: the job cannot be done.
        OSError: the folder cannot be written.

    """
    bench = bench_for(task.brief)
    fresh: list[str] = []
    taken = _changed(task, bench, fresh)
    tables = tables_of(taken, bench)
    beside = write_beside(Path(task.folder), arrow_tables(tables)) if fresh else None
    return Receipt(beside, tuple(fresh), len(task.piece.files) - len(fresh))


def _changed(task: Task, bench: Bench, fresh: list[str]) -> Iterator[Taken]:
    for file, data in task.piece.take(bench.linter):
        done = task.done.get(file)
        if done is None or not isinstance(data, bytes) or digest_of(data) != done:
            fresh.append(file)
            yield file, data


def do_here(tasks: Iterable[Task]) -> Iterator[Receipt]:
    """Do `tasks` one after the other in this process."""
    return map(do_task, tasks)


@define
class Survey:
    """A census that goes on."""

    store: Store
    brief: Brief
    notes_met: bool = False
    """Whether to take down which files are met, which costs memory, so as to leave out others."""
    done: int = field(default=0, init=False)
    unchanged: int = field(default=0, init=False)
    _met: set[str] = field(factory=set, init=False)

    def go_through(self, pieces: Iterable[Piece], worker: Worker) -> None:
        """Have all that is new or has changed linted, and put in place what comes back.

        Raises:
            DisclintError: the job cannot be done; what is in place stays.
            OSError: the folder cannot be written.

        """
        try:
            for receipt in worker(map(self._task, pieces)):
                self.unchanged += receipt.unchanged
                self.done += len(receipt.again)
                if receipt.beside:
                    self._refuse_elsewhere(receipt.beside)
                    self.store.put(receipt.beside, receipt.again)
        finally:
            self.store.tidy()

    def leave_out_unmet(self) -> int:
        """Take out the files that have not been met this time, and return how many these are."""
        unmet = self.store.known.keys() - self._met
        self.store.leave_out(unmet)
        return len(unmet)

    def _refuse_elsewhere(self, beside: str) -> None:
        folder = self.store.folder
        if not (folder / beside).is_dir():
            message = (
                f"{folder}: what a worker has written there is not to be seen here; name a folder "
                "that all machines share"
            )
            raise UsageError(message)

    def _task(self, piece: Piece) -> Task:
        made_with = bench_for(self.brief).made_with
        known = self.store.known
        if self.notes_met:
            self._met.update(piece.files)
        done = {
            file: known[file].digest
            for file in piece.files
            if file in known and known[file].made_with == made_with
        }
        return Task(piece, self.brief, str(self.store.folder), done)
