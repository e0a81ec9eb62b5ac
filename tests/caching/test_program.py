"""The program as a digest: what changes it, and what does not."""

import os
import sys
from pathlib import Path

import pytest

from disclint.caching import program
from disclint.caching.program import UnknownError, digest_program
from disclint.plugins.loaded import Loaded
from disclint.plugins.plugin import Plugin

OWN = "disclint_made_up"


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a package that is taken for disclint itself."""
    (tmp_path / OWN).mkdir()
    (tmp_path / OWN / "__init__.py").write_text("DISCLINT_API = 1\n", encoding="utf-8")
    (tmp_path / OWN / "rule.yaml").write_text("code: DIS001\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(program, "_OWN", (OWN,))
    monkeypatch.delitem(sys.modules, OWN, raising=False)
    return tmp_path


def digest() -> bytes:
    return digest_program([], [])


def test_the_same_program_has_the_same_digest(tree: Path) -> None:
    before = digest()
    (tree / OWN / "__pycache__").mkdir(exist_ok=True)
    (tree / OWN / "__pycache__" / "x.pyc").touch()
    assert digest() == before


@pytest.mark.parametrize(
    ("where", "name"), [(sys, "version"), (sys, "platform"), (program, "__version__")]
)
def test_another_python_or_version_is_another_program(
    where: object, name: str, tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert tree.is_dir()
    before = digest()
    monkeypatch.setattr(where, name, "another")
    assert digest() != before


def test_what_is_installed_updated_or_removed_makes_another_program(tree: Path) -> None:
    seen = [digest()]
    for name in ("example-1.0.dist-info", "example-1.1.dist-info"):
        for old in tree.glob("*.dist-info"):
            old.rmdir()
        (tree / name).mkdir()
        seen.append(digest())
    assert len(set(seen)) == 3


def test_in_a_tree_where_somebody_works_each_file_counts(tree: Path) -> None:
    seen = [digest()]
    file = tree / OWN / "rule.yaml"
    file.write_text("code: DIS0010\n", encoding="utf-8")
    seen.append(digest())
    os.utime(file, (1, 1))
    seen.append(digest())
    (tree / OWN / "forms").mkdir()
    (tree / OWN / "forms" / "new.yaml").touch()
    seen.append(digest())
    file.unlink()
    seen.append(digest())
    assert len(set(seen)) == 5


def test_what_is_installed_is_told_by_its_record(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    metadata = tree / f"{OWN}-1.0.dist-info"
    metadata.mkdir()
    (metadata / "RECORD").write_text("one\n", encoding="utf-8")
    before = digest()
    os.utime(tree / OWN / "rule.yaml", (1, 1))
    assert digest() == before
    (metadata / "RECORD").write_text("two\n", encoding="utf-8")
    assert digest() != before
    monkeypatch.chdir(metadata)
    assert digest() != before


def test_a_plugin_counts_with_its_files(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tree / "made_up_plugin.py"
    file.write_text("DISCLINT_API = 1\n", encoding="utf-8")
    monkeypatch.delitem(sys.modules, "made_up_plugin", raising=False)
    plugin = Loaded.load(Plugin(module="made_up_plugin"))
    alone, with_plugin = digest(), digest_program([plugin], [])
    os.utime(file, (1, 1))
    assert len({alone, with_plugin, digest_program([plugin], [])}) == 3


def test_an_own_pack_counts_by_what_it_holds(tree: Path, tmp_path: Path) -> None:
    assert tree.is_dir()
    pack = tmp_path / "pack"
    (pack / "forms").mkdir(parents=True)
    seen = [digest(), digest_program([], [pack])]
    for name in ("DIS901-own.yaml", "forms/own.yaml"):
        (pack / name).write_text("code: DIS901\n", encoding="utf-8")
        seen.append(digest_program([], [pack]))
        os.utime(pack / name, (1, 1))
        assert digest_program([], [pack]) == seen[-1]
        (pack / name).write_text("code: DIS902\n", encoding="utf-8")
        seen.append(digest_program([], [pack]))
    (pack / "notes.txt").touch()
    assert digest_program([], [pack]) == seen[-1]
    assert len(set(seen)) in {5, 6}


def test_a_program_that_is_no_file_is_not_told(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "_OWN", ("sys",))
    with pytest.raises(UnknownError):
        digest()
    assert tree.is_dir()
