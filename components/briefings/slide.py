"""The chosen slide as it is written, and another's version of it beside one's own."""

from __future__ import annotations

import streamlit as st

from components import state, theme
from components.briefings import drafts, now, told
from components.capture.kinds import SHOWN, WRITTEN
from components.memory import Draft
from data.access import briefings
from dateline.briefing import Briefing, Slide, SlideKind

LABELS = {"judgments": "Key judgments, a judgment a line"}


@state.view("briefing_slide")
def draw() -> None:
    """The form of the chosen slide, and what was written of slides that are gone."""
    briefing = now.opened()
    if briefing is None:
        return
    for draft in drafts.orphans(briefing):
        _orphan(briefing, draft)
    slide = now.chosen(briefing)
    if slide is None:
        return
    draft = now.draft_of(briefing, slide) or Draft(slide, slide)
    with st.container(key="slide_form", gap="small"):
        if slide not in (draft.base, draft.mine):
            _clash(briefing, slide)
        _fields(briefing.briefing_id, draft)
        _ways(briefing.briefing_id, draft, slide)


def _fields(given: str, draft: Draft) -> None:
    mine, key = draft.mine, drafts.key
    kinds = _kinds(mine)
    st.pills("Kind of slide", kinds, format_func=told.NAMES.__getitem__, default=mine.kind,
             required=True, key=key("kind", draft), on_change=drafts.typed,
             args=(given, draft))  # fmt: skip
    _area("Headline", "headline", mine.headline, given, draft, 68, briefings.LONGEST_HEADLINE)
    _area(LABELS.get(mine.kind, "Text"), "text", mine.text, given, draft, 132)
    _area("Notes, for the speaker alone", "notes", mine.notes, given, draft, 96)


def _area(
    label: str, name: str, text: str, given: str, draft: Draft, height: int,
    longest: int = briefings.LONGEST_TEXT,
) -> None:  # fmt: skip
    st.text_area(label, text, key=drafts.key(name, draft), height=height, max_chars=longest,
                 on_change=drafts.typed, args=(given, draft))  # fmt: skip


def _kinds(slide: Slide) -> list[SlideKind]:
    """What this view may be shown as: a position only where one was captured."""
    shown = (kind for kind in SHOWN.get(slide.page, ()) if kind != "position")
    return list(dict.fromkeys((slide.kind, *shown, *WRITTEN)))


def _ways(given: str, draft: Draft, slide: Slide) -> None:
    is_written, at = draft.mine != draft.base, (given, slide.slide_id)
    with st.container(key="slide_ways", horizontal=True, vertical_alignment="center"):
        st.button(
            "Save",
            key="slide_save",
            type="primary",
            disabled=not is_written,
            on_click=drafts.save,
            args=at,
        )
        if is_written:
            st.button("Let go", key="slide_let_go", type="tertiary", on_click=drafts.let_go,
                      args=at)  # fmt: skip
            st.caption("Not saved yet")
        st.button("Open the view", key="slide_view", type="tertiary", icon=":material/explore:",
                  on_click=told.open_view, args=(slide.slide_id,))  # fmt: skip


def _clash(briefing: Briefing, theirs: Slide) -> None:
    """Another's version of the slide, beside what is written; one of them is chosen, or both."""
    at = briefing.briefing_id, theirs.slide_id
    with st.container(key="slide_clash", gap="small"):
        said = f"Another version was kept: changed {now.changed(briefing)}. Yours is below."
        st.markdown(f"**{theme.plain(said)}**")
        for label, text in (("Headline", theirs.headline), ("Text", theirs.text),
                            ("Notes", theirs.notes)):  # fmt: skip
            st.text(f"{label}: {text or 'none'}")
        with st.container(horizontal=True):
            st.button("Keep mine", key="clash_mine", on_click=drafts.keep_mine, args=at)
            st.button("Take theirs", key="clash_theirs", on_click=drafts.let_go, args=at)
            st.button("Keep both", key="clash_both", on_click=drafts.keep_both, args=at)


def _orphan(briefing: Briefing, draft: Draft) -> None:
    """What was written of a slide that another took out, or an undo."""
    at = briefing.briefing_id, draft.base.slide_id
    with st.container(key=f"slide_orphan_{draft.base.slide_id}", gap="small"):
        st.markdown("**A slide that you were writing is not in the briefing any more.**")
        for text in (draft.mine.headline, draft.mine.text, draft.mine.notes):
            st.text(text)
        with st.container(horizontal=True):
            st.button("Put it back", key=f"orphan_back_{at[1]}", on_click=drafts.keep_mine,
                      args=at)  # fmt: skip
            st.button("Let it go", key=f"orphan_go_{at[1]}", on_click=drafts.let_go, args=at)
