"""Add without a browser: the ways in, the columns, the job and its report, what goes wrong."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from made_corpus import stored
from streamlit.testing.v1 import AppTest

from data.access import adding
from dateline import jobs
from dateline.store import Store

SECONDS = 120
ODD = (
    "Schlagzeile;Inhalt;Blatt;Tag\n"
    "Ferry late;The ferry was late on Monday, Mara Okafor said in Cairo.;The Quay;2024-03-05\n"
    "Dam holds;The dam held all night, Idris Lindqvist told reporters.;The Quay;2024-03-06\n"
)
OTHER = ODD.replace("Ferry late", "Ferry early").replace("Dam holds", "Dam mended")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return stored(tmp_path / "corpus" / "rivers.db", articles=5)


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    path = tmp_path / "odd.csv"
    path.write_text(ODD, encoding="utf-8")
    return path


def name_path(app: AppTest, path: Path | str) -> AppTest:
    """The page after a path was named in its third way in."""
    next(item for item in app.text_input if (item.key or "").startswith("path_")).set_value(
        str(path)
    )
    return press(app, "name_")


def press(app: AppTest, form: str) -> AppTest:
    """The page after the form's button was pressed."""
    return next(item for item in app.button if item.proto.form_id.startswith(form)).click().run()


def choose(app: AppTest, field: str, column: str, file: int = 0) -> AppTest:
    """The page after a column was chosen for a field of a file."""
    found = [box for box in app.selectbox if f"_{field}_" in (box.key or "")]
    return found[file].select(column).run()


def plain(words: str) -> str:
    """Markdown as it is read."""
    return words.replace("\\", "").replace("\u2060", "")


def offered(app: AppTest) -> list[str]:
    return [plain(row.label) for row in app.expander]


def add_button(app: AppTest) -> str:
    return app.button(key="add").label


def finished(app: AppTest) -> AppTest:
    """The page once no job works on the corpus."""
    until = time.monotonic() + SECONDS
    while adding.running():
        assert time.monotonic() < until, "the job did not end"
        time.sleep(0.2)
    return app.run()


def said(app: AppTest) -> str:
    return " ".join(plain(item.value) for item in (*app.markdown, *app.subheader))


def test_page_when_nothing_is_offered_then_shows_the_ways_in_and_every_format(opened, corpus):
    app = opened(corpus, "add")
    assert not app.exception
    assert not app.error
    assert [tab.label for tab in app.tabs] == ["Drop files", "Paste a text", "Name a folder"]
    listed = set(" ".join(app.table[0].value["Files"]).split())
    assert listed == set(adding.SUPPORTED)
    assert "add" not in [button.key for button in app.button]


def test_page_when_the_corpus_is_empty_then_is_there_all_the_same(opened, tmp_path):
    app = opened(stored(tmp_path / "none.db", articles=0), "add")
    assert not app.exception
    assert not app.error
    assert len(app.tabs) == 3


def test_table_when_its_columns_are_unknown_then_asks_and_follows_the_choice(opened, corpus, odd):
    app = name_path(opened(corpus, "add"), odd)
    assert offered(app) == ["**odd.csv** · table, nothing to add"]
    assert app.button(key="add").disabled
    assert "Which column holds the text" in said(app)
    app = choose(app, "text", "Inhalt")
    assert offered(app) == ["**odd.csv** · table, 2 articles"]
    assert add_button(app) == "Add 2 articles"
    app = choose(choose(app, "title", "Schlagzeile"), "text", "")
    assert app.button(key="add").disabled


def test_columns_when_chosen_for_one_file_then_hold_for_all_with_the_same(
    opened, corpus, odd, tmp_path
):
    (tmp_path / "other.csv").write_text(OTHER, encoding="utf-8")
    app = name_path(name_path(opened(corpus, "add"), odd), tmp_path / "other.csv")
    assert app.checkbox[0].label == "Use for all 2 files with these columns"
    app = choose(app, "text", "Inhalt")
    assert add_button(app) == "Add 4 articles"
    shown = [box.value for box in app.selectbox if "_text_" in (box.key or "")]
    assert shown == ["Inhalt", "Inhalt"]
    app = choose(app, "title", "Schlagzeile", file=1)
    assert [box.value for box in app.selectbox if "_title_" in (box.key or "")] == [
        "Schlagzeile"
    ] * 2


