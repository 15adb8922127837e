"""What stands around a cue between commas: "The bridge, officials said, is shut"."""

from __future__ import annotations

from spacy.tokens import Token

from .continuations import after_cue, clause_close
from .coordination import near_subject
from .cues import VERBS, Frame
from .extents import OBJECTS, Content, has_finite, is_apart, sentence_around, trimmed

_SET_OFF = (",", "--", "–", "—")
_AS_TOLD_WORDS = (
    "say write report note point observe argue suggest explain predict warn reveal show announce "
    "acknowledge admit recall claim mention emphasize emphasise stress indicate state document "
    "describe tell"
)
_NOMINAL = frozenset({"NOUN", "PROPN", "DET", "NUM", "ADJ", "PRON"})
_AS_TOLD = frozenset(_AS_TOLD_WORDS.split())


def continued(verb: Token, runs: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """The runs before a cue, with the clause after it that is the same speaker's."""
    doc = verb.doc
    if not _is_told(verb) or runs[-1][1] > verb.i:
        return runs
    if any(word.is_quote for word in doc[runs[0][0] : verb.i]):
        return runs
    more = after_cue(verb, sentence_around(verb)[1])
    return (*runs, more) if more is not None else runs


def aside_of(verb: Token, frame: Frame) -> Content | None:
    """What stands around a cue that commas set off, or None."""
    if not frame.takes_clause or frame.is_attitude or not _is_told(verb):
        return None
    subject = near_subject(verb)
    if subject is None or reports_after(verb) or not _can_be_aside(verb, frame, subject):
        return None
    doc = verb.doc
    first = min(subject.left_edge.i, verb.i)
    if first == 0 or doc[first - 1].text not in (*_SET_OFF, "”", '"'):
        return None
    sentence_start, sentence_end = sentence_around(verb)
    if first <= sentence_start:
        return None
    last = max(subject.right_edge.i, verb.i)
    left = trimmed(verb, _aside_start(verb, sentence_start), first - 1)
    if doc[left[0]].dep_ == "advcl" and doc[left[0]].head.i == verb.i:
        return None
    is_last = last + 2 >= sentence_end and doc[left[0]].pos_ in _NOMINAL and left[1] > left[0]
    if has_finite(doc, *left) or is_last:
        return Content(continued(verb, (left,)), "aside")
    close = last + 1 if doc[min(last + 1, len(doc) - 1)].text in _SET_OFF else None
    if close is None and not _has_object(verb, frame) and subject.tag_ not in ("WP", "WDT"):
        close = clause_close(doc, last + 1, sentence_end)
    if close is not None and close + 1 < sentence_end and doc[close].text != ";":
        return Content((left, trimmed(verb, close + 1, sentence_end - 1)), "aside")
    return None


def as_told(verb: Token, frame: Frame) -> Content | None:
    """What "as she said" comments on: "As Roe noted, the dam holds", or None.

    Misses:
        Cues that tell a manner as well ("As Roe shouted, ...").
    """
    doc = verb.doc
    is_cue = verb.lemma_ in _AS_TOLD and not frame.is_attitude and _is_told(verb)
    mark = next((c for c in verb.lefts if c.lower_ == "as"), None) if is_cue else None
    if (
        mark is None
        or near_subject(verb) is None
        or reports_after(verb)
        or _has_object(verb, frame)
    ):
        return None
    start, end = sentence_around(verb)
    is_within = any(w.pos_ not in ("CCONJ", "PUNCT", "SPACE") for w in doc[start : mark.i])
    runs = [trimmed(verb, _aside_start(verb, start), mark.i - 1)] if is_within else []
    if runs and (doc[mark.i - 1].text not in _SET_OFF or has_finite(doc, *runs[0])):
        return Content((runs[0],), "aside") if doc[mark.i - 1].text in _SET_OFF else None
    close = clause_close(doc, verb.i + 1, end)
    if close is None or doc[close].text != "," or close + 2 >= end:
        return None
    runs.append(trimmed(verb, close + 1, end - 1))
    return Content(tuple(runs), "aside") if has_finite(doc, *runs[-1]) else None


def _can_be_aside(verb: Token, frame: Frame, subject: Token) -> bool:
    """Whether a perfect tense is a cue's: not in "the road, which guards have shown, ..."."""
    is_relative = verb.dep_ == "relcl" or subject.tag_ in ("WP", "WDT")
    is_plain = not is_relative and not _has_object(verb, frame) and frame.family != "show"
    return verb.tag_ != "VBN" or is_plain


def _has_object(verb: Token, frame: Frame) -> bool:
    return not frame.has_addressee and any(c.dep_ in OBJECTS for c in verb.rights)


def _is_told(verb: Token) -> bool:
    """Whether it is a simple tense, or the perfect: "guards have announced"."""
    if verb.tag_ in ("VBD", "VBZ", "VBP"):
        return True
    return verb.tag_ == "VBN" and any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.lefts)


def reports_after(verb: Token) -> bool:
    """Whether the words after a cue are what it reports."""
    frame = VERBS.get(verb.lemma_)
    is_told = frame is not None and frame.has_addressee
    return any(
        c.dep_ in ("ccomp", "xcomp", "dobj", "oprd")
        and c.i > verb.i
        and c.right_edge.i > verb.i + 1
        and not (is_told and c.dep_ == "dobj")
        and not is_apart(verb, (c.i, c.i))
        for c in verb.children
    )


def _aside_start(verb: Token, start: int) -> int:
    doc = verb.doc
    while start < verb.i and (doc[start].is_punct or doc[start].is_space):
        start += 1
    return start
