"""Several reports on one command line, the report on the year before, and the configuration."""

from pathlib import Path

import pytest

from disclint.linter import Linter
from tests.cli.running import run
from tests.filling import row_of
from tests.together import report_of

STRANGER = "not the report on the year before of 2023.txt (青禾县, 2023)"


@pytest.fixture
def reports(tmp_path: Path, linter: Linter) -> Path:
    """Return a folder with reports of one body on two years whose chain is broken."""
    for year, figures in ((2022, row_of("carried-out", 3)), (2023, row_of("carried-in", 2))):
        text = report_of(linter, year, figures)
        (tmp_path / f"{year}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def codes(out: str) -> list[str]:
    return [" ".join(line.replace(":", " ").split()[::3][:2]) for line in out.splitlines()]


def test_reports_of_one_command_line_are_put_together_after_each_has_been_looked_at(
    reports: Path,
) -> None:
    done = run("2023.txt", "2022.txt", cwd=reports)
    *own, last = codes(done.out)
    assert last == "2023.txt DIS601"
    assert list(dict.fromkeys(one.split()[0] for one in own)) == ["2023.txt", "2022.txt"]
    assert not any("DIS6" in one for one in own)
    assert "(2022.txt:" in done.out.splitlines()[-1]
    assert done.status == 1


def test_a_folder_is_put_together_as_well(reports: Path) -> None:
    assert "./2023.txt DIS601" in codes(run(".", cwd=reports).out)


def test_the_report_before_is_compared_and_not_linted(reports: Path) -> None:
    alone, with_previous = (
        run("2023.txt", *options, cwd=reports) for options in ((), ("--previous", "2022.txt"))
    )
    assert with_previous.out.startswith(alone.out)
    (line,) = with_previous.out[len(alone.out) :].splitlines()
    assert line.startswith("2023.txt:")
    assert "DIS601" in line


@pytest.mark.parametrize(
    ("previous", "said"),
    [
        ("none.txt", "--previous none.txt: cannot be read: no such file"),
        ("notice.txt", "--previous notice.txt: holds no reports and must hold one"),
        ("both.txt", "--previous both.txt: holds 2 reports and must hold one"),
        ("2023.txt", f"--previous 2023.txt (青禾县, 2023): {STRANGER}"),
        ("other.txt", f"--previous other.txt (云岭市, 2022): {STRANGER}"),
    ],
)
def test_what_is_not_the_report_before_ends_with_2_and_says_why(
    previous: str, said: str, reports: Path, linter: Linter
) -> None:
    (reports / "notice.txt").write_text("通知\n", encoding="utf-8")
    texts = [(reports / name).read_text(encoding="utf-8") for name in ("2022.txt", "2023.txt")]
    (reports / "both.txt").write_text("\n".join(texts), encoding="utf-8")
    other = report_of(linter, 2022, body="云岭市")
    (reports / "other.txt").write_text(other, encoding="utf-8")
    done = run("2023.txt", "--previous", previous, cwd=reports)
    assert done.status == 2
    assert done.err == f"disclint: {said}\n"


def test_a_report_before_that_may_be_that_of_several_is_not_guessed(
    reports: Path, linter: Linter
) -> None:
    (reports / "other.txt").write_text(report_of(linter, 2023, body="云岭市"), encoding="utf-8")
    nobody = (reports / "2022.txt").read_text(encoding="utf-8").replace("青禾县2022年", "", 1)
    (reports / "nobody.txt").write_text(nobody, encoding="utf-8")
    done = run("2023.txt", "other.txt", "--previous", "nobody.txt", cwd=reports)
    assert done.status == 2
    assert "nobody.txt: may be the year before of 2023.txt (青禾县, 2023) and 1 more" in done.err
    assert "DIS601" in run("2023.txt", "--previous", "nobody.txt", cwd=reports).out


def test_the_ledger_tells_how_the_chain_came_out(reports: Path) -> None:
    lines = run("2022.txt", "2023.txt", "--ledger", cwd=reports).err.splitlines()
    assert "  broken     DIS601 carry-over-chain" in lines
    assert "  broken     R5 Table 3 · 自然人" in lines
    alone = run("2023.txt", "--ledger", cwd=reports).err
    assert "R5" not in alone
    assert "4 not applicable" in alone


def test_the_configuration_says_who_reports_on_which_year(reports: Path) -> None:
    for name, year in (("2022.txt", 2022), ("2023.txt", 2023)):
        path = reports / name
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(f"青禾县{year}年", "", 1), encoding="utf-8")
    assert "DIS601" not in run("2022.txt", "2023.txt", cwd=reports).out
    (reports / "disclint.toml").write_text(
        "[[reports]]\nfile = '*.txt'\nbody = '青禾县'\n"
        "[[reports]]\nfile = '2022.txt'\nyear = 2022\n"
        "[[reports]]\nfile = '2023.txt'\nyear = 2023\n",
        encoding="utf-8",
    )
    done = run("2022.txt", "2023.txt", "--config", "disclint.toml", cwd=reports)
    assert codes(done.out)[-1] == "2023.txt DIS601"


def test_the_configuration_names_the_bodies_of_a_government(reports: Path, linter: Linter) -> None:
    for number, body in enumerate(("青禾县林业局", "河口镇"), start=1):
        text = report_of(linter, 2023, row_of("received", number), body=body)
        (reports / f"{number}.txt").write_text(text, encoding="utf-8")
    (reports / "disclint.toml").write_text(
        "[bodies]\n'青禾县' = ['青禾县林业局', '河口镇']\n", encoding="utf-8"
    )
    done = run("2023.txt", "1.txt", "2.txt", "--config", "disclint.toml", cwd=reports)
    assert "2023.txt DIS605" in codes(done.out)
    assert "1 (1.txt:" in done.out


def test_a_broken_configuration_ends_with_2_before_anything_is_said(reports: Path) -> None:
    (reports / "x.toml").write_text("jump-facter = 3\n", encoding="utf-8")
    for command in ((), ("extract",)):
        done = run(*command, "2023.txt", "--config", "x.toml", cwd=reports)
        assert (done.status, done.out) == (2, "")
        assert done.err == (
            "disclint: x.toml:1: unknown key `jump-facter`; did you mean `jump-factor`?\n"
        )
