"""Findings as W3C Web Annotations, one an annotation, with where each stands in its article.

Source: W3C Recommendation Web Annotation Data Model, 23 February 2017.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import quote

from .graphemes import letter_end, letter_start
from .provenance import COLUMNS
from .table import About, Row, Table, Written
from .tables import as_line, written_to

Json = dict[str, Any]
TextOf = Callable[[str], str]
"""The text of an article by its id."""
TABLES = ("mentions", "quotations", "timexes", "toponyms")
"""The tables whose rows are annotations."""
MOTIVES: Mapping[str, str] = {
    "mentions": "identifying",
    "quotations": "describing",
    "timexes": "tagging",
    "toponyms": "identifying",
}
CONTEXT = ("http://www.w3.org/ns/anno.jsonld", {"dateline": "urn:dateline:term:"})
AROUND = 32
"""Code points before and after that tell a stretch from the same words elsewhere."""
_IDS = {"mentions": "mention_id", "quotations": "quotation_id", "timexes": "timex_id",
        "toponyms": "toponym_id"}  # fmt: skip
_OWN: Mapping[str, tuple[str, ...]] = {
    "mentions": ("label", "entity_id", "role"),
    "quotations": ("mode", "speaker_id", "speaker", "role", "cue", "cue_family", "addressee",
                   "venue", "said_on", "fragments"),
    "timexes": ("kind", "value", "first", "last", "anchor"),
    "toponyms": ("place_id", "role", "relation", "precision", "radius_km", "reason"),
}  # fmt: skip
_LEFT_OUT = frozenset({"url", "passage"})
_STATED = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(T\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z)?)?)?")


def write_annotations(
    tables: Sequence[Table], text_of: TextOf, about: About, out: Path | BinaryIO | None = None
) -> Written:
    """What was written: a collection with one page, an annotation a line, in constant memory.

    Start and end count code points of the text as Dateline keeps it; a stretch that begins or
    ends within a letter as a reader sees it is widened to that letter, and `dateline:start` and
    `dateline:end` keep the finding's own.

    Raises:
        UsageError: the file cannot be written.
    """
    told = Written()
    name = quote(about.corpus or "corpus", safe="")
    with written_to(out) as file:
        file.write(b"{" + _inside(_collection(name, about)) + b',\n"first":{')
        page = {"id": f"urn:dateline:page:{name}", "type": "AnnotationPage", "startIndex": 0}
        file.write(_inside(page) + b',"items":[')
        for table in tables:
            for row in table.rows:
                file.write(b",\n" if told.rows else b"\n")
                file.write(as_line(annotation(row, table.name, text_of(str(row["article_id"])))))
                told.rows += 1
        file.write(b'\n]},\n"total":' + str(told.rows).encode() + b"}\n")
    return told


def annotation(row: Row, table: str, text: str) -> Json:
    """One finding as an annotation of its article."""
    start, end = letter_start(text, int(row["start"])), letter_end(text, int(row["end"]))
    kind = _IDS[table].removesuffix("_id")
    found: Json = {
        "id": f"urn:dateline:{kind}:{quote(str(row[_IDS[table]]), safe='')}",
        "type": "Annotation",
        "motivation": MOTIVES[table],
        "creator": {"type": "Software", "name": _by(row)},
        "body": _bodies(row, table),
        "target": _target(row, text, start, end),
    }
    told = (*_OWN[table], *(name for name in COLUMNS if name not in _LEFT_OUT))
    known = {f"dateline:{name}": row[name] for name in told if row.get(name) not in (None, "")}
    return found | known


def source_of(row: Row) -> str:
    """The address of the article, or a name where it has none."""
    url = str(row["url"])
    is_address = url.startswith(("http://", "https://"))
    return url if is_address else f"urn:dateline:article:{quote(str(row['article_id']), safe='')}"


def _collection(name: str, about: About) -> Json:
    return {
        "@context": CONTEXT,
        "id": f"urn:dateline:annotations:{name}",
        "type": "AnnotationCollection",
        "label": f"{about.corpus}: {about.selection}",
        "generator": {"type": "Software", "name": "Dateline"},
        "generated": about.made,
        "dateline:method": about.method,
        "dateline:query": about.query,
    }


def _inside(values: Json) -> bytes:
    return as_line(values)[1:-1]


def _by(row: Row) -> str:
    return ", ".join(part for part in (row.get("version"), row.get("method")) if part) or "Dateline"


def _target(row: Row, text: str, start: int, end: int) -> Json:
    before = text[letter_start(text, max(0, start - AROUND)) : start]
    after = text[end : letter_end(text, min(len(text), end + AROUND))]
    quoted = {"type": "TextQuoteSelector", "exact": text[start:end]}
    target: Json = {
        "type": "SpecificResource",
        "source": source_of(row),
        "selector": [
            quoted | {"prefix": before, "suffix": after},
            {"type": "TextPositionSelector", "start": start, "end": end},
        ],
    }
    state = time_state(str(row.get("updated") or row.get("published") or ""))
    return target | ({"state": state} if state else {})


def time_state(stated: str) -> Json:
    """When the article read as it does: a moment, or the first and last one it may mean."""
    found = _STATED.fullmatch(stated)
    if not found:
        return {}
    if found[4]:
        return {"type": "TimeState", "sourceDate": stated}
    year, month = int(found[1]), int(found[2] or 12)
    if not (year >= 1 and 1 <= month <= 12):
        return {}
    last = int(found[3] or calendar.monthrange(year, month)[1])
    first = f"{found[1]}-{found[2] or '01'}-{found[3] or '01'}"
    return {
        "type": "TimeState",
        "sourceDateStart": f"{first}T00:00:00Z",
        "sourceDateEnd": f"{found[1]}-{month:02}-{last:02}T23:59:59Z",
    }


def _bodies(row: Row, table: str) -> list[Json]:
    if table == "mentions":
        found = [_named("entity", row["entity_id"]), _said(row["label"], "classifying")]
    elif table == "toponyms":
        found = [_place(str(row["place_id"])), _said(row["precision"], "classifying")]
    elif table == "quotations":
        found = [_named("entity", row["speaker_id"]), _said(row["content"], "describing")]
    else:
        found = [_said(row["value"], "tagging"), _said(row["kind"], "classifying")]
    return [body for body in found if body]


def _said(words: object, purpose: str) -> Json:
    if not words:
        return {}
    return {"type": "TextualBody", "value": words, "format": "text/plain", "purpose": purpose}


def _named(kind: str, record: object) -> Json:
    if not record:
        return {}
    source = f"urn:dateline:{kind}:{quote(str(record), safe='')}"
    return {"type": "SpecificResource", "source": source, "purpose": "identifying"}


def _place(place_id: str) -> Json:
    found, geonames = _named("place", place_id), re.fullmatch(r"g(\d+)", place_id)
    if geonames:
        found["source"] = f"https://sws.geonames.org/{geonames[1]}/"
    return found
