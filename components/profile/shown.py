"""Which entity is shown, and what a click on another asks for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from components import keeping, state
from components.typeset.choices import clause_of, open_from
from data.access.entities import What
from dateline.brush import clause

FIELDS = ("place", "published", "spoken")
"""Fields of the Brush that a click on this screen may choose a value of; it is never of the
entity or the speaker: these open their profile."""


def entity_now() -> str:
    """The entity whose profile is shown; empty where the list is."""
    chosen = state.session().brush.clause_on("entity")
    return chosen.values[0] if chosen else ""


def open_profile(entity_id: str) -> None:
    """Show another profile, in place of the entities chosen before. For callbacks only."""
    state.commit(state.session().brush.with_clause(clause("entity", entity_id)))


def put_first(entity_id: str) -> None:
    """Show another of the chosen entities; all of them stay chosen. For callbacks only."""
    brush = state.session().brush
    chosen = brush.clause_on("entity")
    others = [value for value in (chosen.values if chosen else ()) if value != entity_id]
    state.commit(brush.with_clause(clause("entity", entity_id, *others)))


def close() -> None:
    """Go back to the list. For callbacks only."""
    state.commit(state.session().brush.without("entity"))


def on_event(event: Mapping[str, Any]) -> None:
    """A profile, the passages of a row, an article, or a clause of the Brush."""
    if keeping.on_event(event, "entities"):
        return
    value, what = event.get("value"), event.get("what")
    if event.get("field") in ("profile", "speaker") and isinstance(value, str):
        open_profile(value)
    asked = next((one for one in get_args(What) if one == what), None)
    if event.get("field") == "told" and asked and isinstance(value, str):
        profiling = state.session().profiling
        profiling.told = asked, value, str(event.get("words", ""))
        profiling.pages.pop("told", None)
        profiling.turns += 1
        state.redraw("profile_told")
    chosen = clause_of(event, FIELDS)
    if chosen:
        state.choose(chosen, add=bool(event.get("add")))
    open_from(event)
