"""Copied sections, and what is alike without being copied."""

from attrs import evolve

from disclint.linter import Linter
from disclint.source import Source
from tests.together import compare, filings, found, line_of, put_prose, report_of, told

FIVE = "五、存在的主要问题及改进情况"
SIX = "六、其他需要报告的事项"
PROBLEMS = (
    "一是主动公开的内容还不够丰富，部分栏目更新不够及时，群众关心的就业和教育等领域公开得较少。\n\n"
    "二是政策解读的形式较为单一，多以文字为主，图解和视频等方式运用得不多，解读的深度也不够。\n\n"
    "下一步，我们将制定栏目维护清单，明确责任股室和更新时限，每季度通报1次；做到政策文件与解读材料"
    "同步起草、同步审批、同步发布；组织2期全员培训，邀请专家讲解典型案例，把这项工作纳入年度考核。"
)
OTHER_PROBLEMS = (
    "上一年提出的栏目更新问题已经解决，全年没有超期的栏目。今年的主要问题是林权登记信息查询不便，申请人"
    "多次来电询问办理进度，各股室的答复口径也不统一。我们已把登记进度接入县政务服务网，编写了常见问题解答，"
    "由值班人员统一答复；来年将把采伐许可的办理结果也放到网上，并请护林员把查询方法带到村里，逐户讲解。"
)


def with_problems(linter: Linter, year: int, prose: str, body: str = "青禾县林业局") -> str:
    return put_prose(report_of(linter, year, body=body), FIVE, prose)


def test_a_section_copied_from_last_year_names_the_longest_passage_in_both(linter: Linter) -> None:
    now = PROBLEMS.replace("2期", "3期").replace("得较少。", "得不多。")
    texts = {
        "old.txt": with_problems(linter, 2022, PROBLEMS),
        "new.txt": with_problems(linter, 2023, now),
    }
    (one,) = found(linter, texts)
    old, new = (line_of(texts[name], "二是政策") for name in ("old.txt", "new.txt"))
    assert (one.path, one.code) == ("new.txt", "DIS606")
    assert one.start.line == new
    assert one.end.line == line_of(texts["new.txt"], "下一步")
    assert [(place.path, place.start.line) for place in one.related] == [("old.txt", old)]
    assert one.message.zh.startswith("“五、存在的主要问题及改进情况”有 9")
    assert "本机关 2022 年的报告相同" in one.message.zh
    assert one.message.zh.endswith(f"（old.txt:{old}）")


def test_a_section_copied_from_another_body_names_it(linter: Linter) -> None:
    texts = {
        "a.txt": with_problems(linter, 2023, "青禾县林业局认为，" + PROBLEMS),
        "b.txt": with_problems(linter, 2023, "云岭市水利局认为，" + PROBLEMS, "云岭市水利局"),
    }
    (one,) = found(linter, texts)
    assert one.path == "b.txt"
    assert "有 100% 的文字与青禾县林业局 2023 年的报告相同" in one.message.zh


def test_years_that_are_apart_are_set_against_each_other(linter: Linter) -> None:
    texts = {
        "old.txt": with_problems(linter, 2019, PROBLEMS),
        "new.txt": with_problems(linter, 2023, PROBLEMS),
    }
    assert told(linter, texts) == [f"new.txt:{line_of(texts['new.txt'], '一是主动')} DIS606"]


def test_what_is_new_is_not_copied(linter: Linter) -> None:
    texts = {
        "old.txt": with_problems(linter, 2022, PROBLEMS),
        "new.txt": with_problems(linter, 2023, OTHER_PROBLEMS),
    }
    assert told(linter, texts) == []


def test_a_section_of_which_a_third_is_new_is_not_nearly_the_same(linter: Linter) -> None:
    texts = {
        "old.txt": with_problems(linter, 2022, PROBLEMS),
        "new.txt": with_problems(linter, 2023, PROBLEMS + OTHER_PROBLEMS[:90]),
    }
    assert told(linter, texts) == []


