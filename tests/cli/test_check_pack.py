"""`disclint check-pack`, and packs that the other commands are given."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from disclint.cli import main
from tests.catalog.packs import FORM, RULE, write_files
from tests.cli.running import run

ROOT = Path(__file__).parents[2]
NAME = "DIS901-empty-praise.yaml"
REPORT = "一、总体情况\n领导高度重视，工作有序。\n二、主动公开政府信息情况\n"

Check = Callable[..., tuple[int, list[str]]]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack with one rule in which nothing is wrong."""
    return write_files(tmp_path / "pack", {NAME: RULE})


@pytest.fixture
def check(pack: Path, capsys: pytest.CaptureFixture[str]) -> Check:
    """Check the pack with one text of the rule in the place of another."""

    def checked(old: str = "", new: str = "") -> tuple[int, list[str]]:
        assert old in RULE
        (pack / NAME).write_text(RULE.replace(old, new, 1), encoding="utf-8")
        status = main(["check-pack", str(pack)])
        said = capsys.readouterr()
        assert said.err == ""
        return status, said.out.replace(f"{pack}/", "").splitlines()

    return checked


def test_a_pack_in_which_all_is_well_is_said_to_be_so(check: Check, pack: Path) -> None:
    assert check() == (0, [f"{pack}: all is well: 1 rule, 0 forms, 2 examples"])


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("领导高度重视", "领导重视", f"{NAME}:11:8: the rule finds nothing in the bad example"),
        (
            "收到申请3件",
            "高度重视申请",
            f'{NAME}:14:9: the rule finds something in the good example, in its line 2: "高度重视"',
        ),
        ('zh: "不用套话。"', 'zh: "none"', f"{NAME}:6:16: `zh` has no Chinese text"),
        ('en: "It says nothing."', 'en: "没有"', f"{NAME}:8:33: `en` has no English text"),
        ('en: "It says nothing."', 'en: "so，so says"', f"{NAME}:8:33: `en` has the Chinese mark"),
        ("是套话", "是套话。", f"{NAME}:7:16: a message has no full stop at its end"),
        (
            '\\"{text}\\" is empty praise',
            '\\"{text}\\" is left over from the template; take it out or fill it in',
            f"{NAME}:7:10: the message is that of DIS110 as well",
        ),
    ],
)
def test_what_a_pack_lacks_is_said_with_its_place(
    old: str, new: str, said: str, check: Check
) -> None:
    status, lines = check(old, new)
    assert status == 1
    assert [line[: len(said)] for line in lines] == [said]


def test_a_configuration_of_an_example_that_cannot_be_used_is_told(check: Check) -> None:
    good = RULE[RULE.index("  good: |") : RULE.index("since")]
    status, (line,) = check(good, "  good: { text: 无, config: 'colour = 1' }\n")
    assert status == 1
    assert line.startswith(f"{NAME}:14:9: the configuration of the example cannot be used: ")
    assert "unknown key `colour`" in line


def test_good_and_bad_are_two_examples(check: Check) -> None:
    good = RULE[RULE.index("  good: |") : RULE.index("since")]
    bad = RULE[RULE.index("  bad: |") : RULE.index("  good")].replace("bad", "good")
    status, lines = check(good, bad)
    assert status == 1
    assert f"{NAME}:14:9: the good example is the same as the bad one" in lines


def test_a_relation_that_no_rule_asks_for_is_told(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    form = FORM.replace("column-total", "odd-total")
    write_files(pack, {"pack.yaml": "report: visits\n", "forms/visits.yaml": form})
    assert main(["check-pack", str(pack)]) == 1
    example, relation = capsys.readouterr().out.splitlines()
    said = "which is read as a report of the kind `ogi`; the rule is for `visits`"
    assert example == f"{pack}/{NAME}:11:8: the rule finds nothing in the bad example, {said}"
    assert relation == f"{pack}/forms/visits.yaml:18:25: no rule asks for the relation `odd-total`"


@pytest.mark.parametrize("kind", ["rule", "form", "pack", "outline", "glossary"])
def test_a_schema_is_given_out(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check-pack", "--schema", kind]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["additionalProperties"] is False


@pytest.mark.parametrize("arguments", [[], ["--schema", "colour"], ["a", "--schema", "rule"]])
def test_what_is_asked_for_wrongly_ends_with_2(arguments: list[str]) -> None:
    assert run("check-pack", *arguments).status == 2


def test_a_rule_of_a_pack_speaks_beside_the_others(pack: Path, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    done = run("--pack", pack, "report.txt", cwd=tmp_path)
    assert 'report.txt:2:3: DIS901 "高度重视" is empty praise' in done.out
    assert "DIS006" in done.out
    assert "DIS901" not in run("report.txt", cwd=tmp_path).out


def test_several_packs_are_read_and_one_named_twice_is_read_once(
    pack: Path, tmp_path: Path
) -> None:
    other = RULE.replace("DIS901", "DIS902").replace("empty-praise", "good-order")
    more = write_files(
        tmp_path / "more", {"DIS902-good-order.yaml": other.replace("高度重视", "工作有序")}
    )
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    done = run("--pack", pack, "--pack", more, "--pack", f"{pack}/", "report.txt", cwd=tmp_path)
    assert "DIS901" in done.out
    assert "DIS902" in done.out


def test_a_configuration_names_packs_from_where_it_stands(pack: Path, tmp_path: Path) -> None:
    (tmp_path / "disclint.toml").write_text('packs = ["pack"]\n', encoding="utf-8")
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    done = run("--config", tmp_path / "disclint.toml", tmp_path / "report.txt", cwd=pack)
    assert "DIS901" in done.out


def test_a_rule_of_a_pack_is_explained(pack: Path) -> None:
    assert "## DIS901 empty-praise (warning)" in run("rule", "DIS901", "--pack", pack).out
    assert run("rule", "DIS901").status == 2


def test_a_pack_of_a_configuration_that_is_not_there_ends_with_2(tmp_path: Path) -> None:
    (tmp_path / "disclint.toml").write_text('packs = ["none"]\n', encoding="utf-8")
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    done = run("--config", "disclint.toml", "report.txt", cwd=tmp_path)
    assert done.status == 2
    assert "none: no such folder" in done.err


def test_the_pack_that_comes_with_disclint_lacks_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status = main(["check-pack", str(ROOT / "rules" / "ogi")])
    said = capsys.readouterr().out
    assert status == 0, said
    assert re.search(r"ogi: all is well: \d+ rules, \d+ forms, \d+ examples\n$", said)
