"""Names found by their shape: organisations by head word, acronyms, titled persons, peoples."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...records import Label, Span
from . import vocabulary as words
from .acting import acting_persons
from .charted import charted_places
from .context import Context
from .lines import Draft, Line
from .names import all_initials, cut, initials, is_acronym
from .titled import titled_persons

DEFINITION = re.compile(r"\s?\(\s?[\"“']?([^\W\d_][\w&.\-]{1,11})[\"”']?\s?\)")
EXPLAINED = re.compile(
    r"(?<![\w&.-])([^\W\d_a-z][\w&.\-]{1,11})\s\((?:the\s)?([^\W\d_a-z][^()\n]{4,100})\)"
)
MIXED = re.compile(r"[A-Z]+[a-z]{1,2}[A-Z]+[a-z]?")
GROUP_OPENERS = frozenset(name.split()[0] for name in words.LONG_GROUPS) & words.PEOPLES
TIED_GROUP = re.compile(
    r"\b(?:Lashkar|Jaish|Hi[sz]b|Hezb|Jamiat|Jama'?at|Tehri[ck]|Tehreek|Harkat|Sipah|Majlis)"
    r"(?:[- ](?:e|i|ye|yi)[- ]|[- ][au][a-z]-)[^\W\d_a-z]\w+(?:-[^\W\d_a-z]\w+)?"
)
MAX_NAME = 9
SHORT = 3
NOT_IN_NAME = words.HONORIFICS | words.MONTHS_DAYS | words.LEGAL_FORMS
STANDING_PEOPLES = words.PEOPLES - {"western", "orthodox"}
JOINERS = frozenset({"of", "for", "on"})
SHAPE_WEIGHT = 2.0
DEFINED_WEIGHT = 3.0
DEMONYM_WEIGHT = 0.7
ACRONYM_WEIGHT = 0.6
PLACE_WEIGHT = 0.8
OFFICES_ALONE = words.OFFICES - words.ORGANISATION_HEADS
SORTS = (words.ORGANISATION_HEADS | words.OFFICES | words.OFFICE_MODIFIERS) - JOINERS


def shape_drafts(context: Context, line: Line) -> Iterator[Draft]:
    """Names of one line that stand by their shape, whatever the model says.

    **Misses:** organisations without a head word or legal form; persons without a title or a
    deed of persons; acronyms in lines of capitals; peoples that the lexicon does not know.
    """
    yield from definitions(context, line)
    yield from long_groups(context, line)
    yield from tied_groups(context, line)
    if line.headline:
        return
    yield from charted_places(context, line)
    yield from organisations(context, line)
    yield from titled_persons(context, line)
    yield from acronyms(context, line)
    yield from acting_persons(context, line)


def long_groups(context: Context, line: Line) -> Iterator[Draft]:
    """Groups whose name opens with a people's: "Islamic State", with a province of its own."""
    for token in range(len(line.texts) - 1):
        if line.lower(token) not in GROUP_OPENERS or not line.capital(token):
            continue
        pair = f"{line.lower(token)} {line.lower(token + 1)}"
        if pair in words.LONG_GROUPS and line.capital(token + 1):
            last = _own_part(context, line, token + 2)
            yield _draft(context, line, token, last, "ORG", SHAPE_WEIGHT)


def tied_groups(context: Context, line: Line) -> Iterator[Draft]:
    """Armies and parties by their Persian or Arabic head: "Lashkar-e-Norda"."""
    for match in TIED_GROUP.finditer(context.article.text, line.start, line.stop):
        yield Draft(match.start(), match.end(), "ORG", SHAPE_WEIGHT, line.number)


def _own_part(context: Context, line: Line, token: int) -> int:
    """One past the land or province after a group's name: "of Peru", "Khorasan Province"."""
    after = token + (line.lower(token) in {"-", "of", "in"})
    while line.capital(after) and (
        context.country(line.texts[after])
        or context.place_kind(line.texts[after]) == "region"
        or line.lower(after) == "province"
    ):
        token = after = after + 1
    return token


