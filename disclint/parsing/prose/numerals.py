"""Whole numbers in Chinese numerals: 十六, 二百零三."""

_DIGITS = {numeral: value for value, numeral in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
}
_POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10_000}
NUMERALS = "".join(_DIGITS) + "".join(_POWERS)
"""The characters that a number may be made of."""


def read_numerals(text: str) -> int | None:
    """Return the number that `text` spells, or nothing where it does not spell one for certain."""
    if not any(char in _POWERS for char in text):
        return _DIGITS.get(text)
    total = section = 0
    digit: int | None = None
    for char in text:
        power = _POWERS.get(char)
        if power is None:
            if digit:  # 二三: two digits without a power between
                return None
            digit = _DIGITS[char]
        elif char == "万":
            total, section, digit = total + (section + (digit or 0)) * power, 0, None
        else:
            section += (1 if digit is None else digit) * power
            digit = None
    number = total + section + (digit or 0)
    return number if spell(number) == text.replace("〇", "零").replace("两", "二") else None


def spell(number: int) -> str:
    """Return `number`, below a hundred million, as it is spelt; 十 to 十九 without 一."""
    high, low = divmod(number, 10_000)
    text = f"{_spell_section(high)}万" if high else ""
    if low or not high:
        gap = "零" if high and low < 1000 else ""  # noqa: PLR2004 - a digit fewer than can be
        text += gap + (_spell_section(low) or "零")
    return text.removeprefix("一") if text.startswith("一十") else text


def _spell_section(number: int) -> str:
    """Return four digits as they are spelt, 一 before 十 as well; nothing for zero."""
    numerals, text, is_gap = "零一二三四五六七八九", "", False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            text += ("零" if is_gap and text else "") + numerals[digit] + name
            is_gap = False
        else:
            is_gap = True
    return text
