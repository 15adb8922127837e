"""What components are given, as bytes."""

from __future__ import annotations

import json

from components.typeset.frontend import _json


def test_payload_when_a_page_sent_half_a_surrogate_then_is_written_still() -> None:
    payload = {"words": "half \ud83d", "rows": [{"id": "é"}]}
    assert json.loads(_json(payload)) == payload
