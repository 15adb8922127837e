"""The line that narrows: the facets, and what is chosen as chips that take it out again."""

from __future__ import annotations

from typing import Any

from streamlit.delta_generator import DeltaGenerator

from components import facets, state
from components.guarded import Same
from components.typeset.frontend import Event, mount, register
from data import access
from dateline.brush import Brush, Clause, clause, clause_words

VIEWS = ("chips", "facets")
"""Fragment keys of the line."""
_renderer = register("chips", shared="nodes")


def draw(line: DeltaGenerator) -> None:
    """The facets, and beside them a chip a clause; the line keeps its height without one."""
    with line.container(key="facets", width="content"):
        facets.draw()
    with line:
        _chips()


def _shows() -> tuple[Same, bool]:
    here = state.session()
    return Same(_labels(here.brush)), here.page != "entities"


@state.view("chips", shows=_shows)
def _chips() -> None:
    here = state.session()
    mount(_renderer, payload(here.brush, here.page != "entities"), "chips", on_event)


def payload(brush: Brush, with_profiles: bool) -> dict[str, Any]:
    """What the browser needs to draw the chips, as plain JSON."""
    return {
        "chips": [_chip(c, label, with_profiles) for c, label in _labels(brush)],
        "clears": bool(brush),
    }


def _labels(brush: Brush) -> list[tuple[Clause, str]]:
    return access.kept(
        ("labels", brush.clauses),
        lambda: [(c, _flat(clause_words(c, access.name_of))) for c in brush.clauses],
    )


def _chip(c: Clause, label: str, with_profiles: bool) -> dict[str, str]:
    is_named = with_profiles and c.field in ("entity", "speaker")
    profile = f"All on {_flat(access.name_of(c.field, c.values[0]))}" if is_named else ""
    return {"field": c.field, "label": label, "profile": profile}


def _flat(text: str) -> str:
    return " ".join(text.split())


def on_event(event: Event) -> None:
    """Take out what was pressed, or all; or open its profile."""
    brush, asked = state.session().brush, event["field"]
    if asked == "clear":
        state.commit(Brush(scope=brush.scope))
    chosen = next((c for c in brush.clauses if c.field == event.get("value")), None)
    if chosen and asked == "remove":
        state.commit(brush.without(chosen.field))
    elif chosen and asked == "profile":
        state.show_in("entities", clause("entity", *chosen.values))
