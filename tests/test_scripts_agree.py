"""One report in each script and each layout: nothing to find in any of them."""

from random import Random

import pytest
from opencc import OpenCC

from benchmarks.figures import EDITIONS, valid_figures
from disclint.diagnostics import Severity
from disclint.linter import Linter
from disclint.source import Source
from tests.filling import find_form
from tests.writing import LayoutName, write_report


def with_pinyin(text: str) -> str:
    return "".join(f"{letter}(xìn)" if letter in "信息公开数量项" else letter for letter in text)


def with_odd_spaces(text: str) -> str:
    return text.replace("0\n", "0\u00a0\u2002\n").replace("总计", "总　计").replace("其他", "其 他")


CONVERSIONS = {
    **{name: OpenCC(name).convert for name in ("s2t", "s2tw", "s2hk", "s2twp")},
    "pinyin": with_pinyin,
    "spaces": with_odd_spaces,
}


@pytest.mark.parametrize("layout", ["tabbed", "pipes", "paragraphs"])
@pytest.mark.parametrize("conversion", CONVERSIONS)
def test_a_report_in_order_is_in_order_however_it_is_written(
    conversion: str, layout: LayoutName, linter: Linter
) -> None:
    random = Random(5)
    for year, names in EDITIONS.items():
        forms = [find_form(linter, name) for name in names]
        for _ in range(4):
            figures = valid_figures(random, forms)
            text = write_report(forms, lambda slot: figures[slot.id], layout, year)  # noqa: B023
            found = linter.lint(Source("report.txt", CONVERSIONS[conversion](text)))
            assert [one for one in found if one.severity is not Severity.INFO] == []
