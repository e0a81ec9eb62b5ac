"""What the tests of the command line share."""

from pathlib import Path

import pytest

from tests.cli.wide import NAME, TEXT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the report that has a Chinese name and wide characters."""
    (tmp_path / NAME).write_text(TEXT, encoding="utf-8")
    return tmp_path
