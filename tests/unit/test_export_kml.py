"""KML, read back by lxml under the rules of the format."""

from __future__ import annotations

import html
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from dateline.cli import main
from dateline.export.formats import write
from dateline.export.kml import time_span
from dateline.export.table import About, Table

KML = "{http://www.opengis.net/kml/2.2}"
ORDER = ("name", "description", "TimeSpan", "ExtendedData", "Point", "Polygon", "MultiGeometry")
"""Elements of a placemark in the order of the schema."""
TIME = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d(\.\d+)?Z)?)?)?")


def place(**fields: Any) -> dict[str, Any]:
    return {
        **{"place_id": "g1", "name": "P", "kind": "city", "precision": "point"},
        **{"latitude": 10.0, "longitude": 20.0, "radius_km": 30.0, "outline": []},
        **{"first_published": "2021", "last_published": "2021-08-19"},
        **fields,
    }


def root_of(*rows: dict[str, Any]) -> Any:
    file = io.BytesIO()
    write("kml", [Table("places", tuple(rows[0]), rows)], About("c"), file)
    return etree.fromstring(file.getvalue())


def placemark(**fields: Any) -> Any:
    (found,) = root_of(place(**fields)).iter(f"{KML}Placemark")
    return found


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2021", "2021", "<begin>2021</begin><end>2021</end>"),
        ("2021-08", "2021-09", "<begin>2021-08</begin><end>2021-09</end>"),
        ("2021-08-19", "", "<begin>2021-08-19</begin>"),
        ("", "2021-08-19T17:42Z", "<end>2021-08-19T17:42:00Z</end>"),
        ("2021-08-19T17:42:07.5Z", "", "<begin>2021-08-19T17:42:07.5Z</begin>"),
    ],
)
def test_time_span_when_times_are_stated_then_each_is_as_exact(first: str, last: str, said: str):
    assert time_span(first, last) == f"<TimeSpan>{said}</TimeSpan>"


@pytest.mark.parametrize("stated", ["", "PRESENT_REF", "2021-W33", "44 BC", "XXXX-08"])
def test_time_span_when_no_time_is_stated_then_there_is_none(stated: str):
    assert time_span(stated, stated) == ""


def test_placemark_when_a_point_then_longitude_comes_first():
    assert placemark().findtext(f".//{KML}Point/{KML}coordinates") == "20.0,10.0"


@pytest.mark.parametrize(("longitude", "parts"), [(20.0, 1), (179.95, 2)])
def test_placemark_when_an_area_then_its_rings_are_closed(longitude: float, parts: int):
    rings = [ring.text.split() for ring in placemark(precision="area1", longitude=longitude)
             .iterfind(f".//{KML}outerBoundaryIs/{KML}LinearRing/{KML}coordinates")]  # fmt: skip
    assert len(rings) == parts
    assert all(ring[0] == ring[-1] and len(ring) >= 4 for ring in rings)


def test_placemark_when_a_country_then_stands_apart_without_geometry():
    root = root_of(place(), place(precision="country", name="C"))
    drawn, apart = root.iter(f"{KML}Folder")
    assert [one.text for one in drawn.iterfind(f"{KML}Placemark/{KML}name")] == ["P"]
    assert [one.text for one in apart.iterfind(f"{KML}Placemark/{KML}name")] == ["C"]
    assert apart.find(f".//{KML}Point") is None


@settings(max_examples=60)
@given(
    st.text(max_size=20) | st.sampled_from(["<b>x</b>", "]]>", "&amp;", "<![CDATA[x]]>", "a\0b"])
)
def test_placemark_when_text_is_hostile_then_it_is_text(text: str):
    found = placemark(name=text or "x", passage=text, outlet="")
    expected = re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)
    said = found.findtext(f"{KML}description")
    assert found.findtext(f"{KML}name") == (expected or "x")
    if expected.strip(", "):
        assert html.unescape(said) == expected
        assert "<" not in said
    assert [child.tag.removeprefix(KML) for child in found] == [
        name for name in ORDER if found.find(f"{KML}{name}") is not None
    ]


def test_export_when_all_places_then_lxml_finds_every_row_with_its_provenance(
    sample_corpus: Path, tmp_path: Path
):
    out, told = tmp_path / "all.kml", tmp_path / "told.jsonl"
    common = ["export", "--corpus", str(sample_corpus), "--table"]
    assert main([*common, "all", "--format", "kml", "--out", str(out)]) == 0
    assert main([*common, "toponyms", "--format", "jsonl", "--out", str(told)]) == 0
    rows = {row["toponym_id"]: row for row in map(json.loads, told.read_text("utf-8").splitlines())}
    root = etree.parse(str(out)).getroot()
    found = {}
    for one in root.iter(f"{KML}Placemark"):
        data = {each.get("name"): each.findtext(f"{KML}value") for each in one.iter(f"{KML}Data")}
        found[data.get("toponym_id") or data["place_id"]] = (one, data)

    assert rows.keys() <= found.keys()
    for key, row in rows.items():
        one, data = found[key]
        assert data["article_id"] == row["article_id"]
        assert data["version"] == row["version"]
        assert data["passage"].replace("\r", "") == row["passage"].replace("\r", "")
        assert (one.find(f"{KML}TimeSpan") is not None) == bool(row["published"])
    for end in root.iter(f"{KML}begin", f"{KML}end"):
        assert TIME.fullmatch(end.text)
    for corner in root.iter(f"{KML}coordinates"):
        for position in corner.text.split():
            longitude, latitude = map(float, position.split(","))
            assert abs(longitude) <= 180
            assert abs(latitude) <= 90
