"""XML within bounds."""

import pytest

from disclint.reading import LimitError, Limits
from disclint.reading.damage import DamageError
from disclint.reading.markup import read_tree

NAMES = {"urn:a": "a"}


def test_names_get_the_prefixes_that_are_asked_for() -> None:
    root = read_tree(
        [b"<x xmlns='urn:a' xmlns:p='urn:b'>", b"<p:y p:z='1' w='2'/></x>"], NAMES, Limits()
    )
    assert root.tag == "a:x"
    assert (root[0].tag, root[0].attrib) == ("urn:b}y", {"urn:b}z": "1", "w": "2"})


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE a><a xmlns="urn:a"/>',
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>',
        '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>',
        '<!DOCTYPE a [<!ENTITY % b SYSTEM "http://127.0.0.1/"> %b;]><a/>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_in_any_encoding(text: str, encoding: str) -> None:
    with pytest.raises(DamageError, match="DTD"):
        read_tree([text.encode(encoding)], NAMES, Limits())


def test_depth_and_size_have_limits() -> None:
    for limits, text, limit in (
        (Limits(depth=3), "<a><a><a><a/></a></a></a>", "depth"),
        (Limits(memory_bytes=1000), "<a>" + "<a/>" * 5 + "</a>", "memory_bytes"),
        (Limits(memory_bytes=1000), "<a>" + "甲" * 300 + "</a>", "memory_bytes"),
    ):
        with pytest.raises(LimitError, match=limit):
            read_tree([text.encode()], NAMES, limits)
