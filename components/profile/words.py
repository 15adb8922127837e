"""What a profile says of an entity, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from components import theme
from dateline.brush import VALUES, date_range_words

KINDS: Mapping[str, str] = {kind: said.capitalize() for kind, said in VALUES["kind"].items()}
OF_ANOTHER: Mapping[str, tuple[str, str]] = {
    "holds_office": ("holds an office in", "an office held by"),
    "member_of": ("member of", "has as a member"),
    "child_of": ("child of", "parent of"),
    "sibling_of": ("sibling of", "sibling of"),
    "spouse_of": ("spouse of", "spouse of"),
    "spokesperson_for": ("spokesperson for", "spoken for by"),
    "located_in": ("located in", "place of"),
}
"""What an entity is to another: where it is said of the entity, and where of the other."""
OUTLETS = 2


def kind_label(kind: str) -> str:
    """A kind with its mark, as markdown."""
    return f"{theme.kind_mark(kind)} {KINDS[kind]}"


def days_words(first: str, last: str) -> str:
    """14 Jul - 10 Sep 2021; empty where there is no day."""
    if not first or not last:
        return ""
    return date_range_words(date.fromisoformat(first), date.fromisoformat(last))


def inside_words(count: int, total: int, one: str) -> str:
    """3 of 19 articles."""
    kept = "" if count == total else f"{theme.number(count)} of "
    return kept + theme.counted(total, one)


def outlets_words(outlets: Sequence[str]) -> str:
    """Dunlin Post, Kestrel Point Chronicle and 12 more."""
    others = len(outlets) - OUTLETS
    named = ", ".join(outlets[:OUTLETS])
    return named + (f" and {theme.number(others)} more" if others > 0 else "")


def relation_words(row: Mapping[Any, Any]) -> str:
    """former spokesperson for."""
    forward, backward = OF_ANOTHER.get(str(row["kind"]), (str(row["kind"]), str(row["kind"])))
    status = f"{row['status']} " if row["status"] not in ("", "current") else ""
    return status + (forward if row["forward"] else backward)
