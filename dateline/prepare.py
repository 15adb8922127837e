"""Everything that must stand before the first article is shown: gazetteer, basemap, corpus."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from .places.basemap import build_basemap, is_built
from .places.gazetteer import base_path, build_gazetteer
from .settings import BASEMAP, DEFAULT_CORPUS, SAMPLE, corpus_path
from .store import Store

Report = Callable[[str, float], None]
"""What is being done, and the share of the whole that is done: 0 to 1."""
SHARES = {"gazetteer": 0.55, "basemap": 0.70}


def is_prepared() -> bool:
    """Whether the dashboard can open without building anything."""
    is_there = corpus_path().exists() or not _may_be_made()
    return base_path().exists() and is_built(BASEMAP) and is_there


def prepare(report: Report) -> None:
    """Build what is missing; what stands is left as it is.

    The bundled articles go into the default corpus only: one that the user named starts empty.

    Raises:
        DatelineError: a part cannot be built; the message says which, and what to do.
    """
    build_gazetteer(lambda words, share: report(words, share * SHARES["gazetteer"]))
    report("Drawing the basemap", SHARES["gazetteer"])
    build_basemap(BASEMAP)
    if corpus_path() == DEFAULT_CORPUS and not DEFAULT_CORPUS.exists():
        _bundle(report)
    elif not corpus_path().exists() and _may_be_made():
        Store.open(corpus_path()).close()
    report("Ready", 1.0)


def _may_be_made() -> bool:
    """Whether the corpus is made where it is absent: not one that the settings remember.

    Its disk may only be away for now.
    """
    return corpus_path() == DEFAULT_CORPUS or bool(os.environ.get("DATELINE_CORPUS"))


def _bundle(report: Report) -> None:
    """The bundled corpus, made beside its place and then moved there, so that it is whole."""
    from .ingest import ingest

    def progress(done: int, total: int) -> None:
        share = SHARES["basemap"] + (1 - SHARES["basemap"]) * done / max(total, 1)
        report(f"Reading the bundled articles: {done} of {total}", share)

    target = corpus_path()
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=target.parent, prefix=".corpus-") as scratch:
        fresh = Path(scratch, target.name)
        with Store.open(fresh) as store:
            ingest([SAMPLE], store, progress)
        fresh.rename(target)
