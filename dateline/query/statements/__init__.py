"""What was said, told apart by its words: who holds which position, and how outlets word it."""

from .carried import quotations_frame
from .choices import Offer, sides, speakers, subjects
from .folds import Subject
from .paraphrases import Likeness, paraphrases
from .positions import Positions, positions_frame, positions_of, reversals_frame
from .saying import Statements, statements_of
from .tables import (
    positions_table,
    quotations_table,
    reversals_table,
    sourced,
    wording_table,
    wordings_table,
)
from .wordings import (
    Wordings,
    forms_frame,
    rows_of_statement,
    statement_id,
    wordings_frame,
    wordings_of,
)

__all__ = [
    "Likeness",
    "Offer",
    "Positions",
    "Statements",
    "Subject",
    "Wordings",
    "forms_frame",
    "paraphrases",
    "positions_frame",
    "positions_of",
    "positions_table",
    "quotations_frame",
    "quotations_table",
    "reversals_frame",
    "reversals_table",
    "rows_of_statement",
    "sides",
    "sourced",
    "speakers",
    "statement_id",
    "statements_of",
    "subjects",
    "wording_table",
    "wordings_frame",
    "wordings_of",
    "wordings_table",
]
