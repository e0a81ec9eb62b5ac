"""Which rules run, on which files, and how much each weighs."""

from collections.abc import Mapping
from typing import Any

import pytest

from disclint.catalog import Catalog
from disclint.config import Config, read_config
from disclint.config.selection import Selection
from disclint.diagnostics import Severity
from disclint.errors import ConfigError, UsageError
from disclint.rule import Rule
from disclint.settings import Settings

PREFIXES = {"DIS", "SG", "SGJ", "CZ"}
NAMES = {"row-total", "balance"}
RUN = {"DIS001", "DIS002", "DIS004"}


def selection(*layers: Mapping[str, Any]) -> Selection:
    """Return what `layers` say, the nearest last."""
    config = Config()
    for layer in layers:
        config = read_config(Settings("x.toml", dict(layer)), "").over(config)
    return config.selection


def covered(catalog: Catalog, *layers: Mapping[str, Any]) -> set[str]:
    chosen = selection(*layers)
    return {rule.code for rule in of_reports(catalog) if chosen.covers(rule)}


def of_reports(catalog: Catalog) -> list[Rule]:
    return [rule for rule in catalog.rules if rule.check != "run"]


def test_what_speaks_of_the_run_need_not_be_selected(catalog: Catalog) -> None:
    rules = {rule.code: rule for rule in catalog.rules}
    chosen = selection({"select": ["DIS402"]})
    assert all(chosen.covers(rules[code]) for code in (*RUN, "DIS007", "DIS008"))
    fewer = selection({"select": ["DIS402"], "ignore": ["unused-suppression"]})
    assert not fewer.covers(rules["DIS007"])


@pytest.mark.parametrize(
    ("names", "codes"),
    [
        (["DIS402"], {"DIS402"}),
        (["dis402"], {"DIS402"}),
        (["row-total"], {"DIS402"}),
        (["Row-Total", "DIS404"], {"DIS402", "DIS404"}),
        (["DIS402", "balance"], {"DIS402", "DIS404"}),
        (["DIS3"], {"DIS301", "DIS302", "DIS303", "DIS304", "DIS305"}),
        (["DIS004"], set()),
    ],
)
def test_rules_are_asked_for_by_code_beginning_and_name(
    names: list[str], codes: set[str], catalog: Catalog
) -> None:
    assert covered(catalog, {"select": names}) == codes
    assert covered(catalog, {"ignore": names}) == covered(catalog) - codes


@pytest.mark.parametrize("layers", [[], [{}], [{"select": ["ALL"]}], [{"select": ["all"]}]])
def test_without_a_word_all_rules_run(layers: list[dict[str, Any]], catalog: Catalog) -> None:
    assert covered(catalog, *layers) == {rule.code for rule in of_reports(catalog)}


@pytest.mark.parametrize(
    ("layer", "codes"),
    [
        ({"select": ["DIS30", "DIS402"], "ignore": ["DIS4"]}, {*"123450"}),
        ({"select": ["DIS30"], "ignore": ["DIS301"]}, {*"2345"}),
        ({"select": ["DIS301"], "ignore": ["DIS30"]}, {"1"}),
        ({"select": ["DIS301"], "ignore": ["missing-unit"], "extend-select": ["DIS302"]}, {"2"}),
        ({"select": ["DIS30"], "ignore": ["DIS30"], "extend-select": ["odd-unit"]}, {"2"}),
        ({"select": ["DIS30"], "ignore": ["DIS301"], "extend-ignore": ["DIS302"]}, {*"345"}),
        ({"select": ["missing-unit"], "ignore": ["ALL"]}, {"1"}),
    ],
)
def test_the_longest_counts_and_if_equal_what_is_ignored(
    layer: dict[str, Any], codes: set[str], catalog: Catalog
) -> None:
    wanted = {"DIS402" if code == "0" else f"DIS30{code}" for code in codes}
    assert covered(catalog, layer) == wanted


