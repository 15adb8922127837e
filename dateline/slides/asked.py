"""What a slide asks for: the query of its screen's address, read against a corpus."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, get_args
from urllib.parse import parse_qs, urlencode

from ..address import Query, taken
from ..briefing import Slide
from ..brush import Brush, from_query
from ..query import Axis, Index, Window
from ..query.statements.sides import BODY, COUNTRY, countries
from ..records import EntityKind

Drawn = Literal["places", "countries", "divisions", "cells"]
AXES: dict[str, Axis] = {axis: axis for axis in get_args(Axis)}
DRAWN: dict[str, Drawn] = {drawn: drawn for drawn in get_args(Drawn)}
LANES, MOST_LANES = 10, 60
SILENT = ("by", "order", "page", "named", "kinds", "sort")
"""Parts of the address that change nothing on a slide."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A view as it was captured."""

    brush: Brush
    drawn: Drawn = "places"
    """What the map draws."""
    axis: Axis = "published"
    lanes: int = LANES
    window: Window | None = None
    """The days of the timeline; None for those of its first view."""
    shows: str = ""
    """Which view of Voices."""
    sides: tuple[str, ...] = ()
    """Countries and bodies whose position is asked for, beside the Brush's speakers."""
    names_speakers: bool = False
    """Whether it names speakers or sides, be they known or not."""
    subject: str = ""
    """An entity's id, or words."""
    statement: str = ""
    """The quotation that names the statement whose wordings are asked for."""
    article: str = ""
    """The article that is open in the reader."""
    dropped: tuple[str, ...] = ()
    """Parts of the query that the corpus does not know, in words."""


def asked_of(index: Index, slide: Slide) -> Asked:
    """What the slide asks for, without what makes no sense or is not known."""
    try:
        query = parse_qs(slide.query, max_num_fields=1000)
    except ValueError:
        return Asked(Brush(), dropped=("an address with too many parts",))
    wrong, named = list[str](), {"speaker", "side"} & query.keys()
    for key in SILENT:
        query.pop(key, None)
    looks = Asked(
        Brush(),
        drawn=taken(query, "map", DRAWN.get, wrong) or "places",
        axis=taken(query, "axis", AXES.get, wrong) or "published",
        lanes=taken(query, "lanes", _lanes, wrong) or LANES,
        window=taken(query, "days", _window, wrong),
        shows=taken(query, "shows", str, wrong) or "",
        sides=_known(query, "side", lambda value: _is_side(index, value), wrong),
        names_speakers=bool(named),
        subject=_last(_known(query, "subject", lambda one: _is_subject(index, one), wrong)),
        statement=_last(_known(query, "statement", lambda one: _is_said(index, one), wrong)),
        article=_last(_known(query, "article", lambda one: one in index.articles, wrong)),
    )
    brush, unknown = from_query(urlencode(query, doseq=True), index.is_known)
    return replace(looks, brush=brush, dropped=(*wrong, *unknown))


def _known(
    query: Query, key: str, is_known: Callable[[str], bool], wrong: list[str]
) -> tuple[str, ...]:
    """Those of a key's values that are known, taken out of the query."""
    values = dict.fromkeys(query.pop(key, []))
    wrong.extend(f"{key}={value[:60]}" for value in values if not is_known(value))
    return tuple(value for value in values if is_known(value))


def _last(values: tuple[str, ...]) -> str:
    return values[-1] if values else ""


def _lanes(text: str) -> int | None:
    return (
        int(text) if text.isascii() and text.isdecimal() and 0 < int(text) <= MOST_LANES else None
    )


def _window(text: str) -> Window | None:
    try:
        first, last = (date.fromisoformat(part).isoformat() for part in text.split(".."))
    except ValueError:
        return None
    return (first, last) if first <= last else None


def _is_side(index: Index, value: str) -> bool:
    if value.startswith(COUNTRY):
        return bool((countries(index) == value.removeprefix(COUNTRY)).any())
    return value.startswith(BODY) and value.removeprefix(BODY) in index.entities


def _is_subject(index: Index, value: str) -> bool:
    """An entity that is known, or words: anything but the id of one that is not."""
    kind, dot, _ = value.partition(".")
    return not dot or kind not in get_args(EntityKind) or value in index.entities


def _is_said(index: Index, value: str) -> bool:
    return bool((index.frames["quotations"]["quotation_id"] == value).any())
