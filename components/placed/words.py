"""How a place was read, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from components import theme
from data import access
from dateline.brush import CONFIDENCE

ROLES: Mapping[str, str] = {
    "about": "about",
    "said_at": "said at",
    "filed_from": "filed from",
    "origin": "origin",
}
"""What an article uses a place for; the origin of people is said of them ("Libyan")."""
KINDS: Mapping[str, str] = {
    "admin1": "province or state",
    "admin2": "district",
    "admin3": "district",
}


def kind_words(row: Mapping[Any, Any]) -> str:
    """city, AF: the country by the name that the corpus has for it."""
    kind = KINDS.get(str(row["kind"]), str(row["kind"]))
    country = str(row["country"] or "")
    return f"{kind}, {access.name_of('region', country)}" if country and kind != "country" else kind


def extent_words(precision: str, radius_km: float) -> str:
    """How exactly it can be drawn."""
    about = f"some {theme.number(round(radius_km))} km around its middle"
    return {
        "point": "a point",
        "near": f"near a point, within {theme.number(round(radius_km))} km",
        "country": "not pinned on the map",
        "macro": "not pinned on the map",
    }.get(precision, f"an area, {about}")


def roles_words(roles: Mapping[str, int]) -> str:
    """about 216 · filed from 24; the role alone where all have one."""
    ranked = sorted(roles.items(), key=lambda role: -role[1])
    if len(ranked) == 1:
        return ROLES[ranked[0][0]]
    return " · ".join(f"{ROLES[role]} {theme.number(count)}" for role, count in ranked)


def sure_words(confidence: float, lowest: float) -> str:
    """97%, lowest 50%."""
    if confidence != confidence:
        return ""
    said = f"{confidence:.0%}"
    return f"{said}, lowest {lowest:.0%}" if round(lowest, 2) < round(confidence, 2) else said


def band(confidence: float) -> str:
    """The band of a confidence: sure, fair, doubtful."""
    found = (name for name, (least, below) in CONFIDENCE.items() if least <= confidence < below)
    return next(found, "")


def counted_words(row: Mapping[Any, Any]) -> str:
    """12 of 40 mentions."""
    total = theme.counted(int(row["total"]), "mention")
    return (
        total if row["count"] == row["total"] else f"{theme.number(int(row['count']))} of {total}"
    )
