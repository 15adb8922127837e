"""What an article shows of people's gender by their titles: a reason not to take a pronoun."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from ...records import Mention

Gender = Literal["m", "f"]

PRONOUNS: dict[str, Gender] = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
_FEMALE = re.compile(
    r"\b(?:mrs|ms|miss|lady|queen|princess|dame|mother|sister|daughter|wife|widow|actress|"
    r"\w*woman)\b"
)
_MALE = re.compile(
    r"\b(?:mr|sir|king|prince|lord|father|brother|son|husband|widower|\w*(?<!wo)man)\b"
)


def shown_genders(text: str, mentions: Iterable[Mention]) -> dict[str, Gender]:
    """Entity id -> gender, for those that a title or a role shows.

    Misses:
        Everyone without such a title: nothing is guessed from a first name.
    """
    found: dict[str, Gender] = {}
    for mention in mentions:
        if mention.label == "PERSON" and mention.entity_id:
            lead = text[max(0, mention.start - 12) : mention.start].rstrip(" .").rpartition(" ")[2]
            shown = f"{mention.role} {lead}".lower()
            if _FEMALE.search(shown):
                found.setdefault(mention.entity_id, "f")
            elif _MALE.search(shown):
                found.setdefault(mention.entity_id, "m")
    return found
