"""Briefings: the slides that views were captured as, ordered, written, presented, taken away."""

from __future__ import annotations

from components import briefings, navigation, state, theme

theme.apply("briefings")
state.open_page("briefings", briefings.VIEWS)
navigation.head("" if briefings.now.asked() else "Briefings")
briefings.draw()
