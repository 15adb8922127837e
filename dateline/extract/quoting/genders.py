"""What an article shows of people's gender: a reason not to take a pronoun."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from ...records import Mention
from .given_names import MEN, WOMEN

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
_FEMALE = (
    "mrs ms miss lady queen princess dame duchess countess baroness mother grandmother sister"
    " daughter granddaughter niece aunt wife widow bride actress heroine nun girl midwife"
    " girlfriend"
)
_MALE = (
    "mr sir king prince lord duke baron father grandfather brother son grandson nephew uncle"
    " husband widower bridegroom monk boy boyfriend"
)
_F: Gender = "f"
_M: Gender = "m"
_WORDS = {**dict.fromkeys(_FEMALE.split(), _F), **dict.fromkeys(_MALE.split(), _M)}
_GIVEN: dict[str, Gender] = {**dict.fromkeys(WOMEN, _F), **dict.fromkeys(MEN, _M)}
_WORD = re.compile(r"[^\W\d_]+(?:['’]s\b)?")
_APPOSED = re.compile(r"\s*,\s*(?:\d{1,3},\s*)?(?:an?|the|his|her|their)\s+([^,.;()\n]{3,60})")
_LEAD = re.compile(r"(?<!\bof )(?<!\bof \w )(?<!\bof \w\w\w )\b([^\W\d_]+),?\.?\s*$")


def shown_genders(text: str, mentions: Iterable[Mention]) -> dict[str, Gender]:
    """Entity id -> gender, for those that a title, a role or kinship shows.

    Misses:
        Those who are called by another pronoun than their title says.
    """
    found: dict[str, Gender] = {}
    for mention in mentions:
        if mention.label == "PERSON" and mention.entity_id:
            lead = _LEAD.search(text, max(0, mention.start - 24), mention.start)
            apposed = _APPOSED.match(text, mention.end)
            beside = (lead.group(1) if lead else "", mention.role, apposed[1] if apposed else "")
            shown = next((g for g in map(gender_of, beside) if g is not None), None)
            if shown is not None:
                found.setdefault(mention.entity_id, shown)
    return found


def usual_genders(mentions: Iterable[Mention]) -> dict[str, Gender]:
    """Entity id -> the gender that nearly all have who bear the first of a person's names.

    Misses:
        Everyone whose given name is borne by both, or is in neither list of `given_names`.
    """
    found: dict[str, Gender] = {}
    for mention in mentions:
        given, space, _ = mention.surface.partition(" ")
        name = given.casefold().partition("-")[0]
        if mention.label == "PERSON" and mention.entity_id and space and name in _GIVEN:
            found.setdefault(mention.entity_id, _GIVEN[name])
    return found


def gender_of(words: str) -> Gender | None:
    """The gender that the first word of kinship or rank tells; "his mother's lawyer" tells none."""
    for word in _WORD.findall(words.lower()):
        if word in _WORDS:
            return _WORDS[word]
        if word.endswith("woman"):
            return "f"
        if word.endswith("man") and word not in ("german", "human", "roman", "ottoman"):
            return "m"
    return None
