"""A plotly figure as plain data: nothing is checked, and arrays travel packed."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

import numpy as np
from numpy.typing import NDArray
from plotly.basedatatypes import BaseFigure


class PlainFigure(BaseFigure):
    """A figure as plotly.js takes it, without the checks that take plotly.py many times longer."""

    def __init__(self, spec: dict[str, Any]) -> None:
        self._spec = spec

    def to_dict(self) -> dict[str, Any]:
        """The figure as it was given."""
        return self._spec


def packed(numbers: NDArray[Any]) -> dict[str, str]:
    """Whole numbers from zero as plotly.js unpacks them, in as few bytes as they need."""
    most = int(numbers.max(initial=0))
    kind = next(
        kind for kind, above in (("u1", 256), ("u2", 65_536), ("u4", 2**32)) if most < above
    )
    data = b64encode(np.ascontiguousarray(numbers, dtype=f"<{kind}").tobytes()).decode()
    shape = {"shape": ",".join(str(side) for side in numbers.shape)} if numbers.ndim > 1 else {}
    return {"dtype": kind, "bdata": data, **shape}
