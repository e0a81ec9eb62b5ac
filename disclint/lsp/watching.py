"""Files that change beside the documents: configurations, suppressions, packs."""

import asyncio

from lsprotocol import types as lsp

from disclint.lsp.server import Server
from disclint.settings.nearest import NAMES
from disclint.suppressions import FILE_NAME

_PATTERNS = (*(f"**/{name}" for name in NAMES), f"**/{FILE_NAME}", "**/*.yaml")
_PULSE = 1.0
"""How often in seconds to look for changes where the client does not tell of them."""


async def watch(server: Server) -> None:
    """Ask the client to tell which files change; look for that here if it cannot."""
    if server.client.watches:
        watchers = [lsp.FileSystemWatcher(pattern) for pattern in _PATTERNS]
        options = lsp.DidChangeWatchedFilesRegistrationOptions(watchers)
        name = lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES
        await server.client_register_capability_async(
            lsp.RegistrationParams(
                [lsp.Registration(id=name, method=name, register_options=options)]
            )
        )
        return
    while True:
        await asyncio.sleep(_PULSE)
        if await server.work(server.projects.forget_stale):
            server.refresh()
