"""What disclint says of a file."""

from decimal import Decimal
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
    text: str = ""
    """What stands there, in one line."""


@frozen
class WorkedRelation:
    """A relation worked out: what stands on either side, and what it adds up to."""

    axis: Wording
    left: tuple[RelatedPlace, ...]
    right: tuple[RelatedPlace, ...]
    left_sum: Decimal | None
    right_sum: Decimal | None


@frozen
class Replacement:
    """A stretch of one line of a file, what stands there, and what is to stand there."""

    start: Place
    end: Place
    old: str
    new: str


@frozen
class Proposal:
    """What would mend what is wrong; its replacements are in order and do not overlap."""

    replacements: tuple[Replacement, ...]
    is_safe: bool
    """Whether it leaves what the report says as it is."""


class SubjectKind(StrEnum):
    """What sort of thing a diagnostic is about."""

    FIGURE = "figure"
    ROW = "row"
    TABLE = "table"
    SECTION = "section"


@frozen
class Subject:
    """What a diagnostic is about, by ids that no editing of the report changes."""

    kind: SubjectKind
    id: str
    """Of a figure `requests-2021.received.person`, of a row `requests-2021.received`, of a table
    `requests-2021`, of a section its official number, `二`."""


class SuppressedBy(StrEnum):
    """Who says that something is not to be reported."""

    COMMENT = "comment"
    """The report itself."""
    CONFIGURATION = "configuration"
    """The configuration, or a file of suppressions."""
    BASELINE = "baseline"
    """What was found before and taken down."""


@frozen
class Suppressed:
    """Why a diagnostic is not to be reported; it does not count, and few reporters show it."""

    by: SuppressedBy
    reason: str


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
    workings: tuple[WorkedRelation, ...] = ()
    proposal: Proposal | None = None
    subject: Subject | None = None
    text: str = ""
    """What stands at the place, in one line, cut if it is long."""
    line: str = ""
    """The line of the file that it begins on, where the file has lines and it is not too long."""
    suppressed: Suppressed | None = None
