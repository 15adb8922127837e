"""Tables of the screens as the bytes of a file, in any format that makes sense for them."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from dateline.brush import Brush
from dateline.export.formats import FORMATS, WITH_BOM, Form, Format, forms_of, write
from dateline.export.provenance import methods_of, with_provenance
from dateline.export.table import About, Row, Table
from dateline.store import Store

from .views import _current, name_of, open_index

__all__ = ["FORMATS", "WITH_BOM", "Form", "Format", "Wanted", "forms_of", "sourced", "table_of",
           "written", "written_frame"]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a file is to say, and how it is to be written."""

    form: Form
    brush: Brush
    has_bom: bool = False


def sourced(frame: pd.DataFrame) -> pd.DataFrame:
    """Rows with what made the findings, and where each comes from in the last columns."""
    return with_provenance(frame, extractors(*_current()))


@st.cache_resource(max_entries=2, show_spinner=False)
def extractors(path: str, mark: str) -> Mapping[str, str]:  # noqa: ARG001 - cached by
    """For each article what made its findings: "VERSION, MODEL"."""
    with Store.open(Path(path), readonly=True) as store:
        return store.extractor_of_each()


def written_frame(frame: pd.DataFrame, name: str, wanted: Wanted) -> bytes:
    """A frame as a file, each row with where it comes from.

    Args:
        name: of the table; which formats can hold it goes by that.

    Raises:
        UsageError: the format cannot hold it.
    """
    return written(table_of(sourced(frame), name), wanted)


def table_of(frame: pd.DataFrame, name: str) -> Table:
    """The rows of a frame as plain values; days on which something was said as days."""
    if "said_on" in frame:
        moments = pd.to_datetime(frame["said_on"], errors="coerce", utc=True)
        days = moments.dt.strftime("%Y-%m-%d").astype(object)
        frame = frame.assign(said_on=days.where(moments.notna(), ""))
    names = tuple(str(column) for column in frame)
    return Table(name, names, list(_rows(frame, names)), is_of_corpus=False)


def _rows(frame: pd.DataFrame, names: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    values = (frame.iloc[:, at].tolist() for at in range(len(names)))
    for row in zip(*values, strict=True):
        yield dict(zip(names, map(_plain, row), strict=True))


def _plain(value: Any) -> Any:  # noqa: ANN401 - any cell
    """Arrays, which lists in a frame of a large corpus are, as lists; what is missing as None."""
    if isinstance(value, np.ndarray):
        return [_plain(one) for one in value]
    return None if value is pd.NA or value is pd.NaT or value != value else value


def written(table: Table, wanted: Wanted) -> bytes:
    """A table as a file.

    Raises:
        UsageError: the format cannot hold it.
    """
    index = open_index()
    articles = index.frames["articles"]["text"]

    def text_of(article: str) -> str:
        code = index.articles.code_of(article)
        return "" if code is None else str(articles.iloc[code])

    file = io.BytesIO()
    places = _places(table) if table.name == "toponyms" else None
    write(wanted.form, [table], _about(wanted.brush), file,
          text_of=text_of, places=places, has_bom=wanted.has_bom)  # fmt: skip
    return file.getvalue()


def _about(brush: Brush) -> About:
    path, mark = _current()
    method, version = methods_of(sorted({*extractors(path, mark).values()}))
    return About(
        corpus=Path(path).stem,
        selection=brush.words(name_of),
        query=brush.to_query(),
        made=datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        method=", ".join(part for part in (version, method) if part),
    )


def _places(table: Table) -> dict[str, Row]:
    """The places that rows point to, by id."""
    index = open_index()
    ids = list(dict.fromkeys(str(row["place_id"]) for row in table.rows if row["place_id"]))
    columns = ["place_id", "name", "kind", "latitude", "longitude", "outline"]
    frame = index.frames["places"].iloc[index.places.known(ids)][columns]
    rows = _rows(frame.astype(object), tuple(columns))
    return {str(row["place_id"]): row for row in rows}
