"""Governments called by their country, their capital or their house, wherever these speak."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from spacy.tokens import Token

from ...lexicon import PlaceLexicon
from ...records import Article, Entity, Findings, Mention, Quotation, Toponym
from ..naming.governments import (
    governing,
    government,
    government_name,
    residing_in,
    seated_in,
)
from ..naming.names import fold
from ..parse import Parsed
from .cues import NOUNS, VERBS
from .speakers import is_passive

Said = TypeVar("Said", bound=Quotation)
CAPITAL_SURE = 0.9
"""How sure a capital's name means the government, and not the city or its mayor."""
NEAR = 400
"""Characters on either side, within the paragraph, in which words of sport are looked for."""
UNPLACED_SURE = 0.75
"""The same, where the city was not recognised as a place."""
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_PERSONAL = re.compile(r"(?:that\s+)?s?he\b", re.IGNORECASE)
_DASH = re.compile(r"\s(?:-{1,2}|[–—])\s")
_LEADING = frozenset({"The", "Both", "Even", "Only", "But", "And", "Neither", "Either"})
_GOES_ON = re.compile(r"$|['’]s?(?:\s|$)|,|\s(?:and|or|nor|which|itself|alone|too)\b")
_QUALIFYING = frozenset({"compound", "amod", "nmod"})
_SPORT = re.compile(
    r"\b(?:match(?:es)?|coach|captain|innings|wickets?|goals?|squad|tournament|semi-?finals?|"
    r"kick-?off|batting|striker|midfielder|World Cup|Olympics?|league|the toss)\b",
    re.IGNORECASE,
)


def speaking_governments(
    article: Article, parsed: Sequence[Parsed], findings: Findings, lexicon: PlaceLexicon
) -> Findings:
    """The findings with the government as the speaker wherever its country or seat speaks.

    "Moscow denied it" is said by the Russian government; the mention "Moscow" stays the city, and
    its toponym says that it stands for a government: its role is `origin`, and it fixes no more
    than a country. Which place a name means is as the article's places were resolved: a state, or
    a town of the same name elsewhere, is no seat.

    **Misses:** a seat whose verb tells no speech ("Moscow has been cautious"); a capital that
    speaks as a city, which is taken for the government; a country that speaks as a team outside
    a paragraph on sport; ministries and armies called by the city.
    """
    reader = _Reader(article, findings, lexicon)
    quotations = tuple(map(reader.spoken, findings.quotations))
    attitudes = tuple(map(reader.spoken, findings.attitudes))
    reader.mark_agents(parsed)
    toponyms = tuple(map(reader.marked, findings.toponyms))
    return replace(
        findings,
        quotations=quotations,
        attitudes=attitudes,
        toponyms=toponyms,
        entities=_with(findings.entities, reader.governments()),
    )


@dataclass(slots=True)
class _Seat:
    country: str
    sure: float


