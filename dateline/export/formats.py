"""The formats that tables can leave in, what each is for, and the one door to their writers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Literal

from ..errors import UsageError
from . import geojson, timelinejs, web_annotations
from .table import About, Row, Table, Written
from .tables import RECORDS, write_rows
from .web_annotations import TextOf

Form = Literal[
    "csv", "xlsx", "jsonl", "parquet", "geojson", "kml", "annotations", "timelinejs"
]  # fmt: skip
Places = Mapping[str, Row]
"""Places with their positions, by id."""


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write tables."""

    title: str
    """What it is called on a screen."""
    ending: str
    """How the file's name ends, without a dot before it."""
    mime: str
    """Its media type."""
    limit: str
    """What it cannot hold, and what becomes of that; a sentence for a reader."""
    tables: tuple[str, ...] = ()
    """The tables that it can hold; empty for any."""
    holds_several: bool = False
    """Whether one file can hold several tables."""


FORMATS: Mapping[Form, Format] = {
    "csv": Format("CSV", "csv", "text/csv",
        "No limit; a spreadsheet opens the first 1,048,576 rows of a file."),
    "xlsx": Format("Excel", "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "A sheet holds 1,048,576 rows and goes on in a further sheet; a cell holds 32,767 "
        "characters and goes on in the sheet “continued”.", holds_several=True),
    "jsonl": Format("JSON lines", "jsonl", "application/x-ndjson", "No limit."),
    "parquet": Format("Parquet", "parquet", "application/vnd.apache.parquet", "No limit."),
    "geojson": Format("GeoJSON", "geojson", "application/geo+json",
        "Places only; countries and wider have no geometry.", geojson.TABLES),
    "kml": Format("KML", "kml", "application/vnd.google-earth.kml+xml",
        "Places only; countries and wider have no geometry and a folder of their own.",
        geojson.TABLES, holds_several=True),
    "annotations": Format("Annotations", "jsonld", "application/ld+json",
        "What stands in a text only.", web_annotations.TABLES, holds_several=True),
    "timelinejs": Format("TimelineJS", "timeline.csv", "text/csv",
        "What has a date only: the rows without one are counted and left out; "
        f"words of over {timelinejs.LONGEST} characters end with an ellipsis.",
        timelinejs.TABLES),
}  # fmt: skip
"""Every format by its name on the command line."""
WITH_BOM: tuple[Form, ...] = ("csv", "timelinejs")


def forms_of(table: str) -> tuple[Form, ...]:
    """The formats that make sense for a table."""
    return tuple(form for form, of in FORMATS.items() if not of.tables or table in of.tables)


def tables_of(form: Form) -> tuple[str, ...]:
    """The tables of a corpus that a format can hold."""
    return FORMATS[form].tables or tuple(RECORDS)


def write(
    form: Form,
    tables: Sequence[Table],
    about: About,
    out: Path | BinaryIO | None = None,
    *,
    text_of: TextOf = lambda _article: "",
    places: Places | None = None,
    has_bom: bool = False,
) -> Written:
    """What was written of the tables.

    Args:
        tables: one; several only where the format holds several.
        out: a file that appears whole or not at all, an open one, or None for standard output.
        text_of: the text of an article by its id, for annotations.
        places: for names of places as GeoJSON and KML; a row that is a place needs none.
        has_bom: whether what is a CSV begins with a byte order mark.

    Raises:
        UsageError: the format cannot hold the tables, or the file cannot be written.
    """
    _check(form, tables, has_bom)
    first = tables[0]
    if form in ("csv", "jsonl"):
        return Written(write_rows(first.rows, form, out, first.columns, has_bom))
    if form == "timelinejs":
        return timelinejs.write_timeline(first, about, out, has_bom)
    if form == "annotations":
        return web_annotations.write_annotations(tables, text_of, about, out)
    if form in ("geojson", "kml"):
        return _write_drawn(form, [_features(one, places or {}) for one in tables], about, out)
    if form == "parquet":
        from .parquet import write_parquet

        return write_parquet(first, about, out)
    from .workbook import write_workbook

    return write_workbook(tables, about, out)


def _check(form: Form, tables: Sequence[Table], has_bom: bool) -> None:
    if form not in FORMATS:
        raise UsageError(f"there is no format {form!r}: choose one of {', '.join(FORMATS)}")
    known = FORMATS[form]
    wrong = [one.name for one in tables if known.tables and one.name not in known.tables]
    if wrong:
        raise UsageError(
            f"the table {wrong[0]!r} cannot be written as {form}: "
            f"choose {' or '.join(known.tables)}, or another format"
        )
    if len(tables) > 1 and not known.holds_several:
        several = " or ".join(name for name, one in FORMATS.items() if one.holds_several)
        raise UsageError(f"a file of {form} holds one table: name it, or choose {several}")
    if has_bom and form not in WITH_BOM:
        raise UsageError(f"a byte order mark is for {' and '.join(WITH_BOM)}, not for {form}")


def _features(table: Table, places: Places) -> Table:
    if table.name == "places":
        return replace(table, rows=geojson.place_features(table.rows))
    return replace(table, rows=geojson.mention_features(table.rows, places))


def _write_drawn(
    form: Form, tables: Sequence[Table], about: About, out: Path | BinaryIO | None
) -> Written:
    if form == "geojson":
        return Written(geojson.write_geojson(tables[0].rows, out))
    from .kml import write_kml

    return write_kml(tables, about, out)
