"""Reversals that are proposed, and what is none; by invented people and offices."""

from __future__ import annotations

from pathlib import Path

import pytest
from said_corpus import Said, stored

from dateline.brush import Brush
from dateline.query import build_index
from dateline.query.statements import Positions, Statements, Subject, positions_of, statements_of
from dateline.store import Store

LATER = "2024-08-15"
HELD = "that the ministry had held talks with the builders of the dam"


def positions(path: Path, *said: Said, sides: tuple[str, ...] = ("okafor",)) -> Positions:
    return positions_of(held(path, *said), Brush(), sides, Subject())


def held(path: Path, *said: Said) -> Statements:
    with Store.open(stored(path / "said.db", said), readonly=True) as store:
        return statements_of(build_index(store.frames()))


@pytest.mark.parametrize(
    ("earlier", "later", "kind"),
    [
        (Said(HELD, cue="denied", family="deny"), Said(HELD, cue="confirmed", family="confirm"),
         "cues"),
        (Said("the raid on the dam", cue="condemned", family="condemn"),
         Said("the raid on the dam", cue="praised", family="praise"), "cues"),
        (Said("to sign the harbour contract", cue="refused", family="plan"),
         Said("to sign the harbour contract", cue="agreed", family="promise"), "cues"),
        (Said(HELD), Said(HELD, cue="denied", family="deny"), "denial"),
        (Said("We will not open the gates of the dam", mode="direct"),
         Said("that they would open the gates of the dam on Friday"), "negation"),
        (Said("the gates of the dam will open"), Said("The gates of the dam won't open"),
         "negation"),
        (Said("No casualties were reported at the dam"), Said("12 people were killed at the dam"),
         "harm"),
        (Said("nobody was hurt", about=("dam",)), Said("four were killed", about=("dam",)), "harm"),
        (Said("the ministry accepts the demand of the union"),
         Said("the ministry rejected the demand of the union"), "opposites"),
    ],
)  # fmt: skip
def test_pair_when_the_later_contradicts_then_is_proposed_with_a_reason(
    tmp_path: Path, earlier: Said, later: Said, kind: str
):
    found = positions(tmp_path, earlier, Said(**{**vars(later), "day": LATER}))

    (proposal,) = found.reversals
    assert proposal.kind == kind
    assert proposal.reason
    assert proposal.earlier.day < proposal.later.day
    assert 0.3 <= proposal.confidence < 0.9


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        pytest.param(Said(HELD), Said(HELD, cue="confirmed", family="confirm"), id="the same"),
        pytest.param(Said("that it would open the gates of the dam", cue="denied", family="deny"),
                     Said("it will not open the gates of the dam"), id="denied twice"),
        pytest.param(Said("the harbour will not close"), Said("the market of the town will close"),
                     id="other things"),
        pytest.param(Said("We will not open the gates of the dam"),
                     Said("We will open the gates of the dam if it rains"), id="on a condition"),
        pytest.param(Said("We will not open the gates of the dam"),
                     Said("Will we open the gates of the dam?"), id="asked"),
        pytest.param(Said(HELD, cue="denied", family="deny"),
                     Said(HELD, cue="confirmed", family="confirm", speaker="varga"),
                     id="another speaker"),
        pytest.param(Said("that they paid nothing for the gates of the dam"),
                     Said("them for not paying for the gates of the dam", cue="blasted",
                          family="condemn"), id="denied in both"),
        pytest.param(Said("the ministry will not accept the demand of the union"),
                     Said("the ministry will reject the demand of the union"),
                     id="the opposite denied"),
        pytest.param(Said("12 people were killed at the dam"),
                     Said("15 people were killed at the dam"), id="a toll that rises"),
        pytest.param(Said("No casualties were reported at the harbour"),
                     Said("12 people were killed on the road"), id="harm elsewhere"),
        pytest.param(Said("We will not only open the gates of the dam"),
                     Said("We will open the gates of the dam"), id="not only"),
        pytest.param(Said(HELD, cue="denied", family="deny", confidence=0.1, day=""),
                     Said(HELD, cue="confirmed", family="confirm"), id="undated"),
    ],
)  # fmt: skip
def test_pair_when_nothing_is_contradicted_then_is_not_proposed(
    tmp_path: Path, earlier: Said, later: Said
):
    found = positions(
        tmp_path,
        earlier,
        Said(**{**vars(later), "day": LATER}),
        sides=("okafor", "varga"),
    )
    assert list(found.reversals) == []


def test_pairs_when_many_repeat_then_each_statement_is_in_one_at_the_most(tmp_path: Path):
    no = Said("We will not open the gates of the dam")
    yes = Said("We will open the gates of the dam", day=LATER)
    found = positions(
        tmp_path,
        no,
        yes,
        Said("We will open all gates of the dam", day="2024-08-16"),
        Said("We will not open the gates of the dam", day="2024-09-20"),
    )
    taken = [one.earlier.longest for one in found.reversals]
    assert len(taken) == len(set(taken)) == len(found.reversals) == 2


def test_reversal_when_within_one_article_then_is_not_proposed(tmp_path: Path):
    made = held(tmp_path, Said(HELD, cue="denied", family="deny"), Said(HELD, day=LATER))
    made.article[:] = 0

    assert positions_of(made, Brush(), ("okafor",), Subject()).reversals == []
