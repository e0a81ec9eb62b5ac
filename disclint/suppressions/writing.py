"""A suppression as it is written for what has been found."""

from disclint.diagnostics import Diagnostic, SubjectKind
from disclint.settings.filenames import name_within
from disclint.settings.notation import toml_text
from disclint.suppressions.tables import KEYS
from disclint.wording import Wording

UNWRITTEN = Wording("待补充", "TODO")
"""What stands for a reason until somebody has written one."""


def is_unwritten(reason: str) -> bool:
    """Whether a reason is still to be written."""
    return reason.strip().upper() in (UNWRITTEN.zh, UNWRITTEN.en)


def write_table(diagnostic: Diagnostic, folder: str, reason: str) -> str:
    """Return the table that suppresses `diagnostic`, by the smallest part that it is about.

    It is to stand in a file in `folder`.
    """
    values = {"file": name_within(folder, diagnostic.path), "code": diagnostic.code}
    subject = diagnostic.subject
    if subject and (subject.kind is not SubjectKind.SECTION or not diagnostic.text):
        values[KEYS[subject.kind]] = subject.id
    elif diagnostic.text:
        values["text"] = diagnostic.text
    values["reason"] = reason
    lines = (f"{key} = {toml_text(value)}\n" for key, value in values.items())
    return "[[suppressions]]\n" + "".join(lines)
