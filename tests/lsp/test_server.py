"""The server as an editor meets it: a process, and what goes over its standard streams."""

import asyncio
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import chain
from pathlib import Path

import pytest
from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException

from tests.cli.running import run as run_program
from tests.lsp.session import UTF16, applied, capabilities, editing, run
from tests.plugging import install

_SAMPLE = Path(__file__).parents[2] / "docs" / "samples" / "qinghe-2021.txt"
_TABLE = """\
一、总体情况
{prose}

| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
|---|---|---|---|
| 行政许可 | 12 | +3 | {figure} |
| 其他对外管理服务事项 | 8 | +1 | 15 |
"""
_GOOD = _TABLE.format(prose="全年工作平稳。", figure="13185")
_BAD = _TABLE.format(prose="全年工作平稳。", figure="13,185")
_TWO = _TABLE.format(prose="（一)主动公开。全年主动公开政府信息125条。", figure="13,185")
_REPORT = _SAMPLE.read_text(encoding="utf-8")
_LINE = 101
_WRONG = "\n".join(
    ("\t9" if number == _LINE else line) for number, line in enumerate(_REPORT.split("\n"))
)
"""A figure that two relations say is 2."""


def _codes(found: list[lsp.Diagnostic]) -> list[int | str | None]:
    return [one.code for one in found]


def _has(code: str) -> Callable[[list[lsp.Diagnostic]], bool]:
    return lambda found: code in _codes(found)


def _edits(action: lsp.CodeAction) -> list[lsp.TextEdit]:
    assert action.edit
    changes = chain.from_iterable((action.edit.changes or {}).values())
    parts = [one for one in action.edit.document_changes or () if hasattr(one, "edits")]
    return [*changes, *chain.from_iterable(part.edits for part in parts)]


def test_what_is_wrong_comes_and_goes_with_the_text(tmp_path: Path) -> None:
    async def session() -> None:
        async with editing(tmp_path, capabilities(UTF16)) as editor:
            editor.open("report.md", _GOOD)
            assert "DIS208" not in _codes(await editor.found("report.md"))
            editor.change("report.md", _BAD)
            await editor.found("report.md", _has("DIS208"))
            assert editor.versions[-1] == 2
            editor.change("report.md", _GOOD, 3)
            await editor.found("report.md", lambda found: "DIS208" not in _codes(found))

    run(session())


