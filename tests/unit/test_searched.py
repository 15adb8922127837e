"""What a search selects, against a plain recount of the rule; and what comes first."""

from __future__ import annotations

import re
import tempfile
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_corpus import stored

from dateline.brush import Brush, clause
from dateline.errors import UsageError
from dateline.query import Index, build_index, passages_view, quotations_view
from dateline.query.articles import ranked_articles
from dateline.query.select import selection
from dateline.records import (
    Article,
    Entity,
    Findings,
    Mention,
    Part,
    Passage,
    Place,
    Quotation,
    Span,
    Toponym,
)
from dateline.search import All, Days, Either, Not, Term, Tree, parse
from dateline.store import Store

WORDS = ["war", "Wár", "late", "Kabul", "kabuki", "café", "late.war", "no"]
PEOPLE = {"e1": ("Ana Lavó", "Lavo"), "e2": ("Ben Saleh",), "e3": ("Ana Roe",)}
PLACES = {"g1": "Kábul", "g2": "Panjshir Valley"}
OUTLETS = ["The Ledger", "Póst", ""]
MODES = ["direct", "mixed", "indirect"]
SAID = ("speaker", "about", "said", "mode")


@dataclass(frozen=True)
class Quoted:
    content: str
    speaker: str
    about: tuple[str, ...]
    mode: str


@dataclass(frozen=True)
class Told:
    """A passage as the recount knows it."""

    article: int
    text: str
    outlet: str
    day: str
    names: tuple[str, ...]
    places: tuple[str, ...]
    quoted: tuple[Quoted, ...]


lines = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
people = st.sampled_from([*PEOPLE, ""])
quoted = st.builds(
    Quoted,
    lines,
    people,
    st.lists(st.sampled_from(sorted(PEOPLE)), max_size=2, unique=True).map(tuple),
    st.sampled_from(MODES),
)


@st.composite
def corpora(draw: st.DrawFn) -> list[Told]:
    told = []
    for article in range(draw(st.integers(1, 4))):
        outlet = draw(st.sampled_from(OUTLETS))
        day = draw(st.sampled_from(["", "2021-08-15", "2021-08-17", "2021-09-01"]))
        for _ in range(draw(st.integers(1, 3))):
            names = tuple(draw(st.lists(st.sampled_from(sorted(PEOPLE)), max_size=2, unique=True)))
            places = tuple(draw(st.lists(st.sampled_from(sorted(PLACES)), max_size=2, unique=True)))
            said = tuple(draw(st.lists(quoted, max_size=2)))
            told.append(Told(article, draw(lines), outlet, day, names, places, said))
    return told


TERMS = ["war", "WAR", "kab*", '"war late"', '"late ka"*', "café", "cafe", "no", "nothing"]
FIELDS = [
    *("speaker:lavo", 'speaker:"ana lavo"', "speaker:ana", "speaker:an*", "about:saleh"),
    *("names:roe", "place:kabul", 'place:"valley"', "place:pan*", "outlet:post", "outlet:ledger"),
    *("mode:direct", "mode:mixed", "said:war", "said:ka*", "date:2021-08-15..2021-08-17"),
    *("date:2021-08-16..", "date:2021", "date:..2021-08-15"),
]
queries = st.recursive(
    st.sampled_from(TERMS + FIELDS),
    lambda part: (
        st.tuples(part, st.sampled_from([" AND ", " ", " OR ", " NOT "]), part).map(
            lambda three: f"({''.join(three)})"
        )
        | part.map(lambda one: f"(NOT {one})")
    ),
    max_leaves=5,
)


def plain(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text).lower() if c.isascii())


def has(term: Term, *texts: str) -> bool:
    sought = re.findall(r"[a-z0-9]+", plain(term.words))
    for words in (re.findall(r"[a-z0-9]+", plain(text)) for text in texts):
        for at in range(len(words) - len(sought) + 1):
            some = words[at : at + len(sought)]
            begins = term.is_begun and some[-1].startswith(sought[-1])
            if some[:-1] == sought[:-1] and (some[-1] == sought[-1] or begins):
                return True
    return False


def is_said(tree: Tree) -> bool:
    """Whether a part asks for quotations."""
    match tree:
        case Term():
            return tree.where in SAID
        case Not():
            return isinstance(tree.part, Not) and is_said(tree.part.part)
        case Days():
            return False
        case _:
            if isinstance(tree, All) and any(map(is_said, tree.parts)):
                return all(
                    is_said(p) or (isinstance(p, Not) and is_said(p.part)) for p in tree.parts
                )
            return bool(tree.parts) and all(map(is_said, tree.parts))


