"""How a drawing looks: its colours, its typefaces and the size of its text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .lettering import SANS, SERIF

BASE = 13.0
"""Pixels of body text that strokes and discs are measured for."""
COLOURS = (
    *("paper", "ink", "faint", "context", "rule", "accent"),
    *("land", "water", "border", "disputed"),
)
KINDS = ("person", "organisation", "place", "group", "event")


@dataclass(frozen=True, slots=True)
class Look:
    """One appearance; a colour is whatever an SVG takes for one: a hex, or a CSS variable."""

    paper: str
    ink: str
    faint: str
    """Small print, rivers' names, what is outside the selection in words."""
    context: str
    """What the corpus holds outside the Brush."""
    rule: str
    accent: str
    """Means "selected", and nothing else."""
    land: str
    water: str
    border: str
    disputed: str
    kinds: Mapping[str, str]
    """A hue for each kind of entity; that of `place` is the map's."""
    size: float = BASE
    """Pixels of body text; strokes and discs grow with it."""
    sans: str = SANS
    serif: str = SERIF

    @property
    def scale(self) -> float:
        """How much larger than at its usual size all is drawn."""
        return self.size / BASE


def look_of(colours: Mapping[str, str], size: float = BASE) -> Look:
    """The look of some colours by their names: those of `COLOURS` and `KINDS`."""
    kinds = {kind: colours[kind] for kind in KINDS}
    return Look(**{name: colours[name] for name in COLOURS}, kinds=kinds, size=size)


def browser_look(size: float = BASE) -> Look:
    """A look whose colours are CSS variables, `var(--ink)`: light or dark as the page sets them."""
    return look_of({name: f"var(--{name})" for name in (*COLOURS, *KINDS)}, size)
