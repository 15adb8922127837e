"""Entities and their profiles against a plain recount of the records."""

from __future__ import annotations

import math
from collections import Counter
from datetime import timedelta
from functools import cache
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from profiled_corpus import ENTITIES, FIRST_DAY, PLACES, Corpus, profiled, stored_profiles

from dateline.brush import Brush, clause
from dateline.query import Index, build_index
from dateline.query.entities import entities_view, tallies
from dateline.query.layout import HIGH, LETTER, LETTERS, LINE, MARK, WIDE, laid_out
from dateline.query.network import company, network, strength
from dateline.query.profile import profile_view
from dateline.query.relations import relations, roles
from dateline.query.told import asked, company_table, passages_told, said_view
from dateline.store import Store

IDS = [entity.entity_id for entity in ENTITIES]
MARA, UNION = IDS[0], IDS[3]
KIND = {entity.entity_id: entity.kind for entity in ENTITIES}
SEEDS = st.integers(0, 7)
FEW = settings(max_examples=30, deadline=None)


@cache
def built(seed: int) -> tuple[Index, Corpus]:
    with TemporaryDirectory() as folder:
        path = stored_profiles(Path(folder) / "corpus.db", seed)
        with Store.open(path, readonly=True) as store:
            return build_index(store.frames()), profiled(seed)


@st.composite
def brushes(draw: st.DrawFn) -> Brush:
    chosen = []
    if draw(st.booleans()):
        chosen.append(clause("place", *draw(st.sets(st.sampled_from(["g1", "g2"]), min_size=1))))
    if draw(st.booleans()):
        ends = sorted(draw(st.tuples(st.integers(0, 25), st.integers(0, 25))))
        days = ((FIRST_DAY + timedelta(days=n)).isoformat() for n in ends)
        chosen.append(clause("published", *days))
    if draw(st.integers(0, 3)) == 0:
        chosen.append(clause("kind", draw(st.sampled_from(["person", "group"]))))
    if draw(st.booleans()):
        chosen.append(clause("entity", draw(st.sampled_from(IDS))))
    return Brush(tuple(chosen), draw(st.sampled_from(["passage", "article"])))


def passages_inside(corpus: Corpus, brush: Brush) -> set[str]:
    """The passages that satisfy every clause but that on entities."""
    every = {p.passage_id: a for a, found in corpus for p in found.passages}
    inside = set(every)
    for c in brush.without("entity").clauses:
        if c.field == "place":
            held = {t.passage_id for _, f in corpus for t in f.toponyms if t.place_id in c.values}
        elif c.field == "kind":
            held = {
                m.passage_id for _, f in corpus for m in f.mentions if KIND[m.entity_id] in c.values
            }
        else:
            held = {p for p, a in every.items() if c.values[0] <= a.published[:10] <= c.values[1]}
        if brush.scope == "article":
            articles = {every[passage].article_id for passage in held}
            held = {p for p, article in every.items() if article.article_id in articles}
        inside &= held
    return inside


def mentions_inside(corpus: Corpus, brush: Brush):
    """Those mentions, of the chosen kinds where passages are counted."""
    inside, kinds = passages_inside(corpus, brush), brush.clause_on("kind")
    return [
        (m, a)
        for a, found in corpus
        for m in found.mentions
        if m.passage_id in inside
        and (not kinds or brush.scope == "article" or KIND[m.entity_id] in kinds.values)
    ]


@FEW
@given(SEEDS, brushes())
def test_tallies_when_brushed_then_agree_with_a_recount(seed: int, brush: Brush):
    index, corpus = built(seed)
    found = tallies(index, brush.without("entity"))
    inside = passages_inside(corpus, brush)
    named = mentions_inside(corpus, brush)
    said = [q for _, f in corpus for q in f.quotations if q.passage_id in inside]
    for one in IDS:
        code = index.entities.code_of(one)
        if code is None:
            continue
        held = [(m, a) for m, a in named if m.entity_id == one]
        days = sorted(a.published[:10] for _, a in held if a.published)
        assert found.mentions[code] == len(held)
        assert found.articles[code] == len({a.article_id for _, a in held})
        assert found.said[code] == sum(q.speaker_id == one for q in said)
        assert found.about[code] == sum(one in q.about_ids for q in said)
        view = profile_view(index, brush, one)
        assert (view.inside.first, view.inside.last) == ((days[0], days[-1]) if days else ("", ""))


