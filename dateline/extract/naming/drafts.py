"""Names as the model marks them, mended: cut, split, joined, and titles taken off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...records import Label, Span
from . import vocabulary as words
from .context import Context
from .lines import Draft, Line
from .linked import linked
from .names import cut, fold, is_acronym
from .titled import hyphenated

LABELS: dict[str, Label] = {
    "PERSON": "PERSON",
    "ORG": "ORG",
    "GPE": "GPE",
    "LOC": "LOC",
    "FAC": "FAC",
    "NORP": "NORP",
    "EVENT": "EVENT",
}
BREAK = re.compile(r"\s+[-–—|•·]+\s+|\s*[()\[\]\n\t;]\s*|:\s+|\s--\s")
PAIR = re.compile(r",\s+|\s+(?:and|&|or|with|of|in|on|at|for|by|from)\s+")
PERSON_PAIR = re.compile(r",\s+(?!Jr|Sr)|\s+(?:and|&|or|with|in|on|at|for|by|from)\s+|['’]s\s+")
LIST = re.compile(r",\s+(?:and\s+)?|\s+and\s+")
COMPANY_END = re.compile(
    r"(?:(?<= Inc)|(?<= Ltd)|(?<= LLC)|(?<= PLC)|(?<= Corp))[.,]*\s+(?=[^\W\d_])"
)
HYPHENATED = re.compile(r"-([^\W\d_]+)")
OWNER = re.compile(r"['’]s\s+")
HEADLINE_WEIGHT = 0.5
LONGEST_ENTITY = 200
TITLED_LABELS = frozenset({"ORG", "GPE", "LOC", "FAC"})
TITLES = words.CROWNS | (words.HONORIFICS - {"don", "fr"})
GROWING = frozenset({"PERSON", "GPE", "LOC", "FAC", "ORG"})
PROPER_TAGS = frozenset({"NNP", "NNPS"})
FOREIGN_PARTICLES = words.PARTICLES - {"y", "e", "st", "san", "santa"}
GIVEN_NAMES = frozenset({"dean", "marshal"})
NOT_SURNAMES = words.ORGANISATION_HEADS | words.PLACE_HEADS | words.OFFICES | words.GENERIC_ALONE


def model_drafts(context: Context, line: Line) -> Iterator[Draft]:
    """The model's names in one line, each within the line, without article, title or "'s".

    **Misses:** names that the model does not mark at all; an organisation that it cuts in two
    is joined by `organisations`, not here.
    """
    weight = HEADLINE_WEIGHT if line.headline else 1.0
    for entity in line.parsed.doc.ents:
        label = LABELS.get(entity.label_)
        if label is None or len(entity.text) > LONGEST_ENTITY:
            continue
        span = line.parsed.span(entity)
        for start, end in _pieces(context, span, label):
            titled = _is_titled(context, start, end, label)
            trimmed = _trimmed(context, line, start, end, "PERSON" if titled else label)
            if trimmed is not None:
                tied = linked(context.article.text, *trimmed)
                yield Draft(*tied, "PERSON" if titled else label, weight, line.number)


def _pieces(context: Context, span: Span, label: Label) -> Iterator[tuple[int, int]]:
    """The span cut where no name runs on: dashes, brackets, and "and" between persons."""
    text = context.article.text
    if label == "ORG" and _is_list_of_places(context, text[span.start : span.end]):
        label = "GPE"
    pattern = {"PERSON": PERSON_PAIR, "GPE": PAIR, "NORP": PAIR, "ORG": COMPANY_END}.get(label)
    for first, last in _split(text, span.start, span.end, BREAK):
        if label == "ORG":
            first = _after_people(context, _after_owner(context, first, last), last)
        if pattern is None or (label == "GPE" and " of " in text[first:last]):
            yield cut(text, first, last)
        else:
            yield from (cut(text, *piece) for piece in _split(text, first, last, pattern))


def _is_list_of_places(context: Context, surface: str) -> bool:
    """Whether the words are places side by side: "Torkham and Spin Boldak"."""
    names = LIST.split(surface)
    return len(names) > 1 and all(context.place_kind(name) for name in names)


def _after_owner(context: Context, start: int, end: int) -> int:
    """Where an organisation's name starts after an owner that the article names elsewhere too."""
    text = context.article.text
    owner = OWNER.search(text, start, end)
    if owner is None:
        return start
    first, last = cut(text, start, owner.start())
    return owner.end() if text[first:last] in context.marked else start


