"""Articles and findings for the store's tests: one by hand, and any that are well formed."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from dateline.records import (
    Article,
    Attitude,
    Candidate,
    Entity,
    Findings,
    Mention,
    Part,
    Passage,
    Place,
    Quotation,
    Relation,
    Span,
    Timex,
    Toponym,
    article_id,
    finding_id,
    passages_of,
)

TEXT = (
    "Ferry workers end strike\n"
    "Harbour minister Ilse Brandvold said on Monday that crossings from Norsund will resume.\n"
    "“We are glad,” she told reporters."
)
NORSUND = Place(
    "x.norsund",
    "Norsund",
    "city",
    61.5,
    -5.25,
    "point",
    radius_km=4.0,
    geonameid=None,
    outline=((-5.3, 61.4), (-5.2, 61.4), (-5.2, 61.6), (-5.3, 61.4)),
    country="NO",
    neutral_label="Norsund",
    source="made up",
)


def made_article(text: str = TEXT, **fields: str) -> Article:
    parts = (Part(0, 24, "title"), Part(25, len(text), "body")) if len(text) > 25 else ()
    made = Article(
        article_id(text),
        text,
        title="Ferry workers end strike",
        outlet="The Sound",
        published="2021-08-23T07:00:00Z",
        updated="2021-08",
        parts=parts,
        raw_times=(("published", "23.08.21, 07:00"),),
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def made_findings(article: Article) -> Findings:
    """What is found in `TEXT`."""
    name = article.article_id
    title, body, speech = (f"p.{name}.{n}" for n in range(3))

    def at(words: str, letter: str) -> tuple[int, int, str, str]:
        start = article.text.index(words)
        end = start + len(words)
        return start, end, finding_id(letter, name, start, end), name

    minister, town = "person.ilse-brandvold", "place.norsund"
    start, end, said, _ = at("We are glad,", "q")
    norsund = Mention(*at("Norsund", "m"), body, "Norsund", "GPE", town, confidence=0.5)
    she = at("she", "m")
    return Findings(
        passages=passages_of(article),
        mentions=(
            Mention(*at("Ilse Brandvold", "m"), body, "Ilse Brandvold", "PERSON", minister,
                    "Harbour minister", 0.9),
            norsund,
            Mention(*at("Ferry", "m"), title, "Ferry", "ORG"),
        ),
        entities=(
            Entity(minister, "Ilse Brandvold", "person", ("Brandvold", "Ilse Brandvold"), "NO"),
            Entity(town, "Norsund", "place", ("Norsund",), "NO", NORSUND.place_id),
        ),
        relations=(
            Relation(*at("Harbour minister Ilse Brandvold", "r")[:3], minister, "holds_office", "",
                     "Harbour minister", "NO", "current", name, body),
        ),
        quotations=(
            Quotation(start, end, said, name, speech, "We are glad", "direct",
                      (Span(start, end),), minister, "Ilse Brandvold", "she", she[0], she[1],
                      cue="told", cue_family="say", addressee="reporters", about_ids=(town,)),
        ),
        attitudes=(
            Attitude(*at("crossings from Norsund will resume", "b"), body, "crossings resume",
                     "indirect", about_ids=(town,), said_on="2021-08-23"),
        ),
        timexes=(
            Timex(*at("Monday", "t"), body, "Monday", "DATE", "2021-08-23", "2021-08-23",
                  "2021-08-23", "2021-08-23"),
        ),
        toponyms=(
            Toponym(f"g.{norsund.mention_id}", norsund.mention_id, name, body, NORSUND.place_id,
                    relation="from", score=1.5, confidence=0.8, reason="the only one",
                    candidates=(Candidate(NORSUND.place_id, "Norsund", 1.5, "the only one"),)),
        ),
        places=(NORSUND,),
    )  # fmt: skip


_TEXT = st.text(max_size=30)
_ID = st.text("abcdefgh0123456789.-é", min_size=1, max_size=12)
_SHARE = st.floats(0, 1)
_NUMBER = st.floats(allow_nan=False, allow_infinity=False, width=64)
_PLACES = st.builds(
    Place,
    place_id=_ID,
    name=_TEXT,
    kind=_TEXT,
    latitude=st.floats(-90, 90),
    longitude=st.floats(-180, 180),
    precision=st.sampled_from(("point", "area1", "macro")),
    radius_km=_SHARE,
    geonameid=st.none() | st.integers(1, 10**9),
    outline=st.lists(st.tuples(_NUMBER, _NUMBER), max_size=4).map(tuple),
    country=_TEXT,
)


@st.composite
def analysed_articles(draw: st.DrawFn) -> tuple[Article, Findings]:
    """Any article, with findings whose ids are unique and point to each other."""
    text = draw(st.text(min_size=1, max_size=60))
    name = article_id(text)
    article = draw(
        st.builds(
            Article,
            st.just(name),
            st.just(text),
            title=_TEXT,
            outlet=_TEXT,
            byline=_TEXT,
            published=_TEXT,
            parts=st.just((Part(0, len(text), "body"),)),
            raw_times=st.lists(st.tuples(_TEXT, _TEXT), max_size=2).map(tuple),
        )
    )
    places = draw(st.lists(_PLACES, max_size=3, unique_by=lambda place: place.place_id))
    entities = draw(_entities([place.place_id for place in places]))
    passage = Passage(0, len(text), f"p.{name}.0", name)
    spans = draw(st.lists(_spans(len(text)), max_size=4, unique=True))
    who = st.sampled_from([entity.entity_id for entity in entities])
    where = st.sampled_from(["", *(place.place_id for place in places)])
    mentions = [draw(_mention(text, passage, span, who)) for span in sorted(spans)]
    return article, Findings(
        passages=(passage,),
        mentions=tuple(mentions),
        entities=tuple(entities),
        quotations=tuple(draw(_quotation(passage, span, who)) for span in sorted(spans)),
        timexes=tuple(draw(_timex(text, passage, span)) for span in sorted(spans)),
        toponyms=tuple(draw(_toponym(mention, where)) for mention in mentions),
        places=tuple(places),
    )


def _spans(size: int) -> st.SearchStrategy[tuple[int, int]]:
    return st.tuples(st.integers(0, size), st.integers(0, size)).map(
        lambda ends: tuple(sorted(ends))
    )


def _entities(places: list[str]) -> st.SearchStrategy[list[Entity]]:
    aliases = st.sets(_TEXT, max_size=3).map(lambda names: tuple(sorted(names)))
    kinds = st.sampled_from(("person", "place"))
    where = st.sampled_from(["", *places])
    one = st.builds(Entity, _ID, _TEXT, kinds, aliases, _TEXT, where)
    return st.lists(one, min_size=1, max_size=3, unique_by=lambda entity: entity.entity_id)


def _mention(
    text: str, passage: Passage, span: tuple[int, int], who: st.SearchStrategy[str]
) -> st.SearchStrategy[Mention]:
    start, end = span
    return st.builds(
        Mention,
        *map(st.just, (start, end, finding_id("m", passage.article_id, start, end))),
        *map(st.just, (passage.article_id, passage.passage_id, text[start:end])),
        st.sampled_from(("PERSON", "GPE")),
        st.just("") | who,
        _TEXT,
        _SHARE,
    )


def _quotation(
    passage: Passage, span: tuple[int, int], who: st.SearchStrategy[str]
) -> st.SearchStrategy[Quotation]:
    start, end = span
    return st.builds(
        Quotation,
        *map(st.just, (start, end, finding_id("q", passage.article_id, start, end))),
        *map(st.just, (passage.article_id, passage.passage_id)),
        _TEXT,
        st.sampled_from(("direct", "mixed", "indirect")),
        fragments=st.just((Span(start, end),)),
        speaker_id=st.just("") | who,
        speaker=_TEXT,
        about_ids=st.lists(_ID, max_size=2).map(tuple),
    )


def _timex(text: str, passage: Passage, span: tuple[int, int]) -> st.SearchStrategy[Timex]:
    start, end = span
    return st.builds(
        Timex,
        *map(st.just, (start, end, finding_id("t", passage.article_id, start, end))),
        *map(st.just, (passage.article_id, passage.passage_id, text[start:end])),
        st.sampled_from(("DATE", "SET")),
        _TEXT,
        first=_TEXT,
    )


def _toponym(mention: Mention, where: st.SearchStrategy[str]) -> st.SearchStrategy[Toponym]:
    candidates = st.builds(Candidate, _ID, _TEXT, _NUMBER, _TEXT)
    return st.builds(
        Toponym,
        *map(st.just, (f"g.{mention.mention_id}", mention.mention_id)),
        *map(st.just, (mention.article_id, mention.passage_id)),
        where,
        score=_NUMBER,
        candidates=st.lists(candidates, max_size=2).map(tuple),
    )
