"""Entities: all that is named under the Brush, and the profile of one of them."""

from __future__ import annotations

from components import brushbar, first_steps, profile, state, theme
from data import access
from dateline.brush import Brush

VIEWS = (*brushbar.VIEWS, *profile.VIEWS)

theme.apply("profile")
state.open_page("entities", VIEWS)
if access.counts(Brush()).articles:
    brushbar.draw()
    profile.draw()
else:
    first_steps.draw()
