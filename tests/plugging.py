"""Small plugins, installed as pip leaves them: modules beside a folder of metadata."""

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

RULE = """\
code: {code}
name: {name}
severity: warning
check: {check}
summary: {{zh: "测试", en: "a test"}}
message: {{zh: "看到了 {code}", en: "{code} has seen it"}}
rationale: {{zh: "测试", en: "a test"}}
authority: {{zh: "无", en: "none"}}
examples: {{bad: "通知", good: "通报"}}
since: "0.1.0"
"""

MODULE = """\
from importlib.resources import files

from disclint.binding.bound import BoundReport
from disclint.check import Finding, told
from disclint.hooks import hookimpl

DISCLINT_API = 1
{mark}

class See:
    looks_at = BoundReport
    facts = told()

    def look(self, report):
        yield Finding(report.report.span)


@hookimpl
def disclint_checks():
    return {{"{module}-see": See}}


@hookimpl
def disclint_packs():
    return [files(__name__) / "pack"]
"""

READER = """

class Reader:
    suffixes = frozenset({{"{suffix}"}})

    def claims(self, data, suffix):
        return suffix == "{suffix}"

    def read(self, request):
        from disclint.source import Source
        return Source(request.path, request.data.decode()[::-1])


@hookimpl
def disclint_readers():
    return [Reader()]
"""

REPORTER = """

class Reporter:
    def report(self, diagnostics, context):
        for diagnostic in diagnostics:
            yield f"<{{diagnostic.code}}>"


@hookimpl
def disclint_reporters():
    return {{"{format}": Reporter()}}
"""


def put(folder: Path, files: Mapping[str, str]) -> None:
    """Write files, with the folders that they stand in."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")


def declare(folder: Path, name: str, entries: str, version: str = "1.0") -> None:
    """Write the metadata of a distribution with the groups of entries that are given."""
    stem = f"{name.replace('-', '_')}-{version}"
    put(folder, {f"{stem}.dist-info/entry_points.txt": entries})
    put(folder, {f"{stem}.dist-info/METADATA": f"Name: {name}\nVersion: {version}\n"})


def install(  # noqa: PLR0913 - what a plugin may have, each by its name
    folder: Path,
    prefix: str = "SGJ",
    *,
    code: str = "",
    version: str = "1.0",
    suffix: str = "",
    form: str = "",
    body: str = "",
) -> str:
    """Install the plugin `disclint-PREFIX` with one rule that sees each report; return its module.

    When it is imported, it leaves a file `MODULE.imported` in `folder`.
    """
    module = f"disclint_{prefix.lower()}"
    mark = f"open({str(folder / module)!r} + '.imported', 'w').close()"
    text = MODULE.format(module=module, mark=mark) + body
    entries = f"[disclint]\n{prefix} = {module}\n"
    if suffix:
        text += READER.format(suffix=suffix)
        entries += f"[disclint.readers]\n{suffix[1:]} = {module}\n"
    if form:
        text += REPORTER.format(format=form)
        entries += f"[disclint.reporters]\n{form} = {module}\n"
    code = code or f"{prefix}101"
    name = f"seen-by-{prefix.lower()}"
    put(folder, {f"{module}/__init__.py": text})
    rule = RULE.format(code=code, name=name, check=f"{module}-see")
    put(folder, {f"{module}/pack/{code}-{name}.yaml": rule})
    declare(folder, f"disclint-{prefix.lower()}", entries, version)
    return module


def imported(folder: Path) -> set[str]:
    """Return the plugins in `folder` that have been imported, and forget it."""
    marks = list(folder.glob("*.imported"))
    for mark in marks:
        mark.unlink()
    return {mark.stem for mark in marks}
