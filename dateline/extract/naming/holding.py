"""Who holds which office, and who speaks for whom, by the roles beside names and by verbs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...lexicon import PlaceLexicon
from ...records import Article, Mention, Relation, RelationKind, Status, finding_id
from ..parse import Parsed
from .appointed import Told, may_tell, told_offices
from .context import Context
from .leading import led_bodies, may_lead
from .lines import Line
from .office_phrases import Role
from .offices import Office, country_of, read_office
from .roles import office_after, role_beside
from .shared_offices import COUNTERPART, PLURAL, country_after, matched_office, sharers, singular
from .spokes import Bodies, Body

SPEAKS: RelationKind = "spokesperson_for"
SHOUTED = 5


def find_holders(
    article: Article,
    parsed: Sequence[Parsed],
    mentions: Sequence[Mention],
    lexicon: PlaceLexicon,
) -> Iterator[Relation]:
    """The offices that roles and verbs state, as relations, in the order of the names."""
    persons = [mention for mention in mentions if mention.label == "PERSON"]
    holders = [one for one in persons if one.role or _is_told(article.text, one)]
    context = Context(article, _read_for(holders, parsed), lexicon)
    finder = _Finder(context, mentions)
    lines = iter(context.lines)
    before, line = None, next(lines, None)
    for mention in holders:
        while line is not None and line.stop < mention.end:
            before, line = line, next(lines, None)
        if line is None:
            return
        yield from finder.of(mention, line, before)


def _is_told(text: str, mention: Mention) -> bool:
    return may_tell(text, mention) or may_lead(text, mention)


def _read_for(holders: Sequence[Mention], parsed: Sequence[Parsed]) -> list[Parsed]:
    """The passages of the holders, each after the one before it."""
    where = {mention.passage_id for mention in holders}
    holds = [one.passage.passage_id in where for one in parsed]
    return [one for number, one in enumerate(parsed) if any(holds[number : number + 2])]


class _Finder:
    def __init__(self, context: Context, mentions: Sequence[Mention]) -> None:
        self.context, self.lexicon = context, context.lexicon
        self.text = context.article.text
        self.bodies = Bodies(self.text, mentions)
        self.by_start = {mention.start: mention for mention in mentions}
        self.names_end = {one.end for one in mentions if one.label == "PERSON"}
        self.last: tuple[str, str] = "", ""
        """The passage and the name of the office stated last."""

    def of(self, mention: Mention, line: Line, before: Line | None) -> Iterator[Relation]:
        """The offices of one person, by verb and by the role beside the name."""
        told = [
            *told_offices(self.context, line, mention),
            *led_bodies(self.context, line, mention),
        ]
        for one in told:
            yield from self._told(one)
        for role in self._roles(mention, line):
            if not any(one.role.overlaps(role) for one in told):
                yield from self._beside(mention, role, line, before)

    def _roles(self, mention: Mention, line: Line) -> list[Role]:
        """The office before the name and that in apposition: "Gen. Ana Ruiz, the army chief"."""
        role = role_beside(self.context, mention, line) if mention.role else None
        if role is None or role.start > mention.start:
            return [role] if role else []
        after = office_after(self.context, mention, line)
        return [role, after] if after else [role]

    def _beside(
        self, mention: Mention, role: Role, line: Line, before: Line | None
    ) -> Iterator[Relation]:
        is_anothers = role.start > mention.end and role.end in self.names_end
        is_shout = role.text.isupper() and role.text.count(" ") >= SHOUTED
        if not role.is_office or is_anothers or is_shout:
            return
        if COUNTERPART.search(role.text):
            yield from self._counterpart(mention, role)
            return
        body = self.bodies.of(role, line, before)
        yield from self._spoken(mention, role, body) if body else self._held(mention, role)

    def _told(self, told: Told) -> Iterator[Relation]:
        office = read_office(told.role.text, self.lexicon)
        if office is not None:
            status = told.status if told.status == "former" else office.status
            yield self._holds(told.mention, told.role, replace(office, status=status))

    def _held(self, mention: Mention, role: Role) -> Iterator[Relation]:
        """The office beside the name, of each who shares it in the plural."""
        office = self._read(role)
        if office is None:
            return
        is_plural = bool(PLURAL.search(role.text)) and role.end < mention.start
        others = sharers(self.text, mention, self.by_start, self.lexicon) if is_plural else ()
        for one in (mention, *others):
            country, _ = country_after(self.text, one, self.by_start, self.lexicon)
            yield self._holds(one, role, replace(office, country=office.country or country))

    def _read(self, role: Role) -> Office | None:
        office = read_office(singular(role.text), self.lexicon)
        is_past = office is not None and role.is_past
        return replace(office, status="former") if office and is_past else office

    def _counterpart(self, mention: Mention, role: Role) -> Iterator[Relation]:
        """ "The Kenyan president met his Libyan counterpart, Ana Ruiz": president of Libya."""
        passage, name = self.last
        country = country_of(role.text, self.lexicon)
        name = matched_office(name) if passage == mention.passage_id else ""
        if name and country:
            yield self._holds(mention, role, Office(name, country, "current"))

    def _spoken(self, mention: Mention, role: Role, body: Body) -> Iterator[Relation]:
        office = self._read(role)
        is_own = body.mention is not None and body.mention.entity_id == mention.entity_id
        if office is not None and not is_own:
            object_id = body.mention.entity_id if body.mention else ""
            yield self._relation(mention, role, SPEAKS, body.text, office.status, object_id)

    def _holds(self, mention: Mention, role: Role, office: Office) -> Relation:
        self.last = mention.passage_id, office.name
        made = self._relation(mention, role, "holds_office", office.name, office.status)
        return replace(made, country=office.country)

    def _relation(
        self,
        mention: Mention,
        role: Role,
        kind: RelationKind,
        words: str,
        status: Status,
        object_id: str = "",
    ) -> Relation:
        start, end = min(role.start, mention.start), max(role.end, mention.end)
        name = finding_id("r", mention.article_id, start, end)
        return Relation(
            start, end, f"{name}.{kind}", mention.entity_id, kind, object_id, words, "", status,
            mention.article_id, mention.passage_id,
        )  # fmt: skip
