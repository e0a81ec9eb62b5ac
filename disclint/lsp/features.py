"""What a client may ask of the server, or tell it."""

import asyncio
from collections.abc import Callable
from typing import Any

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException

from disclint.lsp.actions import KINDS, Actions
from disclint.lsp.hovering import hover
from disclint.lsp.projects import Projects
from disclint.lsp.server import Server
from disclint.lsp.symbols import outline
from disclint.lsp.watching import watch
from disclint.lsp.workspace import report_workspace


def make_server(projects: Projects, delay: float) -> Server:
    """Return a server that answers all that is below."""
    server = Server(projects, delay)
    for name, options, answer in _FEATURES:
        server.feature(name, options)(answer)
    return server


async def _initialized(ls: Server, _params: lsp.InitializedParams) -> None:
    await watch(ls)


def _opened(ls: Server, params: lsp.DidOpenTextDocumentParams) -> None:
    ls.push_soon(params.text_document.uri, at_once=True)


def _changed(ls: Server, params: lsp.DidChangeTextDocumentParams) -> None:
    ls.push_soon(params.text_document.uri)


def _closed(ls: Server, params: lsp.DidCloseTextDocumentParams) -> None:
    ls.forget(params.text_document.uri)


def _files_changed(ls: Server, _params: lsp.DidChangeWatchedFilesParams) -> None:
    ls.projects.forget()
    ls.refresh()


async def _diagnose(
    ls: Server, params: lsp.DocumentDiagnosticParams
) -> lsp.RelatedFullDocumentDiagnosticReport | lsp.RelatedUnchangedDocumentDiagnosticReport:
    uri = params.text_document.uri
    state = ls.state(uri)
    name = f"{state.version}.{state.generation}" if state else None
    if name and name == params.previous_result_id:
        return lsp.RelatedUnchangedDocumentDiagnosticReport(name)
    try:
        telling = await ls.telling(uri)
    except asyncio.CancelledError:
        if state == ls.state(uri):
            raise  # the client does not want it any more
        telling = None
    if state != ls.state(uri):
        message = "the text is another by now"
        again = lsp.DiagnosticServerCancellationData(retrigger_request=True)
        raise JsonRpcException(message, lsp.LSPErrorCodes.ServerCancelled.value, again)
    found = telling.diagnostics() if telling else []
    return lsp.RelatedFullDocumentDiagnosticReport(found, result_id=name)


async def _diagnose_all(
    ls: Server, params: lsp.WorkspaceDiagnosticParams
) -> lsp.WorkspaceDiagnosticReport:
    return await report_workspace(ls, params)


async def _hover(ls: Server, params: lsp.HoverParams) -> lsp.Hover | None:
    telling = await ls.telling(params.text_document.uri)
    return await ls.work(lambda: hover(telling, params.position)) if telling else None


async def _act(ls: Server, params: lsp.CodeActionParams) -> list[lsp.CodeAction] | None:
    uri = params.text_document.uri
    state, telling = ls.state(uri), await ls.telling(uri)
    if state is None or telling is None:
        return None
    actions = Actions(telling, ls.client, state.version)
    return await ls.work(lambda: actions.at(params.range, params.context.only))


async def _outline(ls: Server, params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol] | None:
    telling = await ls.telling(params.text_document.uri)
    return await ls.work(lambda: outline(telling)) if telling else None


_FEATURES: tuple[tuple[str, Any, Callable[..., Any]], ...] = (
    (lsp.INITIALIZED, None, _initialized),
    (lsp.TEXT_DOCUMENT_DID_OPEN, None, _opened),
    (lsp.TEXT_DOCUMENT_DID_CHANGE, None, _changed),
    (lsp.TEXT_DOCUMENT_DID_CLOSE, None, _closed),
    (lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, None, _files_changed),
    (
        lsp.TEXT_DOCUMENT_DIAGNOSTIC,
        lsp.DiagnosticOptions(inter_file_dependencies=False, workspace_diagnostics=True),
        _diagnose,
    ),
    (lsp.WORKSPACE_DIAGNOSTIC, None, _diagnose_all),
    (lsp.TEXT_DOCUMENT_HOVER, None, _hover),
    (lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions(KINDS), _act),
    (lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL, None, _outline),
)
