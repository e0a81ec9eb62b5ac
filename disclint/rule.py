"""A rule: what is demanded, why, and in which words."""

from collections.abc import Mapping

from attrs import evolve, field, frozen

from disclint.diagnostics import Severity
from disclint.wording import Wording

RUN = "run"
"""The check of the rules that speak of the run itself, which the linter applies by name."""


@frozen(kw_only=True)
class Example:
    """A report, or a part of one, on which a rule speaks or is silent."""

    text: str = ""
    before: str = ""
    """The report of the same body on the year before, where the rule asks for one."""
    others: tuple[str, ...] = ()
    """Reports that are read together with it."""
    config: str = ""
    """The configuration that is needed."""
    data: bytes | None = None
    """The bytes of the file, where they are not those of `text`."""
    crashes: bool = False
    """Whether a check that raises looks at it as well."""

    def encoded(self) -> bytes:
        """Return the bytes of the file."""
        return self.text.encode() if self.data is None else self.data


@frozen(kw_only=True)
class Message:
    """What a rule says, with `{facts}` to be filled in."""

    text: Wording
    severity: Severity


@frozen(kw_only=True)
class Rule:
    """One rule of a pack."""

    code: str
    name: str
    severity: Severity
    check: str
    """The kind of check that it is made of."""
    options: Mapping[str, object] = field(factory=dict)
    """What is demanded of the check: the file's `with`."""
    report: str = ""
    """The kind of report that it is for; nothing where it is for all of them."""
    stops: bool = False
    """Whether the job cannot be done for a file in which it speaks (exit 2)."""
    summary: Wording
    messages: Mapping[str, Message]
    """By variant; the usual one has no name."""
    rationale: Wording
    authority: Wording
    bad: Example
    good: Example
    fixed: str | None = None
    """What safe fixes make of the bad example, where they make anything of it."""
    unsafely_fixed: str | None = None
    """What all fixes make of it, where unsafe ones are among them."""
    since: str

    def weighing(self, severity: Severity) -> "Rule":
        """Return the same rule with all that it says as grave as `severity`."""
        messages = {
            variant: evolve(message, severity=severity)
            for variant, message in self.messages.items()
        }
        return evolve(self, severity=severity, messages=messages)
