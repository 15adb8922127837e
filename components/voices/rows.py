"""A quotation as Voices sets it: its words, and what may be chosen of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from components.quotations import DAYS, PLACES, choice_of, days_chosen, published_of, spoken_of
from components.typeset import source, words
from components.typeset.sought import search_of
from components.typeset.text import direction, pieces
from dateline.brush import Brush, Field

ABOUT = 6
"""Entities that it is about which are named; the others are counted."""


def quotation_row(
    row: Mapping[Any, Any], brush: Brush, dim_below: float, in_marks: bool
) -> dict[str, Any]:
    """What the browser needs to draw a quotation, as plain JSON.

    Args:
        dim_below: the confidence under which it is told.
        in_marks: whether of mixed speech only the words in quotation marks are shown.
    """
    speaker, sure = source.text_of(row, "speaker_id"), float(row["confidence"])
    about, places = row["about"], row["places"]
    search = search_of(brush)
    said = words.quoted(row, search) if in_marks else words.words(row, search)
    role = source.text_of(row, "role") or source.text_of(row, "office")
    return {
        "id": row["quotation_id"],
        "article": source.text_of(row, "article_id"),
        "at": row["start"],
        "mode": row["mode"],
        "direction": direction(row["content"]),
        "words": said,
        "speaker": choice_of("speaker", speaker, row["speaker"] or row["speaker_surface"], brush),
        "role": choice_of("said_role", row["said_role_value"], role, brush) if role else None,
        "cue": _cue(row),
        "link": words.to_whom(source.text_of(row, "cue")),
        "to": _written(row, "addressee", brush),
        "venue": _written(row, "venue", brush),
        "said": days_chosen("said_on", source.days_of(row, "said_on"), brush),
        "about": [choice_of("about", a["entity_id"], a["name"], brush) for a in about[:ABOUT]],
        "other_about": max(0, len(about) - ABOUT),
        "places": [choice_of("place", p["place_id"], p["name"], brush) for p in places[:PLACES]],
        "other_places": max(0, len(places) - PLACES),
        "spoken": [spoken_of(*days, brush) for days in row["spoken"][:DAYS]],
        "days": published_of(row, brush),
        "origin": source.origin_of(row),
        "doubt": f"confidence {sure:.0%}" if sure < dim_below else "",
        "passage": words.passage(row, search),
        "source": source.source_of(row),
    }  # fmt: skip


def _cue(row: Mapping[Any, Any]) -> list[Any]:
    told = (row["mode"] if row["mode"] != "direct" else "", source.text_of(row, "cue"))
    return pieces(", ".join(part for part in told if part))


def _written(row: Mapping[Any, Any], field: Field, brush: Brush) -> dict[str, Any] | None:
    text = source.text_of(row, field)
    text = text.removeprefix("to ") if field == "addressee" else text
    return choice_of(field, row[f"{field}_value"], text, brush) if text else None
