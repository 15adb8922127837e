"""What a slide shows is what a plain count of the corpus shows, and it never fails."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import get_args

import msgspec
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_corpus import stored
from slide_corpus import opened, shown

from dateline.briefing import Shown, Slide, SlideKind
from dateline.slides import Corpus, show
from dateline.slides.places import MOST_POINTS, _outline
from dateline.slides.sources import MOST
from dateline.store import Store, search

KINDS: tuple[SlideKind, ...] = get_args(SlideKind)
PAGES = ("explore", "voices", "entities", "articles", "places", "notebook", "")
BRUSHES = (
    "",
    "place=g2",
    "entity=e-0",
    "speaker=e-1",
    "published=2024-01-20..2024-02-20",
    "entity=e-0&place=g3",
    "outlet=Harbour+Post",
    "place=g2&scope=article",
)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return stored(tmp_path_factory.mktemp("slides") / "rivers.db", articles=160)


@pytest.fixture(scope="module")
def corpus(path: Path) -> Corpus:
    return opened(path)


@pytest.fixture(scope="module")
def plain(path: Path) -> dict[str, pd.DataFrame]:
    """The tables as they are, ids as plain text, each row with its article's source and day."""
    with Store.open(path, readonly=True) as store:
        frames = store.frames()
    sources = frames["articles"][["article_id", "outlet", "agency", "published_iso"]]
    sources = sources.astype(object).assign(day=sources["published_iso"].str[:10].astype(object))
    named = ("mentions", "toponyms", "quotations", "passages")
    found = {name: frames[name].astype(object).merge(sources, on="article_id") for name in named}
    return found | {"articles": sources, "places": frames["places"].astype(object)}


def passages_of(plain: dict[str, pd.DataFrame], query: str) -> set[str]:
    """The passages inside a Brush, found table by table."""
    inside = set(plain["passages"]["passage_id"])
    for field, value in (part.split("=") for part in query.split("&") if part):
        if field == "place":
            inside &= ids_of(plain["toponyms"], "place_id", value)
        elif field in ("entity", "speaker"):
            found = ids_of(plain["quotations"], "speaker_id", value)
            named = ids_of(plain["mentions"], "entity_id", value) if field == "entity" else set()
            inside &= found | named
        elif field == "published":
            first, last = value.split("..")
            told = plain["passages"]
            inside &= set(told[(told["day"] >= first) & (told["day"] <= last)]["passage_id"])
        elif field == "outlet":
            inside &= ids_of(plain["passages"], "outlet", value.replace("+", " "))
        else:
            held = plain["passages"]
            articles = set(held[held["passage_id"].isin(inside)]["article_id"])
            inside = set(held[held["article_id"].isin(articles)]["passage_id"])
    return inside


def ids_of(table: pd.DataFrame, column: str, value: str) -> set[str]:
    return set(table[table[column] == value]["passage_id"])


def without(query: str, *fields: str) -> str:
    return "&".join(part for part in query.split("&") if part.split("=")[0] not in fields)


def within(table: pd.DataFrame, passages: set[str]) -> pd.DataFrame:
    return table[table["passage_id"].isin(passages)]


@pytest.mark.parametrize("query", BRUSHES)
def test_map_when_shown_then_each_place_counts_its_mentions_inside(
    corpus: Corpus, plain: dict[str, pd.DataFrame], query: str
):
    found = shown(corpus, "map", query).map
    assert found is not None
    inside = within(plain["toponyms"], passages_of(plain, without(query, "place")))
    counts = inside["place_id"].value_counts().to_dict()
    totals = plain["toponyms"]["place_id"].value_counts().to_dict()
    whole = plain["places"][plain["places"]["precision"].isin(["country", "macro"])]
    names = dict(zip(whole["place_id"], whole["name"], strict=True))
    assert {mark.place_id: mark.count for mark in found.marks} == {
        place: counts.get(place, 0) for place in totals if place not in names
    }
    assert {mark.place_id: mark.total for mark in found.marks} == {
        place: total for place, total in totals.items() if place not in names
    }
    assert dict(found.beside) == {
        names[place]: count for place, count in counts.items() if place in names
    }
    assert [mark.place_id for mark in found.marks if mark.is_selected] == [
        part.removeprefix("place=") for part in query.split("&") if part.startswith("place=")
    ]


