"""Whether a position may be what its row says: on the globe, not 0, 0, not turned about."""

from __future__ import annotations

from functools import lru_cache

from .facts import rows_of

SLACK_DEGREES = 5.0
"""How far outside its country's box a place may lie before its row is doubted."""
LIMITS = {"latitude": 90.0, "longitude": 180.0}
SWAPPED = "latitude and longitude look swapped"
NOWHERE = "the position 0, 0 stands for none"


def position_fault(latitude: float, longitude: float, country: str) -> str:
    """Why a position of two finite numbers cannot be used, or empty where it can.

    It is taken for swapped where its latitude is none and the other order would do, or where it
    lies far outside the country and the other order inside it.

    **Misses:** swapped positions of rows without a country, or within one country's box.
    """
    if not -90 <= latitude <= 90 or not -180 <= longitude <= 180:
        return SWAPPED if 90 < abs(latitude) <= 180 and abs(longitude) <= 90 else "out of range"
    if latitude == longitude == 0:
        return NOWHERE
    box = _boxes().get(country)
    if box and not _is_in(box, longitude, latitude, SLACK_DEGREES):
        return SWAPPED if _is_in(box, latitude, longitude, 0.0) else ""
    return ""


Box = tuple[float, float, float, float]
"""West, south, east, north."""


def _is_in(box: Box, x: float, y: float, slack: float) -> bool:
    return box[0] - slack <= x <= box[2] + slack and box[1] - slack <= y <= box[3] + slack


@lru_cache(maxsize=1)
def _boxes() -> dict[str, Box]:
    return {
        row["country"]: (
            float(row["west"]),
            float(row["south"]),
            float(row["east"]),
            float(row["north"]),
        )
        for row in rows_of("boxes.tsv")
    }
