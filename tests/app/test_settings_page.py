"""Settings without a browser: each change is saved at once, said, and taken back."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from made_corpus import HOSTILE, stored
from streamlit.testing.v1 import AppTest

from components.settings import jobs
from components.settings.corpora import size_words
from dateline.jobs import JobState
from dateline.places.basemap import build_basemap
from dateline.places.gazetteer import base_path
from dateline.settings import BASEMAP, PROJECT, Settings, read_settings, write_settings
from dateline.store import Store

Shown = Callable[[], AppTest]


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with settings, an open corpus, another, and a cache with the gazetteer."""
    monkeypatch.setenv("DATELINE_SETTINGS", str(tmp_path / "dateline.toml"))
    monkeypatch.delenv("DATELINE_CORPUS")
    first, second = stored(tmp_path / "first.db", 6), stored(tmp_path / "second.db", 2)
    write_settings(corpus=first, corpora=(first, second))
    return tmp_path


@pytest.fixture
def shown(own: Path, gazetteer: object) -> Shown:
    """A door to the screen."""
    build_basemap(BASEMAP)

    def at() -> AppTest:
        app = AppTest.from_file(str(PROJECT / "app.py"), default_timeout=60).run()
        return app.switch_page("pages/settings.py").run()

    return at


def said(app: AppTest) -> str:
    """All words of the page, without the marks that keep them plain."""
    parts = [*app.markdown, *app.caption, *app.warning, *app.error, *app.info, *app.text]
    return "\n".join(part.value for part in parts).replace("\\", "").replace("\u2060", "")


def button(app: AppTest, label: str, number: int = 0) -> object:
    return [one for one in app.button if one.label == label][number]


def field(app: AppTest, label: str) -> object:
    found = [*app.text_input, *app.number_input, *app.selectbox, *app.radio, *app.toggle]
    return next(one for one in found if label in one.label)


def press(app: AppTest, label: str, number: int = 0) -> AppTest:
    return button(app, label, number).click().run()  # type: ignore[attr-defined]


def enter(app: AppTest, label: str, value: object) -> AppTest:
    return field(app, label).set_value(value).run()  # type: ignore[attr-defined]


def test_settings_when_opened_then_each_part_is_there_and_nothing_is_written(
    own: Path, shown: Shown
) -> None:
    before = (own / "dateline.toml").read_bytes()
    app = shown()
    assert not app.exception
    assert [part.value for part in app.subheader] == [
        *("Corpora", "Network", "Geocoding", "Own places", "Time zone", "Doubtful findings"),
        *("Analysis", "Theme"),
    ]
    assert f"Kept in {own}/dateline.toml" in said(app)
    assert (own / "dateline.toml").read_bytes() == before


CHANGES = [
    ("may use the network", True, "network", True, "The network is on."),
    ("Zone", "Asia/Kabul", "time_zone", "Asia/Kabul", "Times are shown in Asia/Kabul."),
    ("Dimmed below", 95, "dim_below", 0.95, "Findings below 95 % are dimmed."),
]


@pytest.mark.parametrize(("label", "value", "name", "kept", "words"), CHANGES)
def test_setting_when_changed_then_is_saved_said_and_taken_back(
    shown: Shown, label: str, value: object, name: str, kept: object, words: str
) -> None:
    app = enter(shown(), label, value)
    assert getattr(read_settings(), name) == kept
    assert words in said(app)
    app = press(app, "Undo")
    assert getattr(read_settings(), name) == getattr(Settings(), name)
    assert f"Taken back: {words}" in said(app)
    assert field(app, label).value != value  # type: ignore[attr-defined]
    assert not [one for one in app.button if one.label == "Undo"]


def test_settings_when_changed_twice_then_undo_goes_back_step_by_step(shown: Shown) -> None:
    app = enter(enter(shown(), "Zone", "Asia/Kabul"), "Zone", "Asia/Tokyo")
    assert read_settings().time_zone == "Asia/Tokyo"
    app = press(app, "Undo")
    assert read_settings().time_zone == "Asia/Kabul"
    press(app, "Undo")
    assert read_settings().time_zone == "UTC"


def test_zone_when_changed_then_the_screen_speaks_in_it(shown: Shown) -> None:
    app = enter(shown(), "Zone", "Asia/Kabul")
    assert "UTC+4:30" in next(part.value for part in app.caption if part.value.startswith("Now: "))


def test_doubt_when_raised_then_says_how_many_quotations_it_dims(shown: Shown) -> None:
    assert "0 of" in said(shown())
    count = next(
        p.value for p in enter(shown(), "Dimmed", 95).caption if "quotations in" in p.value
    )
    dimmed, total = count.split(" of ")
    assert dimmed == total.split(" ")[0]


