"""Persons of one article: full names grouped, short forms led back to them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ...records import Mention
from . import vocabulary as words
from .names import spelling, words_of

KIN_REACH = 90
MOST_NAMESAKES = 20
UNSEEN, BACKGROUND = -2, -1
UNCERTAIN = 0.5
LIKELY = 0.7
SURE = 0.9
MALE = frozenset({"mr", "sir", "lord", "sheikh"})
FEMALE = frozenset({"mrs", "ms", "miss", "dame", "lady", "madam", "mme", "sheikha"})
KIN = words.KIN_CHILD | words.KIN_SIBLING | words.KIN_SPOUSE | {"father", "mother", "parents"}
KIN_BEFORE = re.compile(rf"\b(?:{'|'.join(sorted(KIN))})\s+(?:of|to)\s+[^.;!?\n]*$")
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(slots=True)
class Person:
    """One person of the article, by full name or by the only name that it gives."""

    words: tuple[str, ...]
    mentions: list[int] = field(default_factory=list)
    """Ordinals of the mentions that name the person."""
    short: dict[int, float] = field(default_factory=dict)
    """Ordinals of short forms led here, with the confidence in that."""
    honorifics: set[str] = field(default_factory=set)


def person_key(name: str) -> tuple[str, ...]:
    """A key that is equal for spelling variants of a full name with the same number of words.

    Middle initials and "Jr" do not count; a middle name does, so that a son and his father keep
    different keys.
    """
    parts = [part for part in words_of(name) if part not in SUFFIXES]
    core = [part for n, part in enumerate(parts) if len(part) > 1 or n in {0, len(parts) - 1}]
    return tuple(spelling(part) for part in core)


def group_persons(text: str, mentions: Sequence[Mention]) -> list[Person]:
    """The persons that the mentions name; a short form that may mean several stays open.

    A short form is led to the full name that stands last before it; a name that only says whose
    kin somebody is ("son of ...") gives way to the others.

    **Misses:** a person called by a nickname; two namesakes in one article count as one; a short
    form that stands before the only full name is led to it, whoever was meant.
    """
    full = _full_persons(mentions)
    index = _index(full.values())
    lone: dict[tuple[str, ...], Person] = {}
    trail = _Trail(text, mentions)
    for number, mention in enumerate(mentions):
        key = person_key(mention.surface)
        if key in full:
            trail.pass_by(number, full[key])
            continue
        candidates = _candidates(key, mention, index)
        chosen, confidence = trail.choose(number, candidates)
        if chosen is not None:
            chosen.short[number] = confidence
            chosen.honorifics |= _honorific(mention)
        elif not candidates:
            lone.setdefault(key, Person(words_of(mention.surface))).mentions.append(number)
    return [*full.values(), *lone.values()]


def _full_persons(mentions: Sequence[Mention]) -> dict[tuple[str, ...], Person]:
    full: dict[tuple[str, ...], Person] = {}
    for number, mention in enumerate(mentions):
        key = person_key(mention.surface)
        if len(key) > 1 and not _is_short(key, mention):
            person = full.setdefault(key, Person(words_of(mention.surface)))
            person.mentions.append(number)
            person.honorifics |= _honorific(mention)
    return full


def _is_short(key: tuple[str, ...], mention: Mention) -> bool:
    """Whether several words are still only a surname: "da Silva", or an initial before it."""
    parts = words_of(mention.surface)
    return (parts[0] in words.PARTICLES and len(key) <= 3) or len(key[0]) == 1


def _honorific(mention: Mention) -> set[str]:
    return {mention.role.casefold().rstrip(".")} & (MALE | FEMALE)


def _index(persons: Iterable[Person]) -> dict[tuple[str, ...], list[Person]]:
    """The persons by each short form that may mean them."""
    index: dict[tuple[str, ...], list[Person]] = defaultdict(list)
    for person in persons:
        key = person_key(" ".join(person.words))
        forms = {key[at:] for at in range(1, len(key))} | {key[:1]}
        forms |= {(key[0][:1], *key[at:]) for at in range(1, len(key))}
        for form in forms:
            index[form].append(person)
    return index


def _candidates(
    key: tuple[str, ...], mention: Mention, index: dict[tuple[str, ...], list[Person]]
) -> list[Person]:
    """Persons that the short form may mean: by surname first, by first name only without those."""
    found = index.get(key, [])[-MOST_NAMESAKES:]
    by_surname = [one for one in found if person_key(" ".join(one.words))[-len(key) :] == key]
    if len(key) > 1 and len(key[0]) > 1 and words_of(mention.surface)[0] not in words.PARTICLES:
        return []
    chosen = by_surname or found
    address = _honorific(mention)
    if address:
        other = FEMALE if address & MALE else MALE
        chosen = [one for one in chosen if not one.honorifics & other] or chosen
    return chosen


class _Trail:
    """Who was named last, in the order of the text."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._text = text
        self._mentions = mentions
        self._last: dict[int, int] = {}

    def pass_by(self, number: int, person: Person) -> None:
        """Notes a name; one that only says whose kin another is counts as background."""
        place = BACKGROUND if self._is_kin(number) else number
        self._last[id(person)] = max(place, self._last.get(id(person), UNSEEN))

    def choose(self, number: int, candidates: Sequence[Person]) -> tuple[Person | None, float]:
        """The candidate named last, with a confidence; None where nothing tells them apart."""
        ranked = sorted(candidates, key=lambda one: self._last.get(id(one), UNSEEN), reverse=True)
        places = [self._last.get(id(one), UNSEEN) for one in ranked]
        if not ranked or (len(ranked) > 1 and places[0] == UNSEEN):
            return None, 0.0
        self.pass_by(number, ranked[0])
        if len(ranked) == 1:
            return ranked[0], SURE
        return ranked[0], UNCERTAIN if places[1] >= 0 else LIKELY

    def _is_kin(self, number: int) -> bool:
        mention = self._mentions[number]
        floor = max(0, mention.start - KIN_REACH)
        if number and self._mentions[number - 1].end > floor:
            floor = self._mentions[number - 1].end
        return bool(KIN_BEFORE.search(self._text[floor : mention.start]))
