"""A batch taken out again: asked for once, confirmed once, said what was done."""

from __future__ import annotations

import streamlit as st

from components import state, theme
from components.adding.asked import asked
from data.access import adding


def draw(batch_id: str, stored: int) -> None:
    """The button that asks, or the two that confirm or keep."""
    here = state.session().adding
    is_busy = bool(adding.running())
    if is_busy or here.undoing != batch_id:
        st.button("Undo this batch", key=f"undo_{batch_id}", type="tertiary", on_click=_on_ask,
                  args=(batch_id,), disabled=is_busy,
                  help="Waits until the work under way has ended" if is_busy else None)  # fmt: skip
        return
    number = theme.counted(stored, "article")
    with st.container(horizontal=True, key=f"undoing_{batch_id}", width="content"):
        st.button(f"Take out {number}", key=f"undo_{batch_id}_now", type="primary",
                  on_click=_on_undo, args=(batch_id,))  # fmt: skip
        st.button("Keep them", key=f"undo_{batch_id}_not", on_click=_on_ask, args=("",))


def _on_ask(batch_id: str) -> None:
    with asked() as here:
        here.undoing = batch_id


def _on_undo(batch_id: str) -> None:
    with asked() as here:
        here.undoing = ""
        gone = adding.undo(batch_id)
        here.said = f"{theme.counted(gone, 'article')} taken out, with all that only they brought."
        followed = adding.job(here.job)
        if followed and followed.report and followed.report.batch_id == batch_id:
            adding.forget(here.job)
            here.job = ""
