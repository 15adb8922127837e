"""Which of several namesakes a short form means, by what stands before it in the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ...records import Mention
from . import vocabulary as words

KIN_REACH = 90
UNSEEN, BACKGROUND = -2, -1
LIKELY = 0.7
SURE = 0.9
KIN = words.KIN_CHILD | words.KIN_SIBLING | words.KIN_SPOUSE | {"father", "mother", "parents"}
ADDRESS_OF_KIN = {
    **dict.fromkeys(("wife", "widow", "mother", "sister", "daughter"), "mrs"),
    **dict.fromkeys(("husband", "widower", "father", "brother", "son"), "mr"),
}
_KIN = "|".join(sorted(KIN))
KIN_BEFORE = re.compile(
    rf"\b(?:{_KIN})\s+(?:of|to)\s+[^.;!?\n]*$"
    rf"|(?:\b(?:[Hh]is|[Hh]er|[Tt]heir|whose)|['’]s?)\s+(?:[a-z-]+\s+){{0,2}}(?P<kin>{_KIN}),?\s+"
    r"(?:the\s+late\s+|the\s+|(?:Mr|Mrs|Ms|Dr)\.?\s+)?$"
)
KIN_AFTER = re.compile(rf",\s+(?:his|her|their)\s+(?:[a-z-]+\s+){{0,2}}(?P<kin>{_KIN})\b")


@dataclass(slots=True)
class Person:
    """One person of the article, by full name or by the only name that it gives."""

    words: tuple[str, ...]
    mentions: list[int] = field(default_factory=list)
    """Ordinals of the mentions that name the person."""
    short: dict[int, float] = field(default_factory=dict)
    """Ordinals of short forms led here, with the confidence in that."""
    honorifics: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)
    """Last words of the offices that stand before the name, folded."""


class Trail:
    """Who was named so far, in the order of the text."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._text = text
        self._mentions = mentions
        self._last: dict[int, int] = {}
        self._settled: dict[tuple[str, ...], int] = {}

    def pass_by(self, number: int, person: Person) -> None:
        """Notes a name; one that only says whose kin another is counts as background."""
        kin = self._kinship(number)
        if kin in ADDRESS_OF_KIN:
            person.honorifics.add(ADDRESS_OF_KIN[kin])
        place = number if kin is None else BACKGROUND
        self._last[id(person)] = max(place, self._last.get(id(person), UNSEEN))

    def choose(
        self, number: int, form: tuple[str, ...], candidates: Sequence[Person]
    ) -> tuple[Person | None, float]:
        """The candidate meant by a short form, with a confidence; None where nothing tells.

        One that only says whose kin another is gives way; so does a person who was named after
        the article had begun to use the form for another.
        """
        near = [one for one in candidates if self._place(one) >= 0]
        known = near or [one for one in candidates if self._place(one) == BACKGROUND]
        settled = [one for one in candidates if id(one) == self._settled.get(form)]
        if len(candidates) == 1:
            chosen, sure = candidates[0], SURE
        elif len(known) == 1 or settled:
            chosen, sure = (settled or known)[0], LIKELY
        else:
            return None, 0.0
        self._settled[form] = id(chosen)
        self.pass_by(number, chosen)
        return chosen, sure

    def _place(self, person: Person) -> int:
        return self._last.get(id(person), UNSEEN)

    def _kinship(self, number: int) -> str | None:
        """The word of kinship that presents the name; empty for "son of", None for none."""
        mention = self._mentions[number]
        floor = max(0, mention.start - KIN_REACH)
        if number and self._mentions[number - 1].end > floor:
            floor = self._mentions[number - 1].end
        found = KIN_BEFORE.search(self._text[floor : mention.start])
        found = found or KIN_AFTER.match(self._text, mention.end)
        return None if found is None else found["kin"] or ""
