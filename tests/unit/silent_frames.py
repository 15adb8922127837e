"""Frames of a corpus in which no one is quoted and no one holds an office."""

from __future__ import annotations

import pandas as pd

QUOTED = (
    *("quotation_id", "passage_id", "article_id", "speaker_id", "mode", "confidence", "role"),
    *("cue_family", "addressee", "venue", "about_ids", "said_on"),
)
RELATED = ("subject_id", "kind", "object_text", "country", "status")
SILENT = {
    "quotations": pd.DataFrame(columns=QUOTED, dtype=object),
    "relations": pd.DataFrame(columns=RELATED, dtype=object),
}
