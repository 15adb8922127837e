"""Settings."""

from __future__ import annotations

from components import navigation, state, theme

theme.apply()
state.open_page("settings")
navigation.head("Settings")
