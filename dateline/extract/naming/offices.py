"""An office as written, read into what it is, whom it serves and whether it is still held."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...lexicon import PlaceLexicon
from ...records import Status
from . import vocabulary as words

WORD = re.compile(r"[^\W_](?:[\w.]*[\w.])?(?:-[^\W_]+)*|['’]s\b")
LONGEST_COUNTRY = 4
FORMER = words.FORMER | {"retired"}
HEADS = words.OFFICES - words.PROFESSIONS - words.HONORIFICS - words.NOT_HELD
INCOMING = frozenset(
    {"and", "now", "named", "appointed", "elected", "re-elected", "new", "newly", "current"}
    | {"incumbent", "longtime", "long-time"}
)
STATUS_WORDS = FORMER | words.ACTING | INCOMING | {"the", "a", "an", "'s", "’s"}
LED = words.ORGANISATION_HEADS | words.ADMINISTRATIVE_HEADS | {"opposition", "junta", "country"}
SENT = frozenset({"ambassador", "envoy", "representative", "rapporteur", "coordinator", "consul"})
OF_THE_STATE = frozenset({"general", "district", "state", "federal", "county", "city"})
_SOUGHT = re.compile(r"^.*\b(?:candidate|nominee)s?,?\s+(?!for\b|of\b)", re.IGNORECASE)
_PREFIX = re.compile(r"^(?:ex|then|former)-", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Office:
    """What a role says."""

    name: str
    """The office without country and status: "ambassador to Peru"."""
    country: str
    """ISO code of the country served, or empty."""
    status: Status


def read_office(role: str, lexicon: PlaceLexicon) -> Office | None:
    """The office that a role names, or None for a mere form of address.

    **Misses:** the country of an office that only its city tells ("the mayor of Lima"); offices
    outside the closed list of the vocabulary. Professions ("singer", "student") are roles and
    no offices, and neither is what is only sought ("presidential candidate").
    """
    role = _SOUGHT.sub("", role)
    found = list(WORD.finditer(role))
    lower = [match.group().casefold().rstrip(".") for match in found]
    heads = [n for n, word in enumerate(lower) if _is_head(word) or _is_state_attorney(lower, n)]
    if not heads or _is_sought(role, lower):
        return None
    country, covered = _country(role, found, lower, lexicon)
    first = 0
    while first < heads[0] and (first in covered or _is_status(lower[first])):
        first += 1
    name = role[found[first].start() :].strip(" ,") if found else role
    return Office(_PREFIX.sub("", name.removeprefix("-")), country, _status(lower))


def country_of(role: str, lexicon: PlaceLexicon) -> str:
    """The code of the country that the words say is served, or empty."""
    found = list(WORD.finditer(role))
    return _country(role, found, [match.group().casefold() for match in found], lexicon)[0]


def _is_head(word: str) -> bool:
    bare = _PREFIX.sub("", word)
    return bare in HEADS or bare.rpartition("-")[2] in words.TO_BE


def _is_state_attorney(lower: list[str], n: int) -> bool:
    return lower[n] == "attorney" and not OF_THE_STATE.isdisjoint(lower)


def _is_sought(role: str, lower: list[str]) -> bool:
    """Whether it is only sought ("presidential candidate"), or leads no body ("in polls")."""
    last = max((n for n, word in enumerate(lower) if _is_head(word)), default=0)
    after = lower[last + 1 :]
    is_ranked = lower[last] == "leader" and after[:1] == ["in"]
    is_loose = lower[last] == "leader" and after[:1] == ["of"] and LED.isdisjoint(after)
    if is_ranked or (is_loose and role[role.rfind(" of ") :].islower()):
        return True
    return any(word in {"candidate", "nominee"} for word in lower[: last + 3])


def _is_status(word: str) -> bool:
    return word in STATUS_WORDS


def _status(lower: list[str]) -> Status:
    if any(word in FORMER or word.startswith(("ex-", "then-", "former-")) for word in lower):
        return "former"
    return "acting" if any(word in words.ACTING for word in lower) else "current"


def _country(
    role: str, found: list[re.Match[str]], lower: list[str], lexicon: PlaceLexicon
) -> tuple[str, frozenset[int]]:
    """The country served and the ordinals of the words before the office that say it.

    "to Peru" and an envoy's "for Peru" say where somebody serves, not whom, and do not count.
    """
    for first in range(len(found)):
        if lower[first] == "to" or (lower[first] in {"for", "in"} and not SENT.isdisjoint(lower)):
            break
        for last in range(min(len(found), first + LONGEST_COUNTRY), first, -1):
            name = role[found[first].start() : found[last - 1].end()]
            code = _code(name, lexicon)
            if code:
                end = last + (last < len(found) and lower[last] in {"'s", "’s"})
                return code, frozenset(range(first, end))
    return "", frozenset()


def _code(name: str, lexicon: PlaceLexicon) -> str:
    if not name[:1].isupper():
        return ""
    return lexicon.country_code(name) or lexicon.demonym_country(name) or ""
