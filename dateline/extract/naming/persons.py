"""Persons of one article: full names grouped, short forms led back to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from ...records import Mention
from . import vocabulary as words
from .names import fold
from .namesakes import Person, Trail
from .person_names import PersonName, person_name
from .spellings import spelling

MOST_NAMESAKES = 20
DOUBLE_SURNAME = 4
BLESSING = spelling("mohammed")
"""A first name that Muslim names often lead with, and that use leaves out."""
MALE = frozenset({"mr", "sir", "lord", "sheikh"})
FEMALE = frozenset({"mrs", "ms", "miss", "dame", "lady", "madam", "mme", "sheikha"})
SURNAMED = frozenset({"mr", "mrs", "ms", "miss", "mme"})
Form = tuple[str, ...]


def group_persons(text: str, mentions: Sequence[Mention]) -> list[Person]:
    """The persons that the mentions name; a short form that may mean several stays open.

    Two full names are one person where only spelling, an inner initial that one of them lacks or
    the order of East Asian and Hungarian names differs; "Jr" and "Sr" are two. Of several who
    share a short form, the one is meant who alone was presented so far, or for whom the article
    used the form first; a name that only says whose kin somebody is gives way to the others.

    **Misses:** a person called by a nickname; two namesakes in one article count as one; a short
    form that stands before the only full name is led to it, whoever was meant; a name given with
    and without a middle name or one of two surnames counts as two persons.
    """
    return _Grouping(text, mentions).persons()


class _Grouping:
    """The persons of one article while its mentions are led to them."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._mentions = mentions
        self._names = [person_name(mention.surface) for mention in mentions]
        self._trail = Trail(text, mentions)
        self._full: dict[tuple[Form, str], dict[str, Person]] = {}
        self._index: dict[Form, list[tuple[PersonName, Person]]] = defaultdict(list)
        self._person_of: dict[int, Person] = {}
        self._alone = {name.key[0] for name in self._names if len(name.key) == 1}

    def persons(self) -> list[Person]:
        """Everybody, full names first."""
        plain = [
            n for n, name in enumerate(self._names) if name.is_full and not _may_be_short(name)
        ]
        self._enrol(plain)
        rest = [
            n
            for n, name in enumerate(self._names)
            if name.is_full and _may_be_short(name) and not self._candidates(n)
        ]
        self._enrol(rest)
        self._shorten()
        lone = self._follow()
        every = {id(one): one for one in self._person_of.values()}
        return [*every.values(), *lone]

    def _enrol(self, numbers: Sequence[int]) -> None:
        """Makes a person of each full name, told apart by generation and inner initials."""
        middles: dict[tuple[Form, str], set[str]] = defaultdict(set)
        for n in numbers:
            name = self._names[n]
            middles[self._identity(name)].add(name.middle)
        for n in numbers:
            name = self._names[n]
            identity = self._identity(name)
            variant = _variant(name.middle, middles[identity])
            if variant is None:
                continue
            held = self._full.setdefault(identity, {})
            if variant not in held:
                held[variant] = Person(name.words)
                self._list(name, held[variant])
            self._name(n, held[variant])

    def _identity(self, name: PersonName) -> tuple[Form, str]:
        """Under which key the name is known already, or its own."""
        ways = [*name.keys, *(key[::-1] for key in name.keys if self._is_turned(name))]
        known = (way for way in ways if (way, name.generation) in self._full)
        return next(known, name.key), name.generation

    def _is_turned(self, name: PersonName) -> bool:
        """Whether a surname alone in the article tells that the name may stand turned round."""
        return len(name.key) == 2 and not self._alone.isdisjoint(name.key)

    def _name(self, n: int, person: Person) -> None:
        person.mentions.append(n)
        self._person_of[n] = person
        _note(person, self._mentions[n])

    def _list(self, name: PersonName, person: Person) -> None:
        for form in _forms(name):
            self._index[form].append((name, person))

    def _shorten(self) -> None:
        """Leads a pair of surnames to the one longer name that the article gave before it."""
        for identity, held in list(self._full.items()):
            person = next(iter(held.values()))
            pair = self._names[person.mentions[0]]
            longer = [
                one
                for name, one in self._index.get(pair.key, ())
                if one.mentions[0] < person.mentions[0] and _is_double(pair, name, person)
            ]
            if len(held) == len(longer) == 1 and not pair.generation:
                for n in person.mentions:
                    del self._person_of[n]
                for form in _forms(pair):
                    self._index[form] = [one for one in self._index[form] if one[1] is not person]
                del self._full[identity]

    def _follow(self) -> list[Person]:
        """Leads every other mention to its person, in order; the persons of one name only."""
        lone: dict[Form, Person] = {}
        for n, name in enumerate(self._names):
            if n in self._person_of:
                self._trail.pass_by(n, self._person_of[n])
                continue
            candidates = self._candidates(n)
            chosen, confidence = self._trail.choose(n, name.key, candidates)
            if chosen is not None:
                chosen.short[n] = confidence
                _note(chosen, self._mentions[n])
            elif not candidates:
                lone.setdefault(name.key, Person(name.words)).mentions.append(n)
        return list(lone.values())

    def _candidates(self, n: int) -> list[Person]:
        """Persons that the short form may mean: by surname, else by another of their names."""
        name, mention = self._names[n], self._mentions[n]
        found = [pair for key in name.keys for pair in self._index.get(key, ())][-MOST_NAMESAKES:]
        found = [(full, one) for full, one in found if _fits(name, full)]
        eastern = any(name.key == full.key[:1] == full.surname for full, _ in found)
        by_surname = [pair for pair in found if eastern or _is_surname(name, pair[0])]
        chosen = list({id(one): one for _, one in by_surname or found}.values())
        return _addressed(mention, chosen)


