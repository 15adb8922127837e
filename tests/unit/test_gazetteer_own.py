"""The user's own places: each row used or named, and what is used wins."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.places.gazetteer import (
    Gazetteer,
    base_path,
    build_gazetteer,
    gazetteer_path,
    open_gazetteer,
    own_places,
)
from dateline.places.gazetteer.facts import FOLDER
from dateline.places.gazetteer.own import COLUMNS
from dateline.places.gazetteer.positions import position_fault
from dateline.places.geocoder import ranked_candidates
from dateline.settings import write_settings

HEADER = ",".join(COLUMNS)
numbers = count()
CAMP = "north-camp,North Camp,site,34.5,69.2,4,,AF,Camp Nord;The Camp,,staff map of 2021"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return tmp_path / "own.csv"


def read(table: Path, *lines: str, header: str = HEADER) -> list[str]:
    """The reasons of the rows that are not used."""
    table.write_text("\n".join((header, *lines)), encoding="utf-8")
    return [f"{one.line}: {one.reason}" for one in own_places(table).broken]


def test_columns_when_compared_then_are_those_of_our_own_table() -> None:
    first = (FOLDER / "places.tsv").read_text(encoding="utf-8").splitlines()[0]
    assert tuple(first.split("\t")) == COLUMNS


def test_own_table_when_it_is_ours_then_every_row_is_used() -> None:
    ours = own_places(FOLDER / "places.tsv")
    assert ours.broken == ()
    assert len(ours.facts) > 300


def test_row_when_whole_then_is_read_as_it_stands(table: Path) -> None:
    assert read(table, CAMP) == []
    (fact,) = own_places(table).facts
    assert fact[:6] == ("north-camp", "North Camp", "site", 34.5, 69.2, 4.0)
    assert (fact.country, fact.names) == ("AF", ("Camp Nord", "The Camp"))
    assert (fact.outline, fact.source) == ((), "staff map of 2021")


def test_row_when_it_states_least_then_the_rest_is_usual(table: Path) -> None:
    rows = ("Alpha,34,69,", "Beta,34,69,valley", "Alpha,35,70,", "Γάμμα,35,70,village")
    assert read(table, *rows, header="name,latitude,longitude,kind") == []
    alpha, beta, other, gamma = own_places(table).facts
    assert (alpha.slug, alpha.kind, alpha.radius_km, alpha.outline) == ("alpha", "site", 5.0, ())
    assert (beta.radius_km, len(beta.outline)) == (25.0, 33)
    assert (other.slug, gamma.slug, gamma.kind) == ("alpha-2", "place", "town")
    assert alpha.source == "own places: own.csv"


@pytest.mark.parametrize("between", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_table_when_written_by_any_program_then_its_cells_are_told_apart(
    table: Path, between: str, end: str
) -> None:
    rows = (["Name", "latitude", "longitude", "names"], ["Alpha", "34", "69", '"A;B"'])
    text = "\ufeff" + end.join(between.join(row) for row in rows) + end
    table.write_bytes(text.encode())
    (fact,) = own_places(table).facts
    assert (fact.name, fact.names) == ("Alpha", ("A", "B"))


BROKEN = [
    (",,site,34,69,4,,AF,,,", "it has no name"),
    ("a,!!,site,34,69,4,,AF,,,", "the name '!!' has no letter"),
    ("a,A,hamletty,34,69,4,,AF,,,", "the kind 'hamletty' is none of "),
    ("a,A,site,north,69,4,,AF,,,", "the latitude 'north' is no number, as 34.5 is"),
    ("a,A,site,,69,4,,AF,,,", "the latitude '' is no number"),
    ("a,A,site,91,69,4,,AF,,,", "the latitude 91 is not from -90 to 90"),
    ("a,A,site,34,nan,4,,AF,,,", "the longitude 'nan' is no number"),
    ("a,A,site,34,inf,4,,AF,,,", "the longitude 'inf' is no number"),
    ("a,A,site,34,1_0,4,,AF,,,", "the longitude '1_0' is no number"),
    ("a,A,site,34,1e99,4,,AF,,,", "the longitude 1e+99 is not from -180 to 180"),
    ("a,A,site,34,181,4,,AF,,,", "the longitude 181 is not from -180 to 180"),
    ("a,A,site,0,0.0,4,,AF,,,", "the position 0, 0 stands for none"),
    ("a,A,site,114.2,22.3,4,,HK,,,", "is not from -90 to 90: latitude and longitude look swapped"),
    ("a,A,site,69.2,34.5,4,,AF,,,", "look swapped: 69.2, 34.5 lies far outside AF"),
    ("a,A,site,34.5,69.2,1e30,,AF,,,", "the radius_km 1e30 is not from 0.01 to 10000"),
    ("a,A,site,34,69,0,,AF,,,", "the radius_km 0 is not from 0.01 to 10000"),
    ("a,A,valley,34,69,4,circle 5,AF,,,", "the shape 'circle 5' cannot be read: write `ellipse"),
    ("a,A,valley,34,69,4,line 5,AF,,,", "the shape 'line 5' cannot be read"),
    ("a,A,valley,34,69,4,box 0 0 nan 1,AF,,,", "cannot be read"),
    ("a,A,valley,34,69,4,box 0 0 400 1,AF,,,", "cannot be read"),
    ("a,A,site,34,69,4,,Afghanistan,,,", "the country 'AFGHANISTAN' is no two-letter code"),
    ("A b,A,site,34,69,4,,AF,,,", "the slug 'A b' has other signs than"),
    ("north-camp,A,site,34,69,4,,AF,,,", "the slug 'north-camp' stands in line 2 already"),
    ('a,"A,site,34,69,4,,AF,,,', "the line is no CSV"),
    ("a,A,site,34,69,4,,AF,,,,more", "the line has 12 cells, the first line 11"),
    ("a,A\x07,site,34,69,4,,AF,,,", "the name holds a control character"),
    ("a,A\u202eB,site,34,69,4,,AF,,,", "the name holds a sign that turns the direction of writing"),
    ("a,A,site,34,69,4,,AF,B;C\u2066D,,", "the names holds a sign that turns the direction"),
    ("a,A\u2028B,site,34,69,4,,AF,,,", "the name holds a control character"),
    (f"a,{'A' * 201},site,34,69,4,,AF,,,", "the name is too long: 201 letters"),
]


@pytest.mark.parametrize(("line", "reason"), BROKEN)
def test_row_when_broken_then_is_named_and_the_others_are_used(
    table: Path, line: str, reason: str
) -> None:
    (said,) = read(table, CAMP, line, "z,Zeta,site,1,2,3,,,,,")
    assert said.startswith("3: ")
    assert reason in said
    assert [fact.name for fact in own_places(table).facts] == ["North Camp", "Zeta"]


def test_row_when_not_utf_8_then_is_named_and_the_others_are_used(table: Path) -> None:
    table.write_bytes(f"{HEADER}\nx,Caf\xe9,site,1,2,3,,,,,\n{CAMP}".encode("latin-1"))
    (broken,) = own_places(table).broken
    assert (broken.line, "not UTF-8" in broken.reason) == (2, True)
    assert len(own_places(table).facts) == 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the file is empty"),
        (b"\n \n", "the file is empty"),
        (b"name,lat\nA,1\n", "its first line names no column latitude and no longitude"),
        (b"\x00\x01\x02", "its first line names no column name and no latitude and no longitude"),
    ],
)
def test_file_when_no_table_then_the_whole_is_named(
    table: Path, content: bytes, reason: str
) -> None:
    table.write_bytes(content)
    (broken,) = own_places(table).broken
    assert (broken.line, broken.reason) == (0, reason)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_file_when_utf_16_then_it_says_so(table: Path, encoding: str) -> None:
    table.write_text(f"\ufeff{HEADER}\n{CAMP}", encoding=encoding)
    (broken,) = own_places(table).broken
    assert (broken.line, broken.reason) == (0, "the file is UTF-16: save it as CSV UTF-8")


def test_file_when_it_has_too_many_rows_then_the_whole_is_named(table: Path) -> None:
    table.write_text("name,latitude,longitude\n" + "a,1,2\n" * 100_001)
    (broken,) = own_places(table).broken
    assert (broken.line, broken.reason) == (0, "the file has more than 100,000 rows")


def test_file_when_a_pipe_then_it_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (broken,) = own_places(tmp_path / "pipe").broken
    assert broken.reason == "the file cannot be read: it is no plain file"


def test_table_when_a_spreadsheet_names_its_separator_then_the_line_is_passed_over(
    table: Path,
) -> None:
    table.write_text("sep=;\nname;latitude;longitude\nAl\u200bpha\u00a0B;34;69\n;1;2\n")
    own = own_places(table)
    assert [fact.name for fact in own.facts] == ["Alpha B"]
    assert [one.line for one in own.broken] == [4]


POSITIONS = [
    # latitude, longitude, country, what is wrong
    (34.5, 69.2, "AF", ""),
    (69.2, 34.5, "AF", "latitude and longitude look swapped"),
    (69.2, 34.5, "", ""),
    (69.2, 34.5, "QQ", ""),
    (28.6, 77.2, "AF", ""),
    (64.1, -21.9, "IS", ""),
    (-21.9, 64.1, "IS", "latitude and longitude look swapped"),
    (151.2, -33.9, "AU", "latitude and longitude look swapped"),
    (190.0, 10.0, "AU", "out of range"),
    (10.0, 190.0, "AU", "out of range"),
    (0.0, 0.0, "", "the position 0, 0 stands for none"),
    (0.0, 9.4, "GA", ""),
]


@pytest.mark.parametrize(("latitude", "longitude", "country", "fault"), POSITIONS)
def test_position_when_checked_then_what_is_wrong_is_named(
    latitude: float, longitude: float, country: str, fault: str
) -> None:
    assert position_fault(latitude, longitude, country) == fault


def test_file_when_absent_or_a_folder_then_the_whole_is_named(tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path):
        (broken,) = own_places(path).broken
        assert broken.reason.startswith("the file cannot be read: ")
    assert own_places() == own_places(None)
    assert own_places().facts == ()


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.text(max_size=30) | st.binary(max_size=30).map(repr), max_size=5))
def test_table_when_it_holds_anything_then_each_line_is_used_or_named(
    table: Path, rows: list[str]
) -> None:
    text = "\n".join((HEADER, *rows))
    path = table.with_name(f"{next(numbers)}.csv")
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    own = own_places(path)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[1:]
    assert len(own.facts) + len(own.broken) == sum(1 for line in lines if line.strip())


@pytest.fixture
def cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gazetteer: Gazetteer, table: Path
) -> Path:
    """A cache that holds the gazetteer without own places, and settings that name a table."""
    folder = tmp_path / "cache"
    folder.mkdir()
    os.link(base_path(), folder / base_path().name)
    monkeypatch.setenv("DATELINE_CACHE", str(folder))
    monkeypatch.setenv("DATELINE_SETTINGS", str(tmp_path / "dateline.toml"))
    write_settings(own_gazetteer=table)
    return folder


def test_own_places_when_set_then_win_over_all_others(cache: Path, table: Path) -> None:
    rows = (
        "k,Kabul,base,10,20,3,,,,,",
        "v,Wide Vale,valley,11,21,9,,,Africa;EU,,",
        "d,Upper Ward,admin2,12,22,9,,,,,",
    )
    assert read(table, *rows) == []
    found = open_gazetteer()
    for name, place_id in (
        ("Kabul", "o.k"),
        ("Africa", "o.v"),
        ("wide vale", "o.v"),
        ("Upper Ward", "o.d"),
    ):
        assert ranked_candidates(found, name)[0]["place_id"] == place_id
        assert found.place_kind(name) in ("base", "valley", "admin2")
    assert found.stop_scope("EU") == ""
    valley = found.place("o.v")
    assert valley is not None
    assert (valley.precision, len(valley.outline)) == ("feature", 33)
    assert ranked_candidates(found, "Herat")[0]["name"] == "Herat"
    assert "of your own table" in ranked_candidates(found, "Kabul")[0]["reason"]
    found.close()


def test_gazetteer_when_an_own_row_changes_then_is_built_anew_and_else_not(
    cache: Path, table: Path
) -> None:
    assert gazetteer_path() == base_path()
    read(table, CAMP)
    first = build_gazetteer()
    assert first not in (base_path(), None)
    stamp = first.stat().st_mtime_ns
    read(table, CAMP, "broken")
    assert build_gazetteer() == first
    assert first.stat().st_mtime_ns == stamp
    read(table, CAMP.replace("34.5", "34.6"))
    second = build_gazetteer()
    assert second != first
    assert {path.name for path in cache.iterdir()} == {base_path().name, second.name}
    table.unlink()
    assert build_gazetteer() == base_path()


def test_gazetteer_when_the_own_table_is_broken_then_is_the_one_without(
    cache: Path, table: Path
) -> None:
    table.write_bytes(b"\xff\xfe")
    found = open_gazetteer()
    assert found.path == base_path()
    found.close()
