"""Packs read from folders, and what is said of broken ones."""

from pathlib import Path

import pytest

from disclint.catalog import Catalog, load_catalog
from disclint.diagnostics import Severity
from disclint.errors import PackError
from disclint.forms import Compare, Kind, Operand, Over, Scope
from disclint.wording import Wording

FORM = """\
id: visits-2020
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
      - { id: cost, label: 接待金额, kind: money, unit: 万元, variants: [金额], under: [接待] }
    rows:
      - { id: town, label: 城区 }
      - { id: country, label: 乡村, variants: [农村], under: [全县] }
      - { id: total, label: 合计 }
    relations:
      - id: V1
        name: column-total
        over: columns
        sum: [total]
        equals: [town, country]
      - id: V2
        name: bound
        over: rows
        sum: [guests]
        at-least: []
"""
OUTLINE = """\
sections:
  - { number: 一, label: 总体情况 }
  - { number: 二, label: 来访情况, variants: [接待来访], table: 9 }
"""
RULE = """\
code: VIS101
name: quiet-town
severity: warning
check: figure-value
with: { demand: whole, kinds: [count] }
summary: { zh: 城区安静。, en: The town is quiet. }
message: { zh: "{cell}：安静", en: "{cell} is quiet" }
variants:
  loud:
    severity: error
    message: { zh: "{cell}：喧闹", en: "{cell} is loud" }
rationale: { zh: 安静为好。, en: Quiet is good. }
authority: { zh: 本县, en: this county }
examples:
  bad: 吵。
  good: { hex: "ff fe", crashes: true }
since: 0.1.0
"""
FILES = {
    "form": "forms/visits-2020.yaml",
    "outline": "outline.yaml",
    "rule": "VIS101-quiet-town.yaml",
}


def write_pack(folder: Path, form: str = FORM, outline: str = OUTLINE, rule: str = RULE) -> Path:
    (folder / "forms").mkdir(parents=True, exist_ok=True)
    (folder / "pack.yaml").write_text("report: visits\n", encoding="utf-8")
    for name, text in zip(FILES.values(), (form, outline, rule), strict=True):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def broken(folder: Path, file: str, old: str, new: str) -> str:
    """Return what is said of a pack in which `new` stands in the place of `old`."""
    texts = {"form": FORM, "outline": OUTLINE, "rule": RULE}
    assert old in texts[file]
    texts[file] = texts[file].replace(old, new, 1)
    with pytest.raises(PackError) as raised:
        load_catalog([write_pack(folder, **texts)])
    said = "\n".join(raised.value.faults)
    assert said.startswith(str(folder / FILES[file]))
    return said


@pytest.fixture
def made_up(tmp_path: Path) -> Catalog:
    return load_catalog([write_pack(tmp_path)])


def test_a_form_is_as_its_file_says(made_up: Catalog) -> None:
    (form,) = made_up.forms
    assert (form.id, form.name) == ("visits-2020", Wording("表九", "Table 9"))
    assert (form.table, form.edition, form.label_columns) == (9, "2020", 1)
    assert (form.first_year, form.last_year) == (2020, 2022)
    (block,) = form.blocks
    assert (block.title, block.headers) == ("第一项", ("来访情况",))
    assert [row.id for row in block.rows] == ["town", "country", "total"]
    assert (block.rows[1].variants, block.rows[1].under) == (("农村",), ("全县",))


def test_a_column_is_as_its_file_says(made_up: Catalog) -> None:
    guests, cost = made_up.forms[0].blocks[0].columns
    assert (guests.kind, guests.unit, guests.variants, guests.under) == (Kind.COUNT, "", (), ())
    assert (cost.kind, cost.unit) == (Kind.MONEY, "万元")
    assert (cost.variants, cost.under) == (("金额",), ("接待",))


