"""The articles of the corpus: a list to sort, each a way into the reader."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from components import state
from components.memory import ROWS
from components.typeset import source
from components.typeset.choices import clause_of, open_from
from components.typeset.frontend import Event, mount, register
from components.typeset.sought import search_of, sought_in
from components.typeset.text import direction, pieces
from data.access.articles import ArticlesPage, Sort, articles_page
from dateline.brush import Brush
from dateline.search import Tree

SORTS: Mapping[Sort, str] = {
    "newest": "Newest first",
    "oldest": "Oldest first",
    "outlet": "Outlet",
    "quotations": "Most quotations",
    "match": "Best match",
}
NAMED = 3
_renderer = register("articles")


def draw() -> None:
    """The order, and the list under the Brush."""
    here = state.session()
    _tools()
    page = articles_page(here.brush, here.listing.sort_of(here.brush), here.listing.rows)
    draw_list(list_payload(page, here.brush), "article_list", _on_event)
    if here.brush.clause_on("search") and not page.inside:
        st.button("Show all articles", key="article_unsearch", on_click=_show_all)


def draw_list(payload: dict[str, Any], key: str, on_event: Callable[[Event], None]) -> None:
    """A list as `list_payload` has it; clicks go to `on_event`."""
    mount(_renderer, payload, key, on_event)


def list_payload(page: ArticlesPage, brush: Brush = Brush()) -> dict[str, Any]:  # noqa: B008 - frozen
    """What the browser needs to draw the list, as plain JSON."""
    search = search_of(brush)
    rows = [_row(row, search) for row in page.frame.to_dict("records")]
    more = f"Show more ({len(rows):,} of {page.inside:,})" if len(rows) < page.inside else ""
    return {
        "title": "Articles",
        "count": f"{page.inside:,}" + (f" of {page.total:,}" if page.inside < page.total else ""),
        "rows": rows,
        "more": more,
        "empty": "" if rows else _empty(search is not None),
        "height": None,
    }


def _row(row: Mapping[Any, Any], search: Tree | None) -> dict[str, Any]:
    title = source.text_of(row, "title")
    return {
        "id": row["article_id"],
        "title": pieces(title, sought_in(title, search)),
        "direction": direction(title or row["passage"]),
        "outlet": pieces(source.text_of(row, "outlet")),
        "agency": pieces(source.text_of(row, "agency")),
        "source": source.source_of(row),
        "days": source.days_of(row, "published"),
        "passage": pieces(row["passage"], sought_in(row["passage"], search)),
        "counts": _counts(row),
        "versions": f"version {row['version']}" if row["version"] > 1 else "",
        "carriers": pieces(_carriers(row["carriers"])),
    }


def _counts(row: Mapping[Any, Any]) -> list[str]:
    said, inside = int(row["quotations"]), int(row["quotations_inside"])
    quoted = f"{inside:,} of {_counted(said, 'quotation')}" if inside < said else ""
    people = _counted(int(row["people"]), "person", "people")
    return [quoted or _counted(said, "quotation"), people, _counted(int(row["places"]), "place")]


def _carriers(outlets: list[str]) -> str:
    """Who else carries the story: three by name, the rest counted."""
    if not outlets:
        return ""
    names = list(dict.fromkeys(outlet or "an outlet not stated" for outlet in outlets))[:NAMED]
    others = len(outlets) - len(names)
    return f"also in {', '.join(names)}" + (f" and {others:,} more" if others > 0 else "")


def _counted(value: int, singular: str, plural: str = "") -> str:
    return f"{value:,} {singular if value == 1 else plural or singular + 's'}"


def _empty(is_searched: bool) -> str:
    if is_searched:
        return "No article in this selection has what is searched for. Search for less."
    return "No article is in this selection. Take a part of it out."


def _tools() -> None:
    here = state.session()
    offered = [sort for sort in SORTS if here.brush.clause_on("search") or sort != "match"]
    with st.container(key="article_tools", horizontal=True, vertical_alignment="bottom"):
        st.selectbox("Sort", offered, index=offered.index(here.listing.sort_of(here.brush)),
                     key=_key(), format_func=SORTS.__getitem__, width=200,
                     on_change=_on_sort)  # fmt: skip


def _key() -> str:
    """The key of the order: another where more is offered."""
    return f"article_sort_{'found' if state.session().brush.clause_on('search') else 'all'}"


def _on_sort() -> None:
    listing = state.session().listing
    listing.sort, listing.rows = state.widget(_key()) or "newest", ROWS


def _show_all() -> None:
    state.commit(state.session().brush.without("search"))


def _on_event(event: Event) -> None:
    chosen = clause_of(event)
    if chosen:
        state.choose(chosen)
    elif event["field"] == "more":
        state.session().listing.rows += ROWS
    else:
        open_from(event)
