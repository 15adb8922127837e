"""A briefing as the deck that a browser shows, and what draws it there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from dateline.export import deck as decks
from dateline.export.deck import Deck

from . import briefings, pictures

__all__ = ["SCRIPTS", "Deck", "colours", "deck"]
SCRIPTS: tuple[Path, ...] = decks.SCRIPTS


def colours(name: str, hues: Mapping[str, str]) -> dict[str, str]:
    """The colours of slides and of what is drawn on them, by the names of their variables."""
    return pictures.colours(name, hues)


def deck(briefing_id: str) -> Deck | None:
    """The presentation of a briefing; None where there is no such briefing.

    Raises:
        CorpusError: the corpus cannot be read.
    """
    presentation = briefings.presentation(briefing_id) if briefing_id else None
    return decks.deck(presentation, pictures.drawn_on()) if presentation else None