def test_a_relation_is_as_its_file_says(made_up: Catalog) -> None:
    total, bound = made_up.forms[0].blocks[0].relations
    assert (total.id, total.name, total.over) == ("V1", "column-total", Over.COLUMNS)
    assert total.sum == (Operand(Scope.HERE, "total"),)
    assert total.compare is Compare.EQUALS
    assert total.against == (Operand(Scope.HERE, "town"), Operand(Scope.HERE, "country"))
    assert (bound.over, bound.compare, bound.against) == (Over.ROWS, Compare.AT_LEAST, ())


def test_an_outline_is_as_its_file_says(made_up: Catalog) -> None:
    first, second = made_up.genres[0].outline
    assert (first.number, first.label, first.variants, first.table) == ("一", "总体情况", (), None)
    assert (second.variants, second.table) == (("接待来访",), 9)


def test_a_rule_is_as_its_file_says(made_up: Catalog) -> None:
    (rule,) = made_up.rules
    assert (rule.code, rule.name, rule.severity) == ("VIS101", "quiet-town", Severity.WARNING)
    assert (rule.check, rule.options) == ("figure-value", {"demand": "whole", "kinds": ["count"]})
    assert (rule.since, rule.stops) == ("0.1.0", False)
    assert rule.summary.zh == "城区安静。"
    assert (rule.rationale.en, rule.authority.en) == ("Quiet is good.", "this county")


def test_a_variant_has_its_own_severity_and_the_usual_message_the_rule_s(made_up: Catalog) -> None:
    messages = made_up.rules[0].messages
    assert messages[""].severity is Severity.WARNING
    assert messages["loud"].severity is Severity.ERROR
    assert messages["loud"].text.en == "{cell} is loud"


def test_an_example_is_a_text_or_a_mapping(made_up: Catalog) -> None:
    rule = made_up.rules[0]
    assert rule.bad.encoded() == "吵。".encode()
    assert rule.good.encoded() == b"\xff\xfe"
    assert (rule.bad.crashes, rule.good.crashes) == (False, True)


def test_rules_of_several_packs_come_by_code(tmp_path: Path) -> None:
    packs = [tmp_path / "one", tmp_path / "two"]
    write_pack(packs[0])
    packs[1].mkdir()
    earlier = RULE.replace("VIS101", "ABC200").replace("quiet-town", "calm-town")
    (packs[1] / "ABC200-calm-town.yaml").write_text(earlier, encoding="utf-8")
    assert [rule.code for rule in load_catalog(packs).rules] == ["ABC200", "VIS101"]


def test_a_pack_that_comes_twice_is_refused(tmp_path: Path) -> None:
    write_pack(tmp_path)
    with pytest.raises(PackError, match="a second rule with the code `VIS101`"):
        load_catalog([tmp_path, tmp_path])


def test_a_pack_may_bring_nothing(tmp_path: Path) -> None:
    found = load_catalog([tmp_path, tmp_path / "nowhere"])
    assert (found.rules, found.forms, found.genres) == ((), (), ())


@pytest.mark.parametrize("name", ["VIS101", "vis101", "quiet-town", "Quiet-Town"])
def test_a_rule_is_found_by_code_or_name_however_it_is_cased(name: str, made_up: Catalog) -> None:
    assert made_up.find(name) is made_up.rules[0]


def test_there_is_no_rule_of_another_name(made_up: Catalog) -> None:
    assert made_up.find("VIS102") is None
    assert made_up.names == ["VIS101", "quiet-town"]


