"""Offices that a verb of leading tells: "who chairs the election commission"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from ...records import Mention, Status
from . import vocabulary as words
from .appointed import Told
from .context import Context
from .lines import Line
from .office_phrases import Role

REACH = 60
LONGEST_BODY = 10
HEADED: dict[str, tuple[str, Status]] = {
    "chairs": ("chair", "current"),
    "chaired": ("chair", "former"),
    "presides over": ("chair", "current"),
    "presided over": ("chair", "former"),
    "heads": ("head", "current"),
    "headed": ("head", "former"),
    "runs": ("head", "current"),
    "ran": ("head", "former"),
    "leads": ("leader", "current"),
    "led": ("leader", "former"),
    "commands": ("commander", "current"),
    "commanded": ("commander", "former"),
    "governs": ("governor", "current"),
    "governed": ("governor", "former"),
    "rules": ("ruler", "current"),
    "ruled": ("ruler", "former"),
}
_VERB = re.compile(
    r"(?:\s*,)?(?:\s+who)?(?:\s+(?:has|had|now|also|currently|once|still|(?:fought|served)\b[^.;\n]{1,60}?"
    rf"\s+and))*\s+(?P<verb>{'|'.join(verb.replace(' ', chr(92) + 's+') for verb in HEADED)})\s+"
)
_PASSING = frozenset(
    {"team", "squad", "league", "conference", "services", "news", "post", "program", "programme"}
    | {"project", "times", "forces", "forum", "house", "division", "initiative", "staff", "seminar"}
)
"""Heads of organisations that one leads for a day or in a table."""
GOVERNED = words.ADMINISTRATIVE_HEADS | frozenset({"country", "nation", "kingdom"})
LED = (words.ORGANISATION_HEADS - _PASSING) | GOVERNED | frozenset({"junta", "opposition"})
_NP_TAGS = words.APPOSITION_TAGS - {"RB"}
_OPENERS = frozenset({"the", "its", "his", "her", "their", "our"})


def may_lead(text: str, mention: Mention) -> bool:
    """Whether a verb of leading follows the name."""
    return bool(_VERB.match(text, mention.end, mention.end + 2 * REACH))


def led_bodies(context: Context, line: Line, mention: Mention) -> Iterator[Told]:
    """The office of who leads a body: "chair of the election commission".

    The body is named by a common noun of the vocabulary, or is a country for who rules it. The
    past tense tells of a former office, but for "has led".

    **Misses:** bodies that only a name without such a noun tells ("runs Norda"); "led" of a team,
    a table or an attack, which is no office.
    """
    text = context.article.text
    match = _VERB.match(text, mention.end, mention.end + 2 * REACH)
    if match is None or match.end() >= line.stop:
        return
    noun, status = HEADED[" ".join(match.group("verb").split())]
    first = bisect_left(line.starts, match.end())
    last = _body_end(context, line, first, is_ruled=noun in {"ruler", "governor"})
    if last is None:
        return
    body = text[line.starts[first] : line.end(last - 1)]
    role = Role(match.start("verb"), line.end(last - 1), f"{noun} of {body}", is_office=True)
    is_lasting = re.search(r"\bhas\b", text[mention.end : match.start("verb")])
    yield Told(mention, role, "current" if is_lasting else status)


def _body_end(context: Context, line: Line, first: int, *, is_ruled: bool) -> int | None:
    """One past the noun phrase that names the body, with what "of" adds to it."""
    last = _phrase_end(line, first)
    if last == first:
        return None
    head = line.lower(last - 1)
    country = context.country(context.article.text[line.starts[first] : line.end(last - 1)])
    is_body = head in (GOVERNED if is_ruled else LED) or (is_ruled and bool(country))
    is_given = (
        line.lower(first) in _OPENERS or line.capital(last - 1) or "POS" in line.tags[first:last]
    )
    if not is_body or not is_given or line.lower(first) in {"a", "an"}:
        return None
    if line.lower(last) == "of" and (end := _phrase_end(line, last + 1)) > last + 1:
        return end
    return last


def _phrase_end(line: Line, first: int) -> int:
    last = first
    while last < min(first + LONGEST_BODY, len(line.texts)) and line.tags[last] in _NP_TAGS:
        if line.tags[last] == "DT" and last > first:
            break
        last += 1
    while last > first and not line.tags[last - 1].startswith("NN"):
        last -= 1
    return last
