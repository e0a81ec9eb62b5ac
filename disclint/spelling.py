"""The normal form in which words are compared: one script, one width, no spaces, no pinyin.

The writer's own spelling is kept in the document; this form only tells whether two spellings mean
the same label.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from unicodedata import east_asian_width

from attrs import field, frozen

from disclint.source import Span

# Only the characters of the official forms and headings, and of the words that tell who reports
# on which year: whole dictionaries of script conversion also change words, which labels must not
# suffer. The tests hold this table against one of those dictionaries.
_TRADITIONAL = (
    "訊覆頒辦報備邊標別並補財採參殘產場長徹稱衝處從擔單當黨檔導點電訂東動讀對額兒發罰範訪廢費復複"
    "該個給溝構購關貫廣規歸貴國過號後護戶劃話懷環還會獲機極濟計記際繼監間檢簡減見將獎繳節結進"
    "經糾舊舉據決軍開況來勞類裏裡勵聯連兩療遼龍錄滿沒門祕納內寧農齊氣錢強親請區權確讓認陝紹設"
    "審師時實輸書屬術數稅說説訟蘇訴臺態題體條鐵廳聽銅統圖團託灣萬網違圍為爲濰維衛衞穩問無蕪塢"
    "務係繫險現縣線鄉項寫興須許續選學詢煙嚴陽業醫億議異陰銀應營遊於餘與員遠約閱雲運載擇澤張帳"
    "賬這針鎭鎮徵證織執製質種週註專轉莊準資總組"
    "佈佔傳償勝協圓壓層幾擬敗暫歷淨熱爭牽畢眾積級紛絡縮羣蓋衆覈視訓評誤調談諮責賠較輿達遞郵銷錯隊"
    "順預領頭頻饋駁編簽諧錫棄終"
)
_SIMPLIFIED = (
    "讯复颁办报备边标别并补财采参残产场长彻称冲处从担单当党档导点电订东动读对额儿发罚范访废费复复"
    "该个给沟构购关贯广规归贵国过号后护户划话怀环还会获机极济计记际继监间检简减见将奖缴节结进"
    "经纠旧举据决军开况来劳类里里励联连两疗辽龙录满没门秘纳内宁农齐气钱强亲请区权确让认陕绍设"
    "审师时实输书属术数税说说讼苏诉台态题体条铁厅听铜统图团托湾万网违围为为潍维卫卫稳问无芜坞"
    "务系系险现县线乡项写兴须许续选学询烟严阳业医亿议异阴银应营游于余与员远约阅云运载择泽张帐"
    "账这针镇镇征证织执制质种周注专转庄准资总组"
    "布占传偿胜协圆压层几拟败暂历净热争牵毕众积级纷络缩群盖众核视训评误调谈咨责赔较舆达递邮销错队"
    "顺预领头频馈驳编签谐锡弃终"
)
_DASHES = "‐‑‒–—―─−－"
_QUOTES = "“”‘’\"'「」『』〝〞＂＇"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"

_TO_NORMAL = (
    str.maketrans(_TRADITIONAL, _SIMPLIFIED)
    | str.maketrans(_DASHES, "-" * len(_DASHES))
    | dict.fromkeys(map(ord, _QUOTES + _INVISIBLE))
)
_PINYIN = re.compile(r"(?<=[\u3400-\u9fff])[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ]{1,6}[)）]")
_ANNOTATED = re.compile(rf".{_PINYIN.pattern}")
_BETWEEN_HAN = re.compile(r"(?<=[\u3000-\u9fff]) (?=[\u3000-\u9fff])")
_LONGEST_QUOTE = 60
# Words that a page's conversion to the script of Taiwan puts in the place of the official ones,
# each as long as the official one.
_CONVERTED = {"资讯": "信息", "专案": "项目", "档案": "文件"}
_LINE_BREAK = re.compile(r"<br/?>", re.IGNORECASE)
_LEADER = re.compile(r"[.．…·]{2,}\s*\d*\s*$")
_SPACED_ITEM = re.compile(r"^([一二三四五六七八九十])\s+(?=\S)")
_SPACES = re.compile(r"\s+")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)\s+(?=\d)")
_GAP = "\ue000"  # stands for a space while spaces are taken out; no letter, in no text
_ITEM = re.compile(
    r"\((?P<bracketed>[一二三四五六七八九十]{1,3})\)[、.,]?"
    r"|(?P<chinese>[一二三四五六七八九十]{1,3})[、.,]"
    r"|第(?P<part>[一二三四五六七八九十]{1,3})部分[:、]?"
    r"|(?P<arabic>\(\d{1,2}\)[、.,]?|\d{1,2}(?:[、.,](?!\d)|(?=[\u3400-\u9fff])))"
)
_BARE_ITEM = re.compile(r"^[一二三四五六七八九十]{1,2}$")
_EXPLANATION = re.compile(r"\((?![一二三四五六七八九十\d]+\))[^()]+\)")


@frozen
class Label:
    """The normal form of a label."""

    number: str
    """Its item number, `一、`, `(一)` or `1.`, or nothing."""
    text: str
    """What follows the number."""
    full: str = field(init=False, eq=False)
    """The number and the text."""
    core: str = field(init=False, eq=False)
    """The text without bracketed explanations, unless it is nothing but one."""

    @full.default
    def _join(self) -> str:
        return self.number + self.text

    @core.default
    def _strip_explanations(self) -> str:
        return _EXPLANATION.sub("", self.text) or self.text


def folded(text: str) -> str:
    """Return `text` in one script and one width, its spaces kept."""
    return _PINYIN.sub("", unicodedata.normalize("NFKC", text).translate(_TO_NORMAL))


def annotated(text: str) -> Iterator[re.Match[str]]:
    """Yield each character of `text` with the pinyin after it."""
    return _ANNOTATED.finditer(text)


def normal(text: str) -> str:
    """Return `text` in the one spelling in which labels are compared."""
    return _PINYIN.sub("", _SPACES.sub("", folded(text)))


@frozen
class Traced:
    """A text as labels are compared, with the way back to the text as written."""

    text: str
    offsets: Sequence[int]
    """Where each of its letters comes from."""

    def span(self, start: int, end: int) -> Span:
        """Return what is written for the letters from `start` up to `end`, one at least."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


