"""Places of two words or more that the gazetteer knows whole: "Sher Khan Bandar", "Sar-e Pol"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...records import Label, Span
from . import vocabulary as words
from .context import Context
from .lines import Draft, Line

CHARTED_WEIGHT = 2.0
MOST_WORDS = 6
_WORD = r"[^\W\d_a-z][^\W\d_]*(?:[’'](?!s\b)[^\W\d_]+)?"
_TIE = r"(?:-(?:e|i|ye|yi|al|ul|ud|us|o|u)(?:-|\s)|-|\s(?:(?:of|de|del|al|el|la|wa)\s)?)"
_RUN = re.compile(rf"(?<![\w’'-]){_WORD}(?:{_TIE}{_WORD})*")
_STEP = re.compile(rf"{_TIE}(?={_WORD})")


def label_of_kind(kind: str) -> Label:
    """The label of a place of that kind."""
    if kind in words.NATURAL_KINDS:
        return "LOC"
    return "FAC" if kind in words.BUILT_KINDS else "GPE"


def charted_places(context: Context, line: Line) -> Iterator[Draft]:
    """Runs of capitalised words in one line that are, as a whole, a place the lexicon knows.

    Words that open a sentence, titles and names of peoples before the place are left off; a run
    that goes on after the place is another name ("Lashkar Gah Hotel").

    **Misses:** places of one word; runs of more than six words; places under an alternate name.
    """
    text = context.article.text
    for match in _RUN.finditer(text, line.start, line.stop):
        start = _start(context, line, match)
        kind = context.place_kind(text[start : match.end()]) if start >= 0 else None
        if kind:
            yield Draft(start, match.end(), label_of_kind(kind), CHARTED_WEIGHT, line.number)


def _start(context: Context, line: Line, match: re.Match[str]) -> int:
    """Where in the run the known place starts, or -1 where there is none."""
    start, left = match.start(), MOST_WORDS
    while left:
        name = context.article.text[start : match.end()]
        step = _STEP.search(context.article.text, start, match.end())
        if step is None:
            return -1
        if context.place_kind(name) and not _follows_title(line, start):
            return start
        if not _may_precede(context, line, start, step):
            return -1
        start, left = step.end(), left - 1
    return -1


def _may_precede(context: Context, line: Line, start: int, step: re.Match[str]) -> bool:
    """Whether the first word of a run may stand before a name without being part of it."""
    word = context.article.text[start : step.start()]
    found = line.tokens(Span(start, step.start()))
    opens = found is not None and line.opens(found[0]) and line.tags[found[0]] in {"IN", "RB", "CC"}
    return step.group().isspace() and bool(opens or context.demonym(word))


def _follows_title(line: Line, start: int) -> bool:
    found = line.tokens(Span(start, start + 1))
    before = line.lower(found[0] - 1).rstrip(".") if found else ""
    return before in words.HONORIFICS or before in words.OFFICES
