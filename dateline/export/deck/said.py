"""Quotations and positions of a deck."""

from __future__ import annotations

import re
from typing import Any

from ...briefing import Said
from .words import counted, day_words, direction, shown

MARKS = '"“”«»„‟'
_LABELS = {"direct": "", "mixed": "Partly quoted"}
_QUOTED = re.compile(f"[{MARKS}]([^{MARKS}]*)[{MARKS}]")
_TAKES_OBJECT = re.compile(r"\b(?:tell|told|ask|inform|assur|remind|advis|warn|urg)", re.IGNORECASE)


def said_of(said: Said) -> dict[str, Any]:
    """A quotation as it is shown: its words as printed, who said them, and how, where and when."""
    words = _words(said)
    return {
        "id": said.quotation_id,
        "words": words,
        "mode": said.mode if said.mode in ("direct", "mixed") else "indirect",
        "label": _LABELS.get(said.mode, "Indirect"),
        "direction": direction(words),
        "speaker": shown(said.speaker) or "Speaker not stated",
        "role": shown(said.role),
        "facts": _facts(said),
        "on": day_words(said.said_on or said.source.published) or "date not stated",
        "change": shown(said.change),
        "carried": f"carried by {counted(said.carried, 'article')}" if said.carried > 1 else "",
        "article": said.source.article_id,
        "at": said.start,
    }


def _facts(said: Said) -> list[str]:
    """Cue and addressee, venue, place, day and outlet, as far as they are stated."""
    cue = shown(said.cue) if any(map(str.isalpha, said.cue)) else ""
    venue, place = shown(said.venue), shown(said.place)
    origin = shown(said.source.outlet), shown(said.source.agency)
    day, published = day_words(said.said_on), day_words(said.source.published)
    told = (
        _cue(cue, shown(said.addressee)),
        venue,
        place if place != venue else "",
        f"on {day}" if day and day != published else "",
        f"published {published}" if published else "date not stated",
        " / ".join(dict.fromkeys(filter(None, origin))) or "outlet not stated",
    )
    return [part for part in told if part]


def _cue(cue: str, addressee: str) -> str:
    if not cue or not addressee:
        return cue
    to = " " if _TAKES_OBJECT.search(cue) else " to "
    return f"{cue}{to}{addressee.removeprefix('to ')}"


def _words(said: Said) -> str:
    """Direct speech in quotation marks; of mixed speech, as printed, what is quoted in it."""
    content = shown(said.content).rstrip(",;")
    if said.mode == "direct":
        return f"“{content}”"
    return _as_printed(content, shown(said.passage)) if said.mode == "mixed" else content


def _as_printed(content: str, passage: str) -> str:
    """The content as it stands in its passage, with its quotation marks; else as it is."""
    kept = [at for at, letter in enumerate(passage) if letter not in MARKS]
    plain = "".join(passage[at] for at in kept)
    found = plain.find("".join(letter for letter in content if letter not in MARKS))
    if found < 0 or not content:
        return content
    start = kept[found]
    end = kept[found + len([letter for letter in content if letter not in MARKS]) - 1] + 1
    start -= passage[:start][-1:] in MARKS and start > 0
    end += passage[end : end + 1] in MARKS and end < len(passage)
    return _QUOTED.sub(r"“\1”", passage[start:end])
