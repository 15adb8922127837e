"""Which entity a speaker's words mean: a name, a pronoun or a common noun."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ...records import Article, Entity, Mention, Span
from .antecedents import CLOSE_SURE, RIVALS_SURE, WINDOW, Antecedents
from .descriptions import Descriptions, sought_by
from .genders import PRONOUNS, Gender, shown_genders
from .speakers import Speaker
from .stretches import Stretch
from .unmeant import unmeant_ids

REACH = 4 * WINDOW
"""Characters before a common noun in which whom it means is looked for."""
_THEY = frozenset({"they", "their"})
_PAIRS = frozenset({"couple", "pair", "duo"})
_IT = frozenset({"it", "its"})
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_APPOSED = re.compile(r"\s*,\s*(?:the\s+|an?\s+)?([^,()]{3,80})")
_OFFICE = re.compile(r"\b[a-z]{2,}\b.*\s|\s.*\b[a-z]{2,}\b|^[a-z]{4,}$")
_GIVEN = re.compile(
    r"\s*,?\s*who (?:gave (?:his|her|their) name (?:only |just )?as|(?:only |just )?identified "
    r"(?:himself|herself|themselves) (?:only |just )?as|asked to be (?:called|identified as)|"
    r"calls (?:himself|herself)) "
)
_ADDRESS = re.compile(r"(?:^|\b)(?:Mr|Mrs|Ms|Miss|Mx)\.?$")


@dataclass(frozen=True, slots=True)
class Identity:
    """The entity a speaker is held to be."""

    entity_id: str = ""
    name: str = ""
    role: str = ""
    confidence: float = 0.5


class Speakers:
    """Resolves the speakers of one article, in the order in which they speak.

    Misses:
        "We" and "I"; "they" for things that are not said to be people, and for two named in
        different sentences; a pronoun whose person was last named more than a few sentences
        before, unless they spoke last; a common noun that nothing beside a name matches. Where
        two fit, nobody is chosen, and the confidence is low.
    """

    def __init__(
        self,
        article: Article,
        mentions: Sequence[Mention],
        entities: Sequence[Entity],
        marks: Sequence[Span],
        stretches: Sequence[Stretch],
    ) -> None:
        self.text = article.text
        ordered = sorted(mentions, key=lambda m: (m.start, m.end))
        self.entities: Mapping[str, Entity] = {e.entity_id: e for e in entities}
        self.genders: dict[str, Gender] = shown_genders(article.text, ordered)
        unmeant = unmeant_ids(article, ordered)
        self.antecedents = Antecedents(ordered, marks, stretches, unmeant)
        self.descriptions = Descriptions(article.text, self.entities)
        self.unnamed: dict[str, tuple[int, str]] = {}
        """Noun -> where somebody without a name who is called so spoke last, and in which words."""
        self.last = Identity()
        self.last_at = -WINDOW
        self.spoke_at = -WINDOW

    def identify(self, speaker: Speaker) -> Identity:
        """The entity that a speaker's words mean, remembered for the pronouns that follow."""
        found = self._named(speaker) or self._pronoun(speaker) or self._nominal(speaker)
        self.spoke_at = speaker.start
        if found is None:
            return Identity(name=speaker.surface)
        if found.entity_id:
            self.last, self.last_at = found, speaker.start
        return found

    def known(self, mention: Mention, confidence: float) -> Identity:
        """The entity of a mention that stands elsewhere in the article."""
        return Identity(mention.entity_id, self._name(mention), _office(mention.role), confidence)

    def _named(self, speaker: Speaker) -> Identity | None:
        where = self._antecedent(speaker)
        inside = [
            m for m in self.antecedents.between(where.start, where.end) if m.end <= where.end + 2
        ]
        chosen = next((m for m in inside if _names(speaker, m)), None) or _titled(inside, where)
        if chosen is None:
            chosen = self._given_name(speaker)
        if chosen is None:
            return None
        role = _office(chosen.role) or self._role_beside(speaker, where, chosen)
        return Identity(chosen.entity_id, self._name(chosen), role, 0.95 * chosen.confidence)

    def _given_name(self, speaker: Speaker) -> Mention | None:
        """The name in "a man who gave his name as Roe"."""
        given = _GIVEN.match(self.text, speaker.end)
        after = self.antecedents.between(given.end(), given.end() + 1) if given else ()
        return next(iter(after), None)

    def _antecedent(self, speaker: Speaker) -> Span:
        if not speaker.is_relative:
            return speaker
        first, last = speaker.head.left_edge.i, speaker.head.i
        return speaker.parsed.span(speaker.parsed.doc[first : last + 1])

    def _name(self, mention: Mention) -> str:
        entity = self.entities.get(mention.entity_id)
        return entity.name if entity is not None else mention.surface

    def _role_beside(self, speaker: Speaker, where: Span, mention: Mention) -> str:
        if mention.label != "PERSON":
            return ""
        before = _ARTICLE.sub("", self.text[where.start : mention.start].strip())
        if before and not _ADDRESS.search(before) and before[-1].isalpha():
            return " ".join(before.split())
        apposed = _APPOSED.match(self.text, mention.end, where.end)
        if apposed is None or speaker.is_relative or not _OFFICE.search(apposed.group(1)):
            return ""
        return " ".join(apposed.group(1).split())

    def _pronoun(self, speaker: Speaker) -> Identity | None:
        word = speaker.head.lower_
        if word in PRONOUNS:
            return self._personal(speaker, PRONOUNS[word])
        if word in _THEY:
            return self._several(speaker)
        if word in _IT and self._is_recent(speaker) and not self._is_person(self.last.entity_id):
            return Identity(self.last.entity_id, self.last.name, "", 0.5)
        return None

    def _personal(self, speaker: Speaker, gender: Gender) -> Identity | None:
        """ "he" and "she": the likeliest person near, else the one who spoke last."""
        last = self.last if self._is_recent(speaker) else Identity()
        meant = self.antecedents.person(speaker, self.genders, last.entity_id)
        if meant is None:
            is_other = self.genders.get(last.entity_id, gender) != gender
            is_far = self.last_at < self.antecedents.paragraph_before(speaker)
            if is_other or is_far or not self._is_person(last.entity_id):
                return None
            return replace(last, confidence=CLOSE_SURE)
        if meant.mention is None:
            return Identity(name=meant.unnamed or speaker.surface, confidence=meant.sure)
        chosen = meant.mention
        self.genders.setdefault(chosen.entity_id, gender)
        return Identity(chosen.entity_id, self._name(chosen), _office(chosen.role), meant.sure)

    def _several(self, speaker: Speaker) -> Identity | None:
        """ "they": the people, or the body of them, that the sentence before is about."""
        found = self.antecedents.people(speaker, self.spoke_at)
        if found is None:
            return None
        named = next(
            (m for m in self.antecedents.between(found.start, found.end) if _names(found, m)), None
        )
        is_joint = any(child.dep_ == "conj" for child in found.head.rights)
        if named is None or not named.entity_id or is_joint:
            return Identity(name=found.surface, confidence=0.45)
        return Identity(named.entity_id, self._name(named), "", 0.5)

    def _is_recent(self, speaker: Speaker) -> bool:
        return 0 <= speaker.start - self.last_at < WINDOW

    def _is_person(self, entity_id: str) -> bool:
        entity = self.entities.get(entity_id)
        return entity is not None and entity.kind == "person"

    def _nominal(self, speaker: Speaker) -> Identity | None:
        """ "the minister", "the company": the one that is described so, where it is one."""
        if speaker.head.lower_ in _PAIRS:
            return self._pair(speaker)
        sought = sought_by(speaker)
        if sought is None:
            self._remember_unnamed(speaker)
            return None
        near = self.antecedents.between(max(0, speaker.start - REACH), speaker.start)
        fitting = self.descriptions.fitting(sought, near, speaker.start)
        start, surface = self.unnamed.get(sought.noun, (-WINDOW, ""))
        latest = max((m.start for m in fitting), default=speaker.start - WINDOW)
        if start > latest and sought.is_called(surface):
            return Identity(name=surface, confidence=0.45)
        if not fitting:
            self._remember_unnamed(speaker)
            return None
        recent = [m for m in fitting if m.start >= self.antecedents.paragraph_before(speaker)]
        chosen = fitting if len(fitting) == 1 else recent
        if len(chosen) != 1 or self.descriptions.has_rival(sought, chosen[0], speaker.start):
            return Identity(name=speaker.surface, confidence=RIVALS_SURE)
        sure = 0.6 if len(fitting) == 1 else 0.5
        (one,) = chosen
        return Identity(one.entity_id, self._name(one), _office(one.role), sure)

    def _remember_unnamed(self, speaker: Speaker) -> None:
        """Keep "a spokesman for the army" for "the spokesman" that follows."""
        if speaker.head.pos_ == "NOUN" and speaker.head.tag_ == "NN":
            self.unnamed[speaker.head.lemma_.lower()] = (speaker.start, speaker.surface)

    def _pair(self, speaker: Speaker) -> Identity | None:
        """ "the couple": the two persons that one sentence before names."""
        names = [self._name(mention) for mention in self.antecedents.pair(speaker)]
        return Identity(name=" and ".join(names), confidence=0.5) if names else None


