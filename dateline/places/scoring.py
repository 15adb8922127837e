"""Which place a name means: the linear scorer, one sense a name an article."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from .gazetteer import Sense
from .gazetteer.shapes import distance_km, unit_vector
from .lookup import lies_in

ROUNDS = 2
VOTE_WEIGHT = 1.57
DIVISION_WEIGHT = 1.6
NEAR_WEIGHT = 2.6
NEAR_KM = 150.0
PARENT_WEIGHT = 4.0
WINNER_VOTE = 0.2
OUTLET_VOTE = 1.0
NAMESAKE_WEIGHT = 1.2
WELL_KNOWN = 200_000
TIMES_SMALLER = 10
MOST_COMPARED = 20
SPOT_KINDS = frozenset({"country", "continent", "macro", "historic"})
"""Kinds whose middle says nothing of where other places lie."""


@dataclass(slots=True)
class Name:
    """One name of an article with all that bears on its sense."""

    key: str
    senses: tuple[Sense, ...]
    count: int = 1
    """How often the article uses it."""
    parents: tuple[Sense, ...] = ()
    """Countries and divisions that the text puts it in."""
    scored: tuple[Scored, ...] = ()
    """Best first, once `settle` has run; none where the only place is refused."""
    refused: Sense | None = None
    """A place far from all else in the article, of which the name is only another spelling."""

    @property
    def best(self) -> Sense | None:
        return self.scored[0].sense if self.scored else None


class Scored(NamedTuple):
    sense: Sense
    score: float
    votes: float
    """Share of the article's country votes that its country has."""
    nearest: str
    """Name of the nearest other place, where that is close enough to count."""
    nearest_km: float
    parent: str
    """Name of the country or division that the text puts it in, or empty."""


@dataclass(slots=True)
class Votes:
    """How the article speaks for countries and for their first-level divisions."""

    stated: Counter[str] = field(default_factory=Counter)
    """By country code or division code: times it or its people are named."""
    outlet: str = ""
    """Country of the outlet, as weak evidence, or empty."""

    def countries(self, names: Sequence[Name]) -> Tally:
        """Votes for each country, provisional winners included."""
        votes = {code: float(n) for code, n in self.stated.items() if "." not in code}
        if self.outlet:
            votes[self.outlet] = votes.get(self.outlet, 0.0) + OUTLET_VOTE
        best = [name.best for name in names]
        return Tally.of(votes, [b.country for b in best if b and b.kind != "country"])

    def divisions(self, names: Sequence[Name]) -> Tally:
        """Votes for each first-level division by code, provisional winners included."""
        votes = {code: float(n) for code, n in self.stated.items() if "." in code}
        return Tally.of(votes, [name.best.admin1 for name in names if name.best])


class Tally(NamedTuple):
    """Votes by code, and their sum."""

    votes: Mapping[str, float]
    total: float

    @classmethod
    def of(cls, votes: dict[str, float], winners: Sequence[str]) -> Tally:
        for code in filter(None, winners):
            votes[code] = votes.get(code, 0.0) + WINNER_VOTE
        return cls(votes, sum(votes.values()))

    def share(self, code: str, own: str) -> float:
        """Share of a code once the vote of a name's own winner, `own`, is taken out."""
        taken = WINNER_VOTE if own else 0.0
        votes = self.votes.get(code, 0.0) - (taken if code == own else 0.0)
        total = self.total - taken
        return votes / total if code and votes > 0 and total > 0 else 0.0


def settle(names: Sequence[Name], votes: Votes) -> None:
    """Gives every name its scored senses, best first, each in the light of the others."""
    for name in names:
        name.scored = tuple(_first(sense, name) for sense in name.senses)
        name.scored = _ranked(name.scored)
    for _ in range(ROUNDS):
        around = _Around(
            votes.countries(names),
            votes.divisions(names),
            [
                (n.key, n.best, unit_vector(n.best.position))
                for n in names
                if n.best and n.best.kind not in SPOT_KINDS
            ],
        )
        rescored = [_ranked([_scored(s, name, around) for s in name.senses]) for name in names]
        for name, scored in zip(names, rescored, strict=True):
            name.scored = scored
    for name in names:
        if name.best and _is_stray(name, votes):
            name.refused, name.scored = name.best, ()


def _is_stray(name: Name, votes: Votes) -> bool:
    """Whether the name is another spelling of a town that nothing in the article speaks for.

    Spellings of centuries and tongues fit too many names; that of a village is one of them where
    the article names other countries and nothing in or near that town's.
    """
    best = name.scored[0]
    is_spelling = best.sense.weight == 1 and best.sense.kind == "city"
    is_alone = best.votes <= 0 and best.nearest_km > NEAR_KM and not best.parent
    return is_spelling and is_alone and bool(votes.stated)


class _Around(NamedTuple):
    """The rest of the article as one round sees it."""

    countries: Tally
    divisions: Tally
    spots: Sequence[Spot]


Spot = tuple[str, Sense, tuple[float, float, float]]
"""Key of a name, what it means so far, and where that lies as a unit vector."""


def _first(sense: Sense, name: Name) -> Scored:
    parent = _parent(sense, name)
    return Scored(
        sense, sense.prior + (PARENT_WEIGHT if parent else 0.0), 0.0, "", math.inf, parent
    )


def _scored(sense: Sense, name: Name, around: _Around) -> Scored:
    best = name.best
    own = best.country if best and best.kind != "country" else ""
    share = around.countries.share(sense.country, own)
    division = around.divisions.share(sense.admin1 or sense.code, best.admin1 if best else "")
    parent = _parent(sense, name)
    nearest, apart = _nearest(sense, name, around.spots)
    score = (
        sense.prior
        + VOTE_WEIGHT * math.log(1 + 4 * share)
        + DIVISION_WEIGHT * math.log(1 + 4 * division)
        + (NEAR_WEIGHT * math.exp(-apart / NEAR_KM) if nearest else 0.0)
        + (PARENT_WEIGHT if parent else -_namesake(sense, name.senses))
    )
    return Scored(sense, score, share, nearest, apart, parent)


def _namesake(sense: Sense, senses: Sequence[Sense]) -> float:
    """What a town loses for sharing its name with a far bigger city.

    Who writes of the town for readers elsewhere says where it lies, and of the city need not.
    """
    if sense.kind != "city":
        return 0.0
    biggest = max((s.population for s in senses if s.kind == "city" and s.weight == 2), default=0)
    if biggest < WELL_KNOWN or sense.population * TIMES_SMALLER > biggest:
        return 0.0
    return NAMESAKE_WEIGHT * math.log10(biggest / max(sense.population, 1_000))


def _parent(sense: Sense, name: Name) -> str:
    return next((parent.name for parent in name.parents if lies_in(sense, parent)), "")


def _nearest(sense: Sense, name: Name, spots: Sequence[Spot]) -> tuple[str, float]:
    if sense.kind in SPOT_KINDS:
        return "", math.inf
    x, y, z = unit_vector(sense.position)
    best, closest = None, -math.inf
    for key, other, (u, v, w) in spots[:MOST_COMPARED]:
        if key == name.key or other.number == sense.number:
            continue
        closeness = x * u + y * v + z * w
        if closeness > closest:
            best, closest = other, closeness
    return (best.name, distance_km(sense.position, best.position)) if best else ("", math.inf)


def _ranked(scored: Sequence[Scored]) -> tuple[Scored, ...]:
    return tuple(sorted(scored, key=lambda s: (-s.score, s.sense.number)))
