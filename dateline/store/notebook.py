"""What analysts bookmarked, tagged and noted, read from their decisions in order.

A decision on a tag counts by what it adds and takes out, so that two analysts never undo one
another, and an undone one leaves the others as they are.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

import orjson

from ..errors import ReviewClash, UsageError
from ..records import Review
from .reviews import add_review, read_reviews

Kind = Literal["quotation", "passage", "entity"]
KINDS: tuple[Kind, ...] = ("quotation", "passage", "entity")
ACTIONS = ("bookmark", "tag", "note")
MOST_TAGS, LONGEST_TAG, LONGEST_NOTE = 20, 60, 4000


@dataclass(frozen=True, slots=True)
class Entry:
    """How one subject stands in the notebook."""

    subject: str
    """Kind and id: "quotation:..."."""
    is_bookmarked: bool = False
    tags: tuple[str, ...] = ()
    """In the order in which they were given."""
    note: str = ""
    who: str = ""
    """The analyst of the last decision that stands."""
    at: str = ""
    """When it was made, UTC ISO 8601."""

    def __bool__(self) -> bool:
        return self.is_bookmarked or bool(self.tags or self.note)

    @property
    def kind(self) -> str:
        return self.subject.partition(":")[0]

    @property
    def record(self) -> str:
        """The id of the quotation, passage or entity."""
        return self.subject.partition(":")[2]


def entries(reviews: Iterable[Review]) -> tuple[Entry, ...]:
    """The notebook that decisions leave, in which the last decided on comes first."""
    standing = dict[str, Entry]()
    for review in reviews:
        if review.action in ACTIONS and not review.undone_at:
            before = standing.pop(review.subject, Entry(review.subject))
            standing[review.subject] = _decided(before, review)
    return tuple(entry for entry in reversed(standing.values()) if entry)


def entry_of(connection: sqlite3.Connection, subject: str) -> Entry:
    """How one subject stands."""
    found = entries(read_reviews(connection, subject))
    return found[0] if found else Entry(subject)


def decide(connection: sqlite3.Connection, shown: Entry, wanted: Entry) -> tuple[Review, ...]:
    """The decisions kept that make what was shown what is wanted, one an action that differs.

    Raises:
        ReviewClash: another note was written since.
        UsageError: there are too many tags, or a tag or the note is too long.
    """
    _check(wanted)
    now = entry_of(connection, wanted.subject)
    if shown.note != wanted.note and now.note != shown.note:
        raise ReviewClash(f"{now.who!r} wrote another note at {now.at}: look at that first")
    kept = list[Review]()
    for action in ACTIONS:
        before, after = _fields(shown, action), _fields(wanted, action)
        if before != after:
            made = Review("", wanted.subject, action, _json(before), _json(after), wanted.who, "")
            seen = read_reviews(connection, wanted.subject)
            kept.append(add_review(connection, made, seen[-1].review_id if seen else ""))
    return tuple(kept)


def _decided(entry: Entry, review: Review) -> Entry:
    before, after = orjson.loads(review.before), orjson.loads(review.after)
    told = replace(entry, who=review.who, at=review.at)
    if review.action == "bookmark":
        return replace(told, is_bookmarked=bool(after["bookmark"]))
    if review.action == "note":
        return replace(told, note=str(after["note"]))
    gone = set(before["tags"]) - set(after["tags"])
    tags = dict.fromkeys(
        (*entry.tags, *(tag for tag in after["tags"] if tag not in before["tags"]))
    )
    return replace(told, tags=tuple(tag for tag in tags if tag not in gone))


def _fields(entry: Entry, action: str) -> Mapping[str, object]:
    values = {"bookmark": entry.is_bookmarked, "tag": entry.tags, "note": entry.note}
    return {"tags" if action == "tag" else action: values[action]}


def _json(fields: Mapping[str, object]) -> str:
    return orjson.dumps(fields).decode()


def _check(entry: Entry) -> None:
    kind, record = entry.kind, entry.record
    if kind not in KINDS or not record:
        raise UsageError(f"{entry.subject!r} is no quotation, passage or entity")
    if len(entry.tags) > MOST_TAGS:
        raise UsageError(f"{len(entry.tags)} tags are too many: {MOST_TAGS} at the most")
    for tag in entry.tags:
        if not tag.strip() or len(tag) > LONGEST_TAG or not tag.isprintable():
            raise UsageError(f"a tag has 1 to {LONGEST_TAG} letters: {tag[:80]!r} has not")
    if len(entry.note) > LONGEST_NOTE:
        raise UsageError(f"the note has {len(entry.note):,} letters: {LONGEST_NOTE:,} at the most")
