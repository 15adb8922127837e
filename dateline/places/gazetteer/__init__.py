"""The offline gazetteer: built once from packages and our own facts, then only looked up."""

from __future__ import annotations

from .build import build_gazetteer
from .gazetteer import Gazetteer, open_gazetteer
from .names import normalise
from .own import OwnPlaces, own_places
from .schema import base_path, gazetteer_path
from .senses import Sense

__all__ = [
    "Gazetteer",
    "OwnPlaces",
    "Sense",
    "base_path",
    "build_gazetteer",
    "gazetteer_path",
    "normalise",
    "open_gazetteer",
    "own_places",
]
