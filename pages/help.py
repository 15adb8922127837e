"""Help."""

from __future__ import annotations

from components import navigation, state, theme

theme.apply()
state.open_page("help")
navigation.head("Help")
