"""Values to be drawn, on public facts, and what is read from a drawing again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, fromstring

from dateline.briefing import Footing, Lane, MapShown, Mark, TimelineShown
from dateline.drawing import COLOURS, KINDS, Look, look_of, written

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "</text><script>alert(1)</script> & \"'\x00\x1b\ud800\u202e"
FOOTING = Footing(
    "AFP and 2 more", "Published 16 to 19 Aug 2021 (UTC)", "12 articles, 3 outlets, 1 origin",
    "Retrieved 20 Aug 2021 (UTC)", "Found by machine", "Nothing reviewed",
)  # fmt: skip


def look(size: float = 13.0) -> Look:
    """Greys, each colour another."""
    names = (*COLOURS, *KINDS)
    return look_of({name: f"#{at * 9:02x}{at * 9:02x}{at * 9:02x}" for at, name in
                    enumerate(names, 2)}, size)  # fmt: skip


def mark(name: str, longitude: float, latitude: float, count: int = 5, **told: object) -> Mark:
    values = {"kind": "city", "precision": "point", "radius_km": 0.0, "total": count} | told
    return Mark(f"g.{name}", name, longitude=longitude, latitude=latitude, count=count, **values)  # type: ignore[arg-type]


KABUL = mark("Kabul", 69.17, 34.53, 40)
PLACES = (
    KABUL,
    mark("Bagram", 69.26, 34.95, 8),
    mark("Jalalabad", 70.45, 34.43, 9),
    mark("Herat", 62.2, 34.35, 12),
    mark("Kandahar", 65.71, 31.61, 15),
    mark("Moscow", 37.62, 55.75, 7),
    mark("Panjshir", 69.8, 35.4, 11, precision="area1", radius_km=60.0,
         outline=(((69.2, 35.0), (70.3, 35.1), (70.4, 35.8), (69.3, 35.7), (69.2, 35.0)),)),
    mark("Bamyan", 67.8, 34.8, 3, precision="near", radius_km=30.0),
    mark("Doha", 51.53, 25.29, 0, total=6),
)  # fmt: skip
AFGHAN = MapShown(PLACES, beside=(("Afghanistan", 41), ("Russia", 12)))


def lane(name: str, cells: tuple[int, ...], kind: str = "person", chosen: bool = False) -> Lane:
    speaks = tuple(min(cell, 1) for cell in cells)
    return Lane(f"{kind}.{name}", name, kind, sum(cells), cells, speaks, chosen)  # type: ignore[arg-type]


WEEK = TimelineShown(
    unit="day",
    edges=tuple(f"2021-08-{day}" for day in range(14, 21)),
    end="2021-08-21",
    density=(1, 0, 3, 4, 2, 6, 0),
    density_total=(1, 2, 5, 4, 4, 6, 0),
    lanes=(
        lane("Amrullah Saleh", (0, 0, 1, 4, 0, 2, 0)),
        lane("Taliban", (3, 1, 2, 0, 0, 5, 0), "organisation"),
        lane("Ahmad Massoud", (0, 0, 0, 0, 2, 1, 0), chosen=True),
    ),
    span=("2021-08-16", "2021-08-18"),
    beside=("1 article without a day",),
)


def read_again(svg: Element) -> Element:
    """The drawing as a reader of XML has it."""
    return fromstring(written(svg))


def layer(svg: Element, name: str) -> Element:
    return next(node for node in svg.iter() if node.get("data-layer") == name)


def ends(svg: Element) -> Iterator[tuple[float, float]]:
    """Corners, centres and beginnings of all that is drawn in a node."""
    for node in svg.iter():
        if node.get("cx"):
            yield float(node.get("cx", "")), float(node.get("cy", ""))
        elif node.get("points"):
            pairs = (pair.split(",") for pair in node.get("points", "").split())
            yield from ((float(x), float(y)) for x, y in pairs)
        elif node.get("x"):
            yield float(node.get("x", "")), float(node.get("y", ""))


def texts(svg: Element) -> list[str]:
    return [node.text or "" for node in svg.iter() if node.tag.endswith("text")]


def numbers(path: str) -> list[float]:
    return [float(found) for found in re.findall(r"-?\d+\.?\d*", path)]
