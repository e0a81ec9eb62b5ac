"""Vim and Neovim, run as they are, with the compiler file of docs/editors.md."""

import json
from pathlib import Path
from textwrap import dedent

import pytest

from tests.editors.draft import FOUND, assert_stands, write_draft
from tests.editors.programs import call, need, write_file

JUMP = dedent("""\
    let g:cursors = []
    let g:errors = filter(getqflist(), 'v:val.valid')
    for number in range(1, len(g:errors))
      execute 'cc' number
      call add(g:cursors, [line('.'), strpart(getline('.'), col('.') - 1)])
    endfor
    call writefile([json_encode(g:cursors)], 'cursors.json')
    call writefile([json_encode(map(g:errors, 'v:val.text'))], 'messages.json')
    quitall!
    """)
"""What goes to each entry of the quickfix list and takes down where the cursor stands."""

EDITORS = {"vim": ["-N", "-i", "NONE", "-es"], "nvim": ["-i", "NONE", "--headless"]}
PACKAGES = {"vim": "vim", "nvim": "neovim"}


def make(editor: str, report: Path, folder: Path, *commands: str) -> list[tuple[int, str]]:
    """Run `:make` on a report in an editor that has the compiler file; return where it leads."""
    program = need(editor, PACKAGES[editor])
    write_file("compiler/disclint.vim", folder / "runtime")
    (folder / "jump.vim").write_text(JUMP, encoding="utf-8")
    (folder / "vimrc").write_text(f"set nocompatible hidden rtp^={folder}/runtime\n")
    settings = "set fileencodings=ucs-bom,utf-8,gb18030 encoding=utf-8"
    steps = [settings, "edit " + str(report).replace(" ", "\\ "), "compiler disclint", *commands]
    call(
        program,
        *EDITORS[editor],
        "-u",
        folder / "vimrc",
        *(part for step in [*steps, "silent make!", "source jump.vim"] for part in ("-c", step)),
        cwd=folder,
        statuses=(0, 1),
    )
    found = json.loads((folder / "cursors.json").read_text(encoding="utf-8"))
    return [(line, text) for line, text in found]


@pytest.mark.parametrize("editor", EDITORS)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_make_takes_the_cursor_to_each_slip(editor: str, encoding: str, tmp_path: Path) -> None:
    report = write_draft(tmp_path, encoding)
    assert_stands(make(editor, report, tmp_path))
    messages = json.loads((tmp_path / "messages.json").read_text(encoding="utf-8"))
    assert messages[0].startswith('DIS110 "XX件" ')
    assert len(messages) == len(FOUND)


@pytest.mark.parametrize("editor", EDITORS)
def test_it_is_the_column_unit_that_takes_it_there(editor: str, tmp_path: Path) -> None:
    report = write_draft(tmp_path)
    wrong = r"let &l:makeprg = substitute(&makeprg, 'unit byte', 'unit char', '')"
    cursors = make(editor, report, tmp_path, wrong)
    assert cursors[0][0] == FOUND[0][0]
    assert not cursors[0][1].startswith(FOUND[0][1])
