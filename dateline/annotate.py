"""An article's findings: extraction, then places, for one article at a time."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from .extract.dating.timexes import find_timexes
from .extract.naming.aliases import resolve_aliases
from .extract.naming.mentions import find_mentions
from .extract.naming.relations import find_relations
from .extract.parse import parse
from .extract.quoting.metonyms import speaking_governments
from .extract.quoting.quotations import find_quotations
from .extract.version import EXTRACTOR
from .places.gazetteer import Gazetteer
from .places.resolve import missed_places, resolve_places
from .records import Article, Entity, Findings, Mention, Toponym, named_place, passages_of

__all__ = ["EXTRACTOR", "annotate"]


def annotate(article: Article, gazetteer: Gazetteer) -> Findings:
    """All that the extractors find in an article, with entity ids local to it.

    Pure: the same article gives the same findings, so articles can be annotated anywhere and in
    any order. `extract.naming.directory` then joins the entities of a corpus.
    """
    parsed = parse(article)
    passages = passages_of(article)
    named = find_mentions(article, parsed, gazetteer)
    named = _in_order((*named, *missed_places(article, passages, named, gazetteer)))
    mentions, entities = resolve_aliases(article, parsed, named, gazetteer)
    timexes = find_timexes(article, parsed)
    quotations, attitudes = find_quotations(article, parsed, mentions, entities, timexes)
    toponyms, places = resolve_places(article, mentions, gazetteer)
    findings = Findings(
        passages=passages,
        mentions=mentions,
        entities=_with_places(entities, mentions, toponyms),
        relations=find_relations(article, parsed, mentions, entities, gazetteer),
        quotations=quotations,
        attitudes=attitudes,
        timexes=timexes,
        toponyms=toponyms,
        places=places,
    )
    return speaking_governments(article, parsed, findings, gazetteer)


def _in_order(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    return tuple(sorted(mentions, key=lambda mention: (mention.start, mention.end)))


def _with_places(
    entities: tuple[Entity, ...], mentions: tuple[Mention, ...], toponyms: tuple[Toponym, ...]
) -> tuple[Entity, ...]:
    entity_of = {mention.mention_id: mention.entity_id for mention in mentions}
    votes: dict[str, Counter[str]] = {}
    for toponym in toponyms:
        place_id = named_place(toponym)
        if place_id:
            entity = entity_of.get(toponym.mention_id, "")
            votes.setdefault(entity, Counter())[place_id] += 1
    return tuple(
        replace(entity, place_id=votes[entity.entity_id].most_common(1)[0][0])
        if entity.kind == "place" and entity.entity_id in votes
        else entity
        for entity in entities
    )
