"""Articles that have words: what a reader types, put to the search index and never run by it."""

from __future__ import annotations

import re
import sqlite3

MOST_CHARACTERS = 1_000
MOST_TERMS = 50
_TITLE_WEIGHT = 4.0
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂", '"'))
_TERM = re.compile(r'"(?P<phrase>[^"]*)(?P<closed>")?|(?P<word>[^\s"]+)')
_FOUND = f"""
SELECT article.article_id FROM article_fts JOIN article ON article.number = article_fts.rowid
WHERE article_fts MATCH ? AND article.is_current = 1
ORDER BY bm25(article_fts, {_TITLE_WEIGHT}, 1.0), article.number DESC
"""  # noqa: S608 - a number of our own


def read_matching(connection: sqlite3.Connection, words: str) -> tuple[str, ...]:
    """Ids of the current articles that have all the words, best first; none for no words."""
    query = search_query(words)
    if not query:
        return ()
    return tuple(row[0] for row in connection.execute(_FOUND, (query,)))


def search_query(words: str) -> str:
    """The words as a query that finds them literally; empty where there is nothing to find.

    Phrases in quotation marks stay together. The last word, or a phrase that is not closed yet,
    also finds what begins so. Only the first `MOST_CHARACTERS` are read, and `MOST_TERMS` of them.
    """
    text = words[:MOST_CHARACTERS].translate(_QUOTES)
    terms = [term for term in _TERM.finditer(text) if _is_searchable(_letters(term))]
    if not terms:
        return ""
    literal = " ".join(f'"{_letters(term)}"' for term in terms[:MOST_TERMS])
    return literal if terms[:MOST_TERMS][-1]["closed"] else f"{literal} *"


def _letters(term: re.Match[str]) -> str:
    letters = term["word"] if term["word"] is not None else term["phrase"]
    return letters.replace("\0", " ").encode("utf-8", "replace").decode()


def _is_searchable(letters: str) -> bool:
    return any(letter.isalnum() for letter in letters)
