"""What a date is read against: the publication day, the dates before it, the parse around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from .calendar_days import Outlook, days_of, moved, period
from .grammar import Meaning, fold, month_number
from .tense import Tense, lasted, tense_at

TIME_LABELS = frozenset({"DATE", "TIME"})
_NAME_LABELS = frozenset({"PERSON", "ORG", "WORK_OF_ART", "PRODUCT", "FAC"})
_AHEAD = re.compile(r"\b(?:until|till) $")
_DUE = re.compile(
    r"(?<!was )(?<!were )(?<!been )(?<!originally )"
    r"\b(?:(?:due|(?:re)?scheduled|slated|planned|set) (?:for|in|on|by)"
    r"|(?:postponed|delayed|moved|extended|adjourned) (?:to|until|till))(?: early| late)? $"
)
_LASTED = re.compile(r"\b(?:had|lasted|continued|held out) (?:\w+ ){0,3}(?:until|till) $")
_BACK = re.compile(
    r"\b(?:since|as of|(?:said|announced|reported|(?:told|tells) \w+)(?: late| early)?(?: on)?) $"
)
_YEAR_GAP = 2
_DEEPEST = 3
_FAR = 12


@dataclass(slots=True)
class Thread:
    """The dates read so far in one article, finest first."""

    anchor: date | None
    """Publication day."""
    is_narrative: bool = False
    """The text tells of other years: dates follow the date before, not the publication."""
    day_month: str = ""
    """Order of numeric dates that others in the article prove: mdy, dmy or empty."""
    updated: date | None = None
    """Day of the last change, where the article says it."""
    hour: int | None = None
    """Hour of publication, UTC."""
    source: str = ""
    """The outlet's name and address, folded."""
    text: str = ""
    """The article, as written."""
    era: str = ""
    """Solar or lunar, where the text counts years from the Hijra."""
    day: date | None = None
    """The last day named, unless another month or year was named since."""
    last_day: date | None = None
    """The last day named at all."""
    month: date | None = None
    """First day of the last month named."""
    year: int | None = None
    """The last year named."""
    far_year: int | None = None
    """A year far from the others, named once."""

    def follow(self, meaning: Meaning) -> None:
        """Take a date as the one that later words lean on."""
        value = meaning.value.split("T")[0]
        days = days_of(value)
        if meaning.kind not in ("DATE", "TIME") or days is None or len(value) < 4:
            return
        if self.is_narrative and not self._goes_on(days[0], bool(meaning.anchor), len(value) > 4):
            return
        first = days[0]
        if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            self.day = self.last_day = first
        elif self.day and not days[0] <= self.day <= days[1]:
            self.day = None
        if re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", value):
            self.month = first.replace(day=1)
        elif self.month and self.month.year != first.year:
            self.month = None
        self.year = int(value[:4])

    def _goes_on(self, day: date, is_relative: bool, has_month: bool) -> bool:
        """Whether a narrative moves on to a date.

        Not by a word like "today", and over a gap of years only when a second date confirms it.
        """
        if self.year is None:
            return not is_relative
        gap = abs(day.year - self.year)
        if is_relative:
            return gap <= 1 and (self.day is None or abs((day - self.day).days) < 400)
        confirmed = (
            has_month and self.far_year is not None and abs(day.year - self.far_year) <= _FAR
        )
        self.far_year = day.year if gap > _FAR else None
        return gap <= _FAR or confirmed


