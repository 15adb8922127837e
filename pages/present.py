"""Present: a briefing on a full screen, slide by slide."""

from __future__ import annotations

from components import present, state, theme

theme.apply()
present.draw(state.present())
