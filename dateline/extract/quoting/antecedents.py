"""The person that "he" or "she" means, by what stands before it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import islice

from spacy.tokens import Token

from ...records import Mention, Span
from ..naming.vocabulary import OFFICES, PROFESSIONS
from .extents import sentence_around
from .genders import PRONOUNS, Gender, usual_genders
from .people import are_people, is_stranger
from .speakers import Speaker, phrase
from .stretches import Stretch

WINDOW = 900
"""Characters before a pronoun in which its person is looked for."""
LONGEST = 80
UNCLEAR, CLEAR = 0.5, 2.0
"""Differences of weight: below the first nobody is chosen, from the second on one is."""
PRONOUN_SURE, CLOSE_SURE, STRANGER_SURE, NOBODY_SURE, RIVALS_SURE = 0.7, 0.5, 0.5, 0.5, 0.3
_SENTENCES = 6
MOST_BACK = 3
"""Sentences before "they" in which its people are looked for."""
_STRETCHES = 3


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a pronoun means."""

    mention: Mention | None
    """Where the person is named, or None where it stays open."""
    sure: float
    """0 to 1."""
    unnamed: str = ""
    """The words for somebody without a name, where it is them."""


class Antecedents:
    """Finds the persons of one article's pronouns.

    Misses:
        A person whom the last `WINDOW` characters do not name, unless they spoke last; one
        whom the sentences before name only by a word that is no mention, so that the pronoun
        is left open; two persons of whom only what they did tells which is meant.
    """

    def __init__(
        self,
        mentions: Sequence[Mention],
        marks: Sequence[Span],
        stretches: Sequence[Stretch],
        unmeant: Set[str],
    ) -> None:
        self.mentions = mentions
        self.starts = [m.start for m in mentions]
        self.marks = marks
        self.mark_starts = [m.start for m in marks]
        self.stretches = stretches
        self.stretch_starts = [s.start for s in stretches]
        self.unmeant = unmeant
        self.usual = usual_genders(mentions)

    def between(self, start: int, end: int) -> Sequence[Mention]:
        """The mentions that begin from `start` to before `end`."""
        low = bisect_left(self.starts, start)
        return self.mentions[low : bisect_left(self.starts, end)]

    def person(self, speaker: Speaker, genders: Mapping[str, Gender], last_id: str) -> Meant | None:
        """Whom a pronoun means, or None where nobody is near; `last_id` spoke last, or is empty.

        Where two are as likely, or somebody without a name is nearer, nobody is chosen.
        """
        subject = self._subject_before(speaker)
        if subject is not None and self._is_unknown(*subject, speaker):
            return Meant(None, NOBODY_SURE)
        if subject is not None and is_stranger(subject[1], PRONOUNS[speaker.head.lower_]):
            unnamed = phrase(*subject)
            if unnamed is not None and unnamed.start >= self.paragraph_before(speaker):
                return Meant(None, STRANGER_SURE, unnamed.surface)
        ranked = sorted(
            self._weighed(speaker, genders, last_id, subject).values(), key=lambda pair: -pair[0]
        )
        if not ranked:
            return None
        margin = ranked[0][0] - ranked[1][0] if len(ranked) > 1 else CLEAR
        if margin < UNCLEAR:
            return Meant(None, RIVALS_SURE)
        return Meant(ranked[0][1], PRONOUN_SURE if margin >= CLEAR else CLOSE_SURE)

    def _weighed(
        self,
        speaker: Speaker,
        genders: Mapping[str, Gender],
        last_id: str,
        subject: tuple[Stretch, Token] | None,
    ) -> dict[str, tuple[float, Mention]]:
        """Entity id -> how likely the pronoun means that person, and the mention that says so."""
        gender = PRONOUNS[speaker.head.lower_]
        best: dict[str, tuple[float, Mention]] = {}
        for mention in reversed(self.between(speaker.start - WINDOW, speaker.start)):
            shown = genders.get(mention.entity_id) or self.usual.get(mention.entity_id)
            if not self._can_be_meant(mention) or (shown or gender) != gender:
                continue
            weight = self._weight(speaker, mention, last_id) + (mention.entity_id in genders)
            weight += 2.5 if subject is not None and _is_named_by(mention, *subject) else 0.0
            held = best.get(mention.entity_id)
            if held is None or weight > held[0]:
                best[mention.entity_id] = (weight, mention)
        return best

    def people(self, speaker: Speaker, last_at: int) -> Speaker | None:
        """The people that "they" takes up, or None; who spoke last stands at `last_at`.

        Of two groups in one sentence neither is chosen, unless one of them spoke; nor is
        anybody where the nearest subject in the plural is no people.
        """
        at = sentence_around(speaker.head)[0]
        own = (speaker.parsed, at, speaker.head.i)
        for stretch, start, end in (own, *islice(self._sentences_before(speaker), MOST_BACK)):
            words = stretch.doc[start:end]
            subject = next((w for w in words if self._is_plural(stretch, w)), None)
            if subject is None:
                continue
            found = phrase(stretch, subject)
            within = {word.i for word in subject.subtree}
            others = any(are_people(w) for w in words if w.i not in within)
            is_clear = found is not None and (found.start == last_at or not others)
            is_meant = subject.pos_ != "PRON" and self._are_people(stretch, subject)
            return found if is_clear and is_meant else None
        return None

    def _is_plural(self, stretch: Stretch, word: Token) -> bool:
        """Whether it is a subject that "they" may take up: many, or a body that is many."""
        if word.dep_ not in ("nsubj", "nsubjpass"):
            return False
        if word.pos_ == "PRON":
            return any(_joined(word))
        if word.head.tag_ in ("VBG", "VB") or self._is_quoted(stretch.span(word)):
            return False
        return word.tag_ in ("NNS", "NNPS") or self._are_people(stretch, word)

    def _are_people(self, stretch: Stretch, word: Token) -> bool:
        if are_people(word) or any(self._is_named(stretch, w) for w in _joined(word)):
            return True
        where = stretch.span(word)
        near = self.between(max(0, where.start - LONGEST), where.end)
        return any(m.overlaps(where) and m.label in ("ORG", "NORP") for m in near)

    def _is_named(self, stretch: Stretch, word: Token) -> bool:
        where = stretch.span(word)
        near = self.between(max(0, where.start - LONGEST), where.end)
        return any(m.overlaps(where) and m.label == "PERSON" for m in near)

    def pair(self, speaker: Speaker) -> Sequence[Mention]:
        """The two persons of the nearest sentence before that names more than one, or nobody."""
        for stretch, start, end in self._sentences_before(speaker):
            where = stretch.span(stretch.doc[start:end])
            named = {
                m.entity_id: m
                for m in self.between(where.start, where.end)
                if m.label == "PERSON" and m.entity_id
            }
            if len(named) > 1:
                return list(named.values()) if len(named) == 2 else ()
        return ()

    def paragraph_before(self, speaker: Speaker) -> int:
        """Where the paragraph before the speaker's starts."""
        index = bisect_right(self.stretch_starts, speaker.start) - 1
        here = speaker.parsed.passage.start
        while index > 0 and self.stretch_starts[index] >= here:
            index -= 1
        return min(here, self.stretches[index].passage.start)

    def _can_be_meant(self, mention: Mention) -> bool:
        is_person = mention.label == "PERSON" and mention.entity_id
        return (
            bool(is_person)
            and mention.entity_id not in self.unmeant
            and not self._is_quoted(mention)
        )

    def _weight(self, speaker: Speaker, mention: Mention, last_id: str) -> float:
        """Nearer, a subject, and the one who spoke last: the likelier to be "he" or "she"."""
        weight = -(speaker.start - mention.start) / 200
        if last_id and mention.entity_id == last_id:
            weight += 2.0
        if mention.passage_id == speaker.parsed.passage.passage_id:
            weight += 1.5
        return weight + self._prominence(mention)

    def _prominence(self, mention: Mention) -> float:
        index = bisect_right(self.stretch_starts, mention.start) - 1
        tokens = self.stretches[index].tokens(mention) if index >= 0 else None
        if tokens is None:
            return 0.0
        root = tokens.root
        dependency = root.head.dep_ if root.dep_ in ("appos", "conj") else root.dep_
        if dependency in ("nsubj", "nsubjpass"):
            return 1.5
        return -1.5 if dependency in ("poss", "compound", "amod") else 0.0

    def _is_quoted(self, where: Span) -> bool:
        index = bisect_right(self.mark_starts, where.start) - 1
        return index >= 0 and self.marks[index].end > where.start

    def _subject_before(self, speaker: Speaker) -> tuple[Stretch, Token] | None:
        """The subject of the nearest sentence before that has one which is not the pronoun."""
        pronoun = speaker.head.lower_
        for stretch, start, end in self._sentences_before(speaker):
            for word in stretch.doc[start:end]:
                is_subject = word.dep_ in ("nsubj", "nsubjpass") and word.head.dep_ == "ROOT"
                if is_subject and not self._is_quoted(stretch.span(word)):
                    if word.lower_ == pronoun:
                        break
                    return stretch, word
        return None

    def _sentences_before(self, speaker: Speaker) -> Iterator[tuple[Stretch, int, int]]:
        index = bisect_right(self.stretch_starts, speaker.start) - 1
        at = sentence_around(speaker.head)[0]
        left = _SENTENCES
        for stretch in reversed(self.stretches[max(0, index - _STRETCHES + 1) : index + 1]):
            end = at if stretch is self.stretches[index] else len(stretch.doc)
            while end > 0 and left > 0:
                start = sentence_around(stretch.doc[end - 1])[0]
                yield stretch, start, end
                end, left = min(start, end - 1), left - 1

    def _is_unknown(self, stretch: Stretch, subject: Token, speaker: Speaker) -> bool:
        """Whether a name stands there that no mention, or none of a person, accounts for."""
        apposed = next((c for c in subject.rights if c.dep_ == "appos"), None)
        is_office = subject.lemma_.lower() in OFFICES | PROFESSIONS
        named = apposed if is_office and apposed is not None else subject
        if named.pos_ != "PROPN" or not _is_bare(named):
            return False
        where = stretch.span(named)
        near = [m for m in self.between(where.start - LONGEST, where.end) if m.overlaps(where)]
        is_meant = named is not subject or self._goes_on(stretch, subject, speaker)
        return not near or (is_meant and all(m.label != "PERSON" for m in near))

    def _goes_on(self, stretch: Stretch, subject: Token, speaker: Speaker) -> bool:
        """Whether the pronoun takes up that name in its paragraph, before it is said to speak."""
        doc, pronoun = stretch.doc, speaker.head
        return stretch is speaker.parsed and any(
            word.dep_ == "nsubj" and word.lower_ == pronoun.lower_ and word.head.dep_ == "ROOT"
            for word in doc[subject.i + 1 : sentence_around(pronoun)[0]]
        )


def _joined(subject: Token) -> Iterator[Token]:
    """What stands beside a subject: "Ms. Roe" in "Mr. Doe and Ms. Roe"."""
    return (child for child in subject.rights if child.dep_ == "conj")


def _is_bare(name: Token) -> bool:
    """Whether it stands as persons' names do: "Roe", "Mr. Roe", "Ann Roe", not "the Graz Times"."""
    return all(c.dep_ == "compound" for c in name.lefts) and name.n_lefts < 2


def _is_named_by(mention: Mention, stretch: Stretch, subject: Token) -> bool:
    tokens = stretch.tokens(mention) if mention.end > stretch.start else None
    if tokens is None or mention.start >= stretch.end:
        return False
    root = tokens.root
    is_beside = root.dep_ in ("appos", "conj")
    return root.i == subject.i or (is_beside and root.head.i == subject.i)
