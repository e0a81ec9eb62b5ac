"""The files of a pack, read key by key, with the place of whatever is wrong."""

import re
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from types import SimpleNamespace

import pytest

from disclint.catalog.entry import Entry, Page
from disclint.catalog.kinds import TEXTS
from disclint.catalog.notation import Notation
from disclint.errors import PackError
from disclint.wording import Wording


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


def entry(**values: object) -> Entry:
    start = SimpleNamespace(line=0, column=0)
    return Entry(Page("pack/form.yaml", Notation(values, values={(): start}, keys={})), values)


def fault(found: Entry) -> str:
    """Return the one thing that is wrong."""
    (said,) = found.page.faults()
    return said


def loaded(folder: Path, data: bytes) -> Entry:
    file = folder / "form.yaml"
    file.write_bytes(data)
    return Entry.load(file)


def test_the_mapping_of_a_file_is_loaded_with_its_name(tmp_path: Path) -> None:
    found = loaded(tmp_path, "label: 规章\ncount: 3\n".encode())
    assert (found.text("label"), found.number("count")) == ("规章", 3)
    assert found.page.file == str(tmp_path / "form.yaml")


@pytest.mark.parametrize(
    "data", [b"label: [", b"label: a: b", b"\tlabel: a", b"label: \xff\xfe", b"a: !!python/name:os"]
)
def test_what_is_no_yaml_is_an_error_that_names_the_file(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"form\.yaml"):
        loaded(tmp_path, data)


def test_a_file_that_is_not_there_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"none\.yaml"):
        Entry.load(tmp_path / "none.yaml")


@pytest.mark.parametrize("data", [b"", b"- a\n- b\n", b"just words\n", b"5\n"])
def test_a_file_without_a_mapping_is_an_error(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"form\.yaml"):
        loaded(tmp_path, data)


def test_each_kind_of_value_is_returned() -> None:
    found = entry(
        text="a",
        number=3,
        choice="blue",
        flag=True,
        texts=["a", "b"],
        wording={"zh": "好", "en": "b"},
    )
    assert found.text("text") == "a"
    assert found.number("number") == 3
    assert found.choice("choice", Colour) == "blue"
    assert found.flag("flag") is True
    assert found.texts("texts") == ("a", "b")
    assert found.wording("wording") == Wording("好", "b")


def test_what_is_not_given_is_its_default_or_empty() -> None:
    found = entry()
    assert found.text("text", "b") == "b"
    assert found.number("number", 7) == 7
    assert found.choice("choice", Colour, "red") == "red"
    assert found.flag("flag") is False
    assert found.texts("texts") == ()
    assert found.mapping("mapping").values == {}
    assert list(found.mappings("mappings")) == []


def test_a_key_is_there_or_not() -> None:
    assert entry(a=None).has("a")
    assert not entry(a=None).has("b")


@pytest.mark.parametrize(
    ("read", "wanted"),
    [
        (lambda found: found.text("key"), "a text"),
        (lambda found: found.number("key"), "a whole number"),
        (lambda found: found.choice("key", Colour), "one of red, blue"),
        (lambda found: found.wording("key"), "a mapping"),
    ],
)
def test_what_is_not_given_and_has_no_default_is_missed(
    read: Callable[[Entry], object], wanted: str
) -> None:
    found = entry()
    found.closed(read(found))
    assert fault(found) == f"pack/form.yaml:1:1: `key` is missing; it must be {wanted}"


@pytest.mark.parametrize(
    ("read", "value", "wanted"),
    [
        (lambda found: found.text("key"), 3, "a text, not `3`: put it in quotes"),
        (lambda found: found.text("key"), None, "a text, not nothing"),
        (lambda found: found.text("key"), " ", "a text, not ` `"),
        (lambda found: found.text("key", "b"), [], "a text, not a list of 0"),
        (lambda found: found.number("key"), "3", "a whole number, not `3`"),
        (lambda found: found.number("key"), 3.5, "a whole number, not `3.5`"),
        (lambda found: found.number("key"), True, "a whole number, not true"),
        (lambda found: found.id("key"), "a b", "a text of letters, digits and hyphens, not `a b`"),
        (
            lambda found: found.choice("key", Colour),
            "bleu",
            "one of red, blue, not `bleu`; did you mean `blue`?",
        ),
        (lambda found: found.choice("key", Colour), 3, "one of red, blue, not `3`"),
        (lambda found: found.flag("key"), "yes", "true or false, not `yes`"),
        (lambda found: found.flag("key"), 1, "true or false, not `1`"),
        (lambda found: found.texts("key"), "a", "a list of texts, not `a`"),
        (lambda found: found.texts("key", required=True), [], "a list of texts, one at least"),
        (lambda found: found.mapping("key"), ["a"], "a mapping, not a list of 1"),
        (lambda found: list(found.mappings("key")), {"a": 1}, "a list of mappings, not a mapping"),
    ],
)
def test_an_error_says_where_what_and_how_it_must_be(
    read: Callable[[Entry], object], value: object, wanted: str
) -> None:
    found = entry(key=value)
    read(found)
    assert fault(found).startswith(f"pack/form.yaml:1:1: `key` must be {wanted}")