def test_a_document_is_told_what_the_program_says_of_its_file(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(_WRONG, encoding="utf-8")
    printed = run_program("report.txt", cwd=tmp_path).out.splitlines()

    async def session() -> None:
        async with editing(tmp_path, capabilities(UTF16)) as editor:
            editor.open("report.txt", _WRONG)
            found = await editor.found("report.txt", bool)
            assert len(found) == len(printed)
            for one, line in zip(found, printed, strict=True):
                start = one.range.start
                place = f"report.txt:{start.line + 1}:{start.character + 1}: "
                assert line.startswith(place)
                assert one.message in line

    run(session())


@pytest.mark.parametrize(
    ("encoding", "column"),
    [
        (lsp.PositionEncodingKind.Utf8, 30),
        (lsp.PositionEncodingKind.Utf16, 12),
        (lsp.PositionEncodingKind.Utf32, 10),
    ],
)
def test_columns_after_wide_and_astral_characters_are_in_the_units_agreed_upon(
    encoding: lsp.PositionEncodingKind, column: int, tmp_path: Path
) -> None:
    text = "一、总体情况\n𠮷𠮷今年公开信息共 (部分）12条。\n"

    async def session() -> None:
        async with editing(tmp_path, capabilities(encoding)) as editor:
            assert editor.answer
            assert editor.answer.capabilities.position_encoding == encoding
            editor.open("report.txt", text)
            found = await editor.found("report.txt", _has("DIS703"))
            start = next(one.range.start for one in found if one.code == "DIS703")
            assert (start.line, start.character) == (1, column)

    run(session())


def test_a_fix_that_is_applied_takes_the_finding_away(tmp_path: Path) -> None:
    async def session() -> None:
        async with editing(tmp_path, capabilities(UTF16)) as editor:
            editor.open("report.md", _BAD)
            found = await editor.found("report.md", _has("DIS208"))
            (at,) = (one.range for one in found if one.code == "DIS208")
            actions = await editor.actions("report.md", at, ["quickfix"])
            (fix,) = (one for one in actions if "13185" in one.title)
            assert fix.is_preferred
            mended = applied(_BAD, _edits(fix))
            assert mended == _GOOD
            editor.change("report.md", mended)
            await editor.found("report.md", lambda found: "DIS208" not in _codes(found))

    run(session())


def test_all_that_is_safe_is_fixed_by_one_action(tmp_path: Path) -> None:
    async def session() -> None:
        async with editing(tmp_path, capabilities(UTF16)) as editor:
            editor.open("report.md", _TWO)
            await editor.found("report.md", _has("DIS703"))
            start = lsp.Range(lsp.Position(0, 0), lsp.Position(0, 0))
            (every,) = await editor.actions("report.md", start, ["source.fixAll"])
            mended = applied(_TWO, _edits(every))
            assert "13185" in mended
            assert "（一）" in mended
            editor.change("report.md", mended)
            gone = {"DIS703", "DIS208"}
            await editor.found("report.md", lambda found: not gone & set(_codes(found)))

    run(session())


def test_a_figure_under_the_pointer_is_told_with_its_relations(tmp_path: Path) -> None:
    async def session() -> None:
        async with editing(tmp_path, capabilities(UTF16), "--lang", "zh") as editor:
            editor.open("report.txt", _WRONG)
            told = await editor.hover("report.txt", _LINE, 1)
            assert "requests-2021.partly-disclosed.person" in told
            assert "读作 9" in told
            assert "**不成立**：`row-total`" in told
            assert await editor.hover("report.txt", 0, 0) == ""
            editor.change("report.txt", _REPORT)
            assert "- 成立：`row-total`" in await editor.hover("report.txt", _LINE, 1)

    run(session())


def test_the_outline_has_sections_tables_and_rows_each_within_the_other(tmp_path: Path) -> None:
    async def session() -> None:
        async with editing(tmp_path, capabilities(UTF16)) as editor:
            editor.open("report.txt", _REPORT)
            sections = await editor.outline("report.txt")
            assert len(sections) == 6
            (table,) = sections[2].children or ()
            assert table.detail == "requests-2021"
            assert sections[2].range.start <= table.range.start
            assert table.range.end <= sections[2].range.end
            rows = table.children or ()
            assert "requests-2021.partly-disclosed" in [row.detail for row in rows]
            assert all(row.range.end <= table.range.end for row in rows)

    run(session())


def test_a_finding_links_to_the_page_of_its_rule(tmp_path: Path) -> None:
    (tmp_path / "disclint.toml").write_text('rule-pages = "https://rules.example/{code}"\n')

    async def session() -> None:
        async with editing(tmp_path, capabilities(UTF16)) as editor:
            editor.open("report.md", _BAD)
            found = await editor.found("report.md", _has("DIS208"))
            (one,) = (one for one in found if one.code == "DIS208")
            assert one.code_description
            assert one.code_description.href == "https://rules.example/DIS208"
            assert one.data == {"name": "number-format", "fix": "safe"}

    run(session())


@pytest.mark.parametrize("watches", [True, False])
def test_a_configuration_that_changes_is_read_again(watches: bool, tmp_path: Path) -> None:  # noqa: FBT001
    async def session() -> None:
        async with editing(tmp_path, capabilities(UTF16, watches=watches)) as editor:
            configuration = tmp_path / "disclint.toml"
            editor.open("report.md", _BAD)
            await editor.found("report.md", _has("DIS208"))
            configuration.write_text('ignore = ["DIS208"]\n')
            if watches:
                editor.watched("disclint.toml")
            await editor.found("report.md", lambda found: "DIS208" not in _codes(found))
            configuration.unlink()
            if watches:
                editor.watched("disclint.toml")
            await editor.found("report.md", _has("DIS208"))
            count = len(editor.versions)
            await asyncio.sleep(2.5)  # twice as long as it takes to look once more
            assert len(editor.versions) == count

    run(session())


def test_a_wrong_configuration_is_told_once_and_the_server_goes_on(tmp_path: Path) -> None:
    configuration = tmp_path / "disclint.toml"
    configuration.write_text("ignroe = []\n")

    async def session() -> None:
        async with editing(tmp_path, capabilities(UTF16, watches=True)) as editor:
            editor.open("report.md", _BAD)
            await editor.wait(lambda: bool(editor.messages))
            assert await editor.found("report.md") == []
            for version in (2, 3):
                editor.change("report.md", _BAD, version)
                await editor.wait(lambda: version in editor.versions)  # noqa: B023
            assert len(editor.messages) == 1
            assert "ignroe" in editor.messages[0]
            configuration.write_text("")
            editor.watched("disclint.toml")
            await editor.found("report.md", _has("DIS208"))

    run(session())


def test_a_suppression_is_written_beside_the_configuration_and_asks_for_its_reason(
    tmp_path: Path,
) -> None:
    (tmp_path / "disclint.toml").write_text("")
    (tmp_path / "2021").mkdir()
    (tmp_path / "2021" / "report.md").write_text(_BAD, encoding="utf-8")
    suppressions = tmp_path / "disclint-suppressions.toml"

    async def session() -> None:
        async with editing(tmp_path, capabilities(UTF16, watches=True)) as editor:
            editor.open("2021/report.md", _BAD)
            found = await editor.found("2021/report.md", _has("DIS208"))
            (at,) = (one.range for one in found if one.code == "DIS208")
            actions = await editor.actions("2021/report.md", at)
            (action,) = (one for one in actions if one.title.startswith("DIS208: suppress"))
            assert action.edit
            made, changed = action.edit.document_changes or ()
            assert isinstance(made, lsp.CreateFile)
            assert isinstance(changed, lsp.TextDocumentEdit)
            assert made.uri == changed.text_document.uri == suppressions.as_uri()
            suppressions.write_text(applied("", _edits(action)), encoding="utf-8")
            editor.watched("disclint-suppressions.toml")
            await editor.found("2021/report.md", lambda found: "DIS208" not in _codes(found))

    run(session())
    out = run_program("2021/report.md", cwd=tmp_path).out
    assert "DIS208 number" not in out
    assert "disclint-suppressions.toml:1:1: " in out
    assert 'DIS008 the reason to suppress DIS208 still reads "TODO"' in out.replace("warning ", "")


def test_a_client_that_asks_is_answered_and_sent_nothing(tmp_path: Path) -> None:
    async def session() -> None:
        async with editing(tmp_path, capabilities(UTF16, pulls=True)) as editor:
            editor.open("report.md", _BAD)
            document = lsp.TextDocumentIdentifier(editor.uri("report.md"))
            ask = editor.client.text_document_diagnostic_async
            full = await ask(lsp.DocumentDiagnosticParams(document))
            assert isinstance(full, lsp.RelatedFullDocumentDiagnosticReport)
            assert "DIS208" in _codes(list(full.items))
            again = await ask(
                lsp.DocumentDiagnosticParams(document, previous_result_id=full.result_id)
            )
            assert isinstance(again, lsp.RelatedUnchangedDocumentDiagnosticReport)
            assert editor.published == {}

    run(session())


def test_a_workspace_is_looked_at_as_its_files_stand_on_disk(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes(_WRONG.encode("gb18030"))
    (tmp_path / "open.md").write_text(_GOOD, encoding="utf-8")
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.4\0")

    async def session() -> None:
        async with editing(tmp_path, capabilities(UTF16, pulls=True)) as editor:
            editor.open("open.md", _BAD)
            ask = editor.client.workspace_diagnostic_async
            told = await ask(lsp.WorkspaceDiagnosticParams([]))
            reports = {one.uri: one for one in told.items}
            assert set(reports) == {editor.uri("old.txt"), editor.uri("open.md")}
            old, opened = reports[editor.uri("old.txt")], reports[editor.uri("open.md")]
            assert isinstance(old, lsp.WorkspaceFullDocumentDiagnosticReport)
            assert isinstance(opened, lsp.WorkspaceFullDocumentDiagnosticReport)
            assert _codes(list(old.items)) == ["DIS406"]
            assert old.items[0].range.start == lsp.Position(_LINE, 1)
            assert "DIS208" in _codes(list(opened.items))
            known = [lsp.PreviousResultId(one.uri, one.result_id or "") for one in reports.values()]
            again = await ask(lsp.WorkspaceDiagnosticParams(known))
            assert {one.kind for one in again.items} == {"unchanged"}

    run(session())


def test_a_text_that_changes_all_the_time_ends_as_its_last_state(tmp_path: Path) -> None:
    async def session() -> None:
        async with editing(tmp_path, capabilities(UTF16)) as editor:
            editor.open("report.md", _GOOD)
            for version in range(2, 40):
                editor.change("report.md", _BAD if version % 2 else _GOOD, version)
            await editor.wait(lambda: 39 in editor.versions)
            assert "DIS208" in _codes(editor.published[editor.uri("report.md")])
            assert len(editor.versions) < 20

    run(session())


def test_what_is_excluded_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "disclint.toml").write_text('exclude = ["drafts/"]\n')
    (tmp_path / "drafts").mkdir()

    async def session() -> None:
        async with editing(tmp_path, capabilities(UTF16)) as editor:
            editor.open("drafts/report.md", _BAD)
            assert await editor.found("drafts/report.md") == []

    run(session())


def test_what_a_plugin_prints_or_raises_ends_nothing(tmp_path: Path) -> None:
    plugins = tmp_path / "plugins"
    install(plugins, "PA", body='print("a plugin that talks")\n')
    install(plugins, "PB", body='raise ValueError("a plugin that fails")\n')
    (tmp_path / "disclint.toml").write_text('select = ["PA", "PB"]\n')

    async def session() -> None:
        able = capabilities(UTF16, watches=True)
        async with editing(tmp_path, able, PYTHONPATH=str(plugins)) as editor:
            editor.open("report.md", _BAD)
            await editor.wait(lambda: bool(editor.messages))
            assert "a plugin that fails" in editor.messages[0]
            (tmp_path / "disclint.toml").write_text('select = ["PA", "DIS208"]\n')
            editor.watched("disclint.toml")
            found = await editor.found("report.md", _has("DIS208"))
            assert "PA101" in _codes(found) or len(found) > 1

    run(session())


def test_without_the_library_one_line_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "pygls.py").write_text("raise ModuleNotFoundError(name='pygls')\n")
    done = run_program("lsp", PYTHONPATH=str(tmp_path))
    assert (done.status, done.out) == (2, "")
    assert done.err == "disclint: lsp needs a library: pip install 'disclint[lsp]'\n"


