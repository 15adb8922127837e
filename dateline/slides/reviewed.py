"""Whether analysts looked at what a slide shows: bookmarks, tags, notes and other decisions."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from ..briefing import Said
from ..query import Index
from ..query.select import selection
from ..records import Review
from ..store.notebook import ACTIONS, entries
from .asked import Asked
from .corpus import Corpus
from .said import places_of_rows
from .words import counted, listed

NONE = "Machine findings, none reviewed by an analyst"
DID = {
    "bookmark": "bookmarked", "tag": "tagged", "note": "noted", "confirm": "confirmed",
    "correct": "corrected", "reject": "rejected", "merge": "merged", "split": "split",
    "rename": "renamed", "move": "moved",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Touched:
    """What stands of the decisions on one subject."""

    acts: frozenset[str]
    who: frozenset[str]


def review_words(
    corpus: Corpus,
    asked: Asked,
    said: Collection[Said],
    entities: Collection[str],
    is_whole: bool,
) -> str:
    """What of a slide was looked at: "Machine findings; 2 of 3 quotations bookmarked".

    Args:
        said: the quotations that it shows; without any, those inside its Brush are looked through.
        entities: those that it names.
        is_whole: whether it rests on all that its Brush selects.
    """
    touched = standing(corpus.reviews)
    if not touched:
        return NONE
    index, shown = corpus.index, [f"quotation:{one.quotation_id}" for one in said]
    groups = {
        ("quotation", "quotations"): [one for one in shown if one in touched]
        if said or not is_whole
        else _quotations(index, asked, touched),
        ("passage", "passages"): _passages(index, asked, touched) if is_whole else [],
        ("entity", "entities"): [one for e in entities if (one := f"entity:{e}") in touched],
    }
    parts = [_part(noun, found, len(said), touched) for noun, found in groups.items() if found]
    if not parts:
        return NONE
    who = {name for found in groups.values() for one in found for name in touched[one].who}
    by = "an analyst" if len(who) == 1 else f"{len(who):,} analysts"
    return f"Machine findings; {', '.join(parts)} by {by}"


def _part(
    noun: tuple[str, str], found: Collection[str], shown: int, touched: Mapping[str, Touched]
) -> str:
    """2 of 3 quotations bookmarked, of quotations that are shown; else 2 passages noted."""
    acts = {act for one in found for act in touched[one].acts}
    did = listed([word for act, word in DID.items() if act in acts], len(DID)) or "reviewed"
    if noun[0] == "quotation" and shown:
        return f"{len(found):,} of {counted(shown, *noun)} {did}"
    return f"{counted(len(found), *noun)} {did}"


def standing(reviews: Collection[Review]) -> Mapping[str, Touched]:
    """For each subject what stands of the decisions on it."""
    found: dict[str, tuple[set[str], set[str]]] = {}
    for entry in entries(reviews):
        held = {"bookmark": entry.is_bookmarked, "tag": entry.tags, "note": entry.note}
        acts = {act for act, is_held in held.items() if is_held}
        found[entry.subject] = acts, {entry.who}
    for review in reviews:
        if review.action not in ACTIONS and not review.undone_at:
            acts, who = found.setdefault(review.subject, (set(), set()))
            acts.add(review.action)
            who.add(review.who)
    return {one: Touched(frozenset(acts), frozenset(who)) for one, (acts, who) in found.items()}


def _quotations(index: Index, asked: Asked, touched: Mapping[str, Touched]) -> list[str]:
    ids = _of("quotation", touched)
    held = pa.array(index.frames["quotations"]["quotation_id"]).cast(pa.large_string())
    rows = np.array([pc.index(held, one).as_py() for one in ids], dtype=np.int64)
    places = np.where(rows < 0, -1, places_of_rows(index, rows)) if len(ids) else rows
    inside = selection(index, asked.brush).holds("quotations")
    told = zip(ids, places.tolist(), strict=True)
    return [f"quotation:{one}" for one, place in told if place >= 0 and inside[place]]


def _passages(index: Index, asked: Asked, touched: Mapping[str, Touched]) -> list[str]:
    mask = selection(index, asked.brush).mask
    codes = {one: index.passages.code_of(one) for one in _of("passage", touched)}
    return [f"passage:{one}" for one, code in codes.items() if code is not None and mask[code]]


def _of(kind: str, touched: Mapping[str, Touched]) -> list[str]:
    return [one.partition(":")[2] for one in touched if one.startswith(f"{kind}:")]
