"""What a run finds, without what is suppressed."""

from collections.abc import Callable, Sequence
from itertools import chain, permutations
from pathlib import Path

import pytest

from disclint.config.selection import Selection
from disclint.diagnostics import Diagnostic
from disclint.errors import ConfigError
from disclint.examined import Examined
from disclint.linter import Linter
from disclint.reading.comments import take_out
from disclint.settings import parse_settings
from disclint.source import Comment, Place, Source
from disclint.suppressing import Suppressing
from disclint.suppressions import Listed, Suppression, read_suppressions
from tests.cli.reports import HEAD, IGNORE, TABLE

NEVER = "until = 2020-01-01\n"

Run = Callable[..., list[str]]


def toml(**keys: str) -> str:
    whole = {"file": "a.txt", "code": "DIS303", "reason": "原件如此", **keys}
    return "[[suppressions]]\n" + "".join(f'{key} = "{value}"\n' for key, value in whole.items())


def suppressions(text: str) -> tuple[Suppression, ...]:
    settings = parse_settings(text, "x.toml")
    return settings.closed(read_suppressions(settings, "x.toml"))


@pytest.fixture
def run(linter: Linter) -> Run:
    """Lint texts as `a.txt`, `b.txt` ...; return `path:line code` of what is found."""

    def lint(*texts: str, toml: str = "", select: str = "DIS303", shown: bool = False) -> list[str]:
        used = Linter(linter.plugins, selection=Selection.naming(select.split(",")))
        used.catalog = linter.catalog
        found = _run(used, texts, suppressions(toml))
        return [
            f"{one.path}:{one.start.line} {one.code}{' -' if one.suppressed else ''}"
            for one in found
            if shown or not one.suppressed
        ]

    return lint


def _run(
    linter: Linter, texts: Sequence[str], suppressed: Sequence[Suppression]
) -> list[Diagnostic]:
    suppressing = Suppressing.build(linter, Examined(linter), suppressed)
    found: list[Diagnostic] = []
    files = []
    for name, text in zip("abc", texts, strict=False):
        source = linter.read(text.encode(), f"{name}.txt")
        assert isinstance(source, Source)
        verdict = linter.examine(source)
        found += suppressing.entered(verdict)
        files.append(linter.file(source, verdict.reports))
    for comparison in linter.compare(files):
        found += suppressing.compared(comparison)
    why = [suppressing.why(one) for one in found]
    applied = list(suppressing.applied(found))
    assert [one.suppressed for one in applied[: len(found)]] == why
    return applied


def test_a_comment_is_for_the_block_after_it(run: Run) -> None:
    assert run(TABLE) == ["a.txt:3 DIS303", "a.txt:4 DIS303"]
    assert run(IGNORE + TABLE) == []
    assert run(IGNORE + TABLE, shown=True) == ["a.txt:4 DIS303 -", "a.txt:5 DIS303 -"]


def test_a_comment_between_rows_is_for_the_row_after_it(run: Run) -> None:
    lines = TABLE.splitlines(keepends=True)
    assert run("".join([*lines[:3], IGNORE, *lines[3:]])) == ["a.txt:3 DIS303"]


def test_a_comment_says_nothing_of_other_blocks(run: Run) -> None:
    assert run(IGNORE + HEAD + TABLE) == ["a.txt:5 DIS303", "a.txt:6 DIS303", "a.txt:1 DIS007"]


def test_a_comment_may_be_for_the_whole_file_wherever_it_stands(run: Run) -> None:
    comment = IGNORE.replace("ignore", "ignore-file")
    assert run(comment + HEAD + TABLE) == []
    assert run(HEAD + TABLE + comment) == []
    assert run(TABLE + comment, TABLE) == ["b.txt:3 DIS303", "b.txt:4 DIS303"]


@pytest.mark.parametrize("rule", ["DIS303", "dis303", "DIS3", "unit-in-cell", "Unit-In-Cell"])
def test_rules_are_named_by_code_beginning_or_name(rule: str, run: Run) -> None:
    assert run(IGNORE.replace("DIS303", rule) + TABLE) == []
    assert run(TABLE, toml=toml(code=rule)) == []


