"""The rules of this screen that config.toml cannot say."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

HERE = Path(__file__).parent
CSS = HERE / "briefings.css"


def apply() -> None:
    """Put them on the page, after those of the theme, whose colours they use."""
    st.html(f"<style>{CSS.read_text(encoding='utf-8')}</style>")
