"""The day of publication against that of the signature."""

from collections.abc import Iterator

from attrs import frozen

from disclint.binding.bound import BoundReport
from disclint.check import Finding, NotApplicable, Related, Said, told
from disclint.wording import Facts, Wording

_SIGNATURE = Wording("落款日期", "the signature")


@frozen
class PublicationOrder:
    """A report that was published before it was signed."""

    looks_at = BoundReport
    facts = told("published signed")

    def look(self, report: BoundReport) -> Iterator[Said]:
        """Yield a finding at the day of publication, the signature beside it."""
        published, signed = report.dates.published, report.dates.signed
        if published is None or signed is None:
            yield NotApplicable()
        elif published.day < signed.day:
            facts: Facts = {"published": published.day, "signed": signed.day}
            yield Finding(published.span, facts, related=(Related(signed.span, _SIGNATURE),))
