"""How sure a choice of place is: a logistic of what speaks for it, fitted on marked articles."""

from __future__ import annotations

import math

from .reasons import is_elsewhere
from .scoring import NEAR_KM, Name

CONSTANT = 0.6
LEAD, MOST_LEAD = 0.37, 6.0
TIER_B = -1.2
PARENT = 0.7
NEAR = 1.3
INSIDE = -1.2
COUNTRY = 0.7
SMALL_CITY, SMALL = -0.65, 100_000
VAGUE, VAGUE_KINDS = -2.0, frozenset({"region", "sea", "river", "macro"})
REPEATED = 0.2


def confidence(name: Name, is_inside: bool = False) -> float:
    """Chance that the best sense is right to within 161 km; 0 for a name without senses.

    Args:
        name: with its senses scored.
        is_inside: whether the place is only part of a longer name.
    """
    if not name.scored:
        return 0.0
    best = name.scored[0]
    rival = next((one for one in name.scored[1:] if is_elsewhere(one, best)), None)
    lead = min(best.score - rival.score, MOST_LEAD) if rival else MOST_LEAD
    is_small = best.sense.kind == "city" and best.sense.population < SMALL
    total = CONSTANT + LEAD * lead
    total += TIER_B * (best.sense.tier == "B") + PARENT * bool(best.parent)
    total += NEAR * (best.nearest_km < NEAR_KM) + INSIDE * is_inside
    total += COUNTRY * (best.sense.kind in {"country", "continent"}) + SMALL_CITY * is_small
    total += VAGUE * (best.sense.kind in VAGUE_KINDS) + REPEATED * (name.count > 1)
    return round(1 / (1 + math.exp(-total)), 3)
