"""What stands before the words of a line: a ticker's clock time, a label like "Explainer:"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..naming.vocabulary import SECTION_LABELS
from ..parse import Parsed, parse_texts

_CLOCK = (
    r"(?:\d{1,2}\s+[A-Z][a-z]+,?\s+)?\d{1,2}[:.]\d\d(?:\s?(?:[ap]\.?m\.?|[A-Z]{2,4}))?"
    r"\s*[-–—:|]\s+"
)
_LABEL = rf"(?:{'|'.join(sorted(SECTION_LABELS))}):\s+"
_HEAD = re.compile(rf"\s*(?:{_CLOCK}|(?i:{_LABEL}))(?=\S)")
_LONGEST = 16
"""Tokens in which a time or label ends."""
_NOTE = re.compile(r"\s*(?:correction|clarification|editor['’]s note)s?\b\W", re.IGNORECASE)


def without_heads(parsed: Sequence[Parsed]) -> list[Parsed]:
    """The stretches, those that a time or a label opens parsed anew without it.

    Misses:
        Labels that the vocabulary does not have ("Long read:").
    """
    ends = {number: end for number, one in enumerate(parsed) if (end := _head_end(one))}
    rests = parse_texts([parsed[number].doc.text[end:] for number, end in ends.items()])
    found = list(parsed)
    for (number, end), rest in zip(ends.items(), rests, strict=True):
        found[number] = Parsed(parsed[number].passage, parsed[number].start + end, rest)
    return found


def _head_end(parsed: Parsed) -> int:
    """Characters of the time or label that opens a passage, or 0."""
    if parsed.start != parsed.passage.start or not len(parsed.doc):
        return 0
    head = _HEAD.match(parsed.doc[: min(len(parsed.doc), _LONGEST)].text)
    return head.end() if head else 0


def is_own_note(text: str) -> bool:
    """Whether a passage is the outlet's correction of itself, which quotes no one."""
    return _NOTE.match(text) is not None
