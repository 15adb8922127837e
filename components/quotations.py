"""The quotations, set as a newspaper would: the words large, who said them under them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from components import keeping
from components.typeset import source, words
from components.typeset.choices import clause_of
from components.typeset.frontend import Event, mount, register
from components.typeset.sought import search_of
from components.typeset.text import direction, pieces
from data import access
from data.access import Page
from dateline.brush import Brush, Clause, Field, date_range_words
from dateline.search import Tree

PLACES = 4
DAYS = 3
_renderer = register("quotations", "kept", "quoted")


def draw_quotations(
    page: Page,
    key: str,
    on_event: Callable[[Event], None],
    *,
    brush: Brush = Brush(),  # noqa: B008 - frozen
    height: int | None = None,
    room: int = 0,
    instead: Mapping[str, Any] = MappingProxyType({}),
) -> None:
    """The list of a page; clicks go to `on_event` as `clause_from_event` reads them.

    Args:
        brush: what is chosen, to be shown as chosen.
        height: pixels after which the list scrolls by itself; None to let the page scroll.
        room: the width that the map is drawn for; an event `room` says where it has another.
        instead: parts of the payload that are told otherwise here.
    """
    payload = quotation_payload(page, brush) | {"height": height, "room": room}
    mount(_renderer, payload | dict(instead), key, on_event)


def clause_from_event(event: Mapping[str, Any]) -> Clause | None:
    """The clause that a click asks for; None for "show more" and for what makes no sense."""
    return clause_of(event, ("speaker", "place", "published", "spoken"))


def quotation_payload(page: Page, brush: Brush = Brush()) -> dict[str, Any]:  # noqa: B008 - frozen
    """What the browser needs to draw a page of quotations, as plain JSON."""
    dim_below = access.preferences().dim_below
    search = search_of(brush)
    said = (_row(row, brush, search, dim_below) for row in page.rows())
    rows = keeping.with_kept(said, "quotation")
    outside = page.total - page.inside
    return {
        "title": "Quotations",
        "count": f"{page.inside:,}" + (f" of {page.total:,}" if outside else ""),
        "rows": rows,
        "outside": f"Not in the selection: {outside:,}" if outside else "",
        "more": f"Show more ({len(rows):,} of {page.total:,})" if len(rows) < page.total else "",
        "empty": ""
        if page.inside
        else "No one is quoted in this selection. Take a part of it out.",
    }


def _row(
    row: Mapping[Any, Any], brush: Brush, search: Tree | None, dim_below: float
) -> dict[str, Any]:
    speaker, places = source.text_of(row, "speaker_id"), row["places"]
    sure, stated = float(row["confidence"]), source.source_of(row)
    return {
        "id": row["quotation_id"],
        "article": source.text_of(row, "article_id"),
        "at": row["start"],
        "inside": bool(row["inside"]),
        "mode": row["mode"],
        "direction": direction(row["content"]),
        "words": words.words(row, search),
        "speaker": choice_of("speaker", speaker, row["speaker"] or row["speaker_surface"], brush),
        "role": pieces(source.text_of(row, "role")),
        "manner": [pieces(part) for part in words.manner(row)],
        "doubt": f"confidence {sure:.0%}" if sure < dim_below else "",
        "places": [choice_of("place", p["place_id"], p["name"], brush) for p in places[:PLACES]],
        "other_places": max(0, len(places) - PLACES),
        "spoken": [spoken_of(*days, brush) for days in row["spoken"][:DAYS]],
        "days": published_of(row, brush),
        "origin": stated.get("origin", []),
        "passage": words.passage(row, search),
        "source": stated,
    }


def published_of(row: Mapping[Any, Any], brush: Brush) -> dict[str, Any] | None:
    """The day of its article, as it may be chosen; None where it states none."""
    return days_chosen("published", source.days_of(row, "published"), brush)


def spoken_of(first: str, last: str, brush: Brush) -> dict[str, Any]:
    """Days that a quotation speaks of, as they may be chosen."""
    ends = date.fromisoformat(first), date.fromisoformat(last)
    days = {"words": date_range_words(*ends), "first": first, "last": last}
    return {**days, "chosen": _is_chosen("spoken", days, brush)}


def days_chosen(field: Field, days: source.Days | None, brush: Brush) -> dict[str, Any] | None:
    """Days as they may be chosen, None where there are none."""
    return {**days, "chosen": _is_chosen(field, days, brush)} if days else None


def _is_chosen(field: Field, days: source.Days, brush: Brush) -> bool:
    clause = brush.clause_on(field)
    return clause is not None and clause.values == (days["first"], days["last"])


def choice_of(field: Field, record: str, name: str, brush: Brush) -> dict[str, Any]:
    """A value as it may be chosen, by the name that is shown."""
    chosen = brush.clause_on(field)
    return {
        "id": record,
        "name": pieces(name),
        "chosen": bool(chosen and record in chosen.values),
    }
