"""With whom an entity is named, as SVG: marks where the network stands, ties by their width."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element

from ..briefing import Footing
from ..query.layout import HIGH, WIDE
from ..query.network import Network
from .furniture import Entry, halo, kind_entry, legend, legend_height
from .labels import Named, Space, labels
from .lettering import bold_if, cut
from .look import KINDS, Look
from .nodes import node, told
from .shapes import draw_shape
from .sheet import Box, sheet, text

SMALL, LARGE, THIN, THICK = 4.5, 10.0, 0.8, 4.0
"""Radii of marks and widths of ties, pixels at the usual size."""
LETTERS = 16.0
"""Width of a name at most, in body texts."""
NOTE = (
    "Named in one passage: a line is the wider, the more passages name both. The strongest are "
    "drawn, beyond what chance would have."
)


def drawn_network(
    found: Network,
    look: Look,
    width: float,
    height: float,
    footing: Footing | None = None,
    *,
    words: str = "",
) -> Element:
    """The network on so many pixels, names as far as they fit.

    A mark is a node with `data-entity`, `data-id` and a `<title>`, as is a tie.

    Args: words: the Brush in words, as a headline; none without.
    """
    page = sheet(words or "Network", look, (width, height), words, footing, [NOTE])
    entries = _entries(found, look)
    high = legend_height(look, page.box.width, entries)
    room = page.box.without_foot(high + 0.4 * look.size)
    inner = node(page.svg, "svg", x=room.left, y=room.top, width=room.width, height=room.height,
                 viewBox=f"0 0 {room.width:.2f} {room.height:.2f}",
                 data_layer="network")  # fmt: skip
    _draw(inner, found, look, room)
    foot = Box(room.left, room.bottom + 0.4 * look.size, room.width, high)
    legend(page.svg, look, foot, entries)
    return page.svg


def _draw(inner: Element, found: Network, look: Look, room: Box) -> None:
    rows = found.nodes.to_dict("records")
    if len(rows) < 2:
        text(inner, look, "No one else is named in the same passage.", (0.0, 1.2 * look.size),
             fill=look.faint)  # fmt: skip
        return
    margin = 2.2 * look.size
    across, down = (room.width - 2 * margin) / WIDE, (room.height - 2 * margin) / HIGH
    at = [(margin + row["x"] * across, margin + row["y"] * down) for row in rows]
    _ties(inner, found, rows, at, look)
    most = max(int(row["together"]) for row in rows[1:]) or 1
    radii = [_radius(row, most, n == 0, look) for n, row in enumerate(rows)]
    for row, spot, radius in reversed(list(zip(rows, at, radii, strict=True))):
        _mark(inner, row, spot, radius, look)
    named = [
        Named(cut(str(row["name"]), LETTERS * look.size, look.size), *spot, radius, n == 0)
        for n, (row, spot, radius) in enumerate(zip(rows, at, radii, strict=True))
    ]
    for label in labels(named, Space(room.width, room.height, []), look.size):
        face = bold_if(not label.at)
        halo(text(inner, look, named[label.at].name, (label.x, label.y), 1.0, face,
                  label.anchor), look)  # fmt: skip


def _ties(
    inner: Element,
    found: Network,
    rows: list[dict[Any, Any]],
    at: list[tuple[float, float]],
    look: Look,
) -> None:
    drawn = found.ties[found.ties["drawn"]].iloc[::-1]
    most = max(1.0, float(drawn["together"].max())) if len(drawn) else 1.0
    group = node(inner, "g", data_layer="ties", stroke=look.context)
    for a, b, together in zip(drawn["a"], drawn["b"], drawn["together"], strict=True):
        one, other = rows[a], rows[b]
        said = f"{one['name']} and {other['name']}: {int(together):,} passages"
        wide = (THIN + (THICK - THIN) * (together / most) ** 0.5) * look.scale
        (x1, y1), (x2, y2) = at[a], at[b]
        told(group, "line", said, x1=x1, y1=y1, x2=x2, y2=y2, stroke_width=float(wide),
             stroke_opacity=0.85 if a == 0 else 0.5,
             data_id=f"{one['entity_id']} {other['entity_id']}")  # fmt: skip


def _mark(
    inner: Element, row: Mapping[Any, Any], at: tuple[float, float], radius: float, look: Look
) -> None:
    said = f"{row['name']}, {row['kind']}: {int(row['together']):,} passages"
    group = told(inner, "g", said, data_id=str(row["entity_id"]),
                 data_entity=str(row["entity_id"]), stroke=look.paper,
                 stroke_width=0.9 * look.scale)  # fmt: skip
    draw_shape(group, str(row["kind"]), at, radius, look.kinds.get(str(row["kind"]), look.faint))


def _radius(row: Mapping[Any, Any], most: int, is_own: bool, look: Look) -> float:
    share = 1.0 if is_own else (int(row["together"]) / most) ** 0.5
    return (SMALL + (LARGE - SMALL) * share) * look.scale


def _entries(found: Network, look: Look) -> list[Entry]:
    """The shapes of the kinds that there are."""
    kinds = set(found.nodes["kind"])
    return [kind_entry(kind, look) for kind in KINDS if kind in kinds]
