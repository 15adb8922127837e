"""The head of a profile: who it is, how often it is named and quoted, and the ways from here."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from components import keeping, picture, state, taking, theme
from components.profile.shown import close, on_event, put_first
from components.profile.words import days_words
from components.visit import Session
from data import access
from data.access import entities, pictures
from data.access.entities import Profile, Table
from data.access.pictures import Paper
from dateline.brush import Brush, clause

FILES: dict[Table, str] = {
    "mentions": "Mentions, with names and days",
    "roles": "Roles",
    "relations": "Relations",
    "places": "Places",
    "company": "Named with",
    "ties": "Ties of the network",
    "by": "Quotations by",
    "about": "Quotations about",
    "articles": "Articles",
}
ROLES = 2
COUNTED = {
    "mentions": ("mention", "mentions"),
    "articles": ("article", "articles"),
    "said": ("quotation by", "quotations by"),
    "about": ("quotation about", "quotations about"),
}


def draw(found: Profile) -> None:
    """Ways, name, line of roles, counts."""
    with st.container(key="profile_head", gap=None):
        _ways()
        with st.container(key="profile_name", horizontal=True, vertical_alignment="center"):
            st.header(f"{theme.kind_mark(found.kind)} {theme.plain(found.name)}", anchor=False)
        keeping.draw_on(f"entity:{found.entity_id}", "profile_keeping", on_event)
        st.caption(theme.plain(_who(found)))
        with st.container(key="profile_counts", horizontal=True, vertical_alignment="center"):
            _counts(found)
        if not (found.inside.mentions or found.inside.said or found.inside.about):
            _nothing()


def _who(found: Profile) -> str:
    """person, AF: President; former vice-president."""
    roles = entities.said_of(state.session().brush, found.entity_id, "role").grouped
    named = [str(words) for words in roles["words"].head(ROLES)]
    country = access.name_of("region", found.country) if found.country else ""
    return " · ".join(part for part in (found.kind, country, *named) if part)


def _ways() -> None:
    chosen = state.session().brush.clause_on("entity")
    first, *others = chosen.values if chosen else ("",)
    with st.container(key="profile_ways", horizontal=True, vertical_alignment="center"):
        st.button("All entities", key="profile_close", icon=":material/arrow_back:",
                  type="tertiary", on_click=close)  # fmt: skip
        for other in others:
            name = theme.plain(theme.shortened(access.name_of("entity", other), 30))
            st.button(f"Show {name}", key=f"profile_also_{other}", type="tertiary",
                      help="Chosen too", on_click=put_first, args=(other,))  # fmt: skip
        st.button("Show in Explore", key="profile_explore", type="tertiary",
                  on_click=state.go, args=("explore",))  # fmt: skip
        _exports(first)
        picture.draw("days", _picture(state.session(), first))


def _picture(here: Session, entity_id: str) -> Callable[[Paper], bytes]:
    return lambda paper: pictures.days_picture(here.brush, entity_id, paper)


def _exports(entity_id: str) -> None:
    here = state.session()
    tables = {table: _table(entity_id, table, name) for table, name in FILES.items()}
    caption = "What this profile shows, each row with its article, passage and method"
    taking.popover("profile_exports", tables, here.brush, caption)


def _table(entity_id: str, table: Table, name: str) -> taking.Table:
    kinds = state.session().profiling.company
    return taking.Table(
        name,
        f"dateline-{table}-of-{entity_id}",
        entities.forms(table),
        lambda wanted, _part: entities.file_of(wanted, entity_id, table, kinds),
    )


def _counts(found: Profile) -> None:
    for name, (one, many) in COUNTED.items():
        inside, total = getattr(found.inside, name), getattr(found.total, name)
        said = f"**{theme.number(inside)}** "
        said += f"of {theme.number(total)} " if inside != total else ""
        with st.container(key=f"count_profile_{name}", width="content"):
            st.markdown(said + (one if total == 1 else many))
    days = days_words(found.inside.first, found.inside.last)
    if days:
        with st.container(key="count_profile_days", width="content"):
            st.markdown(f"in articles of **{days}**")


def _nothing() -> None:
    with st.container(key="profile_nothing", horizontal=True, vertical_alignment="center"):
        st.text("Not named in this selection.", width="content")
        st.button("Look at the whole corpus", key="profile_all", type="tertiary", on_click=_all)


def _all() -> None:
    brush = state.session().brush
    chosen = brush.clause_on("entity")
    state.commit(Brush((clause("entity", *chosen.values),) if chosen else (), brush.scope))
