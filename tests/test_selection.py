"""Which rules are asked for, before and after they are known."""

import pytest

from disclint.catalog import Catalog
from disclint.errors import UsageError
from disclint.selection import Selection

PREFIXES = {"DIS", "SG", "SGJ", "CZ"}
NAMES = {"row-total", "balance"}


def covered(catalog: Catalog, *texts: str) -> set[str]:
    selection = Selection.parse(texts)
    return {rule.code for rule in catalog.rules if selection.covers(rule)} - RUN


RUN = {"DIS001", "DIS002", "DIS004"}


@pytest.mark.parametrize(
    ("texts", "codes"),
    [
        (["DIS402"], {"DIS402"}),
        (["dis402"], {"DIS402"}),
        (["row-total"], {"DIS402"}),
        (["Row-Total, DIS404"], {"DIS402", "DIS404"}),
        (["DIS402", "balance"], {"DIS402", "DIS404"}),
        (["DIS3"], {"DIS301", "DIS302", "DIS303", "DIS304", "DIS305"}),
        (["DIS004"], set()),
    ],
)
def test_rules_are_asked_for_by_code_beginning_and_name(
    texts: list[str], codes: set[str], catalog: Catalog
) -> None:
    assert covered(catalog, *texts) == codes


def test_without_a_word_all_rules_run(catalog: Catalog) -> None:
    assert covered(catalog) == {rule.code for rule in catalog.rules} - RUN


def test_what_speaks_of_the_run_itself_is_never_left_out(catalog: Catalog) -> None:
    selection = Selection.parse(["DIS402"])
    assert {rule.code for rule in catalog.rules if selection.covers(rule)} == {"DIS402"} | RUN


@pytest.mark.parametrize("text", ["", ",", "DIS402,", " , DIS402"])
def test_a_list_with_nothing_in_it_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="--select takes codes"):
        Selection.parse([text])


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        ("row-totl", "did you mean row-total?"),
        ("DIS4O2", "did you mean DIS402?"),
        ("dis4o2", "did you mean DIS402?"),
        ("政", "`disclint rule --all` lists them all"),
    ],
)
def test_what_there_is_not_gets_a_hint(asked: str, hint: str, catalog: Catalog) -> None:
    with pytest.raises(UsageError) as caught:
        Selection.parse(["DIS402", asked]).refuse_unknown(catalog.rules)
    assert str(caught.value) == f"no such rule: {asked}; {hint}"


@pytest.mark.parametrize(
    ("asked", "prefixes"),
    [
        ([], {"SG", "SGJ", "CZ"}),
        (["DIS"], set()),
        (["DIS402"], set()),
        (["DIS4,row-total,balance"], set()),
        (["D"], set()),
        (["SGJ"], {"SGJ"}),
        (["sg"], {"SG", "SGJ"}),
        (["SG1"], {"SG"}),
        (["SGJ101"], {"SGJ"}),
        (["S"], {"SG", "SGJ"}),
        (["CZ101,DIS"], {"CZ"}),
        (["XYZ101"], set()),
        (["made-up"], {"SG", "SGJ", "CZ"}),
        (["surplus"], {"SG", "SGJ", "CZ"}),
    ],
)
def test_only_those_plugins_are_asked_for_that_may_have_such_a_rule(
    asked: list[str], prefixes: set[str]
) -> None:
    selection = Selection.parse(asked)
    found = {one for one in PREFIXES if selection.may_cover(one, PREFIXES, NAMES)}
    assert found - {"DIS"} == prefixes