def test_map_when_areas_are_inside_then_they_have_a_closed_outline(corpus: Corpus):
    found = shown(corpus, "map").map
    assert found is not None
    marsh = next(mark for mark in found.marks if mark.place_id == "a2")
    (ring,) = marsh.outline
    assert ring[0] == ring[-1] == (46.4, 30.7)
    far = shown(corpus, "map", "published=2001-01-01..2001-01-02").map
    assert far is not None
    assert all(mark.count == 0 and mark.outline == () for mark in far.marks)


def test_outline_when_long_or_across_the_date_line_then_it_is_thinned_and_continuous():
    ring = [(179.0, 0.0), (-179.0, 0.0), (-179.0, 1.0), (179.0, 0.0)]
    ((first, second, third, last),) = _outline(ring)
    assert (first[0], second[0], third[0], last[0]) == (179.0, 181.0, 181.0, 179.0)
    (thinned,) = _outline([(n / 100, n / 200) for n in range(2_000)])
    assert len(thinned) == MOST_POINTS
    assert (thinned[0], thinned[-1]) == ((0.0, 0.0), (19.99, 9.995))
    assert _outline(None) == _outline([]) == ()


@pytest.mark.parametrize("query", BRUSHES)
def test_timeline_when_shown_then_bins_count_articles_mentions_and_quotations(
    corpus: Corpus, plain: dict[str, pd.DataFrame], query: str
):
    found = shown(corpus, "timeline", query).timeline
    assert found is not None
    inside = passages_of(plain, without(query, "published", "entity"))
    ends = [*found.edges, found.end]

    def binned(table: pd.DataFrame) -> list[int]:
        days = table["day"][table["day"] != ""]
        return [int(((days >= first) & (days < end)).sum()) for first, end in pairwise(ends)]

    articles = within(plain["passages"], inside).drop_duplicates("article_id")
    assert list(found.density) == binned(articles)
    assert list(found.density_total) == binned(plain["articles"])
    assert len(found.lanes) == 10
    for lane in found.lanes:
        named = within(plain["mentions"], inside)
        named = named[named["entity_id"] == lane.entity_id]
        said = within(plain["quotations"], inside)
        said = said[said["speaker_id"] == lane.entity_id]
        if query.startswith("speaker="):
            said = said[said["speaker_id"] == "e-1"]
        assert lane.count == len(named)
        assert list(lane.cells) == binned(named)
        assert list(lane.speaks) == binned(said)
    undated = int((articles["day"] == "").sum())
    told = [f"{undated} article{'s' * (undated != 1)} without a day"] if undated else []
    assert list(found.beside) == told
    assert found.span == (("2024-01-20", "2024-02-20") if "published" in query else None)


@pytest.mark.parametrize("query", BRUSHES)
@pytest.mark.parametrize("kind", ["judgments", "map", "timeline", "table"])
def test_footing_when_a_slide_rests_on_its_brush_then_it_counts_its_articles(
    corpus: Corpus, plain: dict[str, pd.DataFrame], query: str, kind: SlideKind
):
    found = shown(corpus, kind, query)
    inside = within(plain["passages"], passages_of(plain, query))
    articles = plain["articles"][plain["articles"]["article_id"].isin(inside["article_id"])]
    origins = articles["agency"].where(articles["agency"] != "", articles["outlet"])
    counts = (
        (len(articles), "article"),
        (articles["outlet"].nunique(), "outlet"),
        (origins.nunique(), "origin"),
    )
    told = ", ".join(f"{number} {noun}{'s' * (number != 1)}" for number, noun in counts)
    assert found.footing.counts == told
    assert {one.article_id for one in found.sources} == set(articles["article_id"])
    undated = int((articles["day"] == "").sum())
    assert found.footing.published.endswith(f"; {undated} undated" if undated else "(UTC)")


