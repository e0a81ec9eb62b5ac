"""The server: documents looked at one after the other, in a thread of its own.

What is asked for waits in the order in which it comes; what is no longer wanted, as the text is
another by then, is not begun.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import unquote, urlsplit

from attrs import frozen
from lsprotocol import types as lsp
from pygls.exceptions import FeatureRequestError
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path
from pygls.workspace import TextDocument

from disclint import __version__
from disclint.errors import DisclintError
from disclint.lsp.client import Client
from disclint.lsp.documents import Document, Look, look_at
from disclint.lsp.projects import Projects
from disclint.lsp.telling import NAME, Telling

_T = TypeVar("_T")
_LOG = logging.getLogger(__name__)


@frozen
class _State:
    """Which text of a document it is, under which state of all configurations."""

    version: int | None
    generation: int


@frozen(eq=False)
class _Job:
    """A look at a document that has been asked for."""

    state: _State
    task: "asyncio.Future[Look | None]"


class Server(LanguageServer):
    """The language server, which looks at documents and tells what it has found."""

    def __init__(self, projects: Projects, delay: float) -> None:
        """Serve documents under `projects`; wait for `delay` seconds while somebody types."""
        # The whole text is sent on each change: pygls parts lines at marks that are none here.
        super().__init__(NAME, __version__, text_document_sync_kind=lsp.TextDocumentSyncKind.Full)
        self.projects = projects
        self._delay = delay
        self._worker = ThreadPoolExecutor(1, NAME)
        self.generation = 0
        self._jobs: dict[str, _Job] = {}
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self._told: set[str] = set()

    @property
    def client(self) -> Client:
        """What the client can do."""
        encoding = self.workspace.position_encoding or lsp.PositionEncodingKind.Utf16
        return Client.of(self.client_capabilities, encoding)

    @property
    def documents(self) -> Mapping[str, TextDocument]:
        """The open documents, by the names that the client gives them: pygls knows others."""
        return {one.uri: one for one in self.workspace.text_documents.values()}

    @property
    def folders(self) -> Sequence[str]:
        """The paths of the folders of the workspace."""
        paths = (to_fs_path(folder.uri) for folder in self.workspace.folders.values())
        return [path for path in paths if path]

    def report_server_error(self, error: Exception, source: Any) -> None:  # noqa: ANN401 - as pygls has it
        """Say what has gone wrong unasked; who has asked is answered so already."""
        if source is not FeatureRequestError:
            self.tell(f"{type(error).__name__}: {error}")

    def tell(self, text: str) -> None:
        """Say what keeps documents from being looked at, once until something changes."""
        if text not in self._told:
            self._told.add(text)
            shown = lsp.ShowMessageParams(lsp.MessageType.Error, f"{NAME}: {text}")
            self.window_show_message(shown)

    async def work(self, job: Callable[[], _T]) -> _T | None:
        """Return what `job` does in the thread, nothing if that fails, which is told."""
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(self._worker, job)
        except DisclintError as error:
            self.tell(str(error))
        except Exception as error:  # noqa: BLE001 - the server goes on, whatever it is
            _LOG.exception("a job has failed")
            self.tell(f"{type(error).__name__}: {error}")
        return None

    async def look(self, uri: str) -> Look | None:
        """Return what comes out for an open document, nothing if it cannot be looked at."""
        state = self.state(uri)
        if state is None:
            return None
        known = self._jobs.get(uri)
        if known is None or known.state != state:
            if known:
                known.task.cancel()
            text = self.documents[uri].source
            job = asyncio.ensure_future(self.work(lambda: self._look_at(uri, text)))
            known = self._jobs[uri] = _Job(state, job)
        return await asyncio.shield(known.task)

    def state(self, uri: str) -> _State | None:
        """Return the state of an open document, nothing if it is not open."""
        document = self.documents.get(uri)
        return _State(document.version, self.generation) if document else None

    async def telling(self, uri: str) -> Telling | None:
        """Return the same in the words of the client."""
        look = await self.look(uri)
        return Telling(uri, look, self.client.encoding) if look else None

    def _look_at(self, uri: str, text: str) -> Look:
        path = path_of(uri)
        project = self.projects.of(path, self.root_of(path))
        return look_at(Document.typed(project, path, text))

    def root_of(self, path: str) -> str:
        """Return the folder of the workspace that a file is in, else where the server runs."""
        around = [one for one in self.folders if Path(path).is_relative_to(one)]
        return max(around, key=len, default=str(Path.cwd()))

    def push_soon(self, uri: str, *, at_once: bool = False) -> None:
        """Send what is found in a document once nobody has typed for a moment."""
        if waiting := self._waiting.pop(uri, None):
            waiting.cancel()
        if not self.client.pulls:
            delay = 0 if at_once else self._delay
            self._waiting[uri] = asyncio.ensure_future(self._push(uri, delay))

    async def _push(self, uri: str, delay: float) -> None:
        await asyncio.sleep(delay)
        state, telling = self.state(uri), await self.telling(uri)
        if state == self.state(uri) and state is not None:
            found = telling.diagnostics() if telling else []
            told = lsp.PublishDiagnosticsParams(uri, found, state.version)
            self.text_document_publish_diagnostics(told)

    def forget(self, uri: str) -> None:
        """Take back what was said of a document that is closed."""
        if waiting := self._waiting.pop(uri, None):
            waiting.cancel()
        self._jobs.pop(uri, None)
        if not self.client.pulls:
            self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, []))

    def refresh(self) -> None:
        """Look at all documents again, as a configuration may have changed."""
        self.generation += 1
        self._told.clear()
        if not self.client.pulls:
            for uri in self.documents:
                self.push_soon(uri, at_once=True)
        elif self.client.refreshes:
            self.workspace_diagnostic_refresh(None)


def path_of(uri: str) -> str:
    """Return the path of a file; of a text that has not been saved, the name that it is given."""
    if uri.startswith("file:"):
        return to_fs_path(uri) or uri
    return Path(unquote(urlsplit(uri).path)).name or uri