def says(quotation: Quoted, tree: Tree) -> bool:
    """Whether a quotation is what a part asks for."""
    match tree:
        case Term("speaker"):
            return has(tree, *PEOPLE.get(quotation.speaker, ()))
        case Term("about"):
            return any(has(tree, *PEOPLE[one]) for one in quotation.about)
        case Term("said"):
            return has(tree, quotation.content)
        case Term("mode"):
            return tree.words == quotation.mode
        case Not():
            return not says(quotation, tree.part)
        case All():
            return all(says(quotation, part) for part in tree.parts)
        case Either():
            return any(says(quotation, part) for part in tree.parts)
    raise AssertionError(tree)


def tells(told: Told, tree: Tree) -> bool:
    """Whether a passage is what a part asks for."""
    if is_said(tree):
        return any(says(quotation, tree) for quotation in told.quoted)
    match tree:
        case Days():
            last = tree.last or "9999-99-99"
            return bool(told.day) and tree.first <= told.day <= last
        case Term(""):
            return has(tree, told.text)
        case Term("names"):
            named = {*told.names, *(q.speaker for q in told.quoted)} - {""}
            return any(has(tree, *PEOPLE[one]) for one in named)
        case Term("place"):
            return any(has(tree, PLACES[one]) for one in told.places)
        case Term("outlet"):
            return has(tree, told.outlet)
        case Not():
            return not tells(told, tree.part)
        case Either():
            return any(tells(told, part) for part in tree.parts)
        case All():
            asked = [part for part in tree.parts if is_said(part)]
            if asked:
                asked += [p for p in tree.parts if isinstance(p, Not) and is_said(p.part)]
            rest = [part for part in tree.parts if part not in asked]
            one = any(all(says(q, part) for part in asked) for q in told.quoted) or not asked
            return one and all(tells(told, part) for part in rest)
    raise AssertionError(tree)


@contextmanager
def index_of(told: list[Told]) -> Iterator[Index]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "corpus.db"
        with Store.open(path) as store, store.batch():
            for article in sorted({one.article for one in told}):
                store.add(*made(article, [one for one in told if one.article == article]), "x")
        with Store.open(path, readonly=True) as store:
            yield build_index(store.frames(), path)


def made(number: int, told: list[Told]) -> tuple[Article, Findings]:
    article, text, found = f"a{number}", "", Findings()
    for place, one in enumerate(told):
        start = len(text)
        text += f"{one.text}\n\n"
        found = added(found, article, f"{article}.{place}", start, one)
    entities = tuple(Entity(e, names[0], "person", names) for e, names in PEOPLE.items())
    places = tuple(Place(p, name, "city", 1, 1, "point", 1) for p, name in PLACES.items())
    found = replace(found, entities=entities, places=places)
    whole = (Part(0, len(text), "body"),)
    stated = {"outlet": told[0].outlet, "published": told[0].day}
    return Article(article, text, parts=whole, **stated), found  # type: ignore[arg-type]


def added(found: Findings, article: str, passage: str, start: int, one: Told) -> Findings:
    end = start + len(one.text)
    names = [(f"m.{passage}.{e}", e, "PERSON") for e in one.names]
    places = [(f"m.{passage}.{p}", p) for p in one.places]
    mentions = tuple(
        Mention(start, end, m, article, passage, one.text, "PERSON", e) for m, e, _ in names
    )
    towns = tuple(Mention(start, end, m, article, passage, one.text, "GPE", "") for m, _ in places)
    toponyms = tuple(Toponym(f"t.{m}", m, article, passage, p) for m, p in places)
    quotations = tuple(
        Quotation(start, end, f"q.{passage}.{n}", article, passage, q.content, q.mode,  # type: ignore[arg-type]
                  (Span(start, end),), speaker_id=q.speaker, about_ids=q.about)
        for n, q in enumerate(one.quoted)
    )  # fmt: skip
    return Findings(
        passages=(*found.passages, Passage(start, end, passage, article)),
        mentions=found.mentions + mentions + towns,
        quotations=found.quotations + quotations,
        toponyms=found.toponyms + toponyms,
    )


@given(corpora(), st.lists(queries, min_size=4, max_size=8))
@settings(max_examples=40)
def test_search_when_any_then_selects_what_a_plain_recount_selects(
    told: list[Told], searches: list[str]
):
    with index_of(told) as index:
        for search in searches:
            chosen = selection(index, Brush((clause("search", search),)))
            tree = parse(search)
            assert chosen.mask.tolist() == [tells(one, tree) for one in told], search
            kept = quotations_view(index, Brush((clause("search", search),)), limit=None).frame
            if is_said(tree):
                assert len(kept) == sum(says(q, tree) for one in told for q in one.quoted), search


