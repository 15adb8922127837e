"""Places and their mentions as KML, each with the time that it was written about.

Source: OGC KML 2.2 (07-147r2).
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import Any, BinaryIO
from xml.sax.saxutils import escape

from .cells import REPLACEMENT
from .table import About, Row, Table, Written, counted
from .tables import written_to

TITLES: Mapping[str, str] = {"places": "Places", "toponyms": "Names of places"}
APART = "{}: countries and wider, and names without a place, which have no geometry"
SPOOLED = 1_000_000
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STATED = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z?)?)?)?")
_SECONDS = re.compile(r"T\d\d:\d\d(?=Z?$)")
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n'


def write_kml(tables: Sequence[Table], about: About, out: Path | BinaryIO | None = None) -> Written:
    """What was written: a folder a table, and one beside it for what has no geometry.

    Args:
        tables: of features, as `dateline.export.geojson` makes them.

    Raises:
        UsageError: the file cannot be written.
    """
    told = Written()
    with written_to(out) as file:
        said = f"{about.selection}. Made {about.made} from {about.corpus}. {about.method}."
        file.write(_HEAD.encode())
        file.write(f"<Document><name>Dateline</name>{_about(said)}\n".encode())
        for table in tables:
            _write_folders(file, TITLES[table.name], counted(table.rows, told))
        file.write(b"</Document>\n</kml>\n")
    return told


def _write_folders(file: BinaryIO, title: str, features: Iterable[Row]) -> None:
    with SpooledTemporaryFile(SPOOLED) as apart:
        file.write(f"<Folder><name>{title}</name>\n".encode())
        for feature in features:
            target = file if feature["geometry"] else apart
            target.write(placemark(feature).encode() + b"\n")
        file.write(b"</Folder>\n")
        file.write(f"<Folder><name>{APART.format(title)}</name>\n".encode())
        apart.seek(0)
        while block := apart.read(SPOOLED):
            file.write(block)
        file.write(b"</Folder>\n")


def placemark(feature: Row) -> str:
    """One feature with its name, words, time, all its properties and its geometry."""
    told = feature["properties"]
    name = _text(told.get("name") or told.get("surface") or feature["id"])
    said = told.get("passage") or f"{told.get('kind', '')}, {told.get('precision', '')}"
    where = [said, ", ".join(str(told[at]) for at in ("outlet", "title") if told.get(at))]
    words = _about(". ".join(part for part in where if part.strip(", ")))
    return (
        f"<Placemark><name>{name}</name>{words}{time_span(*_times(told))}"
        f"<ExtendedData>{''.join(_data(told))}</ExtendedData>{_geometry(feature['geometry'])}"
        "</Placemark>"
    )


def time_span(first: str, last: str) -> str:
    """From the first time to the last, each as exactly as it is stated; nothing where neither is.

    A year is a gYear, a month a gYearMonth, a day a date, anything closer a dateTime in UTC.
    """
    ends = [("begin", first), ("end", last)]
    known = [f"<{end}>{_time(at)}</{end}>" for end, at in ends if _STATED.fullmatch(at)]
    return f"<TimeSpan>{''.join(known)}</TimeSpan>" if known else ""


def _time(stated: str) -> str:
    if "T" not in stated:
        return stated
    return _SECONDS.sub(r"\g<0>:00", stated).removesuffix("Z") + "Z"


def _times(told: Row) -> tuple[str, str]:
    published = str(told.get("published") or "")
    return (str(told.get("first_published") or published),
            str(told.get("last_published") or published))  # fmt: skip


def _data(told: Row) -> Iterator[str]:
    for name, value in told.items():
        if value is not None and value != "":
            said = value if isinstance(value, str) else json.dumps(value, default=str)
            yield f'<Data name="{_text(name)}"><value>{_text(said)}</value></Data>'


def _geometry(geometry: Mapping[str, Any] | None) -> str:
    if geometry is None:
        return ""
    drawn, kind = geometry["coordinates"], geometry["type"]
    if kind == "Point":
        return f"<Point><coordinates>{_position(drawn)}</coordinates></Point>"
    if kind == "Polygon":
        return _polygon(drawn)
    return f"<MultiGeometry>{''.join(map(_polygon, drawn))}</MultiGeometry>"


def _polygon(rings: Sequence[Sequence[Sequence[float]]]) -> str:
    said = []
    for at, ring in enumerate(rings):
        edge = "innerBoundaryIs" if at else "outerBoundaryIs"
        corners = " ".join(map(_position, ring))
        said.append(
            f"<{edge}><LinearRing><coordinates>{corners}</coordinates></LinearRing></{edge}>"
        )
    return f"<Polygon>{''.join(said)}</Polygon>"


def _position(corner: Sequence[float]) -> str:
    return f"{corner[0]},{corner[1]}"


def _about(words: str) -> str:
    """A description, which viewers show as HTML: so its text is escaped for that, too."""
    return f"<description>{_text(html.escape(words))}</description>"


def _text(value: object) -> str:
    return escape(_NO_XML.sub(REPLACEMENT, str(value)), {'"': "&quot;", "\r": "&#13;"})
