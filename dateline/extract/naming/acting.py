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
    for token, tag in enumerate(line.tags):
        if tag != "NNP" or not line.capital(token - 1) or line.capital(token + 1):
            continue
        if is_human(line.parsed.doc[token]):
            first = _first(line, token)
            if token > first and _is_name(context, line, first, token + 1):
                end = line.end(token)
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
    if not may_name_person(context, line, first, last):
        return False
    name = context.article.text[line.starts[first] : line.end(last - 1)]
    peoples = (context.demonym(text) or context.country(text) for text in line.texts[first:last])
    return not any(peoples) and not context.place_kind(name)
