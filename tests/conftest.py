"""What the tests share: a linter with all that comes with disclint, and the real reports."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from disclint import engine
from disclint.binding.bound import BoundReport
from disclint.catalog import Catalog
from disclint.check import FactNames, Finding, Said
from disclint.diagnostics import Diagnostic
from disclint.engine import Inspection
from disclint.forms import Form
from disclint.linter import Linter
from disclint.plugins import Plugins
from disclint.rule import Rule
from disclint.source import Source
from tests.installing import build_wheel

ROOT = Path(__file__).parent.parent
REAL_REPORTS = ROOT.parent / "shared" / "reports"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-goldens",
        action="store_true",
        help="write what comes out now into tests/goldens, to be looked at before it is committed",
    )


@pytest.fixture(scope="session", autouse=True)
def cache_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let no test take a result from the user's own cache, or put one there."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DISCLINT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel of this tree, in a folder of its own."""
    return build_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def linter() -> Linter:
    return Linter(Plugins.load())


@pytest.fixture(scope="session", autouse=True)
def facts_are_as_declared(linter: Linter) -> Iterator[None]:
    """Hold every finding of every test to the facts that its check says beforehand to give."""
    declared: dict[int, tuple[Rule, FactNames]] = {}
    take_down = engine._take_down

    def held(inspection: Inspection, rule: Rule, said: Sequence[Said]) -> None:
        for one in said:
            kind = linter.plugins.checks.get(rule.check)
            if isinstance(one, Finding) and kind:
                if id(rule) not in declared:
                    declared[id(rule)] = rule, kind(**rule.options).facts
                facts = declared[id(rule)][1]
                assert one.facts.keys() == facts[one.variant], f"{rule.check}: `{one.variant}`"
        take_down(inspection, rule, said)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "_take_down", held)
        yield


@pytest.fixture(scope="session")
def catalog(linter: Linter) -> Catalog:
    return linter.catalog


@pytest.fixture(scope="session")
def forms(catalog: Catalog) -> dict[str, Form]:
    return {form.id: form for form in catalog.forms}


@pytest.fixture(scope="session")
def lint(linter: Linter) -> Callable[[str], list[Diagnostic]]:
    """Lint a text as the file `report.txt`."""
    return lambda text: linter.lint(Source("report.txt", text))


@pytest.fixture(scope="session")
def bind(linter: Linter) -> Callable[[str], BoundReport]:
    """Bind a text as the file `report.txt`."""
    return lambda text: linter.bind(Source("report.txt", text))[0]


@pytest.fixture(scope="session")
def codes(lint: Callable[[str], list[Diagnostic]]) -> Callable[[str], list[str]]:
    """Return `line: CODE` for each finding in a text."""
    return lambda text: [f"{found.start.line}: {found.code}" for found in lint(text)]


@pytest.fixture(scope="session")
def real_reports() -> Path:
    """The folder of real reports, which the project holds no copies of."""
    if not REAL_REPORTS.is_dir():
        pytest.skip("the real reports are not here: ../shared/reports")
    return REAL_REPORTS
