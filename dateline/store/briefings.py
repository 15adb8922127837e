"""Briefings as versions of them: who decided what and when, and what stood then.

Nothing is ever changed or taken out. Undo and redo put a version before or after on top again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

import msgspec

from ..briefing import Briefing, Slide
from ..errors import CorpusError, ReviewClash, UsageError
from .batches import next_number
from .findings import now
from .limits import checked

Action = Literal["keep", "delete", "restore", "undo", "redo"]
_COLUMNS = "version, action, who, at, is_deleted, undo_to, redo_to, CAST(content AS BLOB)"
_STANDING = f"""
SELECT briefing_id, {_COLUMNS} FROM briefing_version
WHERE number IN (SELECT max(number) FROM briefing_version GROUP BY briefing_id)
AND is_deleted = 0 ORDER BY number DESC
"""  # noqa: S608 - names of our own columns
_NEWEST = f"""
SELECT {_COLUMNS} FROM briefing_version WHERE briefing_id = ? ORDER BY version DESC LIMIT 1
"""  # noqa: S608 - names of our own columns
_ONE = f"SELECT {_COLUMNS} FROM briefing_version WHERE briefing_id = ? AND version = ?"  # noqa: S608 - names of our own columns
_ADD = """
INSERT INTO briefing_version
    (briefing_id, version, action, who, at, is_deleted, undo_to, redo_to, content)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_KNOWN = "SELECT slide_id FROM slide WHERE briefing_id = ?"


@dataclass(frozen=True, slots=True)
class Version:
    """One decision on a briefing, and how it stands by it."""

    version: int
    action: str
    who: str
    at: str
    is_deleted: int
    undo_to: int
    """The version that undo puts on top again; 0 where there is none."""
    redo_to: int
    content: bytes

    def briefing(self, briefing_id: str) -> Briefing:
        """The briefing as it stands by this version.

        Raises:
            CorpusError: the file was altered by hand.
        """
        try:
            read = msgspec.json.decode(self.content, type=Briefing)
        except (msgspec.MsgspecError, ValueError, RecursionError) as error:
            raise CorpusError(
                f"version {self.version} of the briefing {briefing_id!r} cannot be read ({error}): "
                "restore a copy of the corpus"
            ) from error
        return replace(
            read, briefing_id=briefing_id, version=self.version, who=self.who, at=self.at
        )


def read_briefings(connection: sqlite3.Connection) -> tuple[Briefing, ...]:
    """Those that stand, the newest changed first."""
    rows = connection.execute(_STANDING)
    return tuple(Version(*row).briefing(briefing_id) for briefing_id, *row in rows)


def read_briefing(connection: sqlite3.Connection, briefing_id: str) -> Briefing | None:
    """One as it stands; None where there is none, or where it is deleted."""
    newest = newest_version(connection, briefing_id)
    return newest.briefing(briefing_id) if newest and not newest.is_deleted else None


def newest_version(connection: sqlite3.Connection, briefing_id: str) -> Version | None:
    """The last decision on a briefing; None where there is none."""
    row = connection.execute(_NEWEST, (briefing_id,)).fetchone()
    return Version(*row) if row else None


def create(connection: sqlite3.Connection, name: str, who: str) -> Briefing:
    """A new one without slides."""
    briefing_id = f"briefing{next_number(connection, 'briefing')}"
    made = checked(Briefing(briefing_id, name))
    connection.execute("INSERT INTO briefing (briefing_id) VALUES (?)", (briefing_id,))
    return _put(connection, made, Version(1, "keep", who, now(), 0, 0, 0, b""))


def keep(connection: sqlite3.Connection, briefing: Briefing, who: str) -> Briefing:
    """The briefing as it is kept, with an id for each slide that has none of its own.

    One that differs in nothing is no new version.

    Raises:
        ReviewClash: it was changed or deleted since the version that it follows.
        UsageError: there is no such briefing, or a part of it is too long.
    """
    newest = _existing(connection, briefing.briefing_id)
    if newest.is_deleted or newest.version != briefing.version:
        did = "deleted" if newest.is_deleted else "changed"
        raise ReviewClash(
            f"the briefing was {did} by {newest.who!r} at {newest.at}: look at that first"
        )
    named = checked(replace(briefing, slides=_named(connection, briefing)))
    standing = newest.briefing(briefing.briefing_id)
    if replace(named, who=standing.who, at=standing.at) == standing:
        return standing
    told = Version(newest.version + 1, "keep", who, now(), 0, newest.version, 0, b"")
    return _put(connection, named, told)


