"""Suppressions written in TOML."""

from datetime import date
from pathlib import Path

import pytest

from disclint.diagnostics import SubjectKind
from disclint.errors import ConfigError
from disclint.settings import parse_settings
from disclint.source import FILE_START, Place
from disclint.suppressions import Suppression, load_suppressions, read_suppressions

WHOLE = """\
[[suppressions]]
file = "2023/*.txt"
code = "DIS402"
reason = "原件如此"
"""


def read(text: str) -> tuple[Suppression, ...]:
    settings = parse_settings(text, "x.toml")
    return settings.closed(read_suppressions(settings, "x.toml"))


def test_a_table_says_where_what_why_and_until_when() -> None:
    (one,) = read(WHOLE + 'cell = "requests-2021.received.total"\nuntil = 2030-12-31\n')
    assert (one.rule, one.reason, one.until) == ("DIS402", "原件如此", date(2030, 12, 31))
    assert one.part == (SubjectKind.FIGURE, "requests-2021.received.total")
    assert one.files.is_in("2023/青禾县.txt")
    assert not one.files.is_in("2022/青禾县.txt")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (WHOLE.replace("reason", "#"), "x.toml:1: suppressions[1]: `reason` must be given"),
        (WHOLE.replace("file", "#"), "x.toml:1: suppressions[1]: `file` must be given"),
        (WHOLE.replace("code", "#"), "x.toml:1: suppressions[1]: `code` must be given"),
        (WHOLE.replace("原件如此", " "), "`reason` must be a text that is not empty"),
        (WHOLE + "cel = 1\n", "suppressions[1]: unknown key `cel`; did you mean `cell`?"),
        (WHOLE + 'until = "2030-12-31"\n', "`until` must be a date without quotes"),
        (WHOLE + "until = 2030-12-31T00:00:00\n", "`until` must be a date without quotes"),
        (WHOLE + 'cell = "a"\nrow = "b"\n', "`row` must be left out: of cell, row, table"),
        (WHOLE + WHOLE.replace("reason", "#"), "x.toml:5: suppressions[2]: `reason`"),
        ("suppressions = 1", "`suppressions` must be an array of tables, `[[suppressions]]`"),
        ("[[supressions]]", "x.toml: unknown key `supressions`; did you mean `suppressions`?"),
        ("[[suppressions", "x.toml: is not TOML"),
    ],
)
def test_what_cannot_be_used_is_said_with_its_place(text: str, said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read(text)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("head", ["[[suppressions]]", "[[tool.disclint.suppressions]]"])
def test_a_table_knows_its_line(head: str, tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text("# notes\n" + WHOLE + "\n" + WHOLE, encoding="utf-8")
    found = load_suppressions(str(path))
    path.write_text(path.read_text(encoding="utf-8").replace("[[suppressions]]", head), "utf-8")
    assert [one.place() for one in found] == [Place(2, 1), Place(7, 1)]


def test_a_table_that_is_written_otherwise_stands_at_the_start_of_its_file(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text('suppressions = [{file="a", code="DIS4", reason="b"}]\n', encoding="utf-8")
    (one,) = load_suppressions(str(path))
    assert one.place() == FILE_START
    path.unlink()
    assert one.place() == FILE_START
