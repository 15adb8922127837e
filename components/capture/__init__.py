"""Capture, on every screen: what is shown becomes a slide of a briefing."""

from __future__ import annotations

import streamlit as st

from components import state, theme
from components.capture import acts, camera, kinds
from components.capture.acts import open_form as open_form
from data.access import briefings
from dateline.briefing import SlideKind

NAME, HEADLINE, TEXT = briefings.LONGEST_NAME, briefings.LONGEST_HEADLINE, briefings.LONGEST_TEXT
PLACEHOLDERS: dict[SlideKind, str] = {
    "judgments": "A judgment a line",
    "text": "A paragraph a line",
}


@state.view("capture")
def draw() -> None:
    """What opens the form, and what was captured last."""
    opened = st.popover(
        "Capture",
        key=acts.FORM,
        type="tertiary",
        icon=":material/add_a_photo:",
        on_change="rerun",
        help="Make what is shown a slide of a briefing (T)",
    )
    if opened.open:
        with opened, st.container(key="capture_form", gap="small"), state.boundary():
            _form()
    _said()


def _form() -> None:
    here = state.session()
    if here.page == "explore":
        camera.listen()
    offered = kinds.offered(here.page, kinds.has_position(here))
    kind = st.pills(
        "Kind of slide",
        list(offered),
        format_func=kinds.NAMES.__getitem__,
        default=offered[0],
        required=True,
        key=acts.key(f"kind_{'_'.join(offered)}"),
    )
    kind = kind if kind in offered else offered[0]
    with st.form("capture_slide", border=False):
        _into()
        st.text_input("Headline", key=acts.key("headline"), max_chars=HEADLINE,
                      placeholder="One judgment, as a sentence")  # fmt: skip
        if kind in kinds.WRITTEN:
            st.text_area(kinds.NAMES[kind], key=acts.key("text"), max_chars=TEXT, height=96,
                         placeholder=PLACEHOLDERS[kind])  # fmt: skip
        st.text_area("Notes", key=acts.key("notes"), max_chars=TEXT, height=68,
                     placeholder="For the speaker alone")  # fmt: skip
        if here.capturing.fault:
            st.error(theme.plain(here.capturing.fault))
        st.form_submit_button(
            "Capture", key="capture_keep", type="primary", on_click=acts.capture, args=(kind,)
        )


def _into() -> None:
    """The briefing that it goes into: one that there is, or a new one by its name."""
    names = {one.briefing_id: one.name for one in briefings.briefings()}
    if not names:
        st.text_input("Name of the new briefing", key=acts.key("into"), max_chars=NAME)
        return
    st.selectbox(
        "Briefing",
        list(names),
        index=list(names).index(acts.into()),
        format_func=lambda one: names.get(one, one),
        accept_new_options=True,
        key=acts.key("into"),
        help="To begin another one, type its name",
    )


def _said() -> None:
    """What was captured on this screen, with the way to it and the way back."""
    here = state.session().capturing
    if here.page != state.session().page or not (here.said or here.fault):
        return
    with st.container(key="capture_said", horizontal=True, vertical_alignment="center"):
        st.text(here.said or f"Not taken back: {here.fault}", width="content")
        if here.last:
            st.button("Open", key="capture_open", type="tertiary", on_click=acts.show_slide)
            st.button("Undo", key="capture_undo", type="tertiary", on_click=acts.take_back)
