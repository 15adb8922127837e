"""The command that writes tables of a corpus to a file: export."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from .brush import OWNERS, Brush, from_query
from .errors import UsageError
from .export.codes import CODED_TABLES, with_codes
from .export.formats import FORMATS, Form, tables_of, write
from .export.provenance import methods_of, sourced
from .export.table import About, Row, Table
from .export.tables import TABLES
from .progress import Progress, shown_progress
from .settings import read_settings

if TYPE_CHECKING:
    from .query import Index
    from .store import Store

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]
AddOption = Callable[[argparse.ArgumentParser], None]
ALL = "all"
"""Every table that the format can hold."""
EVERY = 1_000
"""Rows between two looks of the progress bar."""


def add_export(commands: Commands, add_corpus: AddOption) -> None:
    """Add the command, with the option that says which corpus."""
    command = commands.add_parser(
        "export",
        help="write tables of a corpus to a file",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="\n".join(["formats:", *_limits()]),
    )
    add_corpus(command)
    command.add_argument("--table", required=True, choices=(*TABLES, ALL),
        help="a kind of record, or all that the format holds in one file")  # fmt: skip
    command.add_argument("--format", required=True, choices=FORMATS, help="see below")
    command.add_argument("--out", type=Path, metavar="FILE", help="standard output without it")
    command.add_argument("--bom", action="store_true",
        help="begin a CSV with a byte order mark, for spreadsheets")  # fmt: skip
    command.add_argument("--brush", default="", metavar="QUERY",
        help="only what a link selects: the text after its question mark")  # fmt: skip
    command.set_defaults(run=run_export)


def _limits() -> Iterator[str]:
    for form, known in FORMATS.items():
        which = ", ".join(known.tables) or "any table"
        several = "; several in one file" if known.holds_several else ""
        yield f"  {form:<12}{which}{several}. {known.limit}"


def run_export(options: argparse.Namespace) -> int:
    from .store import Store

    form: Form = options.format
    if options.out is None and sys.stdout.isatty() and form in ("xlsx", "parquet"):
        raise UsageError(f"a file of {form} is no text for a terminal: name it with --out")
    names = tables_of(form) if options.table == ALL else (options.table,)
    with (
        Store.open(options.corpus, readonly=True) as store,
        shown_progress(f"Exporting {', '.join(names)}") as progress,
    ):
        export = _Export(store, options.brush, progress)
        written = write(
            form,
            [export.table(name) for name in names],
            export.about(),
            options.out,
            text_of=export.text_of,
            places=export.places() if "toponyms" in names else None,
            has_bom=options.bom,
        )
    for note in written.notes:
        sys.stderr.write(f"dateline: {note}\n")
    return 0


class _Export:
    """One export under way."""

    def __init__(self, store: Store, query: str, progress: Progress) -> None:
        self.store = store
        self.progress = progress
        self.done, self.total = 0, 0
        self.brush, self.index = _selected(store, query.rpartition("?")[2])
        self.extractors = store.extractors()
        self.text_of = lru_cache(maxsize=8)(self._text)

    def about(self) -> About:
        method, version = methods_of(self.extractors)
        index = self.index
        selection = self.brush.words(index.name_of) if index else "Everything"
        return About(
            corpus=self.store.path.stem,
            selection=selection,
            query=self.brush.to_query(),
            made=datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
            method=", ".join(part for part in (version, method) if part),
        )

    def table(self, name: str) -> Table:
        rows: Iterable[Row] = self.store.rows(name)
        if self.index:
            from .query.inside import rows_inside

            rows = rows_inside(self.index, self.brush, name, rows)
        if name in CODED_TABLES:
            rows = with_codes(rows, self._kinds() if name == "toponyms" else None)
        version = "method_version" if name == "articles" else "version"
        self.total += self.store.row_count(name)
        return Table(name, TABLES[name], self._counted(sourced(rows, self.extractors, version)))

    def places(self) -> dict[str, Row]:
        """The places of the corpus, by id."""
        return {place["place_id"]: place for place in self.store.rows("places")}

    def _kinds(self) -> dict[str, str]:
        return {place["place_id"]: place["kind"] for place in self.store.rows("places")}

    def _text(self, article_id: str) -> str:
        article = self.store.article(article_id)
        return article.text if article else ""

    def _counted(self, rows: Iterable[Row]) -> Iterator[Row]:
        for row in rows:
            yield row
            self.done += 1
            if self.done % EVERY == 0:
                self.progress.update(self.done, max(self.done, self.total))


def _selected(store: Store, query: str) -> tuple[Brush, Index | None]:
    """The Brush of a link, and the index that answers it; no index where everything is meant.

    Raises:
        UsageError: the link selects something that the corpus does not have.
    """
    if not query:
        return Brush(), None
    from .query import build_index, in_zone

    index = build_index(store.frames(), store.path)
    zone = read_settings().time_zone
    index = index if zone == "UTC" else in_zone(index, ZoneInfo(zone))
    brush, dropped = from_query(query, index.is_known)
    wrong = [part for part in dropped if part.partition("=")[0] in OWNERS]
    if wrong:
        raise UsageError(f"the corpus does not know {', '.join(wrong)}: copy the link's text anew")
    for part in dropped:
        sys.stderr.write(f"dateline: {part} selects nothing and is passed over\n")
    return brush, index
