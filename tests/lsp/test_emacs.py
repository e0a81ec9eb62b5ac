"""Emacs' own client, eglot, at the other end."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

_EMACS = shutil.which("emacs")
_SCRIPT = """
(require 'eglot)
(require 'json)
(setq eglot-sync-connect 30 eglot-confirm-server-initiated-edits nil)

(defun wait-until (done)
  (let ((tries 0))
    (while (and (not (funcall done)) (< tries 300))
      (flymake-start)
      (accept-process-output nil 0.1)
      (setq tries (1+ tries)))))

(find-file "report.txt")
(text-mode)
(eglot '(text-mode) (cons 'transient default-directory) 'eglot-lsp-server
       (list (getenv "PYTHON") "-m" "disclint" "lsp" "--delay" "20") "plaintext")
(flymake-mode 1)
(wait-until (lambda () (flymake-diagnostics)))
(let* ((one (car (flymake-diagnostics)))
       (at (flymake-diagnostic-beg one))
       (message (flymake-diagnostic-text one))
       (line (line-number-at-pos at))
       (before (progn (goto-char at)
                      (buffer-substring-no-properties (line-beginning-position) at)))
       (actions (jsonrpc-request
                 (eglot-current-server) :textDocument/codeAction
                 (list :textDocument (eglot--TextDocumentIdentifier)
                       :range (list :start (eglot--pos-to-lsp-position at)
                                    :end (eglot--pos-to-lsp-position at))
                       :context (list :diagnostics [] :only ["quickfix"])))))
  (eglot--apply-workspace-edit (plist-get (aref actions 0) :edit))
  (eglot--signal-textDocument/didChange)
  (wait-until (lambda () (null (flymake-diagnostics))))
  (let ((found (list :message message :line line :before before :text (buffer-string)
                     :left (length (flymake-diagnostics)))))
    (with-temp-file (getenv "FOUND") (insert (json-encode found)))))
(set-buffer-modified-p nil)
(kill-emacs 0)
"""
_TEXT = "青禾县𠮷\n\n一、总体情况\n\n全年共𠮷公开 (部分）信息12条。\n"


@pytest.fixture
def told(tmp_path: Path) -> dict[str, Any]:
    """Return what the script above has met in Emacs."""
    if _EMACS is None or not _has_eglot(_EMACS):
        pytest.skip("Emacs with eglot is not installed (Debian: emacs-nox, elpa-eglot)")
    (tmp_path / "report.txt").write_text(_TEXT, encoding="utf-8")
    (tmp_path / "disclint.toml").write_text('select = ["DIS703"]\n')
    (tmp_path / "script.el").write_text(_SCRIPT, encoding="utf-8")
    found = tmp_path / "found.json"
    variables = {"FOUND": str(found), "PYTHON": sys.executable, "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [_EMACS, "--batch", "-l", "script.el"],
        cwd=tmp_path,
        env={**os.environ, **variables, "HOME": str(tmp_path)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=100,
        check=False,
    )
    assert found.exists(), done.stderr.decode()
    met: dict[str, Any] = json.loads(found.read_text(encoding="utf-8"))
    return met


def _has_eglot(emacs: str) -> bool:
    asked = [emacs, "--batch", "--eval", '(kill-emacs (if (locate-library "eglot") 0 1))']
    done = subprocess.run(asked, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    return done.returncode == 0


def test_eglot_shows_a_finding_after_chinese_at_its_place_and_applies_the_fix(
    told: dict[str, Any],
) -> None:
    assert "DIS703" in told["message"]
    assert (told["line"], told["before"]) == (5, "全年共𠮷公开 ")
    assert told["text"].splitlines()[4] == "全年共𠮷公开 （部分）信息12条。"
    assert told["left"] == 0