def _variant(middle: str, middles: Iterable[str]) -> str | None:
    """The inner initials of the one person meant; None where they may be those of several."""
    longest = [
        one
        for one in middles
        if not any(other != one and other.startswith(one) for other in middles)
    ]
    fitting = [one for one in longest if one.startswith(middle)]
    return fitting[0] if len(fitting) == 1 else None


def _may_be_short(name: PersonName) -> bool:
    """Whether several words are perhaps only a surname: "da Silva", "J. Ruiz", "Smith-Jones"."""
    return name.is_initialled or name.is_tied or name.has_particle_first


def _is_double(pair: PersonName, name: PersonName, person: Person) -> bool:
    """Whether two words are the surnames of a longer name, and not another's first and last."""
    shortened = len(name.key) > len(pair.key) and name.key[-len(pair.key) :] == pair.key
    told = len(name.key) >= DOUBLE_SURNAME or pair.is_pair_of_surnames
    told = told or (len(pair.key) > 1 and name.key == (BLESSING, *pair.key))
    told = told or bool(person.honorifics & SURNAMED)
    return shortened and told


def _fits(name: PersonName, full: PersonName) -> bool:
    """Whether a form of a full name says nothing that the full name contradicts."""
    if name.generation and name.generation != full.generation:
        return False
    if name.is_initialled:
        inner = name.middle
        return not (inner and full.middle) or full.middle.startswith(inner)
    if len(name.key) > 1 and name.has_particle_first and not name.is_tied:
        return full.words[-len(name.words) :] == name.words
    return len(name.key) == 1 or name.is_tied or full.key[-len(name.key) :] == name.key


def _is_surname(name: PersonName, full: PersonName) -> bool:
    return full.key[-len(name.key) :] == name.key or name.key == full.surname


def _forms(name: PersonName) -> Iterator[Form]:
    """The short forms that may mean the person of a full name."""
    key = name.key
    tails = range(1, len(key) - name.tied_last + 1)
    forms = {key, key[:1], *(key[at:] for at in tails)}
    forms |= {(key[0][:1], *key[at:]) for at in tails}
    if name.is_iberian:
        forms |= {(word,) for word in key}
    yield from islice(sorted(forms), 4 * MOST_NAMESAKES)


def _note(person: Person, mention: Mention) -> None:
    """Keeps the title and the office that stand with the name."""
    role = fold(mention.role).split()
    person.honorifics |= set(role[:1]) & (MALE | FEMALE)
    if role and role[-1] in words.OFFICES:
        person.offices.add(role[-1])


def _addressed(mention: Mention, chosen: list[Person]) -> list[Person]:
    """Those whom the form of address or the office before the short form may mean."""
    role = fold(mention.role).split()
    address = set(role[:1]) & (MALE | FEMALE)
    if address:
        other = FEMALE if address & MALE else MALE
        chosen = [one for one in chosen if not one.honorifics & other] or chosen
        shown = [one for one in chosen if one.honorifics & ((MALE | FEMALE) - other)]
        chosen = shown if len(shown) == 1 else chosen
    holding = [one for one in chosen if role and role[-1] in one.offices]
    return holding if len(holding) == 1 else chosen
