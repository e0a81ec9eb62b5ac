"""Packs that are mistaken or hostile: each one is refused with one clear message and status 2."""

import os
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from attrs import field, frozen
from jsonschema import Draft202012Validator

from disclint.catalog.notation import NotationError, read_notation
from disclint.catalog.schemas import FILES as SCHEMAS
from disclint.catalog.schemas import make_schema
from disclint.cli import main
from disclint.plugins import Plugins
from tests.catalog.packs import FILES, KINDS, RULE, TOTALS, VARIED, write_files
from tests.cli.running import run

VARIANTS = VARIED[VARIED.index("variants:") : VARIED.index("rationale:")]
CHECKED = TOTALS[TOTALS.index("check") : TOTALS.index("rationale")]
POWER = CHECKED.replace("left", "text").replace(
    "relation\nwith: { relation: column-total }",
    "rule-making-power\nwith: { row: ruls, levels: [county] }",
)
SAMPLE = Path(__file__).parents[2] / "docs" / "samples" / "qinghe-2020.txt"
_ABOUT = {
    "praise": "DIS901-empty-praise.yaml",
    "amount": "DIS902-strange-amount.yaml",
    "total": "DIS903-odd-total.yaml",
    "pack": "pack.yaml",
    "form": "forms/visits.yaml",
    "outline": "outline.yaml",
    "glossary": "glossary.yaml",
}


@frozen
class Spoilt:
    """A file of the pack in which one text stands for another, and what is said of it."""

    about: str
    old: str
    new: str
    place: str
    """The line and the column."""
    said: str
    file: str = field(init=False)

    @file.default
    def _find_file(self) -> str:
        return _ABOUT[self.about]

    @property
    def text(self) -> str:
        """The text of the file."""
        assert self.old in FILES[self.file]
        return FILES[self.file].replace(self.old, self.new, 1)


