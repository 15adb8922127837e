"""What the extractors say that they do not find, read from their docstrings."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from inspect import cleandoc
from pathlib import Path

ROOMS: Mapping[str, str] = {
    "read": "Reading",
    "extract/naming": "Names, roles and relations",
    "extract/quoting": "Quotations",
    "extract/dating": "Dates",
    "places": "Places",
    "query/statements": "Positions and wordings",
    "standards": "Analytic standards",
}
"""Folders of the engine and what they are called on a screen."""
HERE = Path(__file__).parent
_MISSES = re.compile(
    r"^\*{0,2}Misses:\*{0,2}\s*(.+?)(?=\n\s*\n|\n\*{0,2}[A-Z][a-z]+:|\Z)", re.S | re.M
)


@dataclass(frozen=True, slots=True)
class Miss:
    room: str
    """Which part of the engine: "Quotations"."""
    gives: str
    """What comes back, a sentence."""
    misses: str
    """What does not."""


def stated_misses() -> tuple[Miss, ...]:
    """Every statement of a miss in the engine, by room, then in the order of files and lines.

    The sources are read, not imported: no model is loaded.
    """
    return tuple(
        miss
        for folder, room in ROOMS.items()
        for path in sorted((HERE / folder).rglob("*.py"))
        for miss in _in_source(path.read_text(encoding="utf-8"), room)
    )


def _in_source(source: str, room: str) -> Iterator[Miss]:
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Module):
            continue
        doc = ast.get_docstring(node) or ""
        if found := _MISSES.search(doc):
            yield Miss(room, _one_line(doc.split("\n\n", 1)[0]), _one_line(found[1]))


def _one_line(text: str) -> str:
    return " ".join(cleandoc(text).replace("`", "").split())
