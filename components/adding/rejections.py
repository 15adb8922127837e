"""What could not be used, as a table that is searched, with a file of all of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from components import theme
from components.adding import recognised
from components.typeset.text import pieces
from data.access import adding
from data.access.adding import Rejected

ROWS = 200
"""Rows that are shown; a search reaches the others."""
_renderer = recognised.register("rejections")


def draw(rejected: Sequence[Rejected], name: str) -> None:
    """The rejections of a batch.

    Args:
        name: of the batch, for the keys of the widgets.
    """
    if not rejected:
        st.caption("Nothing was rejected.")
        return
    with st.container(key=f"rejections_{name}", gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            label = f"Search in {theme.counted(len(rejected), 'rejection')}"
            sought = st.text_input(label, key=f"sought_{name}")
            st.download_button(
                "All as CSV",
                data=lambda: adding.rejections_csv(rejected),
                file_name="dateline-rejections.csv",
                mime="text/csv",
                key=f"csv_rejections_{name}",
                icon=":material/download:",
                type="tertiary",
                on_click="ignore",
            )
        _renderer(key=f"rejected_{name}", data=payload(adding.having(rejected, sought or "")))


def payload(found: Sequence[Rejected]) -> dict[str, Any]:
    """What the browser needs to draw the table, as plain JSON."""
    rows = [
        {
            "source": pieces(one.source),
            "line": theme.number(one.line) if one.line else "",
            "reason": pieces(one.reason),
        }
        for one in found[:ROWS]
    ]
    left = len(found) - len(rows)
    more = f"{theme.number(left)} more: search for them, or take the file" if left else ""
    return {"rows": rows, "more": more, "empty": "" if rows else "No rejection has these words."}
