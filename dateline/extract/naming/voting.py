"""One label a name and article: the model's votes, the lexicon's word and what stands beside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...records import Label
from . import vocabulary as words
from .beside import PLACES, Reason, beside
from .charted import label_of_kind
from .context import Context
from .lines import Draft, Line
from .names import fold, is_acronym

Ballot = dict[Label, float]
LABEL_ORDER: tuple[Label, ...] = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT")
COMMON_KINDS = frozenset({"country", "admin1", "city", "region", "sea", "continent", "macro"})
SETTLED_KINDS = frozenset({"admin1", "city"})
NOT_PLACES: tuple[Label, ...] = ("PERSON", "ORG", "NORP", "EVENT")
ACRONYM_PERSON = 0.3
UNKNOWN_PLACE = 0.8
LONG_CAPITALS = 4
SHORT_GROUP = 3
PARTNERS = re.compile(r"[^\s,]+ & [^\s,]+")
PUBLISHER = 50.0
CHARTED = 3.0
MARKED_MOST = 1.4
HEADS = words.ORGANISATION_HEADS | words.TRADES
LAST_WORDS = HEADS | words.LEGAL_FORMS


def vote(context: Context, drafts: Sequence[Draft]) -> dict[str, tuple[Label, float]]:
    """The label and its share of the votes for each folded name in the article.

    **Misses:** two things of one name in one article share a label.
    """
    votes: dict[str, Ballot] = {}
    around: dict[str, Ballot] = {}
    surfaces: dict[str, str] = {}
    for draft in drafts:
        surface = context.article.text[draft.start : draft.end]
        key = fold(surface)
        surfaces.setdefault(key, surface)
        line = context.lines[draft.line]
        _count(votes.setdefault(key, _ballot()), _as_marked(context, line, draft, surface))
        _count(around.setdefault(key, _ballot()), beside(context, line, draft))
    for key, surface in surfaces.items():
        if _is_charted(context, surface):
            _doubt(votes[key], NOT_PLACES)
        elif context.place_kind(surface) in SETTLED_KINDS:
            _doubt(votes[key], ("ORG",))
        _count(votes[key], around[key].items())
        _count(votes[key], _known(context, surface))
    full, houses = _full_names(votes), _houses(votes)
    for key, surface in surfaces.items():
        if len(key) <= SHORT_GROUP and surface.isupper():
            full.pop(key, None)
    for key, ballot in votes.items():
        _as_family(key, ballot, full, houses)
    return {key: _winner(ballot) for key, ballot in votes.items()}


def _ballot() -> Ballot:
    return dict.fromkeys(LABEL_ORDER, 0.0)


def _is_charted(context: Context, surface: str) -> bool:
    """Whether the gazetteer has the name as that of one place worth a record of its own.

    The model knows few crossings, camps and quarters and calls them persons or organisations, as
    often as they come; so it does with cities of two words, unless the last alone comes back.
    """
    kind = context.place_kind(surface)
    if kind is None:
        return False
    if kind not in COMMON_KINDS:
        return True
    parts = surface.split()
    return kind == "city" and len(parts) > 1 and parts[-1] not in context.lone_words


def _doubt(ballot: Ballot, labels: Iterable[Label]) -> None:
    """Bounds what the model alone may say against a place, however often it says so."""
    for label in labels:
        ballot[label] = min(ballot[label], MARKED_MOST)


def _as_marked(context: Context, line: Line, draft: Draft, surface: str) -> Iterator[Reason]:
    """The model's label, as far as the shape and place of the name bear it."""
    if draft.label == "ORG" and draft.weight <= 1:
        yield from _as_organisation(context, line, draft, surface)
    elif draft.label == "PERSON" and is_acronym(surface):
        yield "PERSON", ACRONYM_PERSON * draft.weight
    elif draft.label == "PERSON" and _opens_in_capitals(surface):
        yield "PERSON", ACRONYM_PERSON * draft.weight
        yield "ORG", 2 * ACRONYM_PERSON * draft.weight
    elif draft.label in PLACES and draft.weight <= 1 and not context.place_kind(surface):
        yield draft.label, UNKNOWN_PLACE * draft.weight
    else:
        yield draft.label, draft.weight


def _opens_in_capitals(surface: str) -> bool:
    """Whether a name of mixed letters opens with an acronym: "NORDA ActiveGrid"."""
    opening = surface.split()[0]
    return len(opening) >= LONG_CAPITALS and is_acronym(opening) and not surface.isupper()


