"""The words of a summary, on a terminal and on a page."""

from collections.abc import Mapping

from disclint.catalog import Catalog
from disclint.wording import Wording

TITLE = Wording("政府信息公开工作年度报告普查", "A census of disclosure reports")
FILES = Wording(
    "文件 {files} 份：有报告的 {with_report} 份，没有报告的 {without_report} 份，"
    "无法读取的 {unread} 份",
    "files: {files}; with a report: {with_report}, without: {without_report}, unreadable: {unread}",
)
FAULTY = Wording(
    "有错误或警告的报告 {faulty} 份，占 {share}；共 {findings} 处",
    "reports with an error or a warning: {faulty}, {share}; findings: {findings}",
)
ALONE = Wording(
    "每份报告单独检查，不含跨年、跨机关的规则；已忽略的问题和提示（info）不计。",
    "Each report is looked at by itself, and not against other years and bodies; what is "
    "suppressed, and remarks (info), do not count.",
)
BY_KIND = Wording("各类问题涉及的报告", "Reports with each kind of error")
BY_RULE = Wording("按规则", "By rule")
BY_YEAR = Wording("按年度：有错误或警告的报告", "By year: reports with an error or a warning")
BY_BODY = Wording("按机关：有错误或警告的报告", "By body: reports with an error or a warning")
WORST = Wording("问题最多的文件", "The worst files")
FINDINGS = Wording("{count} 处", "findings: {count}")
ERRORS = Wording("错误 {errors} 处，警告 {warnings} 处", "errors: {errors}, warnings: {warnings}")
MORE = Wording("另有 {count} 个机关，见 files 表", "bodies besides, in the table of files: {count}")
NO_YEAR = Wording("年度不明", "no certain year")
NO_BODY = Wording("机关不明", "no certain body")

COLUMNS = Wording("{title}（占比、份数、处数）", "{title} (share, reports, findings)")
SHARE = Wording("占比", "share")
REPORTS = Wording("报告（份）", "reports")
COUNT = Wording("问题（处）", "findings")
WHAT = Wording("项目", "what")

KINDS: Mapping[str, Wording] = {
    "DIS0": Wording("读取", "reading"),
    "DIS1": Wording("结构", "structure"),
    "DIS2": Wording("单元格", "cells"),
    "DIS3": Wording("单位", "units"),
    "DIS4": Wording("数量关系", "arithmetic"),
    "DIS5": Wording("正文与表格", "prose and tables"),
    "DIS6": Wording("跨年、跨机关", "years and bodies"),
    "DIS7": Wording("文字", "text"),
    "DIS8": Wording("日期", "dates"),
    "DIS9": Wording("本单位规则", "rules of an organisation's own"),
}
"""What the rules are about whose codes begin so; those of plugins go by their beginning alone."""


def kind_name(key: str) -> Wording:
    """Return a kind of error, as the beginning of its codes, and what it is about."""
    about = KINDS.get(key, Wording("", ""))
    return Wording(f"{key} {about.zh}".strip(), f"{key} {about.en}".strip())


def rule_name(code: str, name: str, catalog: Catalog) -> Wording:
    """Return code, name and summary of a rule, as far as it is known."""
    rule = catalog.find(code)
    if rule is None:
        return Wording(f"{code} {name}", f"{code} {name}")
    return Wording(f"{code} {name} {rule.summary.zh}", f"{code} {name} {rule.summary.en}")


def known(text: str, unknown: Wording) -> Wording:
    """Return a text that is the same in both languages, or what stands for none."""
    return Wording(text, text) if text else unknown


def percent(share: float) -> str:
    """Return a part of all as people read it."""
    return f"{share * 100:.1f}%"
