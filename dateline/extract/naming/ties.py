"""Kin, members, spokespersons and places within places, as the words around two names say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...lexicon import PlaceLexicon
from ...records import Mention
from .affiliations import affiliations
from .kinship import Tie, find_kin
from .seats import find_seats


def find_ties(
    text: str, mentions: Sequence[Mention], lexicon: PlaceLexicon | None = None
) -> Iterator[Tie]:
    """The ties that the words between and around neighbouring names of one passage state.

    **Misses:** ties across passages; ties inside a longer clause ("the commander whose son is").
    """
    yield from find_kin(text, [one for one in mentions if one.label == "PERSON"])
    for number, mention in enumerate(mentions):
        following = mentions[number + 1] if number + 1 < len(mentions) else None
        yield from affiliations(text, mention, following)
    yield from find_seats(text, mentions, lexicon)
