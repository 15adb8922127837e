"""Titles and offices that stand beside a person's name."""

from __future__ import annotations

from ...records import Span
from . import vocabulary as words
from .context import Context
from .lines import Draft, Line
from .office_phrases import (
    ARTICLES,
    CLOSERS,
    LINKS,
    LONGEST_ROLE,
    TERMS,
    VERB_TAGS,
    Role,
    is_apposed,
    is_office,
    office_from,
    role_of,
)

COMPLEMENTS = frozenset({"of", "for", "to", "in", "at"})
GIVING_TAGS = frozenset({"VBD", "VBZ", "VBP", "VBN", "RB", "RP"})
BODIES = frozenset(
    {"agency", "authority", "commission", "committee", "company", "council", "court", "department"}
    | {"embassy", "force", "government", "ministry", "mission", "office", "police", "secretariat"}
)
"""Common nouns for what may speak through a spokesperson."""
LED = frozenset({"parliament", "congress", "staff", "police", "army", "intelligence", "mission"})
"""What an office may be of without an article: "chief of staff"."""
BE = frozenset({"is", "was", "has", "had"})
LONGEST_VERB = 6
MODIFIED = words.OFFICE_MODIFIERS | words.OFFICES


def role_beside(context: Context, draft: Span, line: Line | None = None) -> Role | None:
    """The office before the name or that it explains, else after it, else the form of address.

    Before: "the mayor Ana Ruiz", "our mayor, Ana Ruiz,"; after: "Ana Ruiz, the mayor", "who was
    mayor", "was sworn in as mayor".

    **Misses:** offices that another verb gives (`appointed` and `leading` read those); offices in
    another sentence; a second office beside the first; a list under one office ("ministers Ruiz
    and Okafor") gives it to the first only.
    """
    if line is None:
        if not isinstance(draft, Draft):
            return None
        line = context.lines[draft.line]
    tokens = line.tokens(draft)
    if tokens is None:
        return None
    first, last = tokens
    address = line.lower(first - 1).rstrip(".") in words.HONORIFICS
    begin = first - 1 if address else first
    office = _before(context, line, begin)
    office = office or _explained(context, line, begin) or _after(context, line, last)
    office = office or _given(context, line, last)
    if office is None and address:
        return role_of(context, line, first - 1, first, is_office=False)
    return office


def _before(context: Context, line: Line, end: int) -> Role | None:
    """The office that ends right before the name: "Russia's ambassador to Peru"."""
    head = _head_before(context, line, end)
    if head is None:
        return None
    first = head
    while first > 0 and end - first < LONGEST_ROLE and _belongs(context, line, first - 1):
        first -= 1
    while first < head and (line.lower(first) in LINKS | ARTICLES or line.texts[first] == "'s"):
        first += 1
    return role_of(context, line, first, end, is_office=True) if first < end else None


def _head_before(context: Context, line: Line, end: int) -> int | None:
    """The office word that ends before the name, or carries "to Peru" or "of Peru" there."""
    if end <= 0:
        return None
    if is_office(line, end - 1):
        return end - 1
    if line.lower(end - 1) in words.TO_BE and line.lower(end - 2) == "-":
        return end - 3 if is_office(line, end - 3) else None
    if line.lower(end - 1) in LED and line.lower(end - 2) == "of":
        return end - 3 if is_office(line, end - 3) else None
    here = end - 1
    while here > max(0, end - 5) and line.capital(here):
        here -= 1
    if line.lower(here) == "the":
        here -= 1
    complement = " ".join(line.texts[here + 1 : end]).removeprefix("the ")
    placed = bool(context.country(complement) or context.place_kind(complement))
    parts = complement.casefold().split()
    held = bool(parts) and all(part in words.PORTFOLIOS for part in parts)
    linked = here > 0 and line.lower(here) in {"to", "of"} and is_office(line, here - 1)
    return here - 1 if linked and (placed or held) else None


def _belongs(context: Context, line: Line, token: int) -> bool:
    """Whether the token goes on with the office that starts after it."""
    text, word = line.texts[token], line.lower(token)
    if word == "under" and line.lower(token + 1) not in {"secretary", "-"}:
        return False
    if is_office(line, token) or word in words.OFFICE_MODIFIERS - LINKS:
        return line.capital(token) or not line.starts_sentence(token) or word in words.FORMER
    if text in BODIES and line.lower(token + 1) in words.SPOKES:
        return True
    if _is_claimed(line, token):
        return True
    if text == "-":
        return line.lower(token - 1) in MODIFIED
    if text in {"'s", "’s"}:
        return line.capital(token - 1)
    if word in words.STATUS:
        return True
    if word in {"and", "&"}:
        return is_office(line, token - 1)
    if text[:1].isupper() and (text.isalpha() or "." in text):
        return _qualifies(context, line, token)
    return False