def _after_people(context: Context, start: int, end: int) -> int:
    """Where an acronym starts after the people it belongs to: "American FBI"."""
    text = context.article.text
    people, _, rest = text[start:end].partition(" ")
    return end - len(rest) if is_acronym(rest) and context.demonym(people) else start


def _split(text: str, start: int, end: int, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    here = start
    for match in pattern.finditer(text, start, end):
        yield here, match.start()
        here = match.end()
    yield here, end


def _is_titled(context: Context, start: int, end: int, label: Label) -> bool:
    """Whether what the model calls a body or a place is a person with a title: "King Ruiz"."""
    parts = fold(context.article.text[start:end]).split()
    if label not in TITLED_LABELS or len(parts) < 2 or parts[0] not in TITLES:
        return False
    place = context.place_kind(context.article.text[start:end])
    return NOT_SURNAMES.isdisjoint(parts[1:]) and not place


def _trimmed(
    context: Context, line: Line, start: int, end: int, label: Label
) -> tuple[int, int] | None:
    text = context.article.text
    if label == "PERSON":
        start = after_title(context, text, start, end)
    if line.headline or line.starts_sentence(_token_at(line, start)):
        start, end = _without_common(context, line, start, end)
    return (start, end) if is_name(text[start:end]) else None


def _token_at(line: Line, start: int) -> int:
    found = line.tokens(Span(start, start + 1))
    return found[0] if found else 0


def is_name(surface: str) -> bool:
    """Whether the words can name: a capital, a letter beside it, no number or day alone."""
    if not any(c.isupper() for c in surface) or "http" in surface or "@" in surface:
        return False
    parts = fold(surface).split()
    letters = sum(c.isalpha() for c in surface)
    if letters < 2 or not parts:
        return False
    if len(parts) == 1 and parts[0] in words.HONORIFICS:
        return False
    return not all(part in words.MONTHS_DAYS or part.isdigit() for part in parts)


def after_title(context: Context, text: str, start: int, end: int) -> int:
    """Where the name starts in a person's span that opens with titles or offices."""
    parts = list(re.finditer(r"[^\s]+", text[start:end]))
    if parts and parts[-1].group().casefold() in words.PLACE_HEADS:
        return start
    found = int(len(parts) > 2 and _of_country(context, parts[0].group()))
    for number, part in enumerate(parts[:-1]):
        word = part.group().strip(".,'’").casefold()
        if word in words.HONORIFICS or word in words.OFFICES or word in words.CROWNS:
            found = number + 1
        elif not (word in words.OFFICE_MODIFIERS or _of_country(context, part.group())):
            break
    if found == 1 and len(parts) == 2 and parts[0].group().casefold() in GIVEN_NAMES:
        return start
    named = bool(parts) and parts[found].group() in words.PARTICLES
    if found and not (named or text[start + parts[found].start()].isupper()):
        return start
    return start + parts[found].start() if found else start


def _of_country(context: Context, word: str) -> bool:
    bare = re.sub(r"['’]s$", "", word)
    return bool(context.demonym(bare) or context.country(bare))


def _without_common(context: Context, line: Line, start: int, end: int) -> tuple[int, int]:
    """The span without outer words that the body of the article writes in lower case."""
    found = line.tokens(Span(start, end))
    if found is None:
        return start, end
    first, last = found
    common = context.lower_words
    while first < last and _is_common(line, first, common):
        first += 1
    while line.headline and first < last and _is_common(line, last - 1, common):
        last -= 1
    if first == last:
        return start, start
    return cut(context.article.text, max(start, line.starts[first]), min(end, line.end(last - 1)))


def _is_common(line: Line, token: int, common: frozenset[str]) -> bool:
    return line.lower(token) in common and not line.texts[token].isupper()


def joined(context: Context, line: Line, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts grown over the neighbours that belong to the name, those that meet made one."""
    grown: list[Draft] = []
    taken = {token for draft in drafts for token in range(*(line.tokens(draft) or (0, 0)))}
    for draft in sorted(drafts, key=lambda one: one.start):
        if draft.label in GROWING and not (line.headline or _is_pair(context, draft)):
            draft = _grown(line, draft, taken)
        before = grown[-1] if grown else None
        if before and _touch(context, before, draft):
            label = before.label if before.label == draft.label else "GPE"
            grown[-1] = Draft(before.start, draft.end, label, before.weight, line.number)
        elif before is None or draft.start >= before.end:
            grown.append(draft)
    return grown


def _is_pair(context: Context, draft: Draft) -> bool:
    """Whether a hyphen joins two places here: "Moscow-Washington talks"."""
    text = context.article.text
    tied = HYPHENATED.match(text, draft.end)
    places = (text[draft.start : draft.end], tied.group(1)) if tied else ()
    return bool(places) and all(context.place_kind(name) for name in places)


def _touch(context: Context, before: Draft, after: Draft) -> bool:
    """Whether two neighbours are one name: "Ana Maria" "Ruiz", "Republic" of "Peru"."""
    text = context.article.text
    between = text[before.end : after.start]
    if between in {" ", "-"}:
        return before.label == after.label == "PERSON"
    return between == " of " and bool(context.country(text[before.start : after.end]))


def _grown(line: Line, draft: Draft, taken: set[int]) -> Draft:
    found = line.tokens(draft)
    if found is None:
        return draft
    first, last = found
    person = draft.label == "PERSON"
    while person and first > 0 and line.texts[first - 1] in FOREIGN_PARTICLES:
        first -= 1
    first -= _led(line, first)
    if person and line.lower(last - 1) in FOREIGN_PARTICLES and line.capital(last):
        last += 1
    while (step := _continued(line, last, taken, person=person)) > 0:
        last += step
    if found == (first, last):
        return draft
    start = min(draft.start, line.starts[first])
    end = max(draft.end, line.end(last - 1)) if last != found[1] else draft.end
    return Draft(start, end, draft.label, draft.weight, line.number)


def _led(line: Line, first: int) -> int:
    """How many tokens before the name lead it: 2 in "Al-Ruiz", 1 in "Bin Ruiz"."""
    tied = first > 1 and line.texts[first - 1] == "-"
    if tied and line.lower(first - 2) in words.ARABIC_LEADS:
        return 2 * (line.starts[first] == line.end(first - 2) + 1)
    return int(line.capital(first - 1) and line.lower(first - 1) in words.ARABIC_LEADS)


def _continued(line: Line, token: int, taken: set[int], *, person: bool) -> int:
    """How many tokens from here go on with the name that ends before them."""
    if token >= len(line.texts) or line.starts[token] - line.end(token - 1) > 1:
        return 0
    if hyphenated(line, token):
        free = token + 1 not in taken and line.capital(token + 1)
        return 2 if free or (person and line.tags[token + 1] in PROPER_TAGS) else 0
    ahead = token
    while ahead < token + 3 and _particle(line, ahead):
        ahead += 1
    if ahead > token:
        return ahead + 1 - token if _proper(line, ahead) else 0
    return int(person and token not in taken and _proper(line, token) and _further(line, token))


def _particle(line: Line, token: int) -> bool:
    return token < len(line.texts) and line.texts[token] in FOREIGN_PARTICLES


def _proper(line: Line, token: int) -> bool:
    return line.capital(token) and line.tags[token] in PROPER_TAGS


def _further(line: Line, token: int) -> bool:
    """Whether a capitalised word may be a further name of a person."""
    word, text = line.lower(token), line.texts[token]
    known = word in words.OFFICES or word in words.GENERIC_ALONE or word in words.MONTHS_DAYS
    return text.isalpha() and not known and not text.isupper()
