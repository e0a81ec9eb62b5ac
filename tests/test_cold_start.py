"""What a cold start imports; how long it takes is measured in `benchmarks.plugins`."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.plugging import install

SAMPLE = Path(__file__).parent.parent / "docs" / "samples" / "lanshui-2023.txt"
SCRIPT = """
import json, sys
from disclint.cli import main
main(["--select", "DIS", sys.argv[1]])
print(json.dumps(sorted(sys.modules)))
"""


def imported_with(folder: Path) -> list[str]:
    """Return the modules that a run imports which finds in `folder` what is installed."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, SAMPLE],
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=True,
    )
    modules: list[str] = json.loads(done.stdout)
    return modules


def test_twenty_plugins_that_are_not_selected_import_nothing_more(tmp_path: Path) -> None:
    (none := tmp_path / "none").mkdir()
    for number in range(20):
        install(tmp_path / "twenty", f"P{chr(ord('A') + number)}")
    assert imported_with(tmp_path / "twenty") == imported_with(none)
