"""What each column means, in the words of the record that it is a field of."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator, Mapping
from functools import cache

from .. import records

JOINED: Mapping[str, str] = {
    "passage": "The paragraph that the finding stands in.",
    "method": "What made the finding: rules, and the language model that they read with.",
    "method_version": "Version of Dateline that analysed the article.",
    "mentions": "How often articles name the place.",
    "first_published": "Publication of the first article that names the place.",
    "last_published": "Publication of the last article that names the place.",
    "acled_precision": "The precision as geo_precision of ACLED.",
    "ucdp_precision": "The precision as where_prec of UCDP.",
    "surface": "The words of the article, exactly.",
    "count": "How many are inside the selection.",
    "continued": "Which cells of this row go on in the sheet of continued cells.",
    "start": "First code point, counted from 0 in the article's text.",
    "end": "One past the last code point.",
}
FOUND: Mapping[str, str] = {
    "version": "Version of Dateline that made the finding.",
    "title": "Headline of the article.",
    "url": "Address of the article.",
    "outlet": "Who published the article.",
    "agency": "News agency that supplied the article, or empty.",
    "published": "First publication of the article, UTC ISO 8601 at the precision stated.",
    "updated": "Last update of the article, as published.",
}
"""What these columns mean beside a finding; in the table of articles they are its own."""


def words_of(column: str, table: str) -> str:
    """What a column means in one sentence; empty where none is known."""
    own = fields_of(_RECORDS.get(table, ""))
    if table != "articles":
        own = {**FOUND, **own}
    anywhere = (words for name in _RECORDS.values() if (words := fields_of(name).get(column)))
    return own.get(column) or JOINED.get(column) or next(anywhere, "")


@cache
def fields_of(record: str) -> dict[str, str]:
    """The docstring of each field of a record, those that it inherits included."""
    if not record:
        return {}
    return dict(_documented(record))


def _documented(record: str) -> Iterator[tuple[str, str]]:
    found = _classes().get(record)
    if found is None:
        return
    for base in found.bases:
        yield from _documented(ast.unparse(base))
    for at, node in enumerate(found.body[:-1]):
        after = found.body[at + 1]
        if isinstance(node, ast.AnnAssign) and isinstance(after, ast.Expr):
            said = ast.literal_eval(after.value)
            yield ast.unparse(node.target), " ".join(str(said).split())


@cache
def _classes() -> dict[str, ast.ClassDef]:
    tree = ast.parse(inspect.getsource(records))
    return {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}


_RECORDS: Mapping[str, str] = {
    "articles": "Article",
    "mentions": "Mention",
    "entities": "Entity",
    "relations": "Relation",
    "quotations": "Quotation",
    "timexes": "Timex",
    "toponyms": "Toponym",
    "places": "Place",
    "passages": "Passage",
}
