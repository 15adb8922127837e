"""Where things are: the project's folders and the corpus, each open to one environment variable.

DATELINE_CORPUS   the corpus file that commands and screens open (data/corpus.db)
"""

from __future__ import annotations

import os
from pathlib import Path

VERSION = "0.1.0"
PROJECT = Path(__file__).resolve().parent.parent
SAMPLE = PROJECT / "data" / "sample"
BASEMAP = PROJECT / "static" / "basemap"
DEFAULT_CORPUS = PROJECT / "data" / "corpus.db"


def corpus_path() -> Path:
    """The corpus file in use."""
    return Path(os.environ.get("DATELINE_CORPUS") or DEFAULT_CORPUS)