def test_the_vocabulary_holds_labels_and_headings_in_normal_form(made_up: Catalog) -> None:
    assert {"城区", "农村", "来访人数", "金额", "接待", "第一项"} <= made_up.genres[
        0
    ].vocabulary.labels
    assert made_up.genres[0].vocabulary.headings == {"总体情况": 0, "来访情况": 1, "接待来访": 1}


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            "form",
            "id: visits-2020",
            "id: 5",
            ":1:5: `id` must be a text",
        ),
        (
            "form",
            "table: 9",
            "table: nine",
            ":3:8: `table` must be a whole number",
        ),
        (
            "form",
            'edition: "2020"',
            "edition: 2020",
            ":4:10: `edition` must be a text, not `2020`: put",
        ),
        ("form", "first: 2020,", "", ":5:8: years: `first` is missing; it must be a whole number"),
        (
            "form",
            "last: 2022",
            "last: never",
            ":5:29: years: `last` must be a whole number",
        ),
        ("form", "last: 2022", "till: 2022", ":5:23: years: unknown key `till`"),
        ("form", "label-columns: 1", "", ":1:1: `label-columns` is missing; it must be a whole"),
        ("form", "label-columns: 1", "label-columns: 1\ncolour: red", ": unknown key `colour`"),
        ("form", ", en: Table 9", "", ":2:7: name: `en` is missing; it must be a text"),
        ("form", "headers: [来访情况]", "headers: 来访", ": blocks[1]: `headers` must be a list"),
        ("form", "headers:", "heads:", ": blocks[1]: unknown key `heads`"),
        ("form", "id: guests, ", "", ":11:9: blocks[1]: columns[1]: `id` is missing"),
        ("form", "kind: money", "kind: gold", ": columns[2]: `kind` must be one of count, change"),
        ("form", "unit: 万元", "units: 万元", ": columns[2]: unknown key `units`"),
        (
            "form",
            "- { id: town, label: 城区 }",
            "- town",
            ":14:9: blocks[1]: `rows[1]` must be a mapping, not `town`",
        ),
        (
            "form",
            "variants: [农村]",
            "variants: [1]",
            ":15:46: blocks[1]: rows[2]: `variants[1]` must",
        ),
        ("form", "over: columns", "over: all", ": `over` must be one of rows, columns"),
        ("form", "over: columns", "", ": relations[1]: `over` is missing; it must be one of rows"),
        (
            "form",
            "equals:",
            "equal:",
            ": unknown key `equal`; did you mean `equals`?",
        ),
        (
            "form",
            "[town, country]",
            "[town, sea]",
            ":22:24: blocks[1]: relations[1]: no such row",
        ),
        (
            "form",
            "sum: [guests]",
            "sum: [town]",
            ": no such column: `town`; there are guests",
        ),
        (
            "form",
            "at-least: []",
            "at-least: []\n        equals: []",
            ": `equals` and `at-least` exclude",
        ),
        (
            "outline",
            "number: 一, ",
            "",
            ":2:5: sections[1]: `number` is missing",
        ),
        ("outline", "table: 9", "table: 九", ": sections[2]: `table` must be a whole number"),
        (
            "outline",
            "sections:",
            "why: so\nsections:",
            ":1:1: unknown key `why`; there are sections",
        ),
        ("rule", "severity: warning", "severity: fatal", ": `severity` must be one of error"),
        ("rule", "severity: error", "severity: fatal", ": variants: loud: `severity` must be one"),
        ("rule", "check: figure-value", "", ": `check` is missing; it must be a text"),
        ("rule", "with: {", "with: [] #", ": `with` must be a mapping"),
        ("rule", ", en: Quiet is good.", "", ": rationale: `en` is missing"),
        ("rule", "summary:", "sumary:", ":6:1: unknown key `sumary`; did you mean `summary`?"),
        ("rule", "  bad: 吵。", "  ugly: 吵。", ": examples: unknown key `ugly`"),
        (
            "rule",
            "crashes: true",
            "crashes: 3",
            ": examples: good: `crashes` must be true or false",
        ),
        (
            "rule",
            "since: 0.1.0",
            "since: 0.1",
            ":17:8: `since` must be a version",
        ),
        ("rule", "since: 0.1.0", "since: 0.1.0\nstops: maybe", ": `stops` must be true or false"),
        ("rule", "since: 0.1.0", "since: 0.1.0\nwhy: so", ":18:1: unknown key `why`"),
    ],
)
def test_an_error_names_the_file_the_way_and_the_key(
    file: str, old: str, new: str, said: str, tmp_path: Path
) -> None:
    assert said in broken(tmp_path, file, old, new)


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_is_no_yaml_is_named(file: str, tmp_path: Path) -> None:
    texts = {"form": FORM, "outline": OUTLINE, "rule": RULE}
    texts[file] = "id: ["
    with pytest.raises(PackError, match=FILES[file]):
        load_catalog([write_pack(tmp_path, **texts)])


