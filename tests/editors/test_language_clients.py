"""The language clients of Neovim and Emacs, set up as docs/editors.md says, with `disclint lsp`."""

import json
from pathlib import Path
from textwrap import dedent

import pytest

from tests.editors.draft import assert_stands, write_draft
from tests.editors.programs import call, need, write_file
from tests.editors.test_vim import JUMP

pytest.importorskip("pygls", reason="pygls is not installed (pip install 'disclint[lsp]')")

WAIT = dedent("""\
    vim.wait(30000, function() return #vim.diagnostic.get(0) > 0 end, 50)
    vim.diagnostic.setqflist({ open = false })
    """)

DIAGNOSE = dedent("""\
    (require 'json)
    (call-interactively #'eglot)
    (flymake-start)
    (with-timeout (30) (while (not (flymake-diagnostics)) (accept-process-output nil 0.1)))
    (let ((coding-system-for-write 'utf-8)
          (starts (sort (mapcar #'flymake-diagnostic-beg (flymake-diagnostics)) #'<)))
      (write-region
       (json-encode (vconcat (mapcar (lambda (start)
                                       (goto-char start)
                                       (vector (line-number-at-pos)
                                               (buffer-substring-no-properties
                                                (point) (line-end-position))))
                                     starts)))
       nil "~/cursors.json"))
    (eglot-shutdown-all)
    """)


def cursors_in(folder: Path) -> list[tuple[int, str]]:
    found = json.loads((folder / "cursors.json").read_text(encoding="utf-8"))
    return [(line, text) for line, text in found]


def test_the_client_of_neovim_marks_each_slip_of_a_report_in_the_folder(tmp_path: Path) -> None:
    nvim = need("nvim", "neovim")
    report = write_draft(tmp_path / "reports")
    write_file("plugin/disclint.lua", tmp_path / "runtime")
    (tmp_path / "wait.lua").write_text(WAIT, encoding="utf-8")
    (tmp_path / "jump.vim").write_text(JUMP, encoding="utf-8")
    (tmp_path / "vimrc").write_text(f"set rtp^={tmp_path}/runtime\n", encoding="utf-8")
    steps = ["edit " + str(report).replace(" ", "\\ "), "luafile wait.lua", "source jump.vim"]
    options = ["-i", "NONE", "--headless", "-u", "vimrc"]
    call(nvim, *options, *(part for step in steps for part in ("-c", step)), cwd=tmp_path)
    assert_stands(cursors_in(tmp_path))


def test_eglot_marks_each_slip(tmp_path: Path) -> None:
    emacs = need("emacs", "emacs-nox")
    report = write_draft(tmp_path)
    batch = [emacs, "--batch", "--funcall", "package-initialize"]
    if not call(*batch, "--eval", '(princ (or (require \'eglot nil t) ""))', cwd=tmp_path):
        pytest.skip("Eglot is not installed (apt-get install elpa-eglot, or Emacs 29)")
    write_file("disclint-eglot.el", tmp_path)
    (tmp_path / "diagnose.el").write_text(DIAGNOSE, encoding="utf-8")
    loaded = [
        "--load",
        "disclint-eglot.el",
        "--eval",
        f"(find-file {json.dumps(str(report), ensure_ascii=False)})",
    ]
    call(*batch, *loaded, "--load", tmp_path / "diagnose.el", cwd=tmp_path)
    assert_stands(cursors_in(tmp_path))
