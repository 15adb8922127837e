"""Lists of quotations, what narrows them, and who speaks about whom, against a plain recount."""

from __future__ import annotations

from collections import Counter

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_query import FACETED, HOMES, Row, brushes, corpora, frames, left, passages_inside

from dateline.brush import VALUES, Brush, clause
from dateline.query import OFFERED, build_index, groups_view, offer_view, voices_view, whom_view
from dateline.query.labels import Labels

BY = ["speaker", "day", "article", None]


def said(rows: dict[str, list[Row]], brush: Brush) -> list[Row]:
    """The quotations inside a Brush."""
    inside = passages_inside(rows, brush)
    return [row for row in left(rows, "quotations", brush) if row[0] in inside]


def key_of(rows: dict[str, list[Row]], by: str | None, row: Row) -> str:
    return {"speaker": row[2], "day": dict(rows["articles"])[row[1]], "article": row[1]}[by or ""]


@settings(max_examples=30)
@given(corpora(), brushes(), st.sampled_from(BY), st.booleans(), st.integers(1, 4))
def test_list_when_read_page_by_page_then_each_quotation_inside_comes_once_in_its_group(
    rows: dict[str, list[Row]], brush: Brush, by: str | None, is_oldest: bool, limit: int
) -> None:
    index, inside = build_index(frames(rows)), said(rows, brush)
    pages, offset = [], 0
    while not pages or offset < pages[-1].total:
        pages.append(voices_view(index, brush, by, is_oldest, offset, limit))  # type: ignore[arg-type]
        offset += limit
    found = pd.concat([page.frame for page in pages]).astype({"speaker_id": object})
    assert {page.total for page in pages} == {len(inside)}
    columns = ["passage_id", "article_id", "speaker_id"]
    listed = list(found[columns].astype(object).itertuples(index=False, name=None))
    assert Counter(listed) == Counter(row[:3] for row in inside)
    assert found["quotation_id"].is_unique
    days = [dict(rows["articles"])[article] for _, article, _ in listed]
    if by != "speaker":
        dated = [day for day in days if day]
        assert dated == sorted(dated, reverse=not is_oldest)
        assert days == [*dated, *[""] * (len(days) - len(dated))]
    if by:
        counted = Counter(key_of(rows, by, row) for row in inside)
        told = {g.key: g.count for page in pages for g in page.groups}
        assert told == counted
        assert {page.number for page in pages} == {len(counted)}
        for page in pages:
            at = [key_of(rows, by, row) for row in listed]
            for group in page.groups:
                assert set(at[group.first : group.first + group.count]) == {group.key}


@settings(max_examples=30)
@given(corpora(), brushes())
def test_offers_when_brushed_then_count_quotations_by_all_but_their_own_clause(
    rows: dict[str, list[Row]], brush: Brush
) -> None:
    index = build_index(frames(rows))
    article_of = dict(rows["passages"])
    told = dict(zip(dict(rows["articles"]), rows["stories"], strict=True))
    named: dict[str, set[str]] = {}
    for row in rows["toponyms"]:
        named.setdefault(row[0], set()).add(row[2])
    values = {
        "speaker": lambda row: {row[2]},
        "about": lambda row: set(row[11].split()) & {"person.a", "person.b", "place.d"},
        "place": lambda row: named.get(row[0], set()),
        "outlet": lambda row: {told[article_of[row[0]]][1]},
    } | {f: lambda row, f=f: {FACETED["quotations"][f](row)} for f in FACETED["quotations"]}
    for field in OFFERED:
        inside = said(rows, brush.without(field))
        counted = Counter(v for row in inside for v in values[field](row) if v)
        known = Counter(v for row in rows["quotations"] for v in values[field](row) if v)
        offer = offer_view(index, brush, field, limit=100)
        assert {choice.value: choice.count for choice in offer.choices} == {
            value: counted[value] for value in known
        }
        assert offer.known == offer.found == len(known)
        assert offer.most == max(known.values(), default=0)
        counts = [choice.count for choice in offer.choices]
        assert field in VALUES or counts == sorted(counts, reverse=True)
        chosen = brush.clause_on(field)
        for choice in offer.choices:
            assert choice.is_selected == bool(chosen and choice.value in chosen.values)


