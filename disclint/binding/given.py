"""What somebody who knows says of a report, before anything is read in it."""

from attrs import evolve, frozen

from disclint.binding.bound import BodyKind, Identity
from disclint.binding.identity import kind_of, level_of


@frozen(kw_only=True)
class Given:
    """Who reports on which year, as far as somebody says so; it goes before the title."""

    body: str = ""
    year: int | None = None
    kind: BodyKind | None = None

    def over(self, other: "Given") -> "Given":
        """Return what this says, and where it is silent what `other` says."""
        return Given(
            body=self.body or other.body,
            year=self.year or other.year,
            kind=self.kind or other.kind,
        )

    def applied_to(self, identity: Identity) -> Identity:
        """Return `identity` with what is given in the place of what the title tells."""
        known = identity
        if self.body:
            known = evolve(
                known, body=self.body, level=level_of(self.body), kind=kind_of(self.body)
            )
        return evolve(known, year=self.year or known.year, kind=self.kind or known.kind)


NOTHING_GIVEN = Given()
