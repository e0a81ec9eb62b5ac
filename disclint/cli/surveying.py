"""A census, as its command line asks for it."""

import argparse
import os
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from attrs import define

from disclint.census.addresses import find_addresses, is_address
from disclint.census.bench import bench_for
from disclint.census.brief import Brief
from disclint.census.pieces import Piece, cut_paths, cut_table
from disclint.census.sheets import write_sheets
from disclint.census.sole import sole_use
from disclint.census.store import Store
from disclint.census.summary import sum_up
from disclint.census.work import Survey, Worker, do_here
from disclint.cli.census_summary import summary_lines
from disclint.cli.configuring import searches
from disclint.cli.console import Status, complain, remark, write_out
from disclint.cli.inputs import STRAY, nothing_in
from disclint.cli.plugging import plugins_of
from disclint.cli.suppressing import suppressions_in_file
from disclint.cli.whole_file import whole_text
from disclint.config import Config
from disclint.errors import UsageError
from disclint.files import Empty, Stray, Unopened, find_files
from disclint.linter import Linter
from disclint.wording import Wording

_TABLE = ".parquet"
_DONE = Wording(
    "{folder}：新检查 {done} 份文件，未变 {unchanged} 份",
    "{folder}: files looked at: {done}, unchanged: {unchanged}",
)
_PRUNED = Wording(
    "{folder}：已移出本次未涉及的文件 {count} 份",
    "{folder}: files not met this time and taken out: {count}",
)


def survey(options: argparse.Namespace, config: Config) -> int:
    """Make the census that `options` ask for, and sum it up; return the exit status.

    Raises:
        DisclintError: it cannot be made.

    """
    plugins_of(options, config.selection, config)  # says what is wrong with them
    brief = Brief(
        config=config,
        modules=tuple(options.plugin),
        with_installed=not options.no_plugins,
        suppressions=suppressions_in_file(config, options),
        encoding=options.encoding,
    )
    inputs = _Inputs(options, bench_for(brief).linter)
    folder = Path(options.output).absolute()  # for other machines, which are elsewhere
    try:
        with sole_use(folder):
            going = Survey(Store.open(folder), brief, notes_met=options.prune)
            going.go_through(inputs.pieces(), _worker(options))
            _close(options, going)
            summary = sum_up(going.store)
    except OSError as error:
        message = f"{options.output}: {error.strerror or error}"
        raise UsageError(message) from error
    write_out(summary_lines(summary, inputs.linter.catalog, options.lang))
    if options.html:
        from disclint.census.page import page_of  # noqa: PLC0415 - it takes a library of its own

        with whole_text(options.html, options.paths) as write:
            write(page_of(summary, inputs.linter.catalog, options.lang))
    return max(inputs.status, Status.CLEAN if summary.is_whole else Status.FAILED)


def _worker(options: argparse.Namespace) -> Worker:
    if options.scheduler is None:
        return do_here
    from disclint.census.cluster import on_cluster  # noqa: PLC0415 - as above

    return on_cluster(options.scheduler)


def _close(options: argparse.Namespace, going: Survey) -> None:
    """Leave out what is to go, write the sheets that are asked for, and say what was done."""
    facts = {"folder": options.output, "done": going.done, "unchanged": going.unchanged}
    remark(_DONE.filled(facts), options)
    if options.prune:
        remark(_PRUNED.filled(facts | {"count": going.leave_out_unmet()}), options)
    if options.format == "csv":
        write_sheets(going.store)


@define
class _Inputs:
    """The reports that a command line names."""

    _options: argparse.Namespace
    linter: Linter
    status: Status = Status.CLEAN

    def pieces(self) -> Iterator[Piece]:
        """Yield them in pieces; say on standard error where there are none."""
        options = self._options
        tables = [path for path in options.paths if Path(path).suffix.lower() == _TABLE]
        others = [path for path in options.paths if path not in tables]
        paths = chain.from_iterable(map(self._paths, others))
        yield from cut_paths(paths, options.part_size, str(Path.cwd()))
        for table in tables:
            here = table if is_address(table) else str(Path(table).absolute())
            yield from cut_table(
                here, options.part_size, options.path_column, options.content_column
            )

    def _paths(self, named: str) -> Iterator[str]:
        if is_address(named):
            yield from find_addresses(named, self.linter.suffixes)
            return
        for one in find_files(named, self.linter.suffixes, self.linter.config.exclusion):
            match one:
                case Empty():
                    self._fail(nothing_in(one, self.linter))
                case Unopened(path, error):
                    said = self.linter.unopened(path, error).message
                    self._fail(Wording(f"{path}: {said.zh}", f"{path}: {said.en}"))
                case Stray(path):
                    if searches(self._options):
                        remark(STRAY.filled({"path": path}), self._options)
                case _ if not self._is_own(one):
                    yield os.path.normpath(one)

    def _is_own(self, path: str) -> bool:
        """Whether it is the page that an earlier run has written."""
        page = self._options.html
        return page is not None and os.path.realpath(path) == os.path.realpath(page)

    def _fail(self, why: Wording) -> None:
        complain(why, self._options.lang)
        self.status = Status.FAILED
