"""Entities: the list of all that is named under the Brush, or the profile of one of them.

The profile is of the first value of the Brush's clause on entities; its other values are offered
above it, and all other clauses apply to what it shows. So a link is a view, here as elsewhere.
"""

from __future__ import annotations

import streamlit as st

from components import state
from components.profile import company, days, directory, facts, head, passages, said
from components.profile.paging import begin
from components.profile.shown import entity_now
from data.access import entities

VIEWS = ("entities",)
"""Fragment keys that a new Brush redraws."""


@state.view("entities")
def draw() -> None:
    """The list, or the profile of the entity that the Brush names first."""
    here = state.session()
    begin(here.brush)
    found = entities.profile(here.brush, entity_now()) if entity_now() else None
    if found is None:
        directory.draw()
        return
    head.draw(found)
    with st.container(key="profile", gap="medium"):
        days.draw(found)
        left, right = st.columns([61, 39], gap="large")
        with left:
            said.draw_quotations()
        with right:
            facts.draw()
        company.draw()
        said.draw_articles()
    passages.draw()
