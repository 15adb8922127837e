"""The offline gazetteer: built once from packages and our own facts, then only looked up."""

from __future__ import annotations

from .build import build_gazetteer
from .gazetteer import Gazetteer, Sense, open_gazetteer
from .names import normalise
from .schema import gazetteer_path

__all__ = ["Gazetteer", "Sense", "build_gazetteer", "gazetteer_path", "normalise", "open_gazetteer"]
