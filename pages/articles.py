"""Articles."""

from __future__ import annotations

from components import navigation, state, theme

theme.apply()
state.open_page("articles")
navigation.head("Articles")
