"""Maps as SVG: what they draw, and that nothing in a name leaves its node."""

from __future__ import annotations

from itertools import combinations

import pytest
from drawn_things import (
    AFGHAN,
    FOOTING,
    HOSTILE,
    KABUL,
    PLACES,
    SVG,
    ends,
    layer,
    look,
    mark,
    read_again,
    texts,
)
from hypothesis import given
from hypothesis import strategies as st

from dateline.briefing import MapShown
from dateline.drawing import Ground, browser_look, drawn_map, read_ground, written
from dateline.drawing.frame import SCREEN, TILE, aimed, fitted
from dateline.drawing.labels import Named, Space, labels
from dateline.drawing.map import GROUND, frame_of
from dateline.errors import PictureError
from dateline.places.basemap import build_basemap
from dateline.settings import BASEMAP

WORLDWIDE = MapShown((KABUL, mark("Washington", -77.04, 38.9), mark("Canberra", 149.13, -35.28)))
DATE_LINE = MapShown((mark("Suva", 178.44, -18.14), mark("Apia", -171.76, -13.83)))


@pytest.fixture(scope="module")
def ground() -> Ground:
    build_basemap(BASEMAP)
    return read_ground(BASEMAP)


@pytest.mark.parametrize("shown", [AFGHAN, WORLDWIDE, DATE_LINE, MapShown(())])
@pytest.mark.parametrize("size", [(1200, 700), (360, 300)])
def test_map_when_drawn_then_it_is_xml_with_its_places_in_the_frame(
    shown: MapShown, size: tuple[float, float], ground: Ground
) -> None:
    svg = read_again(drawn_map(shown, look(), *size, FOOTING, ground=ground, words="Kabul"))
    frame = layer(svg, "map")
    width, height = float(frame.get("width", "")), float(frame.get("height", ""))
    assert svg.get("width") == str(size[0])
    points = [*ends(layer(frame, "inside")), *ends(layer(frame, "outside"))]
    assert all(-13 <= x <= width + 13 and -13 <= y <= height + 13 for x, y in points)
    drawn = {node.get("data-place") for node in layer(frame, "inside") if node.get("data-place")}
    assert drawn == {one.place_id for one in shown.marks if one.count}


def test_map_when_of_many_places_then_it_stays_small(ground: Ground) -> None:
    spread = [
        mark(f"Place {n}", -170 + 340 * (n % 40) / 40, -50 + n // 8, n + 1) for n in range(800)
    ]
    assert (
        len(written(drawn_map(MapShown(tuple(spread)), look(), 1600, 900, ground=ground))) < 250_000
    )


def test_map_when_names_are_hostile_then_they_are_text(ground: Ground) -> None:
    shown = MapShown((mark(HOSTILE, 10.0, 50.0),), beside=((HOSTILE, 3),))
    svg = read_again(drawn_map(shown, look(), 900, 500, ground=ground, words=HOSTILE))
    assert not list(svg.iter(f"{SVG}script"))
    assert not list(svg.iter("script"))
    assert any("<script>" in text for text in texts(svg))


def test_map_when_drawn_then_every_place_has_its_id_and_a_title(ground: Ground) -> None:
    svg = read_again(drawn_map(AFGHAN, look(), 900, 500, ground=ground))
    for name in ("inside", "outside"):
        for node in layer(svg, name):
            if not node.tag.endswith("title"):
                assert node.get("data-id") == node.get("data-place") != None  # noqa: E711
                assert node.findtext(f"{SVG}title")


def test_map_when_a_place_is_not_inside_then_it_is_grey_and_sized_by_all(ground: Ground) -> None:
    svg = drawn_map(AFGHAN, look(), 900, 500, ground=ground)
    assert [node.get("data-place") for node in layer(svg, "outside")] == ["g.Doha"]
    assert layer(svg, "outside").get("fill") == look().context


def test_map_when_a_place_is_chosen_then_it_alone_has_the_accent(ground: Ground) -> None:
    chosen = mark("Ghazni", 68.4, 33.5, 4, is_selected=True)
    svg = drawn_map(MapShown((*PLACES, chosen)), look(), 900, 500, ground=ground)
    accented = [n for n in layer(svg, "inside") if n.get("fill") == look().accent]
    assert [node.get("data-place") for node in accented] == ["g.Ghazni"]
    assert "selected" in texts(svg)


def test_discs_when_sized_then_their_areas_grow_with_the_mentions(ground: Ground) -> None:
    few, many = mark("Few", 10.0, 50.0, 100), mark("Many", 20.0, 50.0, 400)
    svg = drawn_map(MapShown((few, many)), look(), 900, 500, ground=ground)
    radii = {n.get("data-place"): float(n[1].get("r", "")) for n in layer(svg, "inside")}
    assert radii["g.Many"] == pytest.approx(2 * radii["g.Few"])


def test_area_when_drawn_then_its_edge_is_dashed_and_it_is_no_pin(ground: Ground) -> None:
    svg = drawn_map(AFGHAN, look(), 900, 500, ground=ground)
    area = next(n for n in layer(svg, "inside") if n.get("data-place") == "g.Panjshir")
    assert area.get("stroke-dasharray")
    assert [node.tag for node in area] == ["title", "polygon"]


def test_area_when_across_the_date_line_then_no_edge_streaks(ground: Ground) -> None:
    ring = ((179.0, -17.0), (-179.0, -17.0), (-179.0, -16.0), (179.0, -16.0), (179.0, -17.0))
    area = mark("Taveuni", 180.0, -16.5, precision="area2", radius_km=90.0, outline=(ring,))
    svg = drawn_map(MapShown((area, *DATE_LINE.marks)), look(), 900, 500, ground=ground)
    group = next(n for n in layer(svg, "inside") if n.get("data-place") == "g.Taveuni")
    across = [x for x, _ in ends(group)]
    frame = frame_of(MapShown((area, *DATE_LINE.marks)), look(), 900, 500)
    assert max(across) - min(across) == pytest.approx(2 / 360 * frame.world, rel=0.1)


def test_near_place_when_drawn_close_then_a_ring_shows_its_radius(ground: Ground) -> None:
    near = mark("Bamyan", 67.8, 34.8, 3, precision="near", radius_km=50.0)
    shown = MapShown((near,), camera=(67.8, 34.8, 6.0))
    svg = drawn_map(shown, look(), *SCREEN, ground=ground)
    ring = next(node for node in svg.iter() if node.get("data-role") == "radius")
    frame = frame_of(shown, look(), float(layer(svg, "map").get("width", "")),
                     float(layer(svg, "map").get("height", "")))  # fmt: skip
    assert float(ring.get("r", "")) == pytest.approx(50 / frame.km_a_pixel(34.8), abs=0.01)


@given(
    st.lists(
        st.tuples(
            st.text("abcdefgh Kabul", min_size=1, max_size=20),
            st.floats(0, 600), st.floats(0, 400), st.floats(2, 24),
        ),
        max_size=40,
    )
)  # fmt: skip
def test_names_when_placed_then_none_lies_over_another_or_leaves_the_frame(
    marks: list[tuple[str, float, float, float]],
) -> None:
    found = list(labels([Named(*one) for one in marks], Space(600, 400, []), 13))
    for one, other in combinations([label.box for label in found], 2):
        apart = one.right <= other.left or other.right <= one.left
        assert apart or one.bottom <= other.top or other.bottom <= one.top
    assert all(label.box.left >= 0 and label.box.right <= 600 for label in found)


def test_names_when_a_map_is_crowded_then_the_most_mentioned_is_named(ground: Ground) -> None:
    crowd = [mark(f"Village {n}", 69.17 + n / 500, 34.53, 1) for n in range(80)]
    svg = drawn_map(MapShown((KABUL, *crowd)), look(), 500, 400, ground=ground)
    assert texts(layer(svg, "names"))[0] == "Kabul"


@given(
    st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), min_size=1, max_size=12),
    st.floats(200, 2000),
    st.floats(150, 1200),
)
def test_frame_when_fitted_then_it_holds_every_point_it_can(
    points: list[tuple[float, float]], width: float, height: float
) -> None:
    frame = fitted(points, width, height, 20)
    assert frame.world >= width - 1e-6
    placed = [frame.at(*point) for point in points]
    assert all(-1 <= x <= width + 1 for x, _ in placed)
    low, high = min(y for _, y in points), max(y for _, y in points)
    if abs(low) < 80 and abs(high) < 80 and frame.world > width + 1:
        assert all(-1 <= y <= height + 1 for _, y in placed)