# fmt: off
SHAPES = [
    Spoilt("pack", "report: visits", "report: [visits]", "1:9", "`report` must be a text of letters"),
    Spoilt("pack", "report: visits", "report:", "1:8", "`report` must be a text of letters"),
    Spoilt("pack", "report: visits", "reports: visits", "1:1", "unknown key `reports`; did you mean"),
    Spoilt("pack", "report: visits", "report: visits\nforms: all", "2:1", "unknown key `forms`"),
    # texts, numbers and lists of the wrong kind
    Spoilt("praise", "code: DIS901", "code: 901", "1:7", "`code` must be DIS900 to DIS999"),
    Spoilt("praise", "name: empty-praise", "name: [a]", "2:7", "`name` must be words of small"),
    Spoilt("praise", "name: empty-praise", "name: Empty Praise", "2:7", "not `Empty Praise`"),
    Spoilt("praise", "severity: warning", "severity: fatal", "3:11", "one of error, warning, info"),
    Spoilt("praise", "severity: warning", "severity: warnign", "3:11", "did you mean `warning`?"),
    Spoilt("praise", "severity: warning", "severity:", "3:10", "not nothing"),
    Spoilt("praise", "severity: warning", "severity: {a: b}", "3:11", "not a mapping"),
    Spoilt("praise", "check: phrase", "check: 5", "4:8", "must be the name of a check, not `5`"),
    Spoilt("praise", "check: phrase", "check: phrse", "4:8", "did you mean `phrase`?"),
    Spoilt("praise", "with: {", "with: [] # {", "5:7", "`with` must be a mapping, not a list"),
    Spoilt("praise", 'zh: "不用套话。"', "zh: 5", "6:16", "`zh` must be a text, not `5`: put it in"),
    Spoilt("praise", 'zh: "不用套话。"', 'zh: " "', "6:16", "summary: `zh` must be a text, not ` `"),
    Spoilt("praise", 'zh: "不用套话。"', "zh: [一]", "6:16", "`zh` must be a text, not a list of 1"),
    Spoilt("praise", 'since: "1.0"', "since: 1.0", "17:8", "not `1.0`: put it in quotes"),
    Spoilt("praise", 'since: "1.0"', "since: soon", "17:8", "`since` must be a version"),
    Spoilt("praise", 'since: "1.0"', 'since: "1.0"\nstops: 1', "18:8", "true or false, not `1`"),
    Spoilt("praise", 'since: "1.0"', 'since: "1"\nstops: no', "18:8", "true or false, not `no`"),
    Spoilt("amount", "severity: info", "severity: hint", "10:15", "variants: contradicting: `sev"),
    Spoilt("amount", VARIANTS, "variants: [a]\n", "8:11", "`variants` must be a mapping, not a list"),
    Spoilt("amount", "bad: {", "bad: 5 # {", "17:8", "examples: `bad` must be a text or a mapping"),
    Spoilt("amount", "others: [无]", "others: 无", "17:27", "examples: bad: `others` must be a list"),
    Spoilt("amount", "others: [无]", "others: [3]", "17:28", "`others[1]` must be a text, not `3`"),
    Spoilt("amount", '"ff fe"', '"zz"', "18:16", "`hex` must be bytes in hexadecimal digits"),
    Spoilt("amount", '"ff fe"', '"fff"', "18:16", "`hex` must be bytes in hexadecimal digits"),
    Spoilt("form", "id: visits", "id: 5", "1:5", "`id` must be a text of letters, digits and hyph"),
    Spoilt("form", "id: visits", "id: last-year:x", "1:5", "not `last-year:x`"),
    Spoilt("form", "table: 9", "table: nine", "3:8", "`table` must be a whole number from 1 to 99"),
    Spoilt("form", "table: 9", "table: -1", "3:8", "a whole number from 1 to 99, not `-1`"),
    Spoilt("form", "table: 9", "table: 9.5", "3:8", "a whole number from 1 to 99, not `9.5`"),
    Spoilt("form", "table: 9", "table: true", "3:8", "a whole number from 1 to 99, not true"),
    Spoilt("form", 'edition: "2020"', "edition: 2020", "4:10", "not `2020`: put it in quotes"),
    Spoilt("form", "years: {", "years: 2020 # {", "5:8", "`years` must be a mapping, not `2020`"),
    Spoilt("form", "first: 2020", "first: 20", "5:17", "years: `first` must be a whole number from"),
    Spoilt("form", "last: 2022", "last: never", "5:29", "years: `last` must be a whole number"),
    Spoilt("form", "label-columns: 1", "label-columns: one", "6:16", "from 0 to 9, not `one`"),
    Spoilt("form", "headers: [来访情况]", "headers: 来访", "9:14", "`headers` must be a list of t"),
    Spoilt("form", "label: 来访人数", "label: 1", "11:30", "columns[1]: `label` must be a text"),
    Spoilt("form", "kind: money", "kind: gold", "12:40", "`kind` must be one of count, change, mo"),
    Spoilt("form", "- { id: town, label: 城区 }", "- town", "14:9", "`rows[1]` must be a mapping"),
    Spoilt("form", "variants: [农村]", "variants: [[]]", "15:46", "`variants[1]` must be a text"),
    Spoilt("form", "over: columns", "over: all", "18:45", "`over` must be one of rows, columns, ce"),
    Spoilt("form", "sum: [total]", "sum: total", "18:59", "`sum` must be a list of texts, one at"),
    Spoilt("form", "sum: [total]", "sum: []", "18:59", "one at least, not a list of 0"),
    Spoilt("form", "name: bound", "name: { zh: 界 }", "19:25", "relations[2]: `name` must be a text"),
    Spoilt("outline", "number: 七", "number: 7", "2:15", "sections[1]: `number` must be a text"),
    Spoilt("outline", "table: 9", "table: 九", "2:56", "`table` must be a whole number"),
    Spoilt("outline", "  - {", "  {", "2:3", "`sections` must be a list of mappings, one at least"),
    Spoilt("glossary", "NONE: [无访]", "NONE: 无访", "1:16", "words: `NONE` must be a list of texts"),
    Spoilt("glossary", "[[total]]", "[total]", "9:50", "`readings[1]` must be a list of texts"),
    Spoilt("glossary", "units: [人次]", "units: []", "7:12", "`units` must be a list of texts, one"),
    # keys that are not there
    Spoilt("praise", "code: DIS901\n", "", "1:1", "`code` is missing; it must be DIS900 to DIS999"),
    Spoilt("praise", "severity: warning\n", "", "1:1", "`severity` is missing; it must be one of"),
    Spoilt("praise", "check: phrase\n", "", "1:1", "`check` is missing; it must be the name of"),
    Spoilt("praise", "message:", "# ", "1:1", "`message` is missing; it must be a mapping"),
    Spoilt("praise", "authority:", "# ", "1:1", "`authority` is missing; it must be a mapping"),
    Spoilt("praise", ', en: "It says nothing."', "", "8:12", "rationale: `en` is missing; it must"),
    Spoilt("praise", 'zh: "套话没有内容。", ', "", "8:12", "rationale: `zh` is missing; it must"),
    Spoilt("praise", RULE[RULE.index("  good:") : RULE.index("since")], "", "11:3", "examples: `good` i"),
    Spoilt("amount", '  good: { hex: "ff fe" }\n', "", "17:3", "examples: `good` is missing; it must"),
    Spoilt("amount", '    message: { zh: "{cell}：件数", en: "{cell} is a count" }\n', "    severity: info\n", "13:5", "variants: in-count: `message` is missing"),
    Spoilt("form", 'edition: "2020"\n', "", "1:1", "`edition` is missing; it must be a text"),
    Spoilt("form", "first: 2020, ", "", "5:8", "years: `first` is missing; it must be a whole"),
    Spoilt("form", "id: guests, ", "", "11:9", "blocks[1]: columns[1]: `id` is missing"),
    Spoilt("form", ", label: 城区", "", "14:9", "rows[1]: `label` is missing; it must be a text"),
    Spoilt("form", "over: columns, ", "", "18:9", "relations[1]: `over` is missing; it must be"),
    Spoilt("form", ", equals: [town, country]", "", "18:9", "`equals` or `at-least` or `only-with` is"),
    Spoilt("outline", "sections:", "parts:", "1:1", "`sections` is missing; it must be a list"),
    Spoilt("glossary", "    units: [人次]\n", "", "3:5", "topics[1]: `units` is missing; it must be"),
    # keys that nobody knows
    Spoilt("praise", "since:", "sinse: a\nsince:", "17:1", "unknown key `sinse`; did you mean `sin"),
    Spoilt("praise", "since:", "<<: {a: b}\nsince:", "17:1", "unknown key `<<`"),
    Spoilt("praise", "since:", '"\\e[2J": 1\nsince:', "17:1", "unknown key ` [2J`"),
    Spoilt("praise", "since:", f"{'k' * 900}: 1\nsince:", "17:1", f"unknown key `{'k' * 40}...`"),
    Spoilt("praise", 'zh: "不用套话。"', 'zh: "a", fr: "b"', "6:21", "summary: unknown key `fr`; there"),
    Spoilt("praise", "once: true", "onse: true", "5:26", "with: unknown key `onse` of the check `p"),
    Spoilt("amount", "severity: info", "sevrity: info", "10:5", "unknown key `sevrity`; did you mean"),
    Spoilt("amount", "others: [无]", "other: [无]", "17:19", "unknown key `other`; did you mean `oth"),
    Spoilt("form", "last: 2022", "till: 2022", "5:23", "years: unknown key `till`; there are fir"),
    Spoilt("form", "unit: 万元", "units: 万元", "12:47", "unknown key `units`; did you mean `unit`?"),
    Spoilt("form", "headers:", "header:", "9:5", "unknown key `header`; did you mean `headers`?"),
    Spoilt("form", "equals:", "equal:", "18:68", "unknown key `equal`; did you mean `equals`?"),
    Spoilt("form", "sum: [guests],", "sum: [guests], equals: [],", "19:71", "`equals` and `at-least` excl"),
    Spoilt("outline", "label:", "lable:", "2:18", "unknown key `lable`; did you mean `label`?"),
    Spoilt("glossary", "NONE:", "NEVER:", "1:10", "words: unknown key `NEVER`"),
    Spoilt("glossary", "default:", "defalt:", "8:5", "unknown key `defalt`; did you mean `default`?"),
]
# fmt: on
"""What a schema tells as well."""

