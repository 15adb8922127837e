"""The cards of the reader: a record in words, as labels with what they label."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from components.typeset.source import time_of
from dateline.brush import date_range_words
from dateline.records import Mention, Place, Precision, Quotation, Timex, Toponym, ToponymRole

Lines = tuple[tuple[str, str], ...]
OTHERS = 4
PRECISION: Mapping[Precision, str] = {
    "point": "a point",
    "near": "near a point",
    "area2": "an area the size of a district",
    "area1": "an area the size of a province",
    "feature": "an area: a valley, a river, a range",
    "country": "a whole country, not pinned",
    "macro": "a region of countries, not pinned",
}
ROLE: Mapping[ToponymRole, str] = {
    "about": "what is reported is there",
    "said_at": "someone speaks there",
    "filed_from": "the report comes from there",
    "origin": "where someone, or a government, is from",
}
OPEN = "open: more than one may be meant"
DIVISIONS = {"admin1": "province or state", "admin2": "district"}
DATED = {"DATE": "date", "TIME": "time of day", "DURATION": "length of time", "SET": "repeated"}


def mention_lines(mention: Mention, name: str, dim_below: float) -> Lines:
    """How the entity is named here, its role, and how sure that is."""
    return _stated(
        ("named here", mention.surface if mention.surface != name else ""),
        ("who is meant", "" if mention.entity_id else OPEN),
        ("role", mention.role),
        ("recognised", _sure(mention.confidence, dim_below)),
    )


def place_lines(toponym: Toponym, place: Place | None, dim_below: float) -> Lines:
    """Which place is meant, how exactly, why, and which others might be."""
    others = [c.name for c in toponym.candidates if c.place_id != toponym.place_id][:OTHERS]
    chosen = next((c.name for c in toponym.candidates if c.place_id == toponym.place_id), "")
    if place is None:
        return _stated(
            ("place", f"not placed{': ' if toponym.reason else ''}{toponym.reason}"),
            ("might be", "; ".join(others)),
        )
    radius = f", within {toponym.radius_km:,.0f} km" if toponym.radius_km >= 1 else ""
    return _stated(
        ("place", _of_kind(place.neutral_label or chosen or place.name, place.kind)),
        ("stands", f"{toponym.relation} it" if toponym.relation else ""),
        ("precision", f"{PRECISION[toponym.precision]}{radius}"),
        ("in this text", ROLE[toponym.role]),
        ("why", toponym.reason),
        ("others", "; ".join(others)),
        ("placed", _sure(toponym.confidence, dim_below)),
    )


def quotation_lines(said: Quotation, dim_below: float) -> Lines:
    """Role, mode, cue, to whom, where and when."""
    return _stated(
        ("role", said.role),
        ("mode", said.mode),
        ("cue", said.cue),
        ("to", said.addressee.removeprefix("to ")),
        ("where", said.venue),
        ("said on", time_of({"said_on": said.said_on}, "said_on")),
        ("confidence", _sure(said.confidence, dim_below)),
    )


def date_lines(timex: Timex) -> Lines:
    """The words, their value, and what they were read against."""
    return _stated(
        ("written", timex.surface),
        ("value", timex.value),
        ("kind", DATED.get(timex.kind, "")),
        ("read against", time_of({"anchor": timex.anchor}, "anchor")),
        ("calendar", "" if timex.first else "no days that could be plotted"),
    )


def days_words(timex: Timex) -> str:
    """16-18 Aug 2021; empty where it has no place on the calendar."""
    try:
        return date_range_words(date.fromisoformat(timex.first), date.fromisoformat(timex.last))
    except ValueError:
        return ""


def _of_kind(name: str, kind: str) -> str:
    """The name with its kind, where the name does not say it already."""
    kind = DIVISIONS.get(kind, kind)
    return name if f"({kind})" in name else f"{name}, {kind}"


def _sure(confidence: float, dim_below: float) -> str:
    said = f"{confidence:.0%} sure"
    return f"{said}, below the {dim_below:.0%} of the settings" if confidence < dim_below else said


def _stated(*lines: tuple[str, str]) -> Lines:
    return tuple((label, value) for label, value in lines if value)