def is_person_pronoun(speaker: Speaker) -> bool:
    """Whether a speaker's words are "he" or "she"."""
    return speaker.head.lower_ in PRONOUNS


def _office(role: str) -> str:
    """A role without one that is only a form of address."""
    return "" if _ADDRESS.fullmatch(role) else role


def _names(speaker: Speaker, mention: Mention) -> bool:
    """Whether a mention is the phrase's own name, and not one that qualifies it."""
    tokens = speaker.parsed.tokens(mention)
    if tokens is None or not len(tokens):
        return False
    head = speaker.head
    if tokens.start <= head.i < tokens.end:
        return True
    root = tokens.root
    if mention.label != "PERSON":
        return False
    is_split_name = root.dep_ in ("nmod", "compound") and head.pos_ == "PROPN"
    return root.head.i == head.i and (root.dep_ == "appos" or is_split_name)


def _titled(inside: Sequence[Mention], where: Span) -> Mention | None:
    """ "Ruritania's envoy to Graustark Ann Roe": a name that ends the phrase, after a place."""
    if len(inside) < 2 or inside[-1].label != "PERSON":
        return None
    last, before = inside[-1], inside[-2]
    is_end = last.end >= where.end - 1
    return last if is_end and 0 < last.start - before.end <= 2 else None
