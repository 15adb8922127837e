"""A person's name taken apart: initials, particles, generation, and the words that tell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

from . import vocabulary as words
from .names import words_of
from .spellings import spelling, spellings

GENERATIONS = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "2", "iii": "3"}
DOTTED = re.compile(r"(?<![^\W_])([^\W\d_a-z])\.(?=[^\W\d_a-z]\b)")
BARE = re.compile(r"([A-Z])([A-Z])([A-Z]?) (?=[^\W\d_][^\WA-Z])")
ARTICLE = re.compile(
    r"(?:(?<=[\s-])|^)(?:[Aa][lnrtdsz]|[Ee]l|[Uu][lrsd]|[Aa][sz]h)-(?=\w)|(?<=\w )[ae]l (?=[A-Z])"
)
SERVANT = re.compile(r"abd(?:[aeou][lr])?")
SERVANT_OF = re.compile(r"abd(?:[aeou]l|[aeu]r)(?=\w{4})")
GIVEN_TIE = re.compile(r"[^\W\d_a-z]\w*-[a-z]{2,}$")
IBERIAN = re.compile(r"[áéíóúñãõç]|[aeio]z\b", re.IGNORECASE)
SURNAME_ENDING = re.compile(r"(?:(?<!in)ez|oz|tiz|uiz)$|^garcia$")
MOST_SPELLINGS = 4


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a name by which persons are told apart."""

    surface: str
    words: tuple[str, ...]
    """Its folded words."""
    key: tuple[str, ...]
    """The words that tell, by spelling: no inner initials, articles or generation."""
    middle: str
    """Its inner initials: "w" in "George W. Bush"."""
    generation: str
    """ "jr", "sr" or a number; empty where the name has none."""

    @property
    def is_full(self) -> bool:
        """Whether more than one word or a generation tells who is meant."""
        return len(self.key) > 1 or bool(self.generation and self.key)

    @property
    def is_initialled(self) -> bool:
        return len(self.key) > 1 and len(self.key[0]) == 1

    @property
    def is_tied(self) -> bool:
        """Whether the whole surface is one word with hyphens: "Smith-Jones", "Jong-un"."""
        return "-" in self.surface and " " not in self.surface

    @property
    def has_particle_first(self) -> bool:
        return len(self.words) > 1 and self.words[0] in words.PARTICLES

    @property
    def is_iberian(self) -> bool:
        """Whether the letters show a Spanish or Portuguese name, which has two surnames."""
        return bool(IBERIAN.search(self.surface))

    @property
    def is_pair_of_surnames(self) -> bool:
        """Whether the first of two words is a Spanish patronymic, which no first name is."""
        return len(self.key) > 1 and bool(SURNAME_ENDING.search(self.words[0]))

    @property
    def tied_last(self) -> int:
        """How many words of the key the last word of the surface ties together: 1, mostly."""
        last = ARTICLE.sub("", self.surface).split()[-1:]
        return max(1, min(len(self.key) - 1, len(words_of("".join(last)))))

    @property
    def surname(self) -> tuple[str, ...]:
        """The words that stand for the person alone; they come first before "Jong-un"."""
        if len(self.key) > 2 and GIVEN_TIE.search(self.surface):
            return self.key[:1]
        return self.key[-self.tied_last :]

    @property
    def keys(self) -> tuple[tuple[str, ...], ...]:
        """The key, and those of the other ways in which its letters may be read."""
        ways = product(*(spellings(word) for word in self._told))
        found = dict.fromkeys([self.key, *islice(ways, MOST_SPELLINGS)])
        return tuple(found)

    @property
    def _told(self) -> tuple[str, ...]:
        return _telling(self.surface)[0]


@lru_cache(maxsize=20_000)
def person_name(surface: str) -> PersonName:
    """The name taken apart."""
    told, middle, generation = _telling(surface)
    key = tuple(spelling(word) for word in told)
    return PersonName(surface, words_of(surface), key, middle, generation)


def person_key(name: str) -> tuple[str, ...]:
    """A key that is equal for spelling variants of a full name with the same number of words.

    Middle initials do not count; a middle name does, so that a son and his father keep different
    keys.
    """
    return person_name(name).key


def _telling(surface: str) -> tuple[tuple[str, ...], str, str]:
    """The folded words that tell, the inner initials, and the generation."""
    spaced = DOTTED.sub(r"\1. ", " ".join(surface.split()))
    spaced = BARE.sub(_apart, spaced, count=1) if BARE.match(spaced) else spaced
    parts = list(words_of(ARTICLE.sub("", spaced)) or words_of(spaced))
    generation = GENERATIONS.get(parts[-1], "") if len(parts) > 1 else ""
    parts = _servants(parts[:-1] if generation else parts)
    parts = ["bin" if part == "ibn" else part for part in parts]
    inner = [n for n in range(1, len(parts) - 1) if len(parts[n]) == 1]
    told = tuple(part for n, part in enumerate(parts) if n not in inner)
    return told, "".join(parts[n] for n in inner), generation


def _apart(letters: re.Match[str]) -> str:
    return " ".join(letter for letter in letters.groups() if letter) + " "


def _servants(parts: list[str]) -> list[str]:
    """The words with "Abdul Rahman", "Abd al-Rahman" and "Abdelrahman" written as one word."""
    found: list[str] = []
    for part in parts:
        if found and SERVANT.fullmatch(found[-1]) and len(parts) > 2:
            found[-1] = "abdul" + part
        else:
            found.append(SERVANT_OF.sub("abdul", part))
    return found
