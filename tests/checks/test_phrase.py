"""Phrases that have no place in a report."""

import pytest

from disclint.checks.phrase import Phrase
from disclint.linter import Linter
from tests.checks.speaking import count, headings, said

TEMPLATE = "该部分以表格形式报告。表格如下："


def prose(*lines: str) -> str:
    return headings().replace("平稳有序。", "\n".join(lines), 1)


def test_a_sentence_of_the_template_is_told_in_each_place(linter: Linter) -> None:
    text = prose("平稳有序。", TEMPLATE) + TEMPLATE
    assert [one.split(":")[0] for one in said(linter, "DIS110", text)] == ["3", "14"]


@pytest.mark.parametrize(
    "blank", ["XX年", "ＸＸ条", "20XX年", "XXX局", "××月", "（单位名称）2023年"]
)
def test_a_blank_of_the_template_is_told(blank: str, linter: Linter) -> None:
    assert count(linter, "DIS110", prose(f"本报告由{blank}，平稳有序。")) == 1


@pytest.mark.parametrize(
    "line",
    [
        "张XX申请公开征地信息。",
        "王某申请公开XX镇XX村的征地信息。",
        "申请应当写明姓名（单位名称）、联系方式。",
        "有关情况以表格形式报告市政府。",
        "如需申请，请填写申请表。",
    ],
)
def test_masked_names_and_words_on_forms_are_no_template(line: str, linter: Linter) -> None:
    assert count(linter, "DIS110", prose(line)) == 0


@pytest.mark.parametrize(
    "artefact",
    [
        "[bookmark: _GoBack]",
        'HYPERLINK "http://example.org"',
        r"PAGE \* MERGEFORMAT",
        r"TOC \o",
        "PAGEREF _Toc1234",
        "EMBED Excel.Sheet.8",
        "<!--",
        "-->",
        "&nbsp;",
    ],
)
def test_what_a_conversion_leaves_is_told(artefact: str, linter: Linter) -> None:
    assert count(linter, "DIS701", prose(f"{artefact}平稳有序。")) == 1


def test_an_artefact_that_comes_again_is_told_once_with_the_number(linter: Linter) -> None:
    (found,) = said(linter, "DIS701", prose("&nbsp;平稳&nbsp;有序。", "&nbsp;好。"))
    assert found.startswith("2: ")
    assert "(places: 3)" in found


def test_the_text_of_an_artefact_is_given_whole_and_no_more(linter: Linter) -> None:
    (found,) = said(linter, "DIS701", prose("[bookmark: _GoBack]2023年，平稳[有序]。"))
    assert '"[bookmark: _GoBack]"' in found


@pytest.mark.parametrize("line", ["见http://example.org/a-b.html", "A & B", "a->b", "[2023]12号"])
def test_addresses_and_plain_signs_are_no_artefacts(line: str, linter: Linter) -> None:
    assert count(linter, "DIS701", prose(line)) == 0


@pytest.mark.parametrize("phrases", [[], [""], [{"主办": None}]])
def test_a_list_that_would_match_anything_is_refused(phrases: list[object]) -> None:
    with pytest.raises(ValueError, match="a list of words"):
        Phrase(phrases)
