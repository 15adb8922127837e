"""What the browser needs to draw positions over time, as plain JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from components import theme
from components.typeset import source, statements, words
from components.typeset.text import direction, pieces
from data import access
from data.access.statements import BODY, COUNTRY, STATES, PositionsPage, Subject, name_of

CAVEAT = "proposals to check, not findings"
Row = Mapping[Any, Any]


def positions_payload(
    page: PositionsPage, sides: Sequence[str], subject: Subject
) -> dict[str, Any]:
    """The column in time, and over it the reversals that are proposed."""
    dim_below = access.preferences().dim_below
    rows = [_row(row, len(sides) > 1 or sides[0].startswith((COUNTRY, BODY)), dim_below)
            for row in page.frame.to_dict("records")]  # fmt: skip
    more = f"Show more ({len(rows):,} of {page.total:,})" if len(rows) < page.total else ""
    return {
        "title": _title(sides, subject),
        "count": _count(page),
        "rows": rows,
        "proposals": _proposals(page),
        "more": more,
        "empty": "" if rows else _empty(sides, subject),
        "height": None,
    }


def _title(sides: Sequence[str], subject: Subject) -> str:
    who = " and ".join(_who(side) for side in sides[:3])
    who += f" and {len(sides) - 3} more" if len(sides) > 3 else ""
    if subject.entity:
        return f"{who} on {access.name_of('entity', subject.entity)}"
    return f"{who} on “{subject.words}”" if subject.words else who or "Position over time"


def _who(side: str) -> str:
    said = "All who speak for " if side.startswith((COUNTRY, BODY)) else ""
    return said + theme.shortened(name_of(side), 60)


def _count(page: PositionsPage) -> str:
    said = theme.counted(page.total, "statement")
    if page.quotations > page.total:
        said += f", folded from {theme.counted(page.quotations, 'quotation')}"
    return said + (f" · {theme.number(page.undated)} without a day" if page.undated else "")


def _empty(sides: Sequence[str], subject: Subject) -> str:
    if not sides:
        return "No one is quoted in this selection. Take a part of it out."
    if subject.entity or subject.words:
        return "Nothing is quoted of this speaker on this subject. Choose another, or anything."
    return "Nothing is quoted of this speaker in this selection. Take a part of it out."


def _proposals(page: PositionsPage) -> dict[str, Any] | None:
    pairs = list(zip(page.earlier.to_dict("records"), page.later.to_dict("records"), strict=True))
    if not pairs:
        return None
    rest = page.proposals - len(pairs)
    return {
        "title": "Possible reversals",
        "count": f"{page.proposals:,} · {CAVEAT}",
        "rows": [_proposal(earlier, later) for earlier, later in pairs],
        "more": f"Show more proposals ({len(pairs):,} of {page.proposals:,})" if rest else "",
    }


def _proposal(earlier: Row, later: Row) -> dict[str, Any]:
    said = [f"{row['cue'] or row['stance']} on {statements.day_words(row['day'])}"
            for row in (earlier, later)]  # fmt: skip
    sure = f"confidence {float(later['proposal_confidence']):.0%}"
    return {
        "id": f"{earlier['quotation_id']} {later['quotation_id']}",
        "headline": pieces(", ".join(said)),
        "speaker": statements.named(later),
        "reason": pieces(f"{later['reason']} · {sure}"),
        "sides": [_side(earlier, "Earlier"), _side(later, "Later")],
    }


def _side(row: Row, label: str) -> dict[str, Any]:
    day = statements.day_words(row["day"])
    return {
        "label": f"{label}: {day}",
        "passage": words.passage(row),
        "direction": direction(row["passage_text"]),
        "carried": statements.carried_words(row),
        "source": source.source_of(row),
        "article": row["article_id"],
        "at": int(row["start"]),
    }


def _row(row: Row, is_named: bool, dim_below: float) -> dict[str, Any]:
    sure = float(row["confidence"])
    return {
        "id": row["quotation_id"],
        "article": row["article_id"],
        "at": int(row["start"]),
        "day": statements.days_words(row["day"], row["last_day"]) or "day not stated",
        "basis": ("said" if row["is_said"] else "published") if row["day"] else "",
        "mode": row["mode"],
        "direction": direction(row["content"]),
        "words": words.words(row),
        "speaker": statements.named(row) if is_named else [],
        "stance": row["stance"],
        "cues": statements.cue_words(row["cues"]),
        "doubt": f"confidence {sure:.0%}" if sure < dim_below else "",
        "turn": _turn(row),
        "like": _like(row),
        "carried": statements.carried_words(row),
        "carriers": statements.carriers(row),
        "others": statements.others_words(row),
        "origin": source.origin_of(row),
        "passage": words.passage(row),
        "source": source.source_of(row),
    }


def _turn(row: Row) -> dict[str, Any] | None:
    """Another stance than in the statement before; plain where one of the two only states."""
    before, now = row["stance_before"], row["stance"]
    if not before:
        return None
    return {"words": f"{before}, then {now}", "plain": STATES in (before, now)}


def _like(row: Row) -> dict[str, Any] | None:
    if not row["wording"]:
        return None
    told = statements.stretches(row["wording"], whole=False)
    return {"day": statements.day_words(row["like_day"]), "wording": told}
