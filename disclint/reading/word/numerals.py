"""Numbers as Word writes them in lists."""

from collections.abc import Callable, Mapping

_DIGITS = "〇一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_LETTERS = 26
_LAST_COUNTED = 99
_LAST_CIRCLED = 20
_LAST_ROMAN = 3999
_LONGEST = 40


def write_number(number: int, style: str) -> str | None:
    """Return `number` in a style of Word's, or nothing where it is not known how."""
    writer = _WRITERS.get(style)
    return writer(number) if writer and number >= 0 else None


def _counted(number: int) -> str | None:
    """Return 1 as 一, 10 as 十, 21 as 二十一."""
    if not 0 < number <= _LAST_COUNTED:
        return None
    text = _tens(number, _DIGITS, "十")
    return text.removeprefix("一") if text.startswith("一十") else text


def _formal(number: int) -> str | None:
    return _tens(number, _FORMAL, "拾") if 0 < number <= _LAST_COUNTED else None


def _tens(number: int, digits: str, ten: str) -> str:
    tens, ones = divmod(number, 10)
    return (digits[tens] + ten if tens else "") + (digits[ones] if ones else "")


def _in_digits(digits: str) -> Callable[[int], str]:
    return lambda number: "".join(digits[int(digit)] for digit in str(number))


def _lettered(number: int) -> str | None:
    """Return 1 as a, 27 as aa, 28 as bb."""
    if number < 1:
        return None
    times, letter = divmod(number - 1, _LETTERS)
    return chr(ord("a") + letter) * (times + 1) if times < _LONGEST else None


def _roman(number: int) -> str | None:
    if not 0 < number <= _LAST_ROMAN:
        return None
    text = ""
    for worth, letters in _ROMAN:
        times, number = divmod(number, worth)
        text += letters * times
    return text


def _upper(writer: Callable[[int], str | None]) -> Callable[[int], str | None]:
    def write(number: int) -> str | None:
        text = writer(number)
        return text.upper() if text else None

    return write


def _circled(number: int) -> str | None:
    return chr(ord("①") + number - 1) if 0 < number <= _LAST_CIRCLED else None


def _stem(number: int) -> str | None:
    return _STEMS[number - 1] if 0 < number <= len(_STEMS) else None


_WRITERS: Mapping[str, Callable[[int], str | None]] = {
    "decimal": str,
    "decimalZero": "{:02}".format,
    "decimalFullWidth": _in_digits("０１２３４５６７８９"),
    "decimalFullWidth2": _in_digits("０１２３４５６７８９"),
    "decimalHalfWidth": str,
    "lowerLetter": _lettered,
    "upperLetter": _upper(_lettered),
    "lowerRoman": _roman,
    "upperRoman": _upper(_roman),
    "chineseCounting": _counted,
    "chineseCountingThousand": _counted,
    "japaneseCounting": _counted,
    "taiwaneseCounting": _counted,
    "taiwaneseCountingThousand": _counted,
    "chineseLegalSimplified": _formal,
    "ideographDigital": _in_digits(_DIGITS),
    "japaneseDigitalTenThousand": _in_digits(_DIGITS),
    "taiwaneseDigital": _in_digits(_DIGITS),
    "ideographTraditional": _stem,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
}
