"""Suppressions: what is found and is not to be reported, by whom that is said, and why."""

from disclint.suppressions.blocks import find_stretch
from disclint.suppressions.comments import Fault, Ignore, read_comment
from disclint.suppressions.naming import are_begun, closest_name, names_one, rules_named
from disclint.suppressions.places import Listed, Stretch, Where, standing_text
from disclint.suppressions.tables import (
    FILE_NAME,
    KEYS,
    Suppression,
    load_suppressions,
    read_suppressions,
)
from disclint.suppressions.targets import Targets
from disclint.suppressions.writing import UNWRITTEN, is_unwritten, write_table

__all__ = [
    "FILE_NAME",
    "KEYS",
    "UNWRITTEN",
    "Fault",
    "Ignore",
    "Listed",
    "Stretch",
    "Suppression",
    "Targets",
    "Where",
    "are_begun",
    "closest_name",
    "find_stretch",
    "is_unwritten",
    "load_suppressions",
    "names_one",
    "read_comment",
    "read_suppressions",
    "rules_named",
    "standing_text",
    "write_table",
]
