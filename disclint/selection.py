"""Which rules are to run: by code, by the beginning of one, or by name."""

from collections.abc import Collection, Iterable, Sequence

from attrs import frozen

from disclint.closeness import closest
from disclint.errors import UsageError
from disclint.rule import RUN, Rule


@frozen
class Selection:
    """The rules that somebody has asked for; all, if none is named."""

    asked: tuple[str, ...] = ()

    @classmethod
    def parse(cls, texts: Iterable[str]) -> "Selection":
        """Return what is asked for in `texts`, each a list with commas.

        Raises:
            UsageError: one of them names nothing.

        """
        asked = tuple(name.strip() for text in texts for name in text.split(","))
        if not all(asked):
            message = "--select takes codes, beginnings of codes or names, with commas between them"
            raise UsageError(message)
        return cls(asked)

    def covers(self, rule: Rule) -> bool:
        """Whether `rule` is to run; what speaks of the run itself is never left out."""
        return not self.asked or rule.check == RUN or any(_names(one, rule) for one in self.asked)

    def may_cover(self, prefix: str, prefixes: Collection[str], names: Collection[str]) -> bool:
        """Whether a rule whose code begins with `prefix` may be asked for.

        It is told before any rule with one of `prefixes` is known but those called `names`, which
        have another: what is neither a name among them nor a code may be the name of any rule.
        """
        if not self.asked:
            return True
        return any(
            _may_name(one, prefix, prefixes) for one in self.asked if one.lower() not in names
        )

    def refuse_unknown(self, rules: Sequence[Rule]) -> None:
        """Refuse what names none of `rules`.

        Raises:
            UsageError: something does; the text says what it may have meant.

        """
        for one in self.asked:
            if not any(_names(one, rule) for rule in rules):
                close = closest(one, [name for rule in rules for name in (rule.code, rule.name)])
                close = close or closest(one.upper(), [rule.code for rule in rules])
                hint = f"did you mean {close}?" if close else "`disclint rule --all` lists them all"
                message = f"no such rule: {one}; {hint}"
                raise UsageError(message)


def _names(asked: str, rule: Rule) -> bool:
    return rule.code.startswith(asked.upper()) or rule.name == asked.lower()


def _may_name(asked: str, prefix: str, prefixes: Collection[str]) -> bool:
    """Whether `asked` may be a code that begins with `prefix`, or the name of a rule."""
    letters = asked.upper().rstrip("0123456789")
    if letters != asked.upper() and letters.isalpha():
        return prefix == letters
    if any(one.startswith(letters) for one in prefixes):
        return prefix.startswith(letters)
    return True
