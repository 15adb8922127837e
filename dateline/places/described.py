"""Toponyms whose words mean an area beside or within the place that they name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import product

from ..records import NOT_PINNED, Candidate, Mention, Place, Toponym
from .areas import area_beside, area_of_pair
from .gazetteer import Gazetteer, Sense
from .gazetteer.shapes import distance_km
from .lookup import DIVISIONS
from .metonyms import government_of
from .relations import Relation, pair_relation, relation_of
from .surroundings import parent_after, parent_within

_APPOSED = re.compile(
    r"[,(]?\s?(?:(?:which|that|is|was|lies|lay|sits|stands|located|situated|lying|an?|the|just|only"
    r"|about|around|some|roughly|small|tiny|remote|rural|mountainous|coastal|border|desert|oil|port"
    r"|industrial|northern|southern|eastern|western|city|town|village|hamlet|suburb|district"
    r"|province|area|region|valley|gorge|settlement|base|airport|island|camp|in|refugee|resort)"
    r"\s){0,7}"
)
_NAME = r"[^\W\d_a-z][\w’'.]*(?:\s[^\W\d_a-z][\w’'.]*){0,2}"
_COMPOUND = re.compile(rf"(?P<one>{_NAME})[-–/](?P<other>{_NAME})")
MOST_SENSES = 4
COMPOUND_CONFIDENCE = 0.8
WITHIN_CONFIDENCE = 0.7
UNKNOWN_CONFIDENCE = 0.7
"""Of an unknown name that the text puts beside a known one, as a share of that one's."""


