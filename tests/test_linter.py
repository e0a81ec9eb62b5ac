from attrs import evolve

from disclint.diagnostics import Diagnostic
from disclint.engine import Engine
from disclint.linter import Linter
from disclint.rule import Message, Rule
from disclint.source import Place, Source
from disclint.wording import Wording

TABLE = (
    "| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |\n"
    "| 行政许可 | 12 |  | 40 |\n"
    "| 其他对外管理服务事项 | 8 | 未统计 | -2 |\n"
)


def with_rule(linter: Linter, rule: Rule) -> Linter:
    """Return a linter like `linter` with `rule` in the place of the one of its code."""
    changed = Linter(linter.plugins)
    changed.catalog = linter.catalog
    rules = [rule if old.code == rule.code else old for old in linter.catalog.rules]
    glossary = linter.catalog.genre("ogi").glossary
    changed.engines = {"ogi": Engine.build(rules, linter.plugins.checks, glossary)}
    return changed


def found_by(linter: Linter, code: str) -> list[Diagnostic]:
    return [found for found in linter.lint(Source("a.txt", TABLE)) if found.code == code]


def test_a_rule_without_the_words_for_what_it_finds_is_a_crash_and_the_others_go_on(
    linter: Linter,
) -> None:
    rule = linter.catalog.find("DIS204")
    assert rule
    for text in ("{no_such_fact}", "{}", "{cell"):
        message = Message(text=Wording(text, text), severity=rule.severity)
        broken = with_rule(linter, evolve(rule, messages={"": message}))
        (crash,) = found_by(broken, "DIS004")
        assert "DIS204 not-a-number" in crash.message.en
        assert crash.stops
        assert found_by(broken, "DIS206")
        assert not found_by(broken, "DIS204")


def test_findings_come_by_place_then_code(linter: Linter) -> None:
    found = linter.lint(Source("a.txt", TABLE))
    assert found == sorted(found, key=lambda said: (said.start, said.code))


def test_a_finding_spans_the_cell(linter: Linter) -> None:
    (found,) = found_by(linter, "DIS204")
    assert (found.start, found.end) == (Place(3, 20), Place(3, 23))


def test_a_file_that_is_not_there_is_a_diagnostic_that_stops(linter: Linter) -> None:
    said = linter.open("no/such/file.txt")
    assert isinstance(said, Diagnostic)
    assert (said.code, said.path, said.stops) == ("DIS001", "no/such/file.txt", True)


def test_an_unknown_ending_is_taken_for_text(linter: Linter) -> None:
    source = linter.read("规章".encode(), "report.dat")
    assert isinstance(source, Source)
    assert source.text == "规章\n"
