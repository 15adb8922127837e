"""The list that is shown: places, open names or unplaced names, each a way to its evidence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from components import state, theme
from components.memory import EVIDENCE, ROWS, Placed
from components.typeset.frontend import Event, mount, register
from components.typeset.text import pieces
from data.access import placing
from data.access.placing import Outcome, Placing

from . import words

TITLES: Mapping[Outcome, str] = {
    "resolved": "Resolved",
    "ambiguous": "Ambiguous",
    "unplaced": "Unplaced",
}
HEADS: Mapping[Outcome, tuple[str, str, str, str]] = {
    "resolved": ("Place", "Mentions", "Confidence", "Why, of a typical mention"),
    "ambiguous": ("Name as written", "Mentions", "Confidence", "Why, of the least sure mention"),
    "unplaced": ("Name as written", "Mentions", "", "Why"),
}
EMPTY: Mapping[Outcome, str] = {
    "resolved": "No place is named in this selection. Take a part of it out.",
    "ambiguous": "No name in this selection is in doubt: each place found leads its rivals "
    "clearly. Look among the unplaced.",
    "unplaced": "Every name of a place in this selection found its place. Look among the "
    "ambiguous for those that may be another.",
}
NOT_FOUND = "No name in this list has these letters. Try fewer of them, or another list."
LONGEST = 80
"""Letters that are looked for at the most."""
_renderer = register("placed")


@state.view("placed_names")
def names() -> None:
    """The rows of the list, those inside the Brush."""
    placed = state.session().placed
    payload = names_payload(listed(), placed.outcome, placed.opened, placed.words)
    mount(_renderer, payload, "placed_list", on_event)


def listed() -> Placing:
    """The part of the list that is shown."""
    here = state.session()
    placed, brush = here.placed, here.brush
    if placed.brush != brush:
        placed.brush, placed.first = brush, 0
    return placing.placing(brush, placed.outcome, ROWS, placed.first, placed.words)


def names_payload(
    found: Placing, outcome: Outcome, opened: str = "", words: str = ""
) -> dict[str, Any]:
    """What the browser needs to draw a list, as plain JSON."""
    shown = opened_row(found, opened)
    rows = [
        _row(row, outcome) | {"opened": bool(shown) and row["key"] == shown["key"]}
        for row in found.frame.to_dict("records")
    ]
    return {
        "title": TITLES[outcome],
        "count": _counted(found, words),
        "heads": HEADS[outcome],
        "rows": rows,
        "pages": {"first": found.first, "rows": ROWS, "total": found.total},
        "words": words,
        "more": "",
        "empty": "" if rows else NOT_FOUND if words else EMPTY[outcome],
        "height": None,
    }


def _counted(found: Placing, words: str) -> str:
    """376; 41 to 80 of 376; 3 with these letters."""
    total, shown = theme.number(found.total), len(found.frame)
    whole = f"{total} with these letters" if words else total
    if shown == found.total:
        return whole
    first, last = found.first + 1, found.first + shown
    return f"{theme.number(first)} to {theme.number(last)} of {whole}"


def opened_row(found: Placing, key: str) -> dict[Any, Any]:
    """The row of that key, else the first; nothing where the list is empty."""
    rows = found.frame[found.frame["key"] == key] if key else found.frame[:0]
    return next(iter((rows if len(rows) else found.frame[:1]).to_dict("records")), {})


def _row(row: Mapping[Any, Any], outcome: Outcome) -> dict[str, Any]:
    is_named = row["count"] > 0
    return {
        "id": row["key"],
        "name": pieces(row["name"]),
        "place": pieces(_place(row, outcome)),
        "chosen": bool(row["selected"]),
        "count": words.counted_words(row),
        "articles": f"{row['articles']:,} {'article' if row['articles'] == 1 else 'articles'}",
        "sure": words.sure_words(row["confidence"], row["lowest"]) if outcome != "unplaced" else "",
        "band": words.band(row["lowest"]) if outcome != "unplaced" else "",
        "reason": pieces(row["reason"] if is_named else "not named in this selection"),
        "roles": words.roles_words(row["roles"]) if is_named else "",
    }


def _place(row: Mapping[Any, Any], outcome: Outcome) -> str:
    if outcome == "unplaced":
        return "no place"
    kind = words.kind_words(row)
    if outcome == "resolved":
        return f"{kind} · {words.extent_words(row['precision'], row['radius_km'])}"
    inside = f", {row['admin1']}" if row["admin1"] not in ("", row["place"]) else ""
    return f"read as {row['place']}{inside}: {kind}"


def on_event(event: Event) -> None:
    """Turn the page, look for letters, or show the evidence of a row."""
    if take(event, state.session().placed):
        state.redraw("placed_names", "placed_beside")


def take(event: Event, placed: Placed) -> bool:
    """Whether the event makes sense; if so, the screen is as it asks."""
    field, value = event["field"], event.get("value")
    if field == "turn" and isinstance(value, int):
        placed.turn(max(0, value))
    elif field == "find" and isinstance(value, str):
        placed.words = value[:LONGEST].strip()
        placed.turn(0)
    elif field == "open" and isinstance(value, str):
        placed.opened, placed.passages = value, EVIDENCE
    else:
        return False
    return True