def traced(text: str) -> Traced:
    """Return the normal form of `text`, with the official words for those of a conversion."""
    trace = _traced(text)
    plain = trace.text
    for word, official in _CONVERTED.items():
        plain = plain.replace(word, official)
    return Traced(plain, trace.offsets)


def _traced(text: str) -> Traced:
    letters = list(map(_folded_letter, text))
    offsets = [at for at, folded in enumerate(letters) for _ in folded]
    plain = "".join(letters)
    if drop := [match.span() for match in _PINYIN.finditer(plain)]:
        kept = list(zip([0, *(end for _, end in drop)], [*(s for s, _ in drop), None], strict=True))
        plain = "".join(plain[start:end] for start, end in kept)
        offsets = [offset for start, end in kept for offset in offsets[start:end]]
    return Traced(plain, offsets)


def traced_prose(text: str) -> Traced:
    """Return the normal form of a text that runs on, its spaces between digits kept.

    Each number stays by itself; and words stay what they are, for 档案 is one of its own here.
    """
    held = _BETWEEN_DIGITS.sub(lambda gap: _GAP * len(gap[0]), text)
    trace = _traced(held)
    return Traced(trace.text.replace(_GAP, " "), trace.offsets)


@lru_cache(maxsize=8192)
def _folded_letter(char: str) -> str:
    """Return the normal form of one character, which may be several or none."""
    return _SPACES.sub("", unicodedata.normalize("NFKC", char).translate(_TO_NORMAL))


def quoted(text: str) -> str:
    """Return the writer's own spelling on one line, cut where it is too long for a message."""
    line = _SPACES.sub(" ", text)
    tight = _BETWEEN_HAN.sub("", line)
    return tight if len(tight) <= _LONGEST_QUOTE else f"{tight[:_LONGEST_QUOTE]}…"


@lru_cache(maxsize=8192)
def label(text: str) -> Label:
    """Return the normal form of `text`, its item number apart."""
    plain = _LINE_BREAK.sub("", normal(text)).rstrip(":")
    for word, official in _CONVERTED.items():
        plain = plain.replace(word, official)
    item = _ITEM.match(plain)
    if item is None:
        return Label("", plain)
    rest = plain[item.end() :]
    if item["bracketed"]:
        return Label(f"({item['bracketed']})", rest)
    if item["arabic"]:
        return Label(f"{item['arabic'].strip('().、,')}.", rest)
    return Label(f"{item['chinese'] or item['part']}、", rest)


def piece(text: str) -> str:
    """Return the normal form of what may be a piece of a label, without an item number.

    `（三` and `）不予` are what a converter leaves of `（三）不予公开` where it breaks the line.
    """
    return _BARE_ITEM.sub("", label(text).text.strip("()"))


def heading(text: str) -> Label:
    """Return the normal form of a heading, without marks of Markdown and leaders to a page."""
    bare = _LEADER.sub("", text.strip("#* \t\u3000\xa0"))
    return label(_SPACED_ITEM.sub(r"\1、", bare))


def closeness(one: str, other: str) -> float:
    """Return how alike two normal forms are, from 0 to 1 for equal."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def screen_width(text: str) -> int:
    """Return how many columns of a screen `text` takes."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)
