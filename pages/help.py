"""Help: what each screen answers, the keys, what is missed, and where the data come from."""

from __future__ import annotations

from components import guide, navigation, state, theme

theme.apply()
state.open_page("help")
navigation.head("Help")
guide.draw()