@FEW
@given(SEEDS, brushes(), st.integers(1, 4), st.sampled_from(["mentions", "said", "name", "last"]))
def test_entities_when_paged_then_all_come_once_in_one_order(seed, brush, size, sort):
    index, _ = built(seed)
    whole = entities_view(index, brush, sort=sort, limit=None)
    pages = [
        entities_view(index, brush, sort=sort, offset=at, limit=size).frame
        for at in range(0, whole.found, size)
    ]

    assert [one for page in pages for one in page["entity_id"]] == list(whole.frame["entity_id"])
    assert len(set(whole.frame["entity_id"])) == whole.found == sum(whole.kinds.values())
    if sort in ("mentions", "said"):
        assert whole.frame[sort].is_monotonic_decreasing


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("nunez", ["José Núñez"]),
        ("OKAFOR", ["Mara Okafor"]),
        ("har un", ["Harbour Union"]),
        ("arbour", []),
        ("mara union", []),
        (" -- ", None),
    ],
)
def test_entities_when_searched_then_each_word_begins_a_word_of_one_name(words, found):
    index, _ = built(3)
    listed = entities_view(index, Brush(), words).frame["name"].tolist()
    every = entities_view(index, Brush()).frame["name"].tolist()

    assert listed == (every if found is None else found)


@FEW
@given(SEEDS, brushes())
def test_profile_when_brushed_then_names_and_days_add_up(seed: int, brush: Brush):
    index, corpus = built(seed)
    every = Counter(m.surface for _, f in corpus for m in f.mentions if m.entity_id == MARA)
    inside = Counter(m.surface for m, _ in mentions_inside(corpus, brush) if m.entity_id == MARA)
    view = profile_view(index, brush, MARA)

    assert dict(zip(view.names["name"], view.names["total"], strict=True)) == every
    assert dict(zip(view.names["name"], view.names["count"], strict=True)) == {
        name: inside[name] for name in every
    }
    dated = brush.without("published").without("spoken")
    shown = [a for m, a in mentions_inside(corpus, dated) if m.entity_id == MARA]
    assert view.days.inside.sum() == sum(bool(a.published) for a in shown)
    assert view.days.undated == sum(not a.published for a in shown)
    for at, first in enumerate(view.days.edges):
        assert view.days.inside[at] == sum(a.published[:10] == first for a in shown)


@FEW
@given(SEEDS, brushes(), st.sampled_from([MARA, IDS[5]]))
def test_places_when_brushed_then_count_the_passages_that_name_both(seed, brush, entity):
    index, corpus = built(seed)
    seen = brush.without("place")
    held = {m.passage_id for m, _ in mentions_inside(corpus, seen) if m.entity_id == entity}
    pairs = {(t.passage_id, t.place_id) for _, f in corpus for t in f.toponyms}
    own = "g1" if entity == IDS[5] else ""
    counted = Counter(place for passage, place in pairs if passage in held and place != own)
    view = profile_view(index, brush, entity).places

    kept = view[view["count"] > 0]
    assert dict(zip(kept["place_id"], kept["count"], strict=True)) == counted
    assert own not in set(view["place_id"])


def ratio(both: int, one: int, other: int, n: int) -> float:
    """Dunning's log-likelihood ratio of a table, signed."""
    table = ((both, one - both), (other - both, n - one - other + both))
    rows, columns = (one, n - one), (other, n - other)
    told = sum(
        2 * cell * math.log(cell * n / (rows[i] * columns[j]))
        for i, line in enumerate(table)
        for j, cell in enumerate(line)
        if cell
    )
    return told if both * n >= one * other else -told