@dataclass(slots=True)
class _Reader:
    article: Article
    findings: Findings
    lexicon: PlaceLexicon
    seats: dict[str, _Seat] = field(init=False)
    called: dict[str, _Seat] = field(init=False)
    """Folded name -> the seat that the article calls so."""
    borne: set[str] = field(init=False)
    """Every word of the entities' names."""
    names: dict[str, set[str]] = field(default_factory=dict)
    """ISO code -> what its government is called here."""
    standing: dict[str, str] = field(default_factory=dict)
    """Mention id -> ISO code of the government that it stands for."""
    others: set[str] = field(default_factory=set)
    """Ids of mentions that mean a person or a team."""
    mentions: Sequence[Mention] = field(init=False)
    starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.mentions = sorted(self.findings.mentions, key=lambda m: m.start)
        self.starts = [m.start for m in self.mentions]
        self.borne = {part for e in self.findings.entities for part in e.name.split()}
        seated = list(self._seated())
        self.seats = {entity.entity_id: seat for entity, seat in seated}
        self.called = {fold(entity.name): seat for entity, seat in seated}

    def _seated(self) -> Iterator[tuple[Entity, _Seat]]:
        places = {place.place_id: place for place in self.findings.places}
        countries = {place.country for place in self.findings.places}
        people = [e.name.casefold().split() for e in self.findings.entities if e.kind == "person"]
        borne = {part for name in people if len(name) > 1 for part in name}
        for entity in self.findings.entities:
            place = places.get(entity.place_id)
            if entity.name.casefold() in borne:
                continue
            if code := residing_in(entity.name):
                if place is None or code in countries:
                    yield entity, _Seat(code, 1.0)
            elif place is not None and place.kind == "country" and government_name(place.country):
                yield entity, _Seat(place.country, 1.0)
            elif place is not None and (code := seated_in(place.place_id)):
                yield entity, _Seat(code, CAPITAL_SURE)

    def spoken(self, said: Said) -> Said:
        """The quotation by the government that its speaker stands for, or as it was."""
        seat = self._seat_of(said)
        inside = self._within(said.speaker_start, said.speaker_end)
        named = [m for m in inside if m.entity_id and m.entity_id == said.speaker_id]
        alone = [m for m in named if self._is_alone(m, said)]
        if seat is None or (named and not alone):
            return said
        if self._is_another(said):
            self.others.update(mention.mention_id for mention in named)
            return said
        self.standing.update((mention.mention_id, seat.country) for mention in alone)
        known = self.names.setdefault(seat.country, set())
        known.update(mention.surface for mention in alone)
        if not said.speaker_id:
            known.add(_ARTICLE.sub("", said.speaker_surface))
        return replace(
            said,
            speaker_id=government(seat.country).entity_id,
            speaker=government_name(seat.country),
            confidence=round(said.confidence * seat.sure, 3),
        )

    def _is_alone(self, mention: Mention, said: Quotation) -> bool:
        """Whether a name is no part of a longer one: not "Birds Australia" nor "White America"."""
        before = self.article.text[said.speaker_start : mention.start]
        lead = _DASH.split(before)[-1].split()
        after = self.article.text[mention.end : said.speaker_end]
        is_led = all(word.islower() or word in _LEADING for word in lead)
        return is_led and bool(_GOES_ON.match(after))

    def _seat_of(self, said: Quotation) -> _Seat | None:
        if said.speaker_id:
            return self.seats.get(said.speaker_id)
        code = residing_in(said.speaker) or governing(said.speaker, self.lexicon)
        if code:
            return _Seat(code, 1.0)
        return self.called.get(fold(said.speaker)) or self._unplaced(said.speaker)

    def _unplaced(self, name: str) -> _Seat | None:
        """The seat of a capital that no mention was found for."""
        code = "" if name in self.borne else seated_in(name)
        return _Seat(code, UNPLACED_SURE) if code else None

    def _is_another(self, said: Quotation) -> bool:
        """Whether it is a person or a team who speaks: "Chad said he was tired"."""
        is_personal = said.mode == "indirect" and _PERSONAL.match(said.content)
        return bool(is_personal) or self._is_sport(said.start, said.end)

    def _is_sport(self, start: int, end: int) -> bool:
        text = self.article.text
        first = max(0, start - NEAR)
        first = max(first, text.rfind("\n", first, start) + 1)
        last = text.find("\n", end, end + NEAR)
        return bool(_SPORT.search(text, first, last if last >= 0 else end + NEAR))

    def _within(self, start: int, end: int) -> Sequence[Mention]:
        low = bisect_left(self.starts, max(0, start))
        return self.mentions[low : bisect_left(self.starts, max(0, end))]

    def mark_agents(self, parsed: Sequence[Parsed]) -> None:
        """Remember the seats that accuse, deny or urge where no content of it was found."""
        if not self.seats:
            return
        begun = [piece.start for piece in parsed]
        for mention in self.mentions:
            index = bisect_right(begun, mention.start) - 1
            seat = self.seats.get(mention.entity_id)
            if seat is None or index < 0 or mention.mention_id in self.others:
                continue
            tokens = parsed[index].tokens(mention)
            if tokens is None or not _acts(tokens.root):
                continue
            if not self._is_sport(mention.start, mention.end):
                self.standing[mention.mention_id] = seat.country
                self.names.setdefault(seat.country, set()).add(mention.surface)

    def marked(self, toponym: Toponym) -> Toponym:
        """The toponym, said to stand for a government where it does."""
        code = self.standing.get(toponym.mention_id)
        if code is None or not toponym.place_id or toponym.role != "about":
            return toponym
        meant = f"it stands for the {government_name(code)} here"
        return replace(
            toponym, role="origin", precision="country", reason=f"{meant}; {toponym.reason}"
        )

    def governments(self) -> Iterable[Entity]:
        return [government(code, *sorted(names)) for code, names in self.names.items()]


def _acts(name: Token) -> bool:
    """Whether a name is who says or intends: "Tehran denied", "denied by Tehran", "Iran's vow"."""
    if any(word.dep_ in _QUALIFYING and word.is_title for word in name.lefts):
        return False
    name = name.head if name.dep_ == "conj" else name
    verb = name.head
    if name.dep_ == "nsubj":
        return verb.lemma_ in VERBS
    if name.dep_ == "pobj" and verb.dep_ == "agent":
        return verb.head.lemma_ in VERBS and is_passive(verb.head)
    return name.dep_ == "poss" and verb.lemma_ in NOUNS


def _with(entities: Iterable[Entity], governments: Iterable[Entity]) -> tuple[Entity, ...]:
    """The entities with the governments among them, each once."""
    found = {entity.entity_id: entity for entity in entities}
    for one in governments:
        known = found.get(one.entity_id)
        aliases = {*one.aliases, *(known.aliases if known else ())}
        found[one.entity_id] = replace(one, aliases=tuple(sorted(aliases)))
    return tuple(found.values())
