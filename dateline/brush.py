"""The Brush: what is selected, in one frozen value that every view is painted from."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal
from urllib.parse import parse_qs, urlencode

from .dates import date_range_words as date_range_words
from .dates import date_words as date_words
from .errors import WrongSearch
from .search import parse

Source = Literal[
    "map", "timeline", "quotations",
    "outlet", "kind", "mode", "role", "precision", "confidence", "search",
    "about", "family", "addressee", "venue", "said_role", "said_country", "said_on",
]  # fmt: skip
Field = Literal[
    "place", "region", "cell", "entity", "speaker", "published", "spoken",
    "outlet", "kind", "mode", "role", "precision", "confidence", "search",
    "about", "family", "addressee", "venue", "said_role", "said_country", "said_on",
]  # fmt: skip
Op = Literal["in", "between"]
Scope = Literal["passage", "article"]

OWNERS: Mapping[Field, tuple[Source, Op]] = {
    "place": ("map", "in"),
    "region": ("map", "in"),
    "cell": ("map", "in"),
    "entity": ("timeline", "in"),
    "published": ("timeline", "between"),
    "spoken": ("timeline", "between"),
    "speaker": ("quotations", "in"),
    "outlet": ("outlet", "in"),
    "kind": ("kind", "in"),
    "mode": ("mode", "in"),
    "role": ("role", "in"),
    "precision": ("precision", "in"),
    "confidence": ("confidence", "in"),
    "about": ("about", "in"),
    "family": ("family", "in"),
    "addressee": ("addressee", "in"),
    "venue": ("venue", "in"),
    "said_role": ("said_role", "in"),
    "said_country": ("said_country", "in"),
    "said_on": ("said_on", "between"),
    "search": ("search", "in"),
}
"""Each field, the view that owns it, and how its values choose. A facet is a view of its own."""
FACETS: tuple[Field, ...] = ("kind", "outlet", "mode", "role", "precision", "confidence")
QUOTED: tuple[Field, ...] = (
    *("about", "family", "addressee", "venue"),
    *("said_role", "said_country", "said_on"),
)
"""What only quotations have: the entities that one is about, its cue's family, to whom and where
it was said, the speaker's role and country, and the day on which it was said."""
CONFIDENCE = {"sure": (0.9, 1.01), "fair": (0.6, 0.9), "doubtful": (-1.0, 0.6)}
"""Bands of confidence: from, and up to but without."""
NAMED: tuple[Field, ...] = ("outlet", "region", "addressee", "venue", "said_role")
"""Fields whose values are names, or have names in them."""
MAX_VALUES = 200
_ID = re.compile(r"[\w.~:-]{1,200}")
_NAME = re.compile(r"[^\x00-\x1f\x7f]{1,200}")


@dataclass(frozen=True, slots=True)
class Clause:
    source: Source
    """The view that owns the field and is never filtered by it."""
    field: Field
    """What is chosen."""
    op: Op
    """`in` for ids; `between` for two ISO dates, inclusive."""
    values: tuple[str, ...]
    """Record ids or ISO dates, never row numbers."""

    def __post_init__(self) -> None:
        if OWNERS.get(self.field) != (self.source, self.op):
            raise ValueError(f"no view owns the clause {self.source}/{self.field}/{self.op}")
        if not self.values:
            raise ValueError(f"a clause on {self.field} needs a value")
        if self.op == "between" and not _is_range(self.values):
            raise ValueError(f"{self.values!r} is not a first and a last ISO date")
        if self.field == "search":
            if len(self.values) > 1:
                raise ValueError(f"a clause on search has one value, not {len(self.values)}")
            parse(self.values[0])


def clause(field: Field, *values: str) -> Clause:
    """A clause on a field, by the view that owns it."""
    source, op = OWNERS[field]
    return Clause(source, field, op, tuple(dict.fromkeys(values)) if op == "in" else values)


@dataclass(frozen=True, slots=True)
class Brush:
    """Clauses joined by AND, at most one a field; values inside a clause are joined by OR."""

    clauses: tuple[Clause, ...] = ()
    scope: Scope = "passage"
    """Whether a clause selects the passages that match it, or their whole articles."""

    def __post_init__(self) -> None:
        fields = [c.field for c in self.clauses]
        if len(fields) != len(set(fields)):
            raise ValueError(f"more than one clause a field: {fields}")

    def __bool__(self) -> bool:
        return bool(self.clauses)

    def clause_on(self, field: Field) -> Clause | None:
        for c in self.clauses:
            if c.field == field:
                return c
        return None

    def with_clause(self, new: Clause) -> Brush:
        """The Brush with this clause in place of any on the same field; order is kept."""
        if self.clause_on(new.field) is None:
            return replace(self, clauses=(*self.clauses, new))
        kept = tuple(new if c.field == new.field else c for c in self.clauses)
        return replace(self, clauses=kept)

    def without(self, field: Field) -> Brush:
        return replace(self, clauses=tuple(c for c in self.clauses if c.field != field))

    def toggled(self, field: Field, value: str) -> Brush:
        """The Brush with one value of an `in` clause added, or taken out where it was in."""
        current = self.clause_on(field)
        values = current.values if current and field != "search" else ()
        kept = tuple(v for v in values if v != value)
        if kept == values:
            kept = (*values, value)
        return self.with_clause(clause(field, *kept)) if kept else self.without(field)

    def seen_by(self, source: Source) -> Brush:
        """All clauses but the view's own."""
        return replace(self, clauses=tuple(c for c in self.clauses if c.source != source))

    def words(self, name_of: Callable[[Field, str], str]) -> str:
        """The Brush in English: "Lavrov or Saleh · Panjshir · 16-19 Aug 2021"."""
        said = [clause_words(c, name_of) for c in self.clauses]
        if self.scope == "article" and said:
            said.append("whole articles")
        return " · ".join(said) or "Everything"

    def to_query(self) -> str:
        """URL text that `from_query` reads back."""
        pairs: list[tuple[str, str]] = []
        for c in self.clauses:
            values = ("..".join(c.values),) if c.op == "between" else c.values
            pairs.extend((c.field, value) for value in values)
        if self.scope == "article":
            pairs.append(("scope", "article"))
        return urlencode(pairs)


