"""Which story an article carries: that of its earlier version, or of a text that it copies.

A sample of each text's shingles says which stored texts are worth comparing. A shingle is kept
once a story, so that the thousandth copy costs no more than the second, and for a dozen stories
at most: what stands in more is the wording of a site, not of a story.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import orjson

from ..copies import Wording, copied_share, is_series, sample_of, wording_of
from ..records import Article, Story
from .findings import read_article
from .kinds import ARTICLE, STORY, Kind, quoted

MOST_STORIES = 12
LEAST_SHARED = 2
MOST_COMPARED = 5
_CARRIER = Kind(
    ARTICLE.table,
    partial(Article, text=""),
    tuple(name for name in ARTICLE.columns if name not in {"text", "parts"}),
)


@dataclass(frozen=True, slots=True)
class Told:
    """The story that an article carries, and the shingles that it is the first to bring."""

    story_id: str
    shingles: Sequence[int]


@dataclass(frozen=True, slots=True)
class _Kin:
    """The stored articles that share sampled shingles with a text."""

    numbers: Mapping[int, Sequence[int]]
    """For each shingle, the articles that hold it."""
    articles: Mapping[int, tuple[str, str]]
    """For each article its id and its story."""

    def is_common(self, shingle: int) -> bool:
        return len(self.numbers.get(shingle, ())) >= MOST_STORIES

    def stories_with(self, shingle: int) -> set[str]:
        return {self.articles[number][1] for number in self.numbers.get(shingle, ())}

    def nearest(self, within: Container[str] | None) -> list[str]:
        """Ids of the articles, in some stories or all, that share most and more than a phrase."""
        shared = Counter(
            number
            for shingle, numbers in self.numbers.items()
            if not self.is_common(shingle)
            for number in numbers
            if within is None or self.articles[number][1] in within
        )
        ranked = sorted(shared, key=lambda number: (-shared[number], number))
        return [
            self.articles[number][0]
            for number in ranked[:MOST_COMPARED]
            if shared[number] >= LEAST_SHARED
        ]


def read_story(connection: sqlite3.Connection, story_id: str) -> Story | None:
    sql = f"SELECT {quoted(STORY.columns)} FROM story WHERE story_id = ?"  # noqa: S608 - names of our own columns
    row = connection.execute(sql, (story_id,)).fetchone()
    return STORY.read(row) if row else None


def read_carriers(connection: sqlite3.Connection, story_id: str) -> tuple[Article, ...]:
    """The current articles of a story without text and parts, first published first."""
    sql = f"""
    SELECT {quoted(_CARRIER.columns)} FROM article WHERE story_id = ? AND is_current = 1
    ORDER BY published = '', published, number
    """  # noqa: S608 - names of our own columns
    return tuple(map(_CARRIER.read, connection.execute(sql, (story_id,))))


def find_story(
    connection: sqlite3.Connection,
    article: Article,
    *,
    story_id: str = "",
    within: Container[str] | None = None,
) -> Told:
    """The story of an article that has none yet; a new one where no stored text is near.

    Args:
        story_id: the story that it carries, where that is known.
        within: the stories whose texts it may copy; None for all.
    """
    wording = wording_of(article)
    sample = sample_of(wording)
    kin = _kin(connection, sample)
    story_id = (
        story_id
        or _story_at_address(connection, article.url)
        or _story_of_copies(connection, article, wording, kin.nearest(within))
        or _new_story(connection, article.article_id)
    )
    brought = [
        shingle
        for shingle in sample
        if not kin.is_common(shingle) and story_id not in kin.stories_with(shingle)
    ]
    return Told(story_id, brought)


def remember(connection: sqlite3.Connection, article_id: str, shingles: Iterable[int]) -> None:
    """Keep the shingles that a stored article is the first to bring."""
    number = _number(connection, article_id)
    rows = ((shingle, number) for shingle in shingles)
    connection.executemany("INSERT INTO shingle (hash, number) VALUES (?, ?)", rows)


def forget(connection: sqlite3.Connection, article: Article) -> None:
    """Take out the shingles of a stored article."""
    number = _number(connection, article.article_id)
    rows = ((shingle, number) for shingle in sample_of(wording_of(article)))
    connection.executemany("DELETE FROM shingle WHERE hash = ? AND number = ?", rows)


def fill_stories(connection: sqlite3.Connection) -> None:
    """Give every article of a corpus that knew no stories its own, in order of storing."""
    connection.execute("UPDATE article SET story_id = ''")
    for article in _carriers(connection, ""):
        _keep(connection, article, find_story(connection, article))


def set_right(connection: sqlite3.Connection, story_id: str) -> None:
    """Put a story's carriers together anew, after some of them have gone.

    The first keeps the story's id; those that only a text which has gone held to it leave.
    """
    for article in _carriers(connection, story_id):
        forget(connection, article)
    carriers = _carriers(connection, story_id)
    connection.execute("UPDATE article SET story_id = '' WHERE story_id = ?", (story_id,))
    found: list[str] = []
    for article in carriers:
        known = "" if found else story_id
        told = find_story(connection, article, story_id=known, within=found)
        _keep(connection, article, told)
        found.append(told.story_id)


def _keep(connection: sqlite3.Connection, article: Article, told: Told) -> None:
    row = (told.story_id, article.article_id)
    connection.execute("UPDATE article SET story_id = ? WHERE article_id = ?", row)
    remember(connection, article.article_id, told.shingles)


def _carriers(connection: sqlite3.Connection, story_id: str) -> Iterator[Article]:
    """The articles of a story as it is now, older versions included, in order of storing."""
    sql = "SELECT article_id FROM article WHERE story_id = ? ORDER BY number"
    ids = [row[0] for row in connection.execute(sql, (story_id,))]
    return filter(None, (read_article(connection, article_id) for article_id in ids))


def _kin(connection: sqlite3.Connection, sample: Sequence[int]) -> _Kin:
    sql = "SELECT hash, number FROM shingle WHERE hash IN (SELECT value FROM json_each(?))"
    numbers: dict[int, list[int]] = {}
    for shingle, number in connection.execute(sql, (orjson.dumps(sample),)):
        numbers.setdefault(shingle, []).append(number)
    sql = "SELECT article_id, story_id FROM article WHERE number = ?"
    holders = {number for found in numbers.values() for number in found}
    return _Kin(numbers, {n: connection.execute(sql, (n,)).fetchone() for n in holders})


def _story_at_address(connection: sqlite3.Connection, url: str) -> str:
    sql = """
    SELECT story_id FROM article WHERE url = ? AND url <> '' AND story_id <> ''
    ORDER BY version DESC LIMIT 1
    """
    row = connection.execute(sql, (url,)).fetchone()
    return row[0] if row else ""


def _story_of_copies(
    connection: sqlite3.Connection, article: Article, wording: Wording, nearest: Iterable[str]
) -> str:
    best, story_id = 0.0, ""
    for other in filter(None, (read_article(connection, one) for one in nearest)):
        in_series = is_series(article, other)
        share = copied_share(wording, wording_of(other), in_series=in_series)
        if share > best:
            best, story_id = share, other.story_id
    return story_id


def _new_story(connection: sqlite3.Connection, article_id: str) -> str:
    """A story is named after its first article, or numbered where that name is taken."""
    sql = "SELECT 1 FROM article WHERE story_id = ? LIMIT 1"
    name, number = article_id, 1
    while connection.execute(sql, (name,)).fetchone():
        number += 1
        name = f"{article_id}.{number}"
    return name


def _number(connection: sqlite3.Connection, article_id: str) -> int:
    sql = "SELECT number FROM article WHERE article_id = ?"
    number: int = connection.execute(sql, (article_id,)).fetchone()[0]
    return number
