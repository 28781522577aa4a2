"""What in a library questions point to plans and units by: derived once, not for each question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

from ingest.units import core_key
from rag.corpus.library import Library, once
from rag.language.phrases import heard
from rag.language.words import ByFirstWord, by_first_word, sound
from rag.mentions.ownnames import own_names

_TURNED: Final = tuple(sound("chuyển đổi").split())
_DIGITAL: Final = sound("số")
_NATIONAL: Final = tuple(map(sound, ("Việt Nam", "quốc gia", "quốc hội", "trung ương")))
_ELECTED: Final = sound("đại biểu quốc hội")
"""Elected in every commune: a plan for that is no plan of the country."""
_LOCAL: Final = frozenset({"commune", "district", "province"})


@once
def unit_names(library: Library) -> ByFirstWord[str]:
    """The sound forms of the units' names."""
    return by_first_word((name, name) for name, _ in library.spoken_units)


@once
def units(library: Library) -> ByFirstWord[tuple[str, str]]:
    """The sound forms of the units' names with their keys."""
    return by_first_word((name, (name, key)) for name, key in library.spoken_units)


@once
def places_of(library: Library) -> frozenset[tuple[str, ...]]:
    """The names of places as they sound, word by word."""
    return frozenset(tuple(place.split()) for profile in library.profiles for place in profile.places)


@lru_cache(maxsize=8)
def by_head(places: frozenset[tuple[str, ...]]) -> Mapping[str, Sequence[tuple[str, ...]]]:
    """Names of places under their first words."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for place in places:
        found.setdefault(place[0], []).append(place)
    return found


@once
def own_places(library: Library) -> ByFirstWord[tuple[str, frozenset[int]]]:
    """Every place with the plans that it points to."""
    by_place: dict[str, set[int]] = {}
    for number, profile in enumerate(library.profiles):
        for place in profile.places:
            by_place.setdefault(place, set()).add(number)
    for name, number in own_names(library):
        by_place.setdefault(name, set()).add(number)
    found: list[tuple[str, tuple[str, frozenset[int]]]] = []
    for place, plans in by_place.items():
        own = frozenset(n for n in plans if _stands_for(library, n, place)) or frozenset(plans)
        own = frozenset(n for n in own if not _only_signed_at(library, n, place)) or own
        found.append((place, (place, own)))
    return by_first_word(found)


def _stands_for(library: Library, number: int, place: str) -> bool:
    """Whether a place is one that the plan's own head or issuer names, or the only one it has; not one met in passing."""
    header = library.plans[number].header
    return (
        library.profiles[number].places == (place,)
        or f" {place} " in f" {sound(' '.join((header.issuer or '', header.place or '', header.title or '')))} "
    )


def _only_signed_at(library: Library, number: int, place: str) -> bool:
    """Whether a place is but where one whose plans are the whole country's has signed."""
    header, level = library.plans[number].header, library.profiles[number].level
    named = f" {sound(' '.join((header.issuer or '', header.title or '')))} ".replace(f" {_ELECTED} ", " ")
    national = level == "ministry" or (level not in _LOCAL and any(f" {one} " in named for one in _NATIONAL))
    return national and f" {place} " not in named


@cache
def around_offices() -> tuple[frozenset[str], tuple[str, ...]]:
    """What stands before an office whose plan is meant, and behind one whose work is."""
    before = frozenset(phrase.split()[-1] for phrase in heard("office.pointing"))
    return before, tuple(f"{phrase} " for phrase in heard("office.acting"))


@once
def by_issuer(library: Library) -> Mapping[str, AbstractSet[int]]:
    """The plans of each issuer but provinces, by how its name sounds."""
    found: dict[str, set[int]] = {}
    for number, profile in enumerate(library.profiles):
        core = sound(core_key(profile.issuer)) if profile.issuer else ""
        if " " in core and profile.level != "province":
            for name in filter(None, (core, _without_sort(core), _without_body(profile.issuer_key))):
                found.setdefault(name, set()).add(number)
    return found


_NAMED_BODIES: Final = tuple(f"{sound(one)} " for one in ("trường", "bệnh viện", "học viện", "trung tâm", "công ty"))
_OWN_NAME: Final = 2
"""Syllables at the end of the name of a school, hospital or company that are its own."""


def _without_sort(issuer: str) -> str:
    """The short name of a school or hospital, as people say it: "Trường (Đại học Kỹ thuật) Hồng Hà"; "" for other offices."""
    noun = next((one for one in _NAMED_BODIES if issuer.startswith(one)), "")
    words = issuer[len(noun) :].split() if noun else []
    return f"{noun}{' '.join(words[-_OWN_NAME:])}" if len(words) > _OWN_NAME else ""


_LEADING: Final = tuple(
    f"{sound(one)} " for one in ("ban thường vụ", "ban chấp hành", "ban thường trực", "ban giám đốc", "ban giám hiệu")
)
"""Bodies that issue a plan for the whole that they lead, by whose name people call it ("kế hoạch của Tỉnh đoàn")."""


def _without_body(issuer_key: str) -> str:
    """The office for which its leading body issues a plan, as it sounds; "" where no such body is named."""
    issuer = sound(issuer_key)
    whole = next((issuer.removeprefix(one) for one in _LEADING if issuer.startswith(one)), "")
    core = sound(core_key(whole))
    return core if " " in core else ""


@once
def title_pairs(library: Library) -> Sequence[frozenset[tuple[str, str]]]:
    """The neighbour pairs of each plan's title."""
    return [frozenset(pairwise(profile.title.split())) for profile in library.profiles]


def is_digital(tokens: Sequence[str], at: int) -> bool:
    """Whether the word there is "số" of "chuyển đổi số", which sounds like "sở": "chuyển đổi | số dân tộc" names no office."""
    return tuple(tokens[max(0, at - len(_TURNED)) : at + 1]) == (*_TURNED, _DIGITAL)


_ROOM_NOUNS: Final = frozenset(map(sound, ("phòng", "văn", "thanh", "ban", "khoa", "vụ", "trung")))
"""First syllables of what an office is made up of."""
_LONGEST_ROOM: Final = 9


def plans_of_room(tokens: Sequence[str], at: int, plans: AbstractSet[int], library: Library) -> frozenset[int]:
    """Those of the issuer's plans that name the room right before it ("Phòng A | Sở B"), of which it is the whole; empty without one."""
    known = unit_names(library)
    for start in range(max(0, at - _LONGEST_ROOM), at):
        if tokens[start] in _ROOM_NOUNS:
            names = (" ".join(tokens[start:end]) for end in (at + 1, at))
            room = next((name for name in names if any(name == one for _, one in known.get(tokens[start], ()))), "")
            if room:
                return frozenset(n for n in plans if library.names_office(room, n))
    return frozenset()