def organisations(context: Context, line: Line) -> Iterator[Draft]:
    """Names such as "Ministry of Water and Energy" or "Northern Rivers Council"."""
    token = 0
    while token < len(line.texts):
        if line.capital(token) and line.lower(token) in words.ORGANISATION_HEADS:
            first, last = _left(line, token), _right(context, line, token)
            if last - first > 1 and _is_organisation(line, first, last):
                yield _draft(context, line, first, last, "ORG", SHAPE_WEIGHT)
            token = last
        else:
            token += 1


def _left(line: Line, head: int) -> int:
    first = head
    while first > 0 and head - first < MAX_NAME and _names_on(line, first - 1):
        first -= 1
    while first < head and line.starts_sentence(first) and line.tags[first] not in {"NNP", "NNPS"}:
        first += 1
    return first


def _names_on(line: Line, token: int) -> bool:
    text = line.texts[token]
    if text == "&":
        return line.capital(token - 1)
    if not line.capital(token) or not text[0].isalpha():
        return text == "-" and line.capital(token - 1) and line.capital(token + 1)
    titled = line.lower(token) in NOT_IN_NAME
    return not titled and line.tags[token] not in {"DT", "IN", "PRP", "PRP$", "CC", "WDT", "WP"}


def _right(context: Context, line: Line, head: int) -> int:
    """One past the last token of "HEAD of (the) Name(, Name and Name)"."""
    last = head + 1
    while last < len(line.texts) and _runs_on(line, last):
        last += 1
    if last > head + 1 or line.lower(head) not in words.JOINING_HEADS:
        return last
    if line.lower(last) not in JOINERS:
        return last
    after = last + 1
    if line.lower(after) == "the":
        after += 1
    if not line.capital(after) or line.lower(after) in words.MONTHS_DAYS:
        return last
    return _list_end(context, line, after)


def _runs_on(line: Line, token: int) -> bool:
    word = line.lower(token)
    return line.capital(token) and (word in words.ORGANISATION_HEADS or word in words.LEGAL_FORMS)


def _list_end(context: Context, line: Line, first: int) -> int:
    """The end of a run of names joined by commas and a last "and"."""
    here = _run_end(line, first)
    best = here
    limit = first + 2 * MAX_NAME
    while here < min(limit, len(line.texts) - 1) and line.capital(here + 1):
        mark = line.lower(here)
        if mark not in {",", "and", "&"} or _is_place(context, line, here + 1):
            break
        here = _run_end(line, here + 1)
        if mark in {"and", "&"}:
            return here
    return best


def _run_end(line: Line, first: int) -> int:
    last = first
    while last < len(line.texts) and last - first < 2 * MAX_NAME:
        named = line.capital(last) and line.texts[last][0].isalpha()
        if not named and not (line.lower(last) in {"of", "for"} and line.capital(last + 1)):
            break
        last += 1
    return last


def _is_place(context: Context, line: Line, token: int) -> bool:
    return bool(context.country(line.texts[token]))


def _is_organisation(line: Line, first: int, last: int) -> bool:
    naming = [line.lower(token) for token in range(first, last)]
    if naming[-1] in OFFICES_ALONE:
        return False
    return any(word not in SORTS for word in naming)


def definitions(context: Context, line: Line) -> Iterator[Draft]:
    """Both halves of "Northern Rivers Council (NRC)" or "NRC (Northern Rivers Council)"."""
    text, end = context.article.text, line.stop
    for match in DEFINITION.finditer(text, line.start, end):
        start = _long_form(text, line.start, match.start(), match.group(1))
        if start is not None:
            yield Draft(start, match.start(), "ORG", DEFINED_WEIGHT, line.number)
            yield Draft(match.start(1), match.end(1), "ORG", DEFINED_WEIGHT, line.number)
    for match in EXPLAINED.finditer(text, line.start, end):
        if _long_form(text, match.start(2), match.end(2), match.group(1)) == match.start(2):
            yield Draft(match.start(1), match.end(1), "ORG", DEFINED_WEIGHT, line.number)
            yield Draft(match.start(2), match.end(2), "ORG", DEFINED_WEIGHT, line.number)


