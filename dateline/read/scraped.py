"""An article from text as scraped from a page."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..records import Article, Rejected, article_id
from .cleaning import clean, clean_line, unwrap
from .languages import language_of
from .layout import Layout, layout
from .page import folded
from .times import Order, read_time

__all__ = ["Known", "Layout", "article_from_text", "layout"]

RawTimes = tuple[tuple[str, str], ...]
MAX_CHARACTERS = 1_000_000
"""A long book; its analysis takes one to two minutes on one core."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a source says of an article beside its text; empty where it says nothing."""

    title: str = ""
    deck: str = ""
    url: str = ""
    outlet: str = ""
    agency: str = ""
    byline: str = ""
    published: str = ""
    """As printed."""
    updated: str = ""
    """As printed."""
    seen: str = ""
    """As printed."""
    language: str = ""
    order: Order = ""
    """The order of the numbers in the source's dates, where it proves one."""


NOTHING_KNOWN = Known()


def article_from_text(
    raw: str,
    *,
    source_file: str,
    source_sha256: str,
    seen: str,
    known: Known = NOTHING_KNOWN,
    line: int = 0,
) -> Article | Rejected:
    """The article that the text holds, its parts marked; a rejection where it holds no words.

    Args:
        raw: the text as it came, decoded.
        source_file: the file's name, for the record.
        source_sha256: SHA-256 of the file's bytes.
        seen: when it was collected, for sources that do not say so themselves.
        known: what the source says beside the text; it wins over what the text prints.
        line: line or row in the file, 0 for the whole file.
    """
    body = unwrap(clean(raw))
    if not any(c.isalnum() for c in body):
        return Rejected(source_file, line, "the article has no text")
    if len(body) > MAX_CHARACTERS:
        return Rejected(source_file, line, _too_long(body))
    text = _with_heading(body, clean_line(known.title), clean_line(known.deck))
    page = layout(text, clean_line(known.title), clean_line(known.deck))
    article = Article(
        article_id=article_id(text),
        text=text,
        url=known.url,
        title=page.title,
        seen=seen,
        language=known.language or language_of(page.title, body),
        parts=page.parts,
        source_file=f"{source_file}:{line}" if line else source_file,
        source_sha256=source_sha256,
    )
    return _with_facts(article, known, page)


def _too_long(body: str) -> str:
    return (
        f"the article has {len(body):,} characters; at most {MAX_CHARACTERS:,} are read as one "
        "article: cut it into files of one article each"
    )


def _with_facts(article: Article, known: Known, page: Layout) -> Article:
    published, published_raw = _time("published", known.published, known.order)
    updated, updated_raw = _time("updated", known.updated, known.order)
    seen, seen_raw = _time("seen", known.seen, known.order)
    return replace(
        article,
        outlet=clean_line(known.outlet) or page.outlet,
        agency=clean_line(known.agency) or page.agency,
        byline=clean_line(known.byline) or page.byline,
        published=_finer(published, page.published),
        updated=_finer(updated, page.updated),
        seen=seen or article.seen,
        raw_times=(*published_raw, *updated_raw, *seen_raw, *page.raw_times),
    )


def _finer(stated: str, printed: str) -> str:
    return printed if printed.startswith(stated) else stated


def _with_heading(body: str, title: str, deck: str) -> str:
    """The text with the title and deck that it does not print; a deck stands under its title."""
    printed = {folded(line) for line in body[:5000].split("\n")[:30]}
    heading = [line for line in (title, deck) if line and folded(line) not in printed]
    first, _, rest = body.partition("\n")
    if heading == [deck] and folded(first) == folded(title):
        return f"{first}\n\n{deck}\n{rest}"
    return "\n\n".join([*heading, body])


def _time(field: str, raw: str, order: Order) -> tuple[str, RawTimes]:
    if not raw.strip():
        return "", ()
    moment = read_time(raw, order)
    if moment is None:
        return "", ((field, raw.strip()),)
    return moment.value, moment.raw_times(field)
