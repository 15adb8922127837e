"""Analysts' decisions: kept apart from machine findings, in order, each undone at will."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from ..errors import ReviewClash
from ..records import Review
from .batches import next_number
from .findings import now
from .kinds import REVIEW, quoted


def add_review(connection: sqlite3.Connection, review: Review, last_seen: str) -> Review:
    """The review as kept, unless the subject has a newer one than the analyst was shown."""
    earlier = read_reviews(connection, review.subject)
    if earlier and earlier[-1].review_id != last_seen:
        newest = earlier[-1]
        raise ReviewClash(
            f"{review.subject!r} was changed by {newest.who!r} at {newest.at}: look at that first"
        )
    name = f"v{next_number(connection, 'review')}"
    kept = replace(review, review_id=name, at=now(), undone_at="")
    connection.execute(REVIEW.insert, REVIEW.row(kept))
    return kept


def undo_review(connection: sqlite3.Connection, review_id: str) -> Review | None:
    connection.execute(
        "UPDATE review SET undone_at = ? WHERE review_id = ? AND undone_at = ''",
        (now(), review_id),
    )
    found = _select(connection, "WHERE review_id = ?", review_id)
    return found[0] if found else None


def read_reviews(connection: sqlite3.Connection, subject: str = "") -> tuple[Review, ...]:
    """All reviews, or those of one subject, in the order in which they were made."""
    if subject:
        return _select(connection, "WHERE subject = ? ORDER BY number", subject)
    return _select(connection, "ORDER BY number")


def _select(connection: sqlite3.Connection, tail: str, *parameters: str) -> tuple[Review, ...]:
    sql = f"SELECT {quoted(REVIEW.columns)} FROM review {tail}"  # noqa: S608 - clauses of our own
    return tuple(map(REVIEW.read, connection.execute(sql, parameters)))
