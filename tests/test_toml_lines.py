"""Where the keys of a file of TOML stand."""

import pytest

from disclint.settings.toml_lines import line_of

TEXT = '''\
# select = []
select = [
    "DIS4",
]
"of note" = """
ignore = 1
"""
limit.bytes = 5

[severity]
'row-total' = "info"
[tool."disclint".per-file-ignores]
"a = b/*.txt" = ["ALL"]
[[reports]]
file = "a.txt"
[[ reports ]]
year = 2023
file = "b.txt"
'''


@pytest.mark.parametrize(
    ("way", "line"),
    [
        (("select",), 2),
        (("of note",), 5),
        (("ignore",), None),
        (("limit", "bytes"), 8),
        (("severity",), 10),
        (("severity", "row-total"), 11),
        (("severity", "DIS402"), 10),
        (("tool", "disclint", "per-file-ignores", "a = b/*.txt"), 13),
        (("reports",), None),
        (("reports[1]", "file"), 15),
        (("reports[2]", "file"), 18),
        (("reports[2]",), 16),
    ],
)
def test_a_key_stands_on_its_line_or_at_its_table(way: tuple[str, ...], line: int | None) -> None:
    assert line_of(TEXT, way) == line
