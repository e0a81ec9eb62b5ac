"""What a process needs to lint for a census, made ready once."""

from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from attrs import frozen

from disclint import __version__
from disclint.census.brief import Brief, folder_lines, program_digest
from disclint.discovery import Distribution, find_distributions
from disclint.examined import Examined
from disclint.linter import Linter
from disclint.plugins import Plugins, find_plugins
from disclint.suppressing import Suppressing

_DIGEST = 16


@frozen(eq=False)
class Bench:
    """A linter for a job, and what is known of it."""

    brief: Brief
    linter: Linter
    editions: dict[str, str]
    """The edition of each form, by its id."""
    made_with: str
    """A digest of all that decides what comes out, but the file itself."""

    def suppressing(self) -> Suppressing:
        """Return the suppressions of the job, which have met nothing yet."""
        linter = self.linter
        said = (*linter.config.suppressions, *self.brief.suppressions)
        return Suppressing.build(linter, Examined(linter), said, linter.plugins.may_bring)


@lru_cache(maxsize=1)
def bench_for(brief: Brief) -> Bench:
    """Return the bench for a job; the next call for the same one in this process returns it again.

    Raises:
        DisclintError: a pack or a plugin cannot be used, or a rule is asked for that there is not.

    """
    config = brief.config
    installed = find_distributions() if brief.with_installed else []
    plugins = Plugins.gather(find_plugins(installed), brief.modules, config.selection)
    linter = Linter(plugins, config.limits, config, config.selection)
    linter.make_ready()
    editions = {form.id: form.edition for form in linter.catalog.forms}
    return Bench(brief, linter, editions, _made_with(brief, installed))


def _made_with(brief: Brief, installed: list[Distribution]) -> str:
    digest = blake2b(brief.key.encode(), digest_size=_DIGEST)
    digest.update(f"{__version__} {program_digest()} {sorted(map(str, installed))}".encode())
    for pack in brief.config.packs:
        digest.update("\n".join(folder_lines(Path(pack))).encode())
    return digest.hexdigest()