@FEW
@given(SEEDS, brushes(), st.sampled_from(IDS))
def test_company_when_brushed_then_agrees_with_a_recount(seed: int, brush: Brush, entity: str):
    index, corpus = built(seed)
    inside = passages_inside(corpus, brush)
    named = {one: set() for one in IDS}
    for mention, _ in mentions_inside(corpus, brush):
        named[mention.entity_id].add(mention.passage_id)
    own, found = named[entity], company(index, brush, entity)
    expected = {o: len(own & named[o]) for o in IDS if o != entity and own & named[o]}

    assert (found.passages, found.naming) == (len(inside), len(own))
    told = found.frame.set_index("entity_id")
    assert told["together"].to_dict() == expected
    for other, both in expected.items():
        chance = len(own) * len(named[other]) / len(inside)
        assert told.loc[other, "named"] == len(named[other])
        assert told.loc[other, "times"] == pytest.approx(both / chance)
        weight = ratio(both, len(own), len(named[other]), len(inside))
        assert told.loc[other, "strength"] == pytest.approx(weight, abs=1e-5)
    drawn = network(index, brush, entity, found)
    ids = drawn.nodes["entity_id"].tolist()
    ties = zip(drawn.ties["a"], drawn.ties["b"], drawn.ties["together"], strict=True)
    shared = {
        (a, b): len(named[ids[a]] & named[ids[b]]) for a, b in combinations(range(len(ids)), 2)
    }
    assert {(a, b): n for a, b, n in ties} == {pair: n for pair, n in shared.items() if n}


def test_strength_when_everyone_is_named_with_one_then_it_leads_nobody():
    n = 1000
    everywhere = strength(np.array([50.0]), np.array([50.0]), np.array([1000.0]), n)
    once = strength(np.array([1.0]), np.array([50.0]), np.array([1.0]), n)
    often = strength(np.array([8.0]), np.array([50.0]), np.array([10.0]), n)
    seldom = strength(np.array([1.0]), np.array([50.0]), np.array([400.0]), n)

    assert everywhere == 0
    assert seldom < 0 < once < often


def test_company_when_kinds_are_chosen_then_has_those_only():
    index, _ = built(3)
    whole, people = company(index, Brush(), MARA), company(index, Brush(), MARA, ("person",))

    assert set(people.frame["kind"]) == {"person"} < set(whole.frame["kind"])
    kept = whole.frame[whole.frame["kind"] == "person"].reset_index(drop=True)
    assert people.frame.equals(kept)


@FEW
@given(SEEDS, brushes(), st.sampled_from(IDS))
def test_statements_when_brushed_then_count_the_articles_that_say_so(seed, brush, entity):
    index, corpus = built(seed)
    code = index.entities.code_of(entity)
    inside = passages_inside(corpus, brush)
    say: dict[str, set[str]] = {}
    for article, found in corpus:
        for m in found.mentions:
            if m.entity_id == entity and m.role and m.passage_id in inside:
                say.setdefault(m.role.casefold(), set()).add(article.article_id)
        for r in found.relations:
            if r.subject_id == entity and r.passage_id in inside:
                status = "" if r.status == "current" else f"{r.status} "
                words = {
                    "holds_office": f"{status}{r.object_text}",
                    "spokesperson_for": f"spokesperson for {r.object_text}",
                }.get(r.kind)
                if words:
                    say.setdefault(words.casefold(), set()).add(article.article_id)
    told = roles(index, brush, code).grouped
    kept = told[told["count"] > 0]
    assert dict(zip(kept["key"], kept["count"], strict=True)) == {k: len(v) for k, v in say.items()}

    related = [
        r
        for _, f in corpus
        for r in f.relations
        if entity in (r.subject_id, r.object_id)
        and not (r.subject_id == entity and r.kind == "holds_office")
        and r.passage_id in inside
    ]
    pairs = {
        (r.kind, r.subject_id == entity, r.object_id if r.subject_id == entity else r.subject_id)
        for r in related
    }
    ties = relations(index, brush, code).grouped
    ties = ties[ties["count"] > 0]
    assert set(zip(ties["kind"], ties["forward"], ties["other_id"], strict=True)) == pairs


@FEW
@given(SEEDS, brushes())
def test_told_when_a_name_is_asked_for_then_every_stretch_is_that_name(seed: int, brush: Brush):
    index, corpus = built(seed)
    found, is_inside = asked(index, brush, MARA, "name", "Okafor")
    page = passages_told(index, found, limit=None)
    written = [
        text[start:end]
        for text, sought in zip(page.frame["text"], page.frame["sought"], strict=True)
        for start, end in sought
    ]
    scope = brush if is_inside else Brush()
    named = [m for m, _ in mentions_inside(corpus, scope) if m.entity_id == MARA]

    assert written == ["Okafor"] * sum(m.surface == "Okafor" for m in named)


