"""A presentation made up for tests: every kind of slide, invented people, the worst of texts."""

from __future__ import annotations

from made_corpus import HOSTILE

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

AT = "2026-11-23T05:10:00Z"
LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitän" * 6
ARABIC = "لم يكن منسوب المياه منخفضا إلى هذا الحد في حياتي، ولن نوقع قبل نشر الأرقام كاملة"
LONG_HEADLINE = (
    "The commission is likely to publish its figures before the summer, although neither the "
    "harbour union nor the water authority has said in public that it would accept what these "
    "figures show of the last nine years"
)
FOOTING = Footing(
    sources="The Ledger, Al-Furat Daily, Harbour Post and 3 more",
    published="Published 8 Jan to 2 Mar 2024 (UTC)",
    counts="12 articles, 6 outlets, 4 independent origins",
    retrieved="Retrieved 3 Mar 2024, 08:15 UTC",
    method="Machine extraction: Dateline rules 0.3.0 and en_core_web_sm; no translation",
    review="2 findings corrected, 31 not reviewed",
)
MARKS = (
    ("g1", "Istanbul", 28.95, 41.01, 31, "point", 12),
    ("g2", "Basra", 47.81, 30.51, 44, "point", 8),
    ("g3", "Baghdad", 44.40, 33.34, 80, "point", 12),
    ("g4", "Aleppo", 37.16, 36.20, 12, "point", 8),
    ("g6", "Cairo", 31.25, 30.06, 7, "point", 14),
    ("g8", "Mosul", 43.13, 36.34, 26, "point", 8),
    ("a1", "Nineveh Governorate", 42.2, 35.9, 9, "area1", 110),
)
WORDS = (
    "The water level has not been this low in my lifetime",
    "We will publish the figures in full before the summer, and whoever doubts them may come "
    "and read the gauges",
    "No village was consulted before the gates were closed",
    "The agreement stands, and both sides know what it asks of them",
    "Nobody should pay twice for the same harbour",
    "that the gates would be opened on Thursday, whatever the neighbours decide until then",
)
SPEAKERS = (
    ("Mara Okafor", "Director of the Northern Water Authority"),
    ("Idris Lindqvist", "spokesman of the Rivers Commission"),
    ("Lena Haddad", "mayor of Basra"),
    ("", ""),
)


def source(number: int) -> Source:
    return Source(
        article_id=f"article{number}",
        title=f"River falls for the {number + 1}th week",
        outlet=("The Ledger", "Al-Furat Daily", "Harbour Post")[number % 3],
        agency="Delta Press" if number % 2 else "",
        url=f"https://news.example/{number}",
        published=f"2024-01-{8 + number:02}T17:10:00Z",
        seen="2024-03-03T08:15:00Z",
    )


def said(number: int, content: str = "", mode: str = "", change: str = "") -> Said:
    speaker, role = SPEAKERS[number % len(SPEAKERS)]
    words = content or WORDS[number % len(WORDS)]
    return Said(
        quotation_id=f"quotation{number}",
        content=words,
        mode=mode or ("indirect" if words.startswith("that") else "direct"),
        speaker=speaker,
        role=role,
        cue="told" if number % 2 else "said",
        addressee="reporters" if number % 2 else "",
        venue=("a press conference", "", "the harbour office")[number % 3],
        place=("Geneva", "Basra")[number % 2],
        said_on=f"2024-01-{7 + number:02}",
        passage=f"“{words},” {speaker} said.",
        start=40 + number,
        end=90 + number,
        method="rules",
        confidence=0.9,
        source=source(number),
        change=change,
        carried=1 + number % 3,
    )


def shown(kind: SlideKind, headline: str, **parts: object) -> Shown:
    number = f"slide-{kind}-{abs(hash(headline)) % 1000}"
    own = {name: parts.pop(name) for name in ("text", "notes", "query", "page") if name in parts}
    slide = Slide(number, kind, headline, query=str(own.pop("query", "speaker=p1")), **own)  # type: ignore[arg-type]
    told = {"words": "Okafor or Lindqvist · Basra · 8–28 Jan 2024", "footing": FOOTING, **parts}
    return Shown(slide=slide, **told)  # type: ignore[arg-type]


def map_shown() -> MapShown:
    marks = tuple(
        Mark(key, name, "city", precision, east, north, radius, count, count + 9, key == "g2")  # type: ignore[arg-type]
        for key, name, east, north, count, precision, radius in MARKS
    )
    return MapShown(marks, (("Iraq", 64), ("Türkiye", 41), ("Syria", 12), ("Middle East", 3)))


