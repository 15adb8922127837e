"""A briefing as one HTML file that works with no network, in any browser."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Mapping
from hashlib import sha256
from html import escape
from pathlib import Path

from ...briefing import Presentation
from ...drawing import COLOURS, KINDS, Ground
from ..deck import SCRIPTS, STYLE, Deck
from ..deck.words import shown
from .fonts import font_rules
from .handed import handed_deck
from .words import origin_words

_HERE = Path(__file__).parent
_FILE_STYLE, _FILE_SCRIPTS = _HERE / "handed.css", (_HERE / "linked.js", _HERE / "handed.js")
_RISKY = re.compile("[<>&\u2028\u2029]")
_RULES = (
    "default-src 'none'",
    "script-src {script}",
    "style-src {style}",
    "font-src data:",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
)
_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{rules}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="{origin}">
<meta name="author" content="{who}">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<noscript>This file shows its slides with a script of its own. Allow scripts to see them.</noscript>
<script type="application/json" id="deck">{deck}</script>
<script>{script}</script>
</body>
</html>
"""


def html_bytes(
    presentation: Presentation, ground: Ground, light: Mapping[str, str], dark: Mapping[str, str]
) -> bytes:
    """The briefing as one HTML file: slides, maps and timelines to look into, the appendix.

    The file asks for nothing: its policy lets in its own script and style alone, by their hashes.

    Args:
        ground: what lies under the places of its maps.
        light, dark: the colours of a look by their names, hexes.
    """
    deck = handed_deck(presentation, ground)
    last = f'.slide[data-number="{len(deck["slides"])}"]'
    own = _read(_FILE_STYLE).replace(".appendix", last)
    style = "\n".join([font_rules(), _variables(light, dark), _read(STYLE), own])
    script = "\n".join(["{", *map(_read, (*SCRIPTS, *_FILE_SCRIPTS)), "}"])
    told = {
        "deck": json_in_html(deck),
        "style": style,
        "script": script,
        "title": escape(shown(presentation.briefing.name)),
        "origin": escape(origin_words(presentation)),
        "who": escape(shown(presentation.briefing.who)),
        "rules": "; ".join(_RULES).format(script=_hash(script), style=_hash(style)),
    }
    return re.sub(r"\{(\w+)\}", lambda part: told[part[1]], _PAGE).encode()


def json_in_html(told: Deck) -> str:
    """JSON that stands in a script element of HTML without ending it."""
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return _RISKY.sub(lambda letter: f"\\u{ord(letter[0]):04x}", text)


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}'"


def _variables(light: Mapping[str, str], dark: Mapping[str, str]) -> str:
    return (
        f":root {{ color-scheme: light dark; {_named(light)} }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {_named(dark)} }} }}"
    )


def _named(colours: Mapping[str, str]) -> str:
    return " ".join(f"--{name}: {colours[name]};" for name in (*COLOURS, *KINDS))


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8").replace("\r\n", "\n")
