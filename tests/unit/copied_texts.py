"""Invented articles, and what outlets make of them, for tests of copies and stories."""

from __future__ import annotations

WIRE = """NORSUND, August 23 (CWS) - Ferry workers in Norsund ended a strike of nine days on \
Monday after the harbour authority agreed to hire forty more deckhands before the winter.

The first boat left the eastern quay at noon with fewer than twenty passengers, most of whom had \
slept in the waiting hall since the weekend.

"We asked for rest, not for riches," said Maren Tveit, who has sailed the route for seventeen \
years and spoke for the crews at the talks. "Now we can look at the sea again instead of at a wall."

Under the agreement no crew may work more than ten hours between two nights ashore, and the \
authority will publish the hours of each boat once a month.

The islands across the sound had been without fresh milk since Thursday. A fishing boat carried \
medicine to the clinic on Little Skarv twice, its owner said, because nobody else would go out in \
the fog.

Harbour minister Ilse Brandvold, who had called the strike reckless in its first week, told \
reporters that both sides had been right to keep talking. She would not say what the new posts \
would cost or where the money was to come from.

Economists at the institute in Halden put the loss to the islands at about three million crowns, \
a third of it in fish that could not be brought to market."""

OTHER = """The council of Great Skarv has voted to close its only school after the summer, ending \
a quarrel that had divided the island since the last teacher retired.

Eleven children will cross the sound each morning by ferry, a journey of forty minutes when the \
weather is fair. Their parents had offered to pay half of a new teacher's salary, but the mainland \
office that keeps the registers refused to count a class of fewer than fifteen.

"They measure a village with a ruler," said Jon Aske, whose two daughters are in the third class. \
He has begun to gather signatures for a hearing in the capital.

The building, a timber house with a bell from a wrecked steamer, is to become a workshop for \
boats. Its roof was mended only two years ago with money from a fair."""

CHANGED = (
    *("harbour", "winter", "quay", "weekend", "years", "nights", "month", "fresh", "clinic"),
    *("owner", "minister", "reckless", "talking", "money", "loss", "third", "fish"),
)
LOCAL = """Readers of this newspaper on Little Skarv wrote in to say that the shop there had sold \
its last candles on Friday and that the church had been opened as a kitchen, where forty people \
ate each evening until the boats came back."""
FOOTER = """Have you seen something that we should report on, or a mistake that we ought to put \
right? Our desk can be reached by day and by night at the address below, and letters from readers \
are printed each Saturday on the page that faces the crossword, so long as they are signed, do not \
exceed two hundred words, and reach the office in Market Street before Thursday noon."""

WEATHER = (
    "Forecast for {day}: {sky} over the sound in the morning, with winds from the {wind} at"
    " {speed} metres a second. Highs of {high} degrees are expected in Norsund and {low} on the"
    " islands, where {more}. The water stands at {water} degrees and the next high tide is due at"
    " {tide} in the evening, according to the station at Halden."
)


def lines(text: str) -> list[str]:
    return text.split("\n\n")


def edited(text: str) -> str:
    """One word in about fifteen is another."""
    for word in CHANGED:
        text = text.replace(word, f"{word[::-1]}")
    return text


def retold(said: str) -> str:
    """One speech told by two outlets: the words in marks are the same, the others are not."""
    return "\n\n".join(f"{teller} “{speech}”" for teller, speech in zip(said, SPEECH, strict=True))


SPEECH = (
    "No boat will leave this harbour in the dark before the lamps on both piers have been mended,"
    " and I do not care whether that takes until the end of September or until the spring",
    "I have read the letters of the widows, every one of them, and I will not answer them with a"
    " table of costs; I shall go to each door myself and say what I am saying to you here",
    "Whoever says that the sea is free has never had to pay for a lifeboat or to wait for one on a"
    " rock with the tide coming in and a child on each arm, as my own mother had to",
)
ONE_TELLER = (
    "Brandvold opened the session in a low voice and without notes:",
    "After the break she turned to the gallery, where the families sat, and went on:",
    "To the merchants, who want the night boats back by October, she had this to say:",
)
OTHER_TELLER = (
    "It was the minister's first appearance since the accident. Pier repairs come first, she said:",
    "Asked by a member of the opposition about compensation, she raised a folder and replied:",
    "The chamber applauded only once, at the end of the speech, when she remarked:",
)
