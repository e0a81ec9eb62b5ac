"""The region that a body is of, as far as its name says."""

import re

from disclint import spelling
from disclint.binding.identity import kind_of

# Names of places in front of what they are; a 城市 or 市场 in a name is no place.
_PROVINCE = r"[^省市县区旗盟]{2,8}?(?:省|自治区)"
_PREFECTURE = r"(?!城市)[^省市县区旗盟]{1,7}?市(?!场)|[^省市县区旗盟]{2,14}?(?:自治州|盟)"
_DISTRICT = (
    r"[^省市县区旗盟]{2,7}?"
    r"(?<!自治|开发|实验|管理|合作|示范|试验|保税|名胜|保护|度假|风景|旅游|工业|产业|功能|高新)"
    r"(?<![新园地景林矿社库片特老山管贸政校])区"
)
_COUNTY = (
    rf"[^省市县区旗盟]{{1,14}}?县|[^省市县区旗盟]{{2,8}}?旗"
    rf"|(?!城市)[^省市县区旗盟]{{1,7}}?市(?!场)|{_DISTRICT}"
)
_TOWNSHIP = r"[^省市县区旗盟]{2,8}?(?:(?<!城)(?:乡(?!村|镇)|镇)|街道)"
_REGION = re.compile(
    rf"(?:{_PROVINCE})?(?:{_PREFECTURE})?(?:{_COUNTY})?(?:{_TOWNSHIP})?", re.DOTALL
)
_NO_PLACE = re.compile(r"国家|中国|全国|中华")
_GOES_ON = re.compile(r"[省县区旗盟州镇]|乡(?!村)|市(?!场|政[^府]|容|民)")
"""What goes on with the name of a place: 沙市 is none in 沙市区."""
_OWN_NAME = re.compile(r"(?:人民政府)?(?:办事处|办公室|办公厅)?$")


def region_of(body: str) -> str | None:
    """Return the region in the name of a body, 青禾县 in 青禾县林业局, where it is certain.

    It is what the name says and no more: a county is not put under the city that it belongs to.
    Who is called after a place and is of no kind that is known, such as the committee of a zone, is
    of no region.
    """
    name = spelling.normal(body)
    found = _REGION.match(name)
    region = found.group() if found and not _NO_PLACE.match(name) else ""
    rest = name[len(region) :]
    if (
        not region
        or _GOES_ON.match(rest)
        or (kind_of(name) is None and not _OWN_NAME.fullmatch(rest))
    ):
        return None
    return region
