"""What was recognised of a file's first articles, set as text, before anything is kept."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import asdict
from pathlib import Path
from typing import Any

import streamlit as st

from components import theme
from components.typeset import frontend, source
from components.typeset.text import Piece, direction, pieces
from data.access.adding import Article, Preview, Rejected

HERE = Path(__file__).parent
WORDS = 260
SEVERAL_ARTICLES = {"table", "JSON lines", "Parquet"}


def register(name: str) -> Callable[..., Any]:
    """The component of this screen whose script is `name`.js."""
    css = _read(frontend.HERE, "typeset.css") + _read(HERE, "recognised.css")
    js = _read(frontend.HERE, "typeset.js") + _read(HERE, f"{name}.js")
    return st.components.v2.component(f"dateline_{name}", css=css, js=js)


def _read(folder: Path, name: str) -> str:
    return (folder / name).read_text(encoding="utf-8")


_renderer = register("recognised")


def draw(preview: Preview, known: Collection[str], key: str) -> None:
    """The first articles of a file, and what of it is rejected."""
    _renderer(key=key, data=payload(preview, known))


def payload(preview: Preview, known: Collection[str]) -> dict[str, Any]:
    """What the browser needs to show a file before it is added, as plain JSON.

    Args:
        known: ids of articles that the corpus has already.
    """
    return {
        "articles": [_article(one, one.article_id in known) for one in preview.articles],
        "more": _more(preview),
        "rejected": [_rejection(one) for one in preview.rejected],
    }


def _article(article: Article, is_known: bool) -> dict[str, Any]:
    words = first_words(article)
    return {
        "title": pieces(theme.shortened(article.title, 300)) or absent("no title"),
        "facts": [
            pieces(article.outlet) or absent("outlet not stated"),
            pieces(f"agency {article.agency}") if article.agency else [],
            when(article, "published"),
            when(article, "updated"),
        ],
        "language": article.language,
        "words": pieces(words),
        "direction": direction(words),
        "known": "already in the corpus: it will count as duplicate" if is_known else "",
    }


def first_words(article: Article) -> str:
    """The head of the article's body, on one line."""
    body = [part for part in article.parts if part.kind == "body"]
    start = body[0].start if body else 0
    stretch = article.text[start : start + 2 * WORDS]
    return theme.shortened(" ".join(stretch.split()), WORDS)


def when(article: Article, what: str) -> list[Piece]:
    """A time as it was read, the words it was read from, and what was assumed."""
    raw = dict(article.raw_times)
    printed, notes = raw.get(what, ""), [raw.get(f"{what}_order", ""), raw.get(f"{what}_zone", "")]
    read = source.time_of(asdict(article), what)
    if not printed and not read:
        return absent("date not stated") if what == "published" else []
    if not read:
        return pieces(f"{what} “{printed}”") + absent(_why_not(notes[0]))
    said = f"{what} {read}" + (f", from “{printed}”" if printed else "")
    assumed = ", ".join(note for note in notes if note)
    return pieces(f"{said} ({assumed})" if assumed else said)


def absent(words: str) -> list[Piece]:
    return [{"text": words, "kinds": "absent"}]


def _why_not(order: str) -> str:
    if order.startswith("ambiguous"):
        return ", not read: it may be day first or month first"
    return ", not read as a date"


def _more(preview: Preview) -> str:
    shown = len(preview.articles) + len(preview.rejected)
    if preview.kind not in SEVERAL_ARTICLES or not preview.articles:
        return ""
    if preview.rows is None:
        return "These are the first; the rest is read when you add them."
    left = preview.rows - shown
    return f"and {theme.counted(left, 'more row')}" if left > 0 else ""


def _rejection(one: Rejected) -> dict[str, Any]:
    line = f"line {theme.number(one.line)}" if one.line else ""
    return {"line": line, "reason": pieces(one.reason)}
