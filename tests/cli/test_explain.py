"""`disclint --explain FILE:LINE`: which rules looked at a place, and which setting decided."""

from pathlib import Path

import pytest

from tests.cli.running import run

_SAMPLE = Path(__file__).parents[2] / "docs" / "samples" / "qinghe-2020.txt"
_TOTAL = "requests-2019.unavailable-not-held.total"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with one report."""
    (tmp_path / "a.txt").write_bytes(_SAMPLE.read_bytes())
    return tmp_path


def part(out: str, heading: str) -> list[str]:
    """Return the lines under a heading."""
    _, _, after = out.partition(f"{heading}\n")
    return [line.strip() for line in after.split("\n\n")[0].splitlines()]


def test_a_line_is_told_with_its_figures_relations_and_rules(folder: Path) -> None:
    done = run("--explain", "a.txt:235", cwd=folder)
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("a.txt:235\n")
    (figure,) = part(done.out, "Figures here:")
    assert figure.endswith(f'总计: "6" (read as 6) [{_TOTAL}]')
    relations = part(done.out, "The relations that they are part of:")
    assert (
        relations[0]
        == "column-total (Table 3 · 总计): broken: 24 against 23 (11 + 1 + 2 + 1 + 6 + 2)"
    )
    found = part(done.out, "Rules that found something:")
    assert found[0] == "DIS402 row-total: broken, and another rule says so"
    assert found[1].startswith("DIS406 wrong-figure: ")
    assert any("DIS208" in one for one in part(done.out, "Rules that looked and found nothing:"))
    assert any("DIS706" in one for one in part(done.out, "Rules with nothing to look at here:"))


def test_a_figure_may_be_named_by_its_id(folder: Path) -> None:
    by_line = run("--explain", "a.txt:235", cwd=folder).out.splitlines()
    by_id = run("--explain", f"a.txt:{_TOTAL}", cwd=folder).out.splitlines()
    assert by_line[1:] == by_id[1:]


def test_what_cannot_be_told_says_why(folder: Path) -> None:
    done = run("--explain", "a.txt:377", cwd=folder)
    (answer,) = part(done.out, "Rules that could not tell:")
    assert answer.startswith("DIS405 group-total: ")


def test_the_setting_that_decided_is_named(folder: Path) -> None:
    (folder / "disclint.toml").write_text(
        "ignore = ['DIS402']\n[per-file-ignores]\n'a.*' = ['wrong-figure']\n", encoding="utf-8"
    )
    done = run("--explain", "a.txt:235", cwd=folder)
    assert part(done.out, "Rules that do not run:") == [
        "DIS402 row-total: by `DIS402`, disclint.toml:1: `ignore`",
        "DIS406 wrong-figure: by `wrong-figure`, disclint.toml:3: per-file-ignores: `a.*`",
    ]
    few = run("--explain", "a.txt:235", "--select", "DIS406,DIS402", "--isolated", cwd=folder)
    assert "DIS101 missing-section: not selected" in part(few.out, "Rules that do not run:")


def test_what_is_suppressed_says_so(folder: Path) -> None:
    (folder / "disclint-suppressions.toml").write_text(
        f"[[suppressions]]\nfile = 'a.txt'\ncode = 'DIS406'\ncell = '{_TOTAL}'\nreason = '原样'\n",
        encoding="utf-8",
    )
    found = part(run("--explain", "a.txt:235", cwd=folder).out, "Rules that found something:")
    assert found[1].endswith("(suppressed: 原样)")


def test_it_is_told_in_chinese_as_well(folder: Path) -> None:
    out = run("--explain", "a.txt:235", "--lang", "zh", cwd=folder).out
    assert part(out, "此处的数字：")[0].endswith(f'总计: "6" (读作 6) [{_TOTAL}]')
    assert part(out, "发现问题的规则：")[0] == "DIS402 row-total: 已由另一条规则指出"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a.txt"], "argument --explain: not FILE:LINE: a.txt"),
        (["a.txt:"], "argument --explain: not FILE:LINE: a.txt:"),
        (["a.txt:235", "a.txt"], "--explain FILE:LINE takes no PATH besides"),
        (["a.txt:99999"], "a.txt: there is no text on line 99999"),
        (["a.txt:0"], "a.txt: there is no text on line 0"),
        (["a.txt:row"], "a.txt: no line and no figure: row; `disclint extract` gives out the ids"),
        ([f"a.txt:{_TOTAL}s"], f"no line and no figure: {_TOTAL}s; did you mean {_TOTAL}?"),
        (["b.txt:1"], "b.txt: cannot be read: no such file"),
    ],
)
def test_what_cannot_be_told_of_is_bad_usage(arguments: list[str], said: str, folder: Path) -> None:
    done = run("--explain", *arguments, cwd=folder)
    assert done.status == 2
    assert done.err.rstrip("\n").endswith(said)
