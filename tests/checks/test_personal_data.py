"""Numbers that belong to a person; those here are made up, and valid by computation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclint.checks.personal_data import is_identity_number, masked, passes_luhn
from disclint.linter import Linter
from tests.checks.speaking import headings, said

IDENTITY = "110101199001011237"
CARD = "6212345678901234569"
SHORT_CARD = "6212345678901232"
CREDIT = "4123456789012349"
MOBILE = "13800001234"


def told(linter: Linter, line: str) -> list[str]:
    return said(linter, "DIS707", headings().replace("平稳有序。", line, 1))


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        (f"身份证号码{IDENTITY}。", "110101********1237"),
        ("身份证１１０１０１１９９００１０１１２３７。", "110101********1237"),
        (f"（{IDENTITY}）", "110101********1237"),
        (f"卡号：{CARD}。", "621234*********4569"),
        (f"收款人{SHORT_CARD}。", "621234******1232"),
        (f"银行卡{CREDIT}。", "412345******2349"),
        (f"联系人：李青禾，联系电话：{MOBILE}。", "138****1234"),
        (f"联系人：欧阳青（手机：{MOBILE}）", "138****1234"),
        (f"申请人王河电话为{MOBILE}。", "138****1234"),
        (f"陈女士{MOBILE}来电。", "138****1234"),
        ("联系人：李青禾 138 0000 1234", "138****1234"),
        (f"经办人：阿木尔·青禾，{MOBILE}", "138****1234"),
    ],
)
def test_a_number_of_a_person_is_told_with_its_middle_masked(
    line: str, shown: str, linter: Linter
) -> None:
    (found,) = told(linter, line)
    assert f" {shown} " in found or f": {shown} " in found
    assert IDENTITY not in found


@pytest.mark.parametrize(
    "line",
    [
        "身份证号码110101199001011238。",
        "身份证号码110101199013011237。",
        "身份证号码110101********1237。",
        f"编码{IDENTITY}00。",
        f"http://example.org/{IDENTITY}.html",
        f"http://example.org/?id={IDENTITY}",
        "统一社会信用代码11110000MB0000000A。",
        f"卡号{CARD}1。",
        "卡号6212345678901234568。",
        f"开户名：青禾县财政局，账号：{CARD}。",
        f"项目编号{SHORT_CARD}。",
        f"数据{CREDIT}条。",
    ],
)
def test_numbers_of_other_sorts_are_let_pass(line: str, linter: Linter) -> None:
    assert told(linter, line) == []


@pytest.mark.parametrize(
    "line",
    [
        f"联系电话：{MOBILE}。",
        f"联系人：青禾县政务服务中心，电话：{MOBILE}。",
        f"联系人：安监办，电话：{MOBILE}。",
        f"高新区{MOBILE}。",
        "联系人：李青禾，电话：0571-12345678。",
        "联系人：李青禾，电话：138****1234。",
        f"联系人：李青禾。投诉热线{MOBILE}。",
        f"联系人：李青禾，电话：{MOBILE}5。",
    ],
)
def test_telephones_of_the_office_are_let_pass(line: str, linter: Linter) -> None:
    assert told(linter, line) == []


digits = st.text("0123456789", min_size=15, max_size=18)


@given(digits)
def test_of_ten_last_digits_one_passes_luhn_and_a_slip_in_any_digit_fails(number: str) -> None:
    (whole,) = [number + last for last in "0123456789" if passes_luhn(number + last)]
    for place, digit in enumerate(whole):
        other = str((int(digit) + 1) % 10)
        assert not passes_luhn(whole[:place] + other + whole[place + 1 :])


@given(st.dates(), st.integers(min_value=0, max_value=999))
def test_an_identity_number_has_one_check_digit_and_a_birth_after_1900(
    born: object, serial: int
) -> None:
    head = f"110101{str(born).replace('-', '')}{serial:03}"
    valid = [last for last in "0123456789X" if is_identity_number(head + last)]
    assert len(valid) == (str(born) >= "1900")


@given(st.text("0123456789", min_size=11, max_size=19))
def test_a_mask_hides_all_but_head_and_tail(number: str) -> None:
    shown = masked(number, 6)
    assert len(shown) == len(number)
    assert shown == number[:6] + "*" * (len(number) - 10) + number[-4:]
