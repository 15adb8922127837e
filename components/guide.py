"""The help: what each screen answers, how marks are read, the keys, what is missed, sources."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from components import theme
from data.access import about

SCREENS: Mapping[str, str] = {
    "Explore": "Who says what, where and when. A map, a timeline and the quotations follow one "
    "another: choose a place, a name, a span of days or a speaker in any of them.",
    "Voices": "Who said what, to whom, about whom. The quotations typeset, in groups of speakers, "
    "days or articles, narrowed by all that is known of them; and a matrix of who speaks about "
    "whom, each cell a way to its quotations. Has it changed? One speaker, or a side, on one "
    "subject in time order: changes are marked, possible reversals proposed with both passages. "
    "And one statement as each outlet words it, laid against the longest form.",
    "Entities": "Who a name is. A list of all that is named, and a profile of each: names as "
    "written, roles with dates and sources, relations, mentions over time, with whom, where, "
    "quotations by and about.",
    "Articles": "What an article says. A list to sort, and a reader in which every "
    "name, quotation, date and place is marked and opens its record.",
    "Places": "What became of every name of a place: resolved, ambiguous with each candidate and "
    "its reasons, or unplaced. Each row opens the passages that name it.",
    "Notebook": "What you kept: quotations, passages and entities that were bookmarked, tagged "
    "or noted, by whom and when. Every decision can be taken back.",
    "Briefings": "What leaves for a room or a file. Capture, on every screen, makes what is shown "
    "a slide; here slides are ordered, written, presented and exported. Each opens its view again.",
    "Add": "Where your own articles come in: pasted, dropped or from a folder. You see how they "
    "were read before anything is kept, and can take a whole batch out again.",
    "Settings": "Which corpus is open, whether the network may be used, your own places, and "
    "the time zone in which times are shown.",
}
TERMS: Mapping[str, str] = {
    "Brush": "What is selected, in words at the top of the screen. Parts of it are joined by "
    "“and”, the values in one part by “or”. The address in the browser holds it, so a link is "
    "a view.",
    "Passage": "A paragraph: what links the views. Choosing Kabul selects the quotations whose "
    "paragraph names Kabul; “By article” widens that to the whole article.",
    "Search": "The box on every screen, a part of the Brush like any other. Words stand in one "
    "passage, “phrases” together; AND, OR, NOT, parentheses, begin* and fields such as "
    "speaker:lavrov do what the question mark in the box says.",
    "Saved": "Searches kept by name in the corpus. One that is watched tells how many passages "
    "came since you last looked.",
    "Story": "Articles that carry one text: copies, shortened, edited or updated.",
    "Origin": "Who first supplied a story: the agency that it credits, else the outlet that "
    "carried it first. Ten articles of one origin are one source, not ten.",
    "Area": "A valley, a province or a region, drawn as the area that it is. A country is "
    "counted beside the map and never pinned.",
    "Frozen": "A briefing shows the corpus as it was when it was first presented, so that nothing "
    "changes in the room. “Freeze anew” takes the corpus of now; a live one always does, and its "
    "badge says so.",
    "Confidence": "How sure the rules are of a finding, from 0 to 1. Findings under the limit "
    "in Settings are paler and say so. All of them come from a machine: open the passage.",
    "Time": "The timeline shows when articles were published or, by a switch, the days that they "
    "speak of. When something was collected is "
    "kept apart and never shown as its publication.",
}
KEYS: Mapping[str, str] = {
    "/": "go to the search box; Enter searches, Esc leaves it",
    "1 to 9": "the screens, in the order of the first line; the tenth, this help, has ?",
    "T": "capture what is shown, as a slide of a briefing",
    "J, K": "the next row of a list, and the one before",
    "O": "open the article of the row",
    "B": "back to the screen before",
    "?": "this help",
    "U": "undo the last change of the selection; on Briefings, of the briefing",
    "Shift U": "redo it",
    "Esc": "clear the selection",
    "Tab, Enter": "reach and choose anything that can be clicked",
    "Ctrl or ⌘ and a click": "add to what is chosen, or take it out again",
    "Arrow keys": "move among the cells of Who on whom",
    "Alt and ↑ or ↓": "move a slide of a briefing up or down; Delete takes it out",
    "Drag on the timeline": "choose a span of days; Esc clears it",
    "Z, Shift Z, 0": "zoom the timeline in, out, and back to all of it",
}


def draw() -> None:
    """The whole help, one column."""
    with st.container(key="guide"):
        _listed("What each screen answers", SCREENS)
        _listed("How to read it", TERMS)
        _listed("Keys", KEYS)
        _misses()
        _sources()


def _listed(title: str, entries: Mapping[str, str]) -> None:
    st.subheader(title, anchor=False)
    st.markdown("\n".join(f"- **{name}** {said}" for name, said in entries.items()))


def _misses() -> None:
    st.subheader("What is missed", anchor=False)
    st.markdown(
        "Each part of the engine states what it does not find. Articles in other languages than "
        "English are kept and shown, but their findings are poor."
    )
    for room, stated in about.misses().items():
        with st.expander(f"{room} :gray[{len(stated)}]"):
            for miss in stated:
                st.markdown(f"{theme.plain(miss.misses)}  \n:gray[{theme.plain(miss.gives)}]")


def _sources() -> None:
    st.subheader("Sources and licences", anchor=False)
    st.markdown(
        "Dateline comes with all that it needs; nothing below is fetched when you work. Land and "
        "borders are Natural Earth's; a dashed line is disputed, and no line is a statement on "
        "sovereignty."
    )
    for title, body in about.sources().items():
        with st.expander(title.replace("`", "")):
            st.markdown(body)
