"""The entities of the corpus in use, and the profile of one of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import Literal

import pandas as pd
import streamlit as st

from dateline.brush import Brush, clause, from_query
from dateline.query import Index, Page
from dateline.query import network as networks
from dateline.query.articles import ArticlesPage, articles_page, ranked_articles
from dateline.query.entities import EntitiesPage, EntitySort, entities_view
from dateline.query.layout import HIGH, WIDE
from dateline.query.network import NODES, Company, Network
from dateline.query.profile import Days, Profile, Tally, profile_view
from dateline.query.relations import Statements, relations, roles
from dateline.query.told import (
    What,
    asked,
    company_table,
    listed_table,
    mentions_table,
    passages_told,
    places_table,
    said_view,
    statements_table,
    ties_table,
)

from .views import _current, _index, open_index
from .written import Form, Wanted, forms_of, written_frame

__all__ = [
    "HIGH",
    "NODES",
    "WIDE",
    "Around",
    "Company",
    "Days",
    "EntitiesPage",
    "EntitySort",
    "Network",
    "Profile",
    "Said",
    "Statements",
    "Table",
    "Tally",
    "What",
    "around",
    "articles",
    "entities",
    "file_of",
    "forms",
    "listed_file",
    "profile",
    "quotations",
    "said_of",
    "told",
]
Said = Literal["role", "relation"]
Table = Literal[
    "mentions", "roles", "relations", "places", "company", "ties", "by", "about", "articles"
]
Kinds = tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Around:
    """With whom an entity is named, and the strongest of them as a network."""

    company: Company
    network: Network


@st.cache_resource(max_entries=60, show_spinner=False)
def _entities(
    path: str,
    mark: str,
    brush: str,
    words: str,
    kinds: Kinds,
    sort: EntitySort,
    offset: int,
    limit: int,
) -> EntitiesPage:
    index = _index(path, mark)
    return entities_view(index, from_query(brush)[0], words, kinds, sort, offset, limit)


@st.cache_resource(max_entries=60, show_spinner=False)
def _profile(path: str, mark: str, brush: str, entity_id: str) -> Profile | None:
    return profile_view(_index(path, mark), from_query(brush)[0], entity_id)


@st.cache_resource(max_entries=60, show_spinner=False)
def _said_of(path: str, mark: str, brush: str, entity_id: str, what: Said) -> Statements:
    index = _index(path, mark)
    code = index.entities.code_of(entity_id)
    found = roles if what == "role" else relations
    return found(index, from_query(brush)[0], -1 if code is None else code)


@st.cache_resource(max_entries=60, show_spinner=False)
def _around(path: str, mark: str, brush: str, entity_id: str, kinds: Kinds) -> Around:
    index, chosen = _index(path, mark), from_query(brush)[0]
    found = networks.company(index, chosen, entity_id, kinds)
    return Around(found, networks.network(index, chosen, entity_id, found))


@st.cache_resource(max_entries=120, show_spinner=False)
def _quotations(
    path: str, mark: str, brush: str, entity_id: str, is_by: bool, offset: int, limit: int
) -> Page:
    return said_view(_index(path, mark), from_query(brush)[0], entity_id, is_by, offset, limit)


@st.cache_resource(max_entries=60, show_spinner=False)
def _articles(path: str, mark: str, brush: str, offset: int, limit: int) -> ArticlesPage:
    index, chosen = _index(path, mark), from_query(brush)[0]
    ranked = ranked_articles(index, chosen)
    page = articles_page(index, chosen, ranked[offset:], limit)
    return replace(page, inside=len(ranked))


@st.cache_resource(max_entries=120, show_spinner=False)
def _told(
    path: str,
    mark: str,
    brush: str,
    entity_id: str,
    what: What,
    value: str,
    offset: int,
    limit: int,
) -> Page:
    index = _index(path, mark)
    found, is_inside = asked(index, from_query(brush)[0], entity_id, what, value)
    page = passages_told(index, found, offset, limit)
    return page if is_inside else replace(page, inside=0)


def _rest(brush: Brush) -> str:
    """The Brush without its clause on entities, which filters nothing on these screens."""
    return brush.without("entity").to_query()


def entities(
    brush: Brush,
    words: str = "",
    kinds: Collection[str] = (),
    sort: EntitySort = "mentions",
    offset: int = 0,
    limit: int = 40,
) -> EntitiesPage:
    """Some of the entities named or quoted inside the Brush."""
    chosen = tuple(sorted(kinds))
    return _entities(*_current(), _rest(brush), words.strip(), chosen, sort, offset, limit)


def profile(brush: Brush, entity_id: str) -> Profile | None:
    """One entity inside the Brush; None where the corpus does not have it."""
    return _profile(*_current(), _rest(brush), entity_id)


def said_of(brush: Brush, entity_id: str, what: Said) -> Statements:
    """The roles that articles give an entity, or its relations."""
    return _said_of(*_current(), _rest(brush), entity_id, what)


def around(brush: Brush, entity_id: str, kinds: Collection[str] = ()) -> Around:
    """With whom an entity is named in one passage."""
    return _around(*_current(), _rest(brush), entity_id, tuple(sorted(kinds)))


def quotations(brush: Brush, entity_id: str, is_by: bool, offset: int = 0, limit: int = 10) -> Page:
    """Some of the quotations by an entity, or about it; the newest first."""
    return _quotations(*_current(), _rest(brush), entity_id, is_by, offset, limit)


def articles(brush: Brush, entity_id: str, offset: int = 0, limit: int = 10) -> ArticlesPage:
    """Some of the articles with a passage inside that names or quotes an entity, newest first."""
    return _articles(*_current(), _with(brush, entity_id).to_query(), offset, limit)


def told(
    brush: Brush, entity_id: str, what: What, value: str, offset: int = 0, limit: int = 8
) -> Page:
    """Some of the passages that speak for a row of a profile, with the words that do.

    Where none is inside the Brush they are those of the whole corpus.
    """
    return _told(*_current(), _rest(brush), entity_id, what, value, offset, limit)


def _with(brush: Brush, entity_id: str) -> Brush:
    return brush.with_clause(clause("entity", entity_id))


def forms(table: Table) -> tuple[Form, ...]:
    """The formats that make sense for a part of a profile."""
    return forms_of(FILED[table])


def file_of(wanted: Wanted, entity_id: str, table: Table, kinds: Collection[str] = ()) -> bytes:
    """One part of a profile as a file, each row with its article, span, passage and method.

    Args:
        kinds: of company and ties, as in `around`.
    """
    index, brush = open_index(), wanted.brush

    def paired() -> Around:
        return around(brush, entity_id, kinds)

    made: Mapping[Table, Callable[[], pd.DataFrame]] = {
        "mentions": lambda: mentions_table(index, brush, entity_id),
        "roles": lambda: statements_table(index, said_of(brush, entity_id, "role")),
        "relations": lambda: statements_table(index, said_of(brush, entity_id, "relation")),
        "places": lambda: places_table(index, brush, entity_id),
        "company": lambda: company_table(index, brush, entity_id, paired().company),
        "ties": lambda: ties_table(index, brush, paired().network),
        "by": lambda: said_view(index, brush, entity_id, True, limit=None).frame,
        "about": lambda: said_view(index, brush, entity_id, False, limit=None).frame,
        "articles": lambda: _articles_table(index, _with(brush, entity_id)),
    }
    return _written(made[table](), FILED[table], wanted)


def listed_file(
    wanted: Wanted, words: str = "", kinds: Collection[str] = (), sort: EntitySort = "mentions"
) -> bytes:
    """The whole list of entities as a file, each with the newest passage that names it."""
    index, brush = open_index(), wanted.brush
    found = entities_view(index, brush, words, tuple(kinds), sort, limit=None)
    frame = listed_table(index, brush, found).rename(columns={"total": "mentions_in_all"})
    return _written(frame, "entities", wanted)


def _articles_table(index: Index, brush: Brush) -> pd.DataFrame:
    ranked = ranked_articles(index, brush)
    return articles_page(index, brush, ranked, len(ranked)).frame


FILED: Mapping[Table, str] = {
    **{"mentions": "named", "roles": "roles", "relations": "said_relations", "places": "named_in"},
    **{"company": "company", "ties": "ties", "by": "quotations", "about": "quotations"},
    "articles": "articles",
}
"""What the table of each part is called; which formats can hold it goes by that."""
_UNWRITTEN = ["published", "updated", "inside", "key"]
_NAMES = {
    "published_iso": "published",
    "updated_iso": "updated",
    "passage_text": "passage",
    "surface": "name_as_written",
    "times": "times_expected",
    "strength": "log_likelihood_ratio",
}


def _written(frame: pd.DataFrame, name: str, wanted: Wanted) -> bytes:
    shown = frame.drop(columns=_UNWRITTEN, errors="ignore").rename(columns=_NAMES)
    return written_frame(shown, name, wanted)
