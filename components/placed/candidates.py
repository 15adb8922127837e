"""What an open name may mean: the candidates with their reasons, on a map and as a list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from components import picture, state
from components.typeset.frontend import mount, register
from components.typeset.text import pieces
from components.visit import Session
from data.access import pictures
from data.access.pictures import Paper, Spot
from data.access.placing import Candidates
from dateline.records import NOT_PINNED

from . import chart

_renderer = register("candidates")


def draw(found: Candidates | None, name: str) -> None:
    """The map and the list; nothing where the corpus has no such mention."""
    if found is None:
        return
    spots = [spot for spot in map(_spot, candidate_rows(found)) if spot]
    if spots:
        chart.draw(spots, f"placed_map_{found.toponym.toponym_id}")
        picture.draw("candidates", _picture(found, name, state.session()))
    mount(_renderer, candidates_payload(found), "placed_candidates", lambda _event: None)


def _picture(found: Candidates, name: str, here: Session) -> Callable[[Paper], bytes]:
    def made(paper: Paper) -> bytes:
        rows = candidate_rows(found)
        drawn = [(str(row["id"]), _spot(row)) for row in rows]
        spots = [
            Spot(place_id, spot["rank"], spot["name"], spot["said"], *spot["at"], spot["chosen"])
            for place_id, spot in drawn
            if spot
        ]
        return pictures.candidates_picture(name, spots, here.brush, paper)

    return made


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
