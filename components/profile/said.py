"""Quotations by an entity and about it, and the articles that name it."""

from __future__ import annotations

import streamlit as st

from components import articles, quotations, state, theme
from components.profile import paging
from components.profile.shown import entity_now, on_event
from data.access import entities

SIZE = 8
ARTICLES = 6
READS = {"by": "By", "about": "About"}
EMPTY = {
    "by": "It is not quoted in this selection.",
    "about": "No quotation in this selection is about it.",
}


@state.view("profile_said")
def draw_quotations() -> None:
    """One of the two lists, with the way to the other."""
    here, entity_id = state.session(), entity_now()
    reads = here.profiling.reads
    first = paging.offset("said", SIZE)
    with st.container(key="profile_said", gap="xsmall"):
        page = entities.quotations(here.brush, entity_id, reads == "by", first, SIZE)
        _which(entity_id)
        told = {
            "title": "Quotations by" if reads == "by" else "Quotations about",
            "count": theme.number(page.total),
            "more": "",
            "empty": "" if page.total else EMPTY[reads],
        }
        quotations.draw_quotations(
            page, "profile_quotations", on_event, brush=here.brush, instead=told
        )
        paging.draw("said", page.total, SIZE)


def _which(entity_id: str) -> None:
    here = state.session()
    found = entities.profile(here.brush, entity_id)
    counts = {"by": found.inside.said, "about": found.inside.about} if found else {}

    def on_change() -> None:
        here.profiling.reads = state.widget(f"said_{entity_id}") or "by"
        here.profiling.pages.pop("said", None)
        here.profiling.turns += 1

    st.segmented_control(
        "Quotations",
        list(READS),
        format_func=lambda one: f"{READS[one]} {theme.number(counts.get(one, 0))}",
        default=here.profiling.reads,
        required=True,
        key=f"said_{entity_id}",
        label_visibility="collapsed",
        on_change=on_change,
    )


@state.view("profile_articles")
def draw_articles() -> None:
    """A page of the articles inside that name or quote it."""
    here, entity_id = state.session(), entity_now()
    with st.container(key="profile_articles", gap="xsmall"):
        page = entities.articles(
            here.brush, entity_id, paging.offset("articles", ARTICLES), ARTICLES
        )
        payload = articles.list_payload(page) | {"count": theme.number(page.inside), "more": ""}
        articles.draw_list(payload, "profile_article_list", on_event)
        paging.draw("articles", page.inside, ARTICLES)