def test_settings_file_when_broken_then_the_app_starts_says_so_and_leaves_it(
    own: Path, shown: Shown
) -> None:
    file = own / "dateline.toml"
    file.write_text(f'corpus = "{own}/first.db"\ntime_zone = "Nowhere"\n', encoding="utf-8")
    assert "time_zone is 'Nowhere'" in said(shown())
    file.write_text("network = = true", encoding="utf-8")
    os.environ["DATELINE_CORPUS"] = str(own / "first.db")
    try:
        app = enter(shown(), "may use the network", True)
        assert not app.exception
        assert "cannot be read" in said(app)
        assert "Not done: " in said(app)
        assert field(app, "may use the network").value is False  # type: ignore[attr-defined]
        assert file.read_text(encoding="utf-8") == "network = = true"
    finally:
        del os.environ["DATELINE_CORPUS"]


def test_geocoding_when_the_network_is_off_then_no_provider_can_be_chosen(shown: Shown) -> None:
    app = shown()
    assert "Who is asked" not in [choice.label for choice in app.radio]
    assert "The offline gazetteer answers." in said(app)
    app = enter(enter(app, "may use the network", True), "Who is asked", "nominatim")
    assert read_settings().geocoder == "nominatim"
    app = enter(app, "Address of the server", "not an address")
    assert "Not done: geocoder_server is 'not an address'" in said(app)
    assert read_settings().geocoder_server == ""


def test_look_up_when_a_name_is_given_then_lists_what_it_may_mean(shown: Shown) -> None:
    app = enter(shown(), "Look a name up", "Tripoli, Libya")
    words = said(app)
    assert words.index("Tripoli, Libya") < words.index("Tripoli, Lebanon")
    assert "in Libya, as asked" in words
    assert "Answered by: Offline gazetteer" in words
    assert "is not known" in said(enter(app, "Look a name up", HOSTILE))


