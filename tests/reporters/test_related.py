"""Other places of a finding, and what would mend it, by each format that carries them."""

import json
from typing import Any

from disclint.reporting import Context
from tests.reporters.made import LINE, PART, PLAIN, RICH, told

NAMES = ["person 9", "total 12", "the year before"]
"""Of the places in the workings and those besides, each once."""


def only(form: str) -> dict[str, Any]:
    """Return what a format says of the one that has everything."""
    document = json.loads(told(form, [RICH]))
    found = document["runs"][0]["results"] if form == "sarif" else document["diagnostics"]
    (one,) = found
    assert isinstance(one, dict)
    return one


def test_json_has_them_as_they_are_kept() -> None:
    one = only("json")
    assert [place["name"] for place in one["related"]] == ["total", "the year before"]
    (working,) = one["workings"]
    assert [place["text"] for place in (*working["left"], *working["right"])] == ["9", "9", "12"]
    assert one["related"][1]["start"] == {
        "line": None,
        "column": None,
        "part": "table 2, row 6, cell 9",
    }


def test_sarif_has_each_once_with_its_file() -> None:
    places = only("sarif")["relatedLocations"]
    assert [place["message"]["text"] for place in places] == NAMES
    assert "region" in places[1]["physicalLocation"]
    assert "region" not in places[2]["physicalLocation"]
    assert places[2]["logicalLocations"] == [{"name": PART.part and PART.part.en, "kind": "part"}]


def test_rdjson_has_each_once_and_no_range_where_there_are_no_lines() -> None:
    places = only("rdjson")["related_locations"]
    assert [place["message"] for place in places] == [
        *NAMES[:2],
        f"{NAMES[2]} [{PART.part and PART.part.en}]",
    ]
    assert places[0]["location"]["range"] == {"start": {"line": 4}, "end": {"line": 4}}


def test_full_shows_what_the_workings_have_not() -> None:
    text = told("full", [RICH])
    assert text.count("total (3:6)") == 1
    assert "see: 河口镇.docx:table 2, row 6, cell 9 the year before\n" in text


def test_what_would_mend_it_is_counted_as_its_reader_counts() -> None:
    (replacement,) = only("json")["proposal"]["replacements"]
    line = LINE[: replacement["start"]["column"] - 1]
    (suggestion,) = only("rdjson")["suggestions"]
    assert suggestion["range"]["start"]["column"] == len(line.encode()) + 1
    assert suggestion["range"]["end"]["column"] == len(LINE.encode()) + 1
    (change,) = only("sarif")["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["deletedRegion"]["startColumn"] == len(line) + 1
    assert change["replacements"][0]["insertedContent"]["text"] == suggestion["text"] == "12"


def test_what_has_none_says_nothing_of_them() -> None:
    for form in ("sarif", "rdjson"):
        text = told(form, [PLAIN], Context(version="1.0"))
        assert "elated" not in text
        assert "fixes" not in text
        assert "suggestions" not in text
