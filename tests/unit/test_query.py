"""The index and its views against a plain recount in Python."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.brush import Brush, clause
from dateline.query import (
    Index,
    build_index,
    counts,
    map_view,
    passages_view,
    quotations_view,
    timeline_view,
)

ENTITIES = ["person.a", "person.b", "organisation.c", "place.d"]
PLACES = ["g1", "g2", "g3"]
STORIES, OUTLETS, AGENCIES = ["s1", "s2"], ["Sound", "Courier", ""], ["CWS", "LPA", ""]
FIRST_DAY = date(2021, 8, 1)

TOLD = ("story_id", "outlet", "agency")
Row = tuple[str, ...]


@st.composite
def corpora(draw: st.DrawFn) -> dict[str, list[Row]]:
    """Articles with a day or none, their passages, and who and what stands in them."""
    rows: dict[str, list[Row]] = {t: [] for t in ("articles", "stories", "passages", "mentions")}
    rows |= {"toponyms": [], "quotations": []}
    for a in range(draw(st.integers(0, 5))):
        day = draw(st.none() | st.integers(0, 20))
        published = "" if day is None else (FIRST_DAY + timedelta(days=day)).isoformat()
        rows["articles"].append((f"a{a}", published))
        rows["stories"].append(
            tuple(draw(st.sampled_from(names)) for names in (STORIES, OUTLETS, AGENCIES))
        )
        for p in range(draw(st.integers(1, 3))):
            passage = f"p.a{a}.{p}"
            rows["passages"].append((passage, f"a{a}"))
            for table, ids in (
                ("mentions", [*ENTITIES, ""]),
                ("toponyms", [*PLACES, ""]),
                ("quotations", [*ENTITIES[:2], ""]),
            ):
                found = draw(st.lists(st.sampled_from(ids), max_size=3))
                rows[table].extend((passage, f"a{a}", record) for record in found)
    return rows


@st.composite
def brushes(draw: st.DrawFn) -> Brush:
    chosen = []
    if draw(st.booleans()):
        chosen.append(clause("place", *draw(st.sets(st.sampled_from(PLACES), min_size=1))))
    if draw(st.booleans()):
        chosen.append(clause("entity", *draw(st.sets(st.sampled_from(ENTITIES), min_size=1))))
    if draw(st.booleans()):
        chosen.append(clause("speaker", draw(st.sampled_from(ENTITIES[:2]))))
    if draw(st.booleans()):
        ends = sorted(draw(st.tuples(st.integers(0, 20), st.integers(0, 20))))
        chosen.append(
            clause("published", *((FIRST_DAY + timedelta(days=n)).isoformat() for n in ends))
        )
    return Brush(tuple(chosen), draw(st.sampled_from(["passage", "article"])))


def frames(rows: dict[str, list[Row]]) -> dict[str, pd.DataFrame]:
    articles = pd.DataFrame(
        {
            "article_id": [a for a, _ in rows["articles"]],
            "published": pd.to_datetime([d for _, d in rows["articles"]], utc=True),
            "updated": pd.to_datetime([""] * len(rows["articles"]), utc=True),
            "text": ["Rain fell in the valley."] * len(rows["articles"]),
        }
        | dict.fromkeys(("title", "url", "updated_iso"), "")
        | {name: [told[n] for told in rows["stories"]] for n, name in enumerate(TOLD)}
        | {"published_iso": [d for _, d in rows["articles"]]}
    )
    passages = pd.DataFrame(rows["passages"], columns=["passage_id", "article_id"])
    tables = {"articles": articles, "passages": passages.assign(start=0, end=4)}
    for table, column, own in (
        ("mentions", "entity_id", "mention_id"),
        ("toponyms", "place_id", "toponym_id"),
        ("quotations", "speaker_id", "quotation_id"),
    ):
        frame = pd.DataFrame(rows[table], columns=["passage_id", "article_id", column])
        frame[column] = frame[column].astype("category")
        ids = [f"{table[0]}{n}" for n in range(len(frame))]
        tables[table] = frame.assign(start=0, end=4, **{own: ids})
    tables["timexes"] = tables["mentions"].iloc[:0].assign(timex_id="", value="")
    tables["entities"] = pd.DataFrame(
        {"entity_id": ENTITIES, "name": ENTITIES, "kind": [e.split(".")[0] for e in ENTITIES]}
    )
    tables["places"] = pd.DataFrame({"place_id": PLACES, "name": PLACES}).assign(
        neutral_label="",
        kind="city",
        latitude=1.0,
        longitude=2.0,
        precision="point",
        radius_km=5.0,
        outline="",
        country="AF",
    )
    return tables


def passages_inside(rows: dict[str, list[Row]], brush: Brush) -> set[str]:
    """The passages that a Brush selects, by reading the rule aloud."""
    article_of, day_of = dict(rows["passages"]), dict(rows["articles"])
    found = set(article_of)
    for c in brush.clauses:
        chosen = set(c.values)
        if c.field == "published":
            matching = {
                p
                for p, a in article_of.items()
                if day_of[a] and c.values[0] <= day_of[a] <= c.values[1]
            }
        elif c.field == "place":
            matching = {p for p, _, place in rows["toponyms"] if place in chosen}
        else:
            matching = {p for p, _, who in rows["quotations"] if who in chosen}
            if c.field == "entity":
                matching |= {p for p, _, who in rows["mentions"] if who in chosen}
        if brush.scope == "article":
            articles = {article_of[p] for p in matching}
            matching = {p for p, a in article_of.items() if a in articles}
        found &= matching
    return found


@given(corpora(), brushes())
def test_map_when_brushed_then_counts_what_a_plain_recount_counts(
    rows: dict[str, list[Row]], brush: Brush
) -> None:
    view = map_view(build_index(frames(rows)), brush)
    inside = passages_inside(rows, brush.seen_by("map"))
    for place, count, total in zip(view["place_id"], view["count"], view["total"], strict=True):
        assert count == sum(p in inside and i == place for p, _, i in rows["toponyms"])
        assert total == sum(i == place for _, _, i in rows["toponyms"])
    assert list(view["place_id"]) == PLACES


@given(corpora(), brushes())
def test_quotations_when_brushed_then_lists_those_inside_first(
    rows: dict[str, list[Row]], brush: Brush
) -> None:
    page = quotations_view(build_index(frames(rows)), brush, limit=None)
    inside = passages_inside(rows, brush)
    around = passages_inside(rows, brush.seen_by("quotations"))
    speaker = brush.clause_on("speaker")
    limited = set(speaker.values) if speaker and brush.scope == "passage" else None

    def chosen(row: Row) -> bool:
        return row[0] in inside and (limited is None or row[2] in limited)

    assert page.inside == sum(map(chosen, rows["quotations"]))
    assert page.total == sum(p in around for p, _, _ in rows["quotations"])
    flags = page.frame["inside"].tolist()
    assert flags == sorted(flags, reverse=True)
    assert len(page.frame) == page.total


@given(corpora(), brushes())
def test_timeline_when_brushed_then_cells_add_up_to_the_dated_mentions(
    rows: dict[str, list[Row]], brush: Brush
) -> None:
    view = timeline_view(build_index(frames(rows)), brush)
    inside = passages_inside(rows, brush.seen_by("timeline"))
    article_of, day_of = dict(rows["passages"]), dict(rows["articles"])
    for lane, entity in enumerate(view.lanes["entity_id"]):
        mentioned = [p for p, _, who in rows["mentions"] if who == entity and p in inside]
        assert view.lanes["count"].iloc[lane] == len(mentioned)
        assert view.cells[lane].sum() == sum(bool(day_of[article_of[p]]) for p in mentioned)
        anywhere = [p for p, _, who in rows["mentions"] if who == entity]
        assert view.lanes["total"].iloc[lane] == len(anywhere)
        assert view.cells_total[lane].sum() == sum(bool(day_of[article_of[p]]) for p in anywhere)
    articles = {article_of[p] for p in inside}
    assert view.density.sum() == sum(bool(day_of[a]) for a in articles)
    assert view.undated == sum(not day_of[a] for a in articles)


@given(corpora(), brushes())
def test_counts_when_brushed_then_agree_with_the_lists(
    rows: dict[str, list[Row]], brush: Brush
) -> None:
    index = build_index(frames(rows))
    counted = counts(index, brush)
    inside = passages_inside(rows, brush)
    assert counted.passages == len(inside) == passages_view(index, brush, limit=None).total
    assert counted.mentions == sum(p in inside for p, _, _ in rows["mentions"])
    assert counted.quotations == quotations_view(index, brush).inside
    articles = {dict(rows["passages"])[p] for p in inside}
    assert counted.articles == len(articles)
    told = dict(zip(dict(rows["articles"]), rows["stories"], strict=True))
    assert counted.stories == len({told[article][0] for article in articles})
    assert counted.origins == len({originator(article, rows) for article in articles})


def originator(article: str, rows: dict[str, list[Row]]) -> str:
    """With whom an article originates, by reading the rule aloud."""
    told = dict(zip(dict(rows["articles"]), rows["stories"], strict=True))
    story, _, agency = told[article]
    carriers = [a for a in told if told[a][0] == story]
    carriers.sort(key=lambda a: dict(rows["articles"])[a] or "9999")
    agencies = [told[a][2] for a in carriers if told[a][2]]
    outlets = [told[a][1] for a in carriers if told[a][1]]
    return next(name for name in (agency, *agencies, *outlets, story) if name)


@pytest.mark.parametrize(
    ("told", "stories", "origins"),
    [
        ([("s1", "Courier", ""), ("s1", "Sound", ""), ("s2", "Sound", "")], 2, 1),
        ([("s1", "Courier", ""), ("s1", "Sound", "CWS"), ("s2", "Post", "CWS")], 2, 1),
        ([("s1", "Courier", "LPA"), ("s1", "Sound", "CWS"), ("s2", "CWS", "")], 2, 2),
        ([("s1", "", ""), ("s2", "", ""), ("s3", "Sound", "")], 3, 3),
    ],
    ids=["first carrier", "agency of a copy", "two agencies", "nobody named"],
)
def test_counts_when_texts_are_carried_then_origins_are_told_from_copies(
    told: list[Row], stories: int, origins: int
) -> None:
    days = ("2021-08-20", "2021-08-19", "")
    rows: dict[str, list[Row]] = {"articles": [(f"a{n}", day) for n, day in enumerate(days)]}
    rows |= {"stories": told, "passages": [(f"p.a{n}.0", f"a{n}") for n in range(3)]}
    rows |= {"mentions": [], "toponyms": [], "quotations": []}
    counted = counts(build_index(frames(rows)), Brush())
    assert (counted.articles, counted.stories, counted.origins) == (3, stories, origins)


def one_article(published: str) -> Index:
    rows: dict[str, list[Row]] = {
        "articles": [("a0", published)],
        "stories": [("s1", "Sound", "")],
        "passages": [("p.a0.0", "a0"), ("p.a0.1", "a0")],
        "mentions": [("p.a0.0", "a0", "person.a"), ("p.a0.1", "a0", "person.b")],
        "toponyms": [("p.a0.0", "a0", "g1")],
        "quotations": [("p.a0.1", "a0", "person.b")],
    }
    return build_index(frames(rows))


def test_timeline_when_one_article_then_stands_in_two_weeks_of_days() -> None:
    view = timeline_view(one_article("2021-08-19"), Brush())
    assert view.bin_days == 1
    assert len(view.edges) == 14
    assert view.edges[int(np.argmax(view.density))] == "2021-08-19"


def test_timeline_when_nothing_is_dated_then_has_no_bins_and_counts_beside() -> None:
    view = timeline_view(one_article(""), Brush())
    assert (view.edges, view.undated) == ((), 1)


def test_timeline_when_a_chosen_lane_is_outside_then_still_shows_it() -> None:
    view = timeline_view(one_article("2021-08-19"), Brush((clause("entity", "place.d"),)))
    assert view.lanes.set_index("entity_id").loc["place.d", "selected"]


@pytest.mark.parametrize(("scope", "expected"), [("passage", 0), ("article", 1)])
def test_quotations_when_place_is_in_another_passage_then_scope_decides(
    scope: str, expected: int
) -> None:
    brush = Brush((clause("place", "g1"),), scope)  # type: ignore[arg-type]
    assert quotations_view(one_article("2021-08-19"), brush).inside == expected


def test_passages_when_listed_then_marks_are_relative_to_the_passage() -> None:
    page = passages_view(one_article("2021-08-19"), Brush())
    marks = page.frame["marks"].iloc[0]
    assert marks[0] == {
        "start": 0,
        "end": 4,
        "kind": "person",
        "id": "person.a",
        "label": "person.a",
        "confidence": 1.0,
    }
    assert page.frame["text"].iloc[0] == "Rain"