def clause_words(c: Clause, name_of: Callable[[Field, str], str]) -> str:
    """One clause in English."""
    if c.op == "between":
        days = date_range_words(*(date.fromisoformat(value) for value in c.values[:2]))
        return f"{_SAID_BEFORE.get(c.field, '')}{days}"
    names = " or ".join(name_of(c.field, value) for value in c.values)
    return f"{_SAID_BEFORE.get(c.field, '')}{names}"


def value_words(field: Field, value: str) -> str:
    """A value that is no record's id, in the words that follow those of its field."""
    if field == "confidence" and value in CONFIDENCE:
        return f"{value} ({_band_words(*CONFIDENCE[value])})"
    if field == "search":
        return f"“{value}”"
    return VALUES.get(field, {}).get(value, value)


def _band_words(least: float, below: float) -> str:
    if least <= 0:
        return f"under {below:.0%}"
    return f"{least:.0%} and over" if below > 1 else f"{least * 100:.0f} to {below:.0%}"


VALUES: Mapping[Field, Mapping[str, str]] = {
    "kind": {
        "person": "people",
        "organisation": "organisations",
        "place": "places",
        "group": "groups",
        "event": "events",
    },
    "mode": {"direct": "direct", "mixed": "mixed", "indirect": "indirect"},
    "role": {
        "said_at": "said at",
        "filed_from": "filed from",
        "about": "written about",
        "origin": "someone is from",
    },
    "precision": {
        "point": "at a point",
        "near": "near a point",
        "area2": "as a district",
        "area1": "as a province",
        "feature": "as a valley, river or range",
        "country": "as a whole country",
        "macro": "as a region of countries",
    },
    "confidence": {band: band for band in CONFIDENCE},
}
"""The fixed values of facets in their order, and how each reads after its field's words."""
_SAID_BEFORE: Mapping[Field, str] = {
    "region": "places in ",
    "cell": "places in ",
    "speaker": "said by ",
    "kind": "naming ",
    "outlet": "in ",
    "mode": "quoted: ",
    "role": "places ",
    "precision": "placed ",
    "confidence": "confidence: ",
    "spoken": "speaking of ",
    "about": "about ",
    "family": "cue: ",
    "addressee": "to ",
    "venue": "venue: ",
    "said_role": "speaking as ",
    "said_country": "speakers from ",
    "said_on": "said on ",
    "search": "search ",
}


def from_query(
    query: str, is_known: Callable[[Field, str], bool] = lambda _field, _value: True
) -> tuple[Brush, tuple[str, ...]]:
    """The Brush of a URL, and the parts of the query that were dropped, in words."""
    try:
        given = parse_qs(query, max_num_fields=1000)
    except ValueError:
        return Brush(), ("an address with too many parts",)
    brush, dropped = Brush(), list[str]()
    fields: dict[str, Field] = {field: field for field in OWNERS}
    for key, values in given.items():
        if key in fields:
            read, wrong = _read_clause(fields[key], values, is_known)
            brush = brush.with_clause(read) if read else brush
            dropped.extend(wrong)
        elif key == "scope" and values[-1] in ("article", "passage"):
            brush = replace(brush, scope="article" if values[-1] == "article" else "passage")
        else:
            dropped.append(_shown(key, values[-1]))
    return brush, tuple(dropped)


def _read_clause(
    field: Field, values: list[str], is_known: Callable[[Field, str], bool]
) -> tuple[Clause | None, list[str]]:
    if OWNERS[field][1] == "between":
        ends = tuple(values[-1].split(".."))
        if _is_range(ends):
            return clause(field, *ends), []
        return None, [_shown(field, values[-1])]
    if field == "search":
        if _is_search(values[-1]):
            return clause(field, values[-1]), []
        return None, [_shown(field, values[-1])]
    kept, wrong = list[str](), list[str]()
    for value in dict.fromkeys(values):
        form = _NAME if field in NAMED else _ID
        fits = len(kept) < MAX_VALUES and form.fullmatch(value) and is_known(field, value)
        (kept if fits else wrong).append(value)
    return (clause(field, *kept) if kept else None), [_shown(field, value) for value in wrong]


def _is_range(values: tuple[str, ...]) -> bool:
    try:
        ends = [date.fromisoformat(value) for value in values]
    except ValueError:
        return False
    extended = all(len(value) == len("2021-08-19") for value in values)
    return extended and len(ends) == 2 and ends[0] <= ends[1]


def _is_search(query: str) -> bool:
    try:
        parse(query)
    except WrongSearch:
        return False
    return True


def _shown(field: str, value: str) -> str:
    text = f"{field}={value}"
    return text if len(text) <= 60 else text[:59] + "\N{HORIZONTAL ELLIPSIS}"
