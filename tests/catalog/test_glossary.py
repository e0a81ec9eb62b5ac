"""The glossary of a pack."""

from pathlib import Path

import pytest

from disclint import spelling
from disclint.catalog import Catalog, load_catalog
from disclint.errors import PackError
from disclint.forms import Form
from tests.catalog.packs import FORM

TOPIC = """\
topics:
  - id: requests
    table: 3
    words: [政府信息公开申请]
    units: [件]
    default: received
    aspects: [{ id: received, words: [收到], readings: [[received]] }]
"""


def load(folder: Path, text: str) -> Catalog:
    (folder / "glossary.yaml").write_text(text, encoding="utf-8")
    (folder / "pack.yaml").write_text("report: visits\n", encoding="utf-8")
    (folder / "forms").mkdir()
    (folder / "forms" / "visits.yaml").write_text(FORM, encoding="utf-8")
    return load_catalog([folder])


def test_a_glossary_gives_words_their_classes(tmp_path: Path) -> None:
    text = "words: { NONE: [无] }\nelsewhere: [热线]\n" + TOPIC
    assert load(tmp_path, text).genre("visits").glossary.words == {
        "无": "NONE",
        "热线": "TOPIC",
        "政府信息公开申请": "TOPIC",
        "收到": "ASPECT",
    }


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("words: { NOT: [无] }\n", "unknown key `NOT`"),
        ("words: { NONE: 无 }\n", "`NONE` must be a list of texts"),
        (TOPIC.replace("default: received", "default: answered"), "`default` must be the id"),
        (TOPIC.replace("[[received]]", "[received]"), "`readings[1]` must be a list of texts"),
        (TOPIC.replace("units", "measures"), "`units` is missing; it must be a list of texts"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(wrong: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"glossary\.yaml") as caught:
        load(tmp_path, wrong)
    assert told in str(caught.value)


def test_every_word_is_in_the_spelling_in_which_prose_is_read(catalog: Catalog) -> None:
    words = catalog.genre("ogi").glossary.words
    assert [word for word in words if spelling.traced_prose(word).text != word] == []


def cells(form: Form) -> tuple[set[str], set[str]]:
    rows = {row.id for block in form.blocks for row in block.rows}
    return rows, {column.id for block in form.blocks for column in block.columns}


def test_every_figure_that_is_named_is_in_some_edition_of_its_table(catalog: Catalog) -> None:
    for topic in catalog.genre("ogi").glossary.topics:
        forms = [cells(form) for form in catalog.forms if form.table == topic.table]
        rows = set().union(*(found for found, _ in forms))
        columns = set().union(*(found for _, found in forms))
        assert topic.row is None or topic.row in rows
        assert topic.column is None or topic.column in columns
        for party in topic.parties:
            assert set(party.columns) <= columns
        names = rows if topic.column else columns
        for aspect in topic.aspects:
            for pattern in {one for reading in aspect.readings for one in reading}:
                stem = pattern.removesuffix("*")
                assert any(
                    name.startswith(stem) if pattern != stem else name == stem for name in names
                ), f"{topic.id}.{aspect.id}: {pattern}"
