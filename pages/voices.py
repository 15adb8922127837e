"""Voices: who says what, to whom, about whom; and who speaks about whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from components import brushbar, first_steps, positions, state, theme, voices, wording
from data import access
from dateline.brush import Brush

BESIDE: Mapping[str, tuple[Callable[[], None], tuple[str, ...]]] = {
    "position": (positions.draw, positions.VIEWS),
    "wording": (wording.draw, wording.VIEWS),
}
"""Views of other rooms by their names in the address: what draws them, and their fragments."""


def explorer() -> None:
    draw, views = BESIDE.get(voices.shown(state.session().voicing), (voices.draw, voices.VIEWS))
    state.session().views = (*brushbar.VIEWS, "voices_tools", *views)
    brushbar.draw()
    voices.tools()
    draw()


theme.apply("voices")
state.open_page("voices", brushbar.VIEWS)
if access.counts(Brush()).articles:
    explorer()
else:
    first_steps.draw()