def capture(connection: sqlite3.Connection, briefing_id: str, slide: Slide, who: str) -> Briefing:
    """The briefing with one slide more at its end, whoever changed it before."""
    standing = read_briefing(connection, briefing_id)
    if standing is None:
        raise _unknown(briefing_id)
    slides = (*standing.slides, replace(slide, slide_id=""))
    return keep(connection, replace(standing, slides=slides), who)


def turn(connection: sqlite3.Connection, briefing_id: str, who: str, *, is_deleted: bool) -> None:
    """Delete a briefing, or restore it; nothing is done where it is so already."""
    newest = _existing(connection, briefing_id)
    if bool(newest.is_deleted) != is_deleted:
        action: Action = "delete" if is_deleted else "restore"
        told = replace(newest, version=newest.version + 1, action=action, who=who, at=now())
        _add(connection, briefing_id, replace(told, is_deleted=int(is_deleted)))


def step(connection: sqlite3.Connection, briefing_id: str, who: str, *, back: bool) -> Briefing:
    """The briefing as it was before its last change, or as it was before that was undone.

    Raises:
        UsageError: there is nothing to undo, or to redo.
    """
    newest = _existing(connection, briefing_id)
    target = _version(connection, briefing_id, newest.undo_to if back else newest.redo_to)
    if newest.is_deleted or target is None:
        raise UsageError(f"there is nothing to {'undo' if back else 'redo'} in {briefing_id!r}")
    told = replace(
        target,
        version=newest.version + 1,
        action="undo" if back else "redo",
        who=who,
        at=now(),
        undo_to=target.undo_to if back else newest.version,
        redo_to=newest.version if back else target.redo_to,
    )
    _add(connection, briefing_id, told)
    return told.briefing(briefing_id)


def _version(connection: sqlite3.Connection, briefing_id: str, version: int) -> Version | None:
    row = connection.execute(_ONE, (briefing_id, version)).fetchone()
    return Version(*row) if row else None


def _existing(connection: sqlite3.Connection, briefing_id: str) -> Version:
    newest = newest_version(connection, briefing_id)
    if newest is None:
        raise _unknown(briefing_id)
    return newest


def _unknown(briefing_id: str) -> UsageError:
    return UsageError(f"there is no briefing {briefing_id!r}: it was deleted, or never made")


def _put(connection: sqlite3.Connection, briefing: Briefing, told: Version) -> Briefing:
    kept = replace(briefing, version=told.version, who=told.who, at=told.at)
    _add(connection, kept.briefing_id, replace(told, content=msgspec.json.encode(kept)))
    return kept


def _add(connection: sqlite3.Connection, briefing_id: str, told: Version) -> None:
    row = (told.version, told.action, told.who, told.at, told.is_deleted)
    steps = (told.undo_to, told.redo_to, told.content.decode())
    connection.execute(_ADD, (briefing_id, *row, *steps))


def _named(connection: sqlite3.Connection, briefing: Briefing) -> tuple[Slide, ...]:
    """Its slides, each with an id that was given to it here; a copy gets one of its own."""
    known = {row[0] for row in connection.execute(_KNOWN, (briefing.briefing_id,))}
    return tuple(_each_named(connection, briefing, known))


def _each_named(
    connection: sqlite3.Connection, briefing: Briefing, known: Iterable[str]
) -> Iterator[Slide]:
    left = set(known)
    for slide in briefing.slides:
        if slide.slide_id in left:
            left.discard(slide.slide_id)
            yield slide
            continue
        name = f"slide{next_number(connection, 'slide')}"
        row = name, briefing.briefing_id
        connection.execute("INSERT INTO slide (slide_id, briefing_id) VALUES (?, ?)", row)
        yield replace(slide, slide_id=name)
