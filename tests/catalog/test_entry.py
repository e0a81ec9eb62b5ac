"""The files of a pack, read key by key, with the place of whatever is wrong."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

import pytest

from disclint.catalog.entry import Entry
from disclint.errors import PackError
from disclint.wording import Wording


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


def entry(**values: object) -> Entry:
    return Entry("pack/form.yaml", values)


def loaded(folder: Path, data: bytes) -> Entry:
    file = folder / "form.yaml"
    file.write_bytes(data)
    return Entry.load(file)


def test_the_mapping_of_a_file_is_loaded_with_its_name(tmp_path: Path) -> None:
    found = loaded(tmp_path, "label: 规章\ncount: 3\n".encode())
    assert (found.text("label"), found.number("count")) == ("规章", 3)
    assert found.where == str(tmp_path / "form.yaml")


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
    ("read", "said"),
    [
        (lambda found: found.text("key"), "`key` must be a text"),
        (lambda found: found.number("key"), "`key` must be a whole number"),
        (lambda found: found.choice("key", Colour), "`key` must be a text"),
        (lambda found: found.wording("key"), "key: `zh` must be a text"),
    ],
)
def test_what_is_not_given_and_has_no_default_is_missed(
    read: Callable[[Entry], object], said: str
) -> None:
    with pytest.raises(PackError) as raised:
        read(entry(other="a"))
    assert str(raised.value) == f"pack/form.yaml: {said}"


@pytest.mark.parametrize(
    ("read", "value", "wanted"),
    [
        (lambda found: found.text("key"), 3, "a text"),
        (lambda found: found.text("key"), None, "a text"),
        (lambda found: found.text("key", "b"), [], "a text"),
        (lambda found: found.number("key"), "3", "a whole number"),
        (lambda found: found.number("key"), 3.5, "a whole number"),
        (lambda found: found.choice("key", Colour), "green", "one of red, blue"),
        (lambda found: found.choice("key", Colour), 3, "a text"),
        (lambda found: found.flag("key"), "yes", "true or false"),
        (lambda found: found.flag("key"), 1, "true or false"),
        (lambda found: found.texts("key"), "a", "a list of texts"),
        (lambda found: found.texts("key"), ["a", 3], "a list of texts"),
        (lambda found: found.mapping("key"), ["a"], "a mapping"),
        (lambda found: list(found.mappings("key")), {"a": 1}, "a list of mappings"),
    ],
)
def test_an_error_says_where_what_and_how_it_must_be(
    read: Callable[[Entry], object], value: object, wanted: str
) -> None:
    with pytest.raises(PackError) as raised:
        read(entry(key=value))
    assert str(raised.value) == f"pack/form.yaml: `key` must be {wanted}"


def test_true_is_no_whole_number() -> None:
    with pytest.raises(PackError):
        entry(key=True).number("key")


def test_an_error_in_a_list_says_at_which_place_of_it() -> None:
    with pytest.raises(PackError, match=r"form\.yaml: `rows\[2\]` must be a mapping"):
        list(entry(rows=[{}, "a"]).mappings("rows"))


def test_an_error_further_down_says_the_way_to_it() -> None:
    _, second = entry(rows=[{}, {"years": {"first": "a"}}]).mappings("rows")
    with pytest.raises(PackError) as raised:
        second.mapping("years").number("first")
    said = "pack/form.yaml: rows[2]: years: `first` must be a whole number"
    assert str(raised.value) == said


@pytest.mark.parametrize("given", [{"zh": "好"}, {"en": "good"}, {}, {"zh": "好", "en": 3}])
def test_a_wording_is_in_both_languages(given: dict[str, object]) -> None:
    with pytest.raises(PackError, match=r"form\.yaml: name: `(zh|en)` must be a text"):
        entry(name=given).wording("name")


def test_a_wording_is_in_no_third_language() -> None:
    with pytest.raises(PackError, match="unknown key `fr`"):
        entry(name={"zh": "好", "en": "good", "fr": "bon"}).wording("name")


def test_a_mapping_with_nothing_left_over_is_closed() -> None:
    found = entry(a="b")
    found.text("a")
    found.text("c", "")
    assert found.closed("result") == "result"


def test_a_key_that_nobody_asked_for_is_an_error() -> None:
    found = entry(a="b", lable="c")
    found.text("a")
    with pytest.raises(PackError, match=r"pack/form\.yaml: unknown key `lable`"):
        found.closed("result")


def test_to_ask_whether_a_key_is_there_is_not_to_read_it() -> None:
    found = entry(a="b")
    found.has("a")
    with pytest.raises(PackError, match="unknown key `a`"):
        found.closed("result")


def test_keys_of_several_types_are_unknown_as_well(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="unknown key"):
        loaded(tmp_path, b"1: a\nb: c\n").closed("result")
