"""A folder on offer: how much of it can be read, and what is left."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePath

import streamlit as st

from components import theme
from components.adding import columns
from components.adding.asked import asked
from data.access.adding import Offer


def draw(offer: Offer) -> None:
    """What a folder holds, and the way to leave it out; nothing for a file."""
    if offer.files == (offer.source,):
        return
    said = f"**{theme.plain(str(offer.source.path))}** · {theme.counted(len(offer.files), 'file')}"
    with st.container(key=f"folder_{columns.name_of(offer.source)}", horizontal=True):
        with st.container(gap=None):
            st.markdown(said)
            if offer.refused:
                st.caption(theme.plain(left_words(offer)))
        st.button("Leave out", key=f"leave_{columns.name_of(offer.source)}", type="tertiary",
                  on_click=on_leave, args=(offer,))  # fmt: skip


def left_words(offer: Offer) -> str:
    """1,650 files are left, as they are of no kind that is read: 1,200 .pdf, 450 .docx."""
    endings = Counter(PurePath(one.source).suffix or "without ending" for one in offer.refused)
    shown = [f"{theme.number(count)} {ending}" for ending, count in endings.most_common(5)]
    more = f" and {len(endings) - 5} kinds more" if len(endings) > 5 else ""
    left = theme.counted(len(offer.refused), "file")
    return f"{left} of other kinds will be listed as rejected: {', '.join(shown)}{more}"


def on_leave(offer: Offer) -> None:
    """Take an offer off the list. For callbacks only."""
    with asked() as here:
        here.offers.remove(offer)
