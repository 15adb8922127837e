"""What looks like a name and is none: words of kind, section labels, offices, opening words."""

from __future__ import annotations

import re

from . import vocabulary as words
from .context import Context
from .lines import Draft, Line
from .names import fold, is_acronym
from .shapes import DEFINED_WEIGHT

OPENING, CLOSING = frozenset("\"“‘'"), frozenset("\"”’'")
LABEL_CLOSERS = frozenset({"", ".", ":", "-", "–", "—", "|", "!"})
ABSTRACT = re.compile(r"(?:[ts]ion|ment|ness|ity)s?$")
COMMON_TAGS = frozenset({"NN", "NNS", "JJ", "RB", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
OFFICE_WORDS = words.OFFICES | words.OFFICE_MODIFIERS
GENERIC = (words.GENERIC_ALONE | OFFICE_WORDS) - words.PROPER_ALONE
OFFICES_AND_GENERIC = words.OFFICES | words.GENERIC_ALONE
ORGANISED_OR_PROPER = words.ORGANISED_GROUPS | words.PROPER_ALONE


def is_unnamed(context: Context, draft: Draft) -> bool:
    """Whether the words of the draft name nobody and nothing.

    **Misses:** a common word inside a sentence that the text capitalises for effect; the label of
    a section that is not in the closed list.
    """
    if draft.weight == DEFINED_WEIGHT:
        return False
    line = context.lines[draft.line]
    tokens = line.tokens(draft)
    if _is_generic(context, draft) or _is_epithet(context, draft):
        return True
    if tokens is None or draft.label not in {"ORG", "PERSON"}:
        return False
    return (
        _is_section_label(line, *tokens)
        or _is_office(context, line, *tokens)
        or (draft.label == "ORG" and draft.weight <= 1 and _only_opens(context, line, *tokens))
    )


def _is_generic(context: Context, draft: Draft) -> bool:
    """Whether the words only say what kind of thing is meant: "Ministry", "the Court"."""
    parts = fold(context.article.text[draft.start : draft.end]).split()
    if draft.label == "NORP" or not parts:
        return False
    if parts[0] == "covid" or (len(parts) == 1 and parts[0] in words.NOT_ORGANISATIONS):
        return not context.country(parts[0].upper())
    if len(parts) == 1:
        return parts[0] in GENERIC
    return parts[-1] in words.OFFICES and all(part in OFFICE_WORDS for part in parts)


def _is_epithet(context: Context, draft: Draft) -> bool:
    """Whether the words are a by-name in quotation marks before a name: "Iron Duke" Ana Ruiz."""
    text = context.article.text
    before, after = text[draft.start - 1 : draft.start], text[draft.end : draft.end + 3]
    quoted = before in OPENING and after[:1] in CLOSING and after[1:2] == " "
    return bool(before) and quoted and after[2:].isupper() and draft.label != "PERSON"


def _is_section_label(line: Line, first: int, last: int) -> bool:
    """Whether the words head a section: "ANALYSIS.", "Interview:" or "LIVE" on its own line."""
    if any(line.lower(token) not in words.SECTION_LABELS for token in range(first, last)):
        return False
    return line.opens(first) and line.lower(last) in LABEL_CLOSERS


def _is_office(context: Context, line: Line, first: int, last: int) -> bool:
    """Whether the words belong to an office: "British Defence" before "Secretary Ana Ruiz"."""
    if line.lower(first) in words.PORTFOLIO_HEADS and line.lower(first + 1) == "of":
        return True
    while first < last and _of_country(context, line, first):
        first += 1
    while last > first and line.lower(last - 1) in words.PORTFOLIO_HEADS:
        last -= 1
    held = first < last and all(line.lower(n) in words.PORTFOLIOS for n in range(first, last))
    return held and line.capital(last) and line.lower(last) in words.PORTFOLIO_HEADS


def _of_country(context: Context, line: Line, token: int) -> bool:
    text = line.texts[token]
    return text in {"'s", "’s"} or bool(context.demonym(text) or context.country(text))


def _only_opens(context: Context, line: Line, first: int, last: int) -> bool:
    """Whether a lone word has its capital only from opening a sentence or a headline."""
    text = line.texts[first]
    if last - first > 1 or not line.opens(first) or text.isupper() or is_acronym(text):
        return False
    if line.lower(first) in ORGANISED_OR_PROPER:
        return False
    if line.lower(first).removesuffix("s") in OFFICES_AND_GENERIC:
        return True
    known = text in context.inner_words or context.place_kind(text) or context.country(text)
    common = line.tags[first] in COMMON_TAGS or bool(ABSTRACT.search(text))
    return common and not known and not line.speaks(first)
