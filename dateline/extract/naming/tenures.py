"""Who held which office when, as the articles of a corpus state it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ...records import Tenure
from .posts import Post, post_of

FRESH_DAYS = 400
"""How long after the last article that says so somebody is held to be in office."""
RECENT_DAYS = 31
OUTNUMBERED = 5
"""How many times as many articles make another holder's a slip."""
RECENT, OLD = 0.7, 0.6
DAY = len("2021-08-15")


@dataclass(slots=True)
class _Held:
    """The days of the first and the last article that says so, and how many do."""

    first: str
    last: str
    articles: int

    def add(self, first: str, last: str, articles: int) -> None:
        self.first, self.last = min(self.first, first), max(self.last, last)
        self.articles += articles

    def until(self, day: str) -> str:
        return min(self.last, day)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds an office on a day, with the confidence in that."""

    entity_id: str
    confidence: float


class Tenures:
    """The offices of a corpus by date; a look-up takes as long as the office has had holders.

    **Misses:** an office whose holder the corpus first names later; two holders between whose
    statements another's stand, unless they outnumber them; articles without a day.
    """

    def __init__(self, known: Iterable[Tenure] = ()) -> None:
        self._held: dict[Post, dict[str, _Held]] = defaultdict(dict)
        self._left: dict[Post, dict[str, _Held]] = defaultdict(dict)
        for one in known:
            self.note(one)

    def note(self, one: Tenure) -> None:
        """Remember that articles of these days say who holds, or held, the office."""
        post = post_of(one.office, one.country)
        if post is None or len(one.first) < DAY or len(one.last) < DAY:
            return
        register = self._left if one.status == "former" else self._held
        first, last = one.first[:DAY], one.last[:DAY]
        known = register[post].get(one.entity_id)
        if known is None:
            register[post][one.entity_id] = _Held(first, last, one.articles)
        else:
            known.add(first, last, one.articles)

    def holder(self, post: Post, day: str) -> Holder | None:
        """The person whom the newest articles up to a day say to hold the office.

        None where no article of the year before does, or where two persons remain.
        """
        if len(day) < DAY or post not in self._held:
            return None
        day = day[:DAY]
        known = self._held[post].items()
        begun = {name: held for name, held in known if held.first <= day}
        serving = {name: h for name, h in begun.items() if not self._has_left(post, name, h, day)}
        if not serving:
            return None
        newest = max(serving, key=lambda name: (serving[name].until(day), serving[name].articles))
        chosen = serving.pop(newest)
        if any(_rivals(chosen, other, day) for other in serving.values()):
            return None
        age = (date.fromisoformat(day) - date.fromisoformat(chosen.until(day))).days
        if age > FRESH_DAYS:
            return None
        return Holder(newest, RECENT if age <= RECENT_DAYS else OLD)

    def _has_left(self, post: Post, entity_id: str, held: _Held, day: str) -> bool:
        """Whether an article up to the day, and none since, calls the person a former holder."""
        left = self._left.get(post, {}).get(entity_id)
        return left is not None and left.first <= day and held.until(day) <= left.until(day)


def _rivals(chosen: _Held, other: _Held, day: str) -> bool:
    """Whether another is said to hold the office after the one chosen is first said to."""
    is_slip = other.articles * OUTNUMBERED <= chosen.articles
    return other.until(day) >= chosen.first and not is_slip