def test_a_page_is_told_at_its_own_places_and_explained_there(tmp_path: Path) -> None:
    cells = "".join(f"<td>{one}</td>" for one in ("行政许可", "12", "+3", "13,185"))
    heads = ("信息内容", "上一年项目数量", "本年增/减", "处理决定数量")
    head = "".join(f"<td>{one}</td>" for one in heads)
    other = "".join(f"<td>{one}</td>" for one in ("其他对外管理服务事项", "8", "+1", "15"))
    row = f"<p>𠮷</p><tr>{cells}</tr>"
    page = f"<h2>一、总体情况</h2>\n<table><tr>{head}</tr>\n{row}\n<tr>{other}</tr></table>\n"

    async def session() -> None:
        async with editing(tmp_path, capabilities(UTF16)) as editor:
            editor.open("report.html", page)
            found = await editor.found("report.html", _has("DIS208"))
            (one,) = (one for one in found if one.code == "DIS208")
            column = row.index("13,185") + 1  # what stands beyond the plane counts twice
            assert one.range.start == lsp.Position(2, column)
            assert "13,185" in page.split("\n")[2][column - 1 :]
            told = await editor.hover("report.html", 2, column + 1)
            assert "13185" in told
            titles = [action.title for action in await editor.actions("report.html", one.range)]
            assert len(titles) == 1
            assert titles[0].startswith("DIS208: suppress")

    run(session())


