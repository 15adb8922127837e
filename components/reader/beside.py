"""What stands beside the text: who, where, when and what was said, each a way to its marks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from components.reader.found import Found, Kind
from components.typeset.text import ELLIPSIS, Piece, pieces

TITLES: Mapping[Kind, str] = {
    "person": "People",
    "organisation": "Organisations",
    "group": "Groups",
    "place": "Places",
    "event": "Events",
    "date": "Dates",
    "quotation": "Quotations",
}
LISTED = 60
WORDS = 70


def index_of(found: Sequence[Found], text: str) -> list[dict[str, Any]]:
    """The sections of the index, those without an entry left out."""
    sections = [_section(kind, [f for f in found if f.kind == kind], text) for kind in TITLES]
    return [section for section in sections if section["entries"]]


def _section(kind: Kind, found: Sequence[Found], text: str) -> dict[str, Any]:
    if kind == "quotation":
        entries = [_said(one, text) for one in found]
    else:
        entries = [_entry(kind, group) for group in _grouped(found)]
    if kind == "date":
        entries.sort(key=lambda entry: entry["sort"])
    else:
        entries.sort(key=lambda entry: -len(entry["keys"]))
    left = len(entries) - LISTED
    return {
        "kind": kind,
        "title": TITLES[kind],
        "entries": entries[:LISTED],
        "left": f"and {left:,} more in the text" if left > 0 else "",
    }


def _grouped(found: Iterable[Found]) -> list[list[Found]]:
    groups: dict[str, list[Found]] = {}
    for one in found:
        groups.setdefault(one.about, []).append(one)
    return list(groups.values())


def _entry(kind: Kind, group: Sequence[Found]) -> dict[str, Any]:
    first = group[0]
    return {
        "name": pieces(first.name),
        "note": pieces(_note(kind, group)),
        "keys": [one.key for one in group],
        "sort": _day(first),
        "profile": next((c.values[0] for c in first.choices if c.field == "entity"), ""),
    }


def _note(kind: Kind, group: Sequence[Found]) -> str:
    """The role of a person, the place and its kind, the words of a date; the name not again."""
    wanted = {"place": "place", "date": "written"}.get(kind, "role")
    said = dict.fromkeys(
        value for one in group for label, value in one.lines if label == wanted and value
    )
    again = f"{group[0].name}, "
    names = [value.removeprefix(again) for value in said if value != group[0].name]
    return ", ".join(names[:2])


def _said(one: Found, text: str) -> dict[str, Any]:
    start, end, _ = one.spans[0]
    words = " ".join(text[start : min(end, start + WORDS)].split())
    return {
        "name": _opening(words, end - start > WORDS, one.mode),
        "note": pieces(one.name if one.mode == "direct" else f"{one.name}, {one.mode}"),
        "keys": [one.key],
        "sort": "",
    }


def _opening(words: str, is_cut: bool, mode: str) -> list[Piece]:
    said = words.strip('"“”„«»').rstrip(",;") + (f" {ELLIPSIS}" if is_cut else "")
    return pieces(f"“{said}”" if mode == "direct" else said)


def _day(one: Found) -> str:
    """Dates in their order; what has no place on the calendar last."""
    return one.choices[0].values[0] if one.kind == "date" and one.choices else "~"
