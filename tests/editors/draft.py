"""A report with slips where editors go astray: Chinese, tabs, spaces, astral characters."""

from pathlib import Path

from tests.installing import ROOT

NAME = "青禾县 报告/年报 2020（𠮷）.txt"
SLIP = "😀𠮷林乡：2020年，我县公开信息XX件。"
"""In it `XX件` is left over from a template, behind what each unit counts otherwise."""

FOUND = [
    (7, "XX件"),
    (38, "13,405"),
    (42, "7"),
    (60, ""),
    (80, "4120.6万"),
    (83, "3、"),
    (235, "6"),
    (377, ""),
]
"""The line of each slip, and with what the text begins that the cursor must stand on."""


def write_draft(folder: Path, encoding: str = "utf-8") -> Path:
    """Write the report below `folder`; return its path."""
    lines = (ROOT / "docs/samples/qinghe-2020.txt").read_text(encoding="utf-8").split("\n")
    lines[FOUND[0][0] - 1] = SLIP
    path = folder / NAME
    path.parent.mkdir(parents=True)
    path.write_text("\n".join(lines), encoding=encoding)
    return path


def assert_stands(cursors: list[tuple[int, str]]) -> None:
    """Hold the places to which an editor went, line and text from there on, against the slips."""
    assert [line for line, _ in cursors] == [line for line, _ in FOUND]
    for (line, text), (_, begins) in zip(cursors, FOUND, strict=True):
        there = (
            text.startswith(begins) if begins else text in ("", "\t")
        )  # Vim has none past the end
        assert there, f"line {line}: {text!r}"
