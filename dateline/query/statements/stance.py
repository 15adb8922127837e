"""What a statement holds: its predicate, whether it is denied, and the figures that it names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from .normal import stem


def _stems(words: str) -> frozenset[str]:
    return frozenset(map(stem, words.split()))


STANCES: Mapping[str, str] = {
    "deny": "denies",
    "confirm": "confirms",
    "promise": "promises",
    "refuse": "refuses",
    "urge": "urges",
    "warn": "warns",
    "condemn": "condemns",
    "praise": "praises",
    "claim": "claims",
    "defend": "defends",
    "apologize": "apologises",
    "ask": "asks",
}
"""Cue families that take a position, in words; all others state."""
STATES = "states"
AGAINST = frozenset({"deny", "refuse"})
"""Cues by which the speaker holds that what follows is not so, or will not be."""
SIDES: Mapping[str, int] = dict.fromkeys(AGAINST, 1) | {"condemn": 2, "praise": 3, "defend": 3}
"""Stances whose statements are never one with those of another number; all others have 0."""
OPPOSED = frozenset(
    frozenset(pair.split())
    for pair in (
        "deny confirm", "deny promise", "refuse confirm", "refuse promise",
        "condemn praise", "condemn defend",
    )
)  # fmt: skip
"""Stances that cannot both be held of the same."""
_REFUSING = re.compile(r"\b(?:declin|refus|rul(?:e|es|ed|ing) out|reject|turn(?:s|ed)? down)", re.I)
_ACCEPTING = re.compile(r"\b(?:agree|accept|consent|approv)", re.I)
_NEGATORS = _stems("not never no none nobody nothing neither nor without hardly cannot nowhere")
_LOOSE = frozenset({"not only", "not just", "not merely", "no doubt", "no matter"})
"""Where a negator denies nothing of what follows."""
_HEDGES = _stems("if unless until may whether perhaps maybe")
_FUNCTION = _stems(
    "a an the and or but nor so yet of in on at to for from by with as into onto over under about "
    "against between through during before after above below up down out off this that these "
    "those there here then than such some any all each every both either other another own same "
    "we us our you your who whom whose which what when where why how is have do will can may "
    "shall must ought need not no never none nobody nothing neither without only just also very "
    "too more most much many few less least even still already again now today yesterday tomorrow "
    "one two go get because while if unless until though although whether per via "
    "monday tuesday wednesday thursday friday saturday sunday"
)
_HARM = _stems("casualties casualty killed dead injured wounded hurt harmed fatalities victims")
_SPELT = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
)
_COUNTED = {stem(word): value for value, word in enumerate(_SPELT.split())} | {
    "dozen": 12, "hundred": 100, "thousand": 1000, "several": 3, "many": 3, "some": 3,
}  # fmt: skip
_REACH = 3
"""Words between a negator and what it denies, at the most."""
ANTONYMS = frozenset(
    frozenset(map(stem, pair.split()))
    for pair in (
        "accept reject", "support oppose", "agree refuse", "join boycott", "resume suspend",
        "open close", "reopen close", "withdraw stay", "leave stay", "leave remain",
        "lift impose", "allow forbid", "allow ban", "permit ban", "allow block", "raise lower",
        "raise cut", "increase reduce", "true false", "safe unsafe", "continue stop",
        "continue halt", "release detain", "extend end", "start stop",
    )
)  # fmt: skip

_POLES = frozenset().union(*ANTONYMS)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words of one text hold, whatever its cue."""

    content: frozenset[str]
    """Stems that carry meaning: no function words, no figures."""
    denied: frozenset[str]
    """Those of them that a negator stands before."""
    poles: frozenset[str]
    """Those of them that have an opposite."""
    figures: tuple[str, ...]
    """Numbers in figures, in order."""
    harm: str
    """`none` where it says that no one came to harm, `some` where it counts who did, else empty."""
    is_hedged: bool
    """Whether it is a question, or what it says hangs on a condition."""


def stance_of(family: str, cue: str) -> str:
    """The stance of a cue: one of `STANCES`, or empty where it only states.

    "Agreed to" and "refused" are told from the families that the extractor files them under.
    """
    if _REFUSING.search(cue) and family in ("deny", "plan", "promise", "urge", "say", ""):
        return "deny" if "reject" in cue.lower() else "refuse"
    if family == "promise" and _ACCEPTING.search(cue):
        return "promise"
    return family if family in STANCES else ""


def reading_of(stems: list[str], text: str) -> Reading:
    """What the words hold.

    Misses: denial by prefix or by a verb ("failed to", "unlikely"), irony, what is quoted of
    others, a negator more than `_REACH` words before what it denies, figures spelt out.
    """
    stems = _joined(stems)
    content = [word for word in stems if _carries(word)]
    denied = frozenset(_denied(stems))
    figures = tuple(word for word in stems if word.isdigit())
    is_asked = text.rstrip(" ”\"'").endswith("?")
    is_hedged = is_asked or bool(_HEDGES.intersection(stems))
    poles = _POLES.intersection(content)
    return Reading(frozenset(content), denied, poles, figures, _harm(stems), is_hedged)


def _joined(stems: list[str]) -> list[str]:
    """The stems with "no one" as one word, for it counts no one."""
    found = list[str]()
    for word in stems:
        if word == "one" and found[-1:] == ["no"]:
            found[-1] = stem("nobody")
        else:
            found.append(word)
    return found


def _carries(word: str) -> bool:
    return len(word) > 1 and word not in _FUNCTION and not word.isdigit()


def _denied(stems: list[str]) -> list[str]:
    found = []
    for at, word in enumerate(stems):
        if word not in _NEGATORS or " ".join(stems[at : at + 2]) in _LOOSE:
            continue
        after = stems[at + 1 : at + 2 + _REACH]
        found.extend(next(([one] for one in after if _carries(one)), []))
    return found


def _harm(stems: list[str]) -> str:
    """Whether people came to harm, where it is said with "no" or with a number."""
    for at, word in enumerate(stems):
        if word not in _HARM:
            continue
        near = stems[max(0, at - 5) : at]
        is_counted = any(map(_count, (*near, *stems[at + 1 : at + 2])))
        is_denied = not _NEGATORS.isdisjoint(near)
        if is_counted != is_denied:
            return "some" if is_counted else "none"
    return ""


def _count(word: str) -> int:
    return int(word) if word.isdigit() and len(word) < 7 else _COUNTED.get(word, 0)
