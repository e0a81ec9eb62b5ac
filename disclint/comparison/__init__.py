"""Reports among others: of one body by years, of a government and its bodies, and texts alike."""

from disclint.comparison.filing import Filed, Filing, Prose, file_reports
from disclint.comparison.kin import Family, Succession
from disclint.comparison.likeness import Likeness, find_likenesses
from disclint.comparison.neighbours import Bodies, Neighbours, can_be_before, find_neighbours

__all__ = [
    "Bodies",
    "Family",
    "Filed",
    "Filing",
    "Likeness",
    "Neighbours",
    "Prose",
    "Succession",
    "can_be_before",
    "file_reports",
    "find_likenesses",
    "find_neighbours",
]
