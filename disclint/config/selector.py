"""Rules as users name them: by code, by the beginning of one, by name, or all of them."""

from collections.abc import Collection, Iterable, Sequence

from attrs import frozen

from disclint.closeness import closest
from disclint.errors import UsageError
from disclint.rule import Rule

ALL = "ALL"


@frozen
class Selector:
    """What names one rule or several."""

    text: str
    origin: str = ""
    """Where the user has written it."""

    def reach(self, rule: Rule) -> int | None:
        """Return how much of the code of `rule` is named, nothing if it is another's.

        A name is as good as the whole code.
        """
        if self.text.upper() == ALL:
            return 0
        if self.text.lower() == rule.name:
            return len(rule.code)
        return len(self.text) if rule.code.startswith(self.text.upper()) else None

    def is_exact(self, rule: Rule) -> bool:
        """Whether just this rule is named."""
        return self.reach(rule) == len(rule.code)

    def refuse_unknown(self, rules: Sequence[Rule], absent: Collection[str] = ()) -> None:
        """Refuse what names none of `rules`, nor can be of a plugin with a prefix in `absent`.

        Raises:
            UsageError: it does; the text says what it may have meant.

        """
        if any(self.reach(rule) is not None for rule in rules) or self._begins(absent):
            return
        close = closest(self.text, [name for rule in rules for name in (rule.code, rule.name)])
        close = close or closest(self.text.upper(), [rule.code for rule in rules])
        hint = f"did you mean {close}?" if close else "`disclint rule --all` lists them all"
        where = f"{self.origin}: " if self.origin else ""
        message = f"{where}no such rule: {self.text}; {hint}"
        raise UsageError(message)

    def may_name(self, prefix: str, prefixes: Collection[str]) -> bool:
        """Whether it may name a rule whose code begins with `prefix`, which is one of `prefixes`.

        What is no code, nor the beginning of one, may be the name of any rule.
        """
        return self._begins([prefix]) or self.is_name(prefixes)

    def is_name(self, prefixes: Collection[str]) -> bool:
        """Whether it can be nothing but a name, where codes begin with one of `prefixes`."""
        return not self._has_number and not self._begins(prefixes)

    def _begins(self, prefixes: Iterable[str]) -> bool:
        """Whether a code with one of `prefixes` may begin like this."""
        if self.text.upper() == ALL:
            return True
        if self._has_number:
            return self._letters in prefixes
        return bool(self._letters) and any(one.startswith(self._letters) for one in prefixes)

    @property
    def _has_number(self) -> bool:
        return self._letters != self.text.upper() and self._letters.isalpha()

    @property
    def _letters(self) -> str:
        return self.text.upper().rstrip("0123456789")
