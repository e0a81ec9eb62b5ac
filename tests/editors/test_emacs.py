"""Emacs, run in batch mode with the command of docs/editors.md, and its own `compile`."""

import json
from pathlib import Path
from textwrap import dedent

from tests.editors.draft import FOUND, assert_stands, write_draft
from tests.editors.programs import call, need, write_file

JUMP = dedent("""\
    (require 'json)
    (defun jump-to-all (start)
      "Call START, which compiles, and take down where point is at each error."
      (let ((process (get-buffer-process (funcall start))) cursors)
        (while (process-live-p process) (accept-process-output process 1))
        (accept-process-output nil 0.2)
        (condition-case nil
            (while t
              (next-error)
              (push (vector (line-number-at-pos)
                            (buffer-substring-no-properties (point) (line-end-position)))
                    cursors))
          (user-error nil))
        (let ((coding-system-for-write 'utf-8))
          (write-region (json-encode (vconcat (nreverse cursors))) nil "~/cursors.json"))))
    """)
"""What goes to each error of a compilation and takes down where point is."""


def jump(report: Path, folder: Path, start: str, *settings: str) -> list[tuple[int, str]]:
    """Evaluate `start`, which compiles, in the buffer of a report; return where it leads."""
    emacs = need("emacs", "emacs-nox")
    write_file("disclint.el", folder)
    (folder / "jump.el").write_text(JUMP, encoding="utf-8")
    forms = [*settings, f"(find-file {json.dumps(str(report), ensure_ascii=False)})"]
    forms.append(f"(jump-to-all (lambda () {start}))")
    call(
        emacs,
        "--batch",
        "--quick",
        *("--directory", folder, "--load", "jump.el", "--eval", "(require 'disclint)"),
        *(part for form in forms for part in ("--eval", form)),
        cwd=folder,
    )
    found = json.loads((folder / "cursors.json").read_text(encoding="utf-8"))
    return [(line, text) for line, text in found]


def test_the_command_takes_point_to_each_slip(tmp_path: Path) -> None:
    assert_stands(jump(write_draft(tmp_path), tmp_path, "(disclint)"))


def test_the_command_counts_characters_of_a_report_in_gb18030(tmp_path: Path) -> None:
    prefer = "(set-coding-system-priority 'utf-8 'gb18030)"
    assert_stands(jump(write_draft(tmp_path, "gb18030"), tmp_path, "(disclint)", prefer))


COMPILE = '(compile (concat "disclint --color never " (shell-quote-argument buffer-file-name)))'


def test_so_does_a_plain_compile_that_counts_characters(tmp_path: Path) -> None:
    characters = "(setq compilation-error-screen-columns nil)"
    assert_stands(jump(write_draft(tmp_path), tmp_path, COMPILE, characters))


def test_a_plain_compile_that_counts_places_on_the_screen_goes_astray(tmp_path: Path) -> None:
    (line, text), *_ = jump(write_draft(tmp_path), tmp_path, COMPILE)
    assert line == FOUND[0][0]
    assert not text.startswith(FOUND[0][1])
