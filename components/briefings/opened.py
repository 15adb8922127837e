"""The head of the opened briefing: its name, what is done to it, and whether it is frozen."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from components import opening, state, theme
from components.briefings import acts, files, now
from components.typeset.source import time_of
from data.access import briefings
from dateline.briefing import Briefing

LIVE = "Live: slides show the corpus as it is, and change with it while they are presented."
FROZEN = "Frozen at {at}: nothing changes while it is presented."
UNFROZEN = "It freezes when it is first presented, and nothing changes from then on."
MORE = "briefing_more"
GONE = (
    "There is no briefing at this address. It may have been deleted, or belong to another corpus."
)


def missing() -> None:
    """What stands where the address names no briefing of this corpus."""
    with st.container(key="briefing_missing"):
        st.warning(GONE)
        st.button("All briefings", key="briefing_all", on_click=now.show, args=("",))


@state.view("briefing_head")
def head() -> None:
    """Its name, who changed it last and when, and what can be done to it."""
    briefing = now.opened()
    if briefing is None:
        missing()
        return
    with st.container(key="briefing_line", horizontal=True, vertical_alignment="center"):
        st.button("All briefings", key="briefing_all", type="tertiary",
                  icon=":material/arrow_back:", on_click=now.show, args=("",))  # fmt: skip
        _tools(briefing)
    with st.container(key="briefing_title"):
        _title(briefing)
        words = theme.counted(len(briefing.slides), "slide")
        with st.container(key="briefing_facts", horizontal=True, vertical_alignment="center"):
            st.caption(theme.plain(f"{words} · changed {now.changed(briefing)}"), width="content")
            _said()


def _title(briefing: Briefing) -> None:
    if state.session().composing.is_renaming:
        st.text_input("Name", briefing.name, key=f"briefing_name_{briefing.version}",
                      max_chars=briefings.LONGEST_NAME, width=480, on_change=_rename,
                      args=(briefing.briefing_id, briefing.version))  # fmt: skip
    else:
        st.header(theme.plain(briefing.name), anchor=False)


def _tools(briefing: Briefing) -> None:
    given = briefing.briefing_id
    st.button("Undo", key="briefing_undo", icon=":material/undo:", type="tertiary", shortcut="u",
              on_click=acts.step, args=(given, True),
              disabled=not briefings.can_undo(given))  # fmt: skip
    st.button("Redo", key="briefing_redo", icon=":material/redo:", type="tertiary",
              shortcut="Shift+U", on_click=acts.step, args=(given, False),
              disabled=not briefings.can_redo(given))  # fmt: skip
    more = st.popover("More", key=MORE, type="tertiary", on_change="rerun")
    with more, st.container(gap="xxsmall"):
        st.button("Rename", key="briefing_rename", type="tertiary", on_click=_ask_name)
        st.button("Duplicate", key="briefing_copy", type="tertiary", on_click=_leave_by,
                  args=(acts.duplicate, given))  # fmt: skip
        st.button("Delete", key="briefing_delete", type="tertiary", on_click=_leave_by,
                  args=(acts.delete, given))  # fmt: skip
    files.draw(briefing)
    st.button("Present", key="briefing_present", type="primary", icon=":material/slideshow:",
              on_click=opening.open_at, args=("present",), kwargs={"present": given},
              disabled=not briefing.slides)  # fmt: skip


def _said() -> None:
    here = state.session().composing
    if here.about != now.asked():
        return
    if here.fault:
        st.error(theme.plain(here.fault))
    elif here.said:
        with st.container(key="briefing_said", width="content"):
            st.text(here.said, width="content")


@state.view("briefing_live")
def live() -> None:
    """Whether it shows the corpus as it is, what that means, and the way to freeze it anew."""
    briefing = now.opened()
    if briefing is None:
        return
    with st.container(key="briefing_live", horizontal=True, vertical_alignment="center"):
        key = f"briefing_is_live_{briefing.is_live}"
        st.toggle("Live", briefing.is_live, key=key, on_change=acts.set_live,
                  args=(briefing.briefing_id, not briefing.is_live))  # fmt: skip
        frozen = "" if briefing.is_live else time_of({"at": briefings.frozen_at(briefing)}, "at")
        badge = "Live" if briefing.is_live else "Frozen" if frozen else "Not frozen yet"
        st.badge(badge, color="gray")
        words = FROZEN.format(at=frozen) if frozen else LIVE if briefing.is_live else UNFROZEN
        st.caption(words)
        if not briefing.is_live and briefing.slides:
            st.button("Freeze anew" if frozen else "Freeze now", key="briefing_freeze",
                      type="tertiary", on_click=acts.freeze,
                      args=(briefing.briefing_id,))  # fmt: skip


def _ask_name() -> None:
    state.session().composing.is_renaming = True
    state.hold(MORE, False)


def _rename(briefing_id: str, version: int) -> None:
    state.session().composing.is_renaming = False
    acts.rename(briefing_id, str(state.widget(f"briefing_name_{version}") or ""))


def _leave_by(act: Callable[[str], None], briefing_id: str) -> None:
    """Do it, and say in the list of all what came of it."""
    act(briefing_id)
    state.session().composing.about = ""
    now.show("")
