"""The help, without a browser."""

from __future__ import annotations

from components import guide, state
from data.access import about


def test_help_when_opened_then_screens_keys_misses_and_licences_are_there(rivers, opened):
    app = opened(rivers, "help")
    assert not app.exception
    said = "\n".join(item.value for item in app.markdown)
    for name in guide.SCREENS:
        assert f"**{name}**" in said
    for name in guide.KEYS:
        assert f"**{name}**" in said
    titles = [expander.label for expander in app.expander]
    rooms = list(about.misses())
    assert [title.split(" :gray")[0] for title in titles[: len(rooms)]] == rooms
    assert "Natural Earth" in said
    assert "CC0 1.0" in said
    assert "GeoNames, CC BY 4.0" in said


def test_guide_when_read_then_every_screen_is_answered_for():
    assert {*guide.SCREENS, "Help"} == set(state.SCREENS.values())
