"""The control characters by which readers hand the tables of a document on to the parser.

They are those that ASCII has for the purpose. No text has them of its own: readers clean it.
"""

GRID = "\x1d"
"""Stands alone on the line before a table and on the line after it."""
ROW_END = "\x1e"
CELL_END = "\x1f"
COVERED = "\x1c"
"""Stands in a cell that is none, as one in a row above reaches down into its place."""
PICTURE = "\ufffc"
"""Stands in the text where the document has a picture."""

CLEAN = str.maketrans(dict.fromkeys("\x1c\x1d\x1e\x1f", " "))
"""Makes text free of these marks, at the same length."""
