"""How much of a list is shown at first."""

from __future__ import annotations

from components import theme

ROWS = 40
"""Rows that a list shows at first, and that it adds when asked for more."""

LANES = (theme.LANES, 30, 60)
"""Lanes of the timeline at first, and as more are asked for."""
VALUES = 12
"""Values of a facet that are shown at first."""
PROPOSALS = 3
FORMS = 12
"""Proposed reversals, and forms of one statement, that are shown at first."""
EVIDENCE = 8
"""Passages that are shown of a place at first."""
