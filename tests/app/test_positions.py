"""Voices without a browser: positions over time and the wordings of outlets."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from columns import payloads
from made_corpus import HOSTILE
from said_corpus import Said, stored
from streamlit.testing.v1 import AppTest

from components.typeset.text import plain
from data.access import statements
from data.access.statements import Subject
from data.access.written import Wanted
from dateline.brush import Brush
from dateline.store import Store

OPEN = "that the ministry would not open the gates of the dam before the harvest"
SAID = (
    Said(OPEN, about=("dam",)),
    Said("We will not open the gates of the dam before the harvest is in", mode="direct",
         outlet="Harbour Post"),
    Said("that the ministry had held talks with the builders", cue="denied", family="deny"),
    Said("that the ministry had held talks with the builders", day="2024-08-15",
         cue="confirmed", family="confirm", outlet="Harbour Post", about=("dam",)),
    Said("the strike would cost the harbour 40 million", speaker="varga", about=("harbour",)),
    Said("that fish was dear", day="", speaker="varga"),
)  # fmt: skip


@pytest.fixture(scope="module")
def dam(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return stored(tmp_path_factory.mktemp("voices") / "dam.db", SAID)


def drawn(app: AppTest, key: str) -> dict[str, Any]:
    """What the list was given: that of positions or of wordings."""
    assert not app.exception
    assert not app.error
    return next(one for one in payloads(app) if key in one)


def column(app: AppTest) -> dict[str, Any]:
    return drawn(app, "proposals")


def wordings(app: AppTest) -> dict[str, Any]:
    return next(
        one for one in payloads(app) if one.get("title") == "The same statement across outlets"
    )


def test_position_when_opened_then_takes_the_most_quoted_and_proposes_both_sides(dam, opened):
    found = column(opened(dam, "voices", shows="position"))
    (proposal,) = found["proposals"]["rows"]

    assert found["title"] == "Mara Okafor"
    assert found["count"] == "3 statements, folded from 4 quotations"
    assert [row["day"] for row in found["rows"]] == ["12 Aug 2024", "12 Aug 2024", "15 Aug 2024"]
    assert plain(proposal["headline"]) == "denied on 12 Aug 2024, confirmed on 15 Aug 2024"
    assert "proposals to check, not findings" in found["proposals"]["count"]
    assert [plain(side["passage"]) for side in proposal["sides"]] == [
        "Mara Okafor denied that the ministry had held talks with the builders.",
        "Mara Okafor confirmed that the ministry had held talks with the builders.",
    ]
    assert found["rows"][2]["turn"] == {"words": "denies, then confirms", "plain": False}


def test_position_when_the_address_names_speaker_and_subject_then_takes_them(dam, opened):
    app = opened(dam, "voices", shows="position", speaker="okafor", subject="dam")
    found = column(app)

    assert found["title"] == "Mara Okafor on Karst Dam"
    assert len(found["rows"]) == 2
    assert app.query_params["subject"] in ("dam", ["dam"])
    assert not any("Left out" in one.value for one in app.caption)


def test_position_when_a_side_is_named_then_has_all_its_speakers(dam, opened):
    found = column(opened(dam, "voices", shows="position", side="country:VL"))
    who = {plain(row["speaker"]) for row in found["rows"]}

    assert who == {"Mara Okafor", "Tomas Varga"}
    assert found["count"].endswith("1 without a day")
    assert found["rows"][-1]["day"] == "day not stated"


def test_speaker_when_chosen_or_typed_then_is_in_the_brush(dam, opened):
    app = opened(dam, "voices", shows="position")
    app = app.multiselect[0].set_value(["tomas"]).run()

    assert column(app)["title"] == "Tomas Varga"
    assert app.query_params["speaker"] in ("varga", ["varga"])
    app = app.button(key="undo").click().run()
    assert column(app)["title"] == "Mara Okafor"


def test_subject_when_chosen_then_is_in_the_address(dam, opened):
    app = opened(dam, "voices", shows="position")
    (subject,) = (one for one in app.selectbox if one.label == "Subject")
    app = subject.set_value("dam").run()

    assert column(app)["title"] == "Mara Okafor on Karst Dam"
    assert app.query_params["subject"] in ("dam", ["dam"])


def test_subject_when_the_address_has_words_then_statements_have_them(dam, opened):
    found = column(opened(dam, "voices", shows="position", subject="builder talks"))

    assert found["title"] == "Mara Okafor on “builder talks”"
    assert len(found["rows"]) == 2


def test_position_when_nothing_is_said_then_says_what_to_do(dam, opened):
    assert (
        "Choose another"
        in column(opened(dam, "voices", shows="position", subject="unheard"))["empty"]
    )
    long_ago = opened(dam, "voices", shows="position", published="1990-01-01..1990-01-02")
    assert "Take a part of it out" in column(long_ago)["empty"]


def test_wording_when_opened_then_lays_the_forms_against_the_longest(dam, opened):
    found = wordings(opened(dam, "voices", shows="wording"))
    (row,) = found["rows"]
    longest, other = row["opened"]["forms"]

    assert found["count"] == "1 statement"
    assert longest["label"] == "Longest attested form"
    assert other["marks"] == "direct here, indirect in the longest form"
    told = [(one["kind"], plain(one["text"])) for one in other["wording"]]
    assert ("added", "is in") in told
    assert ("changed", "We will") in told


def test_wording_when_a_statement_of_one_outlet_is_named_then_is_shown_too(dam, opened):
    found = wordings(opened(dam, "voices", shows="wording", statement="q0004"))

    assert [bool(row["opened"]) for row in found["rows"]] == [True, False]
    assert "40 million" in plain(found["rows"][0]["words"])


def test_wording_when_nothing_is_shared_then_says_what_to_do(dam, opened):
    app = opened(dam, "voices", shows="wording", outlet="The Ledger")

    assert "Take a part of it out" in wordings(app)["empty"]


def test_voices_when_words_are_hostile_then_they_are_letters(tmp_path, opened):
    corpus = stored(tmp_path / "hostile.db", [Said(HOSTILE), Said(HOSTILE, outlet=HOSTILE)])

    assert HOSTILE in plain(column(opened(corpus, "voices", shows="position"))["rows"][0]["words"])
    assert HOSTILE in plain(wordings(opened(corpus, "voices", shows="wording"))["rows"][0]["words"])


def test_voices_when_the_corpus_is_empty_then_shows_the_first_steps(tmp_path, opened):
    with Store.open(tmp_path / "empty.db"):
        pass
    app = opened(tmp_path / "empty.db", "voices")

    assert not app.exception
    assert [c.key for c in app.get("bidi_component")] == ["page_keys", "search_box"]


def test_files_when_read_back_then_have_every_quotation_with_its_method(dam, monkeypatch):
    monkeypatch.setenv("DATELINE_CORPUS", str(dam))
    made = statements.file_of_positions(Wanted("csv", Brush()), ("okafor",), Subject())
    pairs = statements.file_of_positions(
        Wanted("csv", Brush()), ("okafor",), Subject(), "reversals"
    )
    shared = pd.read_csv(io.BytesIO(statements.file_of_wordings(Wanted("csv", Brush()))))
    one = pd.read_csv(io.BytesIO(statements.file_of_wording(Wanted("csv", Brush()), "q0000")))
    table, proposals = pd.read_csv(io.BytesIO(made)), pd.read_csv(io.BytesIO(pairs))

    assert len(table) == 4
    assert set(table["version"]) == set(one["version"]) == {"made"}
    assert proposals[["earlier_cue", "later_cue"]].to_numpy().tolist() == [["denied", "confirmed"]]
    assert {"earlier_url", "later_passage", "proposal_confidence"} <= set(proposals)
    assert (len(shared), len(one)) == (1, 2)
    words = statements.file_of_paraphrases(Wanted("csv", Brush()), "q0000").decode("utf-8-sig")
    assert words.splitlines()[0].startswith("likeness,content,")