@pytest.mark.parametrize(
    ("far", "near", "codes"),
    [
        ({"ignore": ["DIS301"]}, {"select": ["DIS30"]}, "12345"),
        ({"select": ["DIS4"], "extend-select": ["DIS7"]}, {"select": ["DIS301"]}, "1"),
        ({"select": ["DIS301"]}, {"extend-select": ["DIS302"]}, "12"),
        ({"select": ["DIS30"], "ignore": ["DIS301"]}, {"ignore": ["DIS302"]}, "345"),
        ({"select": ["DIS30"], "ignore": ["DIS301"]}, {"extend-select": ["DIS301"]}, "12345"),
        ({"select": ["DIS30"], "ignore": ["DIS301"]}, {"extend-select": ["DIS30"]}, "12345"),
        ({"select": ["DIS301"]}, {"ignore": ["DIS30"], "extend-select": ["DIS302"]}, "2"),
    ],
)
def test_what_is_nearer_goes_over_what_is_farther_and_select_begins_anew(
    far: dict[str, Any], near: dict[str, Any], codes: str, catalog: Catalog
) -> None:
    assert covered(catalog, far, near) == {f"DIS30{code}" for code in codes}


def test_it_is_known_what_has_decided(catalog: Catalog) -> None:
    chosen = selection({"select": ["DIS4"], "ignore": ["DIS402"]})
    rules = {rule.code: rule for rule in catalog.rules}
    by = chosen.decide(rules["DIS402"]).by
    assert by is not None
    assert (by.text, by.origin) == ("DIS402", "x.toml: `ignore`")
    assert chosen.decide(rules["DIS301"]).by is None


def test_what_speaks_of_the_run_itself_is_never_left_out(catalog: Catalog) -> None:
    for layer in ({"select": ["DIS402"]}, {"ignore": ["DIS0"]}):
        chosen = selection(layer)
        assert {rule.code for rule in catalog.rules if chosen.covers(rule)} >= RUN
        chosen.refuse_unfit(catalog.rules)


@pytest.mark.parametrize(
    "layer",
    [
        {"ignore": ["DIS001"]},
        {"extend-ignore": ["rule-crashed"]},
        {"severity": {"dis002": "info"}},
        {"per-file-ignores": {"*.txt": ["DIS001"]}},
    ],
)
def test_nobody_can_wish_away_that_the_job_could_not_be_done(
    layer: dict[str, Any], catalog: Catalog
) -> None:
    with pytest.raises(UsageError, match=r"x\.toml: .* always ends the run with status 2"):
        selection(layer).refuse_unfit(catalog.rules)


@pytest.mark.parametrize("layer", [{"ignore": ["ALL"]}, {"select": ["DIS004"]}])
def test_a_run_without_any_rule_is_refused(layer: dict[str, Any], catalog: Catalog) -> None:
    with pytest.raises(UsageError, match="no rule is left to run"):
        selection(layer).refuse_unfit(catalog.rules)


def test_to_select_nothing_is_refused() -> None:
    with pytest.raises(ConfigError, match="`select` must be a list of codes or names, one at"):
        selection({"select": []})


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        ("row-totl", "did you mean row-total?"),
        ("DIS4O2", "did you mean DIS402?"),
        ("dis4o2", "did you mean DIS402?"),
        ("政", "`disclint rule --all` lists them all"),
    ],
)
@pytest.mark.parametrize("key", ["select", "extend-select", "ignore", "extend-ignore"])
def test_what_there_is_not_gets_a_hint(key: str, asked: str, hint: str, catalog: Catalog) -> None:
    with pytest.raises(UsageError) as caught:
        selection({key: ["DIS402", asked]}).refuse_unfit(catalog.rules)
    assert str(caught.value) == f"x.toml: `{key}`: no such rule: {asked}; {hint}"


@pytest.mark.parametrize("key", ["severity", "per-file-ignores"])
def test_nor_is_there_a_rule_to_be_weighed_or_left_out_for_a_file(
    key: str, catalog: Catalog
) -> None:
    table = {"DIS4O2": "info"} if key == "severity" else {"*.txt": ["DIS4O2"]}
    with pytest.raises(UsageError, match=f"{key}.*no such rule: DIS4O2; did you mean DIS402?"):
        selection({key: table}).refuse_unfit(catalog.rules)


