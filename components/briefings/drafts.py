"""What is written of a slide before it is kept: nothing of it is lost, whoever else writes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from components import state
from components.briefings import acts, now
from components.briefings.acts import Slides
from components.memory import Draft
from data.access import briefings, notebook, standards
from data.access.standards import Finding
from dateline.briefing import Briefing, Slide, SlideKind

KINDS: dict[str, SlideKind] = {
    kind: kind
    for kind in ("map", "timeline", "quotations", "position", "table", "judgments", "text")
}


def key(name: str, draft: Draft) -> str:
    """The key of a widget: new where the slide is another, or was changed elsewhere."""
    turns = state.session().composing.turns
    return f"slide_{name}_{draft.base.slide_id}_{hash(draft.base)}_{turns}"


def typed(briefing_id: str, draft: Draft) -> None:
    """Remember what the widgets hold. For callbacks only."""
    drafts, at = state.session().composing.drafts, (briefing_id, draft.base.slide_id)
    mine = _read(draft)
    if mine == draft.base:
        drafts.pop(at, None)
    else:
        drafts[at] = Draft(draft.base, mine)
    state.redraw(*now.WRITTEN)


def use(finding: Finding) -> None:
    """Write what a remark proposes; it is kept when the slide is saved. For callbacks only."""
    here, briefing = state.session().composing, now.opened()
    slide = now.found(briefing, finding.slide_id) if briefing else None
    if briefing is not None and slide is not None:
        draft = now.draft_of(briefing, slide) or Draft(slide, slide)
        put = now.found(standards.applied(as_written(briefing), finding), slide.slide_id)
        here.drafts[briefing.briefing_id, slide.slide_id] = Draft(draft.base, put or draft.mine)
        here.turns += 1
    state.redraw(*now.WRITTEN)


def as_written(briefing: Briefing) -> Briefing:
    """The briefing with what was written in it, kept or not."""
    drafts = ((now.draft_of(briefing, slide), slide) for slide in briefing.slides)
    return replace(briefing, slides=tuple(one.mine if one else slide for one, slide in drafts))


def save(briefing_id: str, slide_id: str) -> None:
    """Keep what was written; not over what another wrote meanwhile, which is shown beside it."""

    def mine(standing: Briefing, draft: Draft) -> Slides | None:
        theirs = now.found(standing, slide_id)
        if theirs not in (draft.base, draft.mine):
            return None
        return tuple(draft.mine if one == theirs else one for one in standing.slides)

    _write(briefing_id, slide_id, mine, "Saved")


def keep_mine(briefing_id: str, slide_id: str) -> None:
    """Keep what was written in place of what another kept; a slide that is gone comes back last."""

    def mine(standing: Briefing, draft: Draft) -> Slides:
        kept = tuple(draft.mine if one.slide_id == slide_id else one for one in standing.slides)
        return kept if now.found(standing, slide_id) else (*kept, draft.mine)

    _write(briefing_id, slide_id, mine, "Saved in place of the other version")


def keep_both(briefing_id: str, slide_id: str) -> None:
    """Keep what was written as a slide of its own, after the one that another kept."""

    def both(standing: Briefing, draft: Draft) -> Slides:
        own = replace(draft.mine, slide_id="")
        after = [(one, own) if one.slide_id == slide_id else (one,) for one in standing.slides]
        return tuple(one for some in after for one in some)

    _write(briefing_id, slide_id, both, "Both are kept")


def let_go(briefing_id: str, slide_id: str) -> None:
    """Forget what was written."""
    here = state.session().composing
    here.drafts.pop((briefing_id, slide_id), None)
    here.turns += 1
    state.redraw(*now.VIEWS)


def orphans(briefing: Briefing) -> list[Draft]:
    """What was written of slides that are in the briefing no more."""
    drafts = state.session().composing.drafts
    return [
        draft
        for (briefing_id, slide_id), draft in drafts.items()
        if briefing_id == briefing.briefing_id and now.found(briefing, slide_id) is None
    ]


def _write(
    briefing_id: str,
    slide_id: str,
    change: Callable[[Briefing, Draft], Slides | None],
    said: str,
) -> None:
    """Keep the slides that a draft makes of the briefing, and forget it; nothing where None."""
    drafts, at = state.session().composing.drafts, (briefing_id, slide_id)
    draft = drafts.get(at)
    with acts.asked() as here:
        if draft is not None:
            standing = acts.existing(briefing_id)
            slides = change(standing, draft)
            if slides is not None:
                briefings.keep(replace(standing, slides=slides), notebook.analyst())
                here.said = said
                drafts.pop(at)
    state.redraw(*now.VIEWS)


def _read(draft: Draft) -> Slide:
    held = {name: state.widget(key(name, draft)) for name in ("headline", "text", "notes")}
    written = {name: str(text).strip() for name, text in held.items() if text is not None}
    if "headline" in written:
        written["headline"] = " ".join(written["headline"].split())
    kind = KINDS.get(str(state.widget(key("kind", draft))), draft.mine.kind)
    return replace(draft.mine, kind=kind, **written)
