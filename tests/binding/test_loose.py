"""Labels that stand loose in a text."""

import pytest

from disclint.binding.loose import is_covered, is_of
from disclint.forms import Form

FEE = "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("5.属于三类内部事务信息", True),
        ("属于三类内\n部事务信息", True),
        ("属于三类00事务信息", True),
        ("三类信息", False),
        ("", False),
    ],
)
def test_a_label_is_covered_by_most_of_its_pieces(text: str, *, covered: bool) -> None:
    assert is_covered("5.属于三类内部事务信息", text) == covered


def test_a_text_is_of_another_edition_by_what_only_its_labels_have(forms: dict[str, Form]) -> None:
    old, new = forms["requests-2019"], forms["requests-2021"]
    assert is_of(new, old, "人逾期未按收费通知要0求缴纳费用、行政机0关不再处理其政府")
    assert not is_of(old, new, "".join(old.labels))
    assert not is_of(new, new, FEE)


def test_words_that_both_editions_have_tell_neither(forms: dict[str, Form]) -> None:
    old, new = forms["requests-2019"], forms["requests-2021"]
    assert not is_of(new, old, "".join(old.labels))
    assert not is_of(new, old, "申请人要求行政机关公开政府信息，已按期处理，未收费。")