def test_a_fix_leaves_line_ends_as_they_are(tmp_path: Path) -> None:
    bad, good = _BAD.replace("\n", "\r\n"), _GOOD.replace("\n", "\r\n")

    async def session() -> None:
        async with editing(tmp_path, capabilities(UTF16)) as editor:
            editor.open("report.md", bad)
            await editor.found("report.md", _has("DIS208"))
            start = lsp.Range(lsp.Position(0, 0), lsp.Position(0, 0))
            (every,) = await editor.actions("report.md", start, ["source.fixAll.disclint"])
            assert applied(bad, _edits(every)) == good

    run(session())


def test_a_text_that_is_not_saved_is_linted_as_well(tmp_path: Path) -> None:
    async def session() -> None:
        async with editing(tmp_path, capabilities(UTF16)) as editor:
            document = lsp.TextDocumentItem("untitled:Untitled-1", "markdown", 1, _BAD)
            editor.client.text_document_did_open(lsp.DidOpenTextDocumentParams(document))
            await editor.wait(lambda: document.uri in editor.published)
            assert "DIS208" in _codes(editor.published[document.uri])

    run(session())


def test_what_is_closed_is_said_no_more(tmp_path: Path) -> None:
    async def session() -> None:
        async with editing(tmp_path, capabilities(UTF16)) as editor:
            editor.open("report.md", _BAD)
            await editor.found("report.md", bool)
            document = lsp.TextDocumentIdentifier(editor.uri("report.md"))
            editor.client.text_document_did_close(lsp.DidCloseTextDocumentParams(document))
            assert await editor.found("report.md", lambda found: not found) == []

    run(session())


