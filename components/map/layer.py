"""A layer of the map as deck.gl is told of it: what never changes is worked out once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pydeck as pdk
from pydeck.bindings.json_tools import default_serialize

Form = Mapping[str, Any]
"""How a layer draws its rows, in the words of deck.gl."""


@dataclass(frozen=True, slots=True)
class Layer:
    """Some rows and how they are drawn."""

    id: str
    data: object
    form: Form

    def told(self) -> dict[str, Any]:
        """The layer as plain JSON."""
        return {**self.form, "id": self.id, "data": self.data}


def form(kind: str, **how: object) -> Form:
    """How a kind of layer draws, from the words of pydeck."""
    attributes = default_serialize(pdk.Layer(kind, **how))
    return {name: value for name, value in attributes.items() if name not in ("id", "data")}
