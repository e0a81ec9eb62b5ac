"""`disclint lsp` as an editor runs it: a process, with pygls' own client at the other end."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from attrs import define, field
from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

_PATIENCE = 30
UTF16 = lsp.PositionEncodingKind.Utf16


@define
class Session:
    """An editor, and what the server has told it."""

    client: LanguageClient
    folder: Path
    answer: lsp.InitializeResult | None = None
    published: dict[str, list[lsp.Diagnostic]] = field(factory=dict)
    versions: list[int | None] = field(factory=list)
    messages: list[str] = field(factory=list)
    _changed: asyncio.Condition = field(factory=asyncio.Condition)

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def open(self, name: str, text: str) -> None:
        document = lsp.TextDocumentItem(self.uri(name), "plaintext", 1, text)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(document))

    def change(self, name: str, text: str, version: int = 2) -> None:
        document = lsp.VersionedTextDocumentIdentifier(version, self.uri(name))
        whole = [lsp.TextDocumentContentChangeWholeDocument(text)]
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(document, whole))

    def watched(self, name: str) -> None:
        event = lsp.FileEvent(self.uri(name), lsp.FileChangeType.Changed)
        told = lsp.DidChangeWatchedFilesParams([event])
        self.client.workspace_did_change_watched_files(told)

    async def found(
        self, name: str, until: Callable[[list[lsp.Diagnostic]], bool] = lambda _: True
    ) -> list[lsp.Diagnostic]:
        """Return what is said of a document once it is as is waited for."""
        uri = self.uri(name)
        await self.wait(lambda: uri in self.published and until(self.published[uri]))
        return self.published[uri]

    async def wait(self, until: Callable[[], bool]) -> None:
        async with self._changed, asyncio.timeout(_PATIENCE):
            await self._changed.wait_for(until)

    async def actions(
        self, name: str, at: lsp.Range, only: list[str] | None = None
    ) -> list[lsp.CodeAction]:
        params = lsp.CodeActionParams(
            lsp.TextDocumentIdentifier(self.uri(name)), at, lsp.CodeActionContext([], only)
        )
        found = await self.client.text_document_code_action_async(params)
        return [one for one in found or () if isinstance(one, lsp.CodeAction)]

    async def hover(self, name: str, line: int, character: int) -> str:
        document = lsp.TextDocumentIdentifier(self.uri(name))
        params = lsp.HoverParams(document, lsp.Position(line, character))
        found = await self.client.text_document_hover_async(params)
        if found is None:
            return ""
        assert isinstance(found.contents, lsp.MarkupContent)
        return found.contents.value

    async def outline(self, name: str) -> list[lsp.DocumentSymbol]:
        params = lsp.DocumentSymbolParams(lsp.TextDocumentIdentifier(self.uri(name)))
        found = await self.client.text_document_document_symbol_async(params)
        return [one for one in found or () if isinstance(one, lsp.DocumentSymbol)]

    async def tell(self, take: Callable[[], None]) -> None:
        async with self._changed:
            take()
            self._changed.notify_all()


def told_of(session: Session) -> None:
    """Take down what the server says unasked."""

    async def published(params: lsp.PublishDiagnosticsParams) -> None:
        def take() -> None:
            session.published[params.uri] = list(params.diagnostics)
            session.versions.append(params.version)

        await session.tell(take)

    async def message(params: lsp.ShowMessageParams) -> None:
        await session.tell(lambda: session.messages.append(params.message))

    def register(_params: lsp.RegistrationParams) -> None:
        return None

    session.client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(published)
    session.client.feature(lsp.WINDOW_SHOW_MESSAGE)(message)
    session.client.feature(lsp.CLIENT_REGISTER_CAPABILITY)(register)


def capabilities(
    *encodings: lsp.PositionEncodingKind, pulls: bool = False, watches: bool = False
) -> lsp.ClientCapabilities:
    """Return what an editor says that it can do."""
    watching = lsp.DidChangeWatchedFilesClientCapabilities(dynamic_registration=watches)
    diagnosing = lsp.DiagnosticClientCapabilities() if pulls else None
    editing = lsp.WorkspaceEditClientCapabilities(
        document_changes=True, resource_operations=[lsp.ResourceOperationKind.Create]
    )
    return lsp.ClientCapabilities(
        general=lsp.GeneralClientCapabilities(position_encodings=encodings or None),
        text_document=lsp.TextDocumentClientCapabilities(diagnostic=diagnosing),
        workspace=lsp.WorkspaceClientCapabilities(
            workspace_edit=editing, did_change_watched_files=watching
        ),
    )


@asynccontextmanager
async def editing(
    folder: Path, able: lsp.ClientCapabilities, *options: str, **environment: str
) -> AsyncIterator[Session]:
    """Start the server in `folder`, and end it as the protocol asks."""
    client = LanguageClient("editor", "1")
    session = Session(client, folder)
    told_of(session)
    variables = {**os.environ, "LC_ALL": "C.UTF-8", **environment}
    command = [sys.executable, "-m", "disclint", "lsp", "--delay", "20", *options]
    await client.start_io(*command, cwd=folder, env=variables)
    try:
        async with asyncio.timeout(_PATIENCE * 2):
            root = lsp.WorkspaceFolder(folder.as_uri(), folder.name)
            params = lsp.InitializeParams(able, workspace_folders=[root])
            session.answer = await client.initialize_async(params)
            client.initialized(lsp.InitializedParams())
            yield session
            await client.shutdown_async(None)
    finally:
        client.exit(None)
        await client.stop()  # type: ignore[no-untyped-call]


def run(session: Coroutine[Any, Any, None]) -> None:
    """Run what an editor does."""
    asyncio.run(session)


def applied(text: str, edits: list[lsp.TextEdit], encoding: str = "utf-16-le") -> str:
    """Return `text` as an editor edits it, in a way of its own."""
    size = {"utf-8": 1, "utf-16-le": 2, "utf-32-le": 4}[encoding]
    lines = text.split("\n")

    def offset(at: lsp.Position) -> int:
        before = sum(len(line.encode(encoding)) + size for line in lines[: at.line])
        return before + at.character * size

    data = text.encode(encoding)
    for edit in sorted(edits, key=lambda one: offset(one.range.start), reverse=True):
        start, end = offset(edit.range.start), offset(edit.range.end)
        data = data[:start] + edit.new_text.encode(encoding) + data[end:]
    return data.decode(encoding)
