"""An imported GeoNames dump: laid over the gazetteer whole, or not at all, and out again."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from test_gazetteer_dump_rows import named, place

from dateline.cli import main
from dateline.errors import GazetteerError
from dateline.places.gazetteer import (
    Gazetteer,
    base_path,
    build_gazetteer,
    gazetteer_mark,
    gazetteer_path,
    import_dump,
    open_gazetteer,
)
from dateline.places.gazetteer.dump import dump_path, forget_dump
from dateline.places.gazetteer.dump_lines import LONGEST_LINE
from dateline.places.geocoder import ranked_candidates
from dateline.settings import PROJECT, write_settings

KABUL = place(1138958, "Kābul", "P.PPLC", 34.6, 69.1, "AF", "13", "", 5_000_000, "Cabool", "Kabul")
FORD = place(900_000_001, "Alder Ford", "P.PPL", 34.4, 69.9, "AF", "18", "", 240)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gazetteer: Gazetteer) -> Path:
    """A cache that holds the gazetteer alone."""
    folder = tmp_path / "cache"
    folder.mkdir()
    os.link(base_path(), folder / base_path().name)
    monkeypatch.setenv("DATELINE_CACHE", str(folder))
    monkeypatch.setenv("DATELINE_SETTINGS", str(tmp_path / "dateline.toml"))
    return folder


def written(folder: Path, *lines: bytes, name: str = "allCountries.txt") -> Path:
    path = folder / name
    path.write_bytes(b"\n".join(lines) + b"\n")
    return path


def taken(folder: Path, *lines: bytes) -> Gazetteer:
    """The gazetteer once these lines are imported."""
    import_dump(written(folder, *lines))
    return open_gazetteer()


def left_over(cache: Path) -> list[str]:
    return [entry.name for entry in cache.iterdir() if entry.name.startswith(".")]


def test_place_when_only_the_dump_has_it_then_is_found_with_its_province(
    cache: Path, tmp_path: Path
) -> None:
    found = taken(tmp_path, FORD)
    (sense,) = found.candidates("alder ford")
    assert (sense.place_id, sense.geonameid, sense.name) == (
        "g900000001",
        900_000_001,
        "Alder Ford",
    )
    assert (sense.kind, sense.tier, sense.country) == ("city", "B", "AF")
    assert (sense.admin1, sense.admin1_name) == ("AF.18", "Nangarhar")
    assert found.sense("g900000001") == sense._replace(prior=0.0)
    record = found.place("g900000001")
    assert record is not None
    assert (record.precision, record.outline, record.radius_km) == ("point", (), 5.0)
    assert found.place("g900000002") is None
    assert found.place("g" + "9" * 40) is None
    found.close()


def test_place_when_both_have_it_then_is_one_where_the_dump_puts_it(
    cache: Path, tmp_path: Path, gazetteer: Gazetteer
) -> None:
    found = taken(tmp_path, KABUL)
    before, after = gazetteer.candidates("Kabul"), found.candidates("Kabul")
    assert [one.number for one in after] == [one.number for one in before]
    assert (after[0].latitude, after[0].longitude, after[0].population) == (34.6, 69.1, 5_000_000)
    assert after[0].source == "GeoNames, imported dump"
    unchanged = {"latitude": 0, "longitude": 0, "population": 0, "source": ""}
    assert after[0]._replace(**unchanged) == before[0]._replace(**unchanged)
    (other,) = (one for one in found.candidates("Cabool") if one.country == "AF")
    assert (other.number, other.name, other.weight, other.form) == (
        before[0].number, "Kabul", 1, "Cabool",
    )  # fmt: skip
    assert found.place("g1138958") is not None
    assert found.place("g1138958").latitude == 34.6  # type: ignore[union-attr]
    found.close()


def test_own_fact_when_the_dump_has_the_same_place_then_stands_for_it(
    cache: Path, tmp_path: Path
) -> None:
    near = place(900_000_002, "Panjshir Valley", "T.VAL", 35.3, 69.6)
    far = place(900_000_003, "Panjshir Valley", "T.VAL", 31.0, 64.0)
    town = place(900_000_004, "Panjshir Valley", "P.PPL", 35.3, 69.6)
    found = taken(tmp_path, near, far, town)
    ids = [sense.place_id for sense in found.candidates("Panjshir Valley")]
    assert ids[0] == "d.panjshir-valley"
    assert sorted(ids[1:]) == ["g900000003", "g900000004"]
    found.close()


def test_users_row_when_the_dump_has_the_name_then_wins(cache: Path, tmp_path: Path) -> None:
    table = tmp_path / "own.csv"
    table.write_text("name,latitude,longitude,kind\nAlder Ford,10,20,camp\n")
    write_settings(own_gazetteer=table)
    found = taken(tmp_path, FORD, KABUL)
    assert [row["place_id"] for row in ranked_candidates(found, "Alder Ford")] == [
        "o.alder-ford",
        "g900000001",
    ]
    found.close()


def test_names_when_imported_then_say_their_use_and_unknown_places_fall_away(
    cache: Path, tmp_path: Path
) -> None:
    places = written(tmp_path, place(900_000_005, "Altfurt", alternates="Vieuxgué"))
    rows = (
        named("Oldford Crossing", "en", "preferred", geonameid=900_000_005),
        named("Altfurth", "de", geonameid=900_000_005),
        named("Furtstadt", "de", "historic", geonameid=900_000_005),
        named("Nobody's Ford", "en", geonameid=900_000_099),
    )
    report = import_dump(places, written(tmp_path, *rows, name="alternateNamesV2.txt"))
    assert (report.places, report.names, report.passed) == (1, 3, 1)
    found = open_gazetteer()
    assert [s.name for s in found.candidates("altfurt")] == ["Oldford Crossing"]
    weights = {"Oldford Crossing": [2], "Furtstadt": [1], "Altfurth": [], "Vieuxgué": []}
    for name, expected in {**weights, "Nobody's Ford": []}.items():
        assert [sense.weight for sense in found.candidates(name)] == expected
    found.close()


def test_bad_rows_when_imported_then_are_counted_and_the_rest_is_kept(
    cache: Path, tmp_path: Path
) -> None:
    swapped = [place(n, latitude=69.2, longitude=34.5) for n in range(2, 7)]
    lines = (FORD, *swapped, place(3, latitude=0, longitude=0), FORD, b"x" * (3 * LONGEST_LINE))
    report = import_dump(written(tmp_path, *lines, place(4, code="S.HTL"), KABUL))
    assert (report.places, report.passed, report.read) == (2, 1, 11)
    assert report.rejected == {
        "latitude and longitude look swapped": 5,
        "the position 0, 0 stands for none": 1,
        "its id stands in an earlier row": 1,
        f"the line is longer than {LONGEST_LINE:,} bytes": 1,
    }
    assert report.examples["latitude and longitude look swapped"] == [
        f"allCountries.txt, line {n}: '69.2, 34.5'" for n in (2, 3, 4)
    ]


def packed(path: Path, **files: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("_", "."), content)
    return path


def test_zip_when_imported_then_is_read_as_the_file_in_it(cache: Path, tmp_path: Path) -> None:
    places = packed(tmp_path / "AF.zip", AF_txt=FORD + b"\r\n" + KABUL, readme_txt=b"about")
    names = packed(tmp_path / "names.zip", alternateNamesV2_txt=named("F", geonameid=1) + b"\n")
    assert import_dump(places, names).places == 2
    assert open_gazetteer().candidates("Alder Ford")


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"readme_txt": b"x"}, "the zip holds 0 files that may be the dump, not one"),
        ({"a_txt": FORD, "b_txt": FORD}, "the zip holds 2 files that may be the dump, not one"),
        ({"a_txt": b"0" * 2_000_000}, "the zip would unpack to 2,000,000 bytes"),
        ({f"{n}_txt": b"" for n in range(101)}, "the zip holds 101 files"),
    ],
)
def test_zip_when_it_holds_no_dump_or_too_much_then_it_says_so(
    cache: Path, tmp_path: Path, files: dict[str, bytes], reason: str
) -> None:
    with pytest.raises(GazetteerError, match=reason):
        import_dump(packed(tmp_path / "dump.zip", **files))


def test_zip_when_its_bytes_are_damaged_then_the_former_dump_stays(
    cache: Path, tmp_path: Path
) -> None:
    taken(tmp_path, FORD).close()
    path = packed(tmp_path / "dump.zip", a_txt=b"\n".join([KABUL] * 400 + [os.urandom(4000)]))
    content = bytearray(path.read_bytes())
    content[1000:1400] = bytes(400)
    path.write_bytes(content)
    with pytest.raises(GazetteerError, match=r"dump\.zip' cannot be read"):
        import_dump(path)
    assert open_gazetteer().candidates("Alder Ford")
    assert left_over(cache) == []


def test_import_when_cut_off_then_the_former_dump_stays(cache: Path, tmp_path: Path) -> None:
    taken(tmp_path, FORD).close()

    def stop(words: str, _share: float) -> None:
        if words == "Sorting names":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_dump(written(tmp_path, KABUL), None, stop)
    assert open_gazetteer().candidates("Alder Ford")
    assert left_over(cache) == []


def test_import_when_told_then_its_share_only_grows(cache: Path, tmp_path: Path) -> None:
    shares: list[float] = []
    names = written(tmp_path, named("Ford", geonameid=1), name="names.txt")
    import_dump(written(tmp_path, FORD), names, lambda _text, share: shares.append(share))
    assert shares == sorted(shares)
    assert 0 < shares[0] < 0.8 < shares[-1] == 1.0


IMPORT = "from dateline.cli import main; import sys; sys.exit(main(['gazetteer', 'import', {!r}]))"
LIMITED = "import resource as r; r.setrlimit(r.RLIMIT_FSIZE, (30_000, 30_000)); "


def run(code: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code], cwd=PROJECT, stderr=subprocess.PIPE, text=True
    )


def test_import_when_the_disk_is_full_then_it_says_so_and_the_former_dump_stays(
    cache: Path, tmp_path: Path
) -> None:
    taken(tmp_path, FORD).close()
    lines = [place(n, f"Alder Ford {n}") for n in range(1, 2000)]
    path = written(tmp_path, *lines, name="long.txt")
    process = run(LIMITED + IMPORT.format(str(path)))
    said = process.communicate(timeout=60)[1]
    assert process.returncode == 1
    assert "the gazetteer cannot be built at" in said
    assert "Traceback" not in said
    assert len(open_gazetteer().candidates("Alder Ford")) == 1
    assert left_over(cache) == []


def test_import_when_two_processes_do_it_then_one_stands_whole(cache: Path, tmp_path: Path) -> None:
    path = written(tmp_path, *(place(n, f"Alder Ford {n}") for n in range(1, 3000)))
    processes = [run(IMPORT.format(str(path))) for _ in range(2)]
    assert [p.communicate(timeout=60)[1] for p in processes] == ["", ""]
    assert [p.returncode for p in processes] == [0, 0]
    assert len(open_gazetteer().candidates("Alder Ford 2999")) == 1
    assert left_over(cache) == []


def test_dump_when_the_base_is_built_anew_then_stays_and_its_mark_changes(
    cache: Path, tmp_path: Path
) -> None:
    before = gazetteer_mark()
    taken(tmp_path, FORD).close()
    with_dump = gazetteer_mark()
    assert with_dump != before
    table = tmp_path / "own.csv"
    table.write_text("name,latitude,longitude\nAlder Camp,10,20\n")
    write_settings(own_gazetteer=table)
    assert build_gazetteer() == gazetteer_path()
    assert open_gazetteer().candidates("Alder Ford")
    assert gazetteer_mark() not in (before, with_dump)


def test_dump_when_forgotten_then_the_gazetteer_is_as_before(
    cache: Path, tmp_path: Path, gazetteer: Gazetteer
) -> None:
    taken(tmp_path, FORD, KABUL).close()
    assert forget_dump()
    assert not forget_dump()
    found = open_gazetteer()
    assert found.candidates("Alder Ford") == ()
    assert found.candidates("Kabul") == gazetteer.candidates("Kabul")
    found.close()


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-4096])


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def another_version(path: Path) -> None:
    import sqlite3

    with sqlite3.connect(path) as database:
        database.execute("UPDATE meta SET value = '0' WHERE key = 'version'")
    database.close()


@pytest.mark.parametrize("harm", [cut, emptied, a_folder, another_version])
def test_dump_when_it_cannot_be_read_then_it_says_what_to_do(
    cache: Path, tmp_path: Path, harm: object, capsys: pytest.CaptureFixture[str]
) -> None:
    taken(tmp_path, FORD).close()
    harm(dump_path())  # type: ignore[operator]
    with pytest.raises(GazetteerError, match="import it again, or take it out with"):
        open_gazetteer()
    assert main(["gazetteer"]) == 0
    assert "cannot be read" in capsys.readouterr().out
    assert base_path().exists()


def test_import_when_the_file_is_no_dump_then_it_says_why(cache: Path, tmp_path: Path) -> None:
    for path, reason in (
        (tmp_path / "none.txt", "there is no such file"),
        (tmp_path, "there is no such file"),
        (written(tmp_path, b"hello", name="a.txt"), "fewer than 19 cells"),
        (written(tmp_path, b"", name="b.txt"), "holds no place that can be used"),
        (written(tmp_path, place(code="S.HTL"), name="c.txt"), "holds no place"),
    ):
        with pytest.raises(GazetteerError, match=reason):
            import_dump(path)
    assert not dump_path().exists()


def test_commands_when_run_then_import_state_and_forget_say_what_they_did(
    cache: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["gazetteer"]) == 0
    said = capsys.readouterr().out
    assert "own places     none" in said
    assert "GeoNames dump  none" in said
    path = written(tmp_path, FORD, place(2, latitude=0, longitude=0))
    assert main(["gazetteer", "import", str(path)]) == 0
    said = capsys.readouterr().out
    assert "rejected  1: the position 0, 0 stands for none (allCountries.txt, line 2: '0, 0" in said
    assert "2 rows read = 1 places + 0 names + 0 of no use here + 1 rejected" in said
    assert "GeoNames, https://www.geonames.org, CC BY 4.0" in said
    assert main(["gazetteer"]) == 0
    said = capsys.readouterr().out
    assert str(dump_path()) in said
    assert "1 places, 1 names" in said
    assert "GeoNames, https://www.geonames.org, CC BY 4.0" in said
    assert [main(["gazetteer", "forget"]) for _ in range(2)] == [0, 0]
    assert "taken out\nthere is no imported dump" in capsys.readouterr().out