@dataclass(slots=True)
class Reading:
    """One stretch of an article while its dates are read."""

    text: str
    """As written."""
    doc: Doc
    """Its parse."""
    thread: Thread
    """The dates before it."""
    read_at: Callable[[Reading, int], tuple[int, Meaning] | None]
    """Reads the date that begins at a place."""
    is_heading: bool = False
    """A title or deck, whose present tense tells of the past."""
    folded: str = field(init=False)
    """The text in lower case, offsets kept."""
    sentences: list[int] = field(init=False)
    """Where its sentences begin."""
    local_year: int | None = None
    """The last year written in this stretch."""
    sentence_day: tuple[int, date] | None = None
    """Where the sentence of the last date begins, and its first day."""
    local_day: date | None = None
    """The last day named in this stretch."""
    last_end: int = -9
    """Where the date before ends."""
    depth: int = 0
    """How many dates inside dates are being read."""

    def __post_init__(self) -> None:
        self.folded = fold(self.text)
        has_sentences = self.doc.has_annotation("SENT_START")
        self.sentences = _sentence_starts(self.doc) if has_sentences else [0]

    @property
    def anchor(self) -> date | None:
        return self.thread.anchor

    def is_of_today(self) -> bool:
        """Whether "today" is the publication day, not that of some quoted voice of the past."""
        thread = self.thread
        return not (thread.is_narrative and thread.year and self.anchor) or (
            thread.year == self.anchor.year
        )

    def explains(self, start: int) -> bool:
        """Whether only a comma, dash or bracket parts the words from the date before them."""
        return 0 < start - self.last_end <= 3 and self.folded[self.last_end] in ",-( "

    def leans_back(self) -> bool:
        """Whether the stretch tells of another year than that of publication."""
        if self.thread.is_narrative:
            return True
        if self.local_year is None or self.anchor is None:
            return False
        return self.anchor.year - self.local_year >= _YEAR_GAP

    def now(self) -> date | None:
        """The day that "this" and "last" count from."""
        thread = self.thread
        if not thread.is_narrative:
            return thread.anchor
        if thread.day and thread.day.year == thread.year:
            return thread.day
        if thread.month:
            return thread.month
        return date(thread.year, 7, 1) if thread.year else thread.anchor

    def then(self, unit: str) -> date | None:
        """The day that "later" and "the next" count from: the last named, else publication."""
        thread = self.thread
        if unit == "month" and thread.month:
            return thread.month
        if unit in ("year", "decade", "century") and thread.year:
            return date(thread.year, 1, 1)
        return thread.day if unit == "day" else thread.day or thread.anchor

    def inner(self, start: int) -> tuple[int, Meaning] | None:
        """The end and meaning of the date that begins at a place, for words such as "end of"."""
        if self.depth >= _DEEPEST:
            return None
        self.depth += 1
        found = self.read_at(self, start)
        self.depth -= 1
        return found

    def capital(self, match: re.Match[str], group: str) -> bool:
        return match[group] is not None and self.text[match.start(group)].isupper()

    def tense(self, start: int, end: int) -> Tense:
        """Tense of the clause around a stretch."""
        return tense_at(self.doc, start, end)

    def outlook(self, match: re.Match[str]) -> Outlook:
        """Where the clause of a match looks: back, ahead, or to either side in the present."""
        before = self.folded[max(0, match.start() - 30) : match.start()]
        if _AHEAD.search(before) and not _LASTED.search(before):
            return "back" if lasted(self.doc, *match.span()) else "ahead"
        if _DUE.search(before):
            return "ahead"
        if _BACK.search(before):
            return "back"
        tense = self.tense(*match.span())
        if self.is_heading and not tense and any(token.tag_ == "TO" for token in self.doc):
            return "ahead"
        if tense == "present" and not self.is_heading:
            return "near"
        return "ahead" if tense == "future" else "back"

    def sentence(self, start: int) -> int:
        """Where the sentence around a place begins."""
        return self.sentences[max(0, bisect_right(self.sentences, start) - 1)]

    def words(self, start: int, end: int) -> TokenSpan | None:
        return self.doc.char_span(start, end, alignment_mode="expand")

    def label(self, start: int, end: int) -> str:
        """The model's entity label over a stretch, or empty."""
        tokens = self.words(start, end)
        return next((t.ent_type_ for t in tokens or () if t.ent_type_), "")

    def is_in_name(self, start: int, end: int, is_word_of_its_own: bool = False) -> bool:
        """Whether the model sees the words inside a longer name: "Daily Mail", "Theresa May".

        A person of one word is a name too, unless the word is known to be of its own ("Eid").
        """
        tokens = self.words(start, end)
        if not tokens or tokens[0].ent_type_ not in _NAME_LABELS:
            return False
        beside = [self.doc[i] for i in (tokens.start - 1, tokens.end) if 0 <= i < len(self.doc)]
        label = tokens[0].ent_type_
        is_person = label == "PERSON" and not is_word_of_its_own
        return is_person or any(t.ent_type_ == label for t in beside)

    def year_of_month(self, month: int, outlook: Outlook) -> int | None:
        """The year of a month named without one."""
        thread = self.thread
        if self.leans_back() and thread.year is not None:
            late = thread.month is not None and thread.month.month - month > 8
            return thread.year + late
        if thread.anchor is None:
            return None
        ahead = (month - thread.anchor.month) % 12
        is_ahead = outlook == "ahead" or ahead == 1 or (outlook == "near" and ahead < 6)
        next_year = thread.anchor.year + (thread.anchor.month + ahead > 12)
        return next_year - (not is_ahead and ahead > 0)

    def month_value(self, name: str, outlook: Outlook) -> str:
        month = month_number(name)
        year = self.year_of_month(month, outlook)
        return f"{year:04d}-{month:02d}" if year else f"XXXX-{month:02d}"

    def shifted(self, unit: str, count: int) -> str:
        """The value of the period so many units from now, or empty."""
        now = self.now()
        day = moved(now, unit, count) if now else None
        return period(day, unit) if day else ""

    def anchored(self, day: date | None) -> str:
        return day.isoformat() if day else ""


def _sentence_starts(doc: Doc) -> list[int]:
    """The characters at which the sentences of a document begin."""
    tokens = doc.to_array(["IDX", "SENT_START"]).tolist()
    return [start for number, (start, opens) in enumerate(tokens) if opens == 1 or number == 0]
