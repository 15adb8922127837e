"""The basemap: lines on made-up countries, and the files built from the real ones."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import shapely

from dateline.errors import GazetteerError
from dateline.places import seas as seas_module
from dateline.places.basemap import PALETTES, SERVED_AT, WORLD, build_basemap, is_built, style
from dateline.places.boundaries import Drawing, draw
from dateline.places.polygons import Territory, read_governed, read_recognised
from dateline.places.seas import Sea, tiled


def square(name: str, west: int, east: int) -> Territory:
    """One degree high, with a vertex at each whole degree, as neighbours share them."""
    south = [(float(x), 0.0) for x in range(west, east + 1)]
    north = [(x, 1.0) for x, _ in reversed(south)]
    return Territory(name, (np.array([*south, *north, south[0]]),))


def lines(drawing: Drawing) -> tuple[set[float], set[float]]:
    """Longitudes of the north-south lines: agreed, disputed."""
    return (
        {float(line.centroid.x) for line in drawing.agreed},
        {float(line.centroid.x) for line in drawing.disputed},
    )


WEST, MIDDLE, EAST = square("West", 0, 1), square("Middle", 1, 2), square("East", 2, 3)


@pytest.mark.parametrize(
    ("governed", "recognised", "agreed", "disputed"),
    [
        ([WEST, EAST], [WEST, EAST], set(), set()),
        ([WEST, MIDDLE], [WEST, MIDDLE], {1.0}, set()),
        ([WEST, MIDDLE, EAST], [square("West", 0, 2), EAST], {2.0}, {1.0}),
        ([square("West", 0, 2), EAST], [WEST, square("East", 1, 3)], set(), {1.0, 2.0}),
        ([WEST, MIDDLE, EAST], [WEST, EAST], set(), {1.0, 2.0}),
        ([WEST, square("Siachen Glacier", 1, 2)], [WEST, MIDDLE], set(), {1.0}),
        ([square("India", 0, 1), square("China", 1, 2)], [WEST, MIDDLE], set(), {1.0}),
        ([square("Kazakhstan", 0, 1), square("Baykonur Cosmodrome", 1, 2)],
         [square("Kazakhstan", 0, 2)], set(), set()),
    ],
    ids=[
        "apart", "both views", "one view only", "each its own", "nobody's in one view",
        "nobody's by name", "contested in both", "leased",
    ],
)  # fmt: skip
def test_draw_when_two_views_are_compared_then_lines_are_told_apart(
    governed: list[Territory],
    recognised: list[Territory],
    agreed: set[float],
    disputed: set[float],
) -> None:
    assert lines(draw(governed, recognised, 0.001)) == (agreed, disputed)


def test_draw_when_countries_touch_then_land_has_no_line_between_them() -> None:
    land = draw([WEST, MIDDLE], [WEST, MIDDLE], 0.001).land

    assert [shapely.area(polygon) for polygon in land] == [2.0]


def test_draw_when_a_country_has_a_hole_then_water_stays_water() -> None:
    lake = np.array([(0.4, 0.4), (0.6, 0.4), (0.6, 0.6), (0.4, 0.6), (0.4, 0.4)])
    ringed = Territory("West", (*WEST.rings, lake))

    (land,) = draw([ringed], [ringed], 0.001).land

    assert not land.contains(shapely.Point(0.5, 0.5))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("static") / "basemap"
    build_basemap(folder)
    return folder


@pytest.mark.parametrize("name", WORLD)
def test_build_when_done_then_files_are_geojson_within_the_world(built: Path, name: str) -> None:
    collection = json.loads((built / f"{name}.geojson").read_text())
    shapes = shapely.from_geojson(json.dumps(collection))
    west, south, east, north = shapely.bounds(shapes)

    assert collection["type"] == "FeatureCollection"
    assert min(west + 180, south + 90, 180 - east, 90 - north) >= 0
    assert all(entry["geometry"]["coordinates"] for entry in collection["features"])


def test_build_when_land_reaches_the_antimeridian_then_no_edge_crosses_it(built: Path) -> None:
    shapes = shapely.from_geojson((built / "land.geojson").read_text())
    for ring in shapely.get_rings(shapely.get_parts(shapes)):
        longitudes = shapely.get_coordinates(ring)[:, 0]
        steps = np.abs(np.diff(longitudes))
        assert steps.max() < 180 or abs(shapely.get_coordinates(ring)[steps.argmax(), 1]) > 80


@pytest.mark.parametrize(
    ("place", "status"),
    [
        ((7.9, 48.9), "agreed"),
        ((66.7, 31.2), "agreed"),
        ((34.0, 46.1), "disputed"),
        ((33.4, 35.1), "disputed"),
        ((74.3, 34.7), "disputed"),
        ((35.2, 32.5), "disputed"),
        ((-10.5, 27.67), "disputed"),
        ((127.0, 38.2), "disputed"),
        ((47.0, 8.0), "agreed"),
    ],
    ids=[
        "Rhine", "Durand line", "Crimea", "Cyprus", "Kashmir", "West Bank", "Western Sahara",
        "Korea", "Somaliland to Ethiopia",
    ],
)  # fmt: skip
def test_build_when_a_line_is_known_then_its_status_is_right(
    built: Path, place: tuple[float, float], status: str
) -> None:
    features = json.loads((built / "borders.geojson").read_text())["features"]
    nearest = min(
        features,
        key=lambda entry: shapely.distance(
            shapely.from_geojson(json.dumps(entry["geometry"])), shapely.Point(place)
        ),
    )
    assert nearest["properties"]["status"] == status


def test_build_when_done_then_it_is_small_enough_to_serve(built: Path) -> None:
    assert sum(path.stat().st_size for path in built.iterdir()) < 6_000_000


@pytest.mark.parametrize("name", sorted(PALETTES))
def test_style_when_written_then_it_refers_to_local_files_only(built: Path, name: str) -> None:
    text = (built / f"style-{name}.json").read_text()
    sources = json.loads(text)["sources"]

    assert "//" not in text
    assert {source["data"] for source in sources.values()} == {
        f"{SERVED_AT}/{file}.geojson" for file in ("land", "lakes", "rivers", "borders")
    }
    assert "glyphs" not in text
    assert "sprite" not in text


def test_style_when_lines_are_disputed_then_they_are_dashed() -> None:
    dashed = {
        layer["id"]: "line-dasharray" in layer["paint"]
        for layer in style(PALETTES["light"])["layers"]
        if layer["type"] == "line"
    }
    assert dashed == {"rivers": False, "borders-agreed": False, "borders-disputed": True}


def test_build_when_called_again_then_nothing_is_written(built: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in built.rglob("*")}
    build_basemap(built)

    assert {path: path.stat().st_mtime_ns for path in built.rglob("*")} == before


def test_build_when_it_fails_then_the_old_folder_stays_whole(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path: path.read_bytes() for path in built.rglob("*.*json")}
    monkeypatch.setattr("dateline.places.polygons.files", lambda _package: tmp_path)

    with pytest.raises(GazetteerError):
        build_basemap(built, {"sepia": PALETTES["light"]})
    assert {path: path.read_bytes() for path in built.rglob("*.*json")} == before
    assert [path.name for path in built.parent.iterdir()] == [built.name]


def test_build_when_the_folder_is_stale_then_it_is_replaced(tmp_path: Path, built: Path) -> None:
    stale = tmp_path / "basemap"
    stale.mkdir()
    (stale / "land.geojson").write_text("{")
    (stale / "stamp.json").write_text("not json")
    assert not is_built(stale)
    build_basemap(stale)

    assert is_built(stale)
    assert (stale / "land.geojson").read_bytes() == (built / "land.geojson").read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == ["basemap"]


def test_views_when_read_then_they_differ_on_who_holds_crimea() -> None:
    simferopol = shapely.Point(34.1, 44.95)
    holders = [
        {
            territory.name
            for territory in view
            if sum(shapely.Polygon(ring).contains(simferopol) for ring in territory.rings) % 2
        }
        for view in (read_governed(), read_recognised())
    ]
    assert holders == [{"Russia"}, {"Ukraine"}]


def test_views_when_the_archive_is_damaged_then_the_error_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ne_10m_admin_0_countries_deu.zip").write_bytes(b"no archive")
    monkeypatch.setattr("dateline.places.polygons.files", lambda _package: tmp_path)

    with pytest.raises(GazetteerError, match=r"requirements\.txt"):
        read_recognised()


@pytest.mark.parametrize("level", ["countries", "divisions"])
def test_build_when_regions_are_written_then_the_table_and_the_outlines_agree(
    built: Path, level: str
) -> None:
    table = json.loads((built / "regions.json").read_text())[level]
    features = json.loads((built / f"{level}.geojson").read_text())["features"]
    assert [feature["properties"]["n"] for feature in features] == [*range(len(table))]
    for feature, (code, name, longitude, latitude) in zip(features[::50], table[::50], strict=True):
        assert (feature["properties"]["id"], feature["properties"]["name"]) == (code, name)
        shape = shapely.from_geojson(json.dumps(feature["geometry"]))
        assert shapely.distance(shape, shapely.Point(longitude, latitude)) < 0.02


@pytest.mark.parametrize(
    ("place", "country", "division"),
    [
        ((69.2, 34.5), "AF", "AF.Kabul"),
        ((34.1, 44.95), "UA", None),
        ((-52.3, 4.9), "GF", None),
        ((2.35, 48.85), "FR", "FR.Île-de-France"),
        ((121.5, 25.05), "TW", None),
        ((178.4, -18.1), "FJ", None),
    ],
    ids=["Kabul", "Simferopol", "Cayenne", "Paris", "Taipei", "Suva"],
)
def test_build_when_a_town_is_known_then_its_region_is_the_one_its_record_names(
    built: Path, place: tuple[float, float], country: str, division: str | None
) -> None:
    def held(level: str) -> set[str]:
        text = (built / f"{level}.geojson").read_text()
        ids = [feature["properties"]["id"] for feature in json.loads(text)["features"]]
        shapes = shapely.get_parts(shapely.from_geojson(text))
        near = shapely.dwithin(shapes, shapely.Point(place), 0.1)
        return {code for code, is_near in zip(ids, near, strict=True) if is_near}

    assert country in held("countries")
    assert division is None or division in held("divisions")


def test_build_when_seas_are_named_then_the_largest_comes_first(built: Path) -> None:
    seas = json.loads((built / "seas.json").read_text())
    heights = [sea["high"] for sea in seas]
    assert heights == sorted(heights, reverse=True)
    assert {"Black Sea", "Indian Ocean", "Persian Gulf"} <= {sea["name"] for sea in seas}


def test_build_when_seas_are_named_then_every_tile_has_its_file_and_holds_its_names(
    built: Path,
) -> None:
    named = json.loads((built / "seas.json").read_text())
    always, tiles = tiled([Sea(one["name"], tuple(one["at"]), one["high"]) for one in named])

    assert {path.name for path in (built / "seas").iterdir()} == {
        "always.json",
        *(f"{zoom}-{x}-{y}.json" for zoom, x, y in tiles),
    }
    assert json.loads((built / "seas" / "always.json").read_text()) == [
        one for one in named if one["name"] in {sea.name for sea in always}
    ]
    for (zoom, x, y), seas in tiles.items():
        told = json.loads((built / "seas" / f"{zoom}-{x}-{y}.json").read_text())
        assert told["type"] == "FeatureCollection"
        assert [
            (*one["properties"].values(), tuple(one["geometry"]["coordinates"]))
            for one in told["features"]
        ] == [(sea.name, sea.high, sea.at) for sea in seas]


def test_folder_when_seas_are_tiled_otherwise_since_then_it_is_not_taken_for_built(
    tmp_path: Path, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = tmp_path / "seas.py"
    changed.write_text(Path(seas_module.__file__).read_text("utf-8") + "READ_PX = 6\n", "utf-8")
    assert is_built(built)
    monkeypatch.setattr(seas_module, "__file__", str(changed))
    assert not is_built(built)
