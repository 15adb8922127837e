"""Persons found by what they do: two names that nobody marked, before "arrived" or "told"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from . import vocabulary as words
from .context import Context
from .lines import Draft, Line

ACTING_WEIGHT = 0.5
MOST_NAMES = 3
NOT_OF_PERSONS = (
    words.GENERIC_ALONE
    | words.PLACE_HEADS
    | words.TRADES
    | words.OFFICES
    | words.PORTFOLIOS
    | words.MONTHS_DAYS
    | words.PEOPLES
    | {"world"}
)


def acting_persons(context: Context, line: Line) -> Iterator[Draft]:
    """Two or three plain capitalised words that are the subject of a human deed.

    **Misses:** names of one word, and names that have a particle or a hyphen.
    """
    for token in line.parsed.doc:
        if token.tag_ == "NNP" and token.dep_ in {"nsubj", "dobj", "nsubjpass"} and is_human(token):
            first = _first(line, token.i)
            if token.i > first and _is_name(context, line, first, token.i + 1):
                end = line.end(token.i)
                yield Draft(line.starts[first], end, "PERSON", ACTING_WEIGHT, line.number)


def is_human(word: Token) -> bool:
    """Whether the name does, or undergoes, what mostly persons do."""
    verbs = {word.head.lemma_}
    if word.dep_ == "nsubj":
        verbs |= {child.lemma_ for child in word.head.rights if child.dep_ == "xcomp"}
        return not verbs.isdisjoint(words.HUMAN_DEEDS)
    undergone = words.DONE_TO_HUMANS | {"bear"}
    return word.dep_ in {"dobj", "nsubjpass"} and not verbs.isdisjoint(undergone)


def may_name_person(context: Context, line: Line, first: int, last: int) -> bool:
    """Whether the words are plain, never written small here, and not of bodies or places."""
    plural = line.tags[last - 1] == "NNPS"
    if plural or line.lower(first - 1) == "the" or last - first > MOST_NAMES:
        return False
    return all(
        line.texts[token].isalpha()
        and line.texts[token].istitle()
        and line.lower(token) not in context.lower_words
        and line.lower(token) not in NOT_OF_PERSONS
        for token in range(first, last)
    )


def _first(line: Line, last: int) -> int:
    first = last
    while first > 0 and line.capital(first - 1) and line.tags[first - 1] in {"NNP", "NNPS"}:
        first -= 1
    return first


def _is_name(context: Context, line: Line, first: int, last: int) -> bool:
    known = any(context.demonym(text) or context.country(text) for text in line.texts[first:last])
    name = context.article.text[line.starts[first] : line.end(last - 1)]
    ends = not line.capital(last)
    return (
        ends
        and not known
        and may_name_person(context, line, first, last)
        and not (context.place_kind(name))
    )
