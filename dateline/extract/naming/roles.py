"""Titles and offices that stand beside a person's name."""

from __future__ import annotations

from dataclasses import dataclass

from ...records import Span
from . import vocabulary as words
from .context import Context
from .lines import Draft, Line

LONGEST_ROLE = 12
CLOSERS = frozenset(
    {",", ".", ";", ":", "(", ")", "-", "–", "—", "--", '"', "”", "“", "!", "?", "''", "``"}
)
LINKS = frozenset({"of", "to", "for", "and", "the", "at", "in", "on", "&"})
COMPLEMENTS = frozenset({"of", "for", "to", "in", "at"})
VERB_TAGS = frozenset({"VB", "VBD", "VBZ", "VBP", "MD", "WP", "WDT", "WRB"})
GIVING_TAGS = frozenset({"VBD", "VBZ", "VBP", "VBN", "RB", "RP"})
BODIES = frozenset(
    {"agency", "authority", "commission", "committee", "company", "council", "court", "department"}
    | {"embassy", "force", "government", "ministry", "mission", "office", "police", "secretariat"}
)
"""Common nouns for what may speak through a spokesperson."""
LED = frozenset({"parliament", "congress", "staff", "police", "army", "intelligence", "mission"})
"""What an office may be of without an article: "chief of staff"."""
BE = frozenset({"is", "was", "has", "had"})
TERMS = frozenset({"until", "till", "since"})
AFTERS = frozenset(
    {"under", "after", "by", "during", "when", "while", "before", "amid", "despite", "because"}
    | {"following", "ahead", "alongside", "whose", "where", "that", "if", "but", "or", "as"}
)
"""Words that open what is no part of an office any more."""
LONGEST_VERB = 6
ARTICLES = frozenset({"a", "an", "the", "his", "her", "its", "their", "our", "my"})


@dataclass(frozen=True, slots=True)
class Role(Span):
    """A title or office as written, and where it stands."""

    text: str
    is_office: bool
    """Whether it names an office and not only a form of address."""
    is_past: bool = False
    """Whether the clause says that it was held once: "who was minister"."""


