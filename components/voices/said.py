"""The quotations of the Brush, typeset in groups, a page at a time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from components import keeping, state, theme
from components.memory import Voicing
from components.typeset.choices import clause_of, open_from
from components.typeset.frontend import Event, mount, register
from components.typeset.text import pieces
from data import access
from data.access import voices
from data.access.voices import By, Group, Voices
from dateline.brush import Brush, Field

from .rows import quotation_row
from .tools import grouped, is_in_marks

PAGE = 24
JUMPS, MORE, MAX_WORDS = 20, 60, 100
CHOSEN: tuple[Field, ...] = (
    *("speaker", "said_role", "about", "addressee", "venue", "place"),
    *("published", "said_on", "spoken"),
)
ONE: Mapping[By, str] = {"speaker": "speaker", "day": "day", "article": "article"}
UNNAMED: Mapping[By, str] = {
    "speaker": "Speaker not named or not resolved",
    "day": "Day not stated",
    "article": "Untitled",
}
_renderer = register("voices", "kept", "quoted")


def draw(brush: Brush) -> None:
    """The page of the list that is shown."""
    voicing = state.session().voicing
    by = grouped(voicing)
    found = _listed(brush, voicing, by)
    payload = voices_payload(found, brush, by) | {"jump": _jump(brush, voicing, by)}
    mount(_renderer, payload, "voices_list", on_event)


def _listed(brush: Brush, voicing: Voicing, by: By | None) -> Voices:
    """The page; the first where another Brush or order came, the last where there are fewer."""
    order, page = (by, voicing.order == "oldest"), voicing.page_of(brush.to_query())
    found = voices.listed(brush, *order, (page - 1) * PAGE, PAGE)
    if found.total and not len(found.frame):
        voicing.page = _pages(found.total)
        found = voices.listed(brush, *order, (voicing.page - 1) * PAGE, PAGE)
    return found


def voices_payload(found: Voices, brush: Brush, by: By | None) -> dict[str, Any]:
    """What the browser needs to draw a page, as plain JSON."""
    last = found.offset + len(found.frame)
    dim_below, in_marks = access.preferences().dim_below, is_in_marks(brush)
    told = (
        quotation_row(row, brush, dim_below, in_marks) for row in found.frame.to_dict("records")
    )
    rows = keeping.with_kept(told, "quotation")
    number = theme.counted(found.number, ONE[by]) if by else ""
    return {
        "title": "Quotations",
        "count": f"{found.total:,}" + (f" in groups of {number}" if by else ""),
        "where": f"{found.offset + 1:,}\N{EN DASH}{last:,} of {found.total:,}" if rows else "",
        "page": found.offset // PAGE + 1,
        "pages": _pages(found.total),
        "by": by or "",
        "size": PAGE,
        "groups": [_group(group, found, brush, by) for group in found.groups] if by else [],
        "rows": rows,
        "empty": "" if rows else "No one is quoted in this selection. Take a part of it out.",
    }


def on_event(event: Event) -> None:
    """Choose what was clicked, keep it, turn the page, jump to a group, or open the article."""
    if keeping.on_event(event, "voices_shown"):
        return
    chosen = clause_of(event, CHOSEN)
    if chosen is not None:
        state.choose(chosen, add=bool(event.get("add")))
    voicing, value = state.session().voicing, event.get("value")
    is_number = isinstance(value, int) and not isinstance(value, bool)
    if event["field"] == "page" and is_number:
        voicing.page = max(1, value)
        state.look("voices_shown")
    elif event["field"] == "group" and is_number:
        voicing.page = max(0, value) // PAGE + 1
        state.look("voices_shown")
    elif event["field"] == "jump":
        voicing.open = voicing.open ^ {"groups"}
    elif event["field"] == "find" and isinstance(value, str):
        voicing.letters["groups"] = value[:MAX_WORDS]
    elif event["field"] == "more":
        voicing.rows["groups"] = voicing.rows.get("groups", JUMPS) + MORE
    else:
        open_from(event)


def _pages(total: int) -> int:
    return max(1, -(-total // PAGE))


def _group(group: Group, found: Voices, brush: Brush, by: By) -> dict[str, Any]:
    end = group.first + group.count
    continued = group.first < found.offset
    return {
        "key": group.key,
        "name": pieces(group.name or UNNAMED[by]),
        "known": bool(group.key),
        "chosen": _is_chosen(group.key, brush, by),
        "count": theme.counted(group.count, "quotation") + (", continued" if continued else ""),
        "from": max(0, group.first - found.offset),
        "to": min(len(found.frame), end - found.offset),
        "next": end if end < found.total else None,
    }


def _is_chosen(key: str, brush: Brush, by: By) -> bool:
    chosen = brush.clause_on("speaker" if by == "speaker" else "published")
    return chosen is not None and by != "article" and key in chosen.values


def _jump(brush: Brush, voicing: Voicing, by: By | None) -> dict[str, Any] | None:
    """The way to another group: closed, or with the groups that have the letters."""
    if by is None:
        return None
    jump = {"one": ONE[by], "open": "groups" in voicing.open}
    if not jump["open"]:
        return jump
    letters, limit = voicing.letters.get("groups", ""), voicing.rows.get("groups", JUMPS)
    found, number = voices.groups(brush, by, voicing.order == "oldest", letters, limit)
    rows = [
        {"at": g.first, "key": g.key, "name": pieces(g.name or UNNAMED[by]), "count": g.count}
        for g in found
    ]
    more = f"Show more ({len(rows):,} of {number:,})" if len(rows) < number else ""
    empty = "" if rows else "None has these letters."
    return jump | {"letters": letters, "rows": rows, "more": more, "empty": empty}
