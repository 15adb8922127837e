"""The passages behind every mark: their words with what was found in them, and their source."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from components import keeping
from components.typeset import source
from components.typeset.frontend import Event, mount, register
from components.typeset.sought import SOUGHT
from components.typeset.text import Mark, around
from data import access
from data.access import Page

PASSAGE = 2400
KINDS = ("person", "organisation", "place", "group", "event", "quotation", "date")
DOUBTFUL = "doubtful"
"""The kind that a mark has besides its own where its confidence is low."""
_renderer = register("passages", "kept")


def draw_passages(
    page: Page,
    key: str,
    on_event: Callable[[Event], None],
    *,
    height: int | None = None,
    instead: Mapping[str, Any] = MappingProxyType({}),
) -> None:
    """The list of a page; a click on a day goes to `on_event`, and so does "show more".

    Args:
        height: pixels after which the list scrolls by itself; None to let the page scroll.
        instead: parts of the payload that are told otherwise here.
    """
    payload = passage_payload(page) | {"height": height} | dict(instead)
    mount(_renderer, payload, key, on_event)


def passage_payload(page: Page) -> dict[str, Any]:
    """What the browser needs to draw a page of passages, as plain JSON."""
    dim_below = access.preferences().dim_below
    told = (_row(row, dim_below) for row in page.frame.to_dict("records"))
    rows = keeping.with_kept(told, "passage")
    is_doubtful = any(DOUBTFUL in row["kinds"] for row in rows)
    return {
        "title": "Passages",
        "count": f"{page.total:,}",
        "rows": rows,
        "kinds": [kind for kind in KINDS if any(kind in row["kinds"] for row in rows)],
        "doubtful": f"doubtful: confidence under {dim_below:.0%}" if is_doubtful else "",
        "more": f"Show more ({len(rows):,} of {page.total:,})" if len(rows) < page.total else "",
        "empty": "" if rows else "No passage is in this selection. Take a part of it out.",
    }


def _row(row: Mapping[Any, Any], dim_below: float) -> dict[str, Any]:
    known = [mark for mark in row["marks"] if mark["kind"] in KINDS]
    marks: list[Mark] = [
        (int(mark["start"]), int(mark["end"]), kind)
        for mark in known
        for kind in (mark["kind"], *[DOUBTFUL] * (mark["confidence"] < dim_below))
    ]
    sought = row.get("sought", ())
    words: list[Mark] = [(start, end, SOUGHT) for start, end in sought]
    return {
        "id": row["passage_id"],
        "article": source.text_of(row, "article_id"),
        "at": row["start"],
        "text": around(row["text"], marks + words, sought[0] if sought else (0, 0), PASSAGE),
        "kinds": sorted({kind for _, _, kind in marks}),
        "days": source.days_of(row, "published"),
        "source": source.source_of(row),
    }
