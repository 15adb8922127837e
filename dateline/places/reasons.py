"""Why a place was chosen, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..records import Candidate
from .gazetteer import Gazetteer, Sense
from .gazetteer.drafts import USERS
from .gazetteer.shapes import distance_km
from .lookup import DIVISIONS
from .scoring import NEAR_KM, Scored, Votes

MOST_CANDIDATES = 5
LEAST_SHARE = 0.05


@dataclass(frozen=True, slots=True)
class Reasons:
    """Puts choices into words."""

    gazetteer: Gazetteer
    votes: Votes

    def choice(self, scored: Sequence[Scored]) -> str:
        """Why the first was chosen: "chosen over Tripoli, Lebanon: 3 mentions of Libya ..."."""
        best = scored[0]
        rival = next((one for one in scored[1:] if is_elsewhere(one, best)), None)
        if rival is None:
            return self._because(best, None) or f"the only {described(best.sense)} of that name"
        why = self._because(best, rival) or _advantage(best.sense, rival.sense)
        return f"chosen over {placed(rival.sense, self.gazetteer)}: {why}"

    def refusal(self, sense: Sense) -> str:
        """Why a name has no place although some place is also spelt so."""
        place = placed(sense, self.gazetteer)
        return f"only another spelling of {place}, for which nothing in the article speaks"

    def candidates(self, scored: Sequence[Scored]) -> tuple[Candidate, ...]:
        """The best few with their scores, the winner first."""
        return tuple(
            Candidate(
                one.sense.place_id,
                placed(one.sense, self.gazetteer),
                round(one.score, 2),
                self._because(one, None) or standing(one.sense),
            )
            for one in scored[:MOST_CANDIDATES]
        )

    def _because(self, best: Scored, rival: Scored | None) -> str:
        """What in the article speaks for a place and not for its rival, or empty."""
        if best.parent and not (rival and rival.parent):
            return f"the text puts it in {best.parent}"
        reasons = []
        if best.votes > LEAST_SHARE and best.votes > (rival.votes if rival else 0.0):
            reasons.append(self._voted(best.sense.country))
        if best.nearest_km < NEAR_KM and not (rival and rival.nearest_km < best.nearest_km):
            reasons.append(f"{best.nearest_km:.0f} km from {best.nearest}")
        return ", ".join(reasons)

    def _voted(self, country: str) -> str:
        name, number = self.gazetteer.country_name(country), self.votes.stated[country]
        if not number:
            return f"other places in {name}"
        return f"{number} mention{'s' if number > 1 else ''} of {name} or its people"


def is_elsewhere(one: Scored, other: Scored) -> bool:
    return distance_km(one.sense.position, other.sense.position) > NEAR_KM


def _advantage(best: Sense, rival: Sense) -> str:
    if best.place_id.startswith(USERS):
        return "a place of your own table"
    if best.weight > rival.weight:
        return "its chief name, not another spelling"
    if best.population > rival.population > 0:
        return f"more people ({best.population:,} against {rival.population:,})"
    return f"a {described(best)} before a {described(rival)}"


def described(sense: Sense) -> str:
    """The kind in words: province, district, city, valley."""
    words = {"admin1": "province or state", "admin2": "district", "admin3": "district"}
    return words.get(sense.kind, sense.kind)


def placed(sense: Sense, gazetteer: Gazetteer) -> str:
    """The place with what holds it: "Tripoli, Lebanon"."""
    country = gazetteer.country_name(sense.country)
    inside = sense.admin1_name if sense.country == "US" else ""
    where = ", ".join(part for part in (inside, country) if part and part != sense.name)
    kind = f" ({described(sense)})" if sense.kind in DIVISIONS else ""
    return f"{sense.name}, {where}{kind}" if where else f"{sense.name}{kind}"


def standing(sense: Sense) -> str:
    """What a place is without any context."""
    name = "chief name" if sense.weight == 2 else f"also called {sense.form}"
    people = f", {sense.population:,} people" if sense.population else ""
    own = ", of your own table" if sense.place_id.startswith(USERS) else ""
    return f"{described(sense)}, {name}{people}{own}"
