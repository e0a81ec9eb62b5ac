"""The bytes with which files of a known format begin."""

ZIP = b"PK\x03\x04"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PDF = b"%PDF-"
RICH_TEXT = b"{\\rtf"
