"""The code that draws the map and the timeline, asked for before the server has read anything.

Streamlit asks for it once the first chart arrives. To run it takes a browser a second, in which the
server opens the corpus.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st

DRAWING = ("DeckGlJsonChart", "webgl-device", "PlotlyChart")
"""Files of Streamlit's browser side by the beginning of their names."""
SCRIPT = """
export default function ({ data }) {
  const app = document.querySelector("script[type=module][src*='/static/js/']");
  if (app) data.files.forEach((file) => import(new URL(file, app.src).href).catch(() => {}));
}
"""
_component = st.components.v2.component("dateline_ahead", js=SCRIPT)


def draw() -> None:
    """Ask for it, where the screen that opens has charts. It draws nothing."""
    if is_charted(st.context.url or ""):
        _component(key="ahead", data={"files": files()}, height=1)


def is_charted(address: str) -> bool:
    """Whether a page of this address is Explore, the one that opens where none is named."""
    return urlsplit(address).path.rpartition("/")[2] in ("", "explore")


@cache
def files() -> list[str]:
    """Their names as this version of Streamlit has them."""
    folder = Path(st.__file__).parent / "static" / "static" / "js"
    return [file.name for name in DRAWING for file in sorted(folder.glob(f"{name}.*.js"))]
