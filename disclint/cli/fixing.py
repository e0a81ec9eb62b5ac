"""The reports that a command line names, mended one by one and set against each other."""

import argparse
import io
import os
import sys
from collections.abc import Iterable, Iterator

from attrs import define, evolve, field, frozen

from disclint.cli.configuring import STANDARD_INPUT
from disclint.cli.console import Status, complain, remark
from disclint.cli.inputs import open_inputs
from disclint.cli.previous import read_previous, refuse_stranger
from disclint.cli.suppressing import read_suppressing
from disclint.diagnostics import Diagnostic, Proposal
from disclint.files import Empty
from disclint.fixes.mending import Mended, Mender, open_draft
from disclint.fixes.settling import Pair, find_clashes
from disclint.linter import Linter
from disclint.reading import Request
from disclint.reading.opening import read_file
from disclint.source import Source
from disclint.suppressing import Suppressing
from disclint.wording import Facts, Wording

_UNTOUCHED = Wording(
    "{path}：未改动：{reason}；修改建议 {count} 处",
    "{path}: not changed: {reason}; proposed: {count}",
)
_REFUSED = Wording(
    "{path}:{place}: {code} 未修改：{reason}", "{path}:{place}: {code} not fixed: {reason}"
)
_UNREAD = Wording("{path}：无法读取：{reason}", "{path}: cannot be read: {reason}")
_OTHERS = Wording("；加上 --unsafe-fixes 还可修改 {count} 处", "; {count} more with --unsafe-fixes")


@frozen
class File:
    """A report as it was, and as it is mended."""

    source: Source
    pair: Pair
    data: bytes | None = None
    """What standard input has given, if it is that; else of a file that is mended."""
    is_stream: bool = False
    mended: Mended | None = None
    after: Source | None = None

    @property
    def new_data(self) -> bytes:
        """The bytes of the file as it is mended."""
        return self.mended.after.manuscript.encoded() if self.mended else self.data or b""


@define
class Fixing:
    """What mends the files of one command line, and tells what it could not mend."""

    linter: Linter
    options: argparse.Namespace
    status: Status = field(default=Status.CLEAN, init=False)
    count: int = field(default=0, init=False)
    """How many findings are mended."""
    unread: bytes = field(default=b"", init=False)
    """What standard input has given, if it cannot be read."""
    _others: int = field(default=0, init=False)
    """How many more might be with unsafe fixes."""
    _mender: Mender = field(init=False)
    _suppressing: Suppressing = field(init=False)
    _seen: set[str] = field(factory=set, init=False)

    @_mender.default
    def _make_mender(self) -> Mender:
        return Mender(self.linter, self._may)

    @_suppressing.default
    def _read_suppressing(self) -> Suppressing:
        return read_suppressing(self.linter, self.options)

    def _may(self, diagnostic: Diagnostic, proposal: Proposal) -> bool:
        """Whether to follow a proposal; what is suppressed is to stay as it is."""
        is_asked = proposal.is_safe or self.options.unsafe_fixes
        return is_asked and self._suppressing.why(diagnostic) is None

    def mend(self) -> list[File | Diagnostic | Empty]:
        """Return all that is named, with what it is when mended; nothing is written."""
        opened = list(self._open())
        files = [(at, file) for at, file in enumerate(opened) if isinstance(file, File)]
        pairs = [file.pair for _, file in files]
        previous = None
        if self.options.previous is not None:
            previous = read_previous(self.linter, self.options.previous, self.options.encoding)
            refuse_stranger(previous, [pair.before for pair in pairs])
        clashes = find_clashes(self._mender.judge, pairs, previous)
        for number, (at, file) in enumerate(files):
            opened[at] = self._settled(file, clashes.get(number))
        return opened

    def fail(self, said: Wording | str) -> None:
        """Say what could not be done."""
        complain(said, self.options.lang)
        self.status = Status.FAILED

    def sum_up(self, said: Wording) -> None:
        """Say how much is mended, and what more might be, if there is anything."""
        if self.count or self._others:
            more = _OTHERS.filled({"count": self._others}) if self._others else Wording("", "")
            remark(said.filled({"count": self.count, "more": more}), self.options)

    def _open(self) -> Iterator[File | Diagnostic | Empty]:
        """Yield what is named, each report mended by itself."""
        stream, read = self._stdin(), 0
        for opened in open_inputs(self.linter, self.options, stream):
            data = None
            if stream and stream.tell() > read:
                read, data = stream.tell(), stream.getvalue()
            if isinstance(opened, Source):
                yield self._mended(opened, data)
            else:
                self.unread += data or b""
                yield opened

    def _stdin(self) -> io.BytesIO | None:
        """Return what standard input gives, if it is asked for."""
        if STANDARD_INPUT not in self.options.paths or sys.stdin is None:
            return None
        return io.BytesIO(sys.stdin.buffer.read(self.linter.limits.file_bytes + 1))

    def _mended(self, source: Source, data: bytes | None) -> File:
        verdict = self.linter.examine(source)
        self._suppressing.entered(verdict)
        filed = self.linter.file(source, verdict.reports)
        file = File(source, Pair(filed, filed), data, is_stream=data is not None)
        count = len(self._mender.proposed(verdict.diagnostics))
        self._others += self._count_others(verdict.diagnostics)
        request = self._request(file) if count else None
        if request is None:
            return file
        draft = open_draft(self.linter, request)
        if isinstance(draft, Wording):
            facts: Facts = {"path": source.path, "reason": draft, "count": count}
            remark(_UNTOUCHED.filled(facts), self.options)
            return file
        mended = self._mender.mend(request, draft)
        file = evolve(file, data=request.data, mended=mended)
        if not mended.fixed:
            return file
        after = self.linter.read(file.new_data, source.path, self.options.encoding)
        assert isinstance(after, Source)  # noqa: S101 - it has been read to be mended
        again = self.linter.file(after, self.linter.bind(after))
        return evolve(file, after=after, pair=Pair(filed, again))

    def _count_others(self, found: Iterable[Diagnostic]) -> int:
        """Return how many unsafe proposals are not asked for and might be."""
        if self.options.unsafe_fixes:
            return 0
        unsafe = (one for one in found if one.proposal and not one.proposal.is_safe)
        return sum(self._suppressing.why(one) is None for one in unsafe)

    def _request(self, file: File) -> Request | None:
        """Return a file to be read again; nothing if it cannot be, or has come before."""
        path, data = file.source.path, file.data
        if data is None:
            known, real = len(self._seen), os.path.realpath(path)
            self._seen.add(real)
            if len(self._seen) == known:
                return None
            try:
                data = read_file(path, self.linter.limits.file_bytes)
            except OSError as error:
                self.fail(_UNREAD.filled({"path": path, "reason": str(error.strerror)}))
                return None
        return Request(
            data=data, path=path, encoding=self.options.encoding, limits=self.linter.limits
        )

    def _settled(self, file: File, clash: Wording | None) -> File:
        """Return the file as it may be beside the others, and tell what could not be mended."""
        if file.mended is None:
            return file
        mended = file.mended.taken_back(clash) if clash else file.mended
        for refusal in mended.refused:
            start = refusal.diagnostic.start
            facts: Facts = {
                "path": file.source.path,
                "place": f"{start.line}:{start.column}",
                "code": refusal.diagnostic.code,
                "reason": refusal.reason,
            }
            remark(_REFUSED.filled(facts), self.options)
        self.count += len(mended.fixed)
        return evolve(file, mended=mended, after=None if clash else file.after)