def test_frame_when_places_lie_about_the_date_line_then_it_does_not_show_the_world() -> None:
    frame = frame_of(DATE_LINE, look(), 900, 500)
    assert frame.world > 5 * 900


def test_frame_when_a_place_is_polar_then_it_is_equirectangular() -> None:
    assert fitted([(0, 89), (20, 60)], 900, 500, 20).stretch > 1
    assert fitted([(0, 70), (20, 60)], 900, 500, 20).stretch == 0


def test_camera_when_the_canvas_is_the_screens_then_the_zoom_is() -> None:
    assert aimed((69, 34, 5.0), *SCREEN).world == TILE * 2**5


def test_camera_when_it_leaves_places_out_then_the_map_says_how_many(ground: Ground) -> None:
    shown = MapShown(PLACES, camera=(69.2, 34.5, 7.0))
    assert "3 more places lie beyond this map" in texts(drawn_map(shown, look(), 640, 354,
                                                                  ground=ground))  # fmt: skip


def test_countries_when_a_disc_stands_on_their_name_then_they_are_not_named(
    ground: Ground,
) -> None:
    far = mark("Bishkek", 74.6, 42.87, 2)
    bare = drawn_map(MapShown((far, mark("Doha", 51.53, 25.29))), look(), 1200, 800, ground=ground)
    assert "AFGHANISTAN" in texts(bare)
    disc = mark("Farah", 65.24, 33.83, 900)
    shown = MapShown((far, mark("Doha", 51.53, 25.29), disc))
    assert "AFGHANISTAN" not in texts(drawn_map(shown, look(), 1200, 800, ground=ground))


def test_map_when_countries_are_counted_then_they_stand_beside_it(ground: Ground) -> None:
    told = texts(drawn_map(AFGHAN, look(), 900, 500, ground=ground))
    assert "Counted beside the map: Afghanistan 41, Russia 12" in told
    assert GROUND in told


def test_map_when_it_has_a_footing_then_all_of_it_stands_there(ground: Ground) -> None:
    told = " ".join(
        texts(drawn_map(AFGHAN, look(), 900, 600, FOOTING, ground=ground, words="Kabul"))
    )
    assert all(line in told for line in FOOTING.lines())


def test_map_when_for_a_browser_then_all_colours_are_variables(ground: Ground) -> None:
    svg = drawn_map(AFGHAN, browser_look(), 900, 500, FOOTING, ground=ground, words="Kabul")
    colours = {n.get(a) for n in svg.iter() for a in ("fill", "stroke")} - {None, "none"}
    assert colours
    assert all(str(colour).startswith("var(--") for colour in colours)


def test_ground_when_the_basemap_is_absent_then_the_error_says_what_to_do(tmp_path) -> None:
    with pytest.raises(PictureError, match="dateline setup"):
        read_ground(tmp_path)
