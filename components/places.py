"""Places in words: what the map does not pin, and the rest by name; regions or cells with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from components import listed, state, theme
from components.guarded import Same
from components.ranked import first
from data import access
from data.access import Choice
from dateline.brush import Field
from dateline.records import AREAS, NOT_PINNED

PRECISION = {"near": "near · "} | dict.fromkeys(AREAS, "area · ")
COLUMNS = ("place_id", "name", "precision", "count", "total", "selected")
LISTED = 30
LETTERS = 60


def _shown() -> tuple[Same, str]:
    here = state.session()
    drawn = here.charting.drawn
    if drawn == "places":
        return Same(access.map_view(here.brush)), drawn
    return Same(access.ground_view(here.brush, "cell" if drawn == "cells" else "region")), drawn


@state.view("places", shows=_shown)
def draw() -> None:
    """Buttons, most mentioned first; what is chosen stays in sight."""
    here = state.session()
    drawn = here.charting.drawn
    if drawn == "places":
        shown = placed(access.map_view(here.brush))
    elif drawn == "cells":
        cells = access.ground_view(here.brush, "cell")
        shown = choices("Cells of the grid", "cell", cells)
    else:
        shown = _regions(access.ground_view(here.brush, "region"), drawn == "divisions")
    listed.draw(shown, "place_list")


def placed(places: pd.DataFrame) -> dict[str, Any]:
    """Places as a column: countries and parts of the world, then those on the map."""
    still, *parts = access.kept("listed places", lambda: _still(places))
    columns = still | {name: places[name].to_numpy() for name in ("count", "selected")}
    titles = ("Countries and regions", "On the map")
    shown = [_part(title, columns, at) for title, at in zip(titles, parts, strict=True)]
    return listed.payload("Places", "place", shown, theme.MAP_PX)


def _still(places: pd.DataFrame) -> tuple[dict[str, np.ndarray], np.ndarray, np.ndarray]:
    """What no Brush changes: columns, the rows that the map does not pin, and the others."""
    whole = places["precision"].isin(NOT_PINNED).to_numpy(dtype=bool)
    columns = {name: places[name].to_numpy() for name in ("place_id", "name", "precision", "total")}
    return columns, np.flatnonzero(whole), np.flatnonzero(~whole)


def _part(title: str, places: Mapping[str, np.ndarray], at: np.ndarray) -> listed.Part:
    """The chosen, then those with most inside, then with most in all."""
    selected, count, total = (places[name] for name in ("selected", "count", "total"))
    shown = first(at, selected, count, total, LISTED)
    columns = [places[name][shown].tolist() for name in COLUMNS]
    rows = sorted(
        zip(*columns, strict=True), key=lambda row: (not row[5], -row[3], -row[4], row[1])
    )
    return {
        "title": title,
        "count": theme.number(int(np.count_nonzero(count[at]))),
        "rows": [_row(*row) for row in rows],
        "rest": _rest(len(at)),
    }


def _row(
    place_id: str, name: str, precision: str, count: int, total: int, is_chosen: bool
) -> listed.Row:
    return _counted(place_id, name, PRECISION.get(precision, ""), count, total, is_chosen)


def _regions(found: Sequence[Choice], are_divisions: bool) -> dict[str, Any]:
    """Regions with places inside; what names a country as a whole counts as inside it."""
    title = "Divisions" if are_divisions else "Countries"
    return choices(title, "region", [c for c in found if ("." in c.value) == are_divisions])


def choices(title: str, field: Field, found: Sequence[Choice]) -> dict[str, Any]:
    """Regions or cells as a column."""
    ranked = sorted(found, key=lambda choice: not choice.is_selected)
    part: listed.Part = {
        "title": title,
        "count": theme.number(sum(choice.count > 0 for choice in found)),
        "rows": [_choice(field, choice) for choice in ranked[:LISTED]],
        "rest": _rest(len(ranked)),
    }
    return listed.payload(title, field, [part], theme.MAP_PX)


def _choice(field: Field, choice: Choice) -> listed.Row:
    home, _, division = choice.value.partition(".")
    name = f"{division}, {home}" if division else access.name_of(field, choice.value)
    return _counted(choice.value, name, "", choice.count, choice.total, choice.is_selected)


def _rest(in_all: int) -> str:
    return f"and {theme.number(in_all - LISTED)} more" if in_all > LISTED else ""


def _counted(
    value: str, name: str, extent: str, count: int, total: int, is_chosen: bool
) -> listed.Row:
    kept = "" if count == total else f" of {theme.number(total)}"
    number = f"{extent}{theme.number(count)}{kept}"
    return listed.row(value, theme.shortened(name, LETTERS), number, is_chosen)
