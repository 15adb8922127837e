"""Nodes of an SVG. All text and all attributes are escaped by xml.etree."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, tostring

NAMESPACE = "http://www.w3.org/2000/svg"
Value = str | float | None
_NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def drawing(width: float, height: float, label: str) -> Element:
    """An empty picture with its name for those who do not see it."""
    svg = Element(
        "svg",
        {"xmlns": NAMESPACE, "role": "img", "aria-label": _clean(label)},
        width=number(width),
        height=number(height),
        viewBox=f"0 0 {number(width)} {number(height)}",
    )
    node(svg, "title", label)
    return svg


def node(parent: Element, tag: str, text: str = "", /, **attributes: Value) -> Element:
    """A new node at the end of its parent: `stroke_width=1.5` is its `stroke-width`.

    Attributes of None are left out.
    """
    made = SubElement(parent, tag)
    put(made, **attributes)
    if text:
        made.text = _clean(text)
    return made


def put(made: Element, **attributes: Value) -> None:
    """Attributes of a node, as `node` takes them."""
    for name, value in attributes.items():
        if value is not None:
            made.set(name.replace("_", "-"), _written(value))


def told(parent: Element, tag: str, title: str, /, **attributes: Value) -> Element:
    """A node with a title, which the pointer and a screen reader are told."""
    made = node(parent, tag, **attributes)
    node(made, "title", title)
    return made


def number(value: float) -> str:
    """12, 12.5: as short as two decimals allow."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))


def points(ends: Iterable[tuple[float, float]]) -> str:
    """Corners of a line or a polygon."""
    return " ".join(f"{number(x)},{number(y)}" for x, y in ends)


def written(svg: Element) -> str:
    """The picture as text."""
    return tostring(svg, encoding="unicode")


def _written(value: str | float) -> str:
    return _clean(value) if isinstance(value, str) else number(value)


def _clean(text: str) -> str:
    """Text without what no XML may hold."""
    return _NO_XML.sub("\ufffd", text)
