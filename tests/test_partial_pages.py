"""The eight half-saved pages of the corpus: what is true of each by eye, and nothing else."""

from decimal import Decimal
from pathlib import Path

import pytest

from disclint.linter import Linter
from disclint.records import figure_records
from disclint.source import Source

# Line and code of each finding. Heads that stop short, as 本年新, are none: the rest of such a
# head stands on a further line that whoever saved the page has lost, in two bodies the same.
FINDINGS = {
    "2019_kangle_shangwan_xiang": ["25 DIS107", "129 DIS006"],
    "2020_huitong_linyeju": ["2 DIS109", "4 DIS501", "57 DIS006"],
    "2020_wuhan_shengtaiju_trad": ["6 DIS106", "14 DIS205", "17 DIS201", "19 DIS006"],
    "2021_lintong_kaifaqu": [
        *("6 DIS102", "12 DIS107", "15 DIS107", "20 DIS303", "26 DIS107", "27 DIS006"),
    ],
    # Nobody writes a 0 in the columns of organisations; 自然人 and 总计 do hold one, so that the
    # blanks of these are a slip, told once for all eight rows.
    "2022_changchun_erdao_fangzheng": [
        "1 DIS109",
        *("61 DIS210", "85 DIS401", "87 DIS107", "88 DIS201", "133 DIS107", "160 DIS006"),
    ],
    "2023_hengdong_yanglin_zhen_oldform": ["13 DIS108", "15 DIS408", "19 DIS201", "34 DIS006"],
    # Three rows are too few for a column's habit of leaving zeros blank.
    "2023_yangling_tongjiju_slash": [
        *("15 DIS205", "16 DIS205", "17 DIS205", "63 DIS201", "90 DIS006"),
    ],
}

# Each row up to the cut, by form: a number, blank, or - for a placeholder.
FIGURES = {
    "2019_kangle_shangwan_xiang": {
        "active-2019": {
            "rules": "0,0,0",
            "normative-documents": "0,0,0",
            "licences": "0,0,0",
            "other-services": "0,0,0",
            "penalties": "0,0,0",
            "coercion": "0,0,0",
            "fees": "0,0",
            "procurement": "6,152790",
        }
    },
    "2020_huitong_linyeju": {
        "active-2019": {
            "rules": "0,0,0",
            "normative-documents": "0,0,0",
            "licences": "0,21,776",
            "other-services": "0,57,0",
            "penalties": "34,10,29",
            "coercion": "0,0,0",
        }
    },
    "2020_kaiping_nongyeju_trad_notables": {},
    "2020_wuhan_shengtaiju_trad": {
        "active-2019": {
            "rules": "0,0,0",
            "normative-documents": "2,2,19",
            "licences": "8,5,93",
            "other-services": "117,0,165",
            "penalties": "90,0,22",
            "coercion": "4,4,-",
            "fees": ",",
        }
    },
    "2021_lintong_kaifaqu": {
        "active-2021": {
            "rules": "0,0,0",
            "normative-documents": "0,0,0",
            "licences": "0",
            "penalties": "0",
            "coercion": "0",
            "fees": "43.788",
        },
        "requests-2021": {"received": "0,0,0,0,0,0,0", "carried-in": "0,0,0,0,0,0,0"},
    },
    "2022_changchun_erdao_fangzheng": {
        "active-2021": {
            "rules": "0,0,0",
            "normative-documents": "0,0,0",
            "licences": "0",
            "penalties": "0",
            "coercion": "0",
            "fees": "0",
        },
        "requests-2021": {
            "received": "56,,,,,,56",
            "carried-in": "0,,,,,,0",
            "disclosed": "18,,,,,,",
            "partly-disclosed": ",,,,,,",
            "refused-state-secret": ",,,,,,",
            "refused-forbidden-by-law": ",,,,,,",
            "refused-security": ",,,,,,",
            "refused-third-party": ",,,,,,",
            "refused-internal-affairs": ",,,,,,",
            "refused-process": ",,,,,,",
            "refused-enforcement-file": ",,,,,,",
        },
    },
    "2023_hengdong_yanglin_zhen_oldform": {
        "active-2019": {
            "rules": "1,1,1",
            "normative-documents": "22,22,22",
            "licences": ",,",
            "other-services": ",,",
            "penalties": ",,",
            "coercion": ",,",
            "fees": ",",
            "procurement": "0,0",
        }
    },
    "2023_yangling_tongjiju_slash": {
        "active-2021": {
            "rules": "-,-,-",
            "normative-documents": "0,0,0",
            "licences": "0",
            "penalties": "0",
            "coercion": "0",
            "fees": "0",
        },
        "requests-2021": {
            "received": ",,,,,,0",
            "carried-in": ",,,,,,0",
            "disclosed": ",,,,,,",
        },
    },
}


def open_page(linter: Linter, folder: Path, name: str) -> Source:
    source = linter.open(str(folder / "corpus" / f"part_{name}.txt"))
    assert isinstance(source, Source)
    return source


@pytest.mark.parametrize("name", FINDINGS)
def test_what_is_true_of_a_page_is_said_and_nothing_else(
    name: str, linter: Linter, real_reports: Path
) -> None:
    found = linter.lint(open_page(linter, real_reports, name))
    assert [f"{said.start.line} {said.code}" for said in found] == FINDINGS[name]


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_up_to_the_cut_is_read_and_none_past_it(
    name: str, linter: Linter, real_reports: Path
) -> None:
    source = open_page(linter, real_reports, name)
    shown = {"blank": "", "placeholder": "-"}
    read: dict[str, dict[str, list[str]]] = {}
    for record in figure_records(source, linter.bind(source)):
        if record.state != "unknown":
            row = read.setdefault(record.form, {}).setdefault(record.row_id, [])
            if record.state == "figure":
                row.append(f"{Decimal(record.value)}")
            else:
                row.append(shown[record.state])
    joined = {
        form: {row: ",".join(texts) for row, texts in rows.items()} for form, rows in read.items()
    }
    assert joined == FIGURES[name]


def test_a_total_left_blank_over_one_figure_has_its_sum(linter: Linter, real_reports: Path) -> None:
    found = linter.lint(open_page(linter, real_reports, "2022_changchun_erdao_fangzheng"))
    (total,) = [said for said in found if said.code == "DIS401"]
    assert "18" in total.message.zh
