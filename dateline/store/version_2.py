"""What schema version 2 adds. It is never edited: a change is a further migration.

A story is what its carriers say it is, so its copies and origins are counted, never kept.
"""

from __future__ import annotations

VERSION_2 = """
CREATE INDEX article_batch ON article (batch_id);
CREATE INDEX article_story ON article (story_id, is_current, published, article_id, agency);
CREATE INDEX attitude_speaker ON attitude (speaker_id);
CREATE INDEX entity_place ON entity (place_id);

CREATE TABLE shingle (
    hash INTEGER NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (hash, number)
) WITHOUT ROWID;

DROP TABLE story;
CREATE VIEW story (story_id, first_article_id, copies, origins) AS
SELECT
    story_id,
    (SELECT article_id FROM article AS first
        WHERE first.story_id = carrier.story_id AND first.is_current = 1
        ORDER BY first.published = '', first.published, first.number LIMIT 1),
    count(*),
    max(1, count(DISTINCT nullif(agency, '')))
FROM article AS carrier WHERE is_current = 1 GROUP BY story_id;
"""
