"""What the persons, organisations and places of an article are to each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...lexicon import PlaceLexicon
from ...records import Article, Entity, Mention, Relation, finding_id
from ..parse import Parsed
from .holding import SPEAKS, find_holders
from .kinship import Tie
from .ties import find_ties


def find_relations(
    article: Article,
    parsed: Sequence[Parsed],
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    lexicon: PlaceLexicon,
) -> tuple[Relation, ...]:
    """The relations that the article states, each with the span that says so, in order.

    Who speaks for a body that the text names speaks for it (`spokesperson_for`) and holds no
    office; who speaks for one that it leaves open holds the office of spokesperson.

    **Misses:** relations across paragraphs; offices to come ("will become mayor"); members named
    in a list; ties to a body or person that no name stands for, but for kin and members; what
    only world knowledge tells.
    """
    known = {entity.entity_id for entity in entities}
    usable = [mention for mention in mentions if mention.entity_id in known]
    offices = list(find_holders(article, parsed, usable, lexicon))
    spoken = {(one.subject_id, one.passage_id) for one in offices if one.kind == SPEAKS}
    ties = [
        tie
        for tie in _ties(article, usable, lexicon)
        if tie.kind != SPEAKS or (tie.subject_id, tie.passage_id) not in spoken
    ]
    found = [*offices, *ties]
    unique = {relation.relation_id: relation for relation in reversed(found)}
    return tuple(sorted(unique.values(), key=lambda one: (one.start, one.end, one.kind)))


def _ties(
    article: Article, mentions: Sequence[Mention], lexicon: PlaceLexicon
) -> Iterator[Relation]:
    for tie in find_ties(article.text, mentions, lexicon):
        target = tie.object.entity_id if tie.object else ""
        country = tie.kind == "located_in" and lexicon.country_code(tie.subject.surface)
        if target != tie.subject.entity_id and not country:
            yield _tied(article, tie, target)


def _tied(article: Article, tie: Tie, target: str) -> Relation:
    name = finding_id("r", article.article_id, tie.start, tie.end)
    return Relation(
        tie.start, tie.end, f"{name}.{tie.kind}", tie.subject.entity_id, tie.kind, target,
        tie.object_text, tie.country, tie.status, article.article_id, tie.subject.passage_id,
    )  # fmt: skip
