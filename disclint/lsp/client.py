"""What a client can do, as it says itself."""

from attrs import frozen
from lsprotocol import types as lsp
from pygls.capabilities import get_capability


@frozen(kw_only=True)
class Client:
    """What a client can do, as far as the server asks."""

    encoding: lsp.PositionEncodingKind | str
    """What columns count."""
    pulls: bool
    """Whether it asks for diagnostics itself, so that none are sent unasked."""
    refreshes: bool
    """Whether it can be told to ask for all of them again."""
    watches: bool
    """Whether it can be asked to tell which files change."""
    has_versions: bool
    """Whether an edit may name the version of the text that it is for."""
    creates_files: bool
    """Whether an edit may make a file."""

    @classmethod
    def of(cls, told: lsp.ClientCapabilities, encoding: lsp.PositionEncodingKind | str) -> "Client":
        """Return what a client has told of itself, and agreed upon."""
        watching = "workspace.did_change_watched_files.dynamic_registration"
        operations = get_capability(told, "workspace.workspace_edit.resource_operations") or ()
        diagnosing = told.workspace.diagnostics if told.workspace else None
        return cls(
            encoding=encoding,
            pulls=get_capability(told, "text_document.diagnostic") is not None,
            refreshes=bool(diagnosing and diagnosing.refresh_support),
            watches=bool(get_capability(told, watching)),
            has_versions=bool(get_capability(told, "workspace.workspace_edit.document_changes")),
            creates_files=lsp.ResourceOperationKind.Create in operations,
        )
