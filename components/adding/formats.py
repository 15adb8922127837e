"""What can be added, in a small table, and what becomes of it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import state

FORMATS = (
    ("Text", ".txt .text", "one article: headline first, then the text as copied from a page"),
    ("Web page", ".html .htm", "one article, with the outlet and times that the page states"),
    ("Table", ".csv .tsv", "an article a row; you choose the columns where they are not known"),
    ("JSON lines", ".jsonl .ndjson", "an article a line, columns as in a table"),
    ("Parquet", ".parquet", "an article a row, columns as in a table"),
)


def draw() -> None:
    """What can be read, and what to expect."""
    has_offers = bool(state.session().adding.offers)
    with st.container(key="formats_beside" if has_offers else "formats", gap="small"):
        st.subheader("What can be read", anchor=False)
        frame = pd.DataFrame(FORMATS, columns=["Kind", "Files", "What it gives"])
        st.table(frame, border="horizontal", hide_index=True)
        st.caption(
            "You see what was recognised before anything is kept. The same text is stored once. "
            "What cannot be used is listed with its line and the reason. A batch can be undone. "
            "Nothing leaves this machine."
        )
