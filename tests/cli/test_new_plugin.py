"""`disclint new-plugin`: what it writes, and what it refuses to."""

from pathlib import Path

import pytest

from tests.cli.running import run
from tests.installing import call, make_environment
from tests.plugging import install


def test_it_writes_a_project_with_its_names_in_all_places(tmp_path: Path) -> None:
    done = run("new-plugin", "river-levels", cwd=tmp_path)
    assert (done.status, done.err) == (0, "")
    folder = tmp_path / "disclint-river-levels"
    files = {str(path.relative_to(folder)): path for path in folder.rglob("*") if path.is_file()}
    assert set(files) == {
        "README.md",
        "pyproject.toml",
        "disclint_river_levels/__init__.py",
        "disclint_river_levels/rounded.py",
        "disclint_river_levels/pack/pack.yaml",
        "disclint_river_levels/pack/forms/visits.yaml",
        "disclint_river_levels/pack/RIV101-river-levels-total.yaml",
        "disclint_river_levels/pack/RIV102-river-levels-rounded.yaml",
        "samples/bad.md",
        "samples/good.md",
        "tests/test_rules.py",
    }
    for path in files.values():
        text = path.read_text(encoding="utf-8")
        assert "$" not in text
        assert "PREFIX" not in text


def test_the_name_may_be_that_of_the_distribution_and_the_prefix_be_chosen(tmp_path: Path) -> None:
    done = run("new-plugin", "disclint-h2o", "--prefix", "WATER", cwd=tmp_path)
    assert "WATER101" in done.out
    assert (tmp_path / "disclint-h2o" / "disclint_h2o").is_dir()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["River"], "`River` must be words of small letters and digits, joined by hyphens"),
        (["../up"], "`../up` must be words of small letters"),
        (["a-"], "`a-` must be words of small letters"),
        (["disclint-"], "`disclint-` must be words of small letters"),
        (["x"], "the prefix of the codes must be two to ten capital letters, and is `X`"),
        (["river", "--prefix", "riv"], "two to ten capital letters, and is `riv`"),
        (["river", "--prefix", "DIS"], "is DIS, which is disclint's own; choose another"),
        (["river", "--prefix", "SGJ"], "the prefix SGJ is that of disclint-sgj 1.0 (disclint_sgj)"),
        (["there"], "disclint-there is there already; choose another name, or another place"),
    ],
)
def test_what_cannot_be_is_told_and_leaves_nothing(
    arguments: list[str], said: str, tmp_path: Path
) -> None:
    install(tmp_path / "site", "SGJ")
    here = tmp_path / "here"
    (here / "disclint-there").mkdir(parents=True)
    done = run("new-plugin", *arguments, cwd=here, PYTHONPATH=str(tmp_path / "site"))
    assert done.status == 2
    assert said in done.err
    assert len(done.err.splitlines()) == 1
    assert [path.name for path in here.rglob("*")] == ["disclint-there"]


def test_the_project_passes_its_own_tests_and_is_fully_typed(tmp_path: Path, wheel: Path) -> None:
    run("new-plugin", "river-levels", cwd=tmp_path)
    project = tmp_path / "disclint-river-levels"
    programs = make_environment(tmp_path / "venv", wheel, f"{project}[dev]", "mypy")
    tests = call(programs / "python", "-m", "pytest", cwd=project)
    assert tests.returncode == 0, tests.stdout
    assert "12 passed" in tests.stdout
    typed = call(programs / "mypy", "--strict", "disclint_river_levels", "tests", cwd=project)
    assert typed.returncode == 0, typed.stdout
