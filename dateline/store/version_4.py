"""What schema version 4 adds. It is never edited: a change is a further migration.

A briefing is its versions: none is changed, each decision is a row more. Undo and redo are rows
too, which repeat what stood, and say where the next step in either direction leads.
"""

from __future__ import annotations

VERSION_4 = """
CREATE TABLE briefing (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    briefing_id TEXT NOT NULL UNIQUE
);
CREATE TABLE slide (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    slide_id TEXT NOT NULL UNIQUE,
    briefing_id TEXT NOT NULL REFERENCES briefing (briefing_id)
);
CREATE INDEX slide_briefing ON slide (briefing_id);
CREATE TABLE briefing_version (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    briefing_id TEXT NOT NULL REFERENCES briefing (briefing_id),
    version INTEGER NOT NULL,
    action TEXT NOT NULL,
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    is_deleted INTEGER NOT NULL,
    undo_to INTEGER NOT NULL,
    redo_to INTEGER NOT NULL,
    content TEXT NOT NULL,
    UNIQUE (briefing_id, version)
);
CREATE TABLE presentation (
    briefing_id TEXT NOT NULL PRIMARY KEY REFERENCES briefing (briefing_id),
    version INTEGER NOT NULL,
    at TEXT NOT NULL,
    packed BLOB NOT NULL
);
"""