def role_beside(context: Context, draft: Span, line: Line | None = None) -> Role | None:
    """The office before the name or that it explains, else after it, else the form of address.

    Before: "the mayor Ana Ruiz", "our mayor, Ana Ruiz,"; after: "Ana Ruiz, the mayor", "who was
    mayor", "was sworn in as mayor".

    **Misses:** offices given by a verb alone ("chairs the board"); offices in another sentence;
    a list of persons under one office ("ministers Ruiz and Okafor") gives it to the first only.
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
        return _role(context, line, first - 1, first, is_office=False)
    return office


def _role(
    context: Context, line: Line, first: int, last: int, *, is_office: bool, is_past: bool = False
) -> Role:
    start, end = line.starts[first], line.end(last - 1)
    return Role(start, end, context.article.text[start:end], is_office, is_past)


def _is_office(line: Line, token: int) -> bool:
    word = line.lower(token).rstrip(".")
    return word in words.OFFICES and word not in words.HONORIFICS


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
    return _role(context, line, first, end, is_office=True) if first < end else None


def _head_before(context: Context, line: Line, end: int) -> int | None:
    """The office word that ends before the name, or carries "to Peru" or "of Peru" there."""
    if end <= 0:
        return None
    if _is_office(line, end - 1):
        return end - 1
    if line.lower(end - 1) in words.TO_BE and line.lower(end - 2) == "-":
        return end - 3 if _is_office(line, end - 3) else None
    if line.lower(end - 1) in LED and line.lower(end - 2) == "of":
        return end - 3 if _is_office(line, end - 3) else None
    here = end - 1
    while here > max(0, end - 5) and line.capital(here):
        here -= 1
    if line.lower(here) == "the":
        here -= 1
    complement = " ".join(line.texts[here + 1 : end]).removeprefix("the ")
    placed = bool(context.country(complement) or context.place_kind(complement))
    parts = complement.casefold().split()
    held = bool(parts) and all(part in words.PORTFOLIOS for part in parts)
    linked = here > 0 and line.lower(here) in {"to", "of"} and _is_office(line, here - 1)
    return here - 1 if linked and (placed or held) else None


def _belongs(context: Context, line: Line, token: int) -> bool:
    """Whether the token goes on with the office that starts after it."""
    text, word = line.texts[token], line.lower(token)
    if word == "under" and line.lower(token + 1) not in {"secretary", "-"}:
        return False
    if _is_office(line, token) or word in words.OFFICE_MODIFIERS - LINKS:
        return line.capital(token) or not line.starts_sentence(token) or word in words.FORMER
    if text in BODIES and line.lower(token + 1) in words.SPOKES:
        return True
    if _is_claimed(line, token):
        return True
    if text == "-":
        return line.lower(token - 1) in words.OFFICE_MODIFIERS | words.OFFICES
    if text in {"'s", "’s"}:
        return line.capital(token - 1)
    if word in words.FORMER | words.ACTING:
        return True
    if word in {"and", "&"}:
        return _is_office(line, token - 1)
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
    return _role(context, line, first, comma, is_office=True)


def _last_head(line: Line, end: int) -> int | None:
    """The office word that the noun phrase before a token is about."""
    for token in range(end - 1, max(-1, end - LONGEST_ROLE), -1):
        if line.texts[token] in CLOSERS or line.tags[token] in VERB_TAGS:
            return None
        if _is_apposed(line, token) and line.tags[token + 1] not in {"NN", "POS"}:
            return token
    return None


def _modifies(line: Line, token: int) -> bool:
    tags, word = words.APPOSITION_TAGS - {"DT", "PRP$", "VBN"}, line.lower(token)
    is_status = word in words.FORMER | words.ACTING | words.CLAIMED
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


def office_from(context: Context, line: Line, first: int, *, is_past: bool = False) -> Role | None:
    """The office that a noun phrase from this token on names, or None.

    A term that ends ("from 2001 to 2006", "until May") is no part of it and tells of the past.
    """
    while line.lower(first) in ARTICLES:
        first += 1
    end = _trimmed(line, first, _apposition_end(line, first))
    heads = [token for token in range(first, min(end, first + 7)) if _is_apposed(line, token)]
    if not heads or not _reaches(line, first, heads[0]):
        return None
    return _role(context, line, first, end, is_office=True, is_past=is_past or _is_ended(line, end))


def _trimmed(line: Line, first: int, end: int) -> int:
    """The end without the links and articles that a cut phrase leaves behind."""
    while end > first and line.lower(end - 1) in LINKS | ARTICLES | {"from", "by", "with", "who"}:
        end -= 1
    return end


def _is_ended(line: Line, token: int) -> bool:
    """Whether a term with an end follows: "from 2001 to 2006", "in 2001-6", "until May"."""
    if line.lower(token) in {"until", "till"}:
        return True
    if line.lower(token) not in {"from", "between"}:
        return False
    years = [n for n in range(token + 1, token + 7) if line.lower(n).isdigit()]
    return len(years) > 1


def _is_apposed(line: Line, token: int) -> bool:
    return _is_office(line, token) and line.lower(token) not in words.FAMILY


def _apposition_end(line: Line, first: int) -> int:
    end = first
    while end < min(first + LONGEST_ROLE, len(line.texts)):
        if line.texts[end] in CLOSERS and not _hyphen(line, end):
            break
        if line.tags[end] in {"VBD", "VBZ", "VBP", "MD", "WP", "WDT"} and not _tied(line, end):
            break
        if end > first and _is_circumstance(line, end):
            break
        if line.tags[end] == "CD" and line.lower(end - 1) == "of":
            return end - 1
        if line.tags[end] == "DT" and end > first and line.tags[end - 1].startswith("NN"):
            break
        end += 1
    return end


def _is_circumstance(line: Line, token: int) -> bool:
    """Whether the office is over here, and when or under whom it was held begins."""
    word, after = line.lower(token), line.lower(token + 1)
    tag = (line.tags[token + 1 : token + 2] or ("",))[0]
    if (word, tag) in {("to", "VB"), ("and", "DT"), ("and", "PRP$"), ("for", "PRP$")}:
        return True
    if word == "in" and after in {"a", "an"}:
        return True
    if word in TERMS | AFTERS:
        return word != "under" or after not in {"secretary", "-"}
    if word in words.MONTHS_DAYS or (word in {"last", "this", "earlier"} and token > 0):
        return line.lower(token - 1) not in {"the", "of"}
    timed = (
        after in words.MONTHS_DAYS
        or after[:2].isdigit()
        or line.tags[token + 1 : token + 2] == ("CD",)
    )
    return word in {"in", "on", "from", "between", "for", "at"} and timed


def _tied(line: Line, token: int) -> bool:
    """Whether a hyphen ties the word to the one before it: "self-declared"."""
    return token > 0 and _hyphen(line, token - 1)


def _hyphen(line: Line, token: int) -> bool:
    return line.texts[token] == "-" and line.starts[token] == line.end(token - 1)


def _reaches(line: Line, first: int, head: int) -> bool:
    """Whether only modifiers stand between the comma and the office word."""
    status = words.FORMER | words.ACTING
    return all(
        line.tags[token] in words.APPOSITION_TAGS
        or line.lower(token) in status
        or _tied(line, token)
        for token in range(first, head)
    )
