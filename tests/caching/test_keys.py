"""The key of a result: whatever changes the result changes the key."""

from pathlib import Path

import pytest

from disclint.caching.keys import Keys
from disclint.config import Config, parse_config
from disclint.linter import Linter
from disclint.plugins import Plugins
from disclint.reading import Limits

DATA = "通知\n".encode()
PACK = """\
code: DIS901
name: own-word
severity: warning
check: phrase
with: {phrases: [通知]}
summary: {zh: 用词, en: a word}
message: {zh: 用词, en: a word}
rationale: {zh: 用词, en: a word}
authority: {zh: 无, en: none}
examples: {bad: 通知, good: 通报}
since: "0.1.0"
"""


def linter_of(plugins: Plugins, toml: str = "", limits: Limits | None = None) -> Linter:
    config = parse_config(toml, "disclint.toml") if toml else Config()
    return Linter(plugins, limits or config.limits, config, config.selection)


@pytest.fixture(scope="module")
def plugins() -> Plugins:
    return Plugins.load()


@pytest.fixture(scope="module")
def plain(plugins: Plugins) -> Keys:
    return Keys(linter_of(plugins))


def key(keys: Keys) -> str | None:
    return keys.key(DATA, "a.txt", None)


def test_the_same_file_looked_at_in_the_same_way_has_the_same_key(
    plain: Keys, plugins: Plugins
) -> None:
    assert key(plain)
    assert key(plain) == key(Keys(linter_of(plugins)))


def test_content_path_encoding_and_ledger_are_part_of_it(plain: Keys) -> None:
    keys = [
        key(plain),
        plain.key(DATA + b"\n", "a.txt", None),
        plain.key(DATA, "b.txt", None),
        plain.key(DATA, "a.md", None),
        plain.key(DATA, "b/a.txt", None),
        plain.key(DATA, "a.txt", "utf-8"),
        plain.key(DATA, "a.txt", None, with_ledger=True),
    ]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    "toml",
    [
        'select = ["DIS4"]',
        'ignore = ["DIS402"]',
        "jump-factor = 7",
        '[severity]\nDIS402 = "info"',
        '[per-file-ignores]\n"a.txt" = ["DIS402"]',
        '[[reports]]\nfile = "a.txt"\nyear = 2023',
        '[[reports]]\nfile = "a.txt"\nbody = "青禾县"',
        "[limit]\ncells = 1000",
        "[limit]\ncheck-seconds = 5",
    ],
)
def test_what_the_configuration_makes_of_the_rules_and_the_file_is_part_of_it(
    toml: str, plain: Keys, plugins: Plugins
) -> None:
    assert key(Keys(linter_of(plugins, toml))) not in {None, key(plain)}


@pytest.mark.parametrize(
    "toml",
    [
        '[per-file-ignores]\n"b.txt" = ["DIS402"]',
        '[[reports]]\nfile = "b.txt"\nyear = 2023',
        'output-format = "json"\nlang = "zh"\nfail-level = "error"\nmax-findings = 3',
        '[bodies]\n"青禾县" = ["河口镇"]',
        '[[suppressions]]\nfile = "a.txt"\ncode = "DIS402"\nreason = "原件如此"',
    ],
)
def test_what_changes_nothing_in_a_file_by_itself_is_no_part_of_it(
    toml: str, plain: Keys, plugins: Plugins
) -> None:
    assert key(Keys(linter_of(plugins, toml))) == key(plain)


def test_an_own_pack_is_part_of_it_as_it_stands(
    plain: Keys, plugins: Plugins, tmp_path: Path
) -> None:
    pack = tmp_path / "DIS901-own-word.yaml"
    seen = [key(plain)]
    for text in (PACK, PACK.replace("通知", "通告")):
        pack.write_text(text, encoding="utf-8")
        linter = Linter(plugins, config=Config(packs=(tmp_path,)))
        seen.append(key(Keys(linter)))
    assert len(set(seen)) == 3


def test_the_program_that_converts_an_old_document_is_part_of_it(
    plain: Keys, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = tmp_path / "soffice"
    seen = []
    for found in (None, "1", "22"):
        if found:
            office.write_text(found, encoding="utf-8")
            office.chmod(0o700)
        monkeypatch.setenv("PATH", str(tmp_path))
        seen.append(plain.key(b"{\\rtf1 }", "a.rtf", None))
    assert len(set(seen)) == 3


def test_where_it_cannot_be_told_what_looks_at_the_file_there_is_none(
    plugins: Plugins, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("disclint.caching.program._OWN", ("sys",))
    assert key(Keys(linter_of(plugins))) is None
