"""What became of the names of places, against a plain recount."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_corpus import PLACES
from placed_corpus import NOWHERE, marked, stored_with_doubts

from dateline.brush import Brush, clause
from dateline.query import Index, build_index, map_view
from dateline.query.parts import Part, folded
from dateline.query.placing import (
    CLOSE,
    Names,
    ambiguous_names,
    evidence_of,
    names_view,
    resolved_view,
    rival,
    rows_of,
    to_compare,
    toponym_ids,
    unplaced_names,
)
from dateline.records import Toponym
from dateline.store import Store

BASRA = Brush((clause("place", "g2"),))
FILED = Brush((clause("role", "filed_from"),))


@pytest.fixture(scope="module")
def toponyms() -> list[Toponym]:
    return [one for _, findings in marked() for one in findings.toponyms]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("placed") / "corpus.db"
    return stored_with_doubts(path)


@pytest.fixture(scope="module")
def index(corpus: Path) -> Index:
    with Store.open(corpus, readonly=True) as store:
        return build_index(store.frames())


@pytest.fixture(scope="module")
def ambiguous(index: Index, corpus: Path) -> Names:
    rows = to_compare(index)
    ids = toponym_ids(index, rows)
    with Store.open(corpus, readonly=True) as store:
        found = store.toponyms(ids)
    leads = [rival(found[one]) for one in ids]
    return ambiguous_names(index, rows[[lead is not None and lead[1] < CLOSE for lead in leads]])


def test_toponyms_when_asked_by_ids_then_come_with_candidates_and_the_unknown_left_out(
    corpus: Path, toponyms: list[Toponym]
):
    wanted = [one for one in toponyms if one.candidates][:2]
    with Store.open(corpus, readonly=True) as store:
        found = store.toponyms([*(one.toponym_id for one in wanted), "g:none"])
        assert found == {one.toponym_id: one for one in wanted}
        assert store.extractors() == ("made",)


def test_rival_when_a_nearer_candidate_has_more_then_is_the_one_that_the_reason_names(
    toponyms: list[Toponym],
):
    basra = next(one for one in toponyms if one.place_id == "g2")

    assert rival(basra) == ("g6", 0.2)
    assert rival(replace(basra, reason="the only city of that name")) is None
    assert rival(replace(basra, candidates=())) is None


def test_resolved_when_nothing_is_chosen_then_counts_as_the_map_does(
    index: Index, toponyms: list[Toponym]
):
    view = resolved_view(index, Brush(), Part())
    drawn = map_view(index, Brush())

    assert view.total == len(view.frame) == int((drawn["count"] > 0).sum())
    assert dict(zip(view.frame["place_id"], view.frame["count"], strict=True)) == {
        place: count
        for place, count in zip(drawn["place_id"], drawn["count"], strict=True)
        if count
    }
    geneva = view.frame.set_index("key").loc["g5"]
    held = [one for one in toponyms if one.place_id == "g5"]
    assert geneva["lowest"] == min(one.confidence for one in held)
    assert geneva["confidence"] == sorted(one.confidence for one in held)[(len(held) - 1) // 2]
    assert geneva["articles"] == len({one.article_id for one in held})
    assert sum(geneva["roles"].values()) == geneva["count"] == len(held)


def test_resolved_when_a_role_is_chosen_then_has_those_mentions_only(
    index: Index, toponyms: list[Toponym]
):
    frame = resolved_view(index, FILED, Part()).frame
    filed = [one for one in toponyms if one.place_id and one.role == "filed_from"]

    assert frame["count"].sum() == len(filed)
    assert all(set(roles) == {"filed_from"} for roles in frame["roles"])


def test_resolved_when_a_place_is_chosen_then_it_leads_and_filters_nothing(index: Index):
    free, chosen = resolved_view(index, Brush(), Part()), resolved_view(index, BASRA, Part())

    assert chosen.frame["key"].iloc[0] == "g2"
    assert chosen.frame["selected"].tolist() == [True] + [False] * (chosen.total - 1)
    assert sorted(chosen.frame["key"]) == sorted(free.frame["key"])
    assert chosen.frame["count"].sum() == free.frame["count"].sum()


def test_resolved_when_a_chosen_place_is_not_inside_then_stands_first_and_states_nothing(
    index: Index,
):
    brush = Brush((*BASRA.clauses, clause("published", "1990-01-01", "1990-01-02")))
    frame = resolved_view(index, brush, Part(40)).frame

    assert frame[["key", "count", "articles"]].to_numpy().tolist() == [["g2", 0, 0]]
    assert np.isnan(frame["confidence"].iloc[0])


def test_ambiguous_when_listed_then_are_the_doubtful_and_the_close_least_sure_first(
    index: Index, ambiguous: Names, toponyms: list[Toponym]
):
    frame = names_view(index, Brush(), ambiguous, Part()).frame
    doubtful = [one for one in toponyms if one.place_id == "g5" and one.confidence < 0.6]
    close = [one for one in toponyms if one.place_id == "g2"]

    assert frame["name"].tolist() == ["Geneva", "Basra"]
    assert frame["place_id"].tolist() == ["g5", "g2"]
    assert frame["count"].tolist() == [len(doubtful), len(close)]


def test_unplaced_when_listed_then_are_the_names_without_a_place_most_first(
    index: Index, toponyms: list[Toponym]
):
    names = unplaced_names(index)
    view = names_view(index, Brush(), names, Part())

    assert view.frame["count"].sum() == sum(not one.place_id for one in toponyms)
    assert set(view.frame["name"]) <= {place.name for place in PLACES}
    assert set(view.frame["reason"]) == {NOWHERE}
    counts = view.frame["count"].tolist()
    assert counts == sorted(counts, reverse=True)
    assert len(names_view(index, Brush(), names, Part(2)).frame) == 2
    assert names_view(index, Brush(), names, Part(2)).total == view.total


def test_lists_when_the_brush_leaves_nothing_then_are_empty(index: Index, ambiguous: Names):
    never = Brush((clause("published", "1990-01-01", "1990-01-02"),))

    assert resolved_view(index, never, Part(40)).total == 0
    for names in (ambiguous, unplaced_names(index)):
        assert names_view(index, never, names, Part(40)).total == 0
    assert len(rows_of(index, never, "g2", None)) == 0


def test_evidence_when_a_row_is_opened_then_marks_its_words_in_all_of_its_passages(
    index: Index, ambiguous: Names
):
    for names in (None, ambiguous, unplaced_names(index)):
        frame = (
            resolved_view(index, Brush(), Part())
            if names is None
            else names_view(index, Brush(), names, Part())
        ).frame
        row = frame.iloc[0]
        rows = rows_of(index, Brush(), row["key"], names)
        page = evidence_of(index, rows, 1000)
        words = [
            text[start:end]
            for text, spans in zip(page.frame["text"], page.frame["sought"], strict=True)
            for start, end in spans
        ]
        assert set(words) == {row["name"]}
        assert len(words) == row["count"]
        assert page.total == row["passages"]
        assert len(evidence_of(index, rows, 1).frame) == 1


def test_evidence_when_the_key_is_unknown_then_is_empty(index: Index, ambiguous: Names):
    for names in (None, ambiguous):
        rows = rows_of(index, Brush(), "no such key", names)
        assert evidence_of(index, rows, 8).total == 0


@pytest.mark.parametrize(
    ("part", "length", "first", "rows"),
    [
        (Part(), 5, 0, [0, 1, 2, 3, 4]),
        (Part(0), 5, 0, []),
        (Part(2), 5, 0, [0, 1]),
        (Part(2, 2), 5, 2, [2, 3]),
        (Part(2, 4), 5, 4, [4]),
        (Part(2, 6), 5, 4, [4]),
        (Part(2, 4), 4, 2, [2, 3]),
        (Part(2, 4), 0, 0, []),
    ],
)
def test_part_when_a_list_has_a_length_then_is_a_page_of_it(
    part: Part, length: int, first: int, rows: list[int]
):
    begins, found = part.of(np.arange(length))

    assert (begins, found.tolist()) == (first, rows)


@given(length=st.integers(0, 60), rows=st.integers(1, 20))
def test_parts_when_put_together_then_each_row_is_reached_once(length: int, rows: int):
    parts = [Part(rows, first).of(np.arange(length)) for first in range(0, max(length, 1), rows)]

    assert np.concatenate([found for _, found in parts]).tolist() == [*range(length)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Türkiye", "turkiye"), ("  São  Paulo ", "sao paulo"), ("STRASSE", "strasse"), ("", "")],
)
def test_folded_when_letters_are_dressed_then_they_are_plain(text: str, expected: str):
    assert folded(text) == expected


@pytest.mark.parametrize("words", ["bas", "BASRA", "a", "nowhere at all"])
def test_lists_when_words_are_given_then_those_whose_name_has_them(
    index: Index, ambiguous: Names, words: str
):
    unplaced = unplaced_names(index)
    for whole, found in [
        (resolved_view(index, Brush(), Part()), resolved_view(index, Brush(), Part(words=words))),
        *(
            (names_view(index, Brush(), names, Part()), names_view(index, Brush(), names, part))
            for names, part in [(ambiguous, Part(words=words)), (unplaced, Part(words=words))]
        ),
    ]:
        expected = [name for name in whole.frame["name"] if words.lower() in name.lower()]
        assert found.frame["name"].tolist() == expected
        assert found.total == len(expected)
