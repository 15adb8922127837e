"""GeoJSON of places and their mentions, read back by readers that are not ours."""

from __future__ import annotations

import io
import json
import math
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import shapely
import shapely.geometry
from made_corpus import stored

from dateline.cli import main
from dateline.export.geojson import mention_features, place_features, write_geojson

MARSHES = [(46.4, 30.7), (47.3, 30.5), (48.1, 31.0), (47.8, 31.7), (46.8, 31.5), (46.4, 30.7)]


def place(precision: str, **fields: Any) -> dict[str, Any]:
    bare = {"place_id": "p", "name": "P", "kind": "city", "precision": precision}
    where = {"latitude": 10.0, "longitude": 20.0, "radius_km": 30.0, "outline": []}
    return bare | where | fields


def feature(row: dict[str, Any]) -> dict[str, Any]:
    file = io.BytesIO()
    write_geojson(place_features([row]), file)
    (found,) = json.loads(file.getvalue())["features"]
    return found


def shape(row: dict[str, Any]) -> Any:
    return shapely.geometry.shape(feature(row)["geometry"])


def kilometres(a: tuple[float, ...], b: tuple[float, ...]) -> float:
    east = (a[0] - b[0]) * math.cos(math.radians(a[1]))
    return 111.2 * math.hypot(east, a[1] - b[1])


@pytest.mark.parametrize("precision", ["point", "near"])
def test_place_when_a_point_or_near_one_then_is_a_point_with_its_radius(precision: str):
    found = feature(place(precision))

    assert found["geometry"] == {"type": "Point", "coordinates": [20.0, 10.0]}
    assert found["properties"]["radius_km"] == 30.0
    assert found["properties"]["geometry_is"] == "point"
    assert not {"latitude", "longitude", "outline"} & set(found["properties"])


@pytest.mark.parametrize("precision", ["country", "macro"])
def test_place_when_a_country_then_has_no_geometry(precision: str):
    found = feature(place(precision, outline=MARSHES))

    assert found["geometry"] is None
    assert found["properties"]["geometry_is"] == "none"


@pytest.mark.parametrize("ring", [MARSHES, MARSHES[::-1]])
def test_place_when_an_area_with_an_outline_then_is_that_polygon_counterclockwise(ring: list[Any]):
    drawn = shape(place("feature", outline=ring))

    assert drawn.is_valid
    assert drawn.exterior.is_ccw
    assert drawn.equals(shapely.Polygon(ring))


def test_place_when_an_area_without_an_outline_then_is_a_circle_of_its_radius():
    row = place("area1", latitude=60.0)
    corners = shape(row).exterior.coords

    assert feature(row)["properties"]["geometry_is"] == "circle"
    assert all(29 < kilometres((20.0, 60.0), corner) < 31 for corner in corners)


@pytest.mark.parametrize("longitude", [179.9, -179.9])
def test_area_when_it_crosses_the_antimeridian_then_is_cut_there(longitude: float):
    drawn = shape(place("area2", longitude=longitude))

    assert drawn.geom_type == "MultiPolygon"
    assert drawn.is_valid
    assert all(abs(edge) <= 180 for edge in (drawn.bounds[0], drawn.bounds[2]))
    assert all(part.bounds[2] - part.bounds[0] < 1 for part in drawn.geoms)


def test_area_when_its_ring_crosses_itself_then_is_valid_still():
    bow = [(0, 0), (2, 2), (2, 0), (0, 2), (0, 0)]
    assert shape(place("feature", outline=bow)).is_valid


def test_mention_when_less_precise_than_its_place_then_is_drawn_as_the_mention_says():
    places = {"p": place("point", name="Kabul")}
    rows = [
        {"toponym_id": f"g{n}", "place_id": at, "precision": precision, "radius_km": 5.0}
        for n, (at, precision) in enumerate([("p", "near"), ("p", "country"), ("", "point")])
    ]
    near, seat, unplaced = mention_features(rows, places)

    assert near["geometry"]["type"] == "Point"
    assert near["properties"]["name"] == "Kabul"
    assert seat["geometry"] is None
    assert unplaced["geometry"] is None


def test_write_geojson_when_there_are_no_rows_then_is_an_empty_collection():
    file = io.BytesIO()
    assert write_geojson([], file) == 0
    assert json.loads(file.getvalue()) == {"type": "FeatureCollection", "features": []}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return stored(tmp_path_factory.mktemp("drawn") / "corpus.db", articles=30)


@pytest.mark.parametrize("table", ["places", "toponyms"])
def test_export_when_geojson_then_pandas_and_shapely_read_every_row(
    corpus: Path, tmp_path: Path, table: str
):
    drawn, told = tmp_path / "drawn.geojson", tmp_path / "told.csv"
    common = ["export", "--corpus", str(corpus), "--table", table]
    assert main([*common, "--format", "geojson", "--out", str(drawn)]) == 0
    assert main([*common, "--format", "csv", "--out", str(told)]) == 0
    features = json.loads(drawn.read_text("utf-8"))["features"]
    read = pd.json_normalize([one["properties"] for one in features])
    rows = pd.read_csv(told)
    key = "place_id" if table == "places" else "toponym_id"

    assert read[key].tolist() == rows[key].tolist()
    assert read["precision"].tolist() == rows["precision"].tolist()
    assert set(read["version"]) == {"made"}
    assert set(read["method"]) == {"machine: rules"}
    kinds = {
        one["properties"]["precision"]: one["geometry"]
        and shapely.geometry.shape(one["geometry"]).geom_type
        for one in features
    }
    expected = {"point": "Point", "near": "Point", "feature": "Polygon", "area1": "Polygon",
                "country": None, "macro": None}  # fmt: skip
    assert kinds == {precision: expected[precision] for precision in kinds}
    assert {"point", "feature", "country"} <= set(kinds)


def test_export_when_a_table_has_no_places_then_says_which_have(
    corpus: Path, capsys: pytest.CaptureFixture[str]
):
    asked = ["export", "--corpus", str(corpus), "--table", "articles", "--format", "geojson"]

    assert main(asked) == 2
    assert "places or toponyms" in capsys.readouterr().err
