"""What opens a dispatch: who signs it, when it was published, and where it was filed from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from .agencies import ANY_SIGNATURE, agency_of
from .times import CLOCK, MONTH, Moment, Order, read_time

LONGEST_BYLINE = 160
BY = re.compile(
    r"(?:(?:written|reported|words|story|text|posted|published) by|by|authors?:)\s+(?P<names>.+)",
    re.IGNORECASE,
)
SEPARATORS = re.compile(r"\s*(?:[,;|/&•·]|\band\b|\bfor\b|\bin\b|[-–—]\s)\s*")
PARTICLES = frozenset(
    {"de", "van", "von", "der", "den", "bin", "ibn", "al", "el", "la", "le", "du", "da", "di"}
    | {"dos", "of", "the", "at", "y", "e"}
)
DESKS = re.compile(
    r"(?:by )?(?:our |the )?(?:staff|special|web|news|online|foreign|world|international|city|own)"
    r"[ -](?:reporters?|writers?|correspondents?|desk|editor|team)",
    re.IGNORECASE,
)
STAFF = re.compile(r"(?:the )?(?:[A-Z][\w'’-]* ){1,3}(?:[Ss]taff|[Nn]ewsroom)")
CREW = re.compile(
    r"[(\[]?(?:additional )?(?:reporting|writing|editing|compiled|edited|written)"
    r"(?: and (?:writing|editing))? by:? [^\n]{3,300}",
    re.IGNORECASE,
)
PUBLISHED = r"first published|originally published|published|posted|issued|created|date"
UPDATED = r"last updated|last modified|last edited|updated|modified|edited|last update"
STAMP_LABEL = re.compile(
    rf"(?<![a-zA-Z])(?:(?P<published>{PUBLISHED})|(?P<updated>{UPDATED}))"
    r"(?:\s+(?:on|at))?\s*:?\s*(?=\W|\d|[A-Z])",
    re.IGNORECASE,
)
RELATIVE = re.compile(
    r"(?:(?:last )?updated:? )?\b(?:an?|\d+) (?:minute|min|hour|day)s? (?:ago|read)\b",
    re.IGNORECASE,
)
CAPITALS = r"[A-ZÀ-ÖØ-Þ]{2}[A-ZÀ-ÖØ-Þ.'’]*(?:[ /-][A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’]*){0,3}"
NAME = r"[A-ZÀ-ÖØ-Þ][\w.'’-]*(?: (?:[a-z]{2,3} )?[A-ZÀ-ÖØ-Þ][\w.'’-]*){0,3}"
DATE = rf"(?:(?:[A-Z][a-z]+day,? )?(?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH.replace('month', 'm2')})"
DATE += r"(?:,? \d{4})?)"
AGENCY = rf"[(/]\s*(?P<agency>{ANY_SIGNATURE})\s*[)/]"
ANY_SIGN = r"[(/]\s*(?:[A-Z][\w.’' -]{1,30})\s*[)/]"
LONG_DASH = r"\s*(?:--+|[–—―])\s*"
DASH = rf"(?:{LONG_DASH}|\s+-\s+|\s*:\s+)"
DATELINE = tuple(
    re.compile(form, flags)
    for form, flags in (
        (rf"(?:{NAME}(?:, {NAME})?(?:,? {DATE})?\.? ?)?{AGENCY}(?:{DASH}|\.?\s+)?", re.IGNORECASE),
        (rf"{CAPITALS}(?:, {NAME})?(?:,? {DATE})?(?: {ANY_SIGN})?{DASH}", 0),
        (rf"{NAME}(?:, {NAME})?, {DATE}(?: {ANY_SIGN})?{DASH}", re.IGNORECASE),
        (rf"{NAME}, {NAME}(?: {ANY_SIGN})?\s+(?:--+|[–—―])\s+", 0),
    )
)
LABELS = frozenset(
    {"BREAKING", "EXCLUSIVE", "UPDATE", "UPDATED", "UPDATES", "WATCH", "VIDEO", "LIVE", "READ"}
    | {"OPINION", "ANALYSIS", "NOTE", "REPORT", "CORRECTION", "MORE", "PHOTO", "PHOTOS", "POLL"}
    | {"FILE", "LISTEN", "REVIEW", "INTERVIEW", "EDITORIAL", "COMMENT"}
)
"""Words in capitals before a dash or colon that name a kind of text, not a place."""
SPEAKER_TURN = re.compile(r"^[A-Z][A-Z .'’-]{2,30}(?:: ?|--)(?=\S)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time that a line prints, and which field it fills."""

    field: Literal["", "published", "updated"]
    """Empty where the line does not say."""
    moment: Moment


