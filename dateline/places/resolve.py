"""Places meant by the names in an article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from ..records import (
    Article,
    Candidate,
    Mention,
    Place,
    Precision,
    Toponym,
    ToponymRole,
    finding_id,
)
from .confidence import confidence
from .described import Describer
from .gazetteer import Gazetteer, Sense
from .missed import missed_places
from .named import NamedPlace, named_places
from .reasons import Reasons
from .relations import Relation, part_relation, relation_of
from .scoring import Name, Votes, settle
from .surroundings import outlet_country, role_in

__all__ = ["missed_places", "resolve_places"]

NEAR_RADIUS_KM = 25.0
UNKNOWN = "no place of that name in the gazetteer"
DEMONYM_CONFIDENCE = 0.95


class _Verdict(NamedTuple):
    """What was decided of one name, once for all its mentions."""

    name: Name
    reason: str
    candidates: tuple[Candidate, ...]


def resolve_places(
    article: Article, mentions: Sequence[Mention], gazetteer: Gazetteer
) -> tuple[tuple[Toponym, ...], tuple[Place, ...]]:
    """The article's toponyms in order, and the places they resolve to or name, each once.

    Mentions of places get a toponym each, unplaced where the gazetteer has no such name; names of
    peoples ("Libyan") get their country with the role `origin`. Names that are no place on the
    map ("EU", "West") get none. Words that describe an area ("20 km north of Kabul", "the
    Iran-Iraq border", "northern Afghanistan") put their names there, and the place that the name
    itself means stands as the second candidate (`records.named_place`).

    Args:
        article: whose text the mentions stand in.
        mentions: of every label; those of persons and organisations are left alone.
        gazetteer: the names known.

    A capital that acts ("Moscow warned") stands for its government, which is not plotted. An
    unknown name that the text puts in a province or beside a town is put there.

    **Misses:** a second sense of one name in one article, unless the text adds its country or
    division; metonyms other than capitals: what speaks for a government is told apart later, by
    its verb; places inside names of organisations that no word like "police" or "university"
    marks.
    """
    named = named_places(article, mentions, gazetteer)
    peoples = [(m, gazetteer.demonym_place(m.surface)) for m in mentions if m.label == "NORP"]
    origins = [(mention, sense) for mention, sense in peoples if sense]
    names = _names(named)
    votes = _stated_votes(article, names.values(), [sense for _, sense in origins])
    settle(list(names.values()), votes)
    reasons = Reasons(gazetteer, votes)
    verdicts = {key: _verdict(name, reasons) for key, name in names.items()}
    toponyms = [_toponym(one, verdicts[one.key], article) for one in named]
    toponyms += [_origin(mention, sense) for mention, sense in origins]
    senses = [name.best for name in names.values() if name.best] + [s for _, s in origins]
    places = _places(toponyms, senses, gazetteer)
    order = {mention.mention_id: mention.start for mention in mentions}
    toponyms.sort(key=lambda t: order[t.mention_id])
    parts = {one.mention.mention_id: part_relation(one.found.part) for one in named}
    return Describer(article.text, mentions, places, gazetteer).read(toponyms, parts)


def _places(
    toponyms: Iterable[Toponym], senses: Iterable[Sense], gazetteer: Gazetteer
) -> dict[str, Place]:
    chosen = {sense.place_id: sense for sense in senses}
    placed = dict.fromkeys(t.place_id for t in toponyms if t.place_id)
    return {place_id: gazetteer.place_of(chosen[place_id]) for place_id in placed}


def _names(named: Iterable[NamedPlace]) -> dict[str, Name]:
    """Names by key; one without a parent takes those that the same name has elsewhere."""
    found: dict[str, Name] = {}
    by_name: dict[str, dict[str, Sense]] = {}
    for one in named:
        name = found.get(one.key)
        if name:
            name.count += 1
        else:
            found[one.key] = Name(one.key, one.found.senses, 1, one.parents)
        heard = by_name.setdefault(one.key.partition("|")[0], {})
        heard.update((parent.place_id, parent) for parent in one.parents)
    for key, name in found.items():
        if "|" not in key:
            name.parents = tuple(by_name[key].values())
    return found


def _stated_votes(article: Article, names: Iterable[Name], origins: Iterable[Sense]) -> Votes:
    votes = Votes(outlet=outlet_country(article.url))
    for name in names:
        best = name.senses[0] if name.senses else None
        if best and best.kind == "country":
            votes.stated[best.country] += name.count
        elif best and best.kind == "admin1" and best.code:
            votes.stated[best.code] += name.count
            votes.stated[best.country] += 1
        for parent in name.parents[:1]:
            votes.stated[parent.code or parent.country] += name.count
    for sense in origins:
        if sense.country:
            votes.stated[sense.country] += 1
    return votes


def _verdict(name: Name, reasons: Reasons) -> _Verdict:
    if name.refused:
        return _Verdict(name, reasons.refusal(name.refused), ())
    if not name.scored:
        return _Verdict(name, UNKNOWN, ())
    return _Verdict(name, reasons.choice(name.scored), reasons.candidates(name.scored))


def _toponym(one: NamedPlace, verdict: _Verdict, article: Article) -> Toponym:
    mention, name, reason = one.mention, verdict.name, verdict.reason
    relation = relation_of(article.text, mention.start, mention.end)
    if one.found.part and not relation.text:
        relation = part_relation(one.found.part)
    role = role_in(article, mention.start, mention.end)
    bare = _bare(mention, role, relation, reason)
    if name.best is None:
        return bare
    precision, radius = _extent(name.best, relation, one.is_inside)
    return replace(
        bare,
        place_id=name.best.place_id,
        precision=precision,
        radius_km=radius,
        score=round(name.scored[0].score, 3),
        confidence=confidence(name, one.is_inside),
        reason=f"named in {mention.surface!r}; {reason}" if one.is_inside else reason,
        candidates=verdict.candidates,
    )


def _bare(mention: Mention, role: ToponymRole, relation: Relation, reason: str) -> Toponym:
    return Toponym(
        toponym_id=finding_id("g", mention.article_id, mention.start, mention.end),
        mention_id=mention.mention_id,
        article_id=mention.article_id,
        passage_id=mention.passage_id,
        role=role,
        relation=relation.text,
        reason=reason,
    )


def _extent(sense: Sense, relation: Relation, is_inside: bool) -> tuple[Precision, float]:
    """Class and radius of one mention: beside a place, or somewhere in it, is near it."""
    is_near = relation.is_near and sense.precision in {"point", "area2"}
    if is_near or (is_inside and sense.precision == "point"):
        return "near", round(max(NEAR_RADIUS_KM, sense.radius_km + relation.distance_km), 1)
    return sense.precision, sense.radius_km


def _origin(mention: Mention, sense: Sense) -> Toponym:
    reason = f"{mention.surface} is said of the people of {sense.name}"
    bare = _bare(mention, "origin", Relation(""), reason)
    return replace(
        bare,
        place_id=sense.place_id,
        precision=sense.precision,
        radius_km=sense.radius_km,
        confidence=DEMONYM_CONFIDENCE,
        candidates=(Candidate(sense.place_id, sense.name, 0.0, reason),),
    )
