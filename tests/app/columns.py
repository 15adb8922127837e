"""Columns of names as the browser is given them, and a click in one of them."""

from __future__ import annotations

import json
from typing import Any

from streamlit.testing.v1 import AppTest

from components.typeset.text import plain


def component_of(app: AppTest, key: str) -> Any:
    """The component of that key, as it was last sent."""
    return next(c.proto for c in app.get("bidi_component") if c.proto.id.endswith(f"-{key}"))


def payload_of(component: Any) -> dict[str, Any]:
    """What a component was given, by its message."""
    found: dict[str, Any] = json.loads(component.bytes or component.json)
    return found


def payloads(app: AppTest) -> list[dict[str, Any]]:
    """What each component of the screen was given, in their order."""
    return [payload_of(one.proto) for one in app.get("bidi_component")]


def column(app: AppTest, key: str) -> dict[str, dict[str, Any]]:
    """The rows of a column by their values."""
    parts = payload_of(component_of(app, key))["parts"]
    return {row["value"]: row for part in parts for row in part["rows"]}


def frame(app: AppTest, key: str) -> dict[str, Any]:
    """What stands around a column."""
    found: dict[str, Any] = payload_of(component_of(app, key))["frame"]
    return found


def names(app: AppTest, key: str) -> dict[str, str]:
    return {value: plain(row["name"]) for value, row in column(app, key).items()}


def chosen(app: AppTest, *keys: str) -> set[str]:
    """The values that are shown as chosen."""
    return {value for key in keys for value, row in column(app, key).items() if row["chosen"]}


def headline(app: AppTest) -> dict[str, Any]:
    """The counts and the words of the Brush."""
    return payload_of(component_of(app, "headline"))


def chips(app: AppTest) -> dict[str, str]:
    """What is chosen, in words, by its field."""
    shown = payload_of(component_of(app, "chips"))["chips"]
    return {chip["field"]: chip["label"] for chip in shown}


def take_out(app: AppTest, field: str) -> AppTest:
    """Press a chip."""
    assert field in chips(app)
    return send(app, "chips", {"field": "remove", "value": field})


def clear(app: AppTest) -> AppTest:
    """Press Clear, which is there."""
    assert payload_of(component_of(app, "chips"))["clears"]
    return send(app, "chips", {"field": "clear"})


def click(app: AppTest, key: str, value: str) -> AppTest:
    """Click the row of a column, as the browser tells of it."""
    field = payload_of(component_of(app, key))["field"]
    return send(app, key, {"field": field, "value": value, "add": True})


def send(app: AppTest, key: str, event: dict[str, Any]) -> AppTest:
    """Ask for something in a component, as the browser tells of it."""
    return trigger(app, key, "event", event)


def trigger(app: AppTest, key: str, name: str, value: object) -> AppTest:
    """Set a trigger of a component, as the browser does."""
    states = app._tree.get_widget_states()
    pressed = states.widgets.add()
    pressed.id = f"$$STREAMLIT_INTERNAL_KEY_{component_of(app, key).id}__events"
    pressed.json_trigger_value = json.dumps([{"event": name, "value": value}])
    app._run(states)
    assert not app.exception
    return app
