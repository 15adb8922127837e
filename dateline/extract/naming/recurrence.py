"""A name found once, searched in the rest of the article as whole words, in linear time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from ...records import Label, Span
from . import vocabulary as words
from .context import Context
from .lines import Draft, Line
from .names import fold

TOKEN = re.compile(r"[^\W_]+")
GAP = re.compile(r"[ \u00a0]?|[ \u00a0]?[-.&'’]|\. ")
LONGEST = 8
SHORTEST = 2
FREE = -1
PROPER_TAGS = frozenset({"NNP", "NNPS"})
RECURRENCE_WEIGHT = 0.8
TITLES = words.OFFICES | words.HONORIFICS
COMMON = words.GENERIC_ALONE | words.PLACE_HEADS


@dataclass(frozen=True, slots=True)
class Known:
    """A name to look for."""

    words: tuple[str, ...]
    label: Label
    opener: str
    """Its first word as the tokens have it: "U.S." where `words` has "U", "S"."""
    dotted: bool


def known_names(context: Context, drafts: Iterable[Draft]) -> dict[tuple[str, ...], Known]:
    """The names to look for: every name found, and the outer words of persons' full names."""
    found: dict[tuple[str, ...], Known] = {}
    parts_of_persons: list[str] = []
    for draft in drafts:
        surface = context.article.text[draft.start : draft.end]
        parts = tuple(TOKEN.findall(surface))
        if 0 < len(parts) <= LONGEST:
            found.setdefault(
                parts, Known(parts, draft.label, surface.split()[0], surface[-1] == ".")
            )
        if draft.label == "PERSON" and len(parts) > 1:
            parts_of_persons += [parts[-1], parts[0]]
            for led in _with_particle(parts):
                found.setdefault(led, Known(led, "PERSON", led[0], False))
    for word in parts_of_persons:
        if _stands_alone(context, word):
            found.setdefault((word,), Known((word,), "PERSON", word, False))
    return found


