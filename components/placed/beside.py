"""What speaks for the row that is open: its candidates on a map, and its passages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from components import evidence, state, theme
from components.memory import EVIDENCE
from components.typeset.choices import clause_of, open_from
from components.typeset.frontend import Event, mount, register
from components.typeset.text import pieces
from data.access import placing
from data.access.placing import Candidates
from dateline.brush import clause
from dateline.records import NOT_PINNED

from . import chart, words
from .names import opened_row

_renderer = register("candidates")


@state.view("placed_beside")
def beside() -> None:
    """The evidence of the open row; nothing where the list is empty."""
    here = state.session()
    placed = here.placed
    row = opened_row(placing.placing(here.brush, placed.outcome, here.rows), placed.opened)
    key = "placed_opened" if placed.opened else "placed_first"
    with st.container(key=key, gap="xsmall"):
        if not row:
            return
        _head(row)
        if placed.outcome == "ambiguous":
            _candidates(placing.candidates(str(row["toponym_id"])))
        page = placing.evidence(here.brush, placed.outcome, row["key"], placed.passages)
        evidence.draw_passages(page, "placed_passages", on_event)


def _head(row: Mapping[Any, Any]) -> None:
    with st.container(key="placed_head", horizontal=True, vertical_alignment="center"):
        st.subheader(theme.plain(row["name"]), anchor=False, width="stretch")
        if row.get("place_id"):
            _ways(str(row["place_id"]), bool(row.get("selected", False)))
        st.button("Close", key="placed_close", type="tertiary", on_click=_close)
    st.caption(theme.plain(_said(row)))


def _said(row: Mapping[Any, Any]) -> str:
    if not row["count"]:
        return "Not named in this selection."
    counted = f"{words.counted_words(row)} in {theme.counted(int(row['articles']), 'article')}"
    if not row.get("place_id"):
        return f"{counted}. {str(row['reason']).capitalize()}."
    kind = words.kind_words(row)
    if row["precision"] in NOT_PINNED:
        return f"{counted}. Read as {kind}, not pinned on the map. {row['source']}."
    where = words.extent_words(row["precision"], row["radius_km"])
    return f"{counted}. Read as {kind}: {where}, {_position(row)}. {row['source']}."


def _position(row: Mapping[Any, Any]) -> str:
    north, east = float(row["latitude"]), float(row["longitude"])
    ns, ew = "N" if north >= 0 else "S", "E" if east >= 0 else "W"
    return f"{abs(north):.2f}° {ns}, {abs(east):.2f}° {ew}"


def _ways(place_id: str, is_chosen: bool) -> None:
    st.button(
        "Show in Explore",
        key="placed_show",
        type="tertiary",
        on_click=state.show_in,
        args=("explore", clause("place", place_id)),
    )
    st.button(
        "Take out" if is_chosen else "Choose",
        key="placed_choose",
        type="tertiary",
        help="Choose this place in all views, or take it out again",
        on_click=state.choose,
        args=(clause("place", place_id), True),
    )


def _candidates(found: Candidates | None) -> None:
    if found is None:
        return
    spots = [spot for spot in map(_spot, candidate_rows(found)) if spot]
    if spots:
        chart.draw(spots, f"placed_map_{found.toponym.toponym_id}")
    mount(_renderer, candidates_payload(found), "placed_candidates", on_event)


def candidate_rows(found: Candidates) -> list[dict[str, Any]]:
    """The candidates in their order, each with its place where that is known."""
    return [
        {
            "rank": rank,
            "name": one.name,
            "score": one.score,
            "reason": one.reason,
            "chosen": one.place_id == found.toponym.place_id,
            "id": one.place_id,
            "place": found.places.get(one.place_id),
        }
        for rank, one in enumerate(found.toponym.candidates, start=1)
    ]


def _spot(row: Mapping[str, Any]) -> chart.Spot | None:
    place = row["place"]
    if place is None or place.precision in NOT_PINNED:
        return None
    said = f"score {row['score']:.2f} · {'chosen' if row['chosen'] else 'not chosen'}"
    at = [round(place.longitude, 3), round(place.latitude, 3)]
    return {"at": at, "rank": row["rank"], "name": row["name"], "said": said,
            "chosen": row["chosen"]}  # fmt: skip


def candidates_payload(found: Candidates) -> dict[str, Any]:
    """What the browser needs to draw the candidates, as plain JSON."""
    rows = candidate_rows(found)
    lead = "" if found.lead is None else f"leads the next one elsewhere by {found.lead:.2f}"
    return {
        "title": "Candidates",
        "count": lead or "no other place elsewhere of that name",
        "rows": [
            {
                "id": f"{row['rank']} {row['id']}",
                "rank": row["rank"],
                "name": pieces(row["name"]),
                "score": f"{row['score']:.2f}",
                "reason": pieces(row["reason"]),
                "chosen": row["chosen"],
                "note": "" if _spot(row) else "not on the map",
            }
            for row in rows
        ],
        "more": "",
        "empty": "" if rows else "The corpus keeps no candidates of this name.",
        "height": None,
    }


def on_event(event: Event) -> None:
    """More passages, an article, or a day of publication for the Brush."""
    here, chosen = state.session(), clause_of(event, ("published",))
    if chosen:
        state.choose(chosen)
    elif event["field"] == "more":
        here.placed.passages += EVIDENCE
        st.rerun(["placed_beside"])
    else:
        open_from(event)


def _close() -> None:
    state.session().placed.opened = ""
    st.rerun(["placed_names", "placed_beside"])
