"""A position over time on a slide: what was said, what changed, and which reversals to check."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..briefing import Said
from ..query.days import NO_DAY
from ..query.select import iso_day
from ..query.statements import Positions, Statements, Subject, positions_of, speakers
from ..query.statements.aligned import Stretch
from ..query.statements.changes import Change, changes
from ..query.statements.folds import Fold
from ..query.statements.sides import BODY, COUNTRY
from .asked import Asked
from .corpus import Codes, Corpus
from .said import places_of_rows, said_at
from .words import date_text, listed

MOST, MOST_REVERSALS = 8, 3
"""Statements of a slide, and proposals."""
SHORT = 30
"""Letters below which a statement is a part of a sentence."""
DIFFERENCES = 3
"""Differences in wording that are told of one statement."""
Pair = tuple[Said, Said, str]


@dataclass(frozen=True, slots=True, eq=False)
class Position:
    """What a slide shows of a position."""

    who: str
    """Whose position, and on what: "Mara Okafor on Karst Dam"."""
    said: tuple[Said, ...]
    """In time order, those without a day last."""
    reversals: tuple[Pair, ...]
    articles: Codes
    """The articles of all statements, shown or not."""


def position(corpus: Corpus, asked: Asked) -> Position:
    """The position of the Brush's speakers and of sides; of the most quoted where none is named.

    Where those that are named are not known, it is no one's.
    """
    held = corpus.held()
    sides, subject = _sides(held, asked), _subject(corpus, asked)
    found = positions_of(held, asked.brush, sides, subject) if sides else Positions((), 0, 0, ())
    shown = chosen(held, found)
    told = zip(_said(corpus, shown), changes(held, shown, 0, len(shown)), strict=True)
    turned = (replace(one, change=change_words(shown, change)) for one, change in told)
    return Position(
        who=_who(corpus, sides, subject),
        said=tuple(turned),
        reversals=_reversals(corpus, found),
        articles=_articles(held, found),
    )


def chosen(held: Statements, found: Positions) -> list[Fold]:
    """The statements to show, in time order: all of them, where there are few.

    Else the first and the last, those of proposed reversals, those that turn from one stance to
    another, those that take one, then the newest that can be read by themselves.
    """
    folds = found.folds
    if len(folds) <= MOST:
        return list(folds)
    dated = [at for at, fold in enumerate(folds) if fold.day != NO_DAY] or [0]
    place = {id(fold): at for at, fold in enumerate(folds)}
    turned = [place[id(fold)] for one in found.reversals for fold in (one.earlier, one.later)]
    newest = sorted(dated, key=lambda at: (len(held.text_of(folds[at].longest)) < SHORT, -at))
    stances = [at for at in reversed(dated) if folds[at].stance]
    turned += [*_turns(folds, dated), *stances]
    ranked = dict.fromkeys((dated[0], dated[-1], *turned, *newest))
    return [folds[at] for at in sorted([*ranked][:MOST])]


def _turns(folds: Sequence[Fold], dated: Sequence[int]) -> list[int]:
    """Statements with another stance than the last of their speaker that had one, newest first."""
    last, found = dict[int, int](), list[int]()
    for at in dated:
        speaker, before = folds[at].speaker, last.get(folds[at].speaker)
        if folds[at].stance:
            if before is not None and folds[before].stance != folds[at].stance:
                found.extend((before, at))
            last[speaker] = at
    return found[::-1]


def change_words(folds: Sequence[Fold], change: Change) -> str:
    """What changed since those before it on the slide, in words; empty where nothing did."""
    parts = list[str]()
    if change.cues:
        parts.append(f"{change.cues[0]}, then {change.cues[1]}")
    differences = [told for one in change.wording if (told := _difference(one))]
    if differences:
        day = folds[change.like].day
        since = f"since {date_text(iso_day(day))}" if day != NO_DAY else "since before"
        rest = len(differences) - DIFFERENCES
        more = f" and {rest:,} more" if rest > 0 else ""
        parts.append(f"{since}: {', '.join(differences[:DIFFERENCES])}{more}")
    return "; ".join(parts)


def _difference(stretch: Stretch) -> str:
    text, other = stretch.text.strip(), stretch.other.strip()
    return {
        "added": f"adds “{text}”",
        "left_out": f"leaves out “{other}”",
        "changed": f"“{other}” becomes “{text}”",
    }.get(stretch.kind, "")


def _sides(held: Statements, asked: Asked) -> tuple[str, ...]:
    clause = asked.brush.clause_on("speaker")
    named = (*(clause.values if clause else ()), *asked.sides)
    if named or asked.names_speakers:
        return named
    return tuple(one.value for one in speakers(held, asked.brush)[:1])


def _subject(corpus: Corpus, asked: Asked) -> Subject:
    """What is asked for, else the one entity that the Brush asks to be spoken of."""
    about = asked.brush.clause_on("about")
    said = asked.subject or (about.values[0] if about and len(about.values) == 1 else "")
    return Subject(entity=said) if said in corpus.index.entities else Subject(words=said)


def _who(corpus: Corpus, sides: Sequence[str], subject: Subject) -> str:
    names = listed([_name(corpus, side) for side in sides]) or "No one"
    if subject.entity:
        return f"{names} on {corpus.name_of('entity', subject.entity)}"
    return f"{names} on “{subject.words}”" if subject.words else names


def _name(corpus: Corpus, side: str) -> str:
    if side.startswith(COUNTRY):
        country = corpus.name_of("said_country", side.removeprefix(COUNTRY))
        return f"all who speak for {country}"
    if side.startswith(BODY):
        return f"all who speak for {corpus.name_of('entity', side.removeprefix(BODY))}"
    return corpus.name_of("entity", side)


def _said(corpus: Corpus, folds: Sequence[Fold]) -> list[Said]:
    rows = np.array([fold.longest for fold in folds], dtype=np.int64)
    found = said_at(corpus, places_of_rows(corpus.index, rows))
    return [
        replace(one, day="" if fold.day == NO_DAY else iso_day(fold.day), carried=len(fold.rows))
        for one, fold in zip(found, folds, strict=True)
    ]


def _reversals(corpus: Corpus, found: Positions) -> tuple[Pair, ...]:
    shown = found.reversals[:MOST_REVERSALS]
    earlier = _said(corpus, [one.earlier for one in shown])
    later = _said(corpus, [one.later for one in shown])
    why = [f"{one.reason}, confidence {one.confidence:.0%}" for one in shown]
    return tuple(zip(earlier, later, why, strict=True))


def _articles(held: Statements, found: Positions) -> Codes:
    rows = [np.zeros(0, dtype=np.int64), *(fold.rows for fold in found.folds)]
    return np.unique(held.article[np.concatenate(rows)]).astype(np.int32)
