"""What analytic standards say of a slide, beside its words: never in the way of anything."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from components import theme
from data.access.standards import Finding

LONGEST = 300
"""Letters that are shown of the words of a finding, or of what it proposes."""
FIELDS = {"headline": "Headline", "text": "Text", "notes": "Notes"}


def draw(found: tuple[Finding, ...], on_use: Callable[[Finding], None]) -> None:
    """The findings in the order of the words; a proposal with a button that asks to use it."""
    with st.container(key="standards", gap="small"):
        if not found:
            st.caption("Analytic standards: nothing to remark.")
            return
        remarks = theme.counted(len(found), "remark")
        st.caption(f"Analytic standards: {remarks}, to use or to leave")
        for at, finding in enumerate(found):
            _finding(finding, f"{finding.slide_id}_{at}", on_use)


def _finding(finding: Finding, key: str, on_use: Callable[[Finding], None]) -> None:
    with st.container(key=f"standard_{key}", gap="xxsmall"):
        rule = finding.rule[:1].upper() + finding.rule[1:]
        st.markdown(f"**{theme.plain(rule)}** · {FIELDS[finding.field]} · {finding.source}")
        if finding.words.strip():
            _words(f"was_{key}", "", finding.words)
        st.caption(theme.plain(finding.message))
        if finding.proposal:
            _words(f"put_{key}", "→ ", finding.proposal)
            st.button("Use this wording", key=f"use_{key}", type="tertiary",
                      on_click=on_use, args=(finding,))  # fmt: skip


def _words(key: str, sign: str, words: str) -> None:
    with st.container(key=f"standard_words_{key}"):
        st.text(f"{sign}{theme.shortened(words.strip(), LONGEST)}")
