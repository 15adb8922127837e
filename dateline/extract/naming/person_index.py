"""The persons of a corpus by name: full, by surname, and by the short forms of their articles."""

from __future__ import annotations

from collections import defaultdict

from ...records import Entity
from . import vocabulary as words
from .person_names import PersonName, person_name

LONGEST_SURNAME = 3
Form = tuple[str, ...]


class PersonIndex:
    """Ids of known persons; each look-up takes the same time however many are known.

    **Misses:** a full name turned round, where neither article uses the surname alone.
    """

    def __init__(self) -> None:
        self._full: dict[tuple[Form, str], dict[str, str]] = defaultdict(dict)
        self._alone: dict[Form, str] = {}
        self._by_surname: dict[Form, set[str]] = defaultdict(set)
        self._called: dict[str, set[Form]] = defaultdict(set)

    def add(self, entity: Entity) -> None:
        """Keeps the person under the full forms of the name and under its surname."""
        name = person_name(entity.name)
        if is_lone(name):
            if not self._by_surname.get(name.key):
                self._alone.setdefault(name.key, entity.entity_id)
            return
        aliases = [person_name(alias) for alias in entity.aliases]
        for alias in (name, *aliases):
            if alias.is_full and alias.key == name.key:
                self._enter(alias, entity.entity_id)
        short = {alias.key for alias in aliases if is_lone(alias) or alias.key == name.key[1:]}
        short -= {name.key, name.key[:1]}
        for form in short | {name.surname}:
            self._by_surname[form].add(entity.entity_id)
        self._called[entity.entity_id] |= {alias.key for alias in aliases if len(alias.key) == 1}

    def _enter(self, name: PersonName, known: str) -> None:
        for key in name.keys:
            self._full[(key, name.generation)].setdefault(name.middle, known)

    def find(self, entity: Entity) -> str | None:
        """The known person that the entity of an article is, or None."""
        name = person_name(entity.name)
        if is_lone(name):
            return self._find_lone(name)
        found = self._find_full(name) or self._find_turned(name, entity)
        return found or _only(self._by_surname.get(name.key, set()))

    def shares(self, entity: Entity) -> bool:
        """Whether the name is a surname that known persons bear."""
        name = person_name(entity.name)
        return is_lone(name) and bool(self._namesakes(name))

    def _find_full(self, name: PersonName) -> str | None:
        for key in name.keys:
            held = self._full.get((key, name.generation))
            if held and (found := _by_middle(held, name.middle)):
                return found
        return None

    def _find_turned(self, name: PersonName, entity: Entity) -> str | None:
        """The person whose name is this one turned round, where both articles tell the surname."""
        held = self._full.get((name.key[::-1], name.generation)) if len(name.key) == 2 else None
        known = _by_middle(held, name.middle) if held else None
        if known is None:
            return None
        called = {person_name(alias).key for alias in entity.aliases}
        return known if any(len(form) == 1 for form in called & self._called[known]) else None

    def _find_lone(self, name: PersonName) -> str | None:
        namesakes = self._namesakes(name)
        if namesakes:
            return _only(namesakes)
        return self._alone.get(name.key)

    def _namesakes(self, name: PersonName) -> set[str]:
        forms = [*name.keys, name.key[-1:]] if name.has_particle_first else name.keys
        found = (self._by_surname.get(form) for form in forms)
        return next((ids for ids in found if ids), set())


def is_lone(name: PersonName) -> bool:
    """Whether the name is a surname only: "Ruiz", "da Silva", "Smith-Jones"."""
    if name.generation:
        return False
    led = name.has_particle_first and len(name.key) <= LONGEST_SURNAME
    return len(name.key) < 2 or name.is_tied or (led and name.words[0] not in words.GIVEN_PARTICLES)


def _only(ids: set[str]) -> str | None:
    return next(iter(ids)) if len(ids) == 1 else None


def _by_middle(held: dict[str, str], middle: str) -> str | None:
    """The only id that the inner initials do not contradict."""
    fitting = {
        known
        for other, known in held.items()
        if other and (other.startswith(middle) or middle.startswith(other))
    }
    if not fitting and (not middle or set(held) == {""}):
        fitting = set(held.values())
    return fitting.pop() if len(fitting) == 1 else None
