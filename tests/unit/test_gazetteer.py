"""The gazetteer: what names mean, and that its file is whole or made anew."""

from __future__ import annotations

import io
import pickle
import sqlite3
from pathlib import Path

import pytest

from dateline.errors import GazetteerError
from dateline.lexicon import PlaceLexicon
from dateline.places.gazetteer import Gazetteer, build_gazetteer, open_gazetteer, sources
from dateline.places.gazetteer.gather import demonym_words
from dateline.places.gazetteer.schema import gazetteer_path, is_whole

LIKELIEST = [
    # name, its likeliest sense, kind, country, precision
    ("Kabul", "Kabul", "city", "AF", "point"),
    ("Panjshir Valley", "Panjshir Valley", "valley", "AF", "feature"),
    ("Panjshir", "Panjshir", "admin1", "AF", "area1"),
    ("Odessa", "Odesa", "city", "UA", "point"),
    ("Kiev", "Kyiv", "city", "UA", "point"),
    ("Tripoli", "Tripoli", "city", "LY", "point"),
    ("Georgia", "Georgia", "country", "GE", "country"),
    ("St. Petersburg", "Saint Petersburg", "city", "RU", "point"),
    ("Islamabad", "Islamabad", "city", "PK", "point"),
    ("Tunis", "Tunis", "city", "TN", "point"),
    ("Burma", "Myanmar", "country", "MM", "country"),
    ("U.S.", "United States", "country", "US", "country"),
    ("UAE", "United Arab Emirates", "country", "AE", "country"),
    ("N. Korea", "North Korea", "country", "KP", "country"),
    ("Calif.", "California", "admin1", "US", "area1"),
    ("Hindu Kush", "Hindu Kush", "range", "", "feature"),
    ("Mediterranean", "Mediterranean Sea", "sea", "", "feature"),
    ("Strait of Hormuz", "Strait of Hormuz", "strait", "", "feature"),
    ("Soviet Union", "Soviet Union", "historic", "", "macro"),
    ("Africa", "Africa", "continent", "", "macro"),
    ("Mosul", "Mosul", "city", "IQ", "point"),
    ("Hodeidah", "Hodeidah", "city", "YE", "point"),
]


@pytest.mark.parametrize(("name", "shown", "kind", "country", "precision"), LIKELIEST)
def test_candidates_when_a_name_is_known_then_the_likeliest_is_first(
    gazetteer: Gazetteer, name: str, shown: str, kind: str, country: str, precision: str
) -> None:
    best = gazetteer.candidates(name)[0]
    assert (best.name, best.kind, best.country, best.precision) == (shown, kind, country, precision)


@pytest.mark.parametrize("name", ["", "Qqqxyzzy", "\ud800", "; DROP TABLE place", "a" * 100_000])
def test_candidates_when_a_name_is_unknown_then_empty(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.candidates(name) == ()


def test_place_when_an_area_then_it_has_an_outline(gazetteer: Gazetteer) -> None:
    valley = gazetteer.place("d.panjshir-valley")
    assert valley is not None
    assert valley.outline[0] == valley.outline[-1]
    assert valley.source == "general knowledge, unverified"
    province = gazetteer.place("g6957555")
    assert province is not None
    assert province.outline
    assert "approximate" in province.source


def test_place_when_the_id_is_unknown_then_none(gazetteer: Gazetteer) -> None:
    assert gazetteer.place("g0") is None


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Libyan", "LY"),
        ("Afghans", "AF"),
        ("British", "GB"),
        ("Palestinian", "PS"),
        ("Frenchmen", "FR"),
        ("Soviet", None),
        ("Martian", None),
    ],
)
def test_demonym_country_when_a_people_is_named_then_its_code(
    gazetteer: Gazetteer, word: str, code: str | None
) -> None:
    lexicon: PlaceLexicon = gazetteer
    assert lexicon.demonym_country(word) == code


def test_demonym_place_when_a_people_has_no_country_then_its_region(gazetteer: Gazetteer) -> None:
    place = gazetteer.demonym_place("Kurdish")
    assert place is not None
    assert place.place_id == "d.kurdistan"


