"""The parts of a scraped page: what is text to read, and what the page prints around it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from ..records import Part
from . import furniture
from .head import HEAD_LINES, mark_deck, mark_title
from .openings import SPEAKER_TURN, Stamp, dateline_end, is_name, read_stamps, signature_of
from .page import Line, folded, parts_of, split_page
from .times import numeric_order

TAIL_LINES = 8
LONG_LINE = 200
LONGEST_CAPTION = 200
LONGEST_LINK = 150
MOST_LINKS = 12


@dataclass(frozen=True, slots=True)
class Layout:
    """A page's parts, in order and without overlap, and what its furniture says."""

    parts: tuple[Part, ...] = ()
    title: str = ""
    deck: str = ""
    agency: str = ""
    outlet: str = ""
    byline: str = ""
    published: str = ""
    updated: str = ""
    raw_times: tuple[tuple[str, str], ...] = ()


def layout(text: str, title: str = "", deck: str = "") -> Layout:
    """The parts of the text and what its furniture says; the text itself is not changed.

    Args:
        text: a page as scraped, a line a paragraph.
        title: the headline, where it is known from elsewhere.
        deck: the line under it, where it is known from elsewhere.
    Misses: captions that are whole sentences and have no credit, label or second printing;
        lists of links without a heading; bylines of a bare name.
    """
    lines = split_page(text)
    outlet = _mark_furniture(lines)
    _mark_captions(lines)
    _mark_stamps(lines)
    byline, agency = _mark_signatures(lines)
    found_title = mark_title(lines, title)
    found_deck = mark_deck(lines, deck)
    _mark_links(lines)
    filed_by = _mark_dateline(lines, text)
    published, updated, raw_times = _times(lines)
    return Layout(
        parts=parts_of(lines),
        title=found_title,
        deck=found_deck,
        agency=agency or filed_by,
        outlet=outlet,
        byline=byline,
        published=published,
        updated=updated,
        raw_times=raw_times,
    )


def _mark_furniture(lines: list[Line]) -> str:
    names: Counter[str] = Counter()
    shared: list[Line] = []
    for line in lines:
        if found := furniture.share_names(line.text):
            names.update(found)
            shared.append(line)
        elif furniture.is_share_bar(line.text):
            line.kind = "share_bar"
        elif furniture.is_credit(line.text):
            line.kind = "credit"
        elif furniture.is_caption(line.text):
            line.kind = "caption"
        elif furniture.is_correction(line.text):
            line.kind = "correction"
        elif furniture.is_related(line.text):
            line.kind = "related"
    outlet, times = names.most_common(1)[0] if names else ("", 0)
    if times < 2:
        return ""
    for line in shared:
        line.kind = "share_bar"
    return outlet


def _mark_captions(lines: list[Line]) -> None:
    printed = Counter(folded(line.text) for line in lines if len(line.text) <= LONGEST_CAPTION)
    captions: set[str] = set()
    for line, credit in pairwise(lines):
        is_short = line.kind is None and len(line.text) <= LONGEST_CAPTION
        could_be = printed[folded(line.text)] > 1 or not line.has_stop
        if is_short and could_be and furniture.is_picture_credit(credit.text):
            captions.add(folded(line.text))
    for line in lines:
        if line.kind is None and len(line.text) <= LONGEST_CAPTION:
            repeats = folded(line.text) in captions
            line.kind = "caption" if repeats or furniture.ends_in_credit(line.text) else None


def _mark_stamps(lines: list[Line]) -> None:
    stamped = [line for line in lines if line.kind is None and read_stamps(line.text)[0]]
    order = numeric_order(line.text for line in stamped)
    end_of_head = lines[: _head(lines)][-1].end if lines else 0
    bare = 0
    for line in stamped:
        stamps, _ = read_stamps(line.text, order)
        is_bare = any(not stamp.field for stamp in stamps)
        if not is_bare or (line.end <= end_of_head and not bare):
            line.stamps = stamps
            is_signed = any(stamp.moment.rest for stamp in stamps)
            line.kind = "dateline" if is_bare and not is_signed else "byline"
            bare += is_bare


def _head(lines: list[Line]) -> int:
    long_lines = (i for i, line in enumerate(lines) if len(line.text) >= LONG_LINE)
    return min(next(long_lines, HEAD_LINES), HEAD_LINES) or 1


def _mark_signatures(lines: list[Line]) -> tuple[str, str]:
    bylines, agencies = [], []
    near_edge = [*lines[:HEAD_LINES], *lines[max(HEAD_LINES, len(lines) - TAIL_LINES) :]]
    for line in near_edge:
        signature = read_stamps(line.text)[1] if line.stamps else line.text
        signed = signature_of(signature) if line.kind in (None, "byline") else None
        if signed:
            line.kind = "byline"
            bylines.append(signed[0])
            agencies.append(signed[1])
    for line, after in pairwise(lines):
        if line.kind is None and after.stamps and _is_bare_name(line):
            line.kind = "byline"
            bylines.insert(0, line.text)
    return next(filter(None, bylines), ""), next(filter(None, agencies), "")


def _is_bare_name(line: Line) -> bool:
    words = len(line.text.split())
    return words in range(2, 5) and is_name(line.text) and not line.has_stop


def _mark_links(lines: list[Line]) -> None:
    left, has_read_text = 0, False
    for line in lines:
        if line.kind is not None:
            continue
        if furniture.opens_related(line.text):
            line.kind, left = "related", MOST_LINKS if has_read_text else 0
        elif left and len(line.text) <= LONGEST_LINK and not line.has_stop:
            line.kind, left = "related", left - 1
        else:
            left, has_read_text = 0, has_read_text or line.is_sentence


def _mark_dateline(lines: list[Line], text: str) -> str:
    is_transcript = len(SPEAKER_TURN.findall(text[:20000])) > 1
    for line in [line for line in lines if line.kind is None][:4]:
        end, agency = dateline_end(line.text)
        if end and not (is_transcript and SPEAKER_TURN.match(line.text)):
            line.body_start = end
            return agency
    return ""


def _times(lines: list[Line]) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    stamps: list[Stamp] = [stamp for line in lines for stamp in line.stamps]
    has_label = any(stamp.field == "published" for stamp in stamps)
    values = {"published": "", "updated": ""}
    raw_times: list[tuple[str, str]] = []
    for stamp in stamps:
        field = stamp.field or ("printed" if has_label else "published")
        if not values.get(field):
            raw_times += stamp.moment.raw_times(field)
            values[field] = stamp.moment.value
    return values["published"], values["updated"], tuple(raw_times)
