"""Saved news pages -> articles."""

from __future__ import annotations

import logging
import re

import trafilatura
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura.settings import Document

from ..records import Article, Rejected
from .addresses import host_of, web_address
from .agencies import agency_of
from .cleaning import clean_line
from .encodings import decode
from .page import folded
from .scraped import Known, article_from_text
from .structured import PageFacts, facts_of

CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
MARKUP = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|article|main|section|div|p|h[1-6]|span|br)\b[^>]*>",
    re.IGNORECASE | re.DOTALL,
)
BLOCKS = "p div br li ul ol h1 h2 h3 h4 h5 h6 blockquote section article tr figure figcaption"
UNSEEN = "script style noscript template head iframe svg"
UNPARSABLE = (etree.LxmlError, ValueError, TypeError, AttributeError, LookupError, RecursionError,
              AssertionError)  # fmt: skip
"""What trafilatura raises on pages that it cannot follow."""
for library in ("trafilatura", "htmldate", "justext"):
    logging.getLogger(library).setLevel(logging.CRITICAL)
NO_TEXT = "no article text was found on the page"


def is_markup(text: str) -> bool:
    """Whether the text opens as HTML does."""
    return bool(MARKUP.match(text[:5000]))


def declared_charset(data: bytes) -> str:
    """The encoding that the page states in its head, or empty."""
    found = CHARSET.search(data[:4096])
    return found[1].decode("ascii") if found else ""


def text_of_markup(markup: str) -> str:
    """The words of the markup, a block a paragraph; empty where it cannot be parsed."""
    tree = _parsed(markup)
    if tree is None:
        return ""
    for element in list(tree.iter(*UNSEEN.split(), etree.Comment)):
        if element.getparent() is not None:
            element.drop_tree()
    for block in tree.iter(*BLOCKS.split()):
        block.text = "\n\n" + (block.text or "")
        block.tail = "\n\n" + (block.tail or "")
    lines = str(tree.text_content()).split("\n\n")
    return "\n\n".join(filter(None, (" ".join(line.split()) for line in lines)))


def article_from_html(
    data: bytes | str, *, source_file: str, source_sha256: str, seen: str
) -> Article | Rejected:
    """The article of a saved page: title, deck and paragraphs, menus and comments left out.

    Misses: text that a script puts in place; a page that is only a list of links.
    """
    markup = data if isinstance(data, str) else decode(data, declared_charset(data))
    tree = _parsed(markup)
    page = _extracted(markup) if tree is not None else None
    if tree is None or page is None:
        return Rejected(source_file, 0, NO_TEXT)
    facts = facts_of(tree)
    title = clean_line(_title(page, facts, tree))
    paragraphs = _paragraphs(page, markup)
    deck = _deck(facts, paragraphs, tree)
    printed = {folded(title), folded(deck)}
    body = [line for line in paragraphs if folded(line) not in printed]
    if not body:
        return Rejected(source_file, 0, NO_TEXT)
    return article_from_text(
        "\n\n".join(body),
        source_file=source_file,
        source_sha256=source_sha256,
        seen=seen,
        known=_known(page, facts, title, deck),
    )


def _parsed(markup: str) -> HtmlElement | None:
    plain = markup.replace("\0", "\ufffd").encode("utf-8", "replace")
    try:
        return document_fromstring(plain, parser=HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _extracted(markup: str) -> Document | None:
    tree = _parsed(markup)
    try:
        page = trafilatura.bare_extraction(
            tree, with_metadata=True, include_comments=False, include_tables=False
        )
    except UNPARSABLE:
        return None
    return page if isinstance(page, Document) and page.text else None


def _paragraphs(page: Document, markup: str) -> list[str]:
    lines = [clean_line(line) for line in str(page.text).split("\n")]
    if len(lines) == 1:
        own = [line for line in text_of_markup(markup).split("\n\n") if folded(line)]
        lines = [line for line in own if folded(line) in folded(lines[0])] or lines
    return [line for line in lines if folded(line)]


def _title(page: Document, facts: PageFacts, tree: HtmlElement) -> str:
    headings = [" ".join(h.text_content().split()) for h in tree.iter("h1")]
    stated = [words for words in (facts.headline, str(page.title or "")) if words]
    for heading in headings:
        if heading and any(_is_within(heading, words) for words in stated):
            return heading
    return next(iter(stated), "") or next(filter(None, headings), "")


def _is_within(heading: str, stated: str) -> bool:
    return len(folded(heading)) >= 10 and folded(stated).startswith(folded(heading))


def _deck(facts: PageFacts, paragraphs: list[str], tree: HtmlElement) -> str:
    deck = clean_line(facts.description)
    wanted = folded(deck)
    if not wanted or any(folded(line).startswith(wanted) for line in paragraphs):
        return ""
    printed = (" ".join(element.text_content().split()) for element in tree.iter("p", "h2", "div"))
    return deck if any(folded(words) == wanted for words in printed) else ""


def _known(page: Document, facts: PageFacts, title: str, deck: str) -> Known:
    byline = facts.byline or ", ".join(str(page.author or "").split("; "))
    url = web_address(str(page.url or ""))
    return Known(
        title=title,
        deck=deck,
        url=url,
        outlet=facts.outlet or str(page.sitename or "") or host_of(url),
        agency=agency_of(facts.agency) or agency_of(byline),
        byline=byline,
        published=facts.published or str(page.date or ""),
        updated=facts.updated,
    )
