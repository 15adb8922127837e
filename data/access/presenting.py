"""A briefing as the deck that a browser shows, and what draws it there."""

from __future__ import annotations

from pathlib import Path

from dateline.export import deck as decks
from dateline.export.deck import Deck

from . import briefings

__all__ = ["SCRIPTS", "STYLE", "Deck", "deck"]
SCRIPTS: tuple[Path, ...] = decks.SCRIPTS
STYLE: Path = decks.STYLE


def deck(briefing_id: str) -> Deck | None:
    """The presentation of a briefing; None where there is no such briefing.

    Raises:
        CorpusError: the corpus cannot be read.
    """
    presentation = briefings.presentation(briefing_id) if briefing_id else None
    return decks.deck(presentation) if presentation else None
