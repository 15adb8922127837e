"""Which extractor made the findings of an article, and when."""

from __future__ import annotations

import sqlite3

from ..records import Analysis

_OUTDATED = """
SELECT article.article_id FROM article LEFT JOIN analysis USING (article_id)
WHERE analysis.extractor IS NOT ? ORDER BY article.number
"""
_COUNTED = """
SELECT (SELECT count(*) FROM article) - (SELECT count(*) FROM analysis WHERE extractor = ?)
"""


def read_analysis(connection: sqlite3.Connection, article_id: str) -> Analysis | None:
    sql = "SELECT extractor, analysed_at FROM analysis WHERE article_id = ?"
    row = connection.execute(sql, (article_id,)).fetchone()
    return Analysis(*row) if row else None


def read_outdated(connection: sqlite3.Connection, extractor: str) -> tuple[str, ...]:
    """Ids of the articles, older versions included, that another extractor analysed."""
    return tuple(row[0] for row in connection.execute(_OUTDATED, (extractor,)))


def count_outdated(connection: sqlite3.Connection, extractor: str) -> int:
    """How many there are; no article is read for it."""
    (number,) = connection.execute(_COUNTED, (extractor,)).fetchone()
    return int(number)


def read_extractors(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Which extractors made the findings of the corpus, the most used first."""
    sql = "SELECT extractor FROM analysis GROUP BY extractor ORDER BY count(*) DESC, extractor"
    return tuple(row[0] for row in connection.execute(sql))


def read_extractor_of_each(connection: sqlite3.Connection) -> dict[str, str]:
    """For each article of which findings are kept, what made them."""
    return dict(connection.execute("SELECT article_id, extractor FROM analysis"))