def timeline_shown(lanes: int = 4) -> TimelineShown:
    names = [name for name, _role in SPEAKERS[:3]] + ["Rivers Commission", "Harbour Union"]
    return TimelineShown(
        unit="week",
        edges=tuple(f"2024-01-{day:02}" for day in (1, 8, 15, 22, 29)),
        end="2024-02-05",
        density=(3, 9, 14, 6, 2),
        density_total=(5, 12, 15, 11, 9),
        lanes=tuple(
            Lane(f"p{at}", name, "person" if at < 3 else "organisation", 12 - at,
                 (1, 4, 5, 2 - at % 2, 0), (0, 2, at % 3, 0, 0), at == 1)
            for at, name in enumerate(names[:lanes])
        ),
        span=("2024-01-08", "2024-01-28"),
        beside=("3 articles without a date",),
    )  # fmt: skip


def slides() -> tuple[Shown, ...]:
    """One of every kind, as an analyst would have it."""
    said_all = tuple(said(number) for number in range(6))
    position = (
        said(0),
        said(1, change="Names a day for the first time: “before the summer”"),
        said(3),
        said(5, change="Now opens the gates: earlier they stayed closed"),
    )
    judgments = (
        "It is likely that the commission publishes its figures before the summer.\n"
        "Villages on the lower river were not consulted; three mayors say so independently.\n"
        "The agreement of 2016 stands in the words of both sides, but they read it differently.\n"
        "Our confidence is moderate: six outlets, of which four are independent."
    )
    table = TableShown(
        ("Speaker", "Role", "Quotations", "First", "Last", "Outlets"),
        tuple((*SPEAKERS[at % 3], f"{40 - at:,}", "8 Jan 2024", "28 Jan 2024", str(6 - at % 4))
              for at in range(9)), 31,
    )  # fmt: skip
    return (
        shown("judgments", "The figures come before summer, the water does not", text=judgments,
              notes="Say first what is new.\nThen the confidence.", words="Everything"),
        shown("map", "The dispute has moved down the river, from Mosul to Basra",
              map=map_shown(), timeline=timeline_shown(0), quotations=said_all[:3]),
        shown("timeline", "Okafor was silent for a week, then spoke four times",
              timeline=timeline_shown(5)),
        shown("quotations", "Both sides say the agreement stands", quotations=said_all),
        shown("position", "Lindqvist now names a day for the gates", quotations=position,
              reversals=((position[0], position[3], "“closed” and “opened” of the same gates"),)),
        shown("table", "Three people carry the argument", table=table),
        shown("text", "What we do not know", words="",
              text="No outlet names the author of the report.\nThe commission's minutes of January "
              "are not public, and no outlet claims to have seen them."),
    )  # fmt: skip


def worst_slides() -> tuple[Shown, ...]:
    """Slides with too much, with nothing, with hostile and with Arabic text."""
    long = " ".join(WORDS) * 6
    many = tuple(said(number, long if number % 5 == 2 else "") for number in range(25))
    wide = TableShown(
        tuple(f"Column {LONG_WORD[:20]} {at}" for at in range(12)),
        tuple(tuple(f"{HOSTILE[:40]} {row}" for _ in range(12)) for row in range(40)), 4_000,
    )  # fmt: skip
    kinds: tuple[SlideKind, ...] = (
        *("judgments", "map", "timeline", "quotations", "position", "table", "text"),
    )
    full = [
        shown("judgments", LONG_HEADLINE, text="\n".join([LONG_HEADLINE] * 14), words=long),
        shown("map", LONG_WORD, map=map_shown(), timeline=timeline_shown(0), quotations=many[:3]),
        shown("map", LONG_HEADLINE, map=map_shown(), timeline=timeline_shown(0)),
        shown("timeline", LONG_HEADLINE + LONG_WORD, timeline=timeline_shown(5), text=long),
        shown("quotations", HOSTILE, quotations=many, notes=HOSTILE, dropped=(HOSTILE,)),
        shown("position", ARABIC, quotations=tuple(
            said(number, ARABIC if number % 2 else LONG_WORD, change=HOSTILE) for number in range(9)
        ), reversals=((many[2], many[7], HOSTILE), (many[0], many[1], long[:300]))),
        shown("table", HOSTILE, table=wide),
        shown("text", ARABIC, text=f"{ARABIC}\n{HOSTILE}\n{LONG_WORD}\n{long}\n{long}\n{long}"),
    ]  # fmt: skip
    return (*full, *(shown(kind, "", words="") for kind in kinds))


def presentation(
    slides: tuple[Shown, ...], name: str = "Water on the lower river", is_live: bool = False
) -> Presentation:
    briefing = Briefing(
        "briefing1", name, tuple(one.slide for one in slides), is_live, 3, "A. N.", AT
    )
    return Presentation(briefing, "rivers", AT, is_live, slides)
