"""The floor: a button, and a fragment that it redraws. What this takes, Streamlit itself takes."""

from __future__ import annotations

import streamlit as st


@st.fragment(key="asking")
def asking() -> None:
    st.button("Next", key="next", on_click=answer)


@st.fragment(key="answering")
def answering() -> None:
    st.text(f"Pressed {st.session_state.get('pressed', 0)} times")


def answer() -> None:
    st.session_state["pressed"] = st.session_state.get("pressed", 0) + 1
    st.rerun(["answering"])


asking()
with st.container(key="words"):
    answering()