@pytest.mark.parametrize(
    ("read", "values", "said"),
    [
        (lambda found: found.texts("key"), ["a", 3], "`key[2]` must be a text, not `3`"),
        (lambda found: found.lists("key"), [["a"], "b"], "`key[2]` must be a list of texts"),
        (lambda found: found.lists("key"), [["a", ""]], "`key[1][2]` must be a text"),
        (lambda found: list(found.mappings("key")), [{}, "a"], "`key[2]` must be a mapping"),
    ],
)
def test_an_error_in_a_list_says_at_which_place_of_it(
    read: Callable[[Entry], object], values: list[object], said: str
) -> None:
    found = entry(key=values)
    read(found)
    assert said in fault(found)


def test_an_error_further_down_says_the_way_to_it() -> None:
    found = entry(rows=[{}, {"years": {"first": "a"}}])
    _, second = found.mappings("rows")
    second.mapping("years").number("first")
    said = "pack/form.yaml:1:1: rows[2]: years: `first` must be a whole number, not `a`"
    assert fault(found) == said


def test_all_that_is_wrong_is_told_by_place(tmp_path: Path) -> None:
    found = loaded(tmp_path, b"a: 1\nb: 2\nc: {d: 3}\n")
    found.mapping("c").text("d")
    found.text("b")
    found.closed(found.text("a"))
    places = [said.removeprefix(found.page.file) for said in found.page.faults()]
    assert [place.split(" ")[0] for place in places] == [":1:4:", ":2:4:", ":3:8:"]


def test_of_a_mapping_that_is_not_there_nothing_more_is_told() -> None:
    found = entry(years=5)
    found.mapping("years", required=True).number("first")
    assert "`years` must be a mapping" in fault(found)


@pytest.mark.parametrize("given", [{"zh": "好"}, {"en": "good"}, {"zh": "好", "en": 3}])
def test_a_wording_is_in_both_languages(given: dict[str, object]) -> None:
    found = entry(name=given)
    found.wording("name")
    assert re.search(r"form\.yaml:1:1: name: `(zh|en)` (must be|is missing)", fault(found))


def test_a_wording_is_in_no_third_language() -> None:
    found = entry(name={"zh": "好", "en": "good", "fr": "bon"})
    found.wording("name")
    assert "name: unknown key `fr`" in fault(found)


def test_a_mapping_with_nothing_left_over_is_closed() -> None:
    found = entry(a="b")
    found.text("a")
    found.text("c", "")
    assert found.closed("result") == "result"
    assert not found.is_faulty


def test_a_key_that_nobody_asked_for_is_an_error_with_what_was_meant() -> None:
    found = entry(label="b", lable="c")
    found.text("label")
    found.closed("result")
    assert "unknown key `lable`; did you mean `label`?" in fault(found)


def test_to_ask_whether_a_key_is_there_is_not_to_read_it() -> None:
    found = entry(a="b")
    found.has("a")
    found.closed("result")
    assert "unknown key `a`" in fault(found)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "`left` or `right` is missing; it must be a list of texts"),
        ({"left": ["a"], "right": ["b"]}, "`left` and `right` exclude each other"),
        ({"right": "b"}, "`right` must be a list of texts, not `b`"),
    ],
)
def test_of_several_keys_one_is_given(values: dict[str, object], said: str) -> None:
    found = entry(**values)
    found.closed(found.one_of(("left", "right"), TEXTS))
    assert said in fault(found)


def test_a_key_is_a_text_however_it_is_written(tmp_path: Path) -> None:
    found = loaded(tmp_path, b"1: a\ntrue: b\n")
    assert (found.text("1"), found.text("true")) == ("a", "b")
