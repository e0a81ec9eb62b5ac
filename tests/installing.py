"""The wheel, built and installed as a user does it."""

import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent
_PIP = (sys.executable, "-m", "pip")


def call(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a command and return what it printed."""
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def build_wheel(folder: Path) -> Path:
    """Return the wheel of this tree, built in `folder`."""
    source = folder / "source"  # without the build folder, of which setuptools takes old files
    shutil.copytree(ROOT, source, ignore=shutil.ignore_patterns(".*", "build", "*.egg-info"))
    built = call(*_PIP, "wheel", "--quiet", "--no-deps", "-w", folder, source, cwd=folder)
    assert built.returncode == 0, built.stderr
    (wheel,) = folder.glob("disclint-*.whl")
    return wheel


def make_environment(folder: Path, *packages: str | Path) -> Path:
    """Return the folder of programs of a fresh environment in which `packages` are installed."""
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    done = call(programs / "python", "-m", "pip", "install", "--quiet", *packages, cwd=folder)
    assert done.returncode == 0, done.stderr
    return programs
