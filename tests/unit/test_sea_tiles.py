"""Names of seas in tiles: each is drawn once, whole, and no later than it can be read."""

from __future__ import annotations

import math

import pytest

from dateline.places.seas import READ_PX, TILE_ZOOMS, Sea, Tile, Tiled, named_seas, tiled

LAST = TILE_ZOOMS[-1]
SMALL, MIDDLING, LARGE = 13_000, 80_000, 500_000
"""Heights of letters, metres: read on the equator from zoom 4.9, 2.3 and before 0."""


@pytest.fixture(scope="module")
def named() -> list[Sea]:
    return named_seas()


@pytest.fixture(scope="module")
def found(named: list[Sea]) -> Tiled:
    return tiled(named)


def drawn(found: Tiled, zoom: int) -> list[Sea]:
    """What the map draws of the whole world at a zoom."""
    return [*found.always, *(sea for tile, in_it in found.tiles.items() if tile[0] == zoom
                             for sea in in_it)]  # fmt: skip


def bounds(tile: Tile) -> tuple[float, float, float, float]:
    """West, south, east and north of a tile of the map, degrees."""
    zoom, x, y = tile

    def latitude(row: int) -> float:
        return math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * row / 2**zoom))))

    def longitude(column: int) -> float:
        return 360 * column / 2**zoom - 180

    return longitude(x), latitude(y + 1), longitude(x + 1), latitude(y)


def test_tiles_when_made_then_every_one_of_each_zoom_is_there(found: Tiled) -> None:
    assert set(found.tiles) == {
        (zoom, x, y) for zoom in (1, 2, 3) for x in range(2**zoom) for y in range(2**zoom)
    }


def test_names_when_the_map_is_nearest_then_all_are_drawn_and_none_twice(
    named: list[Sea], found: Tiled
) -> None:
    assert len(named) == 170
    assert sorted(drawn(found, LAST)) == sorted(named)


@pytest.mark.parametrize("zoom", [0, *TILE_ZOOMS])
def test_names_when_they_can_be_read_before_the_next_zoom_then_they_are_drawn(
    named: list[Sea], found: Tiled, zoom: int
) -> None:
    shown = drawn(found, zoom)
    pixels = 512 * 2 ** (zoom + 1) / 40_030_000
    read = {s for s in named if s.high * pixels / math.cos(math.radians(s.at[1])) > READ_PX}

    assert len(set(shown)) == len(shown)
    assert read <= set(shown)
    assert zoom == LAST or len(shown) < len(read) + 12


def test_tiles_when_filled_then_each_holds_what_lies_in_it_the_largest_first(found: Tiled) -> None:
    for tile, seas in found.tiles.items():
        west, south, east, north = bounds(tile)
        assert all(west < sea.at[0] < east and south < sea.at[1] < north for sea in seas), tile
        assert [sea.high for sea in seas] == sorted((s.high for s in seas), reverse=True)


@pytest.mark.parametrize(
    ("at", "high", "zooms"),
    [
        pytest.param((20.0, 20.0), SMALL, [3], id="small"),
        pytest.param((20.0, 20.0), MIDDLING, [2, 3], id="middling"),
        pytest.param((20.0, 20.0), LARGE, [], id="large"),
        pytest.param((0.3, 20.0), SMALL, [], id="over Greenwich"),
        pytest.param((179.8, 20.0), SMALL, [], id="over the antimeridian, from the west"),
        pytest.param((-179.8, 20.0), SMALL, [], id="over the antimeridian, from the east"),
        pytest.param((20.0, 0.05), SMALL, [], id="over the equator"),
        pytest.param((45.2, 20.0), SMALL, [], id="over an edge of the last zoom alone"),
        pytest.param((1.5, 20.0), SMALL, [3], id="beside Greenwich"),
    ],
)
def test_sea_when_its_name_crosses_an_edge_then_it_is_in_no_tile(
    at: tuple[float, float], high: int, zooms: list[int]
) -> None:
    sea = Sea("Gulf of Riga", at, high)
    found = tiled([sea])
    assert [tile[0] for tile, seas in found.tiles.items() if seas] == zooms
    assert list(found.always) == ([] if zooms else [sea])