@pytest.mark.parametrize(
    ("name", "code", "kind"),
    [
        ("Georgia", "GE", "country"),
        ("the Netherlands", "NL", "country"),
        ("DRC", "CD", "country"),
        ("Texas", None, "admin1"),
        ("Panjshir Valley", None, "valley"),
        ("EU", None, None),
        ("Zzyzxabad", None, None),
    ],
)
def test_lexicon_when_asked_for_code_and_kind_then_both(
    gazetteer: Gazetteer, name: str, code: str | None, kind: str | None
) -> None:
    assert gazetteer.country_code(name) == code
    assert gazetteer.place_kind(name) == kind


def test_country_name_when_unknown_then_the_code(gazetteer: Gazetteer) -> None:
    assert gazetteer.country_name("LB") == "Lebanon"
    assert gazetteer.country_name("??") == "??"


def test_nearest_city_when_in_kabul_then_kabul_and_at_sea_none(gazetteer: Gazetteer) -> None:
    found = gazetteer.nearest_city(34.53, 69.17)
    assert found is not None
    assert found[0].country == "AF"
    assert found[1] < 10
    assert gazetteer.nearest_city(-50.0, -120.0) is None


@pytest.mark.parametrize(
    ("noun", "adjective", "words"),
    [
        ("Afghan(s)", "Afghan", {"Afghan", "Afghans"}),
        ("Frenchman(men), Frenchwoman(women)", "French", {"Frenchman", "Frenchmen", "French"}),
        ("Briton(s), British (collective plural)", "British", {"Briton", "Britons", "British"}),
        ("", "", set()),
    ],
)
def test_demonym_words_when_the_factbook_abbreviates_then_written_out(
    noun: str, adjective: str, words: set[str]
) -> None:
    found = {word for word, _ in demonym_words([sources.Demonym("XX", noun, adjective)])}
    assert words <= found
    assert not any("(" in word for word in found)


class _Harmful:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (print, ("this ran",))


def test_pickles_when_they_name_a_class_or_function_then_refused() -> None:
    with pytest.raises(pickle.UnpicklingError, match="print"):
        sources._PlainUnpickler(io.BytesIO(pickle.dumps(_Harmful()))).load()


def test_is_whole_when_cut_short_or_foreign_then_false(tmp_path: Path) -> None:
    path = tmp_path / "some.sqlite"
    assert not is_whole(path)
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE t AS SELECT randomblob(100000) b")
    database.close()
    assert is_whole(path)
    path.write_bytes(path.read_bytes()[:-4096])
    assert not is_whole(path)
    path.write_text("not a database")
    assert not is_whole(path)


def test_gazetteer_when_the_file_is_no_gazetteer_then_it_says_which(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE t (a)")
    database.close()
    with pytest.raises(GazetteerError, match=r"other\.sqlite"):
        Gazetteer(path)


def test_open_gazetteer_when_the_file_is_cut_short_then_built_anew(
    gazetteer: Gazetteer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path))
    path = gazetteer_path()
    path.write_bytes(gazetteer.path.read_bytes()[:1_000_000])
    anew = open_gazetteer()
    assert is_whole(path)
    assert anew.candidates("Kabul") == gazetteer.candidates("Kabul")
    assert [p.name for p in tmp_path.iterdir()] == [path.name]
    anew.close()


def test_build_gazetteer_when_it_stands_then_left_as_it_is(gazetteer: Gazetteer) -> None:
    before = gazetteer.path.stat().st_mtime_ns
    said: list[str] = []
    assert build_gazetteer(lambda text, _share: said.append(text)) == gazetteer.path
    assert gazetteer.path.stat().st_mtime_ns == before
    assert said == []


def test_build_gazetteer_when_the_cache_is_no_folder_then_it_says_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("DATELINE_CACHE", str(blocked / "cache"))
    with pytest.raises(GazetteerError, match="cannot be built"):
        build_gazetteer()
