"""The kinds of check that come with disclint, one a file."""

from collections.abc import Mapping

from disclint.check import Check
from disclint.checks.all_done import AllDone
from disclint.checks.annex import Annex
from disclint.checks.annotated_script import AnnotatedScript
from disclint.checks.blank_as_zero import BlankAsZero
from disclint.checks.blank_cell import BlankCell
from disclint.checks.body_sum import BodySum
from disclint.checks.cell_state import CellState
from disclint.checks.chain import Chain
from disclint.checks.copied_text import CopiedText
from disclint.checks.deadline import Deadline
from disclint.checks.denied_figure import DeniedFigure
from disclint.checks.doubled_word import DoubledWord
from disclint.checks.edition import Edition
from disclint.checks.empty_number import EmptyNumber
from disclint.checks.enumeration import Enumeration
from disclint.checks.figure_format import FigureFormat
from disclint.checks.figure_value import FigureValue
from disclint.checks.jump import Jump
from disclint.checks.label_wording import LabelWording
from disclint.checks.magnitude import Magnitude
from disclint.checks.missing_total import MissingTotal
from disclint.checks.no_report import NoReport
from disclint.checks.paired_marks import PairedMarks
from disclint.checks.personal_data import PersonalData
from disclint.checks.phrase import Phrase
from disclint.checks.plan_year import PlanYear
from disclint.checks.publication_order import PublicationOrder
from disclint.checks.relation import Relation
from disclint.checks.report_year import ReportYear
from disclint.checks.row_length import RowLength
from disclint.checks.row_presence import RowPresence
from disclint.checks.rule_making_power import RuleMakingPower
from disclint.checks.section_content import SectionContent
from disclint.checks.section_number import SectionNumber
from disclint.checks.section_order import SectionOrder
from disclint.checks.section_presence import SectionPresence
from disclint.checks.sign_style import SignStyle
from disclint.checks.stated_figure import StatedFigure
from disclint.checks.stated_percentage import StatedPercentage
from disclint.checks.stated_total import StatedTotal
from disclint.checks.statement import Statement
from disclint.checks.statistics_period import StatisticsPeriod
from disclint.checks.table_presence import TablePresence
from disclint.checks.title_form import TitleForm
from disclint.checks.truncation import Truncation
from disclint.checks.unit import Unit
from disclint.checks.unknown_row import StrangeRow
from disclint.checks.wrong_figure import WrongFigure
from disclint.hooks import hookimpl

DISCLINT_API = 1

_CHECKS: Mapping[str, type[Check]] = {
    "all-done": AllDone,
    "annex": Annex,
    "annotated-script": AnnotatedScript,
    "blank-as-zero": BlankAsZero,
    "blank-cell": BlankCell,
    "body-sum": BodySum,
    "cell-state": CellState,
    "chain": Chain,
    "copied-text": CopiedText,
    "deadline": Deadline,
    "denied-figure": DeniedFigure,
    "doubled-word": DoubledWord,
    "edition": Edition,
    "empty-number": EmptyNumber,
    "enumeration": Enumeration,
    "figure-format": FigureFormat,
    "figure-value": FigureValue,
    "jump": Jump,
    "label-wording": LabelWording,
    "magnitude": Magnitude,
    "missing-total": MissingTotal,
    "no-report": NoReport,
    "paired-marks": PairedMarks,
    "personal-data": PersonalData,
    "phrase": Phrase,
    "plan-year": PlanYear,
    "publication-order": PublicationOrder,
    "relation": Relation,
    "report-year": ReportYear,
    "row-length": RowLength,
    "row-presence": RowPresence,
    "rule-making-power": RuleMakingPower,
    "section-content": SectionContent,
    "section-number": SectionNumber,
    "section-order": SectionOrder,
    "section-presence": SectionPresence,
    "sign-style": SignStyle,
    "stated-figure": StatedFigure,
    "stated-percentage": StatedPercentage,
    "stated-total": StatedTotal,
    "statement": Statement,
    "statistics-period": StatisticsPeriod,
    "table-presence": TablePresence,
    "title-form": TitleForm,
    "truncation": Truncation,
    "unit": Unit,
    "unknown-row": StrangeRow,
    "wrong-figure": WrongFigure,
}


@hookimpl
def disclint_checks() -> Mapping[str, type[Check]]:
    """Return the kinds of check by the names under which rules ask for them."""
    return _CHECKS
