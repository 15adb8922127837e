"""The title and the deck of a page."""

from __future__ import annotations

from .page import Line, folded

HEAD_LINES = 14
LONGEST_TITLE = 220
DECK_LENGTHS = range(30, 400)


def mark_title(lines: list[Line], given: str) -> str:
    """The title as printed, its lines marked; the given one where the page does not print it."""
    if given:
        for line in _printing(lines[:HEAD_LINES], given):
            line.kind = "title"
        return given
    for index, line in enumerate(lines[:HEAD_LINES]):
        if line.kind is None:
            if line.has_stop:
                return ""
            if _could_be_title(line, lines[index + 1 :]):
                line.kind = "title"
                return line.text
    return ""


def mark_deck(lines: list[Line], given: str) -> str:
    """The deck under the title, its line marked, or empty."""
    titles = [index for index, line in enumerate(lines) if line.kind == "title"]
    if not titles:
        return ""
    following = lines[titles[-1] + 1 : titles[-1] + HEAD_LINES]
    if given:
        deck = next((line for line in following if folded(line.text) == folded(given)), None)
    else:
        deck = _deck_by_looks(following)
    if deck is None or deck.kind is not None:
        return ""
    deck.kind = "deck"
    return deck.text


def _printing(lines: list[Line], title: str) -> list[Line]:
    wanted = folded(title)
    for first in range(len(lines)):
        said = ""
        for last in range(first, len(lines)):
            said += folded(lines[last].text)
            if wanted and said == wanted:
                return lines[first : last + 1]
            if not wanted.startswith(said):
                break
    return []


def _could_be_title(line: Line, following: list[Line]) -> bool:
    words = line.text.split()
    if len(words) < 3 or not 10 <= len(line.text) <= LONGEST_TITLE:
        return False
    rest = [after for after in following[:HEAD_LINES] if after.kind is None]
    starts_anew = not rest or not rest[0].text[:1].islower()
    return starts_anew and any(after.is_sentence and len(after.text) >= 40 for after in rest)


def _deck_by_looks(following: list[Line]) -> Line | None:
    open_lines = [line for line in following if line.kind is None]
    if len(open_lines) < 2 or open_lines[1].text[:1].islower():
        return None
    deck = open_lines[0]
    after = following[following.index(deck) + 1]
    if len(deck.text) not in DECK_LENGTHS or len(deck.text.split()) < 5:
        return None
    return deck if not deck.has_stop or after.kind == "byline" else None
