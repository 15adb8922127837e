"""A small lexicon and short cuts for tests of names, on invented people and real places."""

from __future__ import annotations

from dateline.extract.naming.aliases import resolve_aliases
from dateline.extract.naming.mentions import find_mentions
from dateline.extract.naming.relations import find_relations
from dateline.extract.parse import Parsed, parse
from dateline.records import Article, Entity, Findings, Mention, Part, Relation

COUNTRIES = {
    "peru": "PE",
    "norway": "NO",
    "kenya": "KE",
    "chad": "TD",
    "united states": "US",
    "us": "US",
    "u.s.": "US",
    "united states of america": "US",
    "afghanistan": "AF",
    "libya": "LY",
}
DEMONYMS = {
    "peruvian": "PE",
    "peruvians": "PE",
    "norwegian": "NO",
    "norwegians": "NO",
    "kenyan": "KE",
    "libyan": "LY",
    "libyans": "LY",
    "afghan": "AF",
    "american": "US",
}
PLACES = {
    "lima": "city",
    "oslo": "city",
    "nairobi": "city",
    "tana river": "river",
    "kisumu": "city",
    "mashhad": "city",
}


class SmallLexicon:
    """A handful of countries, peoples and towns."""

    def demonym_country(self, word: str) -> str | None:
        return DEMONYMS.get(word.casefold())

    def country_code(self, name: str) -> str | None:
        return COUNTRIES.get(name.casefold())

    def place_kind(self, name: str) -> str | None:
        return "country" if self.country_code(name) else PLACES.get(name.casefold())


LEXICON = SmallLexicon()


def made(text: str, title: str = "", name: str = "a1") -> Article:
    return Article(name, text, title=title, parts=(Part(0, len(text), "body"),))


def mentions_of(text: str, title: str = "") -> tuple[Mention, ...]:
    article = made(text, title)
    return find_mentions(article, parse(article), LEXICON)


def resolved(
    text: str, name: str = "a1"
) -> tuple[Article, tuple[Parsed, ...], tuple[Mention, ...], tuple[Entity, ...]]:
    article = made(text, name=name)
    parsed = parse(article)
    mentions, entities = resolve_aliases(
        article, parsed, find_mentions(article, parsed, LEXICON), LEXICON
    )
    return article, parsed, mentions, entities


def relations_of(text: str) -> tuple[tuple[Relation, ...], str]:
    article, parsed, mentions, entities = resolved(text)
    return find_relations(article, parsed, mentions, entities, LEXICON), text


def findings_of(text: str, name: str = "a1") -> Findings:
    article, parsed, mentions, entities = resolved(text, name)
    relations = find_relations(article, parsed, mentions, entities, LEXICON)
    return Findings(mentions=mentions, entities=entities, relations=relations)


class NoPlaces:
    """A lexicon that knows nothing."""

    def demonym_country(self, word: str) -> str | None:
        return None

    def country_code(self, name: str) -> str | None:
        return None

    def place_kind(self, name: str) -> str | None:
        return None
