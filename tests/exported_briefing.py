"""A briefing to export, on the first landing on the Moon: what was said there is public record."""

from __future__ import annotations

from dataclasses import replace

from components.theme import Palette, hues
from data.access.pictures import colours
from dateline.briefing import (
    Briefing,
    Footing,
    Lane,
    MapShown,
    Mark,
    Presentation,
    Said,
    Shown,
    Slide,
    SlideKind,
    Source,
    TableShown,
    TimelineShown,
)

METHOD = "found by machine: dateline 0.3.0, en_core_web_sm 3.8.0"
ARABIC = "يولد جميع الناس أحرارًا متساوين في الكرامة والحقوق"
"""Article 1 of the Universal Declaration of Human Rights."""
STEP = "That's one small step for man, one giant leap for mankind."
LANDED = "Houston, Tranquility Base here. The Eagle has landed."
CHOOSE = (
    "We choose to go to the Moon in this decade and do the other things, not because they are "
    "easy, but because they are hard."
)


def coloured(palette: Palette) -> dict[str, str]:
    """All colours of a drawing in an appearance."""
    return colours(palette.name, hues(palette))


def source(article_id: str, outlet: str = "The Example Courier", **facts: str) -> Source:
    known = {
        "title": f"Report {article_id} on the landing",
        "agency": "NASA",
        "url": f"https://courier.example/{article_id}",
        "published": "1969-07-21T03:15:00Z",
        "seen": "2026-11-20T08:00:00Z",
    }
    return Source(article_id=article_id, outlet=outlet, **(known | facts))


def said(
    content: str, speaker: str, role: str, at: Source, mode: str = "direct", change: str = ""
) -> Said:
    return Said(
        quotation_id=f"q{abs(hash(content)) % 9999}",
        content=content,
        mode=mode,
        speaker=speaker,
        role=role,
        cue="said",
        addressee="reporters" if mode != "direct" else "",
        venue="",
        place="Houston",
        said_on="1969-07-20",
        passage=content,
        start=0,
        end=len(content),
        method=METHOD,
        confidence=0.9,
        source=at,
        change=change,
    )


FIRST, SECOND, THIRD = source("a1"), source("a2", "Gazette of Examples", agency=""), source("a3")
ARAB = source("a4", "صحيفة المثال", title="الإعلان العالمي لحقوق الإنسان", published="1948-12-10")
ARMSTRONG = said(STEP, "Neil Armstrong", "commander of Apollo 11", FIRST)
EAGLE = said(LANDED, "Neil Armstrong", "commander of Apollo 11", SECOND)
KENNEDY = said(CHOOSE, "John F. Kennedy", "President of the United States", THIRD)
DECLARED = said(ARABIC, "الجمعية العامة", "الأمم المتحدة", ARAB, mode="indirect")
FOOTING = Footing(
    sources="Example Courier, Gazette of Examples",
    published="Published 20 to 21 Jul 1969 (UTC)",
    counts="3 articles, 2 outlets, 1 origin",
    retrieved="Retrieved 20 Nov 2026, 08:00 UTC",
    method=METHOD,
    review="1 of 3 quotations reviewed",
)
MARKS = (
    Mark("p1", "Houston", "city", "point", -95.37, 29.76, 0, 12, 14, is_selected=True),
    Mark("p2", "Cape Canaveral", "headland", "feature", -80.6, 28.4, 20, 7, 7),
    Mark("p3", "Honeysuckle Creek", "station", "near", 148.98, -35.58, 30, 2, 3),
)
MAP = MapShown(MARKS, beside=(("United States", 21), ("Australia", 3)))
LANES = (
    Lane("e1", "Neil Armstrong", "person", 9, (0, 2, 4, 3), (0, 0, 2, 0), is_selected=True),
    Lane("e2", "NASA", "organisation", 6, (1, 2, 2, 1), (0, 1, 0, 0)),
)
TIMELINE = TimelineShown(
    "day",
    ("1969-07-18", "1969-07-19", "1969-07-20", "1969-07-21"),
    "1969-07-22",
    (1, 3, 8, 5),
    (2, 3, 9, 6),
    LANES,
    beside=("3 articles without a date",),
)


def shown(kind: SlideKind, headline: str, text: str = "", **facts: object) -> Shown:
    slide = Slide(f"s-{kind}", kind, headline, text, notes=f"Notes on {kind}.")
    told = {"words": "Neil Armstrong · 18–21 Jul 1969", "footing": FOOTING, "sources": (FIRST,)}
    return replace(Shown(slide, "", FOOTING), **(told | facts))  # type: ignore[arg-type]


JUDGMENTS = shown(
    "judgments",
    "The landing was reported from three stations within a day",
    "The landing was almost certainly seen by the largest audience until then.\n"
    "Reports from Houston came first; those from Australia carried the pictures.\n"
    "We have high confidence in the times, which three stations state alike.",
    sources=(SECOND, FIRST),
)
MAPPED = shown(
    "map",
    "Reports came from Houston, with pictures by way of Honeysuckle Creek",
    "Twelve of twenty-one mentions are of Houston.",
    map=MAP,
    timeline=TIMELINE,
    quotations=(ARMSTRONG, EAGLE),
    sources=(FIRST, SECOND),
)
TIMED = shown("timeline", "Reports peak on the day of the landing", timeline=TIMELINE)
QUOTED = shown("quotations", "What was said", quotations=(ARMSTRONG, KENNEDY, EAGLE, DECLARED),
               sources=(FIRST, THIRD, SECOND, ARAB))  # fmt: skip
MOVED = shown(
    "position",
    "From the aim to the landing",
    quotations=(KENNEDY, replace(EAGLE, change="from aim to fact", carried=3)),
    reversals=((KENNEDY, ARMSTRONG, "the aim is spoken of as reached"),),
)
TABLED = shown(
    "table",
    "Stations that received the signal",
    table=TableShown(
        ("Station", "Country", "Mentions"),
        tuple((f"Station {at}", "Australia" if at % 2 else "United States", str(at))
              for at in range(1, 41)),
        40,
    ),
)  # fmt: skip
WRITTEN = shown("text", "What is not known", "Gaps: who heard it first.\nNot stated: how many.")
PRESENTATION = Presentation(
    Briefing("b1", "The first landing", is_live=False, version=7, who="A. Analyst",
             at="2026-11-22T10:00:00Z",
             slides=tuple(one.slide for one in (JUDGMENTS, MAPPED, TIMED, QUOTED, MOVED, TABLED,
                                                WRITTEN))),
    corpus="moon",
    at="2026-11-22T10:05:00Z",
    is_live=False,
    slides=(JUDGMENTS, MAPPED, TIMED, QUOTED, MOVED, TABLED, WRITTEN),
)  # fmt: skip
