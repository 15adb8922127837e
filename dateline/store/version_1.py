"""The tables of schema version 1. It is never edited: a change is a further migration."""

from __future__ import annotations

_SAID = """article_id TEXT NOT NULL,
    passage_id TEXT NOT NULL REFERENCES passage (passage_id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    content TEXT NOT NULL,
    mode TEXT NOT NULL,
    fragments TEXT NOT NULL,
    speaker_id TEXT REFERENCES entity (entity_id),
    speaker TEXT NOT NULL,
    speaker_surface TEXT NOT NULL,
    speaker_start INTEGER NOT NULL,
    speaker_end INTEGER NOT NULL,
    role TEXT NOT NULL,
    cue TEXT NOT NULL,
    cue_start INTEGER NOT NULL,
    cue_end INTEGER NOT NULL,
    cue_family TEXT NOT NULL,
    addressee TEXT NOT NULL,
    venue TEXT NOT NULL,
    about_ids TEXT NOT NULL,
    said_on TEXT NOT NULL,
    confidence REAL NOT NULL"""


def _search_index(table: str, first: str, second: str) -> str:
    gone = f"INSERT INTO {table}_fts ({table}_fts, rowid, {first}, {second})"
    gone += f" VALUES ('delete', old.number, old.{first}, old.{second});"
    come = f"INSERT INTO {table}_fts (rowid, {first}, {second})"
    come += f" VALUES (new.number, new.{first}, new.{second});"
    return f"""
CREATE VIRTUAL TABLE {table}_fts USING fts5 ({first}, {second},
    content = '{table}', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER {table}_come AFTER INSERT ON {table} BEGIN {come} END;
CREATE TRIGGER {table}_gone AFTER DELETE ON {table} BEGIN {gone} END;
CREATE TRIGGER {table}_turn AFTER UPDATE OF {first}, {second} ON {table}
    BEGIN {gone} {come} END;
"""


_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO meta VALUES ('corpus', lower(hex(randomblob(8)))), ('revision', '0');

