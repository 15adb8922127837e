"""Who and what the mentions of one article mean: names grouped into entities."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ...lexicon import PlaceLexicon
from ...records import Article, Entity, EntityKind, Label, Mention, entity_id
from ..parse import Parsed
from .bodies import Body, group_organisations
from .governments import governing, government_name
from .names import fold
from .offices import read_office
from .persons import group_persons

KINDS: dict[Label, EntityKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "EVENT": "event",
}
STEM = 3
OPEN = 0.5


@dataclass(slots=True)
class Cluster:
    """Mentions of one entity on the way to its record."""

    kind: EntityKind
    name: str
    identity: str = ""
    """What the id is made from where it is not the name."""
    country: str = ""
    short: str = ""
    """A further form of the name: a ministry without its state."""
    mentions: dict[int, float] = field(default_factory=dict)
    """Ordinal of each mention, and the confidence that it means this entity."""


def resolve_aliases(
    article: Article,
    parsed: Sequence[Parsed],  # noqa: ARG001 - the door's signature is shared by all extractors
    mentions: Sequence[Mention],
    lexicon: PlaceLexicon,
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """The mentions with the entity each means, and the article's entities.

    Two persons with different full names are never one: only equal names, spelling variants with
    the same number of words, a surname or initials lead to a full name. A short form that two
    persons share, where nothing before it tells them apart, stays open: it has no entity, and its
    confidence is half of what it was. So does a ministry where two states have one.

    **Misses:** nicknames and pen names; a government called by its capital, but where it
    speaks; names that changed.
    """
    clusters = [
        *_persons(article, mentions, lexicon),
        *_organisations(article, mentions, lexicon),
        *_places_and_groups(mentions, lexicon),
    ]
    return _written(_opened(mentions, clusters), clusters)


def _persons(article: Article, mentions: Sequence[Mention], lexicon: PlaceLexicon) -> list[Cluster]:
    ordinals = [n for n, mention in enumerate(mentions) if mention.label == "PERSON"]
    chosen = [mentions[n] for n in ordinals]
    clusters: list[Cluster] = []
    for person in group_persons(article.text, chosen):
        surfaces = [chosen[n].surface for n in person.mentions]
        cluster = Cluster("person", _fullest(surfaces))
        cluster.mentions = {ordinals[n]: 1.0 for n in person.mentions}
        cluster.mentions |= {ordinals[n]: sure for n, sure in person.short.items()}
        cluster.country = _served([mentions[n].role for n in sorted(cluster.mentions)], lexicon)
        clusters.append(cluster)
    return clusters


def _opened(mentions: Sequence[Mention], clusters: Sequence[Cluster]) -> list[Mention]:
    """The mentions, less sure of those that may mean several."""
    meant = {n for cluster in clusters for n in cluster.mentions}
    return [
        replace(one, confidence=round(one.confidence * OPEN, 2)) if n not in meant else one
        for n, one in enumerate(mentions)
    ]


def _fullest(surfaces: Sequence[str]) -> str:
    """The form with most words; among those the commonest, then the first."""
    counted = Counter(" ".join(surface.split()) for surface in surfaces)
    most = max(len(surface.split()) for surface in counted)
    return max((s for s in counted if len(s.split()) == most), key=lambda s: counted[s])


def _served(roles: Sequence[str], lexicon: PlaceLexicon) -> str:
    """The country that the roles name most often."""
    offices = [read_office(role, lexicon) for role in roles if role]
    countries = Counter(office.country for office in offices if office and office.country)
    return max(countries, key=lambda code: countries[code]) if countries else ""


def _organisations(
    article: Article, mentions: Sequence[Mention], lexicon: PlaceLexicon
) -> list[Cluster]:
    ordinals = [n for n, mention in enumerate(mentions) if mention.label == "ORG"]
    bodies = group_organisations(article.text, [mentions[n] for n in ordinals], lexicon)
    groups: dict[str, list[int]] = defaultdict(list)
    states: dict[str, Body] = {}
    for n, body in zip(ordinals, bodies, strict=True):
        if body.key:
            groups[body.key].append(n)
            if body.country:
                states.setdefault(body.key, body)
    return [
        _organisation(_longest(mentions, group), states.get(key), group, lexicon)
        for key, group in groups.items()
    ]


def _organisation(
    name: str, state: Body | None, group: Sequence[int], lexicon: PlaceLexicon
) -> Cluster:
    code = governing(name, lexicon)
    if code:
        name = government_name(code) or name
        mentions = dict.fromkeys(group, 1.0)
        return Cluster("organisation", name, country=code, mentions=mentions)
    cluster = Cluster("organisation", name, mentions=dict.fromkeys(group, 1.0))
    if state is not None:
        cluster.country, cluster.short = state.country, state.short
        if fold(name) == fold(state.short):
            cluster.identity = f"{state.country} {name}"
    return cluster


def _longest(mentions: Sequence[Mention], group: Sequence[int]) -> str:
    return max((" ".join(mentions[n].surface.split()) for n in group), key=len)


def _places_and_groups(mentions: Sequence[Mention], lexicon: PlaceLexicon) -> list[Cluster]:
    clusters: dict[tuple[EntityKind, str], Cluster] = {}
    for n, mention in enumerate(mentions):
        kind = KINDS[mention.label]
        if kind not in {"place", "group", "event"}:
            continue
        fresh = _cluster(mention, kind, lexicon)
        known = clusters.setdefault((kind, fresh.identity or fold(fresh.name)), fresh)
        longer = len(fresh.name) - len(known.name)
        if longer < 0 if kind == "group" else longer > 0:
            known.name = fresh.name
        known.mentions[n] = 1.0
    return list(clusters.values())


def _cluster(mention: Mention, kind: EntityKind, lexicon: PlaceLexicon) -> Cluster:
    name = " ".join(mention.surface.split())
    if kind == "place" and (code := lexicon.country_code(name)):
        return Cluster(kind, name, f"country {code}", code)
    if kind == "group":
        single = _singular(name, lexicon)
        if code := lexicon.demonym_country(single):
            return Cluster(kind, name, f"{code} {fold(single)[:STEM]}", code)
        return Cluster(kind, name, fold(single))
    return Cluster(kind, name)


def _singular(name: str, lexicon: PlaceLexicon) -> str:
    """ "Libyans" is counted under "Libyan", "Swiss" stays as it is."""
    single = name[:-1]
    if not name.endswith("s") or name.endswith("ss"):
        return name
    code = lexicon.demonym_country(name)
    return single if code is None or code == lexicon.demonym_country(single) else name


def _written(
    mentions: Sequence[Mention], clusters: Sequence[Cluster]
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    named = list(mentions)
    entities: dict[str, Entity] = {}
    for cluster in clusters:
        name = entity_id(cluster.kind, cluster.identity or cluster.name)
        aliases = {" ".join(mentions[n].surface.split()) for n in cluster.mentions}
        known = entities.get(name)
        aliases |= {cluster.name, cluster.short or cluster.name, *(known.aliases if known else ())}
        first = known.name if known else cluster.name
        country = (known.country if known else "") or cluster.country
        entities[name] = Entity(name, first, cluster.kind, tuple(sorted(aliases)), country)
        for n, sure in cluster.mentions.items():
            confidence = round(mentions[n].confidence * sure, 2)
            named[n] = replace(mentions[n], entity_id=name, confidence=confidence)
    return tuple(named), tuple(entities.values())
