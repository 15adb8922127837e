"""Common nouns for people who can speak, one or many, and what they show of gender."""

from __future__ import annotations

from spacy.tokens import Token

from ..naming.vocabulary import FAMILY, KIN_CHILD, KIN_SIBLING, KIN_SPOUSE, OFFICES, PROFESSIONS
from .genders import Gender, gender_of

_PERSONS = (
    "adult baker bystander butcher child citizen cleaner clerk commander cook customer"
    " demonstrator detainee driver"
    " employee eyewitness fan fighter fisherman fisherwoman friend girl guard guest herder host"
    " inhabitant insider inspector inmate investigator labourer laborer local man medic member"
    " merchant migrant militant mourner neighbor neighbour nurse onlooker parent passenger"
    " passer-by patient pensioner person porter prisoner protester protestor pupil refugee"
    " relative rescuer resident sailor scout seller shopkeeper smuggler soldier source survivor"
    " tailor teenager tourist trader traveller traveler vendor veteran victim villager visitor"
    " volunteer voter waiter waitress witness woman worker youth boy colleague critic"
    " supporter opponent organiser organizer"
)
PERSONS = frozenset(_PERSONS.split()) | OFFICES | PROFESSIONS | FAMILY
PERSONS |= KIN_CHILD | KIN_SIBLING | KIN_SPOUSE
_GROUPS = (
    "police family couple army crowd crew team public people staff militia government opposition"
    " authorities"
)
GROUPS = frozenset(_GROUPS.split())
_INDEFINITE = frozenset({"a", "an", "another", "one", "some"})


def is_stranger(subject: Token, gender: Gender) -> bool:
    """Whether it is a person without a name who enters here: "a neighbour", "another woman"."""
    noun = subject.lemma_.lower()
    if subject.tag_ != "NN" or noun not in PERSONS or gender_of(noun) not in (None, gender):
        return False
    if any(child.dep_ == "appos" or child.pos_ == "PROPN" for child in subject.rights):
        return False
    return any(child.lower_ in _INDEFINITE for child in subject.lefts)


def are_people(subject: Token) -> bool:
    """Whether a subject is several people, or a body of them: "two guards", "the police"."""
    noun = subject.lemma_.lower()
    if noun in GROUPS or subject.lower_ in GROUPS:
        return True
    return subject.tag_ == "NNS" and noun in PERSONS
