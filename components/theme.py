"""Colours, shapes and sizes that the charts share, for light and for dark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

import streamlit as st

LANE_PX = 24
STRIP_PX = 56
AXIS_PX = 36
RANGE_PX = 12
MAP_PX = 354
MAP_WIDE_PX = 640
READING_PX = 339
LANES = 10
CLEAR = "rgba(0,0,0,0)"
SANS = "Source Sans, sans-serif"
CSS = Path(__file__).with_suffix(".css")
PRINT = CSS.with_name("print.css")
DARKENED = (
    ":is([data-testid=stDeckGlJsonChart] canvas,.st-key-timeline)"
    "{filter:invert(1) hue-rotate(180deg)}"
    ".stApp :is(h1,h2,h3,h4,p,li,label,td,th,strong,[data-testid=stText],[data-testid=stText] span)"
    "{color:var(--ink)!important}"
)
"""Rules that print a dark screen as a light one."""


@dataclass(frozen=True, slots=True)
class Palette:
    """One appearance. Colours are hex; the accent means "selected" and nothing else."""

    name: str
    """`light` or `dark`, as the basemap's style files are named."""
    paper: str
    panel: str
    ink: str
    faint: str
    """Small print: dates, units, axis labels."""
    context: str
    """What the corpus holds outside the Brush."""
    rule: str
    accent: str
    kinds: Mapping[str, str] = field(hash=False)
    """A hue for each kind of entity."""


LIGHT = Palette(
    name="light",
    paper="#fbf9f4",
    panel="#f2eee5",
    ink="#1b2430",
    faint="#63676b",
    context="#b9b5aa",
    rule="#dcd5c7",
    accent="#b3450f",
    kinds=MappingProxyType(
        {
            "person": "#1f6aa5",
            "organisation": "#94447a",
            "place": "#12785f",
            "group": "#8a6100",
            "event": "#59626d",
        }
    ),
)
DARK = Palette(
    name="dark",
    paper="#11161d",
    panel="#1a212b",
    ink="#ece7dc",
    faint="#a3abb5",
    context="#56606d",
    rule="#313b48",
    accent="#f08a54",
    kinds=MappingProxyType(
        {
            "person": "#6fb1e6",
            "organisation": "#d492bd",
            "place": "#54c2a4",
            "group": "#dfb24c",
            "event": "#a9b2bd",
        }
    ),
)
SHAPES: Mapping[str, str] = MappingProxyType(
    {"person": "●", "organisation": "■", "place": "▲", "group": "▼", "event": "★"}
)
PRINTED = replace(LIGHT, name="printed", paper="#ffffff", panel="#f4f2ee", ink="#000000")
LABEL_COLOURS: Mapping[str, str] = MappingProxyType(
    {
        "person": "blue",
        "organisation": "violet",
        "place": "green",
        "group": "yellow",
        "event": "gray",
    }
)


def palette() -> Palette:
    """The colours of the appearance that the reader has chosen."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def hues(look: Palette) -> dict[str, str]:
    """The colours of an appearance by their names, those of kinds among them."""
    named = ("paper", "panel", "ink", "faint", "context", "rule", "accent")
    return {**{name: getattr(look, name) for name in named}, **look.kinds}


def band_px(rows: Iterable[int]) -> int:
    """Height of the timeline's band of ranges, whose rows are given; 0 for none."""
    lowest = max(rows, default=-1)
    return RANGE_PX // 2 + (lowest + 1) * RANGE_PX if lowest >= 0 else 0


def rgba(colour: str, alpha: int = 255) -> list[int]:
    """A hex colour as deck.gl takes it."""
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)] + [alpha]


def shortened(text: str, letters: int) -> str:
    """The text, cut with an ellipsis where it is longer."""
    return (
        text if len(text) <= letters else text[: letters - 1].rstrip() + "\N{HORIZONTAL ELLIPSIS}"
    )


def plain(text: str) -> str:
    """Text that came from an article, as markdown that shows it letter by letter.

    Word joiners break what is looked for after parsing: emoji, icons, addresses.
    """
    flat = " ".join(text.split())
    return re.sub(r"([:@]|www(?=\\?\.))", "\\1\u2060", re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", flat))


def kind_mark(kind: str) -> str:
    """The shape of a kind in its hue, as markdown."""
    return f":{LABEL_COLOURS.get(kind, 'gray')}[{SHAPES.get(kind, '●')}]"


def number(value: int) -> str:
    """12,345."""
    return f"{value:,}"


def counted(value: int, singular: str, plural: str = "") -> str:
    """1 passage, 2 passages."""
    return f"{number(value)} {singular if value == 1 else plural or singular + 's'}"


def tooltip(look: Palette) -> dict[str, str]:
    """CSS of the card that follows the pointer on the map."""
    return {
        "backgroundColor": look.ink,
        "color": look.paper,
        "fontFamily": SANS,
        "fontSize": "13px",
        "lineHeight": "1.35",
        "padding": "6px 10px",
        "borderRadius": "3px",
        "maxWidth": "280px",
    }


def apply(room: str = "") -> None:
    """Put the rules on the page that config.toml cannot say, with the palette as variables.

    Paper is white in either appearance. A rule that asks what an element holds (`:has`) asks it of
    named elements and of their children, else each brush styles the whole page anew.

    Args:
        room: whose own sheet, named like it, comes after those of all screens.
    """
    look = palette()
    own = (CSS.parent / room / f"{room}.css",) if room else ()
    rules = "\n".join(sheet.read_text(encoding="utf-8") for sheet in (CSS, PRINT, *own))
    st.html(
        f"<style>:root{{{_variables(look)}--strip:{STRIP_PX}px;}}\n{rules}\n"
        f"@media print{{:root{{{_variables(PRINTED)}}}{DARKENED if look is DARK else ''}}}</style>"
    )


def _variables(look: Palette) -> str:
    names = ("paper", "panel", "ink", "faint", "rule", "context", "accent")
    colours = {name: getattr(look, name) for name in names} | dict(look.kinds)
    return "".join(f"--{name}:{hue};" for name, hue in colours.items())
