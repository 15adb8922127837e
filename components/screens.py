"""The screens, and the pages that show them."""

from __future__ import annotations

from collections.abc import Mapping

SCREENS: Mapping[str, str] = {
    "explore": "Explore",
    "voices": "Voices",
    "entities": "Entities",
    "articles": "Articles",
    "places": "Places",
    "notebook": "Notebook",
    "briefings": "Briefings",
    "add": "Add",
    "settings": "Settings",
    "help": "Help",
}
"""The screens by the names of their pages, in the order in which they are offered."""
PRESENT = "present"
"""The page of a presentation, which is no screen, and the key of its address that names it."""
