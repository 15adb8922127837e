"""What a click in a list or in the reader asks for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from components import state
from dateline.brush import OWNERS, Clause, Field, clause


def clause_of(event: Mapping[str, Any], fields: Collection[Field] = tuple(OWNERS)) -> Clause | None:
    """The clause that it asks for; None where it asks for something else, and for no sense."""
    field = next((field for field in fields if field == event.get("field")), None)
    if field is None:
        return None
    values = event.get("values") if OWNERS[field][1] == "between" else [event.get("value")]
    if not isinstance(values, list):
        return None
    texts = [value for value in values if isinstance(value, str) and value]
    try:
        return clause(field, *texts) if len(texts) == len(values) else None
    except ValueError:
        return None


def open_from(event: Mapping[str, Any]) -> None:
    """Open the article that it asks for, at the code point that it names. For callbacks only."""
    article_id, at = event.get("value"), event.get("at")
    if event.get("field") == "article" and isinstance(article_id, str):
        state.session().listing.begins = (article_id, at if isinstance(at, int) else -1)
        state.open_article(article_id)
