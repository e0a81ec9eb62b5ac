"""The options that say which rules run, and how much each weighs."""

import argparse

_OPTIONS = (
    ("--select", "CODES", "only these rules: codes, beginnings of codes, names, or ALL"),
    ("--extend-select", "CODES", "these rules besides"),
    ("--ignore", "CODES", "not these rules; of what is selected and ignored, the longest counts"),
    ("--extend-ignore", "CODES", "the same"),
    ("--per-file-ignores", "PATTERN:CODES", "not these rules on these files"),
    ("--severity", "CODE=SEVERITY", "let rules be of severity error, warning or info"),
)


def add_selection(parser: argparse.ArgumentParser) -> None:
    """Give `parser` the options that select rules, each a list with commas between."""
    group = parser.add_argument_group("rules")
    for name, metavar, text in _OPTIONS:
        group.add_argument(name, action="append", default=[], metavar=metavar, help=text)