def _with_particle(parts: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A surname with the particle before it, as it stands inside and at the start: "bin Ruiz"."""
    for at in range(len(parts) - 2, 0, -1):
        if parts[at].casefold() not in words.PARTICLES:
            break
        yield parts[at:]
        yield (parts[at].capitalize(), *parts[at + 1 :])


def _stands_alone(context: Context, word: str) -> bool:
    folded = fold(word)
    common = word.casefold() in context.lower_words or folded in words.PARTICLES
    titled = folded in words.OFFICES or folded in words.HONORIFICS
    return len(word) > 1 and not (common or titled or context.country(word))


def recurrences(
    context: Context, known: Mapping[tuple[str, ...], Known], taken: Sequence[Draft]
) -> Iterator[Draft]:
    """The places where a known name stands unmarked.

    **Misses:** inflected and misspelt forms; a one-word name beside another capitalised word,
    which may be part of a longer name that nobody found.
    """
    by_line: dict[int, list[Draft]] = {}
    for draft in taken:
        by_line.setdefault(draft.line, []).append(draft)
    openers = {opener for name in known.values() for opener in (name.words[0], name.opener)}
    firsts, longest = {parts[0] for parts in known}, max(map(len, known), default=0)
    for line in context.lines:
        if not openers.isdisjoint(line.texts):
            yield from _in_line(context, line, known, by_line.get(line.number, ()), firsts, longest)


def without_parts(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts in order, without those that lie within a longer one."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda one: (one.start, -one.end)):
        if not kept or draft.start >= kept[-1].end:
            kept.append(draft)
    return kept


def _in_line(
    context: Context,
    line: Line,
    known: Mapping[tuple[str, ...], Known],
    taken: Sequence[Draft],
    firsts: Set[str],
    longest: int,
) -> Iterator[Draft]:
    text = context.article.text
    end = line.stop
    found = list(TOKEN.finditer(text, line.start, end))
    free = _free(found, taken)
    here = 0
    while here < len(found):
        is_open = free[here] == FREE and found[here].group() in firsts
        name = _longest_at(text, found, free, here, known, longest) if is_open else None
        if name is None:
            here += 1
            continue
        last = here + len(name.words)
        start, stop = found[here].start(), found[last - 1].end()
        stop += name.dotted and text[stop : stop + 1] == "."
        if len(name.words) == 1:
            unnamed = here > 0 and free[here - 1] == FREE and name.label == "PERSON"
            start = _start(context, line, Span(start, stop), widen=unnamed)
        if start >= 0:
            yield Draft(start, stop, name.label, RECURRENCE_WEIGHT, line.number)
        here = last


def _free(found: Sequence[re.Match[str]], taken: Sequence[Draft]) -> list[int]:
    """For each word the ordinal of the draft that covers it, or `FREE`."""
    spans = sorted((draft.start, draft.end) for draft in taken)
    free: list[int] = []
    here = 0
    for match in found:
        while here < len(spans) and spans[here][1] <= match.start():
            here += 1
        is_free = here == len(spans) or spans[here][0] >= match.end()
        free.append(FREE if is_free else here)
    return free


def _longest_at(
    text: str,
    found: Sequence[re.Match[str]],
    free: Sequence[int],
    here: int,
    known: Mapping[tuple[str, ...], Known],
    longest: int,
) -> Known | None:
    """The longest known name that starts at this free word, if its words are joined.

    It may go on over a whole draft, which then was a part of it: "Ana" before a marked "Ruiz".
    """
    parts: list[str] = []
    best: Known | None = None
    titled = fold(found[here].group()) in TITLES
    for at in range(here, min(here + longest, len(found))):
        if at > here and not GAP.fullmatch(text, found[at - 1].end(), found[at].start()):
            break
        parts.append(found[at].group())
        if titled and free[at] != FREE:
            break
        cuts = free[at] != FREE and at + 1 < len(found) and free[at + 1] == free[at]
        best = best if cuts else known.get(tuple(parts), best)
    return best


def _start(context: Context, line: Line, span: Span, *, widen: bool) -> int:
    """Where the name of a single known word starts here, or -1 where it is no name of its own.

    A known surname after a first name that nobody marked starts at the first name.
    """
    tokens = line.tokens(span)
    if tokens is None or not _is_proper(context, line, tokens[0]):
        return -1
    first, last = tokens
    if line.headline:
        return -1 if line.lower(first) in context.lower_words else span.start
    if _joins(context, line, last, last):
        return -1
    if not _joins(context, line, first - 1, first):
        return span.start
    return line.starts[first - 1] if widen and _is_first_name(line, first - 1) else -1


def _is_proper(context: Context, line: Line, token: int) -> bool:
    """Whether the word is a name here, and not a common word that opens a sentence."""
    if line.starts_sentence(token) and line.lower(token) in context.lower_words:
        return False
    return len(line.texts[token]) > SHORTEST or line.tags[token] in PROPER_TAGS


def _is_first_name(line: Line, token: int) -> bool:
    text, word = line.texts[token], line.lower(token)
    plain = text.isalpha() and text[1:].islower() and line.tags[token] in PROPER_TAGS
    return plain and word not in COMMON


def _joins(context: Context, line: Line, token: int, border: int) -> bool:
    """Whether a neighbour looks like one more word of a longer name."""
    if not 0 <= token < len(line.texts) or not 0 < border < len(line.texts):
        return False
    gap = line.starts[border] - line.end(border - 1)
    if line.texts[token] == "-":
        return gap == 0 and line.capital(token - 1 if token < border else token + 1)
    opens = line.starts_sentence(token) and (
        line.tags[token] not in PROPER_TAGS or line.lower(token) in context.lower_words
    )
    if not line.capital(token) or opens or gap > 1:
        return False
    word = line.lower(token).rstrip(".")
    if word in words.HONORIFICS or word in words.OFFICES or word in words.MONTHS_DAYS:
        return False
    return not context.demonym(line.texts[token])
