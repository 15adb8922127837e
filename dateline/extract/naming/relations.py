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


def find_relations(
    article: Article,
    parsed: Sequence[Parsed],
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    lexicon: PlaceLexicon,
) -> tuple[Relation, ...]:
    """The relations that the article states, each with the span that says so, in order.

    **Misses:** relations across sentences; offices given by a verb ("was elected mayor");
    members named in a list; what only world knowledge tells.
    """
    known = {entity.entity_id for entity in entities}
    usable = [mention for mention in mentions if mention.entity_id in known]
    found = [*_offices(article, parsed, usable, lexicon), *_ties(article, usable, lexicon)]
    unique = {relation.relation_id: relation for relation in reversed(found)}
    return tuple(sorted(unique.values(), key=lambda one: (one.start, one.end, one.kind)))


def _offices(
    article: Article,
    parsed: Sequence[Parsed],
    mentions: Sequence[Mention],
    lexicon: PlaceLexicon,
) -> Iterator[Relation]:
    holders = [mention for mention in mentions if mention.role and mention.label == "PERSON"]
    where = {mention.passage_id for mention in holders}
    context = Context(article, [p for p in parsed if p.passage.passage_id in where], lexicon)
    lines = iter(context.lines)
    line = next(lines, None)
    for mention in holders:
        while line is not None and line.stop < mention.end:
            line = next(lines, None)
        role = role_beside(context, mention, line) if line is not None else None
        if role is not None and role.is_office:
            yield from _office(article, mention, role, lexicon)


def _office(
    article: Article, mention: Mention, role: Role, lexicon: PlaceLexicon
) -> Iterator[Relation]:
    office = read_office(role.text, lexicon)
    if office is None:
        return
    start, end = min(role.start, mention.start), max(role.end, mention.end)
    yield _relation(
        article, mention, "holds_office", start, end,
        object_text=office.name, country=office.country, status=office.status,
    )  # fmt: skip


def _ties(
    article: Article, mentions: Sequence[Mention], lexicon: PlaceLexicon
) -> Iterator[Relation]:
    for tie in find_ties(article.text, mentions):
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
