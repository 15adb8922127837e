"""Entities of the whole corpus: each article's own entities led to the ones already known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from ...records import Entity, Findings, Mention, Quotation, Relation, Tenure
from .governments import is_government
from .names import bare_organisation
from .officeholders import tenures_of, with_officeholders
from .person_index import PersonIndex, is_lone
from .person_names import person_name
from .state_bodies import is_common, office
from .tenures import Tenures

LONE_SURNAME = 0.6
Said = TypeVar("Said", bound=Quotation)


class Directory:
    """The entities of a corpus by id, by name and by surname; an id once given never changes.

    Each look-up takes the same time however many entities are known.

    **Misses:** two persons of one full name are one entity; a surname in an article that never
    gives the full name is led to the only person of that surname known so far, who may be
    another; names in other scripts or translations stay apart.
    """

    def __init__(self, entities: Iterable[Entity] = (), offices: Iterable[Tenure] = ()) -> None:
        self._tenures = Tenures(offices)
        self._known: dict[str, Entity] = {}
        self._persons = PersonIndex()
        self._organisations: dict[str, str] = {}
        self._state_bodies: dict[tuple[str, str], str] = {}
        self._aliases: dict[str, set[str]] = defaultdict(set)
        for entity in entities:
            self._remember(entity)

    def join(self, findings: Findings, published: str = "") -> Findings:
        """The findings with every local entity id replaced by the corpus's own.

        A speaker named by office alone is led to who holds it when the article is `published`,
        as this article or those joined before it state.
        """
        ids: dict[str, str] = {}
        doubted: set[str] = set()
        joined: dict[str, Entity] = {}
        for entity in findings.entities:
            target = self._find(entity)
            if self._is_short(entity, self._known[target]) if target else self._is_shared(entity):
                doubted.add(entity.entity_id)
            name = target or self._fresh_id(entity, findings)
            ids[entity.entity_id] = name
            joined[name] = self._remember(replace(entity, entity_id=name))
        found = _renamed(replace(findings, entities=tuple(joined.values())), ids, doubted)
        for tenure in tenures_of(found, self._known, published):
            self._tenures.note(tenure)
        return with_officeholders(found, self._tenures, self._known, published)

    def _find(self, entity: Entity) -> str | None:
        """The known entity that a local one is, or None."""
        if entity.kind == "person":
            return self._persons.find(entity)
        if entity.kind == "organisation":
            return self._find_organisation(entity)
        return entity.entity_id if entity.entity_id in self._known else None

    def _find_organisation(self, entity: Entity) -> str | None:
        """By name, by an alias that only one known organisation has, or by one of its own."""
        key = bare_organisation(entity.name)
        if is_government(entity):
            return self._organisations.get(key)
        if entity.country:
            return self._find_state_body(entity)
        meant = self._aliases.get(key, set())
        if len(meant) > 1 or key in self._organisations:
            return self._organisations.get(key) if len(meant) <= 1 else None
        if meant:
            return next(iter(meant))
        own = {self._organisations.get(bare_organisation(alias)) for alias in entity.aliases}
        found = own - {None}
        known = found.pop() if len(found) == 1 else None
        return None if known and " " in self._known[known].name and " " in key else known

    def _find_state_body(self, entity: Entity) -> str | None:
        """By state and office; else by a name that says whose body it is."""
        for alias in entity.aliases:
            if known := self._state_bodies.get((entity.country, office(alias))):
                return known
        named = self._organisations.get(bare_organisation(entity.name))
        return None if is_common(entity.name) else named

    def _is_short(self, entity: Entity, known: Entity) -> bool:
        """Whether an article gives only a surname of a person known in full."""
        here, there = person_name(entity.name), person_name(known.name)
        return entity.kind == "person" and len(here.key) < len(there.key)

    def _is_shared(self, entity: Entity) -> bool:
        """Whether the article gives only a surname, which several known persons bear."""
        lone = entity.kind == "person" and is_lone(person_name(entity.name))
        return lone and self._persons.shares(entity)

    def _fresh_id(self, entity: Entity, findings: Findings) -> str:
        """The local id, unless it is taken by an entity that the article does not mean."""
        if entity.entity_id not in self._known and not self._is_shared(entity):
            return entity.entity_id
        article = next((mention.article_id for mention in findings.mentions), "")
        return f"{entity.entity_id}.{article}"

    def _remember(self, entity: Entity) -> Entity:
        """The entity as the corpus knows it now, indexed by its names."""
        known = self._known.get(entity.entity_id)
        if known is not None:
            entity = _merged(known, entity)
            if entity == known:
                return known
        self._known[entity.entity_id] = entity
        if entity.kind == "person":
            self._persons.add(entity)
        elif entity.kind == "organisation":
            self._index_organisation(entity)
        return entity

    def _index_organisation(self, entity: Entity) -> None:
        name = bare_organisation(entity.name)
        if is_government(entity):
            self._organisations.setdefault(name, entity.entity_id)
            return
        if entity.country:
            for alias in entity.aliases:
                self._state_bodies.setdefault((entity.country, office(alias)), entity.entity_id)
            if is_common(entity.name):
                return
        self._organisations.setdefault(name, entity.entity_id)
        for alias in entity.aliases:
            if (key := bare_organisation(alias)) != name and " " not in key:
                self._aliases[key].add(entity.entity_id)


def _merged(known: Entity, fresh: Entity) -> Entity:
    """One record of two: the fuller name, all aliases, what is known of country and place."""
    fuller = known.kind in {"person", "organisation"} and len(fresh.name.split()) > len(
        known.name.split()
    )
    return replace(
        known,
        name=fresh.name if fuller else known.name,
        aliases=tuple(sorted({*known.aliases, *fresh.aliases})),
        country=known.country or fresh.country,
        place_id=known.place_id or fresh.place_id,
    )


def _renamed(findings: Findings, ids: Mapping[str, str], doubted: set[str]) -> Findings:
    def of(name: str) -> str:
        return ids.get(name, name)

    def mention(one: Mention) -> Mention:
        sure = LONE_SURNAME if one.entity_id in doubted else 1.0
        confidence = round(one.confidence * sure, 2)
        return replace(one, entity_id=of(one.entity_id), confidence=confidence)

    def relation(one: Relation) -> Relation:
        return replace(one, subject_id=of(one.subject_id), object_id=of(one.object_id))

    return replace(
        findings,
        mentions=tuple(map(mention, findings.mentions)),
        relations=tuple(map(relation, findings.relations)),
        quotations=tuple(_speaking(one, ids) for one in findings.quotations),
        attitudes=tuple(_speaking(one, ids) for one in findings.attitudes),
    )


def _speaking(one: Said, ids: Mapping[str, str]) -> Said:
    about = tuple(ids.get(name, name) for name in one.about_ids)
    return replace(one, speaker_id=ids.get(one.speaker_id, one.speaker_id), about_ids=about)
