"""The configuration: what it says, and what is said of one that cannot be used."""

import os
from pathlib import Path
from textwrap import dedent

import pytest

from disclint.binding.bound import BodyKind
from disclint.binding.given import NOTHING_GIVEN, Given
from disclint.config import Config, load_config, parse_config
from disclint.errors import ConfigError

WHOLE = """\
    jump-factor = 5

    [bodies]
    "青禾县" = ["青禾县林业局", "河口镇"]

    [[reports]]
    file = "2023/*.txt"
    year = 2023

    [[reports]]
    file = "2023/town.txt"
    year = 2024
    body = "河口镇 人民政府"
    kind = "township"
    """

NO_FILE = (
    "x.toml: reports[1]: `file` must be given: the name of a file, or a pattern like `2023/*.docx`"
)
NO_KIND = (
    "x.toml: reports[1]: `kind` must be one of department, government, township, not "
    "`goverment`; did you mean `government`?"
)


def config(text: str, path: str = "disclint.toml") -> Config:
    return parse_config(dedent(text), path)


def test_all_that_can_be_said_is_read_and_what_is_said_last_counts() -> None:
    found = config(WHOLE)
    assert found.bodies == {"青禾县": ("青禾县林业局", "河口镇")}
    assert found.options == {"year-on-year-jump": {"factor": 5}}
    assert found.given("2023/office.txt") == Given(year=2023)
    assert found.given("2023/town.txt") == Given(
        body="河口镇人民政府", year=2024, kind=BodyKind.TOWNSHIP
    )
    assert found.given("2022/town.txt") is NOTHING_GIVEN


def test_nothing_need_be_said() -> None:
    assert config("") == Config(folder=".")


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("a.txt", "a.txt", True),
        ("./a.txt", "a.txt", True),
        ("a.txt", "./a.txt", True),
        ("a.txt", "b/../a.txt", True),
        ("a.txt", "b/a.txt", False),
        ("*.txt", "b/a.txt", False),
        ("**/*.txt", "b/c/a.txt", True),
        ("**/*.txt", "a.txt", True),
        ("b/**", "b/c/a.txt", True),
        ("年报?.docx", "年报1.docx", True),
        ("a+b[1].txt", "a+b[1].txt", True),
        ("a.txt", "abtxt", False),
    ],
)
def test_a_file_is_named_by_its_path_or_a_pattern(pattern: str, path: str, *, fits: bool) -> None:
    found = config(f"[[reports]]\nfile = '{pattern}'\nyear = 2020")
    assert (found.given(path) == Given(year=2020)) is fits


def test_names_are_relative_to_the_folder_of_the_configuration(tmp_path: Path) -> None:
    path = tmp_path / "disclint.toml"
    path.write_text("[[reports]]\nfile = '2023/a.txt'\nyear = 2020\n", encoding="utf-8")
    found = load_config(str(path))
    assert found.given(str(tmp_path / "2023" / "a.txt")) == Given(year=2020)
    assert found.given(os.path.relpath(tmp_path / "2023" / "a.txt")) == Given(year=2020)
    assert found.given("2023/a.txt") is NOTHING_GIVEN


def test_it_may_stand_in_a_pyproject(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    text = "[project]\nname = 'x'\n[tool.ruff]\n[tool.disclint.bodies]\n'青禾县' = ['河口镇']\n"
    path.write_text(text, encoding="utf-8")
    assert load_config(str(path)).bodies == {"青禾县": ("河口镇",)}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("jump-facter = 5", "x.toml: unknown key `jump-facter`; did you mean `jump-factor`?"),
        (
            "colour = 1",
            (
                "x.toml: unknown key `colour`; there are bodies, jump-factor, packs, reports, "
                "suppressions"
            ),
        ),
        ("jump-factor = 1", "x.toml: `jump-factor` must be a number above 1"),
        ("jump-factor = true", "x.toml: `jump-factor` must be a number above 1"),
        ("jump-factor = inf", "x.toml: `jump-factor` must be a number above 1"),
        ("jump-factor = '5'", "x.toml: `jump-factor` must be a number above 1"),
        ("bodies = 5", "x.toml: `bodies` must be a table, `[bodies]`"),
        (
            "[bodies]\n'青禾县' = '河口镇'",
            "x.toml: bodies: `青禾县` must be a list of texts, none of them empty",
        ),
        (
            "[bodies]\n'青禾县' = []",
            "x.toml: bodies: `青禾县` must be a list of texts, none of them empty",
        ),
        (
            "[bodies]\n'青禾县' = ['河口镇', '河口镇']",
            "x.toml: bodies: `青禾县` must be a list of other bodies, each named once",
        ),
        (
            "[bodies]\n'青禾县' = ['青禾县']",
            "x.toml: bodies: `青禾县` must be a list of other bodies, each named once",
        ),
        ("[reports]\nfile = 'a'", "x.toml: `reports` must be an array of tables, `[[reports]]`"),
        ("reports = [5]", "x.toml: `reports` must be an array of tables, `[[reports]]`"),
        (
            "[[reports]]\nyear = 2020",
            NO_FILE,
        ),
        (
            "[[reports]]\nfile = ' '",
            "x.toml: reports[1]: `file` must be a text that is not empty",
        ),
        (
            "[[reports]]\nfile = 'a'\n[[reports]]\nfile = 'b'\nyear = '2020'",
            "x.toml: reports[2]: `year` must be a whole number from 2008 to 2099",
        ),
        (
            "[[reports]]\nfile = 'a'\nyear = 20",
            "x.toml: reports[1]: `year` must be a whole number from 2008 to 2099",
        ),
        (
            "[[reports]]\nfile = 'a'\nkind = 'goverment'",
            NO_KIND,
        ),
        (
            "[[reports]]\nfile = 'a'\nbdoy = 'b'",
            "x.toml: reports[1]: unknown key `bdoy`; did you mean `body`?",
        ),
    ],
)
def test_what_cannot_be_used_is_said_with_file_and_key(text: str, said: str) -> None:
    with pytest.raises(ConfigError) as raised:
        parse_config(text, "x.toml")
    assert str(raised.value) == said


def test_what_is_no_toml_is_said_with_its_line() -> None:
    with pytest.raises(ConfigError, match=r"x\.toml: is not TOML: .*line 2"):
        parse_config("\nbodies = {]\n", "x.toml")


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read: No such file"):
        load_config(str(tmp_path / "none.toml"))
    (tmp_path / "odd.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match="is not UTF-8"):
        load_config(str(tmp_path / "odd.toml"))


def test_a_pyproject_without_a_word_for_disclint_is_no_configuration(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text("[project]\nname = 'x'\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"has no `\[tool\.disclint\]`"):
        load_config(str(path))


def test_the_plugins_that_must_be_there_are_named_by_their_distributions() -> None:
    text = 'plugins = ["disclint-sgj", "Disclint_CZ"]'
    assert parse_config(text, "disclint.toml").plugins == ("disclint-sgj", "Disclint_CZ")
    assert parse_config("", "disclint.toml").plugins == ()


@pytest.mark.parametrize(
    "value",
    ["[]", '"disclint-sgj"', "[5]", '[""]', '["disclint-sgj>=1"]', '["-r all"]', '["a\\nb"]'],
)
def test_what_names_no_distribution_is_refused(value: str) -> None:
    with pytest.raises(ConfigError, match=r"disclint\.toml: `plugins` must be "):
        parse_config(f"plugins = {value}", "disclint.toml")
