"""Names in an article: the model's entities, mended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...lexicon import PlaceLexicon
from ...records import Article, Label, Mention, finding_id
from ..parse import Parsed
from .acting import ACTING_WEIGHT
from .context import Context
from .drafts import is_name, joined, model_drafts
from .lines import Draft
from .names import fold
from .recurrence import known_names, recurrences, without_parts
from .roles import role_beside
from .shapes import people_and_countries, shape_drafts
from .titled import TITLED_WEIGHT
from .unnamed import is_unnamed
from .voting import vote

LEAST_CONFIDENCE = 0.3


def find_mentions(
    article: Article, parsed: Sequence[Parsed], lexicon: PlaceLexicon
) -> tuple[Mention, ...]:
    """The names of the article in order, without overlap, each with one label an article.

    Args:
        article: whose `text` the offsets count.
        parsed: its passages with their parses.
        lexicon: what the gazetteer knows of countries, peoples and places.

    **Misses:** names in lower case; persons named once by a single word that the model does not
    mark; two things of one name in one article get one label; a name in capitals is not matched
    with the same name in mixed case; organisations without a head word whose parts the model
    marks apart stay apart.
    """
    context = Context(article, parsed, lexicon)
    drafts = [draft for line in context.lines for draft in _line_drafts(context, line.number)]
    labels = vote(context, drafts)
    drafts = [_labelled(context, draft, labels) for draft in drafts]
    again = list(recurrences(context, known_names(context, drafts), drafts))
    every = without_parts([*drafts, *again])
    return tuple(_mention(context, draft, labels) for draft in every)


def _line_drafts(context: Context, number: int) -> list[Draft]:
    """The drafts of one line that do not overlap: the better founded, then the longer, stays."""
    line = context.lines[number]
    drafts = joined(context, line, list(model_drafts(context, line)))
    drafts += [draft for draft in shape_drafts(context, line) if _is_sound(context, draft)]
    chosen = [one for one in _without_overlap(_widened(drafts)) if not is_unnamed(context, one)]
    free = people_and_countries(context, line, [*chosen])
    return _without_overlap([*chosen, *(one for one in free if not is_unnamed(context, one))])


def _is_sound(context: Context, draft: Draft) -> bool:
    return draft.end > draft.start and is_name(context.article.text[draft.start : draft.end])


def _widened(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with a person found by title run on to where the model ends that name.

    A person whom the model marks in part is whole where the deed shows the whole name.
    """
    whole = {one.end: one.start for one in drafts if one.weight == ACTING_WEIGHT}
    drafts = [
        replace(one, start=min(one.start, whole.get(one.end, one.start)))
        if one.label == "PERSON" and one.weight <= 1
        else one
        for one in drafts
    ]
    ends = {one.start: one.end for one in drafts if one.label == "PERSON" and one.weight <= 1}
    return [
        replace(one, end=max(one.end, ends.get(one.start, 0)))
        if one.weight == TITLED_WEIGHT
        else one
        for one in drafts
    ]


def _without_overlap(drafts: Sequence[Draft]) -> list[Draft]:
    ranked = sorted(drafts, key=lambda one: (-one.weight, one.start - one.end, one.start))
    taken: set[int] = set()
    chosen: list[Draft] = []
    for draft in ranked:
        places = range(draft.start, draft.end)
        if taken.isdisjoint(places):
            taken.update(places)
            chosen.append(draft)
    return sorted(chosen, key=lambda one: one.start)


def _labelled(context: Context, draft: Draft, labels: Mapping[str, tuple[Label, float]]) -> Draft:
    label, _ = labels[fold(context.article.text[draft.start : draft.end])]
    return Draft(draft.start, draft.end, label, draft.weight, draft.line)


def _mention(context: Context, draft: Draft, labels: Mapping[str, tuple[Label, float]]) -> Mention:
    article = context.article
    passage = context.lines[draft.line].parsed.passage
    surface = article.text[draft.start : draft.end]
    _, share = labels.get(fold(surface), (draft.label, 0.7))
    trust = min(1.0, 0.6 + draft.weight / 2.5) * share
    role = role_beside(context, draft) if draft.label == "PERSON" else None
    return Mention(
        draft.start,
        draft.end,
        finding_id("m", article.article_id, draft.start, draft.end),
        article.article_id,
        passage.passage_id,
        surface,
        draft.label,
        role=role.text if role else "",
        confidence=round(max(LEAST_CONFIDENCE, min(1.0, trust)), 2),
    )
