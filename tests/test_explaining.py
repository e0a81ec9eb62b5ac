"""What is known of one place of a file."""

from pathlib import Path

import pytest

from disclint.config.selection import Selection
from disclint.explaining import Explanation, Standing, explain
from disclint.linter import Linter
from disclint.source import Source, Span

SAMPLE = Path(__file__).parent.parent / "docs" / "samples" / "qinghe-2020.txt"


@pytest.fixture(scope="module")
def source(linter: Linter) -> Source:
    source = linter.open(str(SAMPLE))
    assert isinstance(source, Source)
    return source


def at(linter: Linter, source: Source, line: int) -> Explanation:
    target = source.line(line)
    assert target
    return explain(linter, source, target)


def standings(explanation: Explanation) -> dict[str, Standing]:
    return {answer.rule.code: answer.standing for answer in explanation.answers}


def test_a_figure_is_told_with_its_relations_and_what_the_rules_say(
    linter: Linter, source: Source
) -> None:
    found = at(linter, source, 235)
    assert [figure.slot.id for figure in found.figures] == [
        "requests-2019.unavailable-not-held.total"
    ]
    assert {(one.relation.name, one.status.value) for one in found.outcomes} == {
        ("row-total", "broken"),
        ("column-total", "broken"),
    }
    answers = standings(found)
    assert answers["DIS406"] is Standing.FOUND
    assert answers["DIS402"] is Standing.ELSEWHERE
    assert answers["DIS208"] is Standing.NOTHING


def test_only_what_is_found_at_the_place_is_told(linter: Linter, source: Source) -> None:
    answers = standings(at(linter, source, 38))
    assert [code for code, one in answers.items() if one is Standing.FOUND] == ["DIS208"]


def test_a_relation_that_is_not_decided_says_why(linter: Linter, source: Source) -> None:
    (answer,) = [one for one in at(linter, source, 377).answers if one.rule.code == "DIS405"]
    assert answer.standing is Standing.UNDECIDED
    assert answer.reason
    assert "总计" in answer.reason.en


def test_rules_that_look_at_nothing_there_are_told_apart(linter: Linter, source: Source) -> None:
    heading = at(linter, source, 83)
    assert "DIS102" in standings(heading)
    assert "DIS208" in {rule.code for rule in heading.others}
    assert not heading.figures
    assert not heading.outcomes


def test_rules_that_are_not_asked_for_are_told(source: Source, linter: Linter) -> None:
    some = Linter(linter.plugins, selection=Selection.naming(["DIS2"]))
    found = at(some, source, 38)
    assert "DIS406" in {rule.code for rule in found.left_out}
    assert set(standings(found)) <= {f"DIS2{number:02}" for number in range(20)}


def test_every_place_of_a_file_can_be_asked_about(linter: Linter, source: Source) -> None:
    lines = source.text.count("\n")
    figures = [at(linter, source, line).figures for line in range(1, lines + 1, 40)]
    assert any(figures)
    assert source.line(lines + 5) is None
    assert source.line(0) is None


def test_a_line_of_a_page_is_the_line_of_its_source(linter: Linter) -> None:
    page = "<h1>一、总体情况</h1>\n<p>共__件</p><h1>二、主动公开政府信息情况</h1>".encode()
    source = linter.read(page, "page.html")
    assert isinstance(source, Source)
    target = source.line(2)
    assert target
    assert "共__件" in source.excerpt(target)
    assert "总体" not in source.excerpt(target)
    assert standings(explain(linter, source, target))["DIS706"] is Standing.FOUND


def test_an_empty_line_is_in_what_stands_around_it(linter: Linter) -> None:
    source = Source("a.txt", "一、总体情况\n\n二、主动公开政府信息情况\n")
    assert source.line(2) == Span(7, 8)
    assert "DIS112" in standings(at(linter, source, 2))
