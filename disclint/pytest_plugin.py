"""The pytest plugin, which makes tests of the rules and forms in packs.

It looks at the folders that `disclint_packs` names in the configuration of pytest, as far as pytest
is told to look there:

```toml
[tool.pytest.ini_options]
disclint_packs = ["my_plugin/pack"]
testpaths = ["tests", "my_plugin/pack"]
```

Of each rule, the bad example must be found, the good one not, and its words be in order; of each
form, its words, and a rule be there for each relation. Nothing of disclint is imported before.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

_INI = "disclint_packs"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the name of the folders to the configuration."""
    parser.addini(_INI, "packs of disclint whose rules and forms are tests", "paths", [])


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> "PackFile | None":
    """Take a file of a pack for a collection of tests."""
    if file_path.suffix != ".yaml":
        return None
    for pack in parent.config.getini(_INI):
        if file_path.parent in (pack, pack / "forms"):
            found: PackFile = PackFile.from_parent(parent, path=file_path, pack=pack)
            return found
    return None


@cache
def _laws(pack: Path) -> dict[str, list[tuple[str, Callable[[], Iterable[str]]]]]:
    """Return what must hold of a pack, by file: each law's name, and what finds its breaches."""
    from disclint.catalog.pack import read_pack  # noqa: PLC0415 - not before a pack is there
    from disclint.laws import laws_of  # noqa: PLC0415
    from disclint.testing import linter_for  # noqa: PLC0415

    laws: dict[str, list[tuple[str, Callable[[], Iterable[str]]]]] = {}
    linter = linter_for(pack)
    for law in laws_of(read_pack(pack), linter):
        laws.setdefault(law.file, []).append((law.name, law.find_breaches))
    return laws


class PackFile(pytest.File):
    """A rule or a form; a file of another kind has no tests of its own."""

    def __init__(self, *, pack: Path, **rest: Any) -> None:  # noqa: ANN401 - what pytest hands over
        super().__init__(**rest)
        self._pack = pack

    def collect(self) -> Iterator["LawItem"]:
        """Yield what must hold of the file."""
        from disclint.errors import DisclintError  # noqa: PLC0415 - not before a pack is there

        try:
            laws = _laws(self._pack).get(str(self.path), [])
        except DisclintError as error:
            if said := self._faults(getattr(error, "faults", [str(error)])):
                raise self.CollectError(said) from error
            return
        for name, find_breaches in laws:
            item: LawItem = LawItem.from_parent(self, name=name, find_breaches=find_breaches)
            yield item

    def _faults(self, faults: Iterable[str]) -> str:
        """Return what is wrong with the file, or elsewhere; other files of the pack speak up."""
        others = f"{self._pack}{os.sep}"
        own = [one for one in faults if one.startswith(str(self.path)) or others not in one]
        return "\n".join(own)


class LawItem(pytest.Item):
    """Something that must hold of one file."""

    def __init__(self, *, find_breaches: Callable[[], Iterable[str]], **rest: Any) -> None:  # noqa: ANN401 - as above
        super().__init__(**rest)
        self._find_breaches = find_breaches

    def runtest(self) -> None:
        """Fail with whatever breaks the law."""
        if breaches := "\n".join(self._find_breaches()):
            pytest.fail(breaches, pytrace=False)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Return the file and the name, for the summary."""
        return self.path, None, f"{self.path.name}: {self.name}"
