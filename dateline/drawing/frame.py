"""What part of the world a map shows, and where a place lies in it.

Web Mercator, as on the screen, so that a slide shows what was captured; where something lies
beyond 80 degrees north or south, which Mercator cannot draw, equirectangular, true to scale along
the parallel in the middle of the map.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Point = tuple[float, float]
Camera = tuple[float, float, float]
"""Longitude, latitude and zoom, of the screen's map."""
Points = NDArray[np.float64]

EARTH_KM = 40_075.0
TILE = 512
"""Pixels of the world's width at zoom 0."""
SCREEN = (640.0, 354.0)
"""Pixels of the screen's map, which a camera's zoom is meant for."""
CLOSEST = 5.2
"""The zoom of a map of one place, as the screen's map would have it."""
POLAR = 80.0
"""Degrees from which Mercator is left."""
_MOST = 85.0
WORLD = ((-168.0, -56.0), (190.0, 74.0))


@dataclass(frozen=True, slots=True)
class Frame:
    """A part of the world on so many pixels."""

    width: float
    height: float
    longitude: float
    """Of the middle."""
    middle: float
    """Height of the middle on the projected world, in widths of the world, down from its top."""
    world: float
    """Pixels of the world's width."""
    stretch: float = 0.0
    """Equirectangular, so many times higher than wide a degree; 0 for Mercator."""

    def at(self, longitude: float, latitude: float) -> Point:
        """Pixels from the upper left corner, by the shorter way round the world."""
        across = (longitude - self.longitude + 180) % 360 - 180
        down = float(heights(np.array([latitude]), self.stretch)[0]) - self.middle
        return self.width / 2 + across / 360 * self.world, self.height / 2 + down * self.world

    def placed(self, points: Points, turn: float = 0.0) -> Points:
        """The same of many, counted on by a turn of degrees round the world."""
        across = (points[:, 0] + turn - self.longitude) / 360 * self.world + self.width / 2
        down = (heights(points[:, 1], self.stretch) - self.middle) * self.world
        return np.column_stack([across, down + self.height / 2])

    def km_a_pixel(self, latitude: float) -> float:
        """Kilometres that a pixel is wide at a latitude."""
        return EARTH_KM * math.cos(math.radians(min(abs(latitude), _MOST))) / self.world

    @property
    def zoom(self) -> float:
        """The zoom at which the screen's map is as large."""
        return math.log2(self.world / TILE)

    @property
    def latitude(self) -> float:
        """Of the middle."""
        return latitude_of(self.middle, self.stretch)

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east and north, degrees; the longitudes are counted on."""
        half, down = 180 * self.width / self.world, self.height / 2 / self.world
        low, high = (latitude_of(self.middle + step, self.stretch) for step in (down, -down))
        return self.longitude - half, low, self.longitude + half, high


def heights(latitudes: Points, stretch: float = 0.0) -> Points:
    """How far down the projected world, in its widths."""
    if stretch:
        return 0.5 - latitudes / 360 * stretch
    bounded = np.radians(np.clip(latitudes, -_MOST, _MOST))
    return 0.5 - np.arcsinh(np.tan(bounded)) / (2 * math.pi)


def latitude_of(height: float, stretch: float = 0.0) -> float:
    """The latitude that lies so far down."""
    if stretch:
        return (0.5 - height) * 360 / stretch
    return math.degrees(math.atan(math.sinh((0.5 - height) * 2 * math.pi)))


def aimed(camera: Camera, width: float, height: float) -> Frame:
    """What a camera of the screen's map sees, all of it."""
    longitude, latitude, zoom = camera
    world = TILE * 2**zoom * min(width / SCREEN[0], height / SCREEN[1])
    middle = float(heights(np.array([latitude]))[0])
    return _within(Frame(width, height, longitude, middle, world))


def fitted(points: Sequence[Point], width: float, height: float, margin: float) -> Frame:
    """What holds all points, with a margin of pixels; the world where there is none."""
    points = points or WORLD
    is_polar = any(abs(latitude) > POLAR for _, latitude in points)
    low, high = min(y for _, y in points), max(y for _, y in points)
    stretch = 1 / max(math.cos(math.radians((low + high) / 2)), 0.3) if is_polar else 0.0
    west, east = _arc([x for x, _ in points]) if points is not WORLD else (-168.0, 190.0)
    south, north = heights(np.array([low, high]), stretch)
    room = (max(width - 2 * margin, width / 3), max(height - 2 * margin, height / 3))
    across, down = max((east - west) / 360, 1e-6), max(float(south - north), 1e-6)
    closest = TILE * 2**CLOSEST * min(width / SCREEN[0], height / SCREEN[1])
    world = min(room[0] / across, room[1] / down, closest)
    return _within(
        Frame(width, height, (west + east) / 2, float(south + north) / 2, world, stretch)
    )


def _within(frame: Frame) -> Frame:
    """The frame, nearer where it would show the world twice, and no farther over a pole than that
    it holds the other one.
    """
    top, bottom = _ends(frame.stretch)
    world = max(frame.world, frame.width)
    half = min(frame.height / 2 / world, (bottom - top) / 2)
    middle = max(top + half, min(bottom - half, frame.middle))
    longitude = (frame.longitude + 180) % 360 - 180
    return Frame(frame.width, frame.height, longitude, middle, world, frame.stretch)


def _ends(stretch: float) -> tuple[float, float]:
    most = 90.0 if stretch else _MOST
    north, south = heights(np.array([most, -most]), stretch)
    return float(north), float(south)


def _arc(longitudes: Sequence[float]) -> tuple[float, float]:
    """The ends of the shortest arc that holds all, the east end counted on."""
    turned = sorted(longitude % 360 for longitude in longitudes)
    after = [*turned[1:], turned[0] + 360]
    _, at = max((b - a, at) for at, (a, b) in enumerate(zip(turned, after, strict=True)))
    west = after[at] % 360
    return west, west + round(turned[at] - west, 6) % 360