def test_told_when_two_are_asked_for_then_each_passage_names_both():
    index, _ = built(3)
    both, _ = asked(index, Brush(), MARA, "with", UNION)
    tie, _ = asked(index, Brush(), IDS[1], "tie", f"{MARA} {UNION}")
    texts = passages_told(index, both, limit=None).frame["text"]

    assert len(texts)
    assert all("Okafor" in text and "Harbour Union" in text for text in texts)
    assert passages_told(index, tie, limit=None).frame["text"].tolist() == texts.tolist()


@pytest.mark.parametrize("what", ["role", "relation", "place", "with", "name"])
def test_told_when_what_is_asked_for_is_unknown_then_is_empty(what):
    index, _ = built(3)

    assert passages_told(index, asked(index, Brush(), MARA, what, "none")[0]).total == 0
    assert passages_told(index, asked(index, Brush(), "person.none", what, "none")[0]).total == 0


@FEW
@given(SEEDS, brushes(), st.booleans())
def test_said_when_paged_then_is_by_or_about_the_entity(seed: int, brush: Brush, is_by: bool):
    index, corpus = built(seed)
    inside = passages_inside(corpus, brush)
    wanted = {
        q.quotation_id
        for _, f in corpus
        for q in f.quotations
        if q.passage_id in inside and (q.speaker_id == MARA if is_by else MARA in q.about_ids)
    }
    first = said_view(index, brush, MARA, is_by, limit=2)
    rest = said_view(index, brush, MARA, is_by, offset=2, limit=None)

    shown = [*first.frame["quotation_id"], *rest.frame["quotation_id"]]
    assert sorted(shown) == sorted(wanted)
    assert first.total == len(wanted)


def test_company_table_when_written_then_its_passage_names_both():
    index, corpus = built(3)
    table = company_table(index, Brush(), MARA, company(index, Brush(), MARA))
    names = {entity.entity_id: entity.aliases for entity in ENTITIES}

    assert len(table)
    for row in table.to_dict("records"):
        assert "Okafor" in row["passage_text"]
        assert any(name in row["passage_text"] for name in names[row["entity_id"]])
        assert row["article_id"] in {a.article_id for a, _ in corpus}


def test_profile_when_the_entity_is_unknown_then_is_none():
    assert profile_view(built(3)[0], Brush(), "person.none") is None


def covered(at: np.ndarray, letters: np.ndarray) -> int:
    """How many pairs of names stand on one another."""
    wide = np.minimum(letters, LETTERS) * LETTER + MARK
    middle = at + np.stack([(wide - MARK) / 2, wide * 0], axis=1)
    return sum(
        abs(middle[a, 0] - middle[b, 0]) < (wide[a] + wide[b]) / 2 - 2
        and abs(middle[a, 1] - middle[b, 1]) < LINE - 2
        for a, b in combinations(range(len(at)), 2)
    )


@FEW
@given(st.integers(1, 60), st.randoms(use_true_random=False))
def test_layout_when_made_twice_then_is_the_same_inside_and_readable(nodes: int, dice):
    letters = np.array([dice.randint(3, 40) for _ in range(nodes)])
    lines = [(0, other, dice.random() * 30) for other in range(1, nodes)]
    lines += [(a, b, 5.0) for a, b in combinations(range(1, nodes), 2) if dice.random() < 0.05]
    at = laid_out(nodes, lines, letters)

    assert np.array_equal(at, laid_out(nodes, lines, letters))
    assert (at >= 0).all()
    assert (at <= (WIDE, HIGH)).all()
    assert covered(at, letters) <= nodes // 20


def test_layout_when_tied_strongly_then_stands_nearer():
    lines = [(0, 1, 30.0), (0, 2, 1.0), (0, 3, 1.0), (2, 3, 20.0)]
    at = laid_out(4, lines, np.full(4, 8))
    away = np.linalg.norm(at - at[0], axis=1)

    assert away[1] < min(away[2], away[3])
    assert np.linalg.norm(at[2] - at[3]) < np.linalg.norm(at[1] - at[3])


def test_places_when_made_then_are_those_of_the_corpus():
    index, _ = built(3)
    assert set(profile_view(index, Brush(), MARA).places["place_id"]) <= {
        p.place_id for p in PLACES
    }
