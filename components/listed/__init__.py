"""A column of names beside a chart, each a button that puts its record into the Brush."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypedDict

from components import state
from components.typeset.choices import clause_of
from components.typeset.frontend import Event, mount, register
from components.typeset.text import Piece, pieces
from dateline.brush import Field

FIELDS: tuple[Field, ...] = ("place", "region", "cell", "entity")
_renderer = register("listed", folder=Path(__file__).parent)


class Row(TypedDict):
    """A name: its value in the Brush, what is said of it, and whether it is chosen."""

    value: str
    kind: str
    """Of an entity, whose shape stands before the name; empty for none."""
    name: list[Piece]
    number: str
    chosen: bool


class Part(TypedDict):
    """Some rows under a title; `rest` says how many are left out."""

    title: str
    count: str
    rows: list[Row]
    rest: str


class Frame(TypedDict):
    """What stands around a column, in small print and in line with the chart."""

    title: str
    """The first line above it."""
    kinds: list[str]
    """Those whose shapes the second line explains."""
    marks: str
    """What that line says after them."""
    foot: str
    """The line below it, which takes as many pixels as `foot_px` says."""
    foot_px: int
    more: str
    """The name of the last button; empty for none."""


def row(value: str, name: str, number: str, is_chosen: bool, kind: str = "") -> Row:
    """One line of a column."""
    return {
        "value": value,
        "kind": kind,
        "name": pieces(name),
        "number": number,
        "chosen": is_chosen,
    }


def payload(
    label: str,
    field: Field,
    parts: Sequence[Part],
    height: int = 0,
    frame: Frame | None = None,
) -> dict[str, Any]:
    """What the browser needs to draw a column, as plain JSON."""
    return {
        "label": label,
        "field": field,
        "parts": list(parts),
        "height": height,
        "frame": frame,
    }


def draw(shown: dict[str, Any], key: str, on_more: Callable[[], None] | None = None) -> None:
    """The column; a click puts its value in, or takes it out again.

    Args:
        on_more: what its last button does.
    """

    def on(event: Event) -> None:
        if on_more and event["field"] == "more":
            on_more()
        on_event(event)

    mount(_renderer, shown, key, on)


def on_event(event: Event) -> None:
    """Choose what was clicked."""
    chosen = clause_of(event, FIELDS)
    if chosen is not None:
        state.choose(chosen, add=True)