class Describer:
    """Reads the words about an article's toponyms; collects the areas that they describe."""

    def __init__(
        self,
        text: str,
        mentions: Sequence[Mention],
        places: Mapping[str, Place],
        gazetteer: Gazetteer,
    ) -> None:
        self._text = text
        self._mention = {mention.mention_id: mention for mention in mentions}
        self._places = dict(places)
        self._gazetteer = gazetteer
        self._areas: dict[str, Place] = {}

    def read(
        self, toponyms: Sequence[Toponym], parts: Mapping[str, Relation]
    ) -> tuple[tuple[Toponym, ...], tuple[Place, ...]]:
        """The toponyms, those whose words describe an area put there, and all places they name.

        Args:
            toponyms: in the order of the text.
            parts: relations that stand inside a mention ("southern Afghanistan"), by mention.
        """
        found = list(toponyms)
        at = 0
        while at < len(found):
            if self._pair(found, at):
                at += 2
                continue
            self._alone(found, at, parts)
            at += 1
        return tuple(found), tuple((self._places | self._areas).values())

    def _alone(self, found: list[Toponym], at: int, parts: Mapping[str, Relation]) -> None:
        if self._compound(found, at) or self._government(found, at):
            return
        if not found[at].place_id:
            self._within(found, at)
        elif found[at].role != "filed_from":
            self._single(found, at, parts)

    def _pair(self, found: list[Toponym], at: int) -> bool:
        pair = found[at : at + 2]
        if len(pair) < 2 or not all(one.place_id for one in pair):
            return False
        first, second = (self._mention[one.mention_id] for one in pair)
        kind = pair_relation(self._text, (first.start, first.end), (second.start, second.end))
        if kind is None:
            return False
        one, other = (self._places[toponym.place_id] for toponym in pair)
        area = area_of_pair(kind, one, other, self._gazetteer)
        if area is None:
            return False
        sure = min(one.confidence for one in pair)
        for index, toponym in enumerate(pair, at):
            found[index] = replace(self._put(toponym, area, kind), confidence=sure)
        return True

    def _compound(self, found: list[Toponym], at: int) -> bool:
        """Puts one mention that holds both names, or whose second name is no mention."""
        mention = self._mention[found[at].mention_id]
        held = _COMPOUND.match(self._text, mention.start, mention.end + 40)
        if held is None or held.end("one") > mention.end:
            return False
        kind = pair_relation(self._text, held.span("one"), held.span("other"))
        pair = self._nearest(held["one"], held["other"]) if kind else None
        area = area_of_pair(kind, *pair, self._gazetteer) if kind and pair else None
        if area is None or kind is None or pair is None:
            return False
        self._areas |= {place.place_id: place for place in pair}
        means = tuple(Candidate(p.place_id, p.name, 0.0, "named in the text") for p in pair)
        one = found[at] if found[at].place_id else replace(found[at], candidates=means)
        sure = one.confidence or COMPOUND_CONFIDENCE
        found[at] = replace(self._put(one, area, kind), confidence=sure)
        return True

    def _nearest(self, one: str, other: str) -> tuple[Place, Place] | None:
        """Of what two names may mean, the two places nearest to each other."""
        pairs = list(product(self._senses(one), self._senses(other)))
        if not pairs:
            return None
        near = min(pairs, key=lambda pair: distance_km(pair[0].position, pair[1].position))
        return self._gazetteer.place_of(near[0]), self._gazetteer.place_of(near[1])

    def _senses(self, name: str) -> tuple[Sense, ...]:
        people = self._gazetteer.demonym_place(name)
        senses = (people,) if people else self._gazetteer.candidates(name)[:MOST_SENSES]
        is_country = bool(senses) and senses[0].kind == "country"
        return senses[:1] if is_country else tuple(s for s in senses if s.kind == "city")

    def _government(self, found: list[Toponym], at: int) -> bool:
        one = found[at]
        place = self._places.get(one.place_id)
        mention = self._mention[one.mention_id]
        if place is None or one.role != "about":
            return False
        code = government_of(place, self._text, mention.start, mention.end)
        if code:
            meant = f"it stands for the government of {self._gazetteer.country_name(code)} here"
            reason = f"{meant}; {one.reason}"
            found[at] = replace(one, role="origin", precision="country", reason=reason)
        return bool(code)

    def _within(self, found: list[Toponym], at: int) -> None:
        """Puts an unknown name in the division that the text puts it in."""
        one = found[at]
        end = self._mention[one.mention_id].end
        stated = parent_after(self._text, end, self._gazetteer)
        stated = stated or parent_within(self._text, end, self._gazetteer)
        sense = stated.senses[0] if stated else None
        if sense is None or sense.kind not in DIVISIONS:
            return
        place = self._gazetteer.place_of(sense)
        self._places[place.place_id] = place
        reason = f"{one.reason}; the text puts it in {place.name}"
        found[at] = replace(
            one,
            place_id=place.place_id,
            precision=place.precision,
            radius_km=place.radius_km,
            confidence=WITHIN_CONFIDENCE,
            reason=reason,
            candidates=(Candidate(place.place_id, place.name, 0.0, "named in the text"),),
        )

    def _single(self, found: list[Toponym], at: int, parts: Mapping[str, Relation]) -> None:
        one = found[at]
        mention = self._mention[one.mention_id]
        relation = relation_of(self._text, mention.start, mention.end)
        if one.role == "origin" and not relation.at_sea:
            return
        relation = relation if relation.text else parts.get(one.mention_id, relation)
        area = area_beside(self._places[one.place_id], relation, self._gazetteer)
        if area is None:
            return
        beside = self._apposed(found, at, relation) if relation.is_near else None
        if beside is None:
            found[at] = self._put(one, area, relation.text)
        elif not found[beside].place_id:
            found[beside] = self._put_unknown(found[beside], one, area)

    def _apposed(self, found: Sequence[Toponym], at: int, relation: Relation) -> int | None:
        """Index of the name whose position the relation states: "Bagram, north of Kabul"."""
        start = self._mention[found[at].mention_id].start
        begins = self._text.rfind(relation.text, max(0, start - 120), start)
        end = self._mention[found[at - 1].mention_id].end if at and begins > 0 else begins
        if not 0 < begins - end <= 80 or not _APPOSED.fullmatch(self._text, end, begins):
            return None
        place = self._places.get(found[at - 1].place_id)
        return None if place and place.precision in NOT_PINNED else at - 1

    def _put(self, one: Toponym, area: Place, relation: str) -> Toponym:
        self._areas[area.place_id] = area
        reason = f"{area.name}: an area that the text describes, not the place; {one.reason}"
        chosen = Candidate(area.place_id, area.name, one.score, "described in the text")
        return replace(
            one,
            place_id=area.place_id,
            role="about" if one.role == "origin" else one.role,
            relation=relation,
            precision=area.precision,
            radius_km=area.radius_km,
            reason=reason,
            candidates=(chosen, *one.candidates),
        )

    def _put_unknown(self, one: Toponym, beside: Toponym, area: Place) -> Toponym:
        put = self._put(replace(one, candidates=beside.candidates), area, beside.relation)
        reason = f"{one.reason}; the text puts it {area.name}"
        return replace(
            put, reason=reason, confidence=round(UNKNOWN_CONFIDENCE * beside.confidence, 3)
        )
