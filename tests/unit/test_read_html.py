"""Saved pages: title, deck, paragraphs and times."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter

import pytest

from dateline.read.html import article_from_html, declared_charset, is_markup, text_of_markup
from dateline.records import Article, Rejected

FIRST = "The council of the harbour town voted on Monday to build a new bridge over the river."
SECOND = "“We have waited long enough,” the mayor said after a debate that lasted all night long."
DECK = "A ferry that has been out of work since the spring will be retired, the council says"
STATED = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "Bay"},
        {
            "@type": "NewsArticle",
            "headline": "Harbour town votes for a new bridge",
            "datePublished": "2022-03-14T17:40:00+02:00",
            "dateModified": "2022-03-14T18:05:00+02:00",
            "author": [{"@type": "Person", "name": "Ana Lima"}],
            "publisher": {"@type": "Organization", "name": "The Bay Mail"},
        },
    ],
}


def page(
    head: str = "", heading: str = "Harbour town votes for a new bridge", more: str = ""
) -> str:
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>"
        "<nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav>"
        f"<article><h1>{heading}</h1>{more}<p>{FIRST}</p><p>{SECOND}</p></article>"
        "<footer>About us</footer></body></html>"
    )


def read(markup: str | bytes) -> Article:
    article = article_from_html(markup, source_file="p.html", source_sha256="", seen="")
    assert isinstance(article, Article)
    return article


def test_article_from_html_when_the_page_states_facts_takes_them():
    head = f"<script type='application/ld+json'>{json.dumps(STATED)}</script>"
    head += "<link rel='canonical' href='https://bay.example/bridge'>"
    article = read(page(head))
    assert article.title == "Harbour town votes for a new bridge"
    assert (article.published, article.updated) == ("2022-03-14T15:40:00Z", "2022-03-14T16:05:00Z")
    assert (article.outlet, article.byline) == ("The Bay Mail", "Ana Lima")
    assert article.url == "https://bay.example/bridge"
    assert dict(article.raw_times)["published"] == "2022-03-14T17:40:00+02:00"
    assert article.text == f"Harbour town votes for a new bridge\n\n{FIRST}\n\n{SECOND}"
    assert [part.kind for part in article.parts] == ["title", "body"]


def test_article_from_html_when_the_description_is_printed_makes_it_the_deck():
    head = f"<meta property='og:description' content='{DECK}'>"
    assert read(page(head, more=f"<h2>{DECK}</h2>")).text.split("\n\n")[1] == DECK
    assert DECK not in read(page(head)).text


def test_article_from_html_when_the_title_holds_escaped_tags_keeps_the_letters():
    article = read(page(heading="&lt;script&gt;alert(1)&lt;/script&gt; in <i>the</i> news"))
    assert article.title == "<script>alert(1)</script> in the news"
    assert article.text.startswith(article.title)


def test_article_from_html_when_the_page_hides_script_and_comment_leaves_them_out():
    more = "<script>steal()</script><style>p{position:fixed}</style><!-- hidden words -->"
    text = read(page(more=more)).text
    assert not re.search("steal|fixed|hidden|Home|About", text)


def test_article_from_html_when_the_encoding_is_stated_in_the_head_believes_it():
    markup = (
        page().replace("utf-8", "windows-1251").replace(FIRST, "Совет решил построить мост. " * 4)
    )
    assert declared_charset(markup.encode("cp1251")) == "windows-1251"
    assert "Совет решил построить мост." in read(markup.encode("cp1251")).text


@pytest.mark.parametrize(
    "markup",
    ["", "<html></html>", "<html><body><script>x()</script></body></html>", "\0", "<" * 50],
)
def test_article_from_html_when_there_are_no_words_rejects(markup):
    found = article_from_html(markup, source_file="p.html", source_sha256="", seen="")
    assert isinstance(found, Rejected)


def test_article_from_html_when_json_ld_is_broken_reads_the_page_all_the_same():
    broken = "[" * 5000
    assert read(page(f"<script type='application/ld+json'>{broken}</script>")).title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!DOCTYPE html><html>", True),
        ("\n <html lang='en'>", True),
        ("<!-- saved --><html>", True),
        ("<p>words</p>", True),
        ("<script> in a headline", False),
        ("The tag <p> opens a paragraph", False),
        ("<3 the town", False),
    ],
)
def test_is_markup_when_a_text_opens_as_html_sees_it(text, expected):
    assert is_markup(text) is expected


def test_text_of_markup_when_blocks_are_nested_gives_paragraphs():
    assert text_of_markup("<div>One<p>two <b>bold</b></p>three<br>four</div>") == (
        "One\n\ntwo bold\n\nthree\n\nfour"
    )


def words_in(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


def test_article_from_html_when_real_pages_are_read_finds_their_text(shared):
    folder = shared / "samples" / "html-pages"
    gold = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    shares = []
    for name, facts in list(gold.items())[:12]:
        markup = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        found, wanted = words_in(read(markup).text), words_in(facts["articleBody"])
        shares.append(2 * (found & wanted).total() / (found.total() + wanted.total()))
    assert sum(shares) / len(shares) > 0.85


def test_article_from_html_when_real_news_is_read_finds_its_publication_time(shared):
    gold = json.loads((shared / "samples/html-news/uk/Metro.json").read_text(encoding="utf-8"))
    saved = (shared / "samples/html-news/uk/Metro_2024_07_17.html.gz").read_bytes()
    article = read(gzip.decompress(saved))
    assert article.published == "2024-07-17T10:21:03Z"
    assert article.byline in {", ".join(one["authors"]) for one in gold.values()}
