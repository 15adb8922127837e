"""Statements folded in time, what changed between them, and how outlets word one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from said_corpus import Said, stored

from dateline.brush import Brush, clause
from dateline.query import build_index
from dateline.query.statements import (
    Statements,
    Subject,
    forms_frame,
    paraphrases,
    positions_frame,
    positions_of,
    positions_table,
    rows_of_statement,
    sides,
    speakers,
    statements_of,
    subjects,
    wording_table,
    wordings_frame,
    wordings_of,
    wordings_table,
)
from dateline.store import Store

OPEN = "that the ministry would open the gates of the dam before the harvest"


def held(path: Path, said: Sequence[Said]) -> Statements:
    with Store.open(stored(path / "said.db", said), readonly=True) as store:
        return statements_of(build_index(store.frames()))


def contents(path: Path, *said: Said, who: Sequence[str] = ("okafor",)) -> list[list[str]]:
    """The contents of each statement in time order."""
    made = held(path, said)
    found = positions_of(made, Brush(), who, Subject())
    return [[made.text_of(row) for row in fold.rows.tolist()] for fold in found.folds]


@pytest.mark.parametrize(
    "other",
    [
        Said(OPEN, outlet="Harbour Post"),
        Said("We will open the gates of the dam before the harvest", mode="direct"),
        Said(OPEN, day="2024-08-16"),
        Said("the ministry would open the gates", outlet="Harbour Post"),
        Said(OPEN, speaker=""),
        Said(OPEN, speaker="ministry"),
    ],
)
def test_statements_when_nearly_the_same_then_are_one(tmp_path: Path, other: Said):
    made = held(tmp_path, [Said(OPEN), other])
    assert len(set(made.statement.tolist())) == 1


@pytest.mark.parametrize(
    "other",
    [
        Said(OPEN, day="2024-08-30"),
        Said(OPEN, speaker="varga"),
        Said(OPEN, speaker="union"),
        Said(OPEN, cue="denied", family="deny"),
        Said("that the union would close the market of the town after the strike"),
        Said(OPEN, day=""),
    ],
)
def test_statements_when_another_time_voice_or_stance_then_are_two(tmp_path: Path, other: Said):
    made = held(tmp_path, [Said(OPEN), other])
    assert len(set(made.statement.tolist())) == 2


def test_folds_when_a_negation_or_figure_differs_then_stay_apart(tmp_path: Path):
    told = contents(
        tmp_path,
        Said("that 40 boats would leave the harbour on Friday"),
        Said("that 55 boats would leave the harbour on Friday", outlet="Harbour Post"),
        Said("that 40 boats would not leave the harbour on Friday", outlet="Harbour Post"),
        Said("that 40 boats will leave the harbour on Friday", outlet="Harbour Post"),
    )
    assert sorted(map(len, told)) == [1, 1, 2]


def test_folds_when_dated_by_speech_then_stand_in_that_order_and_undated_are_last(tmp_path: Path):
    told = contents(
        tmp_path,
        Said("that the road was safe for all", day=""),
        Said("that the market would open", day="2024-08-12"),
        Said("that the school was closed", day="2024-08-20", said_on="2024-08-01"),
    )
    assert [one[0].split()[2] for one in told] == ["school", "market", "road"]


def test_position_when_a_stance_and_words_change_then_both_are_marked(tmp_path: Path):
    made = held(
        tmp_path,
        [
            Said(OPEN, cue="denied", family="deny"),
            Said(OPEN, day="2024-08-15", cue="confirmed", family="confirm"),
            Said("that the ministry would open most gates of the dam before the harvest",
                 day="2024-08-29"),
        ],
    )  # fmt: skip
    found = positions_of(made, Brush(), ("okafor",), Subject())
    frame = positions_frame(made, found)

    assert frame["stance"].tolist() == ["denies", "confirms", "states"]
    assert frame["stance_before"].tolist() == ["", "denies", "confirms"]
    assert frame["like_day"].tolist() == ["", "2024-08-12", "2024-08-15"]
    assert frame["wording"].tolist()[1] == []
    assert ("changed", "most ", "the ") in frame["wording"].tolist()[2]


def test_origins_when_two_outlets_credit_one_agency_then_are_counted_apart(tmp_path: Path):
    made = held(
        tmp_path,
        [
            Said(OPEN, outlet="The Ledger", agency="AFP"),
            Said(OPEN, outlet="Harbour Post", agency="AFP"),
            Said(OPEN, outlet="Daily Meridian"),
        ],
    )
    (row,) = wordings_frame(made, wordings_of(made, Brush())).to_dict("records")

    assert (row["outlets"], row["articles"], row["origins"]) == (3, 3, 2)
    assert [one["outlet"] for one in row["carriers"]] == [
        "The Ledger", "Harbour Post", "Daily Meridian",
    ]  # fmt: skip


def test_subject_when_an_entity_or_words_then_leaves_what_is_about_it(tmp_path: Path):
    made = held(
        tmp_path,
        [
            Said("that the dam was safe", about=("dam",)),
            Said("that the harbours were closed", about=("harbour",)),
            Said("that the dam was closed", speaker="varga", about=("dam",)),
        ],
    )

    def number(subject: Subject, *who: str) -> int:
        return positions_of(made, Brush(), who, subject).quotations

    assert number(Subject(entity="dam"), "okafor") == 1
    assert number(Subject(entity="dam"), "okafor", "varga") == 2
    assert number(Subject(words="harbour close"), "okafor") == 1
    assert number(Subject(words="close"), "country:VL") == 2
    assert number(Subject(), "of:ministry") == 2
    assert number(Subject(words="unheard"), "okafor") == 0
    assert [one.value for one in subjects(made, Brush(), ("varga",))] == ["dam"]
    assert [(one.value, one.count) for one in speakers(made, Brush())] == [
        ("okafor", 2), ("varga", 1),
    ]  # fmt: skip
    assert [one.value for one in sides(made, Brush())] == ["country:VL"]


def test_position_when_the_brush_narrows_then_follows_but_for_its_own_speaker(tmp_path: Path):
    made = held(tmp_path, [Said(OPEN), Said("that it was over", outlet="Harbour Post")])
    brush = Brush((clause("outlet", "The Ledger"), clause("speaker", "varga")))

    assert positions_of(made, brush, ("okafor",), Subject()).quotations == 1


def test_forms_when_outlets_differ_then_the_longest_leads_and_moved_marks_are_told(tmp_path: Path):
    made = held(
        tmp_path,
        [
            Said("We will open the gates of the dam", mode="direct", outlet="The Ledger"),
            Said("that they would open the gates of the dam before winter", outlet="Harbour Post"),
            Said("We will open the gates of the dam", mode="direct", outlet="Daily Meridian"),
        ],
    )
    rows = rows_of_statement(made, Brush(), "q0002")
    frame, total = forms_frame(made, rows)
    first, second = frame.to_dict("records")

    assert total == 2
    assert first["outlet"] == "Harbour Post"
    assert {kind for kind, *_ in first["wording"]} == {"same"}
    assert (second["mode"], second["longest_mode"]) == ("direct", "indirect")
    assert [one["outlet"] for one in second["carriers"]] == ["The Ledger", "Daily Meridian"]
    assert ("left_out", "", "before winter") in second["wording"]
    assert rows_of_statement(made, Brush(), "unknown").tolist() == []


def test_tables_when_written_then_have_a_row_a_quotation_and_its_source(tmp_path: Path):
    said = [
        Said(OPEN),
        Said(OPEN.replace("the harvest", "winter"), outlet="Harbour Post"),
        Said("that the road was closed"),
    ]
    made = held(tmp_path, said)
    source = {"article_id", "url", "outlet", "published", "start", "end", "passage", "confidence"}
    found = positions_of(made, Brush(), ("okafor",), Subject())
    table = positions_table(made, found)
    shared = wordings_of(made, Brush())

    assert source <= set(table)
    assert sorted(table["quotation_id"]) == ["q0000", "q0001", "q0002"]
    assert table["is_longest_form"].sum() == 2
    assert source <= set(wordings_table(made, shared))
    told = wording_table(made, rows_of_statement(made, Brush(), "q0000"))
    assert "changed: the harvest -> winter" in told["differences"].tolist()
    assert wording_table(made, np.zeros(0, dtype=np.int64)).empty


def test_paraphrases_when_by_words_then_are_of_the_voice_and_about_that_time(tmp_path: Path):
    made = held(
        tmp_path,
        [
            Said("that the ministry would open the gates of the dam"),
            Said("On Friday the dam has its gates open, by order of the ministry"),
            Said("On Friday the dam has its gates open, by order of the ministry", speaker="varga"),
            Said("The gates open, the dam empties, the ministry rests", day="2024-12-01"),
            Said("that fish was dear in the market"),
        ],
    )
    rows = rows_of_statement(made, Brush(), "q0000")

    assert [row for row, _ in paraphrases(made, Brush(), rows, None, 0.0)] == [1]
    by_meaning = paraphrases(made, Brush(), rows, lambda _, texts: np.ones(len(texts)), 0.8)
    assert sorted(row for row, _ in by_meaning) == [1, 4]


PLAIN = ("dam", "gate", "harbour", "boat", "road", "open", "not", "will")
WORDS = st.lists(st.sampled_from(PLAIN), max_size=7)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(
            WORDS,
            st.integers(1, 28),
            st.sampled_from(["okafor", "varga", ""]),
            st.sampled_from(["The Ledger", "Harbour Post", ""]),
        ),
        min_size=1,
        max_size=14,
    )
)
def test_statements_when_recounted_then_every_quotation_is_in_one_fold(
    tmp_path_factory: pytest.TempPathFactory, told: list[tuple[list[str], int, str, str]]
):
    said = [
        Said(" ".join(words) or "so", f"2024-08-{day:02d}", speaker, outlet=outlet)
        for words, day, speaker, outlet in told
    ]
    made = held(tmp_path_factory.mktemp("said"), said)
    found = positions_of(made, Brush(), ("okafor", "varga"), Subject())
    rows = [row for fold in found.folds for row in fold.rows.tolist()]
    days = [fold.day for fold in found.folds]
    frame = pd.DataFrame([vars(one) for one in said]).assign(statement=made.statement)
    carried = frame[frame["outlet"] != ""].groupby("statement")["outlet"].nunique()

    assert sorted(rows) == np.flatnonzero(frame["speaker"] != "").tolist()
    assert days == sorted(days)
    assert len(wordings_of(made, Brush()).statements) == int((carried >= 2).sum())
