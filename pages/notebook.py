"""Notebook: what analysts bookmarked, tagged and noted."""

from __future__ import annotations

from components import brushbar, first_steps, notebook, state, theme
from data import access
from dateline.brush import Brush

theme.apply()
state.open_page("notebook", (*brushbar.VIEWS, *notebook.VIEWS))
if access.counts(Brush()).articles:
    brushbar.draw()
    notebook.tools()
    notebook.draw()
else:
    first_steps.draw()