def test_columns_when_not_shared_then_hold_for_their_file_alone(opened, corpus, odd, tmp_path):
    (tmp_path / "other.csv").write_text(OTHER, encoding="utf-8")
    app = name_path(name_path(opened(corpus, "add"), odd), tmp_path / "other.csv")
    app = choose(app.checkbox[0].uncheck().run(), "text", "Inhalt")
    assert add_button(app) == "Add 2 articles"
    assert offered(app)[1] == "**other.csv** · table, nothing to add"


def test_folder_when_named_then_is_shown_file_by_file_and_left_out_whole(opened, corpus, tmp_path):
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02}.txt").write_text(f"Level falls\n\nThe river fell by {number} cm.")
    (folder / "scan.pdf").write_bytes(b"%PDF-1.4")
    app = name_path(opened(corpus, "add"), folder)
    assert len(offered(app)) == 8
    assert add_button(app) == "Add up to 40 articles"
    assert "listed as rejected: 1 .pdf" in plain(app.caption[-1].value)
    leave = next(
        b for b in app.button if (b.key or "").startswith("leave_") and b.key != "leave_all"
    )
    assert offered(leave.click().run()) == []


def test_folder_when_one_choice_of_columns_fits_it_then_is_read_whole_with_what_is_refused(
    opened, corpus, tmp_path
):
    folder = tmp_path / "many"
    folder.mkdir()
    (folder / "one.csv").write_text(ODD, encoding="utf-8")
    (folder / "two.csv").write_text(OTHER, encoding="utf-8")
    (folder / "scan.pdf").write_bytes(b"%PDF-1.4")
    app = choose(name_path(opened(corpus, "add"), folder), "text", "Inhalt")
    finished(app.button(key="add").click().run())
    batch = adding.batches()[0]
    assert batch.sources == (str(folder),)
    assert (batch.stored, batch.duplicate, batch.rejected) == (2, 2, 1)


def test_folder_when_its_files_need_other_columns_then_is_read_file_by_file(
    opened, corpus, tmp_path
):
    folder = tmp_path / "many"
    folder.mkdir()
    (folder / "one.csv").write_text(ODD, encoding="utf-8")
    (folder / "two.csv").write_text("text\nThe gate was closed by Lena Haddad on Monday.\n")
    (folder / "scan.pdf").write_bytes(b"%PDF-1.4")
    app = choose(name_path(opened(corpus, "add"), folder), "text", "Inhalt")
    finished(app.button(key="add").click().run())
    batch = adding.batches()[0]
    assert len(batch.sources) == 3
    assert (batch.stored, batch.duplicate, batch.rejected) == (3, 0, 1)


@pytest.mark.parametrize(
    ("given", "reason"),
    [("/no/such/place", "no file or folder"), ("here", "does not say where"), ("", "is named yet")],
)
def test_path_when_it_leads_nowhere_then_a_sentence_says_so_and_it_stays(
    opened, corpus, given, reason
):
    app = name_path(opened(corpus, "add"), given)
    assert reason in plain(app.error[0].value)
    assert [item.value for item in app.text_input if (item.key or "").startswith("path_")] == [
        given
    ]


def test_text_when_pasted_then_is_looked_at_and_the_form_is_emptied(opened, corpus):
    app = opened(corpus, "add")
    app.text_input(key="title_0").set_value("Bridge opens")
    app.text_input(key="outlet_0").set_value("Harbour Post")
    app.text_area(key="text_0").set_value("The bridge was opened on Tuesday, Elif Tanaka said.")
    app = press(app, "paste_")
    assert offered(app) == ["**pasted: Bridge opens** · pasted text, 1 article"]
    assert app.text_area(key="text_1").value == ""
    assert list(app.selectbox) == []


def test_text_when_it_has_no_words_then_is_refused_and_the_rest_stays(opened, corpus):
    app = opened(corpus, "add")
    app.text_input(key="title_0").set_value("Bridge opens")
    app = press(app, "paste_")
    assert "no text to read" in plain(app.error[0].value)
    assert app.text_input(key="title_0").value == "Bridge opens"