@pytest.mark.parametrize(
    ("page", "query", "first"),
    [
        ("explore", "", ("Istanbul", "at a point")),
        ("explore", "map=countries", ("IQ",)),
        ("voices", "", ("Mara Okafor",)),
        ("voices", "shows=whom", ()),
        ("entities", "", ("Mara Okafor", "person")),
        ("entities", "entity=e-0", ("Mara Okafor", "person")),
        ("articles", "", ("Talks on the rivers, day ",)),
        ("places", "", ("Istanbul", "at a point")),
        ("notebook", "", ("Articles", "160")),
    ],
)
def test_table_when_shown_then_it_has_the_rows_of_its_screen(
    corpus: Corpus, page: str, query: str, first: tuple[str, ...]
):
    found = shown(corpus, "table", query, page).table
    assert found is not None
    assert all(len(row) == len(found.columns) for row in found.rows)
    assert len(found.rows) == min(12, found.rows_in_all)
    for cell, wanted in zip(found.rows[0] if found.rows else (), first, strict=False):
        assert cell.startswith(wanted)


def test_table_when_of_speakers_then_it_counts_as_a_plain_count_does(
    corpus: Corpus, plain: dict[str, pd.DataFrame]
):
    found = shown(corpus, "table", "place=g2", "voices").table
    assert found is not None
    said = within(plain["quotations"], passages_of(plain, "place=g2"))
    counts = said["speaker"].value_counts()
    assert found.rows_in_all == len(counts)
    assert all(counts[name] == int(number) for name, number in found.rows)


def test_table_when_of_entities_then_it_counts_as_a_plain_count_does(
    corpus: Corpus, plain: dict[str, pd.DataFrame]
):
    found = shown(corpus, "table", "place=g2", "entities").table
    assert found is not None
    inside = passages_of(plain, "place=g2")
    named = within(plain["mentions"], inside)
    said = within(plain["quotations"], inside)
    assert found.rows_in_all == named["entity_id"].nunique()
    for name, _, mentions, articles, quoted, *_ in found.rows:
        own = named[named["surface"] == name]
        assert (int(mentions), int(articles)) == (len(own), own["article_id"].nunique())
        assert int(quoted) == int((said["speaker"] == name).sum())


def test_sources_when_there_are_many_then_those_of_quotations_lead_and_the_rest_is_told(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
):
    assert MOST == 500
    monkeypatch.setattr("dateline.slides.sources.MOST", 5)
    monkeypatch.setattr("dateline.slides.footing.MOST", 5)
    found = shown(corpus, "map")
    assert len(found.sources) == 5
    assert [one.article_id for one in found.sources[:3]] == [
        one.source.article_id for one in found.quotations
    ]
    assert found.footing.counts == "160 articles, 3 outlets, 3 origins (5 articles listed)"
    rest = [one.published for one in found.sources[3:]]
    assert rest == sorted(rest, reverse=True)


def test_slide_when_the_corpus_does_not_know_a_part_then_it_is_dropped_and_said(corpus: Corpus):
    query = "place=gone&place=g2&map=globe&days=never&lanes=0&side=of:x&subject=person.gone"
    found = shown(corpus, "map", f"{query}&statement=q9&article=a9&colour=red&by=day&page=4")
    plain = shown(corpus, "map", "place=g2")
    assert (found.words, found.map, found.timeline) == (plain.words, plain.map, plain.timeline)
    assert set(found.dropped) == {
        *("place=gone", "map=globe", "days=never", "lanes=0", "side=of:x"),
        *("subject=person.gone", "statement=q9", "article=a9", "colour=red"),
    }


