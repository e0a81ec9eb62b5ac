"""What disclint says of a file."""

from enum import StrEnum

from attrs import frozen

from disclint.source import Place
from disclint.wording import Wording


class Severity(StrEnum):
    """How much a diagnostic weighs; info alone never fails a run."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@frozen
class RelatedPlace:
    """Another place that a diagnostic is about, and what stands there."""

    path: str
    start: Place
    end: Place
    name: Wording


@frozen(kw_only=True)
class Diagnostic:
    """One finding, as it is reported."""

    path: str
    start: Place
    end: Place
    code: str
    name: str
    severity: Severity
    message: Wording
    stops: bool = False
    """Whether the job could not be done for this file, so that the run ends with 2."""
    related: tuple[RelatedPlace, ...] = ()
