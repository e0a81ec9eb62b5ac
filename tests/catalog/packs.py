"""A pack of one's own in which nothing is wrong, to be spoilt."""

from pathlib import Path

RULE = """\
code: DIS901
name: empty-praise
severity: warning
check: phrase
with: { phrases: [高度重视], once: true }
summary: { zh: "不用套话。", en: "No empty praise." }
message: { zh: "“{text}”是套话", en: "\\"{text}\\" is empty praise" }
rationale: { zh: "套话没有内容。", en: "It says nothing." }
authority: { zh: "青禾县写作规范", en: "Style guide of the county 青禾县" }
examples:
  bad: |
    一、总体情况
    领导高度重视。
  good: |
    一、总体情况
    收到申请3件。
since: "1.0"
"""
VARIED = """\
code: DIS902
name: strange-amount
severity: error
check: unit
with: { fault: odd }
summary: { zh: "单位不对。", en: "An odd unit." }
message: { zh: "{cell}：{text}", en: "{cell}: {text}" }
variants:
  contradicting:
    severity: info
    message: { zh: "{cell}：{unit}", en: "{cell}: {unit}" }
  in-count:
    message: { zh: "{cell}：件数", en: "{cell} is a count" }
rationale: { zh: "应写万元。", en: "It should be in 万元." }
authority: { zh: "青禾县写作规范", en: "Style guide of the county" }
examples:
  bad: { text: 无, others: [无] }
  good: { hex: "ff fe" }
since: "1.0"
"""
TOTALS = """\
code: DIS903
name: odd-total
severity: error
check: relation
with: { relation: column-total }
summary: { zh: "合计不对。", en: "An odd total." }
message: { zh: "{cell}：{left}", en: "{cell}: {left}" }
rationale: { zh: "合计是各行之和。", en: "The total is the sum of all rows." }
authority: { zh: "青禾县写作规范", en: "Style guide of the county" }
examples: { bad: 无, good: 有 }
since: "1.0"
"""
FORM = """\
id: visits
name: { zh: 表九, en: Table 9 }
table: 9
edition: "2020"
years: { first: 2020, last: 2022 }
label-columns: 1
blocks:
  - title: 第一项
    headers: [来访情况]
    columns:
      - { id: guests, label: 来访人数 }
      - { id: cost, label: 接待金额, kind: money, unit: 万元 }
    rows:
      - { id: town, label: 城区 }
      - { id: country, label: 乡村, variants: [农村] }
      - { id: total, label: 合计 }
    relations:
      - { id: V1, name: column-total, over: columns, sum: [total], equals: [town, country] }
      - { id: V2, name: bound, over: rows, sum: [guests], at-least: ["last-year:guests"] }
"""
OUTLINE = """\
sections:
  - { number: 七, label: 来访情况, variants: [接待来访], table: 9 }
"""
GLOSSARY = """\
words: { NONE: [无访] }
topics:
  - id: visits
    table: 9
    column: guests
    words: [来访]
    units: [人次]
    default: all
    aspects: [{ id: all, words: [接访], readings: [[total]] }]
"""
FILES = {
    "pack.yaml": "report: visits\n",
    "DIS901-empty-praise.yaml": RULE,
    "DIS902-strange-amount.yaml": VARIED,
    "DIS903-odd-total.yaml": TOTALS,
    "forms/visits.yaml": FORM,
    "outline.yaml": OUTLINE,
    "glossary.yaml": GLOSSARY,
}
KINDS = {
    "pack.yaml": "pack",
    "DIS901-empty-praise.yaml": "rule",
    "DIS902-strange-amount.yaml": "rule",
    "DIS903-odd-total.yaml": "rule",
    "forms/visits.yaml": "form",
    "outline.yaml": "outline",
    "glossary.yaml": "glossary",
}
"""The kind of each file, by which its schema is called."""


def write_files(folder: Path, files: dict[str, str]) -> Path:
    """Write a pack into `folder`."""
    (folder / "forms").mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
