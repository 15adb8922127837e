"""Lines that a page prints around an article: share bars, credits, captions, links, notices."""

from __future__ import annotations

import re

from .agencies import ANY_SIGNATURE

NETWORK = (
    r"(?:Facebook|Twitter|X|WhatsApp|Telegram|Instagram|LinkedIn|YouTube|Reddit|Pinterest|TikTok"
    r"|Threads|Bluesky|Mastodon|Flipboard|Messenger|Email|Google News|Google\+)"
)
FOLLOW = r"(?:(?:Follow|Like|Find|Join|Visit|Watch|See)\s+)?"
SHARE_NAME = re.compile(rf"{FOLLOW}(?P<name>\S[^\n]{{0,60}}?) on (?:(?!X\b){NETWORK}|X(?![a-z]))")
SHARE_VERBS = frozenset(
    f"{verb}{what}"
    for verb in ("share", "send", "post", "tweet", "comment", "follow", "like", "find", "join")
    for what in ("", " this", " this article", " this story", " us", " on", " it")
)
SHARE_WORDS = re.compile(
    r"(?:(?>share this(?: article| story)?|(?:\d[\d.,]*k? )?shares?|tweet|e-?mail"
    r"|(?:print|save|send|link(?!edin)|subscribe|bookmark|more|x(?![a-z]))|copy link|pin it|sign up"
    r"|\d+ comments?|comments?(?: \(\d+\))?|newsletter|follow us|view comments"
    r"|advertisement|advertising|(?:story|article) continues below(?: advertisement)?"
    r"|listen(?: to (?:this )?article)?|\d+ min(?:ute)?s? (?:read|listen)"
    r"|reading time:? \d+ min(?:ute)?s?|leave a comment|skip to (?:main )?content"
    rf"|(?!X){NETWORK}|google|digg|stumbleupon|tumblr|pocket|delicious)[\s|·•,:/]*+)++",
    re.IGNORECASE,
)
PICTURE = (
    r"(?:photo(?:graph|s|graphy|grapher)?|picture|image|pic|illustration|video|graphic|file photo"
    r"|screenshot|photo credit|image credit|picture credit|image source|photo by|picture by"
    r"|video by|photos by|image copyright|credit|courtesy)"
)
HOLDER = rf"(?:{ANY_SIGNATURE}|Getty(?: Images)?|Shutterstock|EPA|iStock|Alamy|Flickr|Wikimedia)"
CREDIT_WORDS = (
    rf"(?:{PICTURE}s?(?: (?:via|from|courtesy of))?\s*[:/©]\s*[^\n.]{{1,80}}"
    rf"|(?:photo|picture|image|video|illustration|graphic)s? (?:by|via|courtesy of) [^\n.]{{1,80}}"
    r"|(?:file )?(?:photo|picture|image)"
    rf"|[^\n.()]{{0,60}}\b{HOLDER} (?:photo|file|image|picture)(?:/[^\n.()]{{1,40}})?"
    rf"|[^\n.()]{{1,60}}/ ?{HOLDER}(?:/[^\n.()]{{1,40}})?|{HOLDER}(?: Images)?/[^\n.()]{{1,60}}"
    r"|[^\n.()]{0,60}\bGetty Images(?:/[^\n.()]{1,40})?|handout(?: via [^\n.()]{1,40})?)"
)
CREDIT = re.compile(rf"[(\[]\s*{CREDIT_WORDS}\s*[)\]]\.?|{CREDIT_WORDS}", re.IGNORECASE)
CREDIT_AT_END = re.compile(
    rf"(?:[(\[]\s*{CREDIT_WORDS}\s*[)\]]"
    rf"|(?<=[.!?\"”|] )(?:{PICTURE}s?:\s*[^\n.]{{2,60}}"
    rf"|[^\n.()|/]{{2,40}}/ ?{HOLDER}(?:/[^\n.()]{{1,40}})?))\.?$",
    re.IGNORECASE,
)
COPYRIGHT = re.compile(
    r"(?:(?:copyright\s*)?(?:©|\(c\)\s*(?=copyright|\d{4}))|copyright\s*(?=\d{4})).{0,160}"
    r"|(?:all rights reserved|this material may not be published).{0,160}",
    re.IGNORECASE,
)
CAPTION_LABEL = re.compile(
    r"(?:(?:image|media|photo|video|picture)?\s?caption\b\s*:?|file photos?:|FILE\s?[-–—:]"
    r"|(?:pictured|photo|image|video):)\s*\S",
    re.IGNORECASE,
)
RELATED_HEADER = (
    r"(?:read (?:more|also|next|this|the full story)|also read|see also|more on (?:this|that)"
    r"(?: story)?|related(?: (?:stories|articles?|content|coverage|news|topics|links|posts))?"
    r"|recommended(?: (?:stories|for you|reading))?|most (?:read|popular|viewed)|trending(?: now)?"
    r"|you (?:may|might) (?:also )?(?:like|be interested in)|more (?:stories|from|news)"
    r"|don.t miss|top stories|latest news|editors?.? picks?|around the web|promoted stories"
    r"|sponsored(?: content)?|watch now|keep reading|up next|further reading|tags?|topics)"
)
RELATED = re.compile(rf"{RELATED_HEADER}\s*[:|]\s*\S.{{0,250}}", re.IGNORECASE)
RELATED_ALONE = re.compile(rf"[>»→\s]*{RELATED_HEADER}[\s:.…>»→-]*", re.IGNORECASE)
CORRECTION = re.compile(
    r"(?:corrections?|clarification|editor.?s.? note|update)\s*(?::|[-–—]\s)\s*\S"
    r"|this (?:article|story|report|post|piece) (?:has been|was|is being) "
    r"(?:updated|corrected|amended|revised)",
    re.IGNORECASE,
)
LONGEST = 300


def is_share_bar(line: str) -> bool:
    return len(line) <= LONGEST and bool(SHARE_WORDS.fullmatch(line))


def is_credit(line: str) -> bool:
    """Whether the whole line says whose picture or text it is, and nothing else."""
    return is_picture_credit(line) or (len(line) <= LONGEST and bool(COPYRIGHT.fullmatch(line)))


def is_picture_credit(line: str) -> bool:
    return len(line) <= LONGEST and bool(CREDIT.fullmatch(line))


def ends_in_credit(line: str) -> bool:
    """Whether the line closes with the credit of the picture that it describes."""
    return len(line) <= LONGEST and bool(CREDIT_AT_END.search(line))


def is_caption(line: str) -> bool:
    return len(line) <= 2 * LONGEST and bool(CAPTION_LABEL.match(line))


def is_related(line: str) -> bool:
    return len(line) <= LONGEST and bool(RELATED.fullmatch(line))


def opens_related(line: str) -> bool:
    """Whether the line is the heading of a list of links."""
    return len(line) <= 40 and bool(RELATED_ALONE.fullmatch(line))


def is_correction(line: str) -> bool:
    return bool(CORRECTION.match(line))


def share_names(line: str) -> list[str]:
    """The outlet named before each network: "The Bay Mail on FacebookThe Bay Mail on X"."""
    if len(line) > LONGEST:
        return []
    names, rest = [], line
    while found := SHARE_NAME.match(rest.lstrip(" |·•,/")):
        if found["name"].casefold() not in SHARE_VERBS:
            names.append(found["name"].strip())
        rest = rest.lstrip(" |·•,/")[found.end() :]
    return [] if rest.strip(" |·•,/") else names
