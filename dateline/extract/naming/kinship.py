"""Children, siblings and spouses, as the words between and around persons' names say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...records import Mention, RelationKind, Span, Status
from . import vocabulary as words

REACH = 120
SHORTEST = 3
MOST_LISTED = 6
CHILD = words.KIN_CHILD - {"grandson", "granddaughter", "heir"}
SPOUSE = words.KIN_SPOUSE | {"ex-wife", "ex-husband"}
PARENTS = frozenset({"father", "mother", "parent"})
KINDS: dict[str, RelationKind] = {
    **dict.fromkeys((*CHILD, "children"), "child_of"),
    **dict.fromkeys((f"{one}s" for one in CHILD), "child_of"),
    **dict.fromkeys(words.KIN_SIBLING, "sibling_of"),
    **dict.fromkeys((f"{one}s" for one in words.KIN_SIBLING), "sibling_of"),
    **dict.fromkeys(SPOUSE, "spouse_of"),
}
_KIN = "|".join(sorted({*KINDS, *PARENTS, "parents"}, key=len, reverse=True))
_NUMBER = r"(?:two|three|four|five|six|\d+)"
_ADJECTIVES = (
    r"(?:(?:late|former|slain|exiled|elder|eldest|older|oldest|younger|youngest|only|first|second"
    r"|third|twin|estranged|then|now|longtime|new|famous|adult|teenage|infant|own|other|middle"
    rf"|\d+-year-old|{_NUMBER})[\s-]+)*"
)
_THE_KIN = rf"(?P<adjectives>{_ADJECTIVES})(?P<kin>{_KIN})(?![\w-])"
_OPENING = r"\s*(?:,|-|–|—|--|\(|,\s+who\s+(?:is|was)|who\s+is|is|was)\s*"
_FORWARD = re.compile(rf"{_OPENING}(?:the\s+|an?\s+)?{_THE_KIN}\s+(?:of|to)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(rf"['’]s?\s+{_THE_KIN}(?:,|\s+is|\s+was)?\s+", re.IGNORECASE)
_WHOSE = re.compile(rf",?\s+whose\s+{_THE_KIN}(?:,|\s+is|\s+was)?\s+", re.IGNORECASE)
_AND_KIN = re.compile(rf",?\s+and\s+(?!(?:father|mother|parent)){_THE_KIN},?\s+")
_KIN_BEFORE = re.compile(rf"\b(?:{_KIN}),?\s+$", re.IGNORECASE)
_ONE_OF = re.compile(r"\s*,\s+(?:one|the\s+\w+)\s+of\s+", re.IGNORECASE)
_OWNED = re.compile(rf"['’]s?\s+{_THE_KIN}", re.IGNORECASE)
_CLOSED = re.compile(r"\s*(?:[,.;:!?)\n]|$|\s-\s|who\b|and\b)")
_APPOSED = re.compile(r"\s*(?:,|\()\s*")
_PRONOUN = re.compile(rf"\b(?P<whose>his|her|their)\s+{_THE_KIN},?\s+$", re.IGNORECASE)
_BESIDE = re.compile(
    r"\s*(?:,\s+\d+\s*)?,?\s*(?:(?:and|with|along\s+with|together\s+with|as\s+well\s+as)\s+)?"
)
_ANOTHER_CLAUSE = re.compile(
    r"\b(?:that|who|which|whose|said|says|told|and|because|when|while|where|if|but)\b"
)
_MARRIED = re.compile(
    r"(?:,?\s+who)?\s+(?:(?:is|was|has\s+been|got|later|then|secretly|first)\s+)*"
    r"(?:married(?:\s+to)?|wed(?:ded)?|marries|weds)\s+",
    re.IGNORECASE,
)
_DIVORCED = re.compile(
    r"(?:,?\s+who)?\s+(?:is\s+|was\s+|got\s+|has\s+|later\s+)*(?:divorced(?:\s+from)?)\s+"
)
_BORN = re.compile(r"(?:,)?\s+(?:(?:who\s+)?was\s+)?born\s+(?:in\s+\w+\s+)?to\s+")
_SIBLINGS = re.compile(r"\b(?:twin\s+)?(?:brothers|sisters|siblings|twins)[,:]?\s+$", re.IGNORECASE)
_OPEN_SIBLINGS = re.compile(r"(?:Twin\s+)?(?:Brothers|Sisters|Siblings|Twins)\s+(?=[A-Z])")
_ARE_KIN = re.compile(
    r",?\s+(?:(?:who|both)\s+)*(?:(?:are|were)\s+)?(?:twin\s+)?"
    r"(?P<are>brothers|sisters|siblings|twins|(?:husband\s+and\s+wife)|(?<=are\s)married)\b"
)
_AND = re.compile(r"\s+and\s+")
_NEXT = re.compile(r"(?:\s*,\s+\d+)?(?:,\s+and|,|\s+and)\s+")
_STOP = re.compile(
    r"(?<!Mr)(?<!Mrs)(?<!Ms)(?<!Dr)(?<!St)(?<!Gen)\.|[,;:!?()\n–—]|\s-\s|--"
    r"|\s(?:who|which|said|says|told|has|have|had|is|was)\s"
)
_SENTENCE = re.compile(
    r"(?<!Mr)(?<!Mrs)(?<!Ms)(?<!Dr)(?<!St)(?<!Gen)(?<![\s.][A-Z])\.\W*\s|[;!?\n]"
)
_ENDED = re.compile(r"\b(?:former|ex)\b|^ex-", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Tie(Span):
    """One relation between two mentions, or between a mention and words, and where it stands."""

    kind: RelationKind
    subject: Mention
    object: Mention | None
    object_text: str
    status: Status = "current"
    country: str = ""


def find_kin(text: str, persons: Sequence[Mention]) -> Iterator[Tie]:
    """The kin that each name is said to be of the names near it, whoever is named first.

    "his", "her" and "their" count where one person alone can be meant; "a son of the late king"
    is kept by its words.

    **Misses:** grandparents, cousins and in-laws; kin told across paragraphs; a pronoun after
    two persons; names that no mention covers.
    """
    for number, person in enumerate(persons):
        after = persons[number + 1 : number + 1 + MOST_LISTED]
        yield from _described(text, person, after)
        yield from _siblings(text, person, after)
        if after and after[0].passage_id == person.passage_id:
            yield from _beside(text, person, after)
        yield from _of_pronoun(text, persons, number)


def tied(
    kind: RelationKind,
    subject: Mention,
    target: Mention,
    status: Status = "current",
    end: int = 0,
) -> Tie:
    """The tie of two mentions, over all from the first to the last of them, or to `end`."""
    start, end = min(subject.start, target.start), max(subject.end, target.end, end)
    return Tie(start, end, kind, subject, target, target.surface, status)


def lead(text: str, mention: Mention) -> int:
    """Where the name starts with the role that stands right before it."""
    role = mention.role
    start = mention.start - len(role) - 1
    is_kin = role.casefold() in words.FAMILY
    is_beside = bool(role) and start >= 0 and text.startswith(role, start)
    return start if is_beside and not is_kin else mention.start


def _kin_of(match: re.Match[str], whose: Mention, who: Mention) -> Tie:
    """The tie in "whose's son, who" or "whose father, who"."""
    kin = match.group("kin").casefold()
    is_ended = _ENDED.search(match.group("adjectives")) or _ENDED.search(kin)
    status: Status = "former" if is_ended and KINDS.get(kin) == "spouse_of" else "current"
    if kin in KINDS:
        return tied(KINDS[kin], who, whose, status, match.end("kin"))
    return tied("child_of", whose, who, end=match.end("kin"))


def _listed(
    text: str, match: re.Match[str], first: Mention, after: Sequence[Mention]
) -> list[Mention]:
    """The persons named by a kin word: one, or the list after a plural."""
    chosen = [first]
    kin = match.group("kin").casefold()
    is_plural = kin in {"children", "parents"} or (kin.endswith("s") and kin in KINDS)
    for following in after if is_plural else ():
        if not _NEXT.fullmatch(text, chosen[-1].end, lead(text, following)):
            break
        chosen.append(following)
    return chosen


def _described(text: str, subject: Mention, after: Sequence[Mention]) -> Iterator[Tie]:
    """ "Ana Ruiz, the daughter of Juan Ruiz", by name or only by description."""
    opening = _FORWARD.match(text, subject.end, subject.end + REACH)
    if opening is None:
        return
    stop = _STOP.search(text, opening.end(), opening.end() + REACH)
    end = stop.start() if stop else min(len(text), opening.end() + REACH)
    named = next((one for one in after if opening.end() <= one.start < end), None)
    kind = KINDS.get(opening.group("kin").casefold())
    if named is not None:
        yield _kin_of(opening, named, subject)
    elif kind is not None and len(described := text[opening.end() : end].strip()) > SHORTEST:
        yield Tie(subject.start, opening.end() + len(described), kind, subject, None, described)


def _beside(text: str, first: Mention, after: Sequence[Mention]) -> Iterator[Tie]:
    """What the words between a name and the next, and right after that, say."""
    second = after[0]
    begin, end = first.end, lead(text, second)
    if end < begin or end - begin > REACH:
        return
    for pattern in (_POSSESSIVE, _WHOSE, _AND_KIN):
        match = pattern.fullmatch(text, begin, end)
        is_kin_too = pattern is _AND_KIN and _KIN_BEFORE.search(
            text, max(0, begin - REACH), first.start
        )
        if match and not is_kin_too:
            for one in _listed(text, match, second, after[1:]):
                yield _kin_of(match, first, one)
    if _APPOSED.fullmatch(text, begin, end) or _ONE_OF.fullmatch(text, begin, end):
        owned = _OWNED.match(text, second.end, second.end + REACH)
        if owned and _CLOSED.match(text, owned.end()):
            yield _kin_of(owned, second, first)
    elif _MARRIED.fullmatch(text, begin, end):
        yield tied("spouse_of", first, second)
    elif _DIVORCED.fullmatch(text, begin, end):
        yield tied("spouse_of", first, second, "former")
    elif _BORN.fullmatch(text, begin, end):
        yield tied("child_of", first, second)
        if len(after) > 1 and _AND.fullmatch(text, second.end, lead(text, after[1])):
            yield tied("child_of", first, after[1])


def _siblings(text: str, first: Mention, after: Sequence[Mention]) -> Iterator[Tie]:
    """ "brothers Juan and Luis Ruiz", "Juan and Luis Ruiz, twins,"; "the Ruiz brothers" none."""
    if not after:
        return
    head = text[max(0, first.start - REACH // 4) : first.start]
    if _SIBLINGS.search(head) or _OPEN_SIBLINGS.match(text, first.start, first.end):
        last = first
        for following in after:
            if not _NEXT.fullmatch(text, last.end, following.start):
                return
            yield tied("sibling_of", following, first)
            last = following
    elif _AND.fullmatch(text, first.end, after[0].start):
        match = _ARE_KIN.match(text, after[0].end, after[0].end + REACH // 2)
        if match and not _owned_after(text, match.end()):
            is_couple = match.group("are").startswith(("husband", "married"))
            yield tied("spouse_of" if is_couple else "sibling_of", after[0], first)


def _owned_after(text: str, end: int) -> bool:
    return text.startswith((" of ", " to ", "'", "’"), end)


def _of_pronoun(text: str, persons: Sequence[Mention], number: int) -> Iterator[Tie]:
    """ "Ana Ruiz and her husband, Juan Okafor,": the one person whom "her" can mean."""
    kin = persons[number]
    start = lead(text, kin)
    match = _PRONOUN.search(text, max(0, start - REACH), start)
    if match is None:
        return
    for owner in _owners(text, persons[max(0, number - MOST_LISTED) : number], match):
        for one in _listed(text, match, kin, persons[number + 1 : number + MOST_LISTED]):
            if owner.surface != one.surface:
                yield _kin_of(match, owner, one)


def _owners(text: str, before: Sequence[Mention], match: re.Match[str]) -> Sequence[Mention]:
    """The person beside the pronoun, else the only one of its sentence, or of the one before."""
    near = [
        one for one in before if match.start() - REACH <= one.start and one.end <= match.start()
    ]
    if not near:
        return ()
    if match.group("whose").casefold() == "their":
        return near[-2:] if _is_couple(text, near) else ()
    if _BESIDE.fullmatch(text, near[-1].end, match.start()):
        return near[-1:]
    between = text[near[-1].end : match.start()]
    ends = list(_SENTENCE.finditer(text, near[0].end, match.start()))
    opens = bool(ends) and not text[ends[-1].end() : match.start()].strip()
    floor = ends[-1].end() if ends and not opens else ends[-2].end() if len(ends) > 1 else 0
    here = {one.surface.split()[-1] for one in near if one.start >= floor}
    if len(here) != 1 or (not opens and _ANOTHER_CLAUSE.search(between)):
        return ()
    return near[-1:]


def _is_couple(text: str, near: Sequence[Mention]) -> bool:
    """Whether the last two were just called husband and wife: "and his wife, Ana, and their"."""
    if len(near) < 2:
        return False
    between = text[near[-2].end : near[-1].start]
    return bool(re.search(r"\b(?:wife|husband)\b", between)) and not _SENTENCE.search(between)
