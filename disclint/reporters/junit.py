"""Test results as JUnit writes them and most CI servers read them."""

from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from disclint.diagnostics import Diagnostic, Severity
from disclint.reporting import Context
from disclint.reporting.files import by_file, relative
from disclint.reporting.headline import headline
from disclint.reporting.markup import Element, document, element
from disclint.reporting.unsuppressed import unsuppressed

_PASSED = "disclint"
"""The test that is there if nothing is found: a report without any is taken for a failure."""


@frozen
class JunitReporter:
    """A suite for each file, a test for each diagnostic; what is mere info has passed."""

    def report(self, diagnostics: Iterable[Diagnostic], context: Context) -> Iterator[str]:
        """Yield the document, once all files have been looked at."""
        files = by_file(unsuppressed(diagnostics))
        found = [one for ones in files.values() for one in ones]
        root = element("testsuites", name="disclint", **_counts(found))
        for path, ones in files.items():
            suite = element("testsuite", name=relative(path), **_counts(ones))
            for one in ones:
                case = element("testcase", name=f"{one.code} {one.name}", classname=relative(path))
                case.append(_outcome(one, context))
                suite.append(case)
            root.append(suite)
        if not files:
            suite = element("testsuite", name=_PASSED, **_counts([]))
            suite.append(element("testcase", name=_PASSED, classname=_PASSED))
            root.append(suite)
        yield document(root, ascii_only=context.ascii_only)


def _outcome(one: Diagnostic, context: Context) -> Element:
    named = evolve(one, path=relative(one.path))
    line = headline(named, Context(language=context.language))
    if one.severity is Severity.INFO:
        return element("system-out", line)
    tag = "error" if one.stops else "failure"
    return element(tag, line, type=one.severity.value, message=context.say(one.message))


def _counts(found: list[Diagnostic]) -> dict[str, str]:
    errors = sum(one.stops for one in found)
    failures = sum(one.severity is not Severity.INFO for one in found) - errors
    return {"tests": str(len(found) or 1), "failures": str(failures), "errors": str(errors)}
