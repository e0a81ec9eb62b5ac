"""Programs that convert: which is asked, and that none is left behind."""

import os
import stat
import sys
import time
from pathlib import Path

import pytest

from disclint.reading import LimitError, Limits, conversion
from disclint.reading.conversion import MissingConverterError, to_docx
from disclint.reading.damage import DamageError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")

WRITES = 'printf "%s" "$*" > office/report.docx'


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The path of a stand-in for LibreOffice, the only converter there is."""
    path = tmp_path / "soffice"
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/usr/bin{os.pathsep}/bin")
    monkeypatch.setattr(conversion, "_has_module", lambda: False)
    return path


def install(path: Path, script: str) -> None:
    path.write_text(f"#!/bin/sh\nmkdir office\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def test_libre_office_is_asked_without_a_window_in_a_profile_of_its_own(office: Path) -> None:
    install(office, WRITES)
    arguments = to_docx(b"x", "doc", Limits()).decode()
    assert "--headless" in arguments
    assert "--infilter=MS Word 97" in arguments
    profile = arguments.partition("UserInstallation=file://")[2].split()[0]
    assert "disclint-" in profile
    assert not Path(profile).parent.exists()


def test_macros_and_links_are_off_in_that_profile(office: Path) -> None:
    install(office, "cat profile/user/registrymodifications.xcu > office/report.docx")
    settings = to_docx(b"x", "rtf", Limits()).decode()
    assert settings.count("<value>true</value>") == 2


def test_without_any_program_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(conversion, "_has_module", lambda: False)
    with pytest.raises(MissingConverterError):
        to_docx(b"x", "doc", Limits())


def test_a_program_that_makes_nothing_has_failed(office: Path) -> None:
    install(office, "exit 1")
    with pytest.raises(DamageError):
        to_docx(b"x", "doc", Limits())


def test_a_program_that_does_not_end_is_ended_with_all_it_has_started(
    office: Path, tmp_path: Path
) -> None:
    pids = tmp_path / "pids"
    install(office, f"sleep 600 &\necho $! $$ > {pids}\nwait")
    with pytest.raises(LimitError, match="seconds"):
        to_docx(b"x", "doc", Limits(seconds=1))
    for pid in pids.read_text(encoding="utf-8").split():
        assert not _is_alive(int(pid))


def test_what_it_leaves_running_is_ended_too(office: Path, tmp_path: Path) -> None:
    pids = tmp_path / "pids"
    install(office, f"sleep 600 &\necho $! > {pids}\n{WRITES}")
    to_docx(b"x", "doc", Limits())
    assert not _is_alive(int(pids.read_text(encoding="utf-8")))


def test_what_it_makes_has_a_limit(office: Path) -> None:
    install(office, "head -c 2000 /dev/zero > office/report.docx")
    with pytest.raises(LimitError, match="file_bytes"):
        to_docx(b"x", "doc", Limits(file_bytes=1000))


def test_the_module_is_asked_first_and_the_program_where_it_fails(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    monkeypatch.setenv("PATH", f"{office.parent}{os.pathsep}/usr/bin{os.pathsep}/bin")
    pytest.importorskip("doc2docx")
    install(office, WRITES)
    assert to_docx(b"this is no document", "doc", Limits())


@pytest.mark.parametrize(
    ("warning", "office_works", "by"),
    [("", True, b"module"), ("warning", True, b"office"), ("warning", False, b"module")],
)
def test_what_the_module_leaves_out_the_program_may_have(
    warning: str,
    by: bytes,
    office: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    office_works: bool,
) -> None:
    module = office.parent / "python"
    script = f"""#!/bin/sh\nprintf module > "$5"\nprintf '{{"severity": "{warning}"}}' > "$7"\n"""
    module.write_text(script, encoding="utf-8")
    module.chmod(0o700)
    monkeypatch.setattr(conversion, "_has_module", lambda: True)
    monkeypatch.setattr(sys, "executable", str(module))
    install(office, "printf office > office/report.docx" if office_works else "exit 1")
    assert to_docx(b"x", "doc", Limits()) == by


def _is_alive(pid: int) -> bool:
    """Whether a process runs, or goes on doing so for a second; one that only waits to be buried
    does not.
    """
    for _ in range(20):
        try:
            state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        except FileNotFoundError:
            return False
        if state[0] == "Z":
            return False
        time.sleep(0.05)
    return True


@pytest.mark.skipif(sys.platform != "linux", reason="no other system lets one set the limit")
@pytest.mark.parametrize("error", [PermissionError, ValueError])
def test_a_user_who_has_less_memory_than_the_limit_converts_within_that(
    office: Path, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr("resource.prlimit", refuse)
    install(office, WRITES)
    assert to_docx(b"x", "doc", Limits())
