"""Which extractors made a finding: told apart without loading them."""

from __future__ import annotations

from ..settings import VERSION

MODEL = "en_core_web_sm 3.8.0"
EXTRACTOR = f"dateline {VERSION}, {MODEL}"
