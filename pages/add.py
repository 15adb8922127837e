"""Add."""

from __future__ import annotations

from components import navigation, state, theme

theme.apply()
state.open_page("add")
navigation.head("Add")