def test_each_rule_of_a_comment_that_finds_nothing_is_told(run: Run) -> None:
    comment = IGNORE.replace("DIS303", "DIS303, DIS206")
    assert run(comment + TABLE, select="DIS2,DIS3") == ["a.txt:1 DIS007"]


def test_of_a_rule_that_did_not_run_nothing_is_said(run: Run) -> None:
    assert run(IGNORE + TABLE, select="DIS206") == []
    assert run(TABLE, select="DIS206", toml=toml()) == []


def test_of_a_rule_that_had_nothing_to_compare_nothing_is_said(run: Run) -> None:
    comment = IGNORE.replace("ignore[DIS303", "ignore-file[DIS601")
    assert run(comment + HEAD + TABLE, select="DIS601") == []
    assert run(HEAD + TABLE, select="DIS6", toml=toml(code="carry-over-chain")) == []


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- disclint: ignore[DIS303] -->",
        "<!-- disclint: ignore -- 原件如此 -->",
        "<!-- disclint: ignore DIS303 -->",
        "<!-- disclint: ignore[DIS303] -- 原件如此",
        "<!-- disclint: ignore[DIS939] -- 原件如此 -->",
        "<!-- disclint: ignore[DIS0] -- 原件如此 -->",
        "<!-- disclint: ignore[invalid-suppression] -- 原件如此 -->",
        "<!-- disclint: ignore[DIS007] -- 原件如此 -->",
    ],
)
def test_a_comment_that_is_wrong_is_told_where_it_stands_and_suppresses_nothing(
    comment: str, run: Run
) -> None:
    assert run(f"{comment}\n{TABLE}") == ["a.txt:1 DIS008", "a.txt:4 DIS303", "a.txt:5 DIS303"]


def test_a_comment_beside_other_text_is_told(run: Run) -> None:
    assert run(TABLE.replace("0 |", "0 |" + IGNORE.strip())) == [
        "a.txt:3 DIS303",
        "a.txt:4 DIS303",
        "a.txt:5 DIS008",
    ]


def test_of_several_rules_in_a_comment_those_that_there_are_count(run: Run) -> None:
    assert run(IGNORE.replace("DIS303", "DIS939,DIS303") + TABLE) == ["a.txt:1 DIS008"]


def test_from_outside_a_file_a_part_or_a_text_is_named(run: Run) -> None:
    both = ["a.txt:3 DIS303", "a.txt:4 DIS303"]
    licences = "active-2021.licences.decisions"
    assert run(TABLE, toml=toml()) == []
    assert run(TABLE, toml=toml(file="*.txt")) == []
    assert run(TABLE, toml=toml(cell=licences)) == both[1:]
    assert run(TABLE, toml=toml(row="active-2021.licences")) == both[1:]
    assert run(TABLE, toml=toml(table="表二")) == []
    assert run(TABLE, toml=toml(section="二")) == []
    assert run(TABLE, toml=toml(text="１２ 件")) == both[1:]
    assert run(TABLE, toml=toml(cell=licences, text="12件")) == both[1:]


@pytest.mark.parametrize(
    "keys",
    [
        {"text": "13件"},
        {"section": "三"},
        {"cell": "active-2021.coercion.decisions"},
        {"cell": "active-2021.licences.decisions", "text": "3件"},
    ],
)
def test_what_is_named_from_outside_and_not_found_is_told_in_the_file_that_says_so(
    keys: dict[str, str], run: Run
) -> None:
    both = ["a.txt:3 DIS303", "a.txt:4 DIS303"]
    assert run(TABLE, toml=toml(**keys)) == [*both, "x.toml:1 DIS007"]


def test_of_files_that_were_not_looked_at_nothing_is_said(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "b.txt").touch()
    assert run(HEAD, toml=toml(file="b.txt")) == []
    assert run(HEAD, toml=toml(file="b.txt") + NEVER) == []


def test_a_file_that_is_not_there_is_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(HEAD, toml=toml(file="b.txt")) == ["x.toml:1 DIS008"]
    assert run(HEAD, toml=toml(file="b*.txt")) == []


