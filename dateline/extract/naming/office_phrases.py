"""The noun phrase that names an office: where it starts, and where what is no part of it does."""

from __future__ import annotations

from dataclasses import dataclass

from ...records import Span
from . import vocabulary as words
from .context import Context
from .lines import Line

LONGEST_ROLE = 12
VERB_TAGS = frozenset({"VB", "VBD", "VBZ", "VBP", "MD", "WP", "WDT", "WRB"})
CLOSERS = frozenset(
    {",", ".", ";", ":", "(", ")", "-", "–", "—", "--", '"', "”", "“", "!", "?", "''", "``"}
)
LINKS = frozenset({"of", "to", "for", "and", "the", "at", "in", "on", "&"})
TERMS = frozenset({"until", "till", "since"})
AFTERS = frozenset(
    {"under", "after", "by", "during", "when", "while", "before", "amid", "despite", "because"}
    | {"following", "ahead", "alongside", "whose", "where", "that", "if", "but", "or", "as"}
)
"""Words that open what is no part of an office any more."""
ARTICLES = frozenset({"a", "an", "the", "his", "her", "its", "their", "our", "my"})


@dataclass(frozen=True, slots=True)
class Role(Span):
    """A title or office as written, and where it stands."""

    text: str
    is_office: bool
    """Whether it names an office and not only a form of address."""
    is_past: bool = False
    """Whether the clause says that it was held once: "who was minister"."""


def role_of(
    context: Context, line: Line, first: int, last: int, *, is_office: bool, is_past: bool = False
) -> Role:
    """The tokens as a role."""
    start, end = line.starts[first], line.end(last - 1)
    return Role(start, end, context.article.text[start:end], is_office, is_past)


def is_office(line: Line, token: int) -> bool:
    """Whether the token is an office and no form of address."""
    word = line.lower(token).rstrip(".")
    return word in words.OFFICES and word not in words.HONORIFICS


def office_from(context: Context, line: Line, first: int, *, is_past: bool = False) -> Role | None:
    """The office that a noun phrase from this token on names, or None.

    A term that ends ("from 2001 to 2006", "until May") is no part of it and tells of the past.
    """
    while line.lower(first) in ARTICLES:
        first += 1
    end = _trimmed(line, first, _apposition_end(line, first))
    heads = [token for token in range(first, min(end, first + 7)) if is_apposed(line, token)]
    if not heads or not _reaches(line, first, heads[0]):
        return None
    return role_of(
        context, line, first, end, is_office=True, is_past=is_past or _is_ended(line, end)
    )


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


def is_apposed(line: Line, token: int) -> bool:
    """Whether an apposition may be about the token: an office, but no kin."""
    return is_office(line, token) and line.lower(token) not in words.FAMILY


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
    return all(
        line.tags[token] in words.APPOSITION_TAGS
        or line.lower(token) in words.STATUS
        or _tied(line, token)
        for token in range(first, head)
    )
