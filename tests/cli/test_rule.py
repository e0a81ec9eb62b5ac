from disclint.catalog import Catalog
from tests.cli.running import run


def test_a_rule_is_explained_by_code_and_by_name() -> None:
    by_code, by_name = run("rule", "DIS402"), run("rule", "row-total")
    assert by_code == by_name
    assert by_code.status == 0
    for part in ("## DIS402 row-total (error)", "### Why", "### Bad", "### Good", "### Authority"):
        assert part in by_code.out


def test_a_rule_is_explained_in_chinese() -> None:
    out = run("rule", "DIS402", "--lang", "zh").out
    assert "### 为什么" in out
    assert "一行的总计不等于各列之和。" in out


def test_all_rules_are_explained_in_order(catalog: Catalog) -> None:
    titles = [line for line in run("rule", "--all").out.splitlines() if line.startswith("## ")]
    assert [title.split()[1] for title in titles] == [rule.code for rule in catalog.rules]


def test_a_mistyped_name_gets_a_hint_and_ends_with_2() -> None:
    done = run("rule", "row-totl")
    assert (done.status, done.out) == (2, "")
    assert "no such rule: row-totl; did you mean row-total?" in done.err


def test_no_name_at_all_ends_with_2() -> None:
    assert run("rule").status == 2
