"""The scan for entries: what is found on a path, and what does no harm there."""

import importlib.metadata
import sys
import zipfile
from pathlib import Path

import pytest

from disclint.discovery import Distribution, Entry, find_distributions, normal_name
from tests.plugging import declare, install, put

ENTRY = "[disclint]\nSGJ = made_up\n"


def found(*folders: Path) -> list[str]:
    return [str(distribution) for distribution in find_distributions(map(str, folders))]


def test_a_distribution_is_found_with_version_and_entries(tmp_path: Path) -> None:
    entries = "[console_scripts]\nx = y:z\n\n[disclint]\n# a plugin\nSGJ=made_up\n; none\n\n"
    entries += "[disclint.readers]\nofx = made_up.reader\n[disclint_other]\nABC = other\n"
    declare(tmp_path, "disclint-sgj", entries, "1.2.3")
    assert find_distributions([str(tmp_path)]) == [
        Distribution(
            "disclint-sgj",
            "1.2.3",
            (
                Entry("disclint", "SGJ", "made_up"),
                Entry("disclint.readers", "ofx", "made_up.reader"),
            ),
        )
    ]


def test_the_path_is_that_of_this_python_unless_another_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    declare(tmp_path, "disclint-sgj", ENTRY)
    assert "disclint-sgj 1.0" not in map(str, find_distributions())
    monkeypatch.syspath_prepend(tmp_path)
    assert "disclint-sgj 1.0" in map(str, find_distributions())


def test_the_empty_name_in_a_path_is_where_one_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    declare(tmp_path, "disclint-sgj", ENTRY)
    monkeypatch.chdir(tmp_path)
    assert [str(one) for one in find_distributions([""])] == ["disclint-sgj 1.0"]


def test_of_a_distribution_that_is_there_twice_the_first_counts(tmp_path: Path) -> None:
    declare(tmp_path / "a", "disclint-sgj", ENTRY, "2.0")
    declare(tmp_path / "b", "Disclint.SGJ", ENTRY, "1.0")
    assert found(tmp_path / "a", tmp_path / "b") == ["disclint-sgj 2.0"]
    assert found(tmp_path / "b", tmp_path / "a") == ["disclint-sgj 1.0"]
    assert found(tmp_path / "a", tmp_path / "a") == ["disclint-sgj 2.0"]


def test_a_first_one_without_entries_hides_one_with_them(tmp_path: Path) -> None:
    put(tmp_path / "a", {"disclint_sgj-3.0.dist-info/METADATA": "Name: disclint-sgj\n"})
    declare(tmp_path / "b", "disclint-sgj", ENTRY)
    assert found(tmp_path / "a", tmp_path / "b") == []


def test_of_two_in_one_folder_one_counts(tmp_path: Path) -> None:
    declare(tmp_path, "disclint-sgj", ENTRY, "1.0")
    declare(tmp_path, "disclint-sgj", ENTRY, "1.1")
    assert found(tmp_path) == ["disclint-sgj 1.1"]


def test_what_pip_could_not_remove_is_not_found(tmp_path: Path) -> None:
    put(tmp_path, {"~isclint_sgj-1.0.dist-info/entry_points.txt": ENTRY})
    assert found(tmp_path) == []


@pytest.mark.parametrize(
    ("stem", "version"), [("disclint_sgj", ""), ("disclint_sgj-1.4-py3.11", "1.4")]
)
def test_one_in_development_is_found_by_its_egg_info(
    stem: str, version: str, tmp_path: Path
) -> None:
    put(tmp_path, {f"{stem}.egg-info/entry_points.txt": ENTRY})
    put(tmp_path, {f"{stem}.egg-info/PKG-INFO": "Name: disclint-sgj\nVersion: 0.3.dev1\n"})
    assert found(tmp_path) == [f"disclint-sgj {version or '0.3.dev1'}"]


def test_one_that_states_no_version_has_none(tmp_path: Path) -> None:
    put(tmp_path, {"disclint_sgj.egg-info/entry_points.txt": ENTRY})
    assert found(tmp_path) == ["disclint-sgj"]


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xfe[disclint]\nSGJ = x\n", b"[disclint", b"[disclint]", b"\0" * 100, b"SGJ = x"],
)
def test_broken_entries_bring_nothing(data: bytes, tmp_path: Path) -> None:
    put(tmp_path, {"disclint_sgj-1.0.dist-info/entry_points.txt": ""})
    (tmp_path / "disclint_sgj-1.0.dist-info" / "entry_points.txt").write_bytes(data)
    assert found(tmp_path) == []


def test_what_is_no_folder_of_metadata_does_no_harm(tmp_path: Path) -> None:
    put(tmp_path, {"disclint_one-1.0.dist-info": ENTRY, ".dist-info/entry_points.txt": ENTRY})
    (tmp_path / "disclint_two-1.0.dist-info" / "entry_points.txt").mkdir(parents=True)
    put(tmp_path, {"__editable__.disclint_sgj-1.0.pth": "/nowhere\n", "x.egg-link": "/nowhere"})
    with zipfile.ZipFile(tmp_path / "disclint_three-1.0-py3.11.egg", "w") as egg:
        egg.writestr("EGG-INFO/entry_points.txt", ENTRY)
    declare(tmp_path, "disclint-sgj", ENTRY)
    folders = [tmp_path / "nowhere", tmp_path / "disclint_three-1.0-py3.11.egg", tmp_path]
    assert found(*folders) == ["disclint-sgj 1.0"]
    assert find_distributions(["\0", "\ud800"]) == []


def test_an_entry_without_a_module_is_kept_for_its_plugin_to_be_told(tmp_path: Path) -> None:
    declare(tmp_path, "disclint-sgj", "[disclint]\nSGJ\n")
    (one,) = find_distributions([str(tmp_path)])
    assert one.entries == (Entry("disclint", "SGJ", ""),)


@pytest.mark.parametrize("name", ["A.B_c--D", "a-b-c-d", "A__b.c-D"])
def test_names_are_compared_as_packaging_does(name: str) -> None:
    assert normal_name(name) == "a-b-c-d"


def test_it_finds_what_importlib_finds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for prefix in ("SGJ", "CZ", "QH"):
        install(tmp_path, prefix, suffix=f".{prefix.lower()}", form=prefix.lower())
    monkeypatch.syspath_prepend(tmp_path)
    groups = ("disclint", "disclint.readers", "disclint.reporters")
    theirs = {
        (point.group, point.name, point.value)
        for group in groups
        for point in importlib.metadata.entry_points(group=group)
    }
    ours = {
        (entry.group, entry.name, entry.value)
        for one in find_distributions()
        for entry in one.entries
    }
    assert len(theirs) >= 9
    assert ours == theirs


def test_it_imports_nothing_but_what_python_has_loaded_itself(tmp_path: Path) -> None:
    install(tmp_path)
    before = set(sys.modules)
    assert found(tmp_path) == ["disclint-sgj 1.0"]
    assert set(sys.modules) == before
