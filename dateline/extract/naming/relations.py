"""What the persons, organisations and places of an article are to each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...lexicon import PlaceLexicon
from ...records import Article, Entity, Mention, Relation, RelationKind, Status, finding_id
from ..parse import Parsed
from .context import Context
from .kinship import Tie, find_ties
from .offices import read_office
from .roles import Role, role_beside
from .spokes import Bodies, Body

SPEAKS: RelationKind = "spokesperson_for"


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

    **Misses:** relations across sentences; offices given by a verb ("chairs the board");
    members named in a list; what only world knowledge tells.
    """
    known = {entity.entity_id for entity in entities}
    usable = [mention for mention in mentions if mention.entity_id in known]
    offices = list(_offices(article, parsed, usable, lexicon))
    spoken = {(one.subject_id, one.passage_id) for one in offices if one.kind == SPEAKS}
    ties = [
        tie
        for tie in _ties(article, usable, lexicon)
        if tie.kind != SPEAKS or (tie.subject_id, tie.passage_id) not in spoken
    ]
    found = [*offices, *ties]
    unique = {relation.relation_id: relation for relation in reversed(found)}
    return tuple(sorted(unique.values(), key=lambda one: (one.start, one.end, one.kind)))


def _offices(
    article: Article,
    parsed: Sequence[Parsed],
    mentions: Sequence[Mention],
    lexicon: PlaceLexicon,
) -> Iterator[Relation]:
    holders = [mention for mention in mentions if mention.role and mention.label == "PERSON"]
    bodies = Bodies(article.text, mentions)
    names_end = {mention.end for mention in mentions if mention.label == "PERSON"}
    context = Context(article, _read_for(holders, parsed), lexicon)
    lines = iter(context.lines)
    before, line = None, next(lines, None)
    for mention in holders:
        while line is not None and line.stop < mention.end:
            before, line = line, next(lines, None)
        role = role_beside(context, mention, line) if line is not None else None
        if role is None or line is None or not role.is_office:
            continue
        is_anothers = role.start > mention.end and role.end in names_end
        if not is_anothers:
            yield from _office(article, mention, role, bodies.of(role, line, before), lexicon)


def _read_for(holders: Sequence[Mention], parsed: Sequence[Parsed]) -> list[Parsed]:
    """The passages of the holders, each after the one before it."""
    where = {mention.passage_id for mention in holders}
    holds = [one.passage.passage_id in where for one in parsed]
    return [one for number, one in enumerate(parsed) if any(holds[number : number + 2])]


def _office(
    article: Article, mention: Mention, role: Role, body: Body | None, lexicon: PlaceLexicon
) -> Iterator[Relation]:
    office = read_office(role.text, lexicon)
    if office is None:
        return
    start, end = min(role.start, mention.start), max(role.end, mention.end)
    status = "former" if role.is_past and office.status == "current" else office.status
    if body is None:
        yield _relation(
            article, mention, "holds_office", start, end,
            object_text=office.name, country=office.country, status=status,
        )  # fmt: skip
    elif body.mention is None or body.mention.entity_id != mention.entity_id:
        object_id = body.mention.entity_id if body.mention else ""
        yield _relation(
            article, mention, SPEAKS, start, end,
            object_id=object_id, object_text=body.text, status=status,
        )  # fmt: skip


def _ties(
    article: Article, mentions: Sequence[Mention], lexicon: PlaceLexicon
) -> Iterator[Relation]:
    for tie in find_ties(article.text, mentions, lexicon):
        target = tie.object.entity_id if tie.object else ""
        country = tie.kind == "located_in" and lexicon.country_code(tie.subject.surface)
        if target != tie.subject.entity_id and not country:
            yield _tied(article, tie, target)


def _tied(article: Article, tie: Tie, target: str) -> Relation:
    return _relation(
        article, tie.subject, tie.kind, tie.start, tie.end,
        object_id=target, object_text=tie.object_text,
    )  # fmt: skip


def _relation(
    article: Article,
    subject: Mention,
    kind: RelationKind,
    start: int,
    end: int,
    *,
    object_id: str = "",
    object_text: str = "",
    country: str = "",
    status: Status = "current",
) -> Relation:
    name = finding_id("r", article.article_id, start, end)
    return Relation(
        start, end, f"{name}.{kind}", subject.entity_id, kind, object_id, object_text,
        country, status, article.article_id, subject.passage_id,
    )  # fmt: skip
