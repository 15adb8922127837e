"""Text as it arrives, made regular: one kind of line end, no control characters, no indentation."""

from __future__ import annotations

import re
import sys
from itertools import pairwise

REPLACEMENT = "\ufffd"
LINE_ENDS = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
SPACES = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
BULLETS = re.compile(r"^ ?(?:[•‣◦▪▫●○■□⁃∙] ?)+", re.MULTILINE)
EDGES = re.compile(r" ?\n ?")
BLANK_LINES = re.compile(r"\n{3,}")
BYTE_ORDER_MARK = "\ufeff"
LOWER_START = re.compile(r"[a-z]")
SENTENCE_END = re.compile(r"[.!?:;…]['\"’”)\]]*$")
WRAP_WIDTHS = range(40, 111)


def _unwritable() -> dict[int, str]:
    controls = [*range(0x20), *range(0x7F, 0xA0)]
    surrogates = range(0xD800, 0xE000)
    noncharacters = [*range(0xFDD0, 0xFDF0)]
    noncharacters += [c for c in range(sys.maxunicode + 1) if c & 0xFFFE == 0xFFFE]
    return dict.fromkeys([*controls, *surrogates, *noncharacters], REPLACEMENT) | {10: "\n"}


UNWRITABLE = _unwritable()
"""Code points that no text may carry on, each with what stands in for it."""


def clean(raw: str) -> str:
    """The text with regular lines; cleaning it again changes nothing.

    Line ends become newlines; runs of spaces one space; indentation and bullets at the head of
    a line go; control characters, lone surrogates and noncharacters become U+FFFD. Zero-width
    and direction marks stay: they are evidence.
    """
    text = LINE_ENDS.sub("\n", raw.replace(BYTE_ORDER_MARK, ""))
    text = SPACES.sub(" ", text).translate(UNWRITABLE)
    text = EDGES.sub("\n", BULLETS.sub("", text))
    return BLANK_LINES.sub("\n\n", text).strip(" \n")


def clean_line(raw: str) -> str:
    """The text as one line."""
    return " ".join(clean(raw).split("\n")).replace("  ", " ")


def unwrap(text: str) -> str:
    """The cleaned text with the lines of a hard-wrapped paragraph joined; other text unchanged.

    A text counts as hard-wrapped when most of its line breaks fall in mid-sentence at a common
    width, as in wire copy and e-mail.

    Misses: wrapped verse and lists, which stay as they are.
    """
    blocks = [block.split("\n") for block in text.split("\n\n")]
    width = _wrap_width(blocks)
    if width is None:
        return text
    return "\n\n".join(_joined(block, width) for block in blocks)


def _wrap_width(blocks: list[list[str]]) -> int | None:
    breaks = [pair for block in blocks for pair in pairwise(block)]
    width = max((len(line) for block in blocks for line in block), default=0)
    if len(breaks) < 3 or width not in WRAP_WIDTHS:
        return None
    in_mid_sentence = sum(1 for _, after in breaks if LOWER_START.match(after))
    return width if in_mid_sentence * 2 > len(breaks) else None


def _joined(block: list[str], width: int) -> str:
    joined = block[0]
    for before, after in pairwise(block):
        is_wrapped = len(before) + 1 + len(after.split(" ", 1)[0]) > width * 0.85
        is_open = not SENTENCE_END.search(before)
        joined += (" " if is_wrapped or (is_open and LOWER_START.match(after)) else "\n") + after
    return joined
