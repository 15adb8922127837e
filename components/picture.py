"""A map or chart as a picture: a small door beside it, which makes the file when it is asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import streamlit as st

from components import state, theme
from data.access import pictures
from data.access.pictures import Format, Paper

NAMES: dict[Format, str] = {"png": "PNG, for slides and mail", "svg": "SVG, to be edited"}


def draw(name: str, made: Callable[[Paper], bytes]) -> None:
    """The door to the picture of a chart, whose inside is drawn when it is opened.

    Args:
        name: of the file, and of the widgets: `map` gives dateline-map.png.
        made: makes the file of the moment in which it is asked for.
    """

    @state.view(f"door_{name}")
    def door() -> None:
        opened = st.popover(
            "Picture",
            type="tertiary",
            icon=":material/image:",
            key=f"picture_{name}",
            on_change="rerun",
        )
        if opened.open:
            with opened, st.container(gap="xxsmall"):
                _choice(name, made)

    door()


def _choice(name: str, made: Callable[[Paper], bytes]) -> None:
    look = theme.palette()
    st.caption(f"As it is shown now, {look.name}, with its sources")
    for kind in get_args(Format):
        st.download_button(
            NAMES[kind],
            data=_file(made, Paper(look.name, theme.hues(look), kind)),
            file_name=f"dateline-{name}.{kind}",
            mime=pictures.TYPES[kind],
            key=f"picture_{name}_{kind}",
            type="tertiary",
            on_click="ignore",
        )


def _file(made: Callable[[Paper], bytes], paper: Paper) -> Callable[[], bytes]:
    return lambda: made(paper)
