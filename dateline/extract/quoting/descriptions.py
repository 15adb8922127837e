"""Whom "the minister", "the 43-year-old" or "the ministry" means, by how it is described."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...records import Entity, Mention
from ..naming.names import fold
from ..naming.vocabulary import FORMER, LEGAL_ENDINGS, OFFICE_MODIFIERS, ORGANISATION_HEADS
from .people import PERSONS
from .speakers import Speaker

_DISTINCT = frozenset({"deputy", "vice", "assistant", "prime"}) | FORMER
_FIRM_WORDS = "company firm corporation business manufacturer maker"
_BODY_WORDS = "carmaker automaker airline charity startup retailer watchdog outlet"
_LINKING = "of for in at from to on with and who that which based s the this a an by"
_SOLE_WORDS = "president premier pope king queen emperor chancellor governor mayor chairman"
_SOLE = frozenset(_SOLE_WORDS.split())
"""Offices of one at a time: "a president" speaks of the office, and brings nobody in."""
_ENTERING = r"an?|another|one|other|two|three|several"
_FIRMS = frozenset(_FIRM_WORDS.split())
_BODIES = (ORGANISATION_HEADS - {"guard", "house", "post", "staff", "squad"}) | _FIRMS
_BODIES |= frozenset(_BODY_WORDS.split())
_AGED = re.compile(r"\b(\d{1,3})-year-old\b")
_AGE_AFTER = re.compile(
    r"\s*(?:\((\d{1,3})\)|,\s*(?:who is |aged )?(\d{1,3})(?=\s*[,.;)])|"
    r",?\s*(?:is |was )?(?:an? |the )(\d{1,3})-year-old\b|\s+(?:is|was) (\d{1,3})\b)"
)
_AGE_BEFORE = re.compile(r"\b(\d{1,3})-year-old\s+(?:[\w-]+\s+){0,3}$")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_BEFORE, _AFTER = 60, 90
MOST_NEAR = 80
"""Mentions before a phrase that are looked at."""
_LINKS = frozenset(_LINKING.split())
_APPOSED = re.compile(
    r"\s*,?\s*(?:\d{1,3},\s*)?(?:who |which |that )?(?:(?:is|was|has been|became|remains) )?"
    r"(?:an?|the|his|her|their|its|one of the)\s+([^,.;:()\n\"“”]{2,80})"
)
_LEAD = re.compile(r"([^,.;:()\n\"“”]{2,60}?)(,?)\s*$")


@dataclass(frozen=True, slots=True)
class Sought:
    """A common noun phrase, read."""

    noun: str
    """Lemma of its main word."""
    qualities: frozenset[str]
    """Folded words that narrow it down: "foreign", "former"."""
    names: frozenset[str]
    """Folded words with a capital that do: "Russian", "Graz"."""
    age: str
    """ "43", or empty."""

    def is_called(self, surface: str) -> bool:
        """Whether what narrows it down is said by other words for it: "a spokesman for Acme"."""
        return self.qualities | self.names <= set(fold(surface).split())

    @property
    def is_body(self) -> bool:
        return self.noun in _BODIES


def sought_by(speaker: Speaker) -> Sought | None:
    """What a definite noun phrase looks for, or None where it is none: "the former minister"."""
    words = speaker.surface.split()
    if len(words) < 2 or words[0].lower() not in ("the", "this") or speaker.is_relative:
        return None
    age = _AGED.search(speaker.surface)
    head = speaker.head
    if age is None and head.tag_ == "NNS" and head.lower_ != "police":
        return None
    noun = fold(head.lemma_)
    left_out = {noun, fold(head.text), *_LINKS}
    narrowing = [word for word in words[1:] if fold(word) not in left_out]
    named = frozenset(fold(word) for word in narrowing if word[0].isupper())
    qualities = frozenset(fold(word) for word in narrowing) - named
    return Sought(noun, qualities, named, age.group(1) if age else "")


class Descriptions:
    """What the article says of those that it names, beside their names.

    Misses:
        What a sentence without the name says of somebody; nouns that name the same thing by
        another word ("the firm" of a bank that no other word describes); kinship ("his mother").
    """

    def __init__(self, text: str, entities: Mapping[str, Entity]) -> None:
        self.text = text
        self.entities = entities
        self.judged: dict[Sought, dict[int, bool]] = {}
        """Phrase -> start of a mention -> whether it is described so."""

    def fitting(self, sought: Sought, mentions: Sequence[Mention], until: int) -> list[Mention]:
        """The mentions that the phrase describes, the last of each entity, nearest first.

        Args:
            mentions: those that stand before the phrase.
            until: where the phrase starts; what is told of a name ends there.
        """
        found: dict[str, Mention] = {}
        known = self.judged.setdefault(sought, {})
        for mention in reversed(mentions[-MOST_NEAR:]):
            name = mention.entity_id
            if not name or name in found:
                continue
            judged = known.get(mention.start) if mention.end + _AFTER <= until else None
            fits = self._fits(sought, mention, until) if judged is None else judged
            if mention.end + _AFTER <= until:
                known[mention.start] = fits
            if fits:
                found[name] = mention
        return list(found.values())

    def has_rival(self, sought: Sought, mention: Mention, until: int) -> bool:
        """Whether somebody else of that kind enters between a name and the phrase."""
        apposed = _APPOSED.match(self.text, mention.end, until)
        first = apposed.end() if apposed else mention.end
        entering = (
            rf"\b(?:an?|another|one|two|three|several|other)\s+(?:[\w-]+\s+){{0,3}}{sought.noun}"
        )
        return bool(re.search(entering, self.text[first:until], re.IGNORECASE))

    def _fits(self, sought: Sought, mention: Mention, until: int) -> bool:
        if sought.age:
            return mention.label == "PERSON" and self._age(mention) == sought.age
        if mention.label != ("ORG" if sought.is_body else "PERSON"):
            return False
        if until - mention.end < 3 and self.text[mention.end : until].strip() == ",":
            return False
        if mention.label == "ORG" and self._is_named_for(sought, mention):
            return True
        apposed = _APPOSED.match(self.text, mention.end, min(mention.end + _AFTER, until))
        told = (mention.role, apposed[1] if apposed else "")
        return any(_holds(words, sought) for words in told if words) or self._leads(sought, mention)

    def _age(self, mention: Mention) -> str:
        after = _AGE_AFTER.match(self.text, mention.end)
        before = _AGE_BEFORE.search(self.text, max(0, mention.start - _BEFORE), mention.start)
        return next((g for m in (after, before) if m for g in m.groups() if g), "")

    def _is_named_for(self, sought: Sought, mention: Mention) -> bool:
        """Whether the noun stands in the name: "the ministry" of the Ministry of Water."""
        entity = self.entities.get(mention.entity_id)
        for name in {mention.surface, *((entity.name, *entity.aliases) if entity else ())}:
            words = frozenset(fold(name).split())
            is_firm = sought.noun in _FIRMS and bool(words & LEGAL_ENDINGS)
            if (is_firm or sought.noun in words) and sought.qualities | sought.names <= words:
                return True
        return False

    def _leads(self, sought: Sought, mention: Mention) -> bool:
        """Whether the noun stands right before the name: "the baker Ann Roe"."""
        first = max(0, mention.start - _BEFORE)
        line = self.text.rfind("\n", first, mention.start) + 1
        lead = _LEAD.search(self.text, max(line, first), mention.start)
        if lead is None or (lead[2] and not sought.is_body and sought.noun not in PERSONS):
            return False
        return fold(lead[1]).endswith(sought.noun) and _holds(lead[1], sought)


def _holds(told: str, sought: Sought) -> bool:
    """Whether words told of somebody are what is sought: "the governor" is no deputy governor.

    The noun ends what is told, or stands before "of", "for" and the like; each quality sought is
    told; nobody former, deputy or prime is meant by the bare noun, nobody of another country or
    town by the noun with a name.
    """
    words = fold(told).split()
    if sought.noun not in words:
        return False
    at = words.index(sought.noun)
    if _LINKS.intersection(words[:at]) or (at + 1 < len(words) and words[at + 1] not in _LINKS):
        return False
    if not sought.qualities <= set(words) or _DISTINCT & set(words[:at]) - sought.qualities:
        return False
    named = {fold(word) for word in _WORD.findall(told) if word[0].isupper()}
    return sought.names <= named or not named - OFFICE_MODIFIERS - {sought.noun}