@settings(max_examples=60)
@given(
    st.sampled_from(KINDS),
    st.sampled_from(PAGES),
    st.lists(
        st.tuples(
            st.sampled_from(
                ["place", "entity", "published", "search", "scope", "map", "axis", "lanes", "days",
                 "side", "subject", "statement", "shows", "article", "region", "x", ""]
            ),
            st.one_of(
                st.text(max_size=12),
                st.sampled_from(["g2", "e-0", "water", "2024-01-20..2024-02-20", "whom", "wording",
                                 "spoken", "countries", "cells", "art00003", "country:IQ", "-"]),
            ),
        ),
        max_size=5,
    ),
)  # fmt: skip
def test_slide_when_asked_for_anything_then_it_answers_in_json(
    corpus: Corpus, kind: SlideKind, page: str, parts: list[tuple[str, str]]
):
    query = "&".join(f"{key}={value}" for key, value in parts)
    found = shown(corpus, kind, query, page)
    assert msgspec.json.decode(msgspec.json.encode(found), type=Shown) == found


def test_slide_when_its_search_takes_too_long_then_it_is_dropped_and_said(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(search, "_CHECKED", 1)
    monkeypatch.setattr(search.bounded.__wrapped__, "__defaults__", (-1.0,))
    found = shown(corpus, "quotations", "search=rivers+unheard&place=g2")
    (dropped,) = found.dropped
    assert "took longer than" in dropped
    assert found.words == "Basra"


def test_slide_when_of_text_without_a_view_then_it_rests_on_nothing(corpus: Corpus):
    slide = Slide("slide1", "text", "Water rises", "One line.\nAnother.")
    found = show(corpus, slide)
    assert (found.slide, found.words, found.sources) == (slide, "", ())
    assert found.footing.lines() == ()
    assert len(shown(corpus, "text", "place=g2").sources) > 10


def test_slide_when_nothing_is_inside_then_it_says_so(corpus: Corpus):
    for kind in ("judgments", "map", "timeline", "quotations", "position", "table"):
        found = shown(corpus, kind, "published=2001-01-01..2001-01-02")
        assert found.footing.lines() == ("No sources", "0 articles")
        assert (found.sources, found.quotations) == ((), ())


def test_slide_when_the_corpus_is_empty_then_every_kind_still_answers(tmp_path: Path):
    Store.open(tmp_path / "empty.db").close()
    empty = opened(tmp_path / "empty.db")
    for kind in KINDS:
        for page in PAGES:
            assert shown(empty, kind, "place=g2", page).footing.sources in ("No sources", "")


@pytest.mark.parametrize("kind", KINDS)
def test_slide_when_of_the_bundled_articles_then_its_counts_stand(
    ingested_sample: Path, kind: SlideKind
):
    corpus = opened(ingested_sample)
    found = shown(corpus, kind, "scope=article")
    with Store.open(ingested_sample, readonly=True) as store:
        frames = store.frames()
    articles = frames["articles"]
    if kind in ("judgments", "map", "timeline", "table", "text"):
        outlets = articles["outlet"].astype(object)
        number = outlets[outlets != ""].nunique()
        assert found.footing.counts.startswith(f"{len(articles)} articles, {number} outlet")
        assert len(found.sources) == len(articles)
    if kind == "map":
        assert found.map is not None
        metonym = (
            frames["toponyms"]
            .astype(object)
            .merge(frames["places"][["place_id", "precision"]].astype(object), on="place_id")
        )
        whole = ["country", "macro"]
        seats = metonym["precision_x"].isin(whole) & ~metonym["precision_y"].isin(whole)
        counted = metonym[~seats & ~metonym["precision_y"].isin(whole)]["place_id"].value_counts()
        assert {mark.place_id: mark.count for mark in found.map.marks} == counted.to_dict()
    if kind == "quotations":
        assert len(found.quotations) == 6
        texts = dict(zip(articles["article_id"].astype(object), articles["text"], strict=True))
        for one in found.quotations:
            assert one.passage in texts[one.source.article_id]
            assert one.content.split()[0] in texts[one.source.article_id][one.start : one.end]