# fmt: off
SENSES = [
    Spoilt("total", "relation: column-total", "relation: colum-total", "5:19", "no such relation: `colum-total`; did you mean `column-total`?"),
    Spoilt("total", "relation: column-total", "relation: 5", "5:19", "with: `relation` must be a text"),
    Spoilt("total", "with: { relation: column-total }\n", "", "4:8", "`with` must give `relation` for the check `relation`"),
    Spoilt("total", CHECKED, POWER, "5:14", "no such row: `ruls`; there are town, country, total"),
    Spoilt("total", "check: relation\nwith: { relation: column-total }", "check: annotated-script\nwith: { least: many }", "5:16", "with: `least` must be a whole number"),
    Spoilt("total", "check: relation\nwith: { relation: column-total }", "check: deadline\nwith: { deadlines: { department: 13-45 } }", "5:20", "with: `deadlines` "),
    Spoilt("total", "check: relation\nwith: { relation: column-total }", "check: magnitude\nwith: { limits: { county: 5 } }", "5:17", "with: `limits` must be a mapping of levels to numbers, with `any`"),
    Spoilt("total", "check: relation\nwith: { relation: column-total }", "check: jump\nwith: { factor: 1, least: 5, columns: [total] }", "5:17", "with: `factor` must be above 1"),
    Spoilt("praise", "code: DIS901", "code: DIS903", "1:7", "named by its code and name: `DIS903-em"),
    Spoilt("praise", "name: empty-praise", "name: praise", "1:7", "its code and name: `DIS901-praise"),
    Spoilt("praise", "phrases: [高度重视]", "phrases: []", "5:18", "with: `phrases` must be a list of"),
    Spoilt("praise", "phrases: [高度重视]", "phrases: 高度", "5:18", "with: `phrases` must be a list of"),
    Spoilt("praise", "phrases: [高度重视]", "phrases: [1]", "5:18", "with: `phrases` must be a list of"),
    Spoilt("praise", "once: true", "once: yes", "5:32", "with: `once` must be true or false"),
    Spoilt("amount", "fault: odd", "fault: sad", "5:16", "with: `fault` must be one of missing, odd"),
    Spoilt("amount", "fault: odd", "fault: {a: [b]}", "5:16", "with: `fault` must be one of missing"),
    Spoilt("praise", "“{text}”是", "“{txt}”是", "7:16", "`zh` asks for `{txt}`, and there is none; di"),
    Spoilt("praise", "“{text}”是", "{text", "7:16", "a brace itself doubled, not `{text套"),
    Spoilt("praise", "“{text}”是", "{text}}", "7:16", "facts as `{name}`, and a brace itself doub"),
    Spoilt("praise", "“{text}”是", "{}", "7:16", "a text with facts as `{name}`"),
    Spoilt("praise", "“{text}”是", "{0}", "7:16", "a text with facts as `{name}`"),
    Spoilt("praise", "“{text}”是", "{text:>99999999}", "7:16", "a text with facts as `{name}`"),
    Spoilt("praise", "“{text}”是", "{text.__class__}", "7:16", "a text with facts as `{name}`"),
    Spoilt("praise", "“{text}”是", "{text!r}", "7:16", "a text with facts as `{name}`"),
    Spoilt("praise", "“{text}”是", "这是", "7:16", "`zh` lacks `{text}`, for which `en` asks"),
    Spoilt("praise", " is empty praise", " is {count}", "7:16", "`zh` lacks `{count}`, for which `en` asks"),
    Spoilt("praise", " is empty praise", " is {", "7:35", "message: `en` must be a text with facts"),
    Spoilt("praise", " is empty praise", "\\nand", "7:35", "message: `en` must be one line, without"),
    Spoilt("praise", " is empty praise", "\\e[31m", "7:35", "message: `en` must be one line, without"),
    Spoilt("amount", "  in-count:", "  in-counts:", "12:3", "no finding of the check `unit` is `in-cou"),
    Spoilt("amount", "{cell}：{unit}", "{cell}：{colour}", "11:20", "variants: contradicting: message: `z"),
    Spoilt("form", "[town, country]", "[town, sea]", "18:83", "no such row: `sea`; there are town, c"),
    Spoilt("form", "[town, country]", "[town, contry]", "18:83", "did you mean `country`?"),
    Spoilt("form", "sum: [total]", "sum: [guests]", "18:60", "no such row: `guests`"),
    Spoilt("form", "sum: [guests]", "sum: [total]", "19:50", "relations[2]: no such column: `total`"),
    Spoilt("form", '"last-year:guests"', '"next-year:guests"', "19:70", "no such column: `next-year:"),
    Spoilt("form", '"last-year:guests"', '"last-year:town"', "19:70", "no such column: `town`"),
    Spoilt("form", "over: rows", "over: cells", "19:51", "no such part of a cell: `guests`"),
    Spoilt("form", "id: country", "id: town", "15:9", "`rows[2]` has the id of `rows[1]`"),
    Spoilt("form", "label: 乡村", "label: 城区", "15:9", "`rows[2]` has the label of `rows[1]`"),
    Spoilt("form", "id: cost", "id: guests", "12:9", "`columns[2]` has the id of `columns[1]`"),
    Spoilt("form", "last: 2022", "last: 2019", "5:29", "2020, the first year, or later, not `2019`"),
    Spoilt("glossary", "default: all", "default: some", "8:14", "the id of an aspect, not `some`"),
]
# fmt: on
"""What a schema cannot tell."""

