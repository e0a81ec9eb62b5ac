"""The page on configuration tells every key, and no other."""

import re

import pytest

from disclint.config import parse_config
from disclint.errors import ConfigError
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")


def test_every_key_of_the_program_stands_in_the_page_and_no_other() -> None:
    with pytest.raises(ConfigError) as caught:
        parse_config("zzzzzzzzzzzz = 1", "x.toml")
    keys = str(caught.value).partition("there are ")[2].split(", ")
    assert sorted(re.findall(r"^\| `([a-z-]+)` \|", PAGE, re.MULTILINE)) == keys


def test_the_example_in_the_page_is_a_configuration() -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    config = parse_config(example.replace("extend = ", "# "), "x.toml")
    assert config.fail_level == "error"