def test_what_was_not_checked_is_suppressed_by_its_whole_code_only(run: Run) -> None:
    fused = TABLE.replace("12件", "1 8")
    assert run(fused, select="DIS005") == ["a.txt:3 DIS005"]
    assert run(fused, select="DIS005", toml=toml(code="DIS")) == ["a.txt:3 DIS005"]
    assert run(fused, select="DIS005", toml=toml(code="DIS005")) == []
    assert run(fused, select="DIS005", toml=toml(code="fused-figures")) == []


def test_in_any_order_of_files_the_same_is_suppressed_and_told(linter: Linter) -> None:
    told = suppressions(toml(file="b.txt") + toml(file="*.txt", text="3件") + toml(text="9件"))
    texts = {"a.txt": IGNORE + TABLE, "b.txt": TABLE, "c.txt": TABLE + IGNORE + HEAD}

    def found(names: Sequence[str]) -> set[tuple[str, Place, str, bool]]:
        suppressing = Suppressing.build(linter, Examined(linter), told)
        each = [suppressing.entered(linter.examine(Source(n, *read(texts[n])))) for n in names]
        return {
            (one.path, one.start, one.code, bool(one.suppressed))
            for one in suppressing.applied(chain.from_iterable(each))
        }

    def read(text: str) -> tuple[str, tuple[()], tuple[Comment, ...]]:
        left, comments = take_out(text)
        return left, (), comments

    first, *others = (found(names) for names in permutations(texts))
    assert {"DIS007"} < {code for _, _, code, _ in first}
    assert all(other == first for other in others)


def test_a_file_asks_only_the_suppressions_that_may_hold_in_it(
    linter: Linter, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    is_in = Listed.is_in

    def counted(self: Listed, path: str) -> bool:
        asked.append(path)
        return is_in(self, path)

    monkeypatch.setattr(Listed, "is_in", counted)
    count = 200
    told = suppressions("".join(toml(file=f"{number}.txt") for number in range(count)))
    suppressing = Suppressing.build(linter, Examined(linter), told)
    sources = [Source(f"{number}.txt", TABLE) for number in range(5)]
    found = [one for source in sources for one in suppressing.entered(linter.examine(source))]
    assert any(one.suppressed for one in suppressing.applied(found))
    assert len(asked) < count


def test_a_suppression_that_is_over_suppresses_nothing_and_is_told(run: Run) -> None:
    both = ["a.txt:3 DIS303", "a.txt:4 DIS303"]
    assert run(TABLE, toml=toml() + NEVER) == [*both, "x.toml:1 DIS008"]
    assert run(TABLE, toml=toml() + "until = 2999-12-31\n") == []


def test_what_speaks_of_suppressions_is_never_suppressed(run: Run) -> None:
    text = IGNORE.replace("DIS303", "DIS303, DIS939") + TABLE
    assert run(text, toml=toml(code="DIS")) == ["a.txt:1 DIS008"]


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (
            {"code": "DIS939"},
            "x.toml:1: suppressions[1]: no such rule: `DIS939`; did you mean `DIS",
        ),
        ({"code": "unit-in-cel"}, "did you mean `unit-in-cell`?"),
        ({"code": "~"}, "`disclint rule --all` lists them all"),
        ({"code": "DIS00"}, "`DIS00` tells what was not checked; name it in whole"),
        ({"code": "DIS007"}, "`DIS007` speaks of suppressions, and cannot be suppressed"),
        (
            {"cell": "active-2021.licence.decisions"},
            "did you mean `active-2021.licences.decisions`",
        ),
    ],
)
def test_what_there_is_not_is_refused_in_a_configuration(
    keys: dict[str, str], said: str, run: Run
) -> None:
    with pytest.raises(ConfigError) as caught:
        run(TABLE, toml=toml(**keys))
    assert said in str(caught.value)


def test_what_stops_the_run_and_is_named_in_whole_says_why(linter: Linter) -> None:
    stopped = linter.unopened("a.txt", FileNotFoundError(2, ""))
    named = suppressions(toml(code="DIS001"))
    suppressing = Suppressing.build(linter, Examined(linter), named)
    applied, *_ = suppressing.applied([stopped])
    assert applied.suppressed
    assert suppressing.why(stopped) == applied.suppressed