def _as_organisation(context: Context, line: Line, draft: Draft, surface: str) -> Iterator[Reason]:
    """What an organisation of the model's is worth: it calls many persons so that it never met.

    Two plain words that do something, without an article, are more often a person; and so are
    two whose last alone comes back, for organisations are shortened to their first word.
    """
    parts, tokens = surface.split(), line.tokens(draft)
    plain = all(part.isalpha() and part[1:].islower() for part in parts)
    headed = any(fold(part) in HEADS for part in parts)
    if tokens is None or len(parts) != 2 or not plain or headed:
        yield "ORG", 0.8 * draft.weight
        return
    recalled = parts[1] in context.lone_words and parts[0] not in context.lone_words
    acts = _acts(line, *tokens)
    yield "ORG", (0.5 if acts or recalled else 0.8) * draft.weight
    yield "PERSON", (0.55 * acts + 0.55 * recalled) * draft.weight


def _acts(line: Line, first: int, last: int) -> bool:
    """Whether the name, without an article, is the subject of a verb."""
    doc = line.parsed.doc
    return line.lower(first - 1) != "the" and any(
        doc[token].dep_ == "nsubj" for token in range(first, last)
    )


def _count(ballot: Ballot, reasons: Iterable[Reason]) -> None:
    for label, weight in reasons:
        ballot[label] += weight


def _winner(ballot: Ballot) -> tuple[Label, float]:
    best = max(LABEL_ORDER, key=lambda label: ballot[label])
    total = sum(ballot.values())
    return best, ballot[best] / total if total else 0.0


def _full_names(votes: Mapping[str, Ballot]) -> dict[str, float]:
    """How firmly each word is known as the first or last word of a person's full name."""
    known: dict[str, float] = {}
    for key, ballot in votes.items():
        parts = key.split()
        if 2 <= len(parts) <= 5 and _winner(ballot)[0] == "PERSON":
            known[parts[-1]] = 2.5
            known.setdefault(parts[0], 1.5)
    return known


def _houses(votes: Mapping[str, Ballot]) -> frozenset[str]:
    """First words of organisations' longer names: a lone "Tata" may mean "Tata Group"."""
    return frozenset(
        key.split()[0]
        for key, ballot in votes.items()
        if " " in key and _winner(ballot)[0] == "ORG"
    )


def _as_family(key: str, ballot: Ballot, full: Mapping[str, float], houses: frozenset[str]) -> None:
    """Counts what longer names elsewhere in the article say of a shorter or a kindred one."""
    parts = key.split()
    if len(parts) == 1 and key in full:
        ballot["PERSON"] += full[key]
        if key not in houses:
            ballot["PERSON"] += ballot["ORG"]
            ballot["ORG"] = 0.0
    elif key in houses and not any(ballot[label] for label in PLACES):
        ballot["ORG"] += 1.0
    elif 2 <= len(parts) <= 4 and ballot["ORG"] < 2 and (parts[0] in full or parts[-1] in full):
        ballot["PERSON"] += 1.2


def _known(context: Context, surface: str) -> Iterator[Reason]:
    """What the words themselves say: country, people, head word, acronym."""
    parts = fold(surface).split()
    last = parts[-1] if parts else ""
    if fold(surface) in context.publishers:
        yield "ORG", PUBLISHER
    elif _is_group(surface) or PARTNERS.fullmatch(surface) or " ".join(parts) in words.LONG_GROUPS:
        yield "ORG", 4.0
    elif context.country(surface):
        yield "GPE", 4.0
    elif context.demonym(surface) or fold(surface) in words.PEOPLES:
        yield "NORP", 4.0
    elif len(parts) > 1 and last in LAST_WORDS:
        yield "ORG", 2.0
    elif len(parts) > 1 and last in words.PLACE_HEADS:
        yield _place_label(last), 2.0
    elif kind := context.place_kind(surface):
        yield label_of_kind(kind), 1.5 if kind in COMMON_KINDS else CHARTED
    elif is_acronym(surface):
        yield "ORG", 1.0


def _is_group(surface: str) -> bool:
    """Whether the last word is a group's name; the shortest are written in capitals ("UN")."""
    last = surface.split()[-1] if surface else ""
    known = fold(last) in words.ORGANISED_GROUPS
    return known and (len(last) > SHORT_GROUP or last.isupper())


def _place_label(head: str) -> Label:
    if head in words.NATURAL_HEADS:
        return "LOC"
    return "GPE" if head in words.ADMINISTRATIVE_HEADS else "FAC"
