"""What schema version 3 adds. It is never edited: a change is a further migration.

The words of passages take the place of those of articles: a search selects passages.
"""

from __future__ import annotations

VERSION_3 = """
DROP TRIGGER article_come;
DROP TRIGGER article_gone;
DROP TRIGGER article_turn;
DROP TABLE article_fts;
CREATE VIRTUAL TABLE passage_fts USING fts5 (words, title,
    content = '', tokenize = 'unicode61 remove_diacritics 2');

CREATE TABLE saved_search (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    search_id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    brush TEXT NOT NULL,
    is_watched INTEGER NOT NULL,
    newest_seen INTEGER NOT NULL,
    saved_at TEXT NOT NULL,
    looked_at TEXT NOT NULL,
    deleted_at TEXT NOT NULL DEFAULT ''
);
CREATE TRIGGER saved_search_unseen AFTER DELETE ON article BEGIN
    UPDATE saved_search SET newest_seen =
        min(newest_seen, (SELECT coalesce(max(number), 0) FROM article));
END;
"""