def _is_claimed(line: Line, token: int) -> bool:
    """Whether it is part of "self-declared", which is kept with the office."""
    word, at = line.lower(token), token - {"self": 0, "-": 1}.get(line.lower(token), 2)
    is_whole = line.lower(at) == "self" and line.lower(at + 1) == "-"
    return is_whole and (word in {"self", "-"} or word in words.CLAIMED)


def _qualifies(context: Context, line: Line, token: int) -> bool:
    """Whether a capitalised word says of which country or body the office is."""
    text = line.texts[token]
    if context.demonym(text) or context.country(text) or text.isupper():
        return True
    if line.lower(token + 1) in {"'s", "’s"} or line.lower(token - 1) in {"of"}:
        return not line.starts_sentence(token) or line.tags[token] in {"NNP", "NNPS"}
    is_name = line.tags[token] in {"NNP", "NNPS"}
    return is_name and (not line.starts_sentence(token) or line.tags[token + 1] == "NNP")


def _explained(context: Context, line: Line, name: int) -> Role | None:
    """The office that a name explains after a comma: "our director, Ana Ruiz,".

    It opens with an article or an owner, so that a name in a list of persons has none.
    """
    comma = name - 1
    if line.lower(comma) != ",":
        return None
    head = _last_head(line, comma)
    if head is None or (head + 1 < comma and line.lower(head + 1) not in COMPLEMENTS):
        return None
    first = head
    while first > 0 and _modifies(line, first - 1):
        first -= 1
    owned = any(line.tags[token] == "POS" for token in range(first, head))
    if not owned and line.lower(first - 1) not in ARTICLES:
        return None
    return role_of(context, line, first, comma, is_office=True)


def _last_head(line: Line, end: int) -> int | None:
    """The office word that the noun phrase before a token is about."""
    for token in range(end - 1, max(-1, end - LONGEST_ROLE), -1):
        if line.texts[token] in CLOSERS or line.tags[token] in VERB_TAGS:
            return None
        if is_apposed(line, token) and line.tags[token + 1] not in {"NN", "POS"}:
            return token
    return None


def _modifies(line: Line, token: int) -> bool:
    tags, word = words.APPOSITION_TAGS - {"DT", "PRP$", "VBN"}, line.lower(token)
    is_status = word in words.FORMER or word in words.ACTING or word in words.CLAIMED
    return is_status or (line.tags[token] in tags and word not in ARTICLES)


def _given(context: Context, line: Line, last: int) -> Role | None:
    """The office after a passive and "as": "was brought back as the board's chairman"."""
    first = last
    while first < min(last + LONGEST_VERB, len(line.texts)) and line.tags[first] in GIVING_TAGS:
        first += 1
    passive = first > last + 1 and "VBN" in line.tags[last + 1 : first]
    if not passive or line.lower(first) != "as" or line.lower(last) not in BE:
        return None
    return office_from(context, line, first + 1)


def office_after(context: Context, name: Span, line: Line) -> Role | None:
    """The office in apposition to a name, whatever stands before it."""
    tokens = line.tokens(name)
    return _after(context, line, tokens[1]) if tokens else None


def _after(context: Context, line: Line, last: int) -> Role | None:
    """The office in apposition: ", the foreign minister of Peru," or ", 45, a lawyer,"."""
    if line.lower(last) not in {",", "(", "-", "–", "—", "--"}:
        return None
    first = last + 1
    if line.lower(first).isdigit() and line.lower(first + 1) == ",":
        first += 2
    past = False
    if line.lower(first) in {"who", "which"} and (copula := _copula(line, first + 1)):
        past = line.lower(copula) == "was"
        first = copula + 1
    if line.lower(first) in {"once", "formerly", "previously"}:
        past, first = True, first + 1
    return office_from(context, line, first, is_past=past)


def _copula(line: Line, first: int) -> int | None:
    """The "is" or "was" here, or after "until Sunday"."""
    reach = LONGEST_VERB if line.lower(first) in TERMS else 1
    found = (token for token in range(first, first + reach) if line.lower(token) in {"is", "was"})
    return next(found, None)
