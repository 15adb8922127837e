"""An open briefing taken away: as one HTML file, as PowerPoint, as PDF."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from components import theme
from data.access import briefings_files
from dateline.briefing import Briefing
from dateline.errors import DatelineError

ABOUT = "All slides as they are presented, and a list of all sources at the end"
HTML = "Opens in any browser with no network; maps and timelines can be looked into."
PPTX = "Text, tables and notes to be edited; maps and timelines as pictures."
PDF = "A page a slide, printed by the browser of the machine that Dateline runs on."
NO_BROWSER = (
    "A PDF needs Chromium or Google Chrome on the machine that Dateline runs on. Without it, take "
    "the HTML file and print it to PDF from your own browser."
)
PPTX_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def draw(briefing: Briefing) -> None:
    """The ways to take it away; a file is made when it is asked for."""
    given = briefing.briefing_id
    with (
        st.popover("Export", key="briefing_export", type="tertiary", width="content",
                   icon=":material/download:", disabled=not briefing.slides),
        st.container(gap="xxsmall", width=360),
    ):  # fmt: skip
        st.caption(ABOUT)
        _file(briefing, "One HTML file", "html", "text/html", HTML, lambda: _html(given))
        _file(briefing, "PowerPoint", "pptx", PPTX_TYPE, PPTX, lambda: _pptx(given))
        _pdf(briefing)


def _file(
    briefing: Briefing, label: str, ending: str, kind: str, told: str, made: Callable[[], bytes]
) -> None:
    st.download_button(
        label,
        data=made,
        file_name=briefings_files.file_name(briefing.name, ending),
        mime=kind,
        key=f"briefing_{ending}",
        type="tertiary",
        icon=":material/download:",
        on_click="ignore",
    )
    st.caption(told)


def _pdf(briefing: Briefing) -> None:
    """Made in a step of its own: it takes seconds, and a browser may fail."""
    if not briefings_files.can_print():
        st.caption(NO_BROWSER)
        return
    is_asked = st.button("Make a PDF", key="briefing_pdf", type="tertiary",
                         icon=":material/print:")  # fmt: skip
    st.caption(PDF)
    if not is_asked:
        return
    light, dark = theme.hues(theme.LIGHT), theme.hues(theme.DARK)
    try:
        with st.spinner("The browser prints the slides. This takes some seconds."):
            found = briefings_files.pdf_of(briefing.briefing_id, light, dark)
    except DatelineError as error:
        st.error(theme.plain(error.public_message))
        return
    name = briefings_files.file_name(briefing.name, "pdf")
    size = theme.number(max(1, round(len(found) / 1000)))
    st.download_button(f"Save the PDF ({size} KB)", found, name, "application/pdf",
                       key="briefing_pdf_save", icon=":material/check:",
                       on_click="ignore")  # fmt: skip


def _html(briefing_id: str) -> bytes:
    light, dark = theme.hues(theme.LIGHT), theme.hues(theme.DARK)
    return briefings_files.html_of(briefing_id, light, dark)


def _pptx(briefing_id: str) -> bytes:
    return briefings_files.pptx_of(briefing_id, theme.hues(theme.LIGHT))
