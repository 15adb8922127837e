"""JSON lines -> records; a line that is no JSON object is listed and skipped."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NoReturn

from ..records import Rejected
from .encodings import MAX_TEXT_BYTES, Survey
from .header_map import MOST_COLUMNS
from .rows import Row

KEY_RECORDS = 50
"""Records that are read to learn which keys there are."""


def read_jsonl(path: Path, source: str, survey: Survey) -> Iterator[Row | Rejected]:
    """The records of the file, one a line.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open(encoding=survey.encoding, errors="replace", newline="\n") as file:
        number, is_empty = 0, True
        while text := file.readline(MAX_TEXT_BYTES):
            number += 1
            if text.strip("\ufeff \t\r\n"):
                is_empty, record = False, read_record(text)
                yield Rejected(source, number, record) if isinstance(record, str) else (
                    number, record
                )  # fmt: skip
    if is_empty:
        yield Rejected(source, 0, "the file holds no records")


def record_keys(path: Path, survey: Survey) -> tuple[str, ...]:
    """The keys of the first records, in the order in which they come."""
    records = (row for row in read_jsonl(path, "", survey) if not isinstance(row, Rejected))
    first = islice(records, KEY_RECORDS)
    return tuple(dict.fromkeys(key for _, record in first for key in record))[:MOST_COLUMNS]


def read_record(text: str) -> dict[str, object] | str:
    """The object that the line holds, or why it holds none."""
    try:
        record = json.loads(text.lstrip("\ufeff"), parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        return f"not valid JSON: {error.msg} at character {error.pos + 1}"
    except RecursionError:
        return "not valid JSON: nested too deeply"
    except ValueError as error:
        return f"not valid JSON: {str(error)[:80]}"
    if not isinstance(record, dict):
        return f"the line holds a JSON {type(record).__name__} where an object is expected"
    return record


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number")