CREATE TABLE batch (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    batch_id TEXT NOT NULL UNIQUE,
    sources TEXT NOT NULL,
    started_at TEXT NOT NULL,
    finished_at TEXT NOT NULL DEFAULT '',
    stored INTEGER NOT NULL DEFAULT 0,
    duplicate INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE rejection (
    batch_id TEXT NOT NULL REFERENCES batch (batch_id) ON DELETE CASCADE,
    source TEXT NOT NULL,
    line INTEGER NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX rejection_batch ON rejection (batch_id);

CREATE TABLE article (
    number INTEGER PRIMARY KEY,
    article_id TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL,
    url TEXT NOT NULL,
    title TEXT NOT NULL,
    outlet TEXT NOT NULL,
    agency TEXT NOT NULL,
    byline TEXT NOT NULL,
    published TEXT NOT NULL,
    updated TEXT NOT NULL,
    seen TEXT NOT NULL,
    language TEXT NOT NULL,
    parts TEXT NOT NULL,
    story_id TEXT NOT NULL,
    batch_id TEXT REFERENCES batch (batch_id),
    source_file TEXT NOT NULL,
    source_sha256 TEXT NOT NULL,
    raw_times TEXT NOT NULL,
    version INTEGER NOT NULL,
    is_current INTEGER NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX article_version ON article (url, version) WHERE url <> '';
CREATE INDEX article_superseded ON article (article_id) WHERE is_current = 0;

CREATE TABLE analysis (
    article_id TEXT PRIMARY KEY REFERENCES article (article_id) ON DELETE CASCADE,
    extractor TEXT NOT NULL,
    analysed_at TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE place (
    place_id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    latitude REAL NOT NULL,
    longitude REAL NOT NULL,
    precision TEXT NOT NULL,
    radius_km REAL NOT NULL,
    geonameid INTEGER,
    outline TEXT NOT NULL,
    country TEXT NOT NULL,
    admin1 TEXT NOT NULL,
    neutral_label TEXT NOT NULL,
    source TEXT NOT NULL
);

CREATE TABLE entity (
    entity_id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    country TEXT NOT NULL,
    place_id TEXT REFERENCES place (place_id)
);
CREATE TABLE alias (
    entity_id TEXT NOT NULL REFERENCES entity (entity_id) ON DELETE CASCADE,
    surface TEXT NOT NULL,
    PRIMARY KEY (entity_id, surface)
) WITHOUT ROWID;
CREATE INDEX alias_surface ON alias (surface);

CREATE TABLE passage (
    passage_id TEXT NOT NULL PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES article (article_id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX passage_article ON passage (article_id, start);

CREATE TABLE mention (
    mention_id TEXT NOT NULL PRIMARY KEY,
    article_id TEXT NOT NULL,
    passage_id TEXT NOT NULL REFERENCES passage (passage_id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    surface TEXT NOT NULL,
    label TEXT NOT NULL,
    entity_id TEXT REFERENCES entity (entity_id),
    role TEXT NOT NULL,
    confidence REAL NOT NULL
) WITHOUT ROWID;
CREATE INDEX mention_passage ON mention (passage_id);
CREATE INDEX mention_entity ON mention (entity_id);

CREATE TABLE relation (
    relation_id TEXT NOT NULL PRIMARY KEY,
    article_id TEXT NOT NULL,
    passage_id TEXT NOT NULL REFERENCES passage (passage_id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    subject_id TEXT NOT NULL REFERENCES entity (entity_id),
    kind TEXT NOT NULL,
    object_id TEXT REFERENCES entity (entity_id),
    object_text TEXT NOT NULL,
    country TEXT NOT NULL,
    status TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX relation_passage ON relation (passage_id);
CREATE INDEX relation_subject ON relation (subject_id);
CREATE INDEX relation_object ON relation (object_id);

CREATE TABLE quotation (
    number INTEGER PRIMARY KEY,
    quotation_id TEXT NOT NULL UNIQUE,
    {said}
);
CREATE INDEX quotation_passage ON quotation (passage_id);
CREATE INDEX quotation_speaker ON quotation (speaker_id);

CREATE TABLE attitude (
    number INTEGER PRIMARY KEY,
    quotation_id TEXT NOT NULL UNIQUE,
    {said}
);
CREATE INDEX attitude_passage ON attitude (passage_id);

CREATE TABLE timex (
    timex_id TEXT NOT NULL PRIMARY KEY,
    article_id TEXT NOT NULL,
    passage_id TEXT NOT NULL REFERENCES passage (passage_id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    surface TEXT NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    first TEXT NOT NULL,
    last TEXT NOT NULL,
    anchor TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX timex_passage ON timex (passage_id);

CREATE TABLE toponym (
    toponym_id TEXT NOT NULL PRIMARY KEY,
    mention_id TEXT NOT NULL REFERENCES mention (mention_id) ON DELETE CASCADE,
    article_id TEXT NOT NULL,
    passage_id TEXT NOT NULL REFERENCES passage (passage_id) ON DELETE CASCADE,
    place_id TEXT REFERENCES place (place_id),
    role TEXT NOT NULL,
    relation TEXT NOT NULL,
    precision TEXT NOT NULL,
    radius_km REAL NOT NULL,
    score REAL NOT NULL,
    confidence REAL NOT NULL,
    reason TEXT NOT NULL,
    candidates TEXT NOT NULL
);
CREATE INDEX toponym_passage ON toponym (passage_id);
CREATE INDEX toponym_mention ON toponym (mention_id);
CREATE INDEX toponym_place ON toponym (place_id);

CREATE TABLE story (
    story_id TEXT NOT NULL PRIMARY KEY,
    first_article_id TEXT NOT NULL REFERENCES article (article_id),
    copies INTEGER NOT NULL,
    origins INTEGER NOT NULL
);

CREATE TABLE review (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    review_id TEXT NOT NULL UNIQUE,
    subject TEXT NOT NULL,
    action TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    undone_at TEXT NOT NULL DEFAULT ''
);
CREATE INDEX review_subject ON review (subject);

CREATE TABLE redirect (
    old_id TEXT NOT NULL PRIMARY KEY,
    new_id TEXT NOT NULL,
    at TEXT NOT NULL
) WITHOUT ROWID;
"""

VERSION_1 = (
    _TABLES.format(said=_SAID)
    + _search_index("article", "title", "text")
    + _search_index("quotation", "content", "speaker")
)
