"""What the browser needs to draw the wordings of statements, as plain JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from components import theme
from components.typeset import source, statements, words
from components.typeset.text import direction, pieces
from data.access.statements import FormsPage, Paraphrases, WordingsPage

Row = Mapping[Any, Any]


def wordings_payload(
    page: WordingsPage, opened: FormsPage | None, compared: Paraphrases | None
) -> dict[str, Any]:
    """The list of statements, the opened one with its forms laid against the longest."""
    rows = [_row(row) for row in page.frame.to_dict("records")]
    if opened and opened.statement:
        rows = _with_opened(rows, opened, _opened(opened, compared))
    shown = len(page.frame)
    return {
        "title": "The same statement across outlets",
        "count": theme.counted(page.total, "statement"),
        "rows": rows,
        "more": f"Show more ({shown:,} of {page.total:,})" if shown < page.total else "",
        "empty": ""
        if rows
        else "No statement in this selection is carried by two outlets. Take a part of it out.",
        "height": None,
    }


def _with_opened(
    rows: list[dict[str, Any]], opened: FormsPage, told: dict[str, Any]
) -> list[dict[str, Any]]:
    """The opened statement in its place, or before the others where the list does not show it."""
    if opened.statement not in [row["id"] for row in rows]:
        first = opened.frame.to_dict("records")[0]
        own = first | {"statement": opened.statement, "forms": opened.total}
        rows = [_row(own), *rows]
    return [row | {"opened": told} if row["id"] == opened.statement else row for row in rows]


def _row(row: Row) -> dict[str, Any]:
    first = next((one for one in row["carriers"] if one["published"]), None)
    order = "first in " if len(row["carriers"]) > 1 else "in "
    by = f"{order}{first['outlet']}" if first and first["outlet"] else ""
    return {
        "id": row["statement"],
        "direction": direction(row["content"]),
        "mode": row["mode"],
        "words": words.words(row),
        "speaker": statements.named(row),
        "role": pieces(source.text_of(row, "role")),
        "carried": statements.carried_words(row),
        "forms": theme.counted(int(row["forms"]), "form"),
        "first": pieces(by),
        "days": source.days_of(row, "published"),
        "opened": None,
    }


def _opened(page: FormsPage, compared: Paraphrases | None) -> dict[str, Any]:
    rows = page.frame.to_dict("records")
    rest = len(rows) < page.total
    return {
        "forms": [_form(row, at) for at, row in enumerate(rows)],
        "more": f"Show more forms ({len(rows):,} of {page.total:,})" if rest else "",
        "paraphrases": _paraphrases(compared) if compared else None,
    }


def _form(row: Row, at: int) -> dict[str, Any]:
    return {
        "id": row["quotation_id"],
        "label": _label(row, at),
        "wording": statements.stretches(row["wording"], whole=True),
        "direction": direction(row["content"]),
        "marks": _marks(row),
        "cue": statements.cue_words([row["cue"]]),
        "carriers": statements.carriers(row),
        "others": statements.others_words(row),
        "passage": words.passage(row),
        "source": source.source_of(row),
    }


def _label(row: Row, at: int) -> str:
    if at == 0:
        return "Longest attested form"
    kinds = {kind for kind, *_ in row["wording"]}
    return f"Form {row['form']}" + ("" if kinds - {"same"} else ", the same words")


def _marks(row: Row) -> str:
    """The manner, and whether quotation marks moved."""
    mode, longest = row["mode"], row["longest_mode"]
    return f"{mode} here, {longest} in the longest form" if mode != longest else mode


def _paraphrases(found: Paraphrases) -> dict[str, Any]:
    rows = found.frame.to_dict("records")
    return {
        "title": f"In other words, compared {found.method}",
        "empty": "" if rows else "Nothing of the speaker about that time says it in other words.",
        "rows": [_paraphrase(row) for row in rows],
    }


def _paraphrase(row: Row) -> dict[str, Any]:
    days = source.days_of(row, "published")
    return {
        "words": words.words(row),
        "direction": direction(row["content"]),
        "likeness": f"{float(row['likeness']):.0%} alike",
        "day": days["words"] if days else "date not stated",
        "origin": source.origin_of(row),
        "article": row["article_id"],
        "at": int(row["start"]),
    }
