"""Names and messages that have what a format gives a meaning, read back as they are."""

import json
import os
import re
from collections.abc import Callable
from xml.etree.ElementTree import fromstring

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from disclint.reporting import Context
from disclint.wording import Wording
from tests.reporters.backs import parse_command
from tests.reporters.demands import DEMANDS
from tests.reporters.made import PLAIN, told

AWKWARD = [
    "a b",
    "100%",
    "%2C%",
    "甲,乙:丙=丁",
    "a::b",
    "一\n二\r\n三",
    "<甲>&\"'",
    "]]>",
    "<!-- -->",
    "{0} {甲}",
    "[甲](乙)",
    "\\n\\",
    "\x00\x08\x0b\x1b\ufffe",
    "\u2028\x85",
    "𠮷😀",
    "\udce4\udcb8",
    "#? ;",
]


def sarif(text: str) -> tuple[str, str]:
    (one,) = json.loads(text)["runs"][0]["results"]
    said = one["message"]["text"].replace("{{", "{").replace("}}", "}").replace("\\](", "](")
    uri = one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    return os.fsdecode(_unquoted(uri)), said


def _unquoted(uri: str) -> bytes:
    parts = uri.encode("ascii").split(b"%")
    return parts[0] + b"".join(bytes.fromhex(p[:2].decode()) + p[2:] for p in parts[1:])


def github(text: str) -> tuple[str, str]:
    _, properties, message = parse_command(text.removesuffix("\n"))
    assert text.count("\n") == 1
    return properties["file"], message


def gitlab(text: str) -> tuple[str, str]:
    (one,) = json.loads(text)
    return one["location"]["path"], one["description"]


def rdjson(text: str) -> tuple[str, str]:
    (one,) = json.loads(text)["diagnostics"]
    return one["location"]["path"], one["message"]


def own(text: str) -> tuple[str, str]:
    (one,) = json.loads(text)["diagnostics"]
    return one["path"], one["message"]


def line(text: str) -> tuple[str, str]:
    one = json.loads(text)
    return one["path"], one["message"]


READ: dict[str, Callable[[str], tuple[str, str]]] = {
    "json": own,
    "jsonl": line,
    "sarif": sarif,
    "github": github,
    "gitlab": gitlab,
    "rdjson": rdjson,
}
XML = ("checkstyle", "junit")


def awkward(text: str, form: str, *, is_ascii: bool = False) -> str:
    """Return what a format says of a file and a finding that are called so."""
    found = evolve(
        PLAIN, path=f"青禾{text}县.txt", message=Wording(text, text), text=text, line=text
    )
    return told(form, [found], Context(version="1.0", ascii_only=is_ascii))


def streamed(text: str) -> str:
    """Return what stands in a file or on a console that is UTF-8, as the program writes it."""
    return text.encode("utf-8", "backslashreplace").decode()


def without_lone(text: str) -> str:
    """Return `text` as JSON has it, in which a byte that is no text stands as a mark."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


@pytest.mark.parametrize("text", AWKWARD)
@pytest.mark.parametrize("form", READ)
def test_what_a_format_gives_a_meaning_is_escaped(form: str, text: str) -> None:
    for is_ascii in (False, True):
        given = streamed(awkward(text, form, is_ascii=is_ascii))
        path, message = READ[form](given)
        wanted = streamed(text) if form == "github" else without_lone(text)
        assert message == wanted
        assert path == f"青禾{text if form == 'sarif' else wanted}县.txt"
        DEMANDS[form](given)


@pytest.mark.parametrize("text", AWKWARD)
@pytest.mark.parametrize("form", XML)
def test_xml_has_a_mark_where_it_can_hold_no_such_character(form: str, text: str) -> None:
    for is_ascii in (False, True):
        given = streamed(awkward(text, form, is_ascii=is_ascii))
        DEMANDS[form](given)
        root = fromstring(given.encode())  # noqa: S314 - what this program has written
        name = root[0].get("name", "")
        assert len(name) == len(f"青禾{text}县.txt")
        assert all(one in (other, "\ufffd") for one, other in zip(name[2:], text, strict=False))
        messages = [one.attrib["message"] for one in root.iter() if "message" in one.attrib]
        assert messages == [name[2 : -len("县.txt")]]


@given(st.text(max_size=12), st.sampled_from(sorted(DEMANDS)))
def test_whatever_a_report_holds_is_given_out_as_the_publisher_demands(
    text: str, form: str
) -> None:
    DEMANDS[form](streamed(awkward(f"字{text}", form)))
