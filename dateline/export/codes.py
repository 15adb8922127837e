"""Precision in the codes of two event data sets, so that rows can stand beside theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..records import Precision

CODED = ("acled_precision", "ucdp_precision")
"""The columns added to each table that has a precision."""
CODED_TABLES = frozenset({"toponyms", "places"})
SMALL_KM = 60.0
"""A feature of a smaller radius is "a small part of a region"."""
CLOSE_KM = 25.0
HIGH_SEAS = frozenset({"sea", "strait"})
_ACLED: Mapping[Precision, int] = {"point": 1, "near": 2, "area2": 2, "area1": 3}
_UCDP: Mapping[Precision, int] = {"point": 1, "area2": 3, "area1": 4, "feature": 5, "country": 6}


def acled_precision(precision: Precision, radius_km: float) -> int | None:
    """1 a named town, 2 part of a region, 3 a larger region; None for a country or wider.

    Source: ACLED codebook, geo_precision.
    """
    if precision == "feature":
        return 2 if radius_km <= SMALL_KM else 3
    return _ACLED.get(precision)


def ucdp_precision(precision: Precision, radius_km: float, kind: str = "") -> int | None:
    """1 to 7 as in where_prec; None for what is wider than a country.

    1 exact, 2 within 25 km of a known point, 3 a second-level and 4 a first-level division,
    5 a line or a fuzzy area, 6 a country, 7 waters, told from 5 by the kind of the place.

    Source: UCDP GED codebook 25.1, where_prec.
    """
    if precision == "near":
        return 2 if radius_km <= CLOSE_KM else 5
    return 7 if precision == "feature" and kind in HIGH_SEAS else _UCDP.get(precision)


def with_codes(
    rows: Iterable[Mapping[str, Any]], kinds: Mapping[str, str] | None = None
) -> Iterator[dict[str, Any]]:
    """Rows of toponyms, places or candidates with both codes; none for what has no place.

    Args:
        rows: with `precision`, `radius_km` and `place_id`.
        kinds: kind of a place by its id, for rows that do not say it.
    """
    for row in rows:
        place_id, precision, radius = row["place_id"], row["precision"], row["radius_km"]
        kind = row.get("kind") or (kinds or {}).get(place_id, "")
        codes = (acled_precision(precision, radius), ucdp_precision(precision, radius, kind))
        yield {**row, **dict(zip(CODED, codes if place_id else (None, None), strict=True))}
