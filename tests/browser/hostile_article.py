"""Articles that try the reader: one that attacks it in every field, one of a million letters."""

from __future__ import annotations

from dateline.records import (
    Article,
    Candidate,
    Entity,
    Findings,
    Mention,
    Part,
    Place,
    Quotation,
    Span,
    Timex,
    Toponym,
    passages_of,
)

ATTACKS = (
    "<script>window.taken = 1; document.title = 'taken'</script>",
    "<img src=x onerror=\"window.taken = 1\"><img src='http://evil.example/pixel.png'>",
    "<svg onload='window.taken = 1'><iframe src='http://evil.example/'></iframe>",
    "[link](javascript:window.taken=1) ![picture](http://evil.example/pixel.png) **bold**",
    "$\\href{javascript:window.taken=1}{x}$ :red[red] :material/home: <!-- comment -->",
    "<style>@import 'http://evil.example/a.css'; * { position: fixed }</style>",
    "\u202egnp.exe\u202c zero\u200bwidth \U000e0041tag",
    "</p></article><a href='javascript:window.taken=1'>out</a>",
)
PLACE = Place("x1", ATTACKS[1], "city", 30.5, 47.8, "point", 8)
SENTENCE = "Mara Okafor said the water in Basra was low at the gates on Monday. "


def hostile_article() -> tuple[Article, Findings]:
    """Every field an attack; a place inside a quotation, and a quotation inside a name."""
    lines = [f"“{attack} in Basra,” {attack} said on Monday." for attack in ATTACKS]
    text = "\n".join((f"Share this with friends {ATTACKS[0]}", ATTACKS[0], *lines))
    title = text.index("\n") + 1
    body = title + len(ATTACKS[0]) + 1
    article = Article(
        "hostile", text, "javascript:window.taken=1", ATTACKS[0], ATTACKS[1], ATTACKS[2],
        ATTACKS[3], "2021-08-19T17:10:00Z", source_file=ATTACKS[2], source_sha256=ATTACKS[4],
        language="<b>", raw_times=(("published", ATTACKS[1]), (ATTACKS[0], ATTACKS[0])),
        parts=(Part(0, title - 1, "share_bar"), Part(title, body - 1, "title"),
               Part(body, len(text), "body")),
    )  # fmt: skip
    passages = passages_of(article)
    found = [
        _line(number, passage.start, passage.passage_id)
        for number, passage in enumerate(passages[1:])
    ]
    return article, Findings(
        passages=passages,
        mentions=tuple(mention for line in found for mention in line.mentions),
        entities=tuple(entity for line in found for entity in line.entities),
        quotations=tuple(said for line in found for said in line.quotations),
        timexes=tuple(timex for line in found for timex in line.timexes),
        toponyms=tuple(toponym for line in found for toponym in line.toponyms),
        places=(PLACE,),
    )


def _line(number: int, start: int, passage: str) -> Findings:
    attack = ATTACKS[number]
    said, first = start + 1, start + 1 + len(f"{attack} in ")
    speaker = first + len("Basra,” ")
    cue = speaker + len(attack) + 1
    day = cue + len("said on ")
    person, place = f"person.{number}", f"m.h.{number}"
    quotation = Quotation(
        said, first + 5, f"q.{number}", "hostile", passage, attack, ("direct", "mixed", "indirect")[
            number % 3], (Span(said, first + 5),), person, attack, attack, speaker,
        speaker + len(attack), attack, attack, cue, cue + 4, "say", attack, attack, confidence=0.5,
    )  # fmt: skip
    reasons = (Candidate("x1", attack, 1, attack), Candidate("x2", attack, 0, attack))
    return Findings(
        mentions=(
            Mention(first, first + 5, place, "hostile", passage, "Basra", "GPE", "place.basra"),
            Mention(speaker, speaker + len(attack), f"m.p.{number}", "hostile", passage, attack,
                    "PERSON", person, attack, 0.5),
        ),
        entities=(Entity("place.basra", "Basra", "place"), Entity(person, attack, "person")),
        quotations=(quotation,),
        timexes=(Timex(day, day + 6, f"t.{number}", "hostile", passage, "Monday", "DATE", attack,
                       "2021-08-16", "2021-08-16"),),
        toponyms=(Toponym(f"g.{number}", place, "hostile", passage, "x1", relation=attack,
                          radius_km=8, confidence=0.9, reason=attack, candidates=reasons),),
    )  # fmt: skip


def long_article() -> tuple[Article, Findings]:
    """One line of a million letters with a name in every sentence."""
    sentences = 1_000_000 // len(SENTENCE)
    text = SENTENCE * sentences
    article = Article("long", text, title="A long line", parts=(Part(0, len(text), "body"),))
    starts = range(0, len(text), len(SENTENCE))
    mentions = (
        Mention(at, at + 11, f"m.l.{at}", "long", "p.long.0", "Mara Okafor", "PERSON", "e-mara")
        for at in starts
    )
    entities = (Entity("e-mara", "Mara Okafor", "person"),)
    return article, Findings(passages_of(article), tuple(mentions), entities)
