"""A page of quotations and passages whose every field is hostile; run by Streamlit."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.evidence import draw_passages
from components.quotations import draw_quotations
from dateline.query import Page

ATTACKS = (
    "<script>window.taken = 1; document.title = 'taken'</script>",
    "<img src=x onerror=\"window.taken = 1\"><img src='http://evil.example/pixel.png'>",
    "<svg onload='window.taken = 1'><iframe src='http://evil.example/'></iframe>",
    "[link](javascript:window.taken=1) ![picture](http://evil.example/pixel.png) **bold**",
    "$\\href{javascript:window.taken=1}{x}$ :red[red] :material/home: <!-- comment -->",
    "<style>@import 'http://evil.example/a.css'; * { position: fixed }</style>",
    "\u202egnp.exe\u202c zero\u200bwidth \U000e0041tag \x00 \ud800",
    "</li></ol><a href='javascript:window.taken=1'>out</a>",
)
ADDRESSES = (
    "javascript:window.taken=1",
    "java\tscript:window.taken=1",
    "data:text/html,<script>window.taken=1</script>",
    "vbscript:window.taken=1",
    'https://ledger.example/"><script>window.taken=1</script>',
    "https://user@evil.example/",
    "https://ledger.example/story",
    "",
)


def quotation(number: int, attack: str, address: str) -> dict[str, object]:
    passage = f"“{attack},” {attack} said."
    end = 1 + len(attack)
    return {
        "quotation_id": f"q{number}", "mode": ("direct", "mixed", "indirect")[number % 3],
        "content": attack, "start": 1, "end": end, "fragments": [{"start": 1, "end": end}],
        "speaker_id": f"person.{number}", "speaker": attack, "speaker_surface": attack,
        "speaker_start": end + 3, "speaker_end": end + 3 + len(attack), "role": attack,
        "cue": attack, "cue_start": -1, "cue_end": -1, "addressee": attack, "venue": attack,
        "said_on": pd.NaT, "confidence": 0.4, "passage_start": 0, "passage_text": passage,
        "outlet": attack, "agency": attack, "title": attack, "url": address,
        "published": pd.Timestamp("2021-08-19T17:10:00Z"), "updated": pd.NaT,
        "inside": number < 6, "spoken": [], "places": [{"place_id": f"g{number}", "name": attack}],
    }  # fmt: skip


def passage(row: dict[str, object]) -> dict[str, object]:
    marks = [
        {"start": 0, "end": 40, "kind": "person", "id": "x", "label": "<b>", "confidence": 0.4}
    ]
    named = {"passage_id": row["quotation_id"], "text": row["passage_text"], "marks": marks}
    return row | named


rows = [quotation(n, *pair) for n, pair in enumerate(zip(ATTACKS, ADDRESSES, strict=True))]
events = st.session_state.setdefault("events", [])
quoted = pd.DataFrame(rows, dtype=object)
read = pd.DataFrame([passage(r) for r in rows], dtype=object)
draw_quotations(Page(quoted, 9, 6), "quotations", events.append)
draw_passages(Page(read, 9, 9), "passages", events.append)
st.json(events)
