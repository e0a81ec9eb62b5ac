import pytest

from disclint.census.region import region_of


@pytest.mark.parametrize(
    ("body", "region"),
    [
        ("青禾县人民政府", "青禾县"),
        ("青禾县", "青禾县"),
        ("青禾县林业局", "青禾县"),
        ("青禾县市场监督管理局", "青禾县"),
        ("青禾县城市管理局", "青禾县"),
        ("青禾县住房和城乡建设局", "青禾县"),
        ("青禾县乡村振兴局", "青禾县"),
        ("青禾县河口镇人民政府", "青禾县河口镇"),
        ("河口镇人民政府", "河口镇"),
        ("青禾市市场监督管理局", "青禾市"),
        ("青禾市市政工程局", "青禾市"),
        ("青禾市澜水区教育局", "青禾市澜水区"),
        ("青禾市澜水区东门街道办事处", "青禾市澜水区东门街道"),
        ("青禾省澜州市教育局", "青禾省澜州市"),
        ("青禾省人民政府办公厅", "青禾省"),
    ],
)
def test_the_region_is_what_the_name_of_the_body_begins_with(body: str, region: str) -> None:
    assert region_of(body) == region


@pytest.mark.parametrize(
    "body",
    [
        "",
        "县林业局",
        "市市场监督管理局",
        "林业局",
        "城市管理局",
        "市场监督管理局",
        "国家市场监督管理总局",
        "青禾经济技术开发区管理委员会",
        "青禾高新区管委会",
        "区教育局",
        "禾市区教育局",
        "禾市市教育局",
    ],
)
def test_a_name_that_tells_of_no_region_for_certain_has_none(body: str) -> None:
    assert region_of(body) is None
