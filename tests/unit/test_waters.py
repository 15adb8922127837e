"""Rivers and lakes: the file that the project ships, what is drawn of it, and how it was made."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from pathlib import Path

import pytest
import shapefile
import shapely

from data.basemap.derive import LAKES, RIVERS, derive
from dateline.errors import GazetteerError
from dateline.places.basemap import PALETTES, style
from dateline.places.waters import WATER, Water, read_waters

SMALL = {
    "a_degree": 100,
    "rivers": [[2, [[100, 200, 50, 0, 0, -25]]]],
    "lakes": [[3, [[0, 0, 400, 0, 0, 400, -400, 0, 0, -400], [100, 100, 100, 0, 0, 100]]]],
}


@pytest.fixture(scope="module")
def waters() -> tuple[list[Water], list[Water]]:
    return read_waters()


def test_read_when_the_file_is_small_then_steps_are_added_up(tmp_path: Path) -> None:
    path = tmp_path / "water.json"
    path.write_text(json.dumps(SMALL))
    (river,), (lake,) = read_waters(path)

    assert (river.start, shapely.to_wkt(river.shape)) == (2, "LINESTRING (1 2, 1.5 2, 1.5 1.75)")
    assert (lake.start, lake.shape.area) == (3, 15.5)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{}",
        json.dumps(SMALL | {"a_degree": 0}),
        json.dumps(SMALL | {"rivers": [[1, [[5]]]]}),
        json.dumps(SMALL | {"rivers": [[1, [[5, 5]]]]}),
        json.dumps(SMALL | {"lakes": [[1, []]]}),
        json.dumps(SMALL | {"lakes": [[1, [["x", 1]]]]}),
    ],
    ids=["empty", "no key", "no unit", "odd", "one point", "no shore", "no numbers"],
)
def test_read_when_the_file_is_damaged_then_the_error_names_it(
    tmp_path: Path, content: str
) -> None:
    path = tmp_path / "water.json"
    path.write_text(content)
    with pytest.raises(GazetteerError, match=r"water\.json"):
        read_waters(path)


def test_file_when_hashed_then_as_sources_says() -> None:
    sources = (WATER.parents[1] / "SOURCES.md").read_text(encoding="utf-8")
    assert hashlib.sha256(WATER.read_bytes()).hexdigest() in sources


@pytest.mark.parametrize(
    ("place", "latest"),
    [
        ((32.5, -1.0), 0),
        ((-87.5, 47.5), 0),
        ((107.7, 53.4), 1),
        ((73.95, 45.9), 2),
        ((6.5, 46.45), 4),
        ((69.2, 34.5), None),
        ((-90.0, 30.6), None),
    ],
    ids=["Victoria", "Superior", "Baikal", "Balkhash", "Geneva", "Kabul", "Louisiana"],
)
def test_lakes_when_a_place_is_known_then_water_is_drawn_there_in_time(
    waters: tuple[list[Water], list[Water]], place: tuple[float, float], latest: int | None
) -> None:
    starts = [lake.start for lake in waters[1] if lake.shape.contains(shapely.Point(place))]
    assert (starts == []) is (latest is None)
    assert latest is None or max(starts) <= latest


@pytest.mark.parametrize(
    ("place", "latest"),
    [
        ((31.7, 26.55), 0),
        ((117.0, 30.5), 0),
        ((68.9, 27.7), 1),
        ((7.6, 50.4), 2),
        ((64.2, 31.3), 4),
        ((69.4, 37.2), 4),
    ],
    ids=["Nile", "Yangtze", "Indus", "Rhine", "Helmand", "Panj"],
)
def test_rivers_when_one_is_known_then_it_is_drawn_near_its_bed_in_time(
    waters: tuple[list[Water], list[Water]], place: tuple[float, float], latest: int
) -> None:
    near = [river.start for river in waters[0] if river.shape.distance(shapely.Point(place)) < 0.25]
    assert near
    assert min(near) <= latest


def test_waters_when_read_then_all_lie_in_the_world_and_are_sound(
    waters: tuple[list[Water], list[Water]],
) -> None:
    shapes = [water.shape for part in waters for water in part]
    west, south, east, north = shapely.total_bounds(shapes)
    assert min(west + 180, south + 90, 180 - east, 90 - north) >= 0
    assert not any(shape.is_empty for shape in shapes)
    assert {water.start for part in waters for water in part} == {*range(6)}


@pytest.mark.parametrize("name", sorted(PALETTES))
def test_style_when_drawn_then_waters_lie_between_land_and_borders(name: str) -> None:
    layers = [layer["id"] for layer in style(PALETTES[name])["layers"]]
    assert layers == ["sea", "land", "lakes", "rivers", "borders-agreed", "borders-disputed"]


def test_style_when_zoom_is_far_then_small_waters_wait_for_theirs() -> None:
    waiting = {
        layer["id"]: layer["filter"]
        for layer in style(PALETTES["light"])["layers"]
        if layer["id"] in ("lakes", "rivers")
    }
    in_time = ["<=", ["get", "from"], ["zoom"]]
    assert waiting == {"lakes": in_time, "rivers": in_time}


def _wheel(path: Path, name: str, kind: int, shapes: list[object], ranks: list[object]) -> Path:
    sheets = {end: io.BytesIO() for end in ("shp", "shx", "dbf")}
    with shapefile.Writer(**sheets, shapeType=kind) as writer:
        writer.field("featurecla", "C")
        writer.field("scalerank", "N")
        for points, (what, rank) in zip(shapes, ranks, strict=True):
            (writer.line if kind == shapefile.POLYLINE else writer.poly)([points])
            writer.record(what, rank)
    with zipfile.ZipFile(path, "w") as archive:
        for end, sheet in sheets.items():
            archive.writestr(f"{name}.{end}", sheet.getvalue())
    return path


def test_derive_when_two_wheels_are_given_then_pieces_are_joined_and_lake_courses_left_out(
    tmp_path: Path,
) -> None:
    rivers = _wheel(
        tmp_path / "rivers.whl", RIVERS, shapefile.POLYLINE,
        [[(0, 0), (1, 0)], [(1, 0), (2, 1)], [(5, 5), (6, 6)], [(8, 8), (9, 9)]],
        [("River", 1), ("River", 2), ("Lake Centerline", 1), ("River", 9)],
    )  # fmt: skip
    lakes = _wheel(
        tmp_path / "lakes.whl", LAKES, shapefile.POLYGON,
        [[(0, 0), (0, 3), (3, 3), (3, 0), (0, 0)], [(9, 9), (9, 9.1), (9.1, 9.1), (9, 9)]],
        [("Lake", 1), ("Lake", 1)],
    )  # fmt: skip

    found = derive(rivers, lakes)

    assert found["rivers"] == [(0, [[0, 0, 1000, 0, 1000, 1000]]), (5, [[8000, 8000, 1000, 1000]])]
    assert [(start, len(rings)) for start, rings in found["lakes"]] == [(0, 1), (5, 1)]
