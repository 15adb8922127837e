"""What stands before the words of a line: a ticker's clock time, a label like "Explainer:"."""

from __future__ import annotations

import re

from ..model import language_model
from ..naming.vocabulary import SECTION_LABELS
from ..parse import Parsed

_CLOCK = (
    r"(?:\d{1,2}\s+[A-Z][a-z]+,?\s+)?\d{1,2}[:.]\d\d(?:\s?(?:[ap]\.?m\.?|[A-Z]{2,4}))?"
    r"\s*[-–—:|]\s+"
)
_LABEL = rf"(?:{'|'.join(sorted(SECTION_LABELS))}):\s+"
_HEAD = re.compile(rf"\s*(?:{_CLOCK}|(?i:{_LABEL}))(?=\S)")
_LONGEST = 16
"""Tokens in which a time or label ends."""
_NOTE = re.compile(r"\s*(?:correction|clarification|editor['’]s note)s?\b\W", re.IGNORECASE)


def without_head(parsed: Parsed) -> Parsed:
    """The stretch parsed anew without the time or label that opens it, or as it is.

    Misses:
        Labels that the vocabulary does not have ("Long read:").
    """
    if parsed.start != parsed.passage.start or not len(parsed.doc):
        return parsed
    text = parsed.doc[: min(len(parsed.doc), _LONGEST)].text
    head = _HEAD.match(text)
    if head is None:
        return parsed
    rest = parsed.doc.text[head.end() :]
    return Parsed(parsed.passage, parsed.start + head.end(), language_model()(rest))


def is_own_note(text: str) -> bool:
    """Whether a passage is the outlet's correction of itself, which quotes no one."""
    return _NOTE.match(text) is not None