@settings(max_examples=30)
@given(corpora(), brushes(), st.sampled_from([(), ("place",), ("person", "organisation")]))
def test_who_on_whom_when_counted_then_each_cell_has_the_quotations_of_its_pair(
    rows: dict[str, list[Row]], brush: Brush, kinds: tuple[str, ...]
) -> None:
    found = whom_view(build_index(frames(rows)), brush, (0, 2), (0, 2), kinds)
    inside = said(rows, brush.without("speaker").without("about"))
    known = {"person.a", "person.b", "place.d"}
    known = {one for one in known if not kinds or one.split(".")[0] in kinds}
    pairs = [(row[2], set(row[11].split()) & known) for row in inside if row[2]]
    pairs = [(speaker, about) for speaker, about in pairs if about]
    cells = Counter((speaker, one) for speaker, about in pairs for one in about)
    speakers = Counter(speaker for speaker, _ in pairs)
    about = Counter(one for _, some in pairs for one in some)
    assert {h.entity_id: h.count for h in found.speakers} == {
        h.entity_id: speakers[h.entity_id] for h in found.speakers
    }
    assert (found.all_speakers, found.all_about) == (len(speakers), len(about))
    assert found.quotations == len(pairs)
    best = sorted(speakers.values(), reverse=True)[:2]
    assert [head.count for head in found.speakers[: len(best)]] == best
    for row, speaker in enumerate(found.speakers):
        for column, head in enumerate(found.about):
            assert found.cells[row, column] == cells[speaker.entity_id, head.entity_id]
    for name, heads in (("speaker", found.speakers), ("about", found.about)):
        chosen = brush.clause_on(name)  # type: ignore[arg-type]
        assert {h.entity_id for h in heads if h.is_selected} == set(chosen.values if chosen else ())


ROWS: dict[str, list[Row]] = {
    "articles": [("a0", "2021-08-03"), ("a1", "2021-08-04")],
    "stories": [("s1", "Sound", ""), ("s2", "Courier", "")],
    "passages": [("p.a0.0", "a0"), ("p.a1.0", "a1")],
    "mentions": [],
    "toponyms": [],
    "timexes": [],
    "quotations": [
        (
            "p.a0.0",
            "a0",
            "person.a",
            "direct",
            "",
            "",
            "0.9",
            "say",
            "to Reporters",
            "",
            "",
            "",
            "",
        ),
        ("p.a0.0", "a0", "person.b", "direct", "", "", "0.9", "say", "reporters", "", "", "", ""),
        ("p.a1.0", "a1", "person.b", "direct", "", "", "0.9", "deny", "reporters", "", "x", "", ""),
    ],
}


def test_values_when_written_in_several_ways_then_are_one_shown_as_most_write_it() -> None:
    index = build_index(frames(ROWS))
    (choice,) = offer_view(index, Brush(), "addressee").choices
    assert (choice.value, choice.count) == ("reporters", 3)
    assert index.name_of("addressee", "reporters") == "reporters"
    assert index.is_known("addressee", "reporters")
    assert not index.is_known("addressee", "Reporters")
    labels = Labels.folded(pd.Series(["UN staff", "un  staff", "UN staff", "", "\x07" * 3]))
    assert (labels.values, labels.names) == (("un staff",), ("UN staff",))
    assert labels.codes[0].tolist() == [0, 0, 0, -1, -1]
    assert len(Labels.folded(pd.Series(["x" * 999])).values[0]) == 200


def test_role_when_the_quotation_states_none_then_it_is_the_office_held() -> None:
    index = build_index(frames(ROWS))
    told = {c.value: c.count for c in offer_view(index, Brush(), "said_role").choices}
    assert told == {"mayor": 1, "x": 1}
    home = {c.value: c.count for c in offer_view(index, Brush(), "said_country").choices}
    assert home == {HOMES["person.b"]: 2, HOMES["person.a"]: 1}
    frame = voices_view(index, Brush((clause("said_role", "mayor"),))).frame
    assert frame[["speaker_id", "office"]].astype(object).to_numpy().tolist() == [
        ["person.b", "Mayor"]
    ]


@pytest.mark.parametrize(
    ("letters", "found"), [("", ["4 Aug 2021", "3 Aug 2021"]), ("3 AUG", ["3 Aug 2021"]), ("z", [])]
)
def test_groups_when_looked_for_then_those_with_the_letters_are_found(
    letters: str, found: list[str]
) -> None:
    groups, number = groups_view(build_index(frames(ROWS)), Brush(), "day", letters=letters)
    assert [group.name for group in groups] == found
    assert number == len(found)


def test_offers_when_looked_for_then_the_chosen_stays_in_sight() -> None:
    index, brush = build_index(frames(ROWS)), Brush((clause("speaker", "person.a"),))
    offer = offer_view(index, brush, "speaker", "PERSON", 1)
    assert [choice.value for choice in offer.choices] == ["person.b", "person.a"]
    assert (offer.found, offer.known) == (2, 2)
    assert offer_view(index, brush, "speaker", "zz").choices == ()
