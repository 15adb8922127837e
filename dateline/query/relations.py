"""What articles say of an entity: the roles that they give it, and its relations to others."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..brush import Brush
from .days import NO_DAY
from .entities import iso_days
from .ids import Codes
from .index import Index
from .named import rows_held
from .select import selection
from .selected import Places, Selection

PERSONAL = ("holds_office", "spokesperson_for")
"""Relations that are a role of their subject."""
SAID = ("key", "words", "kind", "status", "other_id", "forward", "country")


@dataclass(frozen=True, slots=True, eq=False)
class Statements:
    """What articles say, one row a place where one of them says so."""

    rows: pd.DataFrame
    """`SAID`: key (what makes statements one), words as written, kind (`title` for one beside the
    name, else that of the relation), status, other_id (an entity, or empty), whether it is said of
    the entity or of the other, country served; then passage (its code), start, end, confidence and
    whether it is inside."""
    grouped: pd.DataFrame
    """One row a key: the most frequent words, the other columns of `SAID`, other (its name), count
    and total of articles, first and last day inside (ISO), outlets that say so, the first first."""


def roles(index: Index, brush: Brush, code: int) -> Statements:
    """Offices and titles of an entity, under all clauses but that on entities."""
    chosen = selection(index, brush.without("entity"))
    found = _related(index, code)
    found = found[found["kind"].isin(PERSONAL) & found["forward"]]
    prefix = found["status"].where(found["status"] != "current", "").astype(object)
    told = np.where(found["kind"] == "spokesperson_for", "spokesperson for ", "")
    words = (prefix + " " + told + found["words"]).str.strip()
    found = pd.concat([found.assign(words=words), _titles(chosen, code)], ignore_index=True)
    keys = found["words"].str.casefold().str.removeprefix("the ")
    return _grouped(index, chosen, found.assign(key=keys, other_id="", status=""))


def relations(index: Index, brush: Brush, code: int) -> Statements:
    """Relations of an entity in both directions, under all clauses but that on entities.

    The offices that it holds are not among them: they are roles.
    """
    chosen = selection(index, brush.without("entity"))
    found = _related(index, code)
    found = found[~(found["forward"] & (found["kind"] == "holds_office"))]
    parties = found["other_id"].where(found["other_id"] != "", found["words"].str.casefold())
    direction = np.where(found["forward"], "of", "by")
    key = found["kind"] + " " + direction + " " + found["status"] + " " + parties
    return _grouped(index, chosen, found.assign(key=key))


def _related(index: Index, code: int) -> pd.DataFrame:
    frame = index.frames["relations"]
    subject, object_ = (index.entities.encode(frame[f"{end}_id"]) for end in ("subject", "object"))
    at = np.flatnonzero((subject == code) | (object_ == code))
    found, forward = frame.iloc[at], subject[at] == code
    others = np.where(forward, object_[at], subject[at])
    return pd.DataFrame(
        {
            "words": np.where(forward, found["object_text"].astype(object), ""),
            "kind": found["kind"].to_numpy(object),
            "status": found["status"].to_numpy(object),
            "other_id": _ids(index, others),
            "forward": forward,
            "country": found["country"].to_numpy(object),
            "passage": index.passages.encode(found["passage_id"]),
            "start": found["start"].to_numpy(),
            "end": found["end"].to_numpy(),
            "confidence": np.nan,
        }
    )


def _ids(index: Index, codes: Codes) -> list[str]:
    known = dict(zip(codes[codes >= 0], index.entities.ids_of(codes[codes >= 0]), strict=True))
    return [known.get(code, "") for code in codes]


def _titles(chosen: Selection, code: int) -> pd.DataFrame:
    """The titles that stand beside its name."""
    index = chosen.index
    rows, _ = rows_held(chosen, code)
    roles_of = index.frames["mentions"]["role"]
    words = roles_of.iloc[index.mentions.rows[rows]].to_numpy(object)
    rows, words = rows[words != ""], words[words != ""]
    found = index.frames["mentions"].iloc[index.mentions.rows[rows]]
    return pd.DataFrame(
        {
            "words": words,
            "kind": "title",
            "status": "",
            "other_id": "",
            "forward": True,
            "country": "",
            "passage": index.mentions.passage[rows],
            "start": found["start"].to_numpy(),
            "end": found["end"].to_numpy(),
            "confidence": found["confidence"].to_numpy(),
        }
    )


def _grouped(index: Index, chosen: Selection, found: pd.DataFrame) -> Statements:
    found = found.reset_index(drop=True)
    found["inside"] = chosen.mask[found["passage"].to_numpy(dtype=np.int64)]
    article = index.passage_article[found["passage"].to_numpy(dtype=np.int64)]
    told = [_one(index, found.iloc[at], article[at]) for at in _by_key(found["key"])]
    grouped = pd.DataFrame(told, columns=[*SAID, "other", "count", "total", "day", *_DATED])
    by = ["count", "total", "day", "key"]
    ranked = grouped.sort_values(by, ascending=[False, False, True, True], ignore_index=True)
    return Statements(found, ranked.drop(columns="day"))


_DATED = ("first", "last", "outlets")


def _by_key(keys: pd.Series[str]) -> list[Places]:
    codes = pd.factorize(keys.to_numpy(object))[0]
    order = np.argsort(codes, kind="stable")
    return np.split(order, np.flatnonzero(np.diff(codes[order])) + 1) if len(codes) else []


def _one(index: Index, rows: pd.DataFrame, article: Codes) -> dict[str, object]:
    """One statement: what is said, by how many articles, when and by whom."""
    first = rows.iloc[0]
    inside = rows["inside"].to_numpy(dtype=bool)
    shown = np.unique(article[inside if inside.any() else slice(None)])
    days = index.article_day[shown]
    dated = np.sort(days[days != NO_DAY])
    ends = dated[[0, -1]] if len(dated) else np.full(2, NO_DAY, dtype=np.int32)
    other = index.name_of("entity", first["other_id"]) if first["other_id"] else ""
    said = {name: first[name] for name in SAID}
    words = rows["words"].value_counts(sort=True).index[0]
    return said | {
        "words": words,
        "country": next((country for country in rows["country"] if country), ""),
        "other": other,
        "count": len(np.unique(article[inside])),
        "total": len(np.unique(article)),
        "day": int(ends[0]),
        **dict(zip(("first", "last"), iso_days(ends), strict=True)),
        "outlets": _outlets(index, shown, days),
    }


def _outlets(index: Index, articles: Codes, days: Codes) -> tuple[str, ...]:
    """Who says so, the earliest first; undated articles last."""
    order = np.lexsort((articles, days, days == NO_DAY))
    frame = index.frames["articles"][["outlet", "agency"]].iloc[articles[order]]
    named = frame["outlet"].astype(object).where(frame["outlet"] != "", frame["agency"])
    return tuple(dict.fromkeys(str(name) for name in named if name))
