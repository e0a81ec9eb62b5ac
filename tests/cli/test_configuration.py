"""Which configuration counts, and what is said of one that cannot be used."""

from pathlib import Path

import pytest

from tests.cli.folders import codes, fill
from tests.cli.running import run

SEVERITIES = "one of error, warning, info"
ONLY = 'select = ["{}"]\n'
PROJECT = '[project]\nname = "x"\n\n[tool.disclint]\nselect = ["{}"]\n'


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"disclint.toml": ONLY.format("DIS303")}, "DIS303"),
        ({".disclint.toml": ONLY.format("DIS303")}, "DIS303"),
        ({"pyproject.toml": PROJECT.format("DIS303")}, "DIS303"),
        (
            {
                ".disclint.toml": ONLY.format("DIS303"),
                "disclint.toml": ONLY.format("DIS206"),
                "pyproject.toml": PROJECT.format("DIS105"),
            },
            "DIS303",
        ),
        (
            {
                "disclint.toml": ONLY.format("DIS206"),
                "pyproject.toml": PROJECT.format("DIS105"),
            },
            "DIS206",
        ),
        (
            {
                "disclint.toml": ONLY.format("DIS303"),
                "2023/disclint.toml": ONLY.format("DIS206"),
            },
            "DIS206",
        ),
        (
            {
                "disclint.toml": ONLY.format("DIS303"),
                "2023/pyproject.toml": "[project]\nname = 'disclint-reports'\n",
            },
            "DIS303",
        ),
    ],
)
def test_the_nearest_configuration_counts_and_one_of_a_folder(
    files: dict[str, str], code: str, tmp_path: Path
) -> None:
    fill(tmp_path, {"2023/a.txt": "", **files})
    assert codes(run("2023/a.txt", cwd=tmp_path)) == {code}
    assert codes(run("a.txt", cwd=tmp_path / "2023")) == {code}


def test_an_empty_table_in_a_pyproject_is_a_configuration(tmp_path: Path) -> None:
    fill(
        tmp_path,
        {
            "disclint.toml": ONLY.format("DIS303"),
            "2023/a.txt": "",
            "2023/pyproject.toml": "[tool.disclint]\n",
        },
    )
    found = run("2023/a.txt", cwd=tmp_path)
    assert found.err == ""
    assert codes(found) > {"DIS303"}


def test_standard_input_has_the_configuration_of_its_name(tmp_path: Path) -> None:
    fill(tmp_path, {"2023/a.txt": "", "2023/disclint.toml": ONLY.format("DIS206")})
    text = (tmp_path / "2023" / "a.txt").read_bytes()
    found = run("-", "--stdin-filename", "2023/b.txt", cwd=tmp_path, stdin=text)
    assert codes(found) == {"DIS206"}


def test_config_names_another_and_isolated_takes_none(tmp_path: Path) -> None:
    fill(
        tmp_path,
        {
            "a.txt": "",
            "disclint.toml": ONLY.format("DIS303"),
            "strict/all.toml": ONLY.format("DIS206"),
        },
    )
    assert codes(run("a.txt", "--config", "strict/all.toml", cwd=tmp_path)) == {"DIS206"}
    assert codes(run("a.txt", "--isolated", cwd=tmp_path)) > {"DIS206", "DIS303"}
    both = run("a.txt", "--isolated", "--config", "strict/all.toml", cwd=tmp_path)
    assert both.status == 2
    assert "not allowed with argument --isolated" in both.err


def test_the_command_line_goes_over_the_configuration(tmp_path: Path) -> None:
    fill(tmp_path, {"a.txt": "", "disclint.toml": ONLY.format("DIS303")})
    assert codes(run("a.txt", "--select", "DIS206", cwd=tmp_path)) == {"DIS206"}
    assert codes(run("a.txt", "--extend-select", "DIS206", cwd=tmp_path)) == {"DIS206", "DIS303"}


def test_what_is_extended_is_named_from_the_file_that_says_so(tmp_path: Path) -> None:
    fill(
        tmp_path,
        {
            "2023/a.txt": "",
            "2023/disclint.toml": 'extend = "../common/base.toml"\nextend-select = ["DIS206"]\n',
            "common/base.toml": 'extend = "deeper.toml"\n',
            "common/deeper.toml": ONLY.format("DIS303"),
        },
    )
    assert codes(run("2023/a.txt", cwd=tmp_path)) == {"DIS206", "DIS303"}


def test_a_circle_of_configurations_is_told_with_its_chain(tmp_path: Path) -> None:
    fill(
        tmp_path,
        {"a.txt": "", "disclint.toml": 'extend = "b.toml"', "b.toml": 'extend = "disclint.toml"'},
    )
    found = run("a.txt", cwd=tmp_path)
    chain = "disclint.toml > b.toml > disclint.toml"
    assert found.err == f"disclint: disclint.toml: extends itself: {chain}\n"
    assert found.status == 2


def test_what_is_extended_and_not_there_is_told_with_who_asks(tmp_path: Path) -> None:
    fill(tmp_path, {"a.txt": "", "disclint.toml": 'extend = "no.toml"'})
    found = run("a.txt", cwd=tmp_path)
    told = "no.toml, which disclint.toml extends: cannot be read: No such file or directory"
    assert found.err == f"disclint: {told}\n"
    assert found.status == 2


