"""The nouns of where and through what something is said: "a statement", "an interview"."""

from __future__ import annotations

from spacy.tokens import Token

_VENUE_NOUNS = (
    "statement interview conference briefing speech tweet post letter email e-mail twitter "
    "facebook instagram telegram youtube tiktok x television tv radio hearing rally debate event "
    "meeting memo report book article ad video clip broadcast show program programme podcast "
    "address testimony court parliament phone telephone zoom call forum hall convention op-ed "
    "column message release blog website media magazine newspaper remark sermon lecture session "
    "summit appearance stop visit press affidavit filing document documentary essay note news"
)
_VENUES = frozenset(_VENUE_NOUNS.split())


def is_venue_noun(noun: Token) -> bool:
    """Whether a noun is of the table."""
    return noun.lemma_.lower() in _VENUES or noun.lower_ in _VENUES
