"""Speakers named by their office, led to who holds it on the day of the article."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from ...records import Entity, Findings, Mention, Quotation, Relation, Tenure
from . import vocabulary as words
from .posts import Post, post_of, unplaced_words
from .tenures import Holder, Tenures

HERE, PRESUMED = 0.75, 0.55
"""Confidence in a holder whom the article itself names: with the country, and without it."""
OPEN = 0.5
KIN = frozenset({"child_of", "sibling_of", "spouse_of"})
_ARTICLE = re.compile(r"^(?:the|this|that|its|their|our|his|her)\s+", re.IGNORECASE)
_INDEFINITE = re.compile(r"^(?:an?|one|another|some|any|no|two|several)\s", re.IGNORECASE)
_STATUS = re.compile(rf"\b(?:{'|'.join(sorted(words.FORMER))}|ex)\b[\s-]", re.IGNORECASE)
_ACTING = re.compile(rf"\b(?:{'|'.join(sorted(words.ACTING))})\s+", re.IGNORECASE)
_CLAUSE = re.compile(r"\s+(?:following|after|before|during|on|who|under|when|while|since)\b")
Said = TypeVar("Said", bound=Quotation)


def tenures_of(findings: Findings, known: Mapping[str, Entity], day: str) -> Iterable[Tenure]:
    """The offices that an article states, as of its day."""
    for one in findings.relations:
        if one.kind == "holds_office":
            country = one.country or _country(known, one.subject_id)
            yield Tenure(one.subject_id, one.object_text, country, one.status, day, day)


def with_officeholders(
    findings: Findings, tenures: Tenures, known: Mapping[str, Entity], day: str
) -> Findings:
    """The findings with who is named by office alone ("the Kenyan president") resolved.

    Speakers are, and those whose kin somebody is said to be ("a son of the Kenyan president").

    First by the article: the one person of whom it states that office of that country; then by
    the corpus: who holds it on the day of the article; then by the article's only holder of the
    office whose country nothing tells. Two holders left keep it open, under its own words.

    **Misses:** offices without country or body ("the president"), which the article's own
    context decides; former holders that the article does not name; offices as names in any other
    part of a sentence.
    """
    offices = _Offices(findings, tenures, known, day)
    return replace(
        findings,
        quotations=tuple(map(offices.settled, findings.quotations)),
        attitudes=tuple(map(offices.settled, findings.attitudes)),
        relations=tuple(map(offices.related, findings.relations)),
        entities=tuple({**{e.entity_id: e for e in findings.entities}, **offices.named}.values()),
    )


class _Offices:
    def __init__(
        self, findings: Findings, tenures: Tenures, known: Mapping[str, Entity], day: str
    ) -> None:
        self.tenures, self.known, self.day = tenures, known, day
        self.mentions = findings.mentions
        self.starts = [mention.start for mention in findings.mentions]
        self.named: dict[str, Entity] = {}
        self.stated: dict[tuple[Post, bool], set[str]] = defaultdict(set)
        self.unplaced: dict[tuple[frozenset[str], bool], set[str]] = defaultdict(set)
        self.offices: dict[str, set[Post]] = defaultdict(set)
        for one in findings.relations:
            if one.kind == "holds_office":
                self._state(one)

    def _state(self, one: Relation) -> None:
        country = one.country or _country(self.known, one.subject_id)
        was = one.status == "former"
        if post := post_of(one.object_text, country):
            self.stated[post, was].add(one.subject_id)
            self.offices[one.subject_id].add(post)
        elif not country:
            self.unplaced[unplaced_words(one.object_text), was].add(one.subject_id)

    def settled(self, said: Said) -> Said:
        office = self._office(said)
        if office is None:
            return said
        post, was = office
        found = self._holder(post, was=was)
        if found is None:
            return said if self._may_be(said.speaker_id, post, was=was) else _opened(said)
        entity = self.known[found.entity_id]
        confidence = _rescaled(said, found.confidence)
        if entity.entity_id == said.speaker_id:
            return replace(said, confidence=max(said.confidence, confidence))
        self.named[entity.entity_id] = entity
        return replace(
            said,
            speaker_id=entity.entity_id,
            speaker=entity.name,
            role=_ARTICLE.sub("", said.speaker_surface),
            confidence=confidence,
            about_ids=tuple(name for name in said.about_ids if name != entity.entity_id),
        )

    def _holder(self, post: Post, *, was: bool) -> Holder | None:
        here = self.stated.get((post, was), set())
        if here:
            return Holder(next(iter(here)), HERE) if len(here) == 1 else None
        if not was and (holder := self.tenures.holder(post, self.day)):
            return holder
        presumed = self.unplaced.get((post.words, was), set()) if post.country else set()
        return Holder(next(iter(presumed)), PRESUMED) if len(presumed) == 1 else None

    def _may_be(self, entity_id: str, post: Post, *, was: bool) -> bool:
        """Whether nothing in the article speaks against the person already chosen."""
        if not entity_id or len(self.stated.get((post, was), ())) > 1:
            return not entity_id
        country = _country(self.known, entity_id)
        is_foreign = bool(country and post.country and country != post.country)
        return not is_foreign and not self.offices[entity_id]

    def related(self, one: Relation) -> Relation:
        """The kin of an office's holder as the kin of a person."""
        if one.kind not in KIN or one.object_id:
            return one
        office = self._read(one.object_text, one.end - len(one.object_text))
        found = self._holder(office[0], was=office[1]) if office else None
        if found is None or found.entity_id == one.subject_id:
            return one
        self.named[found.entity_id] = self.known[found.entity_id]
        return replace(one, object_id=found.entity_id)

    def _office(self, said: Quotation) -> tuple[Post, bool] | None:
        """The office that the speaker's words are, and whether it was held once."""
        return (
            self._read(said.speaker_surface, said.speaker_start)
            if said.speaker_start >= 0
            else None
        )

    def _read(self, surface: str, start: int) -> tuple[Post, bool] | None:
        if _INDEFINITE.match(surface) or " " not in surface:
            return None
        inside = self._inside(start, start + len(surface))
        if any(mention.label == "PERSON" for mention in inside):
            return None
        text, country = self._without_country(surface, start, inside)
        text = _CLAUSE.split(text, maxsplit=1)[0]
        was = bool(_STATUS.search(text))
        office = _ACTING.sub("", _STATUS.sub("", _ARTICLE.sub("", text.strip()))).strip()
        post = post_of(office, country)
        return (post, was) if post else None

    def _inside(self, start: int, end: int) -> list[Mention]:
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return [one for one in self.mentions[first:last] if one.end <= end]

    def _without_country(self, surface: str, start: int, inside: list[Mention]) -> tuple[str, str]:
        """The words without those that name the country served, and its code."""
        for mention in inside:
            entity = self.known.get(mention.entity_id)
            at = mention.start - start
            if entity is not None and entity.country and entity.kind in {"place", "group"}:
                before, after = surface[:at], surface[at + len(mention.surface) :]
                if re.search(r"\bto\s+(?:the\s+)?$", before):
                    return surface, ""
                return re.sub(r"\s+of\s+(?:the\s+)?$", " ", before) + _owned(after), entity.country
        return surface, ""


def _owned(text: str) -> str:
    return re.sub(r"^['’]s?\b", "", text)


def _country(known: Mapping[str, Entity], entity_id: str) -> str:
    entity = known.get(entity_id)
    return entity.country if entity else ""


def _rescaled(said: Quotation, confidence: float) -> float:
    """The confidence in the quotation, its share in an open speaker exchanged for this one."""
    share = 0.6 if said.speaker_id else OPEN
    return round(min(1.0, said.confidence / share) * confidence, 3)


def _opened(said: Said) -> Said:
    confidence = round(min(1.0, said.confidence / 0.6) * OPEN, 3)
    return replace(
        said, speaker_id="", speaker=said.speaker_surface, role="", confidence=confidence
    )