NOTATIONS = [
    (b"", "1:1", "is empty"),
    (b"# nothing\n", "1:1", "is empty"),
    (b"- a\n- b\n", "1:1", "must hold a mapping, not a list of 2"),
    (b"just words\n", "1:1", "must hold a mapping, not `just words`"),
    (b"a: [1, 2", "", "is no YAML: "),
    (b"a: b: c\n", "1:5", "is no YAML: mapping values are not allowed"),
    (b"a:\n\tb: c\n", "2:1", "(a tab; indent with spaces)"),
    (b"a: b\n---\nc: d\n", "2:1", "must not hold a second document; a file holds one"),
    (b"a: \x00\n", "1:4", "is no YAML: the character 0x0"),
    (b"a: b\nc: \xff\n", "2:4", "is not UTF-8"),
    ("a: b".encode("utf-16"), "1:1", "is not UTF-8"),
    ("a: 规".encode("gb18030"), "1:4", "is not UTF-8"),
    (b"a: 1\nb: 2\na: 3\n", "3:1", "must not hold `a` a second time, after line 1"),
    (b"a: {b: 1, b: 2}\n", "1:11", "must not hold `b` a second time, after line 1"),
    (b"a: !!python/object/apply:os.system [ls]\n", "1:4", "must not hold the tag `tag:yaml.org"),
    (b"a: !!str 5\n", "1:4", "must not hold the tag"),
    (b"a: &a [*a]\n", "1:8", "must not hold `*a` within itself"),
    (b"&a {a: *a}\n", "1:8", "must not hold `*a` within itself"),
    (b"a: *b\n", "1:4", "must not hold `*b` with no anchor before it"),
    (b"? [a]\n: b\n", "1:3", "must not hold a key that is no text"),
    (b"a: " + b"[" * 50_000, "", ""),
    (b"a: " + b"{a: " * 50_000, "", "must not hold more than 30 levels"),
    (b"".join(b" " * level + b"a:\n" for level in range(500)), "", "more than 30 levels"),
    (b"a: " + b"x" * 2_000_000, None, "has more than 1048576 bytes"),
    (b"[" + b"1," * 200_000 + b"]", "", "more than 100000 values"),
    (b"".join(b"k%d: 1\n" % number for number in range(60_000)), "1:1", ""),
    (b"%YAML 9.9\n---\na: b\n", "", "is no YAML: found incompatible YAML document"),
]
BOMB = b"a: &a0 [" + b"0," * 9 + b"]\n"
for _level in range(1, 30):
    BOMB += b"a%d: &a%d [" % (_level, _level) + b"*a%d," % (_level - 1) * 9 + b"]\n"