def test_name_when_hostile_then_stays_text(opened, corpus, tmp_path):
    name = "<img src=x> **b** [l](javascript:a) :smile:.csv"
    (tmp_path / name).write_text(ODD, encoding="utf-8")
    app = name_path(opened(corpus, "add"), tmp_path / name)
    assert not app.exception
    assert "\\<img src\\=x\\> \\*\\*b\\*\\*" in app.expander[0].label


def test_articles_when_added_then_are_reported_and_taken_out_by_a_second_click(opened, corpus, odd):
    odd.write_text(ODD + "ragged;row\n", encoding="utf-8")
    app = choose(name_path(opened(corpus, "add"), odd), "text", "Inhalt")
    app = finished(app.button(key="add").click().run())
    assert "2 articles added" in said(app)
    assert "3 read = 2 stored + 0 duplicate + 1 rejected" in said(app)
    assert offered(app) == []
    batch = adding.batches()[0].batch_id
    app = app.button(key=f"undo_{batch}").click().run()
    assert app.button(key=f"undo_{batch}_now").label == "Take out 2 articles"
    with Store.open(corpus, readonly=True) as store:
        assert store.stats()["articles"] == 7
    app = app.button(key=f"undo_{batch}_now").click().run()
    assert app.info[0].value.startswith("2 articles taken out")
    assert adding.batches() == ()
    with Store.open(corpus, readonly=True) as store:
        assert store.stats()["articles"] == 5


def test_batches_when_there_are_some_then_stand_below_with_their_reports(opened, corpus, odd):
    app = choose(name_path(opened(corpus, "add"), odd), "text", "Inhalt")
    app = finished(app.button(key="add").click().run())
    batch = adding.batches()[0].batch_id
    assert f"open_{batch}" not in [button.key for button in app.button]
    app = app.button(key="close_report").click().run()
    assert "Added before" in said(app)
    assert "2 read = 2 stored + 0 duplicate + 0 rejected" in said(app)
    app = app.button(key=f"open_{batch}").click().run()
    assert f"explore_{batch}" in [button.key for button in app.button]
    again = opened(corpus, "add")
    assert f"open_{batch}" in [button.key for button in again.button]


def test_explore_when_asked_for_a_batch_then_opens_on_its_days(opened, corpus, odd):
    app = choose(name_path(opened(corpus, "add"), odd), "text", "Inhalt")
    app = finished(choose(app, "published", "Tag").button(key="add").click().run())
    batch = adding.batches()[0].batch_id
    here = app.button(key=f"explore_{batch}").click().run().session_state["dateline"]
    assert here.going == "explore"
    assert here.brush.to_query() == "published=2024-03-05..2024-03-06"


def test_job_when_it_fails_then_says_why_and_offers_the_files_again(opened, corpus, odd):
    lock = corpus.with_name(f"{corpus.name}-lock")
    lock.unlink(missing_ok=True)
    lock.mkdir()
    app = opened(corpus, "add")
    app.text_input(key="title_0").set_value("Bridge opens")
    app.text_area(key="text_0").set_value("The bridge was opened on Tuesday, Elif Tanaka said.")
    app = press(app, "paste_")
    app = finished(app.button(key="add").click().run())
    assert "Not finished" in said(app)
    assert "lock" in said(app)
    assert offered(app) == ["**pasted: Bridge opens** · pasted text, 1 article"]
    lock.rmdir()
    app = finished(app.button(key="add").click().run())
    assert "1 article added" in said(app)
    assert offered(app) == []


def test_job_when_started_elsewhere_then_is_found_by_a_page_that_opens_later(opened, corpus, odd):
    job_id = jobs.start_ingest(corpus, [adding.Source(odd, columns={"text": "Inhalt"})])
    app = opened(corpus, "add")
    assert f"stop_{job_id}" in [button.key for button in app.button]
    app = app.button(key=f"stop_{job_id}").click().run()
    assert app.button(key=f"stop_{job_id}").disabled or not adding.running()
    app = finished(app)
    assert "added" in said(app)
