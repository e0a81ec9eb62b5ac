"""What is told of plugins without importing them, and what is wrong with that."""

import pytest

from disclint.discovery import PLUGINS, READERS, REPORTERS, Distribution, Entry
from disclint.errors import PluginError
from disclint.plugins.plugin import Plugin, find_plugins, require


def installed(name: str, *entries: tuple[str, str, str]) -> Distribution:
    return Distribution(name, "1.0", tuple(Entry(*entry) for entry in entries))


def refused(*distributions: Distribution) -> str:
    with pytest.raises(PluginError) as caught:
        find_plugins(distributions)
    return str(caught.value)


def test_a_plugin_is_a_module_with_its_prefix_file_types_and_formats() -> None:
    one = installed(
        "one",
        (PLUGINS, "SGJ", "one"),
        (READERS, "ofx", "one"),
        (READERS, "OFY", "one"),
        (REPORTERS, "angle", "one"),
        (PLUGINS, "CZ", "one.other"),
    )
    first, second = find_plugins([one])
    assert (first.module, first.prefix) == ("one", "SGJ")
    assert first.suffixes == {".ofx", ".ofy"}
    assert first.formats == {"angle"}
    assert second == Plugin(module="one.other", distribution=one, prefix="CZ")


def test_a_plugin_without_rules_needs_no_prefix() -> None:
    (plugin,) = find_plugins([installed("one", (READERS, "ofx", "one"))])
    assert plugin.prefix == ""


@pytest.mark.parametrize("prefix", ["sgj", "Sgj", "SGJ1", "S-J", "ＳＧＪ", "政"])
def test_a_prefix_is_capital_letters(prefix: str) -> None:
    assert refused(installed("one", (PLUGINS, prefix, "one"))) == (
        "plugin one 1.0 (one): the prefix of its codes must be capital letters, A to Z, "
        f"and is `{prefix}`"
    )


def test_no_plugin_has_disclint_s_own_prefix() -> None:
    assert refused(installed("one", (PLUGINS, "DIS", "one"))) == (
        "plugin one 1.0 (one): the prefix of its codes is DIS, which is disclint's own; "
        "choose another"
    )


@pytest.mark.parametrize("value", ["", "one:two", "one two", "one [extra]", ".one", "1ne"])
def test_an_entry_names_a_module(value: str) -> None:
    said = refused(installed("one", (PLUGINS, "SGJ", value)))
    assert said.startswith("plugin one 1.0 (")
    assert said.endswith("the entry `SGJ` of the group `disclint` must name a module")


def test_a_module_has_one_prefix() -> None:
    said = refused(installed("one", (PLUGINS, "SGJ", "one"), (PLUGINS, "CZ", "one")))
    assert said.endswith("must have one prefix, and names SGJ, CZ")


@pytest.mark.parametrize(
    ("group", "name", "what"),
    [
        (PLUGINS, "SGJ", "prefix `SGJ`"),
        (READERS, "ofx", "file type `.ofx`"),
        (REPORTERS, "angle", "format `angle`"),
    ],
)
def test_what_two_plugins_name_belongs_to_neither(group: str, name: str, what: str) -> None:
    two = installed("one", (group, name, "one")), installed("two", (group, name, "two"))
    assert refused(*two) == (
        f"plugin two 1.0 (two): the {what} is that of one 1.0 (one) already; only one can bring it"
    )


def test_two_distributions_cannot_bring_one_module() -> None:
    two = installed("one", (PLUGINS, "SGJ", "one")), installed("two", (PLUGINS, "CZ", "one"))
    assert "the module `one` is that of one 1.0 (one) already" in refused(*two)


@pytest.mark.parametrize("name", ["disclint-sgj", "Disclint_SGJ", "disclint.sgj"])
def test_what_is_required_is_known_by_any_spelling_of_its_name(name: str) -> None:
    require([name], find_plugins([installed("disclint-sgj", (PLUGINS, "SGJ", "one"))]))


def test_what_is_required_and_not_installed_is_named_with_what_installs_it() -> None:
    with pytest.raises(PluginError, match=r"requires the plugin disclint-sgj.*`pip install disc"):
        require(["disclint-sgj"], [])
