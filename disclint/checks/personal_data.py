"""Numbers that belong to a person and to no public text."""

import re
from collections.abc import Iterator
from datetime import date

from attrs import frozen

from disclint.binding.passages import Passage
from disclint.check import Finding, told

_ALONE = r"(?<![A-Za-z\d_/=.&?#*-])", r"(?![A-Za-z\d_/=*-])"
_LONG = re.compile(rf"{_ALONE[0]}(?:[1-9]\d{{16}}[\dXx]|[456]\d{{15,18}}){_ALONE[1]}")
_MANY_DIGITS = re.compile(r"\d{3}[ -]?\d{4}[ -]?\d{4}")

# GB 11643: the last character of a resident identity number, by the weighted sum of the others.
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"
# By the first digit of the region, the second ones that provinces have.
_REGIONS = ("", "12345", "123", "1234567", "123456", "01234", "12345", "1", "123", "")
_OLDEST = 1900

_NEARBY = 20
# What makes a long number one of another sort: an account of the office, the code of a project.
_OTHER_NUMBER = re.compile(r"编号|编码|代码|标识|文号|单号|案号|流水|许可|项目|户名|开户|账[号户]")
_CARD = re.compile(r"卡")
_UNIONPAY_LENGTHS = {16, 19}

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任"
    "卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔"
    "向常汤康易乔赖文施洪辛柯庄牛温倪邢樊鲁葛殷俞翁章梅季路阎巩齐耿欧尚邬祝霍申蓝"
)
_COMPOUND = "欧阳|上官|司马|诸葛|司徒|皇甫|东方|令狐|慕容|尉迟"
_SURNAME = f"(?:{_COMPOUND}|[{_SURNAMES}])"
_HAN = r"[\u3400-\u9fff]"
_NAME = rf"(?:{_SURNAME}{_HAN}{{1,2}}|{_HAN}{{1,6}}·{_HAN}{{1,6}})"
_NO_OFFICE = "(?<![科办局室委处部站所中心组队股厅院会社区镇乡村])"
_LABEL = "(?:(?:联系|申请|经办|负责|填报|填表|当事|投诉|举报|反映|来信|信访)人|联络员|原告|姓名)"
_PHONE = r"(?:[(,;、]?(?:的?(?:联系|手机)?(?:电话|号码|方式)|手机|手机号)(?:号码)?[:为是]*)?"
_TITLED = rf"{_SURNAME}{_HAN}{{0,2}}(?:先生|女士|同志)"
_MOBILE = re.compile(
    rf"(?:{_LABEL}[:为是]?{_NAME}{_NO_OFFICE}(?:先生|女士|同志)?|{_TITLED})"
    rf"[(,;、:]?{_PHONE}[(:]?(?P<number>1[3-9]\d[ -]?\d{{4}}[ -]?\d{{4}})(?!\d)"
)


@frozen
class PersonalData:
    """Identity numbers and bank cards with a valid check digit, mobile numbers beside a name."""

    looks_at = Passage
    facts = told("number", card="number", mobile="number")

    def look(self, passage: Passage) -> Iterator[Finding]:
        """Yield a finding for each number, its middle masked: a report is no place to repeat it."""
        if not _MANY_DIGITS.search(passage.text):
            return
        for match in _LONG.finditer(passage.text):
            if is_identity_number(match[0]):
                yield _finding(passage, match.span(), "", 6)
            elif _is_card(match, passage.text):
                yield _finding(passage, match.span(), "card", 6)
        for match in _MOBILE.finditer(passage.text):
            yield _finding(passage, match.span("number"), "mobile", 3)


def _finding(passage: Passage, place: tuple[int, int], variant: str, head: int) -> Finding:
    number = re.sub(r"[ -]", "", passage.text[slice(*place)])
    return Finding(passage.span(*place), {"number": masked(number, head)}, variant)


def masked(number: str, head: int) -> str:
    """Return `number` with all but its first `head` and its last four characters hidden."""
    return f"{number[:head]}{'*' * (len(number) - head - 4)}{number[-4:]}"


def is_identity_number(number: str) -> bool:
    """Whether `number` is a resident identity number: region, date of birth, check digit."""
    if len(number) != len(_WEIGHTS) + 1 or number[1] not in _REGIONS[int(number[0])]:
        return False
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    weighted = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return born.year >= _OLDEST and _CHECK[weighted % 11] == number[-1].upper()


def _is_card(match: re.Match[str], text: str) -> bool:
    """Whether a number is that of a bank card, and neither an account nor a code of the office.

    Those of UnionPay are known by their own first digits and length; others only by the word.
    """
    before = text[max(match.start() - _NEARBY, 0) : match.start()]
    if not passes_luhn(match[0]) or _OTHER_NUMBER.search(before):
        return False
    is_unionpay = match[0].startswith("62") and len(match[0]) in _UNIONPAY_LENGTHS
    return is_unionpay or _CARD.search(before) is not None


def passes_luhn(number: str) -> bool:
    """Whether the last digit of `number` is the check digit of the others (ISO/IEC 7812)."""
    digits = [int(digit) for digit in reversed(number)] if number.isdecimal() else []
    doubled = sum(sum(divmod(2 * digit, 10)) for digit in digits[1::2])
    return bool(digits) and (sum(digits[::2]) + doubled) % 10 == 0
