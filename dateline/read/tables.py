"""CSV and TSV -> rows, each with the line it starts on; broken rows are listed and skipped."""

from __future__ import annotations

import csv
import io
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from ..records import Rejected
from .encodings import Survey
from .header_map import MOST_COLUMNS, NONE_CHOSEN, match_columns, no_text_reason
from .rows import Row

DELIMITERS = (",", "\t", ";", "|")
MOST_LINES = 20_000
"""Lines that one quoted cell may span."""
MOST_CHARACTERS = 20_000_000
"""Characters that one row may hold."""
GDELT_WIDTHS = {16: "Mentions", 27: "GKG", 58: "Events 1.0", 61: "Events 2.0"}

csv.field_size_limit(MOST_CHARACTERS)


def read_table(
    path: Path, source: str, survey: Survey, chosen: Mapping[str, str] = NONE_CHOSEN
) -> Iterator[Row | Rejected]:
    """The rows of the file by column name, one at a time; a rejection for each that is broken.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open(encoding=survey.encoding, errors="replace", newline="") as file:
        yield from read_rows(_physical_lines(file), source, chosen)


def header_of(path: Path, survey: Survey, chosen: Mapping[str, str]) -> tuple[str, ...]:
    """The names of the columns; empty where the file has none or cannot be read."""
    try:
        with path.open(encoding=survey.encoding, errors="replace", newline="") as file:
            header = _Records(_physical_lines(file), chosen).header()
    except OSError:
        return ()
    return tuple(header[1][:MOST_COLUMNS]) if header else ()


def read_rows(
    lines: Iterable[str], source: str, chosen: Mapping[str, str] = NONE_CHOSEN
) -> Iterator[Row | Rejected]:
    """The rows of a table given as lines with their ends; the first row names the columns."""
    records = _Records(lines, chosen)
    header = records.header()
    if header is None:
        yield Rejected(source, 0, "the table is empty")
        return
    line, names, delimiter = header
    if reason := _header_fault(names, chosen):
        yield Rejected(source, line, reason)
        return
    is_empty = True
    for record in records.following(delimiter, len(names)):
        is_empty = False
        number, cells = record
        yield Rejected(source, number, cells) if isinstance(cells, str) else (
            number, dict(zip(names, cells, strict=True))
        )  # fmt: skip
    if is_empty:
        yield Rejected(source, line, "the table has a header and no rows")


class _Records:
    """Lines put together to records: a quoted cell may span lines."""

    def __init__(self, lines: Iterable[str], chosen: Mapping[str, str]) -> None:
        self._lines = enumerate(lines, start=1)
        self._chosen = chosen
        self._returned: deque[tuple[int, str]] = deque()

    def header(self) -> tuple[int, list[str], str] | None:
        for number, text in iter(self._next_line, None):
            if text.strip():
                return self._named(number, text)
        return None

    def _named(self, number: int, text: str) -> tuple[int, list[str], str]:
        delimiter = _delimiter(text, self._chosen)
        whole, taken = self._whole(text)
        cells = _cells(whole, delimiter)
        if cells is None:
            self._returned.extendleft(reversed(taken))
            cells = text.rstrip("\r\n").split(delimiter)
        return number, column_names(cells), delimiter

    def following(self, delimiter: str, width: int) -> Iterator[tuple[int, list[str] | str]]:
        """Each record with the line it starts on: its cells, or why it is broken."""
        for number, text in iter(self._next_line, None):
            if not text.strip("\r\n"):
                continue
            whole, taken = self._whole(text)
            cells = _cells(whole, delimiter)
            if cells is None:
                self._returned.extendleft(reversed(taken))
                yield number, "a quotation mark is not closed or stands inside a cell"
            elif len(cells) != width:
                yield number, f"the row has {len(cells)} cells where the header has {width}"
            else:
                yield number, cells

    def _next_line(self) -> tuple[int, str] | None:
        return self._returned.popleft() if self._returned else next(self._lines, None)

    def _whole(self, text: str) -> tuple[str, list[tuple[int, str]]]:
        pieces, taken, size = [text], list[tuple[int, str]](), len(text)
        is_open = text.count('"') % 2 == 1
        while is_open and len(taken) < MOST_LINES and size < MOST_CHARACTERS:
            line = self._next_line()
            if line is None:
                break
            taken.append(line)
            pieces.append(line[1])
            size += len(line[1])
            is_open = line[1].count('"') % 2 == 0
        return "".join(pieces), taken


def column_names(cells: Sequence[str]) -> list[str]:
    """The header's names, blank and repeated ones renamed: `column 3`, `title (2)`."""
    names: list[str] = []
    seen: Counter[str] = Counter()
    for position, cell in enumerate(cells, start=1):
        name = cell.strip().strip("\ufeff") or f"column {position}"
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return names


def _header_fault(names: list[str], chosen: Mapping[str, str]) -> str:
    if len(names) > MOST_COLUMNS:
        return f"the table has {len(names)} columns; at most {MOST_COLUMNS} are read"
    if match_columns(names, chosen).has_text:
        return ""
    kind = GDELT_WIDTHS.get(len(names))
    if kind and names[0].isdigit():
        return f"a GDELT {kind} table has codes and addresses and no article text"
    return no_text_reason(names)


def _delimiter(header: str, chosen: Mapping[str, str]) -> str:
    def fitness(delimiter: str) -> tuple[int, int]:
        names = _cells(header, delimiter) or header.split(delimiter)
        return len(match_columns(names, chosen).by_field), len(names)

    return max(DELIMITERS, key=fitness)


def _cells(record: str, delimiter: str) -> list[str] | None:
    try:
        rows = list(csv.reader(io.StringIO(record, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        return None
    return rows[0] if len(rows) == 1 else None


def _physical_lines(file: Iterable[str]) -> Iterator[str]:
    for line in file:
        yield line.replace("\0", "\ufffd") if "\0" in line else line
