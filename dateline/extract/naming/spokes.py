"""Whom a spokesperson speaks for: the body in the role, or the one that the text just spoke of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...records import Mention
from . import vocabulary as words
from .lines import Line
from .names import fold
from .office_phrases import Role
from .roles import BODIES

HEAD = re.compile(r"\bspokes(?:man|woman|person)\b", re.IGNORECASE)
ANAPHORS = frozenset({"movement", "group", "organisation", "organization", "militia", "party"})
_COMPLEMENT = re.compile(r"\s+(?:of|for)\s+(?:the\s+|an?\s+)?", re.IGNORECASE)
_OWNS = re.compile(r"['’]s?\s")
_OWNER = re.compile(r"['’]s?$")
_TITLES = re.compile(
    rf"(?:(?:{'|'.join(words.FORMER | words.ACTING)}|chief|deputy|senior|main)\b\s*)+",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?:\b(?:its|their)\s+|(?:^|[.!?:;,–—-]|\n)\s*)$", re.IGNORECASE)
PHRASE_TAGS = frozenset({"JJ", "NN", "NNS", "NNP", "NNPS", "HYPH"})
_LED = 12
_TOKENS_BACK = 120
_MENTIONS_BACK = 200


@dataclass(frozen=True, slots=True)
class Body:
    """The body that someone speaks for."""

    mention: Mention | None
    """Its name, where it stands in the article as one."""
    text: str


class Bodies:
    """The bodies that an article names, in order."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._text = text
        self._mentions = [mention for mention in mentions if _is_body(mention)]
        self._starts = [mention.start for mention in self._mentions]

    def of(self, role: Role, line: Line, before: Line | None) -> Body | None:
        """The body a spokesperson's role names or leans on; None where the text leaves it open.

        "Its spokesman" and a bare "Spokesman" lean on the body that spoke last in the paragraph,
        else on its only one, else on the body that spoke last in the paragraph before.
        """
        head = HEAD.search(role.text)
        if head is None:
            return None
        stated = self._stated(role, head)
        if stated is not None:
            return stated if stated.mention or " " in stated.text else self._meant(stated, role)
        led = self._text[max(0, role.start - _LED) : role.start]
        if line.headline or not _BARE.search(led):
            return None
        return self._spoken(line, role.start) or self._spoken(before, role.start, says=True)

    def _stated(self, role: Role, head: re.Match[str]) -> Body | None:
        complement = _COMPLEMENT.match(role.text, head.end())
        first, last = (complement.end(), len(role.text)) if complement else (0, head.start())
        text = _OWNER.sub("", _TITLES.sub("", role.text[first:last]).strip()).strip()
        named = self._within(role.start + first, role.start + last)
        is_first = bool(named) and named[0].start == role.start + first
        owns = is_first and _OWNS.match(self._text, named[0].end)
        if named and (complement is None or (is_first and not owns)):
            return Body(named[-1 if complement is None else 0], named[-1].surface)
        return Body(None, text) if text else None

    def _within(self, start: int, end: int) -> list[Mention]:
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [one for one in self._mentions[first:last] if one.end <= end]

    def _meant(self, stated: Body, role: Role) -> Body:
        """The only body named before that one word means.

        An armed or political group for "the movement", else a name of that noun: "the Front".
        """
        word = fold(stated.text)
        last = bisect_left(self._starts, role.start)
        named = self._mentions[max(0, last - _MENTIONS_BACK) : last]
        meant = {
            one.entity_id: one
            for one in named
            if (_is_group(one) if word in ANAPHORS else _is_called(one, word))
        }
        only = next(iter(meant.values())) if len(meant) == 1 else None
        return Body(only, only.surface) if only else stated

    def _spoken(self, line: Line | None, end: int, *, says: bool = False) -> Body | None:
        if line is None or line.headline:
            return None
        found = list(self._in_line(line, end))
        speaking = [body for token, body in found if line.speaks(token)]
        if speaking:
            return speaking[-1]
        kinds = {body.mention.entity_id if body.mention else fold(body.text) for _, body in found}
        return found[-1][1] if len(kinds) == 1 and not says else None

    def _in_line(self, line: Line, end: int) -> Iterator[tuple[int, Body]]:
        """The last token of each body of a line, by name or by a common noun."""
        last = bisect_left(line.starts, end)
        first = max(0, last - _TOKENS_BACK)
        named = {}
        for mention in self._within(line.starts[first] if last else end, min(end, line.stop)):
            if tokens := line.tokens(mention):
                named[tokens[1] - 1] = Body(mention, mention.surface)
        for token in range(first, last):
            if token in named:
                yield token, named[token]
            elif line.texts[token] in BODIES and line.tags[token + 1 : token + 2] != ("NN",):
                yield token, Body(None, self._phrase(line, token))

    def _phrase(self, line: Line, token: int) -> str:
        """The noun phrase that ends with a token, without its article."""
        first = token
        while first > 0 and line.tags[first - 1] in PHRASE_TAGS:
            first -= 1
        return self._text[line.starts[first] : line.end(token)]


def _is_called(mention: Mention, word: str) -> bool:
    """Whether the name ends with the word, or goes on with whose body it is."""
    name = f"{fold(mention.surface)} "
    return name.endswith(f" {word} ") or f" {word} of " in name


def _is_body(mention: Mention) -> bool:
    return mention.label == "ORG" or _is_group(mention)


def _is_group(mention: Mention) -> bool:
    name = fold(mention.surface)
    return mention.label in {"ORG", "NORP"} and (
        name in words.ORGANISED_GROUPS or name in words.LONG_GROUPS
    )
