"""Offices that a verb gives to a person or takes away: "was named", "stepped down as", "chairs"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...records import Mention, Status
from . import vocabulary as words
from .context import Context
from .lines import Line
from .office_phrases import VERB_TAGS, Role, office_from

REACH = 160
_ADVERBS = (
    r"(?:(?:also|later|then|now|first|again|once|formally|officially|recently|subsequently|still"
    r"|currently|previously|formerly|already|briefly|just|unanimously|eventually|twice)\s+)*"
)
_WHO = rf"(?:\s*,)?(?:\s+who)?\s+{_ADVERBS}"
_GIVEN = (
    r"(?:re-?)?(?:appointed|named|elected|installed|inaugurated|sworn\s+in|reinstated|confirmed"
    r"|chosen|promoted|crowned)"
)
_TAKEN = r"(?:sacked|fired|dismissed|removed|ousted|deposed|forced\s+out|voted\s+out|suspended)"
_GAP = r"(?:\s+(?!as\b)[\w'’-]+){0,5}?"
_POST = r"(?:from\s+)?(?:his|her|the)\s+(?:post|position|job|role|office)\s+(?:as|of)\s+"
_PREDECESSOR = r"(?:(?:[\w.'’-]+)\s+){1,7}?as\s+"
_AS = rf"(?:{_GAP}\s+as\s+|{_GAP}\s+{_POST})"

_TAKES = re.compile(
    rf"{_WHO}(?:"
    rf"(?:was|is|has\s+been)\s+{_ADVERBS}{_GIVEN}\s+to\s+(?:succeed|replace)\s+{_PREDECESSOR}"
    rf"|(?:became|becomes|(?:has|had)\s+become)\s+"
    rf"|(?:was|is|were|(?:has|had)\s+been)\s+{_ADVERBS}{_GIVEN}(?:\s+(?:as|to\s+be|{_POST}))?\s+"
    rf"|(?:took|takes|(?:has|had)\s+taken)\s+(?:over|office|up\s+office){_AS}"
    rf"|(?:serves|is\s+serving|is\s+acting|returned|returns|stays\s+on|continues)\s+as\s+"
    rf"|(?:assumed|assumes)\s+{_POST}"
    rf"|(?:remains|has\s+been|is)\s+{_ADVERBS}"
    r")"
)
_LEAVES = re.compile(
    rf"{_WHO}(?:"
    rf"(?:(?:has|had)\s+)?(?:stepped|stood)\s+(?:down|aside){_AS}"
    rf"|(?:(?:has|had)\s+)?(?:resigned|quit|retired){_AS}"
    rf"|(?:was|(?:has|had)\s+been)\s+{_ADVERBS}(?:{_TAKEN}|replaced|succeeded){_AS}"
    rf"|(?:(?:has|had)\s+)?served(?:{_GAP}\s+as)\s+|was\s+serving\s+as\s+"
    rf"|lost\s+{_POST}|(?:was|had\s+been)\s+{_ADVERBS}(?!{_GIVEN})"
    r")"
)
_GIVES = re.compile(
    r"(?:\b(?:appoint(?:s|ed|ing)?|nam(?:e[sd]|ing)|elect(?:s|ed|ing)?|install(?:s|ed|ing)?"
    r"|swore\s+in|promot(?:ed|es)|reappointed|re-elected)|\b(?:succeeded|replaced)\s+by)\s+$"
)
_TAKES_AWAY = re.compile(
    r"\b(?:dismiss(?:ed|es|ing)|sack(?:ed|s|ing)|fir(?:ed|es|ing)|remov(?:ed|es|ing)|ousted"
    r"|succeed(?:ed|s|ing)?|replac(?:e|ed|es|ing)|(?:took|takes|taken|taking)\s+over\s+from)\s+$"
)
_SUCCEEDS = re.compile(
    rf"{_WHO}(?:(?:has|had)\s+)?(?:succeed(?:s|ed)|replac(?:es|ed)|(?:took|takes|taken)\s+over\s+"
    rf"from)\s+{_PREDECESSOR}"
)
_ITS_START = re.compile(r"['’]s?\s+(?:re-?)?(?:appointment|election)\s+(?:as|to\s+be)\s+")
_ITS_END = re.compile(
    r"['’]s?\s+(?:resignation|dismissal|ouster|removal|tenure|time|term|stint|departure)\s+as\s+"
)
_OBJECT = re.compile(r"\s+(?:as\s+|to\s+be\s+|to\s+the\s+post\s+of\s+)?")
_OBJECT_AS = re.compile(r"\s+as\s+")
_FROM = re.compile(
    r"\b(?:took|takes|taken|taking)\s+over\s+as\s+(?P<office>[^,.;\n]{3,80}?)\s+from\s+$"
)
_NEVER = frozenset({"not", "n't", "never", "no", "neither", "nor", "like", "hardly"})
_VAGUE = frozenset(
    {"leader", "leaders", "head", "officer", "official", "chief", "forward", "champion"}
)


@dataclass(frozen=True, slots=True)
class Told:
    """An office that a verb tells of somebody."""

    mention: Mention
    role: Role
    status: Status


def may_tell(text: str, mention: Mention) -> bool:
    """Whether the words around a name can give or take an office, at the cost of a few matches."""
    return next(_clauses(text, mention), None) is not None


def told_offices(context: Context, line: Line, mention: Mention) -> Iterator[Told]:
    """The first office that a verb beside the name gives the person or takes from it.

    "Served as" and "was" tell of the past; a date that ends it does so too.

    **Misses:** offices to come ("will become", "nominated"); verbs after a clause in between;
    passives whose office stands in another sentence.
    """
    text = context.article.text
    for end, status in _clauses(text, mention):
        role = _office_at(context, line, end)
        if role is not None:
            yield Told(mention, _without_giver(role), status)
            return


def _clauses(text: str, mention: Mention) -> Iterator[tuple[int, Status]]:
    """Where the office may start after each verb that fits, and what the verb says of it."""
    window = mention.end + REACH
    found: tuple[tuple[re.Pattern[str], Status], ...] = (
        (_SUCCEEDS, "current"), (_TAKES, "current"), (_LEAVES, "former"),
        (_ITS_START, "current"), (_ITS_END, "former"),
    )  # fmt: skip
    for pattern, status in found:
        for start in (mention.end, *_role_ends(text, mention)):
            if match := pattern.match(text, start, window):
                yield match.end(), status
    before = _before(text, mention)
    if _GIVES.search(before) and (match := _OBJECT.match(text, mention.end, window)):
        yield match.end(), "current"
    if handed := _FROM.search(before):
        yield max(0, mention.start - REACH) + handed.start("office"), "former"
    if _TAKES_AWAY.search(before) and (match := _OBJECT_AS.match(text, mention.end, window)):
        yield match.end(), "former"


def _role_ends(text: str, mention: Mention) -> Iterator[int]:
    """Where an apposition ends that a clause may follow: "a former mayor who became president"."""
    at = text.find(mention.role, mention.end, mention.end + REACH) if mention.role else -1
    end = at + len(mention.role)
    if at >= 0 and text.startswith(" who ", end):
        yield end


def _without_giver(role: Role) -> Role:
    """The office without him from whom it was taken over."""
    text = role.text.partition(" from ")[0]
    return replace(role, text=text, end=role.start + len(text))


def _before(text: str, mention: Mention) -> str:
    """The words before the name and the role that leads to it."""
    before = text[max(0, mention.start - REACH) : mention.start]
    bare = before.rstrip(" ,")
    return bare.removesuffix(mention.role) if bare.endswith(mention.role or "\0") else before


def _office_at(context: Context, line: Line, start: int) -> Role | None:
    token = bisect_left(line.starts, start)
    if start >= line.stop or line.lower(token) in _NEVER:
        return None
    is_status = line.lower(token) in words.STATUS
    if line.tags[token] in {"VBN", "VBG", "RB"} and not is_status:
        return None
    role = office_from(context, line, token)
    if role is None or _is_subject(line, role) or _is_vague(line, role):
        return None
    return role


def _is_subject(line: Line, role: Role) -> bool:
    """Whether the office is who acts next: "resigned as the president left"."""
    after = bisect_left(line.starts, role.end)
    return after < len(line.texts) and line.tags[after] in VERB_TAGS - {"WP", "WDT", "WRB"}


def _is_vague(line: Line, role: Role) -> bool:
    """Whether the words praise rather than name an office: "is a strong leader"."""
    last = bisect_left(line.starts, role.end) - 1
    is_named = line.tags[last - 1].startswith("NN") or line.capital(last)
    return line.lower(last) in _VAGUE and not (is_named and line.starts[last] > role.start)