def read_stamps(line: str, order: Order = "") -> tuple[tuple[Stamp, ...], str]:
    """The times of a line that prints times and signatures only, and the signature.

    A line that says anything else gives no times.
    """
    if len(line) > LONGEST_BYLINE or not any(c.isdigit() for c in line):
        return (), ""
    line = RELATIVE.sub(" ", line)
    labels = list(STAMP_LABEL.finditer(line))
    before = line[: labels[0].start()] if labels else line
    first = _bare(before.rstrip(" |/-–—·•,"), order)
    signature = before if labels and not first else ""
    labelled = _labelled(line, labels, order, first)
    stamps = (*first, *labelled) if len(labelled) == len(labels) else ()
    within = (stamp.moment.rest for stamp in stamps)
    signatures = [words for one in (signature, *within) if (words := one.strip(" |-–—·•,"))]
    if not all(signature_of(words) for words in signatures):
        return (), ""
    return stamps, next(iter(signatures), "")


def _labelled(
    line: str, labels: list[re.Match[str]], order: Order, first: tuple[Stamp, ...]
) -> tuple[Stamp, ...]:
    """The stamps of the labels; a clock time alone is of the day that stands before them."""
    ends = [label.start() for label in labels[1:]] + [len(line)] * bool(labels)
    stamps = []
    for label, end in zip(labels, ends, strict=True):
        words = line[label.end() : end].strip(" |/-–—·•,")
        moment = read_time(words, order)
        if moment is None and first and CLOCK.search(words):
            moment = read_time(f"{first[0].moment.value[:10]} {words}", order)
        if moment is None:
            return ()
        stamps.append(Stamp("published" if label["published"] else "updated", moment))
    return tuple(stamps)


def _bare(line: str, order: Order) -> tuple[Stamp, ...]:
    moment = read_time(line, order)
    is_signed = moment is not None and BY.fullmatch(moment.rest)
    if moment is None or (moment.rest and not is_signed) or len(line) < 6:
        return ()
    if 0 < len(moment.value) < 10:
        return ()
    return (Stamp("", moment),)


def signature_of(line: str) -> tuple[str, str] | None:
    """(author line, agency) of a line that signs the article, or None.

    Misses: a bare name without "By", an agency or a time beside it.
    """
    plain = line.strip(" |-–—·•,")
    if not plain or len(plain) > LONGEST_BYLINE:
        return None
    if agency := agency_of(plain):
        return "", agency
    if DESKS.fullmatch(plain) or CREW.fullmatch(plain):
        return plain, ""
    by = BY.fullmatch(plain)
    names = [name for name in SEPARATORS.split((by["names"] if by else plain).rstrip(".")) if name]
    agency = next((found for name in names if (found := agency_of(name))), "")
    if (by or agency) and names and all(map(_signs, names)):
        return plain, agency
    return None


def _signs(name: str) -> bool:
    known = agency_of(name) or DESKS.fullmatch(name) or STAFF.fullmatch(name)
    return bool(known) or is_name(name)


def is_name(text: str) -> bool:
    """Whether the words could be a name: up to six, each capitalised but for particles."""
    words = text.split()
    return (
        0 < len(words) <= 6
        and words[0][0].isupper()
        and all(
            word in PARTICLES or (word[0].isupper() and not any(c.isdigit() for c in word))
            for word in words
        )
    )


def dateline_end(paragraph: str) -> tuple[int, str]:
    """Where the dateline at the head of the paragraph ends, and the agency it names.

    "KABUL, Aug 19 (AFP) - The council met" gives the offset of "The". 0 where there is none.

    Misses: a place in small letters with neither agency, date nor region ("Cape Town - ...").
    """
    head = paragraph[:120]
    for form in DATELINE:
        found = form.match(head)
        if found and _opens_sentence(head[found.end() :]) and not _is_label(found[0]):
            return found.end(), agency_of(found.groupdict().get("agency") or "") or _signed(found)
    return 0, ""


def _signed(found: re.Match[str]) -> str:
    signs = re.findall(r"[(/]([^()/]+)[)/]", found[0])
    return agency_of(signs[-1]) if signs else ""


def _opens_sentence(rest: str) -> bool:
    opening = rest.lstrip("\"'“‘«([ ")[:1]
    return opening.isupper() or opening.isdigit()


def _is_label(prefix: str) -> bool:
    first = re.split(r"[^\w]+", prefix.strip(" (/"), maxsplit=1)[0]
    return first in LABELS or len(first) < 2
