"""`--fix`, `--unsafe-fixes` and `--diff`: do what is proposed, or show what would be done."""

import argparse
import sys

from disclint.cli.console import Status, write_out
from disclint.cli.diff import make_diff
from disclint.cli.fixing import File, Fixing
from disclint.cli.inputs import nothing_in
from disclint.cli.whole_file import ChangedError, UnwrittenError, rewrite
from disclint.diagnostics import Diagnostic
from disclint.files import Empty
from disclint.linter import Linter
from disclint.source import Source
from disclint.wording import Wording

_FIXED = Wording("已修改 {count} 处{more}", "{count} fixed{more}")
_WOULD_BE = Wording("可修改 {count} 处{more}", "{count} would be fixed{more}")
_UNWRITTEN = Wording("{path}：无法写入：{reason}", "{path}: cannot be written: {reason}")
_CHANGED = Wording("读取之后已被别处改动", "it has been changed since it was read")


def fix_inputs(
    linter: Linter, options: argparse.Namespace
) -> tuple[list[Source | Diagnostic | Empty], Status]:
    """Mend the reports and write them; return what is named as it is then, and how it went."""
    fixing = Fixing(linter, options)
    mended = fixing.mend()
    opened = [_written(one, fixing) if isinstance(one, File) else one for one in mended]
    sys.stdout.buffer.write(fixing.unread)
    fixing.sum_up(_FIXED)
    return opened, fixing.status


def show_diff(linter: Linter, options: argparse.Namespace) -> int:
    """Print what would be changed; return the exit status."""
    fixing = Fixing(linter, options)
    for one in fixing.mend():
        if isinstance(one, Empty):
            fixing.fail(nothing_in(one, linter))
        elif isinstance(one, Diagnostic):
            said = f"{one.code} {one.message.in_language(options.lang)}"
            fixing.fail(f"{one.path}:{one.start.line}:{one.start.column}: {said}")
        elif one.mended:
            before, after = one.mended.before.manuscript, one.mended.after.manuscript
            write_out(make_diff(one.source.path, before.text, after.text))
    fixing.sum_up(_WOULD_BE)
    return max(fixing.status, Status.FOUND if fixing.count else Status.CLEAN)


def _written(file: File, fixing: Fixing) -> Source:
    """Write a file as it is mended; return its text as it is then."""
    if file.is_stream:
        sys.stdout.buffer.write(file.new_data)
    elif file.after and file.data is not None:
        try:
            rewrite(file.source.path, file.data, file.new_data)
        except (UnwrittenError, ChangedError) as error:
            reason = error.why if isinstance(error, UnwrittenError) else _CHANGED
            fixing.count -= len(file.mended.fixed) if file.mended else 0
            fixing.fail(_UNWRITTEN.filled({"path": file.source.path, "reason": reason}))
            return file.source
    return file.after or file.source