@pytest.fixture
def own_cache(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache that holds the gazetteer, and neither turns nor answers of providers."""
    cache = own / "cache"
    cache.mkdir()
    (cache / base_path().name).symlink_to(base_path())
    monkeypatch.setenv("DATELINE_CACHE", str(cache))


@pytest.mark.usefixtures("own_cache")
def test_look_up_when_the_provider_is_dead_then_the_offline_answer_says_so(shown: Shown) -> None:
    write_settings(network=True, geocoder="photon", geocoder_server="http://127.0.0.1:9/")
    words = said(enter(shown(), "Look a name up", "Herat"))
    assert "Photon gave no answer for 'Herat' (the connection was refused" in words
    assert "Answered by: Offline gazetteer" in words


@pytest.mark.usefixtures("own_cache")
def test_provider_when_chosen_then_its_needs_are_asked_and_the_connection_is_tried(
    shown: Shown,
) -> None:
    port = closed_port()
    write_settings(network=True, geocoder="photon", geocoder_server=f"http://127.0.0.1:{port}/")
    app = enter(shown(), "Requests a second", 5.0)
    assert read_settings().geocoder_per_second == 5
    app = press(app, "Test the connection")
    assert "It does not work. Photon gave no answer for 'Kabul'" in said(app).replace("**", "")
    app = enter(app, "Who is asked", "geonames")
    assert "It does not work" not in said(app)
    assert (read_settings().geocoder, read_settings().geocoder_server) == ("geonames", "")
    assert field(app, "Address of the server").value == ""  # type: ignore[attr-defined]
    assert not [one for one in app.number_input if "Requests a second" in one.label]
    app = press(app, "Test the connection")
    assert "GeoNames was not asked: it needs a user name" in said(app)
    app = enter(app, "User name at GeoNames", "a b")
    assert "Not done: geonames_username is 'a b', which is no user name" in said(app)
    app = enter(app, "User name at GeoNames", "someone")
    assert read_settings().geonames_username == "someone"
    assert "Answers are kept for 30 days" in said(app)
    app = enter(app, "Who is asked", "arcgis")
    assert "No answer is kept" in said(app)
    app = press(press(press(app, "Undo"), "Undo"), "Undo")
    assert read_settings().geocoder_server == f"http://127.0.0.1:{port}/"


def closed_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def test_own_places_when_named_then_used_rows_win_and_broken_ones_are_listed(
    own: Path, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = own / "cache"
    cache.mkdir()
    os.link(base_path(), cache / base_path().name)
    monkeypatch.setenv("DATELINE_CACHE", str(cache))
    table = own / "mine.csv"
    table.write_text("name,latitude,longitude\nKabul,1,2\n**x**,north,3\n", encoding="utf-8")
    app = enter(shown(), "Path of the table", str(table))
    assert read_settings().own_gazetteer == table
    assert "1 place in use, 1 row left out." in said(app)
    assert "Line 3: the latitude 'north' is no number" in said(app)
    assert "1.00° N, 2.00° E" in said(enter(app, "Look a name up", "Kabul"))
    app = enter(app, "Path of the table", str(own / "none.csv"))
    assert "Not used: the file cannot be read: No such file" in said(app)
    enter(app, "Path of the table", "")
    assert read_settings().own_gazetteer is None


def test_corpora_when_listed_then_the_open_one_comes_first_and_another_opens(
    own: Path, shown: Shown
) -> None:
    app = shown()
    lines = [part.value.replace("\\", "") for part in app.markdown if ":gray[" in part.value]
    assert lines[0].startswith("**first** :gray[· 6 articles · ")
    number = next(n for n, words in enumerate(lines) if words.startswith("**second**"))
    app = app.button(key=f"open_{number}").click().run()
    assert read_settings().corpus == own / "second.db"
    assert "second is open." in said(app)
    press(app, "Undo")
    assert read_settings().corpus == own / "first.db"


def test_corpora_when_one_is_fixed_from_outside_then_says_so_and_opens_no_other(
    own: Path, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_CORPUS", str(own / "first.db"))
    app = shown()
    assert "fixed from outside" in said(app)
    assert all(one.disabled for one in app.button if (one.key or "").startswith("open_"))


def test_corpus_when_made_then_is_open_and_empty(own: Path, shown: Shown) -> None:
    app = shown()
    field(app, "Its name, or the path").set_value(str(own / "third"))  # type: ignore[attr-defined]
    app = press(app, "Make and open")
    assert read_settings().corpus == own / "third.db"
    assert "is made and open." in said(app)
    with Store.open(own / "third.db", readonly=True) as store:
        assert store.stats()["articles"] == 0


def test_corpus_when_deleted_then_its_name_must_be_typed(own: Path, shown: Shown) -> None:
    app = shown()
    field(app, "type its name: second").set_value("first")  # type: ignore[attr-defined]
    labels = [one.label for one in app.text_input if "type its name" in one.label]
    number = next(n for n, label in enumerate(labels) if label.endswith("second"))
    app = press(app, "Delete the file", number)
    assert "nothing was deleted" in said(app)
    assert (own / "second.db").exists()
    field(app, "type its name: second").set_value("second")  # type: ignore[attr-defined]
    app = press(app, "Delete the file", number)
    assert "second is deleted for good." in said(app)
    assert not (own / "second.db").exists()


def test_corpus_when_broken_then_settings_still_open_another(own: Path, shown: Shown) -> None:
    (own / "first.db").write_text("no corpus", encoding="utf-8")
    app = shown()
    assert not app.exception
    assert "not a Dateline corpus" in said(app)
    assert [part.value for part in app.subheader][-1] == "Theme"
    field(app, "The path of a corpus file").set_value(str(own / "second.db"))  # type: ignore[attr-defined]
    press(app, "Open", -1)
    assert read_settings().corpus == own / "second.db"


def test_analysis_when_outdated_then_offers_to_make_it_anew(shown: Shown) -> None:
    app = shown()
    assert "6 articles were analysed by another version." in said(app)
    assert button(app, "Analyse 6 articles again")


@pytest.mark.parametrize(
    ("rate", "left", "words"),
    [
        (0.0, None, "12 of 340"),
        (2.13, None, "12 of 340, 2.1 a second"),
        (2.0, 42.4, "12 of 340, 2.0 a second, about 42 s left"),
        (0.5, 656.0, "12 of 340, 0.5 a second, about 11 min left"),
    ],
)
def test_pace_when_in_words_then_says_what_is_known(
    rate: float, left: float | None, words: str
) -> None:
    job = JobState("1", "reanalyse", Path("x"), "running", 12, 340, rate=rate, seconds_left=left)
    assert jobs.pace(job) == words


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0.0 kB"), (820, "0.8 kB"), (24_300_000, "24 MB"), (2 * 10**9, "2.0 GB")],
)
def test_size_when_in_words_then_is_short(size: int, words: str) -> None:
    assert size_words(size) == words


def test_app_when_the_corpus_of_the_settings_is_gone_then_says_so_and_leads_to_another(
    own: Path, shown: Shown
) -> None:
    (own / "first.db").unlink()
    app = AppTest.from_file(str(PROJECT / "app.py"), default_timeout=60).run()
    assert not app.exception
    assert f"there is no corpus at '{own}/first.db'" in said(app)
    assert button(app, "Open another corpus")
    app = app.switch_page("pages/settings.py").run()
    assert app.subheader[0].value == "Corpora"
    assert not (own / "first.db").exists()
