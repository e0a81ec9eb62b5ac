"""YAML within bounds: plain values, and the place where each of them stands."""

from pathlib import Path

import pytest

from disclint.catalog.notation import Notation, Place, read_notation


def read(folder: Path, text: str) -> Notation:
    (folder / "x.yaml").write_text(text, encoding="utf-8")
    return read_notation(folder / "x.yaml")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5", 5),
        ("-5", -5),
        ("007", 7),
        ("1.5", 1.5),
        ("1e3", 1000.0),
        ("true", True),
        ("False", False),
        ("", None),
        ("~", None),
        ("null", None),
        ('"5"', "5"),
        ("'true'", "true"),
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("2021-02-06", "2021-02-06"),
        ("1-31", "1-31"),
        ("12:30", "12:30"),
        ("1_000", "1_000"),
        (".inf", ".inf"),
        ("9" * 30, "9" * 30),
        ("一", "一"),
    ],
)
def test_an_unquoted_word_is_what_it_looks_like(text: str, value: object, tmp_path: Path) -> None:
    assert read(tmp_path, f"key: {text}\n").value == {"key": value}


def test_every_value_and_key_has_its_place(tmp_path: Path) -> None:
    found = read(tmp_path, "规章: { 甲: 1 }\nlist:\n  - a\n  - b: c\n")
    assert found.place(()) == Place(1, 1)
    assert found.place(("规章", "甲")) == Place(1, 10)
    assert found.place_of_key(("规章", "甲")) == Place(1, 7)
    assert found.place(("list", 1, "b")) == Place(4, 8)


def test_the_place_of_what_is_not_there_is_that_of_what_it_would_stand_in(tmp_path: Path) -> None:
    found = read(tmp_path, "a:\n  b: 1\n")
    assert found.place(("a", "c", 3)) == Place(2, 3)


def test_what_an_alias_repeats_is_placed_at_the_alias(tmp_path: Path) -> None:
    found = read(tmp_path, "a: &x { b: 1 }\nc: *x\n")
    assert found.value == {"a": {"b": 1}, "c": {"b": 1}}
    assert found.place(("c", "b")) == Place(2, 4)


def test_a_mark_at_the_start_is_no_part_of_the_text(tmp_path: Path) -> None:
    assert read(tmp_path, "\ufeffa: b\n").value == {"a": "b"}
