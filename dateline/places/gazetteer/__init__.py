"""The offline gazetteer: built once from packages and our own facts, then only looked up."""

from __future__ import annotations

from .build import build_gazetteer
from .dump import forget_dump, gazetteer_mark
from .dump_import import DumpReport, import_dump
from .gazetteer import Gazetteer, open_gazetteer
from .names import normalise
from .own import OwnPlaces, own_places
from .schema import base_path, gazetteer_path
from .senses import Sense
from .state import gazetteer_state

__all__ = [
    "DumpReport",
    "Gazetteer",
    "OwnPlaces",
    "Sense",
    "base_path",
    "build_gazetteer",
    "forget_dump",
    "gazetteer_mark",
    "gazetteer_path",
    "gazetteer_state",
    "import_dump",
    "normalise",
    "open_gazetteer",
    "own_places",
]
