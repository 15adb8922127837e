"""The search box: one on every screen, its search a clause of the Brush."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from components import state, theme
from components.memory import Searching
from components.typeset import frontend
from components.typeset.text import pieces
from data.access import searching
from dateline.brush import Brush
from dateline.errors import SearchTooSlow, WrongSearch

HERE = Path(__file__).parent
VIEW = "search"
LONGEST = 2_000
"""Characters that the box holds; a search has fewer."""
HELP = (
    ("kabul airport", "both words in one passage, or in one article where that links"),
    ('"kabul airport"', "the words together"),
    ("airport OR airfield", "either; AND and NOT in capitals too, and parentheses"),
    ("kab*", "what begins so"),
    ("speaker:lavrov", "who is quoted"),
    ("said:recognise", "what is quoted"),
    ("about:taliban", "of whom the quotation speaks"),
    ("names:saleh", "who is named or quoted"),
    ('place:"panjshir valley"', "a place that is named"),
    ("outlet:courier", "who published it"),
    ("mode:direct", "direct, mixed or indirect"),
    ("date:2021-08-15..2021-08-19", "when it was published; 2021-08 and 2021.. do too"),
)
FIELDS = {"names": "named", "speaker": "speaker", "about": "about", "place": "place",
          "outlet": "outlet"}  # fmt: skip


_renderer = frontend.register("search", folder=HERE)


def _shown() -> dict[str, Any]:
    here = state.session()
    return payload(here.brush, here.searching)


@state.view(VIEW, shows=_shown)
def draw() -> None:
    """The box, with the Brush's search in it, or with what is wrong in what was typed."""
    frontend.mount(_renderer, _shown(), "search_box", on_event)


def payload(brush: Brush, typing: Searching) -> dict[str, Any]:
    """What the browser needs to draw the box, as plain JSON."""
    asked = brush.clause_on("search")
    answered = asked.values[0] if asked else ""
    is_wrong = bool(typing.fault) and typing.brush == brush
    return {
        "shown": typing.query if is_wrong else answered,
        "fault": _fault(typing, answered) if is_wrong else None,
        "offers": _offers(typing),
        "help": HELP,
    }


def _fault(typing: Searching, answered: str) -> dict[str, Any]:
    """What is wrong, where, and what is shown meanwhile."""
    at, query = typing.at, typing.query
    kept = (
        f"Still shown: the search “{answered}”." if answered else "What is shown has not changed."
    )
    return {
        "turn": typing.turns,
        "said": pieces(typing.fault),
        "at": at,
        "before": pieces(query[max(0, at - 40) : max(0, at)]) if at >= 0 else [],
        "spot": pieces(query[at : at + 1] or "\N{NO-BREAK SPACE}") if at >= 0 else [],
        "after": pieces(query[at + 1 : at + 40]) if at >= 0 else [],
        "kept": pieces(theme.shortened(kept, 120)),
    }


def _offers(typing: Searching) -> dict[str, Any]:
    if not typing.typed:
        return {"of": "", "start": 0, "rows": []}
    offers = searching.offers(typing.typed, typing.caret)
    rows = [
        {
            "token": offer.token,
            "field": FIELDS[offer.field],
            "name": pieces(offer.name),
            "count": theme.number(offer.count),
        }
        for offer in offers.found
    ]
    return {"of": typing.typed, "start": offers.start, "rows": rows}


def on_event(event: frontend.Event) -> None:
    """Search, or offer names for what is typed. For callbacks only."""
    typing, value, at = state.session().searching, event.get("value"), event.get("at")
    if not isinstance(value, str):
        return
    if event["field"] == "search":
        typing.typed = ""
        search(value)
    elif event["field"] == "typed":
        typing.typed = _clean(value)
        typing.caret = at if isinstance(at, int) and 0 <= at <= len(value) else len(value)


def search(words: str) -> None:
    """Put a search into the Brush, or take it out where there are no words. For callbacks only.

    One that is wrong changes nothing, and the box says where it is wrong. Where a screen shows
    nothing of the Brush, or one article only, the list of articles is gone to.
    """
    here, query = state.session(), _clean(words).strip()
    typing = here.searching
    typing.fault = ""
    if not query:
        if here.brush.clause_on("search"):
            state.commit(here.brush.without("search"))
        return
    try:
        asked = searching.answered(query, here.brush)
    except WrongSearch as wrong:
        _tell(query, str(wrong), wrong.at)
        return
    except SearchTooSlow as slow:
        _tell(query, slow.public_message, -1)
        return
    if here.views and not here.article:
        state.commit(here.brush.with_clause(asked))
    else:
        state.show_in("articles", asked)


def _tell(query: str, fault: str, at: int) -> None:
    here = state.session()
    here.searching.query, here.searching.fault = query[:LONGEST], fault
    here.searching.at, here.searching.brush = at, here.brush
    here.searching.turns += 1


def _clean(text: str) -> str:
    """What was typed as text that an address can hold."""
    return text.encode("utf-8", "replace").decode()