def test_no_other_command_waits_for_the_library() -> None:
    script = (
        "import sys\n"
        "from disclint.cli import main\n"
        "main([sys.argv[1]])\n"
        "print(*{'pygls', 'lsprotocol', 'cattrs'} & set(sys.modules))\n"
    )
    command = [sys.executable, "-c", script, str(_SAMPLE)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert done.stdout.strip() == ""


_SLOW = """
import time

look = See.look


def look_slowly(self, report):
    time.sleep(1.5)
    yield from look(self, report)


See.look = look_slowly
"""


def test_who_types_on_waits_for_nothing_and_a_stale_result_is_dropped(tmp_path: Path) -> None:
    install(tmp_path / "plugins", "PA", body=_SLOW)
    (tmp_path / "disclint.toml").write_text('select = ["PA"]\n')

    async def session() -> None:
        variables = {"PYTHONPATH": str(tmp_path / "plugins")}
        async with editing(tmp_path, capabilities(UTF16), **variables) as editor:
            editor.open("report.md", _BAD)
            await asyncio.sleep(1)  # by now it is being looked at
            begun = time.monotonic()
            assert await editor.hover("another.md", 0, 0) == ""
            assert time.monotonic() - begun < 1
            editor.change("report.md", _GOOD)
            await editor.found("report.md")
            assert editor.versions == [2]

    run(session())


def test_who_has_asked_for_a_text_that_is_another_by_now_is_told_to_ask_again(
    tmp_path: Path,
) -> None:
    install(tmp_path / "plugins", "PA", body=_SLOW)
    (tmp_path / "disclint.toml").write_text('select = ["PA", "DIS208"]\n')

    async def session() -> None:
        variables = {"PYTHONPATH": str(tmp_path / "plugins")}
        async with editing(tmp_path, capabilities(UTF16, pulls=True), **variables) as editor:
            editor.open("report.md", _BAD)
            document = lsp.TextDocumentIdentifier(editor.uri("report.md"))
            params = lsp.DocumentDiagnosticParams(document)
            asked = asyncio.ensure_future(editor.client.text_document_diagnostic_async(params))
            await asyncio.sleep(1)
            editor.change("report.md", _GOOD)
            with pytest.raises(JsonRpcException) as refused:
                await asked
            assert refused.value.code == lsp.LSPErrorCodes.ServerCancelled
            answer = await editor.client.text_document_diagnostic_async(params)
            assert isinstance(answer, lsp.RelatedFullDocumentDiagnosticReport)
            assert "DIS208" not in _codes(list(answer.items))
            assert editor.messages == []

    run(session())


def test_the_server_ends_when_its_editor_is_gone(tmp_path: Path) -> None:
    done = run_program("lsp", cwd=tmp_path)
    assert (done.status, done.out, done.err) == (0, "", "")
