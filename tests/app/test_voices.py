"""Voices without a browser: its list, groups and pages, what narrows it, the matrix, the files."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from columns import clear, headline, payloads
from streamlit.testing.v1 import AppTest
from voices_corpus import stored_with_topics

from components.memory import Voicing
from components.typeset.text import plain
from components.voices import filters, said, whom
from data import access
from data.access import voices
from data.access.written import Wanted
from dateline.brush import Brush, clause


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return stored_with_topics(tmp_path_factory.mktemp("spoken") / "spoken.db")


@pytest.fixture
def here(spoken: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DATELINE_CORPUS", str(spoken))
    return spoken


def drawn(app: AppTest) -> list[dict[str, Any]]:
    """What the column and the list or matrix were given."""
    assert not app.exception
    assert not app.error
    return payloads(app)[-2:]


def counted(app: AppTest) -> int:
    (told,) = (number for number, of in headline(app)["counts"] if of.endswith("quotations"))
    return int(told)


def lines(written: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written.decode())))


@pytest.mark.parametrize("by", ["none", "speaker", "day", "article"])
def test_list_when_paged_then_each_quotation_comes_once(here, by):
    group = None if by == "none" else by
    total = access.counts(Brush()).quotations
    assert total > 3 * said.PAGE
    found, page = list[str](), 1
    while True:
        shown = voices.listed(Brush(), group, False, (page - 1) * said.PAGE, said.PAGE)
        payload = said.voices_payload(shown, Brush(), group)
        assert (payload["page"], payload["pages"]) == (page, -(-total // said.PAGE))
        found += [row["id"] for row in payload["rows"]]
        covered = [n for g in payload["groups"] for n in range(g["from"], g["to"])]
        assert covered == (list(range(len(payload["rows"]))) if group else [])
        if page == payload["pages"]:
            break
        page += 1
    assert len(found) == len(set(found)) == total


def test_screen_when_the_address_names_its_view_then_it_is_shown_and_kept(spoken, opened):
    app = opened(spoken, "voices", by="speaker", order="oldest", page="2", addressee="reporters")
    column, shown = drawn(app)
    assert shown["page"] == 2
    assert shown["by"] == "speaker"
    assert shown["where"].endswith(f"of {counted(app):,}")
    assert [f["field"] for f in column["fields"] if f["said"]] == ["addressee"]
    assert headline(app)["words"] == "to reporters"
    clear(app)
    assert app.query_params["by"] == "speaker"
    assert "page" not in app.query_params
    assert drawn(app)[1]["page"] == 1


def test_page_when_beyond_the_last_then_it_is_the_last(spoken, opened):
    shown = drawn(opened(spoken, "voices", page="99999"))[1]
    assert shown["page"] == shown["pages"]
    assert shown["rows"]


@pytest.mark.parametrize("wrong", [{"shows": "x"}, {"by": "x"}, {"page": "-3"}, {"page": "²"}])
def test_screen_when_the_address_is_wrong_then_it_is_the_first_view(spoken, opened, wrong):
    shown = drawn(opened(spoken, "voices", **wrong))[1]
    assert (shown["page"], shown["by"]) == (1, "")


def test_list_when_the_brush_leaves_nothing_then_says_what_to_do(spoken, opened):
    for view in ("quotations", "whom"):
        app = opened(spoken, "voices", shows=view, published="1990-01-01..1990-01-02")
        assert drawn(app)[1]["rows"] == []
        assert "Take a part of it out" in drawn(app)[1]["empty"]


def test_article_text_when_hostile_then_stays_text(tmp_path, opened):
    corpus = stored_with_topics(tmp_path / "hostile.db", 4, hostile=True)
    for view in ("quotations", "whom"):
        app = opened(corpus, "voices", shows=view, by="article")
        assert "<script>" in json.dumps(drawn(app))
        assert not any("<script>" in m.value for m in app.markdown)


def test_direct_wording_when_switched_on_then_leaves_what_stands_in_marks(spoken, opened):
    app = opened(spoken, "voices")
    before = counted(app)
    app.toggle[0].set_value(True).run()
    rows = drawn(app)[1]["rows"]
    assert set(app.query_params["mode"]) == {"direct", "mixed"}
    assert {row["mode"] for row in rows} == {"direct", "mixed"}
    assert all(plain(row["words"]).startswith("“") for row in rows)
    app.toggle[0].set_value(False).run()
    assert counted(app) == before


def test_values_when_a_field_is_open_then_are_counted_in_quotations(here):
    voicing = Voicing(open=frozenset({"addressee", "about"}), rows={"about": 100})
    column = filters.payload(Brush(), voicing)
    fields = {field["field"]: field for field in column["fields"]}
    assert [f for f, known in fields.items() if "rows" in known] == ["about", "addressee"]
    to = {plain(row["name"]): row["count"] for row in fields["addressee"]["rows"]}
    assert set(to) == {"reporters", "the Council"}
    brush = Brush((clause("addressee", "reporters"),))
    assert access.counts(brush).quotations == int(to["reporters"])
    every = fields["about"]["rows"]
    assert len(every) == voices.offer(Brush(), "about").known
    assert not fields["about"]["more"]
    sought = Voicing(open=frozenset({"about"}), letters={"about": "BASRA"})
    found = filters.payload(Brush(), sought)["fields"]
    (rows,) = (field["rows"] for field in found if field["field"] == "about")
    assert {plain(row["name"]) for row in rows} == {"Basra"}


def test_matrix_when_a_cell_has_a_number_then_its_clauses_leave_as_many_quotations(here):
    found = voices.whom(Brush(), (0, 5), (0, 5))
    assert found.cells.sum() > 10
    for row, speaker in enumerate(found.speakers):
        for column, about in enumerate(found.about):
            pair = clause("speaker", speaker.entity_id), clause("about", about.entity_id)
            assert access.counts(Brush(pair)).quotations == found.cells[row, column]
    payload = whom.matrix_payload(found, Voicing(cells=5))
    shades = {cell[1] for row in payload["rows"] for cell in row["cells"] if cell[0]}
    assert shades <= {shade for shade, _ in payload["scale"]}
    rows, _ = payload["turns"]
    assert (rows["said"], rows["back"]) == (f"Speakers 1–5 of {found.all_speakers}", None)


def test_matrix_when_turned_to_the_end_then_every_speaker_and_name_was_shown(here):
    every = voices.whom(Brush(), (0, 999), (0, 999))
    found, turn, cells = list(voices.whom(Brush(), (0, 4), (0, 4)).speakers), 4, 0
    while turn < every.all_speakers:
        found += voices.whom(Brush(), (turn, 4), (0, 4)).speakers
        turn += 4
    assert tuple(found) == every.speakers
    for column in range(0, every.all_about, 5):
        cells += voices.whom(Brush(), (0, 999), (column, 5)).cells.sum()
    assert cells == every.cells.sum()


def test_matrix_when_a_pair_is_chosen_then_others_stay_and_it_is_marked(here):
    free = voices.whom(Brush(), (0, 3), (0, 3))
    last = voices.whom(Brush(), (0, 60), (0, 60))
    brush = Brush(
        (
            clause("speaker", last.speakers[-1].entity_id),
            clause("about", last.about[-1].entity_id),
        )
    )
    held = voices.whom(brush, (0, 3), (0, 3))
    assert held.speakers[:3] == free.speakers
    assert [head.is_selected for head in held.speakers] == [False, False, False, True]
    assert [head.is_selected for head in held.about] == [False, False, False, True]


def test_files_when_written_then_hold_all_that_is_inside_with_its_source(here):
    brush = Brush((clause("mode", "direct"),))
    rows = lines(voices.quotations_file(Wanted("csv", brush), "speaker"))
    assert len(rows) == access.counts(brush).quotations
    assert {row["mode"] for row in rows} == {"direct"}
    for row in rows:
        assert (row["method"], row["version"]) == ("machine: rules and model 2", "made 1")
        assert row["content"] in row["passage"]
        assert row["url"].startswith("https://")
        assert all(row[name] for name in ("article_id", "outlet", "start", "end", "confidence"))
    assert {row["said_on"] for row in rows} == {"", "2024-02-03"}
    cells = lines(voices.matrix_file(Wanted("csv", brush), (0, 4), (0, 4)))
    found = voices.whom(brush, (0, 4), (0, 4))
    assert sum(int(row["quotations"]) for row in cells) == found.cells.sum()
    assert {row["selection"] for row in cells} == {"quoted: direct"}
    behind = lines(voices.pairs_file(Wanted("csv", brush.with_clause(clause("speaker", "e-0")))))
    assert len(behind) == found.quotations
    assert all(row["speaker_id"] and row["about_ids"] != "[]" for row in behind)


def test_address_when_it_is_voices_then_says_what_is_not_as_at_first():
    voicing = Voicing()
    assert voicing.address("") == {}
    given = {"page": ["7"], "shows": ["whom"], "place": ["g1"]}
    voicing.read(given, is_whole=False)
    assert given == {"place": ["g1"]}
    assert (voicing.page_of("place=g1"), voicing.shows, voicing.by) == (7, "whom", "none")
    assert voicing.address("place=g1") == {"shows": ["whom"], "page": ["7"]}
    assert voicing.address("place=g2") == {"shows": ["whom"]}


@pytest.mark.parametrize(("is_whole", "shows"), [(False, "whom"), (True, "quotations")])
def test_address_when_it_names_nothing_of_voices_then_only_a_whole_one_begins_anew(is_whole, shows):
    voicing = Voicing(shows="whom")
    voicing.read({"place": ["g1"]}, is_whole)
    assert voicing.shows == shows