def test_a_rule_of_a_plugin_that_is_left_out_may_be_named(catalog: Catalog) -> None:
    chosen = selection({"select": ["DIS4"], "ignore": ["SGJ101"], "severity": {"SG": "info"}})
    chosen.refuse_unfit(catalog.rules, {"SGJ"})
    with pytest.raises(UsageError, match="SGJ101"):
        chosen.refuse_unfit(catalog.rules, {"SG"})


@pytest.mark.parametrize(
    ("layers", "severity"),
    [
        ([{"DIS402": "info"}], Severity.INFO),
        ([{"DIS4": "info", "row-total": "warning"}], Severity.WARNING),
        ([{"row-total": "warning"}, {"DIS4": "info"}], Severity.WARNING),
        ([{"row-total": "warning"}, {"DIS402": "info"}], Severity.INFO),
        ([{"ALL": "info"}], Severity.INFO),
        ([{"DIS3": "info"}], None),
    ],
)
def test_a_rule_weighs_what_is_said_at_greatest_length_and_then_nearest(
    layers: list[dict[str, str]], severity: Severity | None, catalog: Catalog
) -> None:
    rule = catalog.find("DIS402")
    assert rule is not None
    assert selection(*({"severity": layer} for layer in layers)).severity(rule) is severity


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("*.docx", "a.docx", True),
        ("*.docx", "2019/a.docx", True),
        ("2019", "2019/a.docx", True),
        ("2019/", "x/2019/a.docx", True),
        ("/2019/", "x/2019/a.docx", False),
        ("2019/*.txt", "2019/a.docx", False),
        ("2019/**", "2019/x/a.docx", True),
        ("年报?.txt", "年报1.txt", True),
        ("a.txt", "../a.txt", False),
    ],
)
def test_rules_are_left_out_for_files_named_as_in_a_gitignore(
    pattern: str, path: str, *, fits: bool, catalog: Catalog
) -> None:
    chosen = selection({"per-file-ignores": {pattern: ["DIS3", "row-total"]}})
    ignored = chosen.ignored_in(path, catalog.rules)
    assert ignored == (
        {"DIS301", "DIS302", "DIS303", "DIS304", "DIS305", "DIS402"} if fits else set()
    )


@pytest.mark.parametrize(
    ("layer", "prefixes"),
    [
        ({}, {"SG", "SGJ", "CZ"}),
        ({"select": ["DIS"]}, set()),
        ({"select": ["DIS402"]}, set()),
        ({"select": ["DIS4", "row-total", "balance"]}, set()),
        ({"select": ["D"]}, set()),
        ({"select": ["SGJ"]}, {"SGJ"}),
        ({"select": ["sg"]}, {"SG", "SGJ"}),
        ({"select": ["SG1"]}, {"SG"}),
        ({"select": ["SGJ101"]}, {"SGJ"}),
        ({"select": ["S"]}, {"SG", "SGJ"}),
        ({"select": ["CZ101", "DIS"]}, {"CZ"}),
        ({"select": ["XYZ101"]}, set()),
        ({"select": ["made-up"]}, {"SG", "SGJ", "CZ"}),
        ({"select": ["ALL"]}, {"SG", "SGJ", "CZ"}),
        ({"select": ["DIS"], "extend-select": ["CZ"]}, {"CZ"}),
        ({"select": ["DIS"], "ignore": ["SGJ101"]}, set()),
        ({"select": ["DIS"], "ignore": ["made-up"]}, {"SG", "SGJ", "CZ"}),
        ({"select": ["DIS"], "severity": {"made-up": "info"}}, {"SG", "SGJ", "CZ"}),
    ],
)
def test_only_those_plugins_are_asked_for_that_may_have_such_a_rule(
    layer: dict[str, Any], prefixes: set[str]
) -> None:
    chosen = selection(layer)
    found = {one for one in PREFIXES if chosen.may_cover(one, PREFIXES, NAMES)}
    assert found - {"DIS"} == prefixes
