"""The reports of a whole workspace, those that are not open as they stand on disk."""

import os
from functools import partial

from attrs import frozen
from lsprotocol import types as lsp
from pygls.uris import from_fs_path, to_fs_path

from disclint.files import find_files
from disclint.lsp.documents import Look, look_at, open_document
from disclint.lsp.server import Server
from disclint.lsp.telling import Telling

Report = lsp.WorkspaceFullDocumentDiagnosticReport | lsp.WorkspaceUnchangedDocumentDiagnosticReport


@frozen
class _File:
    """A report that may be looked at, and the folder of the workspace that it is in."""

    path: str
    root: str


async def report_workspace(
    server: Server, params: lsp.WorkspaceDiagnosticParams
) -> lsp.WorkspaceDiagnosticReport:
    """Return what is wrong with each report, file by file, so that who types waits for one only."""
    known = {one.uri: one.value for one in params.previous_result_ids}
    open_uris = {to_fs_path(uri): uri for uri in server.documents}
    found: list[Report] = []
    for root in server.folders:
        for file in await server.work(partial(_files, server, root)) or ():
            uri = open_uris.get(file.path) or from_fs_path(file.path)
            if uri and (told := await _report(server, file, uri, known.get(uri))):
                found.append(told)
    return lsp.WorkspaceDiagnosticReport(found)


def _files(server: Server, root: str) -> list[_File]:
    linter = server.projects.of(os.path.join(root, "_"), root).linter  # noqa: PTH118
    met = find_files(root, linter.suffixes, linter.config.exclusion)
    return [_File(one, root) for one in met if isinstance(one, str)]


async def _report(server: Server, file: _File, uri: str, known: str | None) -> Report | None:
    """Return what is to be said of one file, or that it is as it was known."""
    state = server.state(uri)
    if state:
        version, name = state.version, f"{state.version}.{state.generation}"
    else:
        version, name = None, _name(file, server.generation)
    if name == known:
        return lsp.WorkspaceUnchangedDocumentDiagnosticReport(uri, name, version)
    look = await (server.look(uri) if state else server.work(partial(_look, server, file)))
    if look is None:
        return None
    items = Telling(uri, look, server.client.encoding).diagnostics()
    return lsp.WorkspaceFullDocumentDiagnosticReport(uri, items, version, result_id=name)


def _look(server: Server, file: _File) -> Look | None:
    project = server.projects.of(file.path, file.root)
    document = open_document(project, file.path)
    return look_at(document) if document else None


def _name(file: _File, generation: int) -> str:
    """Return what names the state of a file on disk."""
    try:
        state = os.stat(file.path)  # noqa: PTH116 - each file, each time
    except OSError:
        return ""
    return f"{state.st_mtime_ns}.{state.st_size}.{generation}"