def tells_widely(told: list[Told], one: Told, tree: Tree) -> bool:
    """Whether the article of a passage is what a part asks for; words may stand anywhere in it."""
    article = [other for other in told if other.article == one.article]
    if is_said(tree):
        return any(says(q, tree) for other in article for q in other.quoted)
    match tree:
        case Not():
            return not tells_widely(told, one, tree.part)
        case Either():
            return any(tells_widely(told, one, part) for part in tree.parts)
        case All():
            asked = [part for part in tree.parts if is_said(part)]
            if asked:
                asked += [p for p in tree.parts if isinstance(p, Not) and is_said(p.part)]
            rest = [part for part in tree.parts if part not in asked]
            said = [q for other in article for q in other.quoted]
            held = not asked or any(all(says(q, part) for part in asked) for q in said)
            return held and all(tells_widely(told, one, part) for part in rest)
    return any(tells(other, tree) for other in article)


@given(corpora(), st.lists(queries, min_size=4, max_size=8))
@settings(max_examples=25)
def test_search_when_by_article_then_words_may_stand_anywhere_in_it(
    told: list[Told], searches: list[str]
):
    with index_of(told) as index:
        for search in searches:
            chosen = selection(index, Brush((clause("search", search),), "article"))
            tree = parse(search)
            assert chosen.mask.tolist() == [tells_widely(told, one, tree) for one in told], search


@pytest.fixture(scope="module")
def rivers(tmp_path_factory: pytest.TempPathFactory) -> Index:
    path = stored(tmp_path_factory.mktemp("searched") / "rivers.db", articles=80)
    with Store.open(path, readonly=True) as store:
        return build_index(store.frames(), path)


def searching(query: str) -> Brush:
    return Brush((clause("search", query),))


def test_quotations_when_a_speaker_is_sought_then_only_hers_are_left(rivers: Index):
    page = quotations_view(rivers, searching("speaker:okafor said:water"), limit=None)
    assert set(page.frame["speaker"]) == {"Mara Okafor"}
    assert page.frame["content"].str.contains("water").all()
    assert 0 < page.inside == page.total


def test_quotations_when_words_are_sought_then_those_that_have_them_come_first(rivers: Index):
    page = quotations_view(rivers, searching("istanbul OR okafor"), limit=None)
    hers = (page.frame["speaker"] == "Mara Okafor").tolist()
    assert hers == sorted(hers, reverse=True)
    assert True in hers
    assert False in hers
    newest = quotations_view(rivers, searching("istanbul OR okafor"), limit=None, order="newest")
    days = newest.frame["published"].dropna()
    assert days.is_monotonic_decreasing
    assert set(newest.frame["quotation_id"]) == set(page.frame["quotation_id"])


def test_quotations_when_paged_then_the_pages_are_the_list(rivers: Index):
    brush = searching("water OR harbour")
    whole = quotations_view(rivers, brush, limit=None).frame["quotation_id"].tolist()
    pages = [quotations_view(rivers, brush, at, 7).frame["quotation_id"] for at in (0, 7, 14)]
    assert [one for page in pages for one in page] == whole[:21]


def test_passages_when_words_are_sought_then_the_rare_word_counts_more(rivers: Index):
    page = passages_view(rivers, searching("reporters OR nukus"), limit=None)
    with_rare = page.frame["text"].str.contains("Nukus").tolist()
    assert with_rare == sorted(with_rare, reverse=True)
    row = page.frame.iloc[0]
    assert [row["text"][start:end] for start, end in row["sought"]] == ["reporters", "Nukus"]


def test_articles_when_searched_then_the_best_come_first_and_all_have_the_words(rivers: Index):
    ranked = ranked_articles(rivers, searching("nukus"), "match")
    texts = rivers.frames["articles"]["text"]
    assert len(ranked) == texts.str.contains("Nukus").sum() > 1
    assert texts.iloc[ranked].str.contains("Nukus").all()
    assert set(ranked_articles(rivers, searching("nukus"), "newest")) == set(ranked)


def test_search_when_it_is_joined_with_other_clauses_then_both_hold(rivers: Index):
    both = Brush((clause("search", "water"), clause("place", "g1")))
    words, place = (selection(rivers, Brush((c,))).mask for c in both.clauses)
    assert (selection(rivers, both).mask == (words & place)).all()
    assert 0 < selection(rivers, both).mask.sum() < words.sum()


def test_search_when_the_index_has_no_file_then_words_are_refused(rivers: Index):
    index = build_index(rivers.frames)
    assert selection(index, searching("outlet:ledger")).mask.any()
    with pytest.raises(UsageError, match="without its corpus file"):
        selection(index, searching("water"))


def test_search_when_the_store_has_gone_on_then_newer_passages_are_left_out(tmp_path: Path):
    path = stored(tmp_path / "rivers.db", articles=5)
    with Store.open(path) as store:
        index = build_index(store.frames(), path)
        text = "More water."
        newer = Article("newer", text, parts=(Part(0, len(text), "body"),))
        store.add(newer, Findings((Passage(0, len(text), "p", "newer"),)), "x")
        before = index.frames["passages"]
        chosen = selection(index, searching("water OR more"))
    assert len(chosen.mask) == len(before)
