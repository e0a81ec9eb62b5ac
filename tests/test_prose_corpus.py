"""The prose of the real reports: what must be said of it, and nothing else."""

from pathlib import Path

import pytest

from disclint.linter import Linter
from disclint.source import Source

AREAS = ("DIS109", "DIS11", "DIS5", "DIS6", "DIS7", "DIS8")

# Each was read against the text: all of it is true, and what the README of the folder says of the
# prose of a report is there.
MUST_SHOW = {
    "2020_pingtan.DERIVED_t3t4.html": [],
    "2020_pingtan.runon.txt": ["10 DIS502"],
    "2021_pingtan.runon.txt": ["10 DIS701", "10 DIS704"],
    "2023_hongze_qu.flow.txt": [],
    "2023_hongze_qu.layout.txt": [],
    "2023_hongze_qu.pdf": [],
    "2023_shuyang_fagaiju.html": [],
    "2024_shanghai_kewei.md": ["34 DIS704", "43 DIS505"],
    "part_2019_kangle_shangwan_xiang.txt": [],
    "part_2020_huitong_linyeju.txt": ["2 DIS109", "4 DIS501"],
    "part_2020_kaiping_nongyeju_trad_notables.txt": ["1 DIS702"],
    "part_2020_wuhan_shengtaiju_trad.txt": [],
    "part_2021_lintong_kaifaqu.txt": [],
    "part_2022_changchun_erdao_fangzheng.txt": ["1 DIS109"],
    "part_2023_hengdong_yanglin_zhen_oldform.txt": [],
    "part_2023_yangling_tongjiju_slash.txt": [],
}


@pytest.mark.parametrize("name", MUST_SHOW)
def test_what_must_be_shown_is_shown_and_nothing_else(
    name: str, linter: Linter, real_reports: Path
) -> None:
    source = linter.open(str(real_reports / "corpus" / name))
    assert isinstance(source, Source)
    found = [one for one in linter.lint(source) if one.code.startswith(AREAS)]
    assert [f"{one.start.line} {one.code}" for one in found] == MUST_SHOW[name]


def test_no_report_of_the_folder_is_left_out(real_reports: Path) -> None:
    assert {path.name for path in (real_reports / "corpus").iterdir()} == set(MUST_SHOW)
