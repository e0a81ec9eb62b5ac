"""What somebody is told who lints a part of many reports: all that the linter is built of."""

import os
from collections.abc import Iterator
from datetime import date
from functools import cache
from hashlib import blake2b
from pathlib import Path

from attrs import field, frozen

from disclint.config import Config
from disclint.suppressions import Suppression

_ELSEWHERE = frozenset(
    {
        *("exclude", "extend-exclude", "force-exclude", "respect-gitignore"),
        *("lang", "output-format", "fail-level", "max-findings", "rule-pages"),
        *("cache", "cache-dir"),
    }
)
"""What a configuration may say that changes nothing in what comes out for a file."""
_DIGEST = 16


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the user's day, as where suppressions are read


@frozen(kw_only=True)
class Brief:
    """A job: it can be pickled, and two with the same key come to the same for the same files.

    Packs and plugins that it names are looked for where the work is done.
    """

    config: Config = field(factory=Config, eq=False)
    modules: tuple[str, ...] = field(default=(), eq=False)
    """Plugins that need not be installed."""
    with_installed: bool = field(default=True, eq=False)
    """Whether plugins that are installed take part."""
    suppressions: tuple[Suppression, ...] = field(default=(), eq=False)
    encoding: str | None = field(default=None, eq=False)
    """The encoding of text, which overrides any guess."""
    today: date = field(factory=_today, eq=False)
    """The day on which suppressions may be over."""
    key: str = field(init=False)

    @key.default
    def _tell(self) -> str:
        digest = blake2b(digest_size=_DIGEST)
        for one in self._parts():
            digest.update(f"{one!r}\n".encode("utf-8", "backslashreplace"))
        return digest.hexdigest()

    def _parts(self) -> Iterator[object]:
        """Yield what decides what comes out, as it is written."""
        folder = self.config.folder
        yield self.modules, self.with_installed, self.encoding
        yield os.path.realpath(folder) if folder is not None else None
        for said in self.config.said:
            if said.key not in _ELSEWHERE:
                yield said.key, said.value
        for one in self.suppressions:
            is_over = one.until is not None and one.until < self.today
            yield one.rule, one.files.folder, one.files.pattern, one.files.text, one.part
            yield one.reason, is_over


@cache
def program_digest() -> str:
    """Return a digest of what disclint itself consists of, by content: equal on any machine."""
    from importlib import resources  # noqa: PLC0415 - only for a census

    digest = blake2b(digest_size=_DIGEST)
    for package in ("disclint", "disclint.grammars", "disclint.rules"):
        with resources.as_file(resources.files(package)) as folder:
            for line in folder_lines(folder):
                digest.update(line.encode())
    return digest.hexdigest()


def folder_lines(folder: Path) -> Iterator[str]:
    """Yield name and digest of each file of code, rules or grammar in `folder` and below."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".py", ".yaml", ".lark"} and path.is_file():
            yield f"{path.relative_to(folder).as_posix()} {blake2b(path.read_bytes()).hexdigest()}"
