"""Presentations as they were frozen: one a briefing, as JSON, packed where it is large."""

from __future__ import annotations

import sqlite3
import zlib

import msgspec

from ..briefing import Presentation
from ..errors import CorpusError

LARGE = 20_000
"""Bytes from which on a presentation is packed."""
MOST = 1 << 29
"""Bytes of a presentation that are unpacked at the most."""
_KEEP = """
INSERT INTO presentation VALUES (?, ?, ?, ?) ON CONFLICT (briefing_id) DO UPDATE SET
    version = excluded.version, at = excluded.at, packed = excluded.packed
"""
_FROZEN = "SELECT CAST(packed AS BLOB) FROM presentation WHERE briefing_id = ? AND version = ?"


def keep_presentation(connection: sqlite3.Connection, presentation: Presentation) -> None:
    """Keep it in place of the one that was frozen before."""
    told = presentation.briefing
    plain = msgspec.json.encode(presentation)
    packed = plain if len(plain) < LARGE else zlib.compress(plain)
    connection.execute(_KEEP, (told.briefing_id, told.version, presentation.at, packed))


def read_presentation(
    connection: sqlite3.Connection, briefing_id: str, version: int
) -> Presentation | None:
    """What was frozen of this version; None where nothing was.

    Raises:
        CorpusError: the file was altered by hand.
    """
    row = connection.execute(_FROZEN, (briefing_id, version)).fetchone()
    if row is None:
        return None
    try:
        return msgspec.json.decode(_unpacked(row[0]), type=Presentation)
    except (msgspec.MsgspecError, ValueError, RecursionError, zlib.error) as error:
        raise CorpusError(
            f"what was frozen of the briefing {briefing_id!r} cannot be read ({error}): "
            "freeze it again"
        ) from error


def _unpacked(packed: bytes) -> bytes:
    if packed.startswith(b"{"):
        return packed
    reading = zlib.decompressobj()
    plain = reading.decompress(packed, MOST)
    if not reading.eof:
        raise ValueError("it is cut off, or too large")
    return plain
