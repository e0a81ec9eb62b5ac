"""The forms in which diagnostics are given out, one a file."""

from collections.abc import Mapping

from disclint.hooks import hookimpl
from disclint.reporting import Deferred, Reporter

DISCLINT_API = 1


@hookimpl
def disclint_reporters() -> Mapping[str, Reporter]:
    """Return the reporters by the names of their formats, each imported when it is asked for."""
    return {
        "text": Deferred("disclint.reporters.text:TextReporter"),
        "full": Deferred("disclint.reporters.full:FullReporter"),
        "grouped": Deferred("disclint.reporters.grouped:GroupedReporter"),
        "json": Deferred("disclint.reporters.json:JsonReporter"),
        "jsonl": Deferred("disclint.reporters.jsonl:JsonLinesReporter"),
        "sarif": Deferred("disclint.reporters.sarif:SarifReporter"),
        "github": Deferred("disclint.reporters.github:GithubReporter"),
        "gitlab": Deferred("disclint.reporters.gitlab:GitlabReporter"),
        "junit": Deferred("disclint.reporters.junit:JunitReporter"),
        "checkstyle": Deferred("disclint.reporters.checkstyle:CheckstyleReporter"),
        "rdjson": Deferred("disclint.reporters.rdjson:RdjsonReporter"),
    }
