"""What the tests share: a linter with all that comes with disclint, and the real reports."""

from collections.abc import Callable
from pathlib import Path

import pytest

from disclint.binding.bound import BoundReport
from disclint.catalog import Catalog
from disclint.diagnostics import Diagnostic
from disclint.forms import Form
from disclint.linter import Linter
from disclint.plugins import Plugins
from disclint.source import Source

ROOT = Path(__file__).parent.parent
REAL_REPORTS = ROOT.parent / "shared" / "reports"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-goldens",
        action="store_true",
        help="write what comes out now into tests/goldens, to be looked at before it is committed",
    )


@pytest.fixture(scope="session")
def linter() -> Linter:
    return Linter(Plugins.load())


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