@pytest.mark.parametrize(
    ("old", "new"), [("code: VIS101", "code: VIS102"), ("name: quiet-town", "name: loud-town")]
)
def test_a_rule_s_file_is_named_by_its_code_and_name(old: str, new: str, tmp_path: Path) -> None:
    assert ":1:7: a rule's file is named by its code and name" in broken(tmp_path, "rule", old, new)


@pytest.mark.parametrize("name", ["VIS101_quiet-town.yaml", "quiet-town.yaml", "VIS1-quiet.yaml"])
def test_a_rule_s_file_cannot_have_a_name_of_another_shape(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(RULE, encoding="utf-8")
    with pytest.raises(PackError, match=name):
        load_catalog([tmp_path])


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("form", "sum: [total]", "", ": relations[1]: `sum` is missing"),
        ("form", FORM[FORM.index("blocks:") :], "", ": `blocks`"),
        ("outline", OUTLINE, "{}", ": `sections`"),
    ],
)
def test_a_list_that_must_be_there_is_missed(
    file: str, old: str, new: str, said: str, tmp_path: Path
) -> None:
    assert said in broken(tmp_path, file, old, new)


def test_an_example_in_no_hexadecimal_digits_is_the_pack_s_mistake(tmp_path: Path) -> None:
    assert ": examples: good: `hex`" in broken(tmp_path, "rule", '"ff fe"', '"zz"')


def test_packs_for_one_kind_of_report_go_together_and_others_stand_apart(tmp_path: Path) -> None:
    packs = [tmp_path / name for name in ("one", "two", "three")]
    for pack, report in zip(packs, ("visits", "visits", "accounts"), strict=True):
        (pack / "forms").mkdir(parents=True)
        (pack / "pack.yaml").write_text(f"report: {report}\n", encoding="utf-8")
        form = FORM.replace("id: visits-2020", f"id: {pack.name}")
        (pack / "forms" / "visits.yaml").write_text(form, encoding="utf-8")
    found = load_catalog(packs)
    assert [genre.id for genre in found.genres] == ["visits", "accounts"]
    assert [form.id for form in found.genre("visits").forms] == ["one", "two"]
    assert [form.id for form in found.genre("accounts").forms] == ["three"]


def test_rules_without_forms_are_for_all_kinds_of_report(tmp_path: Path) -> None:
    (tmp_path / "VIS101-quiet-town.yaml").write_text(RULE, encoding="utf-8")
    (rule,) = load_catalog([tmp_path]).rules
    assert rule.report == ""


def test_rules_of_a_pack_are_for_the_kind_of_report_that_it_names(made_up: Catalog) -> None:
    assert made_up.rules[0].report == made_up.genres[0].id == "visits"


def test_forms_without_a_word_on_their_kind_of_report_are_refused(tmp_path: Path) -> None:
    pack = write_pack(tmp_path)
    (pack / "pack.yaml").unlink()
    with pytest.raises(PackError, match=r"`pack\.yaml` must say of which kind of report"):
        load_catalog([pack])


def test_a_kind_of_report_that_no_form_is_of_is_refused_at_its_place(tmp_path: Path) -> None:
    packs = [write_pack(tmp_path / "one"), tmp_path / "two"]
    packs[1].mkdir()
    (packs[1] / "pack.yaml").write_text("report: visit\n", encoding="utf-8")
    said = r"two/pack\.yaml:1:9: no pack has forms of the report `visit`; did you mean `visits`\?"
    with pytest.raises(PackError, match=said):
        load_catalog(packs)
