"""A census on a Dask cluster: its workers lint and write, and this process puts in place.

A worker that dies takes with it only what it has in hand, which another one does again. As nothing
that it has written is in place until it has told of it, nothing is there twice.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from threading import Lock

from distributed import Client, Future, KilledWorker, as_completed

from disclint.census.work import Receipt, Task, Worker, do_task
from disclint.errors import UsageError

_SECONDS = 10
"""How long to wait for a scheduler to answer."""
_AHEAD = 3
"""How many tasks there are for each thread of the cluster: one in hand, others to follow."""

_ALONE = Lock()


def on_cluster(address: str) -> Worker:
    """Return who does tasks on the cluster whose scheduler is at `address`."""

    def work(tasks: Iterable[Task]) -> Iterator[Receipt]:
        with _connected(address) as client:
            yield from _receipts(client, iter(tasks), address)

    return work


def _receipts(client: Client, tasks: Iterator[Task], address: str) -> Iterator[Receipt]:
    """Yield what has become of `tasks`, of which only a few are with the cluster at a time."""
    ahead = _AHEAD * max(1, sum(client.nthreads().values()))
    first = [_handed(client, task) for task in islice(tasks, ahead)]
    running = as_completed(first, loop=client.loop)
    for future in running:
        yield _receipt(future, address)
        running.update([_handed(client, task) for task in islice(tasks, 1)])


def _handed(client: Client, task: Task) -> Future:
    return client.submit(_do_alone, task, pure=False)


def _do_alone(task: Task) -> Receipt:
    """Do a task while no other thread of the worker does one: a linter is for one at a time."""
    with _ALONE:
        return do_task(task)


def _receipt(future: Future, address: str) -> Receipt:
    try:
        receipt: Receipt = future.result()
    except KilledWorker as error:
        message = (
            f"{address}: one part has ended {error.allowed_failures + 1} workers; give them more "
            "memory, or make parts smaller by --part-size"
        )
        raise UsageError(message) from error
    except ImportError as error:
        message = f"{address}: a worker cannot import {error.name}; install disclint[dask] there"
        raise UsageError(message) from error
    return receipt


def _connected(address: str) -> Client:
    try:
        return Client(address, timeout=_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        message = f"--scheduler {address}: no Dask scheduler answers there ({error})"
        raise UsageError(message) from error
