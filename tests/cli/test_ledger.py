import re
from pathlib import Path

from tests.cli.running import run

SAMPLES = Path(__file__).parents[2] / "docs" / "samples"
SAMPLE = SAMPLES / "qinghe-2020.txt"


def test_the_ledger_is_told_on_standard_error_and_changes_nothing_else() -> None:
    plain, told = run(SAMPLE), run(SAMPLE, "--ledger")
    assert (plain.out, plain.status) == (told.out, told.status)
    name, relations, rules = told.err.splitlines()[:3]
    assert name == str(SAMPLE)
    assert relations == "  relations: 45 held, 2 broken, 1 undecided, 4 not applicable"
    assert re.fullmatch(r"  rules: \d+ held, \d+ broken, 1 undecided, \d+ not applicable", rules)


def test_a_rule_whose_relation_is_broken_is_so_though_another_says_it() -> None:
    lines = run(SAMPLE, "--ledger").err.splitlines()
    for rule in ("DIS402 row-total", "DIS403 column-total", "DIS406 wrong-figure"):
        assert f"  broken     {rule}" in lines


def test_what_was_not_decided_has_its_reason_and_its_place() -> None:
    lines = run("qinghe-2020.txt", "--ledger", cwd=SAMPLES).err.splitlines()
    reason = "Table 4 · 行政复议 · 总计 is blank (qinghe-2020.txt:377)"
    assert f"  undecided  R4 Table 4 · 行政复议: {reason}" in lines


def test_the_last_line_says_how_much_was_checked_in_all_files() -> None:
    assert run(SAMPLES, "--ledger").err.splitlines()[-1] == (
        "138 relations held, 4 broken, 1 undecided"
    )
    assert run(SAMPLES, "--ledger", "--lang", "zh").err.splitlines()[-1] == (
        "共检查关系：成立 138，不成立 4，无法判断 1"
    )


def test_the_ledger_may_go_to_a_file(tmp_path: Path) -> None:
    path = tmp_path / "ledger.txt"
    done = run(SAMPLE, "--ledger", "--ledger-file", path)
    assert done.err == ""
    assert path.read_text(encoding="utf-8").startswith(str(SAMPLE))


def test_a_ledger_that_cannot_be_written_ends_with_2(tmp_path: Path) -> None:
    done = run(SAMPLE, "--ledger", "--ledger-file", tmp_path / "none" / "ledger.txt")
    assert done.status == 2
    assert "cannot write the ledger to " in done.err


def test_a_file_for_no_ledger_is_bad_usage() -> None:
    assert "--ledger-file goes with --ledger" in run(SAMPLE, "--ledger-file", "x").err