def test_a_short_section_may_well_be_the_same(linter: Linter) -> None:
    """无其他需要报告的事项。 stands in each of them."""
    short = "一是部分栏目更新不够及时，二是解读的形式不够多样。下一步将按月检查，增加图解和问答。"
    texts = {f"{year}.txt": with_problems(linter, year, short) for year in (2021, 2022, 2023)}
    assert told(linter, texts) == []


def test_what_the_law_puts_into_every_mouth_is_not_copied(linter: Linter) -> None:
    formula = (
        "本报告根据《中华人民共和国政府信息公开条例》和国务院办公厅关于年度报告格式的通知要求编制，由总体情况等六个部分组成。"
        "本报告所列数据的统计期限为{year}年1月1日至12月31日，报告的电子版可在县人民政府门户网站政府信息公开专栏下载。"
        "如有疑问，请与青禾县林业局办公室联系，地址和邮政编码见本局政府信息公开指南，欢迎社会各界来人来函。"
        "依据有关规定，本年度向申请人收取的信息处理费为0元，全部按照国库集中收缴制度的规定办理，没有其他费用。"
    )
    texts = {
        f"{year}.txt": put_prose(report_of(linter, year), SIX, formula.format(year=year))
        for year in (2022, 2023)
    }
    assert told(linter, texts) == []


def test_one_report_in_two_files_is_not_copied_from_itself(linter: Linter) -> None:
    text = with_problems(linter, 2023, PROBLEMS)
    shorter = with_problems(linter, 2023, PROBLEMS, "林业局")
    assert told(linter, {"a.txt": text, "b.txt": text, "c.txt": shorter}) == []


def test_a_report_of_a_body_or_year_that_cannot_be_told_is_set_against_none(linter: Linter) -> None:
    text = with_problems(linter, 2023, PROBLEMS)
    nobody = text.replace("青禾县林业局2023年", "", 1)
    assert told(linter, {"a.txt": text, "b.txt": nobody}) == []


def test_the_report_before_may_be_copied_from_and_is_not_spoken_of(linter: Linter) -> None:
    (previous,) = filings(linter, {"old.txt": with_problems(linter, 2022, PROBLEMS)})
    texts = {"new.txt": with_problems(linter, 2023, PROBLEMS)}
    (comparison,) = compare(linter, texts, previous)
    assert [one.code for one in comparison.diagnostics] == ["DIS606"]
    assert comparison.diagnostics[0].related[0].path == "old.txt"


def test_of_many_bodies_with_one_text_each_but_the_first_is_named_once(linter: Linter) -> None:
    texts = {
        f"{number:02}.txt": with_problems(linter, 2023, PROBLEMS, f"青禾县第{number}中心")
        for number in range(10, 40)
    }
    assert [one.partition(":")[0] for one in told(linter, texts)] == sorted(texts)[1:]


def test_text_that_comes_again_and_again_takes_no_time(linter: Linter) -> None:
    """Each piece of it stands in a thousand places."""
    texts = {
        "old.txt": with_problems(linter, 2022, PROBLEMS[:40] * 1000),
        "new.txt": with_problems(linter, 2023, PROBLEMS[:40] * 1000),
    }
    assert len(told(linter, texts)) == 1


def test_the_measure_is_that_of_the_rule(linter: Linter) -> None:
    rule = linter.catalog.find("DIS606")
    assert rule
    lax = evolve(linter)
    lax.catalog = evolve(
        linter.catalog, rules=(evolve(rule, options={**rule.options, "share": 0.5}),)
    )
    texts = {
        "old.txt": with_problems(linter, 2022, PROBLEMS),
        "new.txt": with_problems(linter, 2023, PROBLEMS + OTHER_PROBLEMS[:90]),
    }
    files = [
        lax.file(source, linter.bind(source))
        for source in (Source(path, text) for path, text in texts.items())
    ]
    codes = [one.code for comparison in lax.compare(files) for one in comparison.diagnostics]
    assert codes == ["DIS606"]