def _long_form(text: str, floor: int, end: int, acronym: str) -> int | None:
    """Where the words begin whose initials spell the acronym, or None.

    Small words count where the acronym writes them small: "BoN" is "Bank of Norda".
    """
    if not (is_acronym(acronym) or MIXED.fullmatch(acronym)):
        return None
    wanted = re.sub(r"[.&-]", "", acronym).casefold()
    window = max(floor, end - 120)
    starts = [m.start() + window for m in re.finditer(r"(?<![\w'’])[^\W\d_]", text[window:end])]
    spell = initials if is_acronym(acronym) else all_initials
    for start in reversed(starts[-2 * len(wanted) - 3 :]):
        if text[start].isupper() and spell(text[start:end]) == wanted:
            return cut(text, start, end)[0]
    return None


def acronyms(context: Context, line: Line) -> Iterator[Draft]:
    """Words of two to seven capitals that are neither places nor common abbreviations."""
    for token, text in enumerate(line.texts):
        if not (is_acronym(text) and text.isalpha()) or text.casefold() in words.NOT_ORGANISATIONS:
            continue
        wing = _wing(line, token)
        if text.casefold() in words.MONTHS_DAYS or (not wing and _beside_capitals(line, token)):
            continue
        if context.country(text) or context.place_kind(text) or context.demonym(text):
            continue
        yield _draft(context, line, token, token + 1 + wing, "ORG", ACRONYM_WEIGHT)


def _wing(line: Line, token: int) -> int:
    """How many tokens after an acronym name a wing of it by one letter: "NPU-K"."""
    tied = token + 2 < len(line.texts) and line.texts[token + 1] == "-"
    if not tied or line.starts[token + 2] != line.end(token) + 1:
        return 0
    return 2 * (len(line.texts[token + 2]) == 1 and line.capital(token + 2))


def _beside_capitals(line: Line, token: int) -> bool:
    """Whether the word is part of a shout rather than an acronym."""
    near = [line.texts[other] for other in (token - 1, token + 1) if 0 <= other < len(line.texts)]
    return any(len(text) > 1 and text.isalpha() and text.isupper() for text in near)


def _draft(
    context: Context, line: Line, first: int, last: int, label: Label, weight: float
) -> Draft:
    start, end = cut(context.article.text, line.starts[first], line.end(last - 1))
    return Draft(start, end, label, weight, line.number)


def people_and_countries(context: Context, line: Line, taken: list[Span]) -> Iterator[Draft]:
    """Demonyms and countries that stand free in the line."""
    covered = {token for span in taken for token in range(*(line.tokens(span) or (0, 0)))}
    for token, text in enumerate(line.texts):
        if token in covered or not line.capital(token) or not text[0].isalpha():
            continue
        if context.demonym(text) or text.casefold() in STANDING_PEOPLES:
            yield _draft(context, line, token, token + 1, "NORP", DEMONYM_WEIGHT)
        elif context.country(text):
            yield _draft(context, line, token, token + 1, "GPE", PLACE_WEIGHT)
        elif text.casefold() in words.ORGANISED_GROUPS and (len(text) > SHORT or text.isupper()):
            yield _draft(context, line, token, token + 1, "ORG", PLACE_WEIGHT)
        elif _is_free_place(context, line, token):
            yield _draft(context, line, token, token + 1, "GPE", PLACE_WEIGHT)


def _is_free_place(context: Context, line: Line, token: int) -> bool:
    """A known place after "in", before "in" and its country, or in capitals opening a dispatch."""
    text = line.texts[token]
    opening = token == 0 and len(text) > 3 and text.isupper()
    is_led = line.lower(token - 1) in words.LOCATIVE or _lies_in(context, line, token + 1)
    if not opening and not is_led:
        return False
    return not line.capital(token + 1) and bool(
        context.place_kind(text.title() if opening else text)
    )


def _lies_in(context: Context, line: Line, token: int) -> bool:
    """Whether ", in Peru" or "in Lima province" follows: what stands before lies there."""
    token += line.lower(token) == ","
    if line.lower(token) != "in":
        return False
    token += 2 if line.lower(token + 1) == "the" else 1
    if not line.capital(token):
        return False
    name = line.texts[token]
    divided = line.lower(token + 1) in {"province", "county", "valley", "district"}
    return divided or bool(context.country(name)) or context.place_kind(name) == "admin1"
