"""The grammars: one for each layout in which tables are laid down, and one for quantities."""
