"""Real reports that a converter has taken out of PDF: every figure, and what is said of them."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from disclint.linter import Linter
from tests.corpus import HONGZE_2023, KEWEI_2024, Rows, figures_in, findings_in

FIGURES = {
    "2023_hongze_qu.layout.txt": HONGZE_2023,
    "2023_hongze_qu.flow.txt": HONGZE_2023,
    "2024_shanghai_kewei.md": KEWEI_2024,
}
# Each was read against the text.
FINDINGS = {
    # Table 3 of an old edition, its label 其他法律行政止公开, and two totals left at 0.
    "2023_hongze_qu.layout.txt": ["85 DIS108", "108 DIS107", "149 DIS406", "149 DIS405"],
    "2023_hongze_qu.flow.txt": ["99 DIS108", "260 DIS107", "428 DIS406", "450 DIS405"],
    # The sections are numbered as though there were no first one; a heading is not there; the last
    # total is blank, whose parts add up to 1, and the prose says that all was done; 资金资金.
    "2024_shanghai_kewei.md": [
        "34 DIS704",
        "43 DIS505",
        "73 DIS102",
        "91 DIS102",
        "178 DIS401",
        "180 DIS101",
        "180 DIS102",
        "205 DIS102",
    ],
}


@pytest.mark.parametrize(("name", "expected"), FIGURES.items())
def test_every_figure_is_read(
    name: str, expected: Mapping[str, Rows], linter: Linter, real_reports: Path
) -> None:
    assert figures_in(linter, real_reports / "corpus" / name) == expected


@pytest.mark.parametrize(("name", "expected"), FINDINGS.items())
def test_what_the_text_deserves_is_said_and_nothing_else(
    name: str, expected: list[str], linter: Linter, real_reports: Path
) -> None:
    assert findings_in(linter, real_reports / "corpus" / name) == expected
