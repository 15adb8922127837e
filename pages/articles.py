"""Articles: the list under the Brush, and the reader of one of them."""

from __future__ import annotations

from components import articles, brushbar, first_steps, reader, state, theme
from data import access
from dateline.brush import Brush

VIEWS = (*brushbar.VIEWS, "articles")


@state.view("articles")
def shown() -> None:
    if state.session().article:
        reader.draw()
    else:
        articles.draw()


theme.apply()
state.open_page("articles", VIEWS)
if access.counts(Brush()).articles:
    brushbar.draw()
    shown()
else:
    first_steps.draw()
