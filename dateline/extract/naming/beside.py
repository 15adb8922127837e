"""What stands next to a name and says what it names: a title, a preposition, a verb, a noun."""

from __future__ import annotations

from collections.abc import Iterator

from ...records import Label
from . import vocabulary as words
from .acting import is_human, may_name_person
from .context import Context
from .lines import Draft, Line
from .locating import placing
from .names import is_acronym

Reason = tuple[Label, float]
PLACES: tuple[Label, ...] = ("GPE", "LOC", "FAC")
HUMAN = 0.9


def beside(context: Context, line: Line, draft: Draft) -> Iterator[Reason]:
    """Each label that the words around the name speak for, and how strongly.

    **Misses:** what the sentence before or after says of the name.
    """
    tokens = line.tokens(draft)
    if tokens is None:
        return
    yield from _before(context, line, draft, *tokens)
    yield from _after(line, *tokens)
    yield from _doing(context, line, draft, *tokens)


def _before(context: Context, line: Line, draft: Draft, first: int, last: int) -> Iterator[Reason]:
    """A title, an office, a preposition, a kind of body or of kin before the name."""
    before, further = line.lower(first - 1).rstrip("."), line.lower(first - 2)
    if before in words.HONORIFICS:
        yield "PERSON", 2.0
    elif before in words.OFFICES and draft.label != "NORP":
        yield "PERSON", 1.0
    elif before == "in" and further in words.HOLDINGS:
        yield "ORG", 1.0
    elif draft.label != "EVENT" and (firm := placing(context, line, first, last)):
        settled = (
            draft.label not in PLACES
            or context.place_kind(context.article.text[draft.start : draft.end]) == "city"
        )
        yield ("GPE" if settled else draft.label), firm
    elif before == "the" and draft.label != "NORP":
        yield "ORG", 2.0 if line.lower(last - 1) in words.NEWSPAPER_HEADS else 0.3
    elif before in words.BODIES and line.texts[first - 1].islower():
        yield "ORG", 1.2
    if before == "as" and "name" in {further, line.lower(first - 3)}:
        yield "PERSON", 2.5


def _after(line: Line, first: int, last: int) -> Iterator[Reason]:
    """A relative word, an age, or a noun that belongs to persons, bodies or places."""
    after = line.lower(last)
    if after in {"who", "whose"} or _introduced(line, first, last):
        yield "PERSON", 1.0
    if after in {"'s", "’s"} and line.lower(last + 1) in words.OF_PERSONS:
        yield "PERSON", 1.0
    if (first, last) == (0, len(line.texts)) and line.lower(last - 1) in words.NEWSPAPER_HEADS:
        yield "ORG", 2.0
    if after in words.OF_BODIES:
        yield "ORG", 0.8
    elif after in words.OF_PLACES and line.texts[last].islower():
        yield "GPE", 1.2


def _doing(context: Context, line: Line, draft: Draft, first: int, last: int) -> Iterator[Reason]:
    """What the name does as the subject of a verb, or undergoes as its object."""
    if last - first == 1:
        if not is_acronym(line.texts[first]):
            yield "PERSON", 0.6 * line.speaks(first) + _feels(line, first)
        return
    word = line.parsed.doc[last - 1]
    if may_name_person(context, line, first, last):
        known = context.place_kind(context.article.text[draft.start : draft.end])
        yield "PERSON", HUMAN * float(is_human(word) and not known)


def _introduced(line: Line, first: int, last: int) -> bool:
    """Whether an age follows or an office precedes: "Ruiz, 45," or "our director, Ana Ruiz,"."""
    if line.lower(last) != ",":
        return False
    aged = {line.lower(token) for token in range(last + 1, last + 8)} >= {"year", "old"}
    office = line.lower(first - 1) == "," and line.lower(first - 2) in words.OFFICES
    dated = line.lower(last + 2) in words.MONTHS_DAYS
    return aged or office or (line.lower(last + 1).isdigit() and not dated)


def _feels(line: Line, token: int) -> float:
    word = line.parsed.doc[token]
    return float(word.dep_ == "nsubj" and word.head.lemma_ in words.FEELINGS)
