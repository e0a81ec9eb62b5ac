"""Claims read out of sentences: what each number counts, where that is certain, else nothing.

A number is read by the words of known classes that touch it. A word of no class between them, or
before them where it may narrow what is counted, leaves it unread.
"""

from collections.abc import Iterator, Sequence

from attrs import define, field

from disclint.binding.bound import Identity
from disclint.glossary import Glossary
from disclint.nodes import Sentence
from disclint.statements.claim import Claim
from disclint.statements.context import Context
from disclint.statements.counted import read_count
from disclint.statements.denied import find_denials
from disclint.statements.done import find_all_done
from disclint.statements.doubtful import without_doubtful
from disclint.statements.evenly import read_evenly
from disclint.statements.terms import MOST_CLAUSES, Phrase, words_of

_MOST_TERMS = 200
"""A clause of more words and numbers is none."""


@define
class ClaimReader:
    """The reader of a report's prose, passage by passage."""

    glossary: Glossary
    identity: Identity
    _context: Context = field(init=False)

    @_context.default
    def _begin(self) -> Context:
        return Context.of(self.glossary, self.identity)

    def read(
        self,
        sentences: Sequence[Sentence],
        heading: Sequence[Sentence] = (),
        *,
        is_cut: bool = False,
    ) -> Iterator[tuple[Claim, ...]]:
        """Yield the claims of each sentence of a passage, under the `heading` that stands over it.

        If it `is_cut`, its first clause may have begun in the line before, and says nothing.
        """
        self._context.begin_passage(heading)
        for sentence in sentences:
            yield tuple(self._read_sentence(sentence, is_cut=is_cut))
            is_cut = False

    def _read_sentence(self, sentence: Sentence, *, is_cut: bool) -> list[Claim]:
        context = self._context
        phrases = [Phrase.of(clause) for clause in sentence.clauses]
        context.begin_sentence(phrases[0].opening)
        mark, dealt = "", 0
        for place, phrase in enumerate(phrases):
            context.is_listed = mark == "、"
            context.is_part = context.is_part and mark != ";"
            mark = phrase.clause.mark
            if dealt:
                dealt -= 1
                continue
            dealt = _read(phrase, phrases[place + 1 : place + MOST_CLAUSES], context)
            if is_cut:
                context.claims, is_cut = [], False
        return without_doubtful(context.claims, phrases)


def _read(clause: Phrase, following: Sequence[Phrase], context: Context) -> int:
    """Enter what a clause says; return how many of those `following` it has taken in."""
    if len(clause.terms) > _MOST_TERMS:
        context.topic = None
        return 0
    phrase = context.begin_clause(clause)
    if context.is_of_the_report:
        context.claims += find_denials(phrase, context)
        context.claims += find_all_done(phrase, context)
    dealt = read_evenly(phrase, following, context)
    if dealt is None:
        _read_counts(phrase, context)
    context.end_clause(phrase)
    aside = context.aside()
    for inner in map(Phrase.of, phrase.asides()):
        _read(inner, (), aside)
        if inner.opening == "AMONG" and _is_of_carried(inner):
            context.hold_carried()
    return dealt or 0


def _is_of_carried(phrase: Phrase) -> bool:
    """Whether a clause names what was carried in without a number."""
    carried = (word for word in words_of(phrase.terms, "ASPECT") if "上" in word.text)
    return any(carried) and not any(True for _ in phrase.counts())


def _read_counts(phrase: Phrase, context: Context) -> None:
    counts = list(phrase.counts())
    for place, count in counts:
        read_count(phrase, place, count, context)
    if not counts:
        context.name(phrase.terms)
