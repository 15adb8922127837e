"""A part of the page that is drawn again every so often, while it is seen.

Streamlit's own `run_every` sends a click that is just on its way along with its look, and the
browser then sends that click once more, so that what it chose is taken out again. A component's
trigger leaves together with the click, in one message. A beat waits a little while a hand is at
work, so that what the hand asked for comes first.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

SCRIPT = """
const STILL_MS = 1500;
const MOST_MS = 5000;
const LOOKS_AGAIN_MS = 250;
const TOUCHES = ["pointerdown", "pointerup", "keydown", "keyup"];

export default function ({ data, setTriggerValue }) {
  let timer = 0;
  let touched = -STILL_MS;
  let due = 0;
  const now = () => performance.now();
  const touch = () => { touched = now(); };
  const isBusy = () => now() - touched < STILL_MS && now() - due < MOST_MS;
  const begin = () => {
    due = now() + data.every;
    timer = setTimeout(beat, data.every);
  };
  const beat = () => {
    if (document.hidden || isBusy()) {
      timer = setTimeout(beat, LOOKS_AGAIN_MS);
      return;
    }
    setTriggerValue("beat", true);
    begin();
  };
  begin();
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
