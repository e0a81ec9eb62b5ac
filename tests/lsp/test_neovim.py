"""Neovim's own client, without any plugin, at the other end."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

_NEOVIM = shutil.which("nvim")
_SCRIPT = """
local log = {}
local function write()
  vim.fn.writefile({ vim.fn.json_encode(log) }, vim.env.FOUND)
end
local ok, mistake = pcall(function()
  vim.cmd("edit report.md")
  local client = vim.lsp.start_client({
    name = "disclint",
    cmd = { vim.env.PYTHON, "-m", "disclint", "lsp", "--delay", "20" },
    root_dir = vim.fn.getcwd(),
  })
  vim.lsp.buf_attach_client(0, client)
  vim.wait(30000, function() return #vim.diagnostic.get(0) > 0 end, 50)
  log.found = vim.diagnostic.get(0)
  local line = vim.fn.getline(log.found[1].lnum + 1)
  log.before = string.sub(line, 1, log.found[1].col)
  local at = { line = log.found[1].lnum, character = 0 }
  local answers = vim.lsp.buf_request_sync(0, "textDocument/codeAction", {
    textDocument = vim.lsp.util.make_text_document_params(),
    range = { start = at, ["end"] = { line = at.line + 1, character = 0 } },
    context = { diagnostics = {}, only = { "quickfix" } },
  }, 30000)
  for _, action in ipairs(answers[client].result) do
    if action.isPreferred then
      vim.lsp.util.apply_workspace_edit(action.edit, "utf-16")
      break
    end
  end
  vim.wait(30000, function() return #vim.diagnostic.get(0) == 0 end, 50)
  log.left = #vim.diagnostic.get(0)
  log.text = vim.api.nvim_buf_get_lines(0, 0, -1, false)
  vim.lsp.stop_client(client)
end)
log.mistake = not ok and tostring(mistake) or ""
write()
vim.cmd("qall!")
"""
_TEXT = "青禾县𠮷\n\n一、总体情况\n\n全年共𠮷公开 (部分）信息12条。\n"


@pytest.fixture
def told(tmp_path: Path) -> dict[str, Any]:
    """Return what the script above has met in Neovim."""
    if _NEOVIM is None:
        pytest.skip("Neovim is not installed (Debian: neovim)")
    (tmp_path / "report.md").write_text(_TEXT, encoding="utf-8")
    (tmp_path / "disclint.toml").write_text('select = ["DIS703"]\n')
    (tmp_path / "script.lua").write_text(_SCRIPT, encoding="utf-8")
    found = tmp_path / "found.json"
    environment = {
        **os.environ,
        "FOUND": str(found),
        "PYTHON": sys.executable,
        "LC_ALL": "C.UTF-8",
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
    }
    subprocess.run(
        [_NEOVIM, "--headless", "-u", "NONE", "-n", "-c", "luafile script.lua"],
        cwd=tmp_path,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=100,
        check=False,
    )
    met: dict[str, Any] = json.loads(found.read_text(encoding="utf-8"))
    assert met["mistake"] == ""
    return met


def test_neovim_shows_a_finding_after_chinese_at_its_place_and_applies_the_fix(
    told: dict[str, Any],
) -> None:
    (one,) = told["found"]
    assert (one["code"], one["source"], one["lnum"]) == ("DIS703", "disclint", 4)
    assert told["before"] == "全年共𠮷公开 "
    assert told["left"] == 0
    assert told["text"][4] == "全年共𠮷公开 （部分）信息12条。"
