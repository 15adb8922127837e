"""Pictures of maps and charts: each screen has a door to them, and each is a whole file."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from urllib.parse import urlencode
from xml.etree.ElementTree import fromstring

import pytest
from made_corpus import stored
from PIL import Image

from components import theme
from components.map import taken
from components.memory import Charting
from components.visit import Session
from data import access
from data.access import entities, pictures, statements
from data.access.pictures import Paper, Spot
from dateline.brush import Brush, clause

SVG = Paper("light", theme.hues(theme.LIGHT), "svg")
PNG = Paper("dark", theme.hues(theme.DARK), "png")
SPOTS = (Spot("g1", 1, "Baldor", "score 0.90", 20.0, 45.0, True),)


@pytest.fixture
def here(rivers: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DATELINE_CORPUS", str(rivers))
    return rivers


def named() -> str:
    """The entity that is mentioned most."""
    return str(entities.entities(Brush()).frame["entity_id"].iloc[0])


def position(paper: Paper) -> bytes:
    side = statements.speakers(Brush())[0].value
    return pictures.positions_picture(urlencode({"speaker": side}), 90, paper)


CHARTS: dict[str, Callable[[Paper], bytes]] = {
    "map": lambda paper: pictures.map_picture("", None, paper),
    "map from a view": lambda paper: pictures.map_picture("place=g1", (20.0, 45.0, 4.0), paper),
    "countries": lambda paper: pictures.shaded_picture(Brush(), "countries", None, paper),
    "divisions": lambda paper: pictures.shaded_picture(Brush(), "divisions", None, paper),
    "cells": lambda paper: pictures.shaded_picture(Brush(), "cells", (20.0, 45.0, 3.0), paper),
    "timeline": lambda paper: pictures.timeline_picture("axis=spoken", paper),
    "matrix": lambda paper: pictures.matrix_picture(Brush(), (0, 12), (0, 12), (), paper),
    "position": position,
    "network": lambda paper: pictures.network_picture(Brush(), named(), (), paper),
    "days": lambda paper: pictures.days_picture(Brush(), named(), paper),
    "candidates": lambda paper: pictures.candidates_picture("Baldor", SPOTS, Brush(), paper),
}


def said(made: bytes) -> str:
    return " ".join(
        node.text or "" for node in fromstring(made).iter() if node.tag.endswith("text")
    )


@pytest.mark.parametrize("chart", CHARTS)
def test_chart_when_taken_as_svg_then_its_footing_stands_under_it(here, chart):
    made = said(CHARTS[chart](SVG))
    for part in ("Published ", " articles, ", "etrieval", "achine", "Made ", "Dateline"):
        assert part in made


@pytest.mark.parametrize("chart", CHARTS)
def test_chart_when_taken_as_png_then_it_is_dark_and_not_blank(here, chart):
    image = Image.open(BytesIO(CHARTS[chart](PNG))).convert("RGB")
    assert image.width >= 1500
    assert image.getpixel((3, 3)) == (17, 22, 29)
    assert len(image.getcolors(1_000_000) or []) > 30


def test_map_when_the_brush_chooses_then_the_picture_says_so(here):
    brush = Brush().with_clause(clause("place", "g1"))
    assert brush.words(access.name_of) in said(pictures.map_picture(brush.to_query(), None, SVG))


@pytest.mark.parametrize(
    ("page", "address", "names"),
    [
        ("", {}, ["map", "timeline"]),
        ("voices", {"shows": "whom"}, ["who-on-whom"]),
        ("voices", {"shows": "position"}, ["position"]),
        ("entities", {"entity": "ENTITY"}, ["days", "network"]),
    ],
)
def test_screen_when_it_has_charts_then_each_has_its_door(
    rivers, here, opened, page, address, names
):
    told = {key: named() if value == "ENTITY" else value for key, value in address.items()}
    app = opened(rivers, page, **told)
    for name in names:
        app.session_state[f"picture_{name}"] = True
    app.run()
    assert not app.exception
    files = [button.proto for button in app.get("download_button")]
    doors = [proto.id for proto in files if "picture_" in proto.id]
    for name in names:
        for kind in ("png", "svg"):
            assert sum(door.endswith(f"picture_{name}_{kind}") for door in doors) == 1


def test_picture_of_the_map_when_taken_then_it_looks_where_the_screen_does(here):
    visit = Session(charting=Charting(view=(20.0, 45.0, 6.9)))
    near, far = said(taken.map_of(visit)(SVG)), said(taken.map_of(Session())(SVG))
    assert "beyond this map" in near
    assert "beyond this map" not in far


def test_pictures_when_nothing_is_inside_then_they_are_drawn_all_the_same(here):
    brush = Brush().with_clause(clause("published", "1901-01-01", "1901-01-02"))
    for made in (
        pictures.map_picture(brush.to_query(), None, SVG),
        pictures.timeline_picture(brush.to_query(), SVG),
        pictures.matrix_picture(brush, (0, 8), (0, 8), (), SVG),
        pictures.network_picture(brush, named(), (), SVG),
        pictures.days_picture(brush, named(), SVG),
        pictures.shaded_picture(brush, "countries", None, SVG),
    ):
        assert "No sources" in said(made)


def test_picture_when_the_corpus_is_hostile_then_no_name_leaves_its_node(tmp_path, monkeypatch):
    corpus = stored(tmp_path / "hostile.db", articles=6, hostile=True)
    monkeypatch.setenv("DATELINE_CORPUS", str(corpus))
    for made in (pictures.map_picture("", None, SVG), pictures.timeline_picture("", SVG)):
        assert not [node for node in fromstring(made).iter() if node.tag.endswith("script")]
