"""disclint in an editor: what it finds while a report is written, told by the language server."""