def test_reports_of_two_configurations_are_refused_in_one_run(tmp_path: Path) -> None:
    fill(tmp_path, {"a.txt": "", "2023/a.txt": "", "2023/disclint.toml": ""})
    (tmp_path / "2023" / "disclint.toml").write_text(ONLY.format("DIS303"), encoding="utf-8")
    found = run("a.txt", "2023/a.txt", cwd=tmp_path)
    assert found.status == 2
    assert "a run has one configuration" in found.err
    assert "--config FILE names one for all" in found.err
    walked = run(".", cwd=tmp_path)
    assert walked.status == 1
    assert "2023/disclint.toml is not used" in walked.err


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("slect = []", "unknown key `slect`; did you mean `select`?"),
        ("select = 5", "`select` must be a list of texts, none of them empty"),
        ('select = ["DIS3O3"]', "`select`: no such rule: DIS3O3; did you mean DIS303?"),
        ('ignore = ["row-totl"]', "`ignore`: no such rule: row-totl; did you mean row-total?"),
        ("extend-select = [1]", "`extend-select` must be a list of texts, none of them empty"),
        ("extend-ignore = ['']", "`extend-ignore` must be a list of texts, none of them empty"),
        (
            "severity.DIS303 = 'eror'",
            f"severity: `DIS303` must be {SEVERITIES}, not `eror`; did you mean `error`?",
        ),
        ("severity.DIS3O3 = 'info'", "severity: no such rule: DIS3O3; did you mean DIS303?"),
        (
            "per-file-ignores.'*.txt' = ['DIS3O3']",
            "per-file-ignores: `*.txt`: no such rule: DIS3O3; did you mean DIS303?",
        ),
        (
            "per-file-ignores.'*.txt' = 5",
            "per-file-ignores: `*.txt` must be a list of texts, none of them empty",
        ),
        ("exclude = ['!']", "`exclude`: must be patterns as in a .gitignore, and has `!`"),
        ("extend-exclude = 5", "`extend-exclude` must be a list of texts, none of them empty"),
        ("force-exclude = 'yes'", "`force-exclude` must be true or false"),
        ("respect-gitignore = 1", "`respect-gitignore` must be true or false"),
        (
            "limit.bytes = 5",
            "limit: unknown key `bytes`; did you mean `file-bytes`?",
        ),
        (
            "limit.pages = -1",
            "limit: `pages` must be a whole number from 0 to 1000000000000000",
        ),
        (
            "encoding = 'gbk18030'",
            "`encoding` must be the name of an encoding, such as `gb18030`",
        ),
        ("lang = 'cn'", "`lang` must be one of zh, en, not `cn`; did you mean `en`?"),
        ("output-format = 5", "`output-format` must be a text"),
        (
            "fail-level = 'warn'",
            "`fail-level` must be one of error, warning, info, not `warn`; did you mean `warning`?",
        ),
        (
            "max-findings = -1",
            "`max-findings` must be a whole number from 0 to 1000000000000000",
        ),
        ("jump-factor = 0", "`jump-factor` must be a number above 1"),
        ("extend = 5", "`extend` must be a text"),
        ("packs = 'x'", "`packs` must be a list of texts, none of them empty"),
        ("plugins = [' ']", "`plugins` must be a list of texts, none of them empty"),
        ("bodies = 1", "`bodies` must be a table, `[bodies]`"),
        ("reports = 1", "`reports` must be an array of tables, `[[reports]]`"),
    ],
)
def test_what_cannot_be_used_is_one_line_with_file_and_line(
    line: str, said: str, tmp_path: Path
) -> None:
    fill(tmp_path, {"a.txt": "", "disclint.toml": f"# ours\n\n{line}\n"})
    found = run("a.txt", cwd=tmp_path)
    assert found.err == f"disclint: disclint.toml:3: {said}\n"
    assert found.status == 2
    assert found.out == ""


def test_each_setting_is_shown_with_where_it_comes_from(tmp_path: Path) -> None:
    fill(
        tmp_path,
        {
            "base.toml": '[severity]\nDIS303 = "info"\n',
            "disclint.toml": 'extend = "base.toml"\nfail-level = "error"\nignore = [\n"DIS206"]\n',
        },
    )
    found = run("--show-settings", "--max-findings", "5", cwd=tmp_path)
    lines = found.out.splitlines()
    assert found.status == 0
    for line in (
        "# configuration: disclint.toml, over base.toml",
        'fail-level = "error"  # disclint.toml:2',
        '    "DIS206",  # disclint.toml:3',
        'DIS303 = "info"  # base.toml:2',
        "max-findings = 5  # --max-findings",
        "respect-gitignore = true  # default",
    ):
        assert line in lines
    assert any(line.startswith("# not DIS206") and "disclint.toml:3" in line for line in lines)


def test_settings_that_are_shown_are_a_configuration_again(tmp_path: Path) -> None:
    text = 'select = ["DIS303"]\n[severity]\nDIS303 = "error"\n[per-file-ignores]\n"b.*" = ["ALL"]'
    fill(tmp_path, {"disclint.toml": text})
    shown = run("--show-settings", cwd=tmp_path).out
    fill(tmp_path, {"again/disclint.toml": shown})
    again = run("--show-settings", cwd=tmp_path / "again")
    assert again.status == 0
    assert 'DIS303 = "error"  # disclint.toml:' in again.out
