"""A part of the page that is drawn again every so often, while it is seen.

Streamlit's own `run_every` sends a click that is just on its way along with its look, and the
browser then sends that click once more, so that what it chose is taken out again. A component's
trigger leaves together with the click, in one message. A beat waits while a hand is at work.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

SCRIPT = """
const STILL_MS = 400;
const TOUCHES = ["pointerdown", "pointerup", "keydown", "keyup"];

export default function ({ data, setTriggerValue }) {
  let timer = 0;
  let touched = -STILL_MS;
  const touch = () => { touched = performance.now(); };
  const wait = (milliseconds) => { timer = setTimeout(beat, milliseconds); };
  const beat = () => {
    if (document.hidden || performance.now() - touched < STILL_MS) {
      wait(STILL_MS);
      return;
    }
    setTriggerValue("beat", true);
    wait(data.every);
  };
  wait(data.every);
  TOUCHES.forEach((name) => document.addEventListener(name, touch, true));
  return () => {
    clearTimeout(timer);
    TOUCHES.forEach((name) => document.removeEventListener(name, touch, true));
  };
}
"""
_component = st.components.v2.component("dateline_beat", js=SCRIPT)


def every(seconds: float, key: str, on_beat: Callable[[], None] = lambda: None) -> None:
    """Draw the fragment that this stands in again every so many seconds.

    Args:
        on_beat: what comes before it; where it asks to draw other views, that is done instead.
    """
    _component(key=key, data={"every": 1000 * seconds}, on_beat_change=on_beat, height=1)
