"""Persons found by the title or office before their name."""

from __future__ import annotations

from collections.abc import Iterator

from . import vocabulary as words
from .context import Context
from .lines import Draft, Line
from .names import cut

TITLED_WEIGHT = 2.5
OFFICE_WEIGHT = 0.9
PLAIN_OFFICES = words.OFFICES - words.RANKS
FIRM_TITLES = words.HONORIFICS | words.CAPITAL_TITLES
LEADING = words.OFFICES | words.HONORIFICS | words.OFFICE_MODIFIERS
NOT_A_NAME = words.GENERIC_ALONE | words.MONTHS_DAYS | words.OFFICES
HEADS = words.ORGANISATION_HEADS | words.PLACE_HEADS


def titled_persons(context: Context, line: Line) -> Iterator[Draft]:
    """The name after "Mr", "Dr" or a capitalised office: "Prime Minister Ana Ruiz".

    **Misses:** a single name after an office in lower case ("the mayor Ruiz").
    """
    token = 0
    while token < len(line.texts) - 1:
        weight = _title_weight(context, line, token)
        last = _person_end(context, line, token + 1) if weight else token + 1
        if last > token + (1 if weight == TITLED_WEIGHT else 2):
            start, end = cut(context.article.text, line.starts[token + 1], line.end(last - 1))
            yield Draft(start, end, "PERSON", weight, line.number)
        token = last


def _title_weight(context: Context, line: Line, token: int) -> float:
    """How firmly the token announces a person; 0 where it does not."""
    word = line.lower(token).rstrip(".")
    if not line.capital(token):
        return OFFICE_WEIGHT if word in PLAIN_OFFICES else 0.0
    if word in FIRM_TITLES:
        return TITLED_WEIGHT
    if word in words.CROWNS:
        return 0.0 if _is_within_name(context, line, token) else TITLED_WEIGHT
    return TITLED_WEIGHT if _ends_office(context, line, token) else 0.0


def _is_within_name(context: Context, line: Line, token: int) -> bool:
    """Whether the title is a word of a name: "Ana King", "Prince Rupert" the town."""
    before = line.texts[token - 1] if token else ""
    title = line.lower(token - 1) in LEADING
    if line.capital(token - 1) and not (title or context.demonym(before) or line.opens(token)):
        return True
    after = line.texts[token + 1] if token + 1 < len(line.texts) else ""
    return bool(context.place_kind(f"{line.texts[token]} {after}"))


def _ends_office(context: Context, line: Line, token: int) -> bool:
    """Whether a country here ends an office that a name may follow: "ambassador to Peru"."""
    link = line.lower(token - 1)
    office = line.lower(token - 2) in words.OFFICES
    return link in {"to", "of"} and office and bool(context.country(line.texts[token]))


def _person_end(context: Context, line: Line, first: int) -> int:
    last = first
    while last < min(first + 4, len(line.texts)) and _in_person(line, last):
        last += 1
        if hyphenated(line, last):
            last += 2
    while last > first and line.lower(last - 1) in words.PARTICLES:
        last -= 1
    if last == first or _of_title(context, line, first, last):
        return first
    return last


def hyphenated(line: Line, token: int) -> bool:
    """Whether a hyphen here ties one more word to the name before it: "Ing-wen"."""
    if token + 1 >= len(line.texts) or line.texts[token] != "-" or token == 0:
        return False
    tight = line.starts[token] == line.end(token - 1) and line.starts[token + 1] == line.end(token)
    return tight and line.texts[token + 1].isalpha()


def _in_person(line: Line, token: int) -> bool:
    text, word = line.texts[token], line.lower(token)
    if word in words.PARTICLES and text.islower():
        return word not in {"y", "e"} and line.capital(token + 1)
    if not line.capital(token) or word in NOT_A_NAME:
        return False
    return text.isalpha() or "-" in text or "." in text[1:]


def _of_title(context: Context, line: Line, first: int, last: int) -> bool:
    """Whether the words after a title are not a name but say of what: "President Russia".

    So do "head of US" before "Central Command", and "Edward" in "Prince Edward Island".
    """
    if line.capital(last) and line.lower(last) in HEADS:
        return True
    words_after = line.texts[first:last]
    return any(context.demonym(word) or context.country(word) for word in words_after[:1])
