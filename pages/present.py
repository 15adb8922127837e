"""Present: a briefing on a full screen, slide by slide."""

from __future__ import annotations

from components import present, theme
from components.present import ways

theme.apply("present")
present.draw(ways.begin())
