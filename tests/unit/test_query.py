"""The index and its views against a plain recount in Python."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from unittest.mock import patch

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.brush import Brush, Clause, Field, Scope, clause
from dateline.query import (
    Index,
    build_index,
    counts,
    map_view,
    newest,
    passages_view,
    quotations_view,
    select,
    selected,
    timeline_view,
)

ENTITIES = ["person.a", "person.b", "organisation.c", "place.d"]
PLACES = ["g1", "g2", "g3"]
STORIES, OUTLETS, AGENCIES = ["s1", "s2"], ["Sound", "Courier", ""], ["CWS", "LPA", ""]
FIRST_DAY = date(2021, 8, 1)

COUNTRIES = {"g1": ("AF", "AF.08"), "g2": ("AF", ""), "g3": ("PK", "PK.01")}
SAID = {
    "mode": ["direct", "mixed", "indirect"],
    "role": ["about", "said_at"],
    "precision": ["point", "area1"],
    "sure": ["0.95", "0.9", "0.7", "0.6", "0.2"],
    "cue_family": ["say", "deny", ""],
    "addressee": ["reporters", "to Reporters", "the  Council", ""],
    "venue": ["Telephone", "telephone", ""],
    "title": ["Minister", "minister", ""],
    "about": ["", "person.a", "person.b place.d", "place.d place.d person.x"],
    "said_on": ["", "2021-08-03", "2021-08-09"],
}
HOMES = {"person.a": "AF", "person.b": "PK"}
"""Countries of speakers: of the first as an entity, of the second through the office held."""
HELD = {"person.b": "mayor"}
FACETED = {
    "mentions": {"kind": lambda row: row[2].split(".")[0]},
    "quotations": {
        "mode": lambda row: row[3],
        "confidence": lambda row: band(row[6]),
        "family": lambda row: row[7],
        "addressee": lambda row: " ".join(row[8].casefold().removeprefix("to ").split()),
        "venue": lambda row: row[9].casefold(),
        "said_role": lambda row: row[10].casefold() or HELD.get(row[2], ""),
        "said_country": lambda row: HOMES.get(row[2], ""),
    },
    "toponyms": {
        "role": lambda row: row[4],
        "precision": lambda row: row[5],
        "confidence": lambda row: band(row[6]),
    },
}
SPOKEN = "quotations"
TOLD = ("story_id", "outlet", "agency")
CHOICES: dict[Field, list[str]] = {
    "outlet": ["Sound", "Courier"],
    "kind": ["person", "organisation", "place"],
    "mode": SAID["mode"],
    "role": SAID["role"],
    "precision": SAID["precision"],
    "confidence": ["sure", "fair", "doubtful"],
    "region": ["AF", "PK", "AF.08", "PK.01"],
    "cell": ["N30E065", "N40E070"],
    "family": ["say", "deny"],
    "addressee": ["reporters", "the council"],
    "venue": ["telephone"],
    "said_role": ["minister", "mayor"],
    "said_country": ["AF", "PK"],
    "about": ["person.a", "person.b", "place.d"],
}
SCOPES: tuple[Scope, ...] = ("passage", "article")
SAID_DAYS = [("2021-08-03", "2021-08-03"), ("2021-08-01", "2021-08-09")]
CELLS = {"g1": "N30E065", "g2": "N40E070", "g3": "N40E070"}
Row = tuple[str, ...]


@st.composite
def corpora(draw: st.DrawFn) -> dict[str, list[Row]]:
    """Articles with a day or none, their passages, and who and what stands in them."""
    rows: dict[str, list[Row]] = {t: [] for t in ("articles", "stories", "passages", "mentions")}
    rows |= {"toponyms": [], "quotations": [], "timexes": []}
    for a in range(draw(st.integers(0, 5))):
        day = draw(st.none() | st.integers(0, 20))
        published = "" if day is None else (FIRST_DAY + timedelta(days=day)).isoformat()
        rows["articles"].append((f"a{a}", published))
        rows["stories"].append(
            tuple(draw(st.sampled_from(names)) for names in (STORIES, OUTLETS, AGENCIES))
        )
        for p in range(draw(st.integers(0, 3))):
            passage = f"p.a{a}.{p}"
            rows["passages"].append((passage, f"a{a}"))
            for table, ids in (
                ("mentions", [*ENTITIES, ""]),
                ("toponyms", [*PLACES, ""]),
                ("quotations", [*ENTITIES[:2], ""]),
            ):
                for record in draw(st.lists(st.sampled_from(ids), max_size=3)):
                    said = tuple(draw(st.sampled_from(some)) for some in SAID.values())
                    rows[table].append((passage, f"a{a}", record, *said))
            for first, days in draw(
                st.lists(st.tuples(st.integers(0, 20), st.integers(0, 5)), max_size=2)
            ):
                span = (FIRST_DAY + timedelta(days=n) for n in (first, first + days))
                rows["timexes"].append((passage, f"a{a}", *(day.isoformat() for day in span)))
    return rows


@st.composite
def brushes(draw: st.DrawFn) -> Brush:
    chosen = []
    if draw(st.booleans()):
        ends = sorted(draw(st.tuples(st.integers(0, 20), st.integers(0, 20))))
        days = ((FIRST_DAY + timedelta(days=n)).isoformat() for n in ends)
        alone = (
            clause("published", *days),
            clause("place", PLACES[0]),
            clause("entity", ENTITIES[0]),
            clause("speaker", ENTITIES[0]),
        )
        return Brush((draw(st.sampled_from(alone)),), draw(st.sampled_from(SCOPES)))
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
    for field, values in CHOICES.items():
        if draw(st.integers(0, 3)) == 0:
            chosen.append(clause(field, *draw(st.sets(st.sampled_from(values), min_size=1))))
    if draw(st.integers(0, 3)) == 0:
        ends = sorted(draw(st.tuples(st.integers(0, 25), st.integers(0, 25))))
        days = (FIRST_DAY + timedelta(days=n) for n in ends)
        chosen.append(clause("spoken", *(day.isoformat() for day in days)))
    if draw(st.integers(0, 5)) == 0:
        chosen.append(clause("said_on", *draw(st.sampled_from(SAID_DAYS))))
    return Brush(tuple(chosen), draw(st.sampled_from(["passage", "article"])))


def band(sure: str) -> str:
    return "sure" if float(sure) >= 0.9 else "fair" if float(sure) >= 0.6 else "doubtful"


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
        names = ["passage_id", "article_id", column, *SAID]
        told = [(*row, *[""] * (len(names) - len(row))) for row in rows[table]]
        frame = pd.DataFrame(told, columns=names).rename(columns={"sure": "confidence"})
        frame["confidence"] = frame["confidence"].astype(float)
        frame[column] = frame[column].astype("category")
        ids = [f"{table[0]}{n}" for n in range(len(frame))]
        tables[table] = frame.assign(start=0, end=4, **{own: ids})
    said = tables["quotations"]
    said["role"], said["about_ids"] = said["title"], said["about"].map(str.split)
    said["said_on"] = pd.to_datetime(said["said_on"], utc=True)
    office = {"subject_id": "person.b", "kind": "holds_office", "object_text": "Mayor"}
    tables["relations"] = pd.DataFrame([office | {"status": "current", "country": "PK"}])
    spans = pd.DataFrame(rows["timexes"], columns=["passage_id", "article_id", "first", "last"])
    for end in ("first", "last"):
        spans[end] = pd.to_datetime(spans[end], utc=True)
    tables["timexes"] = spans.assign(timex_id="", value="", start=0, end=4)
    tables["entities"] = pd.DataFrame(
        {"entity_id": ENTITIES, "name": ENTITIES, "kind": [e.split(".")[0] for e in ENTITIES]}
    ).assign(country=["AF", *[""] * (len(ENTITIES) - 1)])
    tables["places"] = pd.DataFrame({"place_id": PLACES, "name": PLACES}).assign(
        neutral_label="",
        kind="city",
        latitude=[31.0, 44.0, 42.0],
        longitude=[69.0, 70.0, 74.9],
        precision="point",
        radius_km=5.0,
        outline="",
        country=[COUNTRIES[place][0] for place in PLACES],
        admin1=[COUNTRIES[place][1] for place in PLACES],
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
        elif c.field == "spoken":
            matching = {
                p for p, _, first, last in rows["timexes"]
                if first <= c.values[1] and last >= c.values[0]
            }  # fmt: skip
        elif c.field == "outlet":
            told = dict(zip(dict(rows["articles"]), rows["stories"], strict=True))
            matching = {p for p, a in article_of.items() if told[a][1] in chosen}
        elif c.field in ("place", "region", "cell"):
            matching = {row[0] for row in rows["toponyms"] if lies_in(row[2], c.field) & chosen}
        elif c.field in ("entity", "speaker"):
            matching = {row[0] for row in rows["quotations"] if row[2] in chosen}
            if c.field == "entity":
                matching |= {row[0] for row in rows["mentions"] if row[2] in chosen}
        else:
            matching = {
                row[0] for table in FACETED for row in rows[table] if is_true(c, table, row)
            }
        if brush.scope == "article":
            articles = {article_of[p] for p in matching}
            matching = {p for p, a in article_of.items() if a in articles}
        found &= matching
    return found


def is_true(c: Clause, table: str, row: Row) -> bool:
    if c.field == "about":
        return table == SPOKEN and bool(set(row[11].split()) & set(c.values))
    if c.field == "said_on":
        return table == SPOKEN and bool(row[12]) and c.values[0] <= row[12] <= c.values[1]
    return c.field in FACETED[table] and FACETED[table][c.field](row) in c.values


def lies_in(place: str, field: str) -> set[str]:
    if field == "cell":
        return {CELLS.get(place, "")}
    return {place} if field == "place" else set(COUNTRIES.get(place, ()))


def left(rows: dict[str, list[Row]], table: str, brush: Brush) -> list[Row]:
    """The rows that facets and speaker leave, by reading the rule aloud."""
    kept = rows[table]
    for c in brush.clauses if brush.scope == "passage" else ():
        if c.field in FACETED[table] or (c.field in ("about", "said_on") and table == SPOKEN):
            kept = [row for row in kept if is_true(c, table, row)]
        elif c.field == "speaker" and table == "quotations":
            kept = [row for row in kept if row[2] in c.values]
    return kept


@contextmanager
def looked_up(by_passage: bool) -> Iterator[None]:
    """Let even a small corpus be looked up by passage, as few passages of a large one are."""
    few = 0 if by_passage else 8
    with (
        patch.object(select, "DENSE", few),
        patch.object(selected, "FEW", few),
        patch.object(newest, "FEW", few),
    ):
        yield


@given(corpora(), brushes(), st.booleans())
def test_map_when_brushed_then_counts_what_a_plain_recount_counts(
    rows: dict[str, list[Row]], brush: Brush, by_passage: bool
) -> None:
    with looked_up(by_passage):
        view = map_view(build_index(frames(rows)), brush)
    inside = passages_inside(rows, brush.seen_by("map"))
    for place, count, total in zip(view["place_id"], view["count"], view["total"], strict=True):
        shown = left(rows, "toponyms", brush.seen_by("map"))
        assert count == sum(row[0] in inside and row[2] == place for row in shown)
        assert total == sum(row[2] == place for row in rows["toponyms"])
    assert list(view["place_id"]) == PLACES


@given(corpora(), brushes(), st.booleans(), st.integers(0, 4))
def test_quotations_when_brushed_then_lists_those_inside_first(
    rows: dict[str, list[Row]], brush: Brush, by_passage: bool, offset: int
) -> None:
    index = build_index(frames(rows))
    with looked_up(by_passage):
        page = quotations_view(index, brush, limit=None)
        part = quotations_view(index, brush, offset, limit=3)
    assert [row["quotation_id"] for row in part.rows()] == [
        row["quotation_id"] for row in page.rows()[offset : offset + 3]
    ]
    assert [row["inside"] for row in part.rows()] == [
        row["inside"] for row in page.rows()[offset : offset + 3]
    ]
    inside = passages_inside(rows, brush)
    around = passages_inside(rows, brush.seen_by("quotations"))
    shown = left(rows, "quotations", brush)
    others = left(rows, "quotations", brush.seen_by("quotations"))
    assert page.inside == sum(row[0] in inside for row in shown)
    assert page.total == sum(row[0] in around for row in others)
    flags = page.frame["inside"].tolist()
    assert flags == sorted(flags, reverse=True)
    assert len(page.frame) == page.total


@given(corpora(), brushes(), st.booleans())
def test_timeline_when_brushed_then_cells_add_up_to_the_dated_mentions(
    rows: dict[str, list[Row]], brush: Brush, by_passage: bool
) -> None:
    with looked_up(by_passage):
        view = timeline_view(build_index(frames(rows)), brush)
    inside = passages_inside(rows, brush.seen_by("timeline"))
    article_of, day_of = dict(rows["passages"]), dict(rows["articles"])
    for lane, entity in enumerate(view.lanes.entity_id):
        shown = left(rows, "mentions", brush.seen_by("timeline"))
        mentioned = [row[0] for row in shown if row[2] == entity and row[0] in inside]
        assert view.lanes.count[lane] == len(mentioned)
        assert view.cells[lane].sum() == sum(bool(day_of[article_of[p]]) for p in mentioned)
        anywhere = [row[0] for row in rows["mentions"] if row[2] == entity]
        assert view.lanes.total[lane] == len(anywhere)
        assert view.cells_total[lane].sum() == sum(bool(day_of[article_of[p]]) for p in anywhere)
    articles = {article_of[p] for p in inside}
    assert view.density.sum() == sum(bool(day_of[a]) for a in articles)
    assert view.beside.undated == sum(not day_of[a] for a in articles)


@given(corpora(), brushes(), st.booleans())
def test_counts_when_brushed_then_agree_with_the_lists(
    rows: dict[str, list[Row]], brush: Brush, by_passage: bool
) -> None:
    index = build_index(frames(rows))
    with looked_up(by_passage):
        counted = counts(index, brush)
    inside = passages_inside(rows, brush)
    assert counted.passages == len(inside) == passages_view(index, brush, limit=None).total
    assert counted.mentions == sum(row[0] in inside for row in left(rows, "mentions", brush))
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
    rows |= {"mentions": [], "toponyms": [], "quotations": [], "timexes": []}
    counted = counts(build_index(frames(rows)), Brush())
    assert (counted.articles, counted.stories, counted.origins) == (3, stories, origins)


PLAIN = ("direct", "about", "point", "1.0")


def one_article(published: str) -> Index:
    rows: dict[str, list[Row]] = {
        "articles": [("a0", published)],
        "stories": [("s1", "Sound", "")],
        "passages": [("p.a0.0", "a0"), ("p.a0.1", "a0")],
        "mentions": [("p.a0.0", "a0", "person.a", *PLAIN), ("p.a0.1", "a0", "person.b", *PLAIN)],
        "toponyms": [("p.a0.0", "a0", "g1", *PLAIN)],
        "quotations": [("p.a0.1", "a0", "person.b", *PLAIN)],
        "timexes": [],
    }
    return build_index(frames(rows))


def test_timeline_when_one_article_then_stands_in_two_weeks_of_days() -> None:
    view = timeline_view(one_article("2021-08-19"), Brush())
    assert view.unit == "day"
    assert len(view.edges) == 14
    assert view.edges[int(np.argmax(view.density))] == "2021-08-19"


def test_timeline_when_nothing_is_dated_then_has_no_bins_and_counts_beside() -> None:
    view = timeline_view(one_article(""), Brush())
    assert (view.edges, view.beside.undated) == ((), 1)


def test_timeline_when_a_chosen_lane_is_outside_then_still_shows_it() -> None:
    view = timeline_view(one_article("2021-08-19"), Brush((clause("entity", "place.d"),)))
    assert view.lanes.frame.set_index("entity_id").loc["place.d", "selected"]


@pytest.mark.parametrize(("scope", "expected"), [("passage", 0), ("article", 1)])
def test_quotations_when_place_is_in_another_passage_then_scope_decides(
    scope: str, expected: int
) -> None:
    brush = Brush((clause("place", "g1"),), scope)  # type: ignore[arg-type]
    assert quotations_view(one_article("2021-08-19"), brush).inside == expected


def test_map_when_a_city_stands_for_its_government_then_it_is_not_counted_there() -> None:
    rows: dict[str, list[Row]] = {
        "articles": [("a0", "")],
        "stories": [("s1", "Sound", "")],
        "passages": [("p.a0.0", "a0")],
        "mentions": [],
        "quotations": [],
        "toponyms": [("p.a0.0", "a0", place, *PLAIN) for place in ("g1", "g1", "g2")],
        "timexes": [],
    }
    tables = frames(rows)
    tables["toponyms"]["precision"] = ["country", "point", "country"]
    tables["places"].loc[1, "precision"] = "country"
    view = map_view(build_index(tables), Brush()).set_index("place_id")
    assert view["total"].to_dict() == {"g1": 1, "g2": 1, "g3": 0}


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