NOTATIONS.append((BOMB, "", "must not hold more than 100000 values, aliases written out"))


def said_of(pack: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Return the line that is said when a report is linted with a pack that cannot be used."""
    assert main(["--lang", "en", "--pack", str(pack), str(SAMPLE)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    (line,) = err.splitlines()
    assert line.isprintable()
    assert len(line) < 600
    return line.removeprefix("disclint: ")


def ids(spoilt: list[Spoilt]) -> Iterator[str]:
    return (f"{one.about}-{one.new[:30]!a}" for one in spoilt)


@pytest.mark.parametrize("spoilt", [*SHAPES, *SENSES], ids=ids([*SHAPES, *SENSES]))
def test_a_mistake_is_told_with_its_file_line_and_what_was_expected(
    spoilt: Spoilt, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = write_files(tmp_path, {**FILES, spoilt.file: spoilt.text})
    said = said_of(pack, capsys)
    assert said.startswith(f"{pack / spoilt.file}:{spoilt.place}: ")
    assert spoilt.said in said


@pytest.fixture(scope="module")
def validators() -> dict[str, Draft202012Validator]:
    kinds = Plugins.load().checks
    return {name: Draft202012Validator(make_schema(name, kinds)) for name in SCHEMAS}


def is_valid(path: Path, validator: Draft202012Validator) -> bool:
    return validator.is_valid(read_notation(path).value)


@pytest.mark.parametrize("spoilt", SHAPES, ids=ids(SHAPES))
def test_a_schema_refuses_what_is_wrong_by_shape(
    spoilt: Spoilt, tmp_path: Path, validators: dict[str, Draft202012Validator]
) -> None:
    path = tmp_path / "spoilt.yaml"
    path.write_text(FILES[spoilt.file], encoding="utf-8")
    validator = validators[KINDS[spoilt.file]]
    assert is_valid(path, validator)
    path.write_text(spoilt.text, encoding="utf-8")
    assert not is_valid(path, validator)


@pytest.mark.parametrize(("data", "place", "said"), NOTATIONS)
def test_a_file_that_is_no_yaml_or_too_much_is_told_in_no_time(
    data: bytes, place: str | None, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = write_files(tmp_path, FILES)
    for name in ("DIS901-empty-praise.yaml", "forms/visits.yaml"):
        (pack / name).write_bytes(data)
        start = time.perf_counter()
        told = said_of(pack, capsys)
        assert time.perf_counter() - start < 5
        at = re.escape(f":{place}") if place else "" if place is None else r":\d+:\d+"
        assert re.match(rf"{re.escape(str(pack / name))}{at}: ", told)
        assert said in told
        (pack / name).write_text(FILES[name], encoding="utf-8")


def move_away(pack: Path) -> Path:
    return pack.rename(pack.with_name("away"))


def change(pack: Path, old: str, new: str) -> None:
    path = pack / "DIS901-empty-praise.yaml"
    path.write_text(RULE.replace(old, new), encoding="utf-8")


def respell(pack: Path, old: str, new: str) -> None:
    change(pack, old, new)
    path = pack / "DIS901-empty-praise.yaml"
    path.rename(pack / path.name.replace(old, new))


def respell_form(pack: Path) -> None:
    path = pack / "forms" / "visits.yaml"
    path.write_text(FILES["forms/visits.yaml"].replace("visits", "disputes", 1), encoding="utf-8")


def twice(pack: Path, old: str, new: str) -> None:
    path = pack / "DIS901-empty-praise.yaml"
    (pack / path.name.replace(old, new)).write_text(RULE.replace(old, new), encoding="utf-8")


# fmt: off
FOLDERS: list[tuple[str, Callable[[Path], object], str]] = [
    ("nothing there", move_away, ": no such folder"),
    ("a file", lambda pack: move_away(pack).with_name(pack.name).write_bytes(b""), ": no such folder"),
    ("an empty folder", lambda pack: move_away(pack).with_name(pack.name).joinpath("forms").mkdir(parents=True), ": holds neither a rule, `CODE-name.yaml`, nor forms"),
    ("another code", lambda pack: respell(pack, "DIS901", "DIS101"), ":1:7: `code` must be DIS900 to DIS999, the codes of an organisation's own rules"),
    ("a code of a plugin", lambda pack: respell(pack, "DIS901", "SGJ901"), ":1:7: `code` must be DIS900 to DIS999"),
    ("four digits", lambda pack: respell(pack, "DIS901", "DIS9011"), ":1:7: `code` must be DIS900 to DIS999"),
    ("the name of a rule of disclint's own", lambda pack: respell(pack, "empty-praise", "row-total"), ":2:7: a second rule with the name `row-total`, after "),
    ("one code twice", lambda pack: twice(pack, "empty-praise", "more-praise"), ":1:7: a second rule with the code `DIS901`, after "),
    ("one name twice", lambda pack: twice(pack, "DIS901", "DIS904"), ":2:7: a second rule with the name `empty-praise`, after "),
    ("one form twice", lambda pack: (pack / "forms" / "x.yaml").write_text(FILES["forms/visits.yaml"], "utf-8"), ":1:5: a second form with the id `visits`, after "),
    ("a form of disclint's own", respell_form, ":1:5: a second form with the id `disputes`, after "),
    ("the run", lambda pack: change(pack, "check: phrase", "check: run"), ":4:8: `check` must be the name of a check, not `run`"),
    ("a file of another name", lambda pack: (pack / "my rule.yaml").touch(), "my rule.yaml: must be named `CODE-name.yaml`, or one of"),
    ("a name of two lines", lambda pack: (pack / "DIS904\n\x1b[2J.yaml").touch(), "DIS904??[2J.yaml: must be named `CODE-name.yaml`"),
    ("another ending", lambda pack: (pack / "DIS901-empty-praise.yaml").rename(pack / "DIS901-empty-praise.yml"), "DIS901-empty-praise.yml: must end in `.yaml` to be read"),
    ("a folder for a file", lambda pack: (pack / "DIS904-folder.yaml").mkdir(), "DIS904-folder.yaml: is no file"),
    ("a pipe for a file", lambda pack: os.mkfifo(pack / "DIS904-pipe.yaml"), "DIS904-pipe.yaml: is no file"),
    ("a link to nowhere", lambda pack: (pack / "DIS904-link.yaml").symlink_to("nowhere"), "DIS904-link.yaml: is no file"),
    ("a link to what never ends", lambda pack: (pack / "DIS904-zero.yaml").symlink_to("/dev/zero"), "DIS904-zero.yaml: is no file"),
]
# fmt: on


@pytest.mark.parametrize(
    ("spoil", "said"), [one[1:] for one in FOLDERS], ids=[one[0] for one in FOLDERS]
)
def test_a_folder_that_is_no_pack_is_told(
    spoil: Callable[[Path], object], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = write_files(tmp_path / "pack", FILES)
    spoil(pack)
    told = said_of(pack, capsys)
    assert told.startswith(str(pack))
    assert said in told


def test_the_table_is_long_enough() -> None:
    assert len(SHAPES) + len(SENSES) + len(NOTATIONS) + len(FOLDERS) >= 100


def test_the_pack_that_is_spoilt_is_a_good_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = write_files(tmp_path, FILES)
    assert main(["--quiet", "--lang", "en", "--pack", str(pack), str(SAMPLE)]) == 1
    assert capsys.readouterr().err == ""


def test_all_faults_of_all_files_are_told_in_one_go(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rule = RULE.replace("warning", "fatal").replace("{text}", "{txt}", 1).replace("since", "sinse")
    form = FILES["forms/visits.yaml"].replace("[town, country]", "[twon, contry]")
    pack = write_files(
        tmp_path, {**FILES, "DIS901-empty-praise.yaml": rule, "forms/visits.yaml": form}
    )
    assert main(["check-pack", str(pack)]) == 2
    told = capsys.readouterr().out.replace(f"{pack}/", "").splitlines()
    assert [line.split(" ")[0] for line in told] == [
        "DIS901-empty-praise.yaml:3:11:",
        "DIS901-empty-praise.yaml:7:16:",
        "DIS901-empty-praise.yaml:7:16:",
        "DIS901-empty-praise.yaml:7:34:",
        "DIS901-empty-praise.yaml:17:1:",
        "forms/visits.yaml:18:77:",
        "forms/visits.yaml:18:83:",
    ]


@pytest.mark.parametrize("command", [["rule", "--all"], ["extract", str(SAMPLE)], ["check-pack"]])
@pytest.mark.parametrize("spoilt", [SHAPES[0], SENSES[10]], ids=["shape", "sense"])
def test_every_command_refuses_a_bad_pack_as_a_process(
    command: list[str], spoilt: Spoilt, tmp_path: Path
) -> None:
    pack = write_files(tmp_path, {**FILES, spoilt.file: spoilt.text})
    done = run(*command, *([] if command == ["check-pack"] else ["--pack"]), pack)
    assert done.status == 2
    assert spoilt.said in done.out + done.err


def test_what_is_hostile_is_bounded_without_the_fast_parser_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("disclint.catalog.notation._Parser", yaml.SafeLoader)
    for data in (BOMB, b"a: " + b"[" * 50_000, b"a: &a [*a]\n", b"a: " + b"{a: " * 50_000):
        (tmp_path / "x.yaml").write_bytes(data)
        start = time.perf_counter()
        with pytest.raises(NotationError):
            read_notation(tmp_path / "x.yaml")
        assert time.perf_counter() - start < 5
