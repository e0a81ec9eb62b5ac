"""What the author of a plugin, or of a pack, needs to test its rules.

```python
from disclint.testing import places

def test_a_blank_signature_is_found() -> None:
    assert places("ABC101", "签发人：") == ["1:4"]
```

The plugins that are installed are there, that of the author among them. The examples of the rules
need no test of their own: list the pack under `disclint_packs` in the configuration of pytest.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from disclint.diagnostics import Diagnostic
from disclint.discovery import find_distributions
from disclint.errors import DisclintError, UsageError
from disclint.examples import linter_with, run_example
from disclint.linter import Linter
from disclint.plugins import Plugins, find_plugins
from disclint.rule import Example
from disclint.sayings import CRASHED

__all__ = ["CheckError", "lint", "linter_for", "places"]


class CheckError(DisclintError):
    """A check that has raised, or run too long, on the text of a test."""


@cache
def linter_for(pack: Path | None = None) -> Linter:
    """Return a linter with all plugins that are installed, and the rules of the folder `pack`.

    Raises:
        PackError, PluginError: the pack, or a plugin, cannot be used.

    """
    plugins = Plugins.gather(find_plugins(find_distributions()))
    return linter_with(plugins, pack) if pack else Linter(plugins)


def places(
    code: str,
    text: str,
    *,
    pack: Path | None = None,
    others: Sequence[str] = (),
    config: str = "",
) -> list[str]:
    """Return where one rule finds something in a report, each place as `line:column`.

    Args:
        code: the code or name of the rule.
        text: the report, or as much of it as the rule asks for.
        pack: the folder that the rule is in, if no plugin brings it.
        others: reports that are read together with it, as those on other years.
        config: a configuration, in TOML.

    Raises:
        UsageError: there is no such rule.
        CheckError: its check, or another one, has raised.

    """
    linter = linter_for(pack)
    rule = linter.catalog.find(code)
    if rule is None:
        message = f"no such rule: {code}"
        raise UsageError(message)
    example = Example(text=text, others=tuple(others), config=config)
    found = run_example(linter, rule, example)
    for one in found:
        if one.name == CRASHED != rule.name:
            raise CheckError(one.message.en)
    return [f"{one.start.line}:{one.start.column}" for one in found]


def lint(
    data: bytes | str, path: str = "report.txt", *, pack: Path | None = None
) -> list[Diagnostic]:
    """Return all that is found in a file, by place; `path` tells by which reader it is read.

    Raises:
        PackError, PluginError: the pack, or a plugin, cannot be used.

    """
    linter = linter_for(pack)
    source = linter.read(data.encode() if isinstance(data, str) else data, path)
    return [source] if isinstance(source, Diagnostic) else linter.lint(source)
