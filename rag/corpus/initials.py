"""Places and issuers that a question names by their first letters: "ở LG" for Lam Giang, "của SYT" for Sở Y tế."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Final

from ingest.folding import fold
from ingest.units import core_key, unit_key
from rag.corpus.library import Library, once
from rag.language.words import sound, without_and

_OF_PLACE: Final = re.compile(r"(?i:\b(?:tỉnh|tinh|ở|tại|thành phố|tp\.?|xã|phường|huyện))\s+([A-ZĐ]{2,3})\b")
_OF_PROVINCE: Final = re.compile(r"(?i:\b(?:tỉnh|tinh))\s+([bcdđghklmnpqrstvx]{2,3})\b")
"""Small letters that make no syllable."""
_BY_ITSELF: Final = re.compile(
    r"(?:^|(?i:(?<=\bbên )|(?<=\bben )|(?<=\bcủa )|(?<=\bcua )|(?<=\btheo )|(?<=\bphía )|(?<=\bphia )|(?<=\bkh ))|(?<=\())"
    r"([A-ZĐ]{2,3})(?=\s*[:,;?.)–-](?:\s|$)|\s*$)"
)
"""Letters that open or close a question, or stand apart in it, where a place is named: "TN: …", "… bên TN?"."""
_GLUED: Final = re.compile(r"\b([A-ZĐ])([A-ZĐ][a-zà-ỹ]{2,})\b")
_OF_ISSUER: Final = re.compile(r"(?<![\w/.&-])[A-ZĐ]{2,8}(?![\w/&-])")
_OTHERS_DOCUMENT: Final = re.compile(
    r"(?i)(?:nghị quyết|chỉ thị|kết luận|nghi quyet|chi thi|ket luan|quyết định|quyet dinh|nq|ct|kl|qđ)(?:\s+(?:số|so))?(?:\s*[\d/.-]+\S*)?\s+(?:của|cua)\s+$"
)
"""Before letters that are those of who issued another document ("Nghị quyết 12 của ABC")."""
_OWNED: Final = re.compile(r"\b(?:của|cua)\s+$")
_CLOSES_NUMBER: Final = re.compile(r"[-/]([A-ZĐ]{2,8})$")
_LEAST_LETTERS: Final = 2
"""Of an issuer; so few stand for one only behind "của"."""
_BEHIND_OFFICE: Final = re.compile(r"(?<=[\wÀ-ỹ])\s+([A-ZĐ]{2,3})\b(?![&/-])")
_LEVEL: Final = re.compile(r"(?<![\w.])(?:(p)|(x)|(h)|(tp)|(tt))\.?\s*(?=[^\W\d_])", re.IGNORECASE)
"""A level of government by its first letters: "p. Ba Na"."""
_BARE_COMMITTEE: Final = re.compile(r"\b(?:ủy ban|uỷ ban|uy ban)\s+(?=[^\W\d_])", re.IGNORECASE)
_COMMITTEE: Final = "UBND"
"""What "ủy ban" before a place's name is short for."""
_ROOM: Final = "phòng"
_ROOM_SHORT: Final = "P."
_LEVELS: Final = ("phường", "xã", "huyện", "thành phố", "thị trấn")


def with_places(typed: str, library: Library) -> str:
    """The question with the initials of a place of loaded plans written out, where they stand for one place alone."""
    if typed.isupper():
        return typed
    typed = _with_issuers(typed, library)
    names = {library.place_names[place] for profile in library.profiles for place in profile.places[:1]}

    def written(match: re.Match[str]) -> str:
        meant = [name for name in names if first_letters(fold(name)) == fold(match[1])]
        return match[0].removesuffix(match[1]) + meant[0] if len(meant) == 1 else match[0]

    def known(match: re.Match[str]) -> str:
        return match[0] if library.expander.knows(match[1]) else written(match)

    typed = _BY_ITSELF.sub(known, typed)
    typed = _GLUED.sub(lambda match: _parted(match, library), typed)
    typed = _OF_PROVINCE.sub(written, _OF_PLACE.sub(written, typed))
    return _with_levels(_behind_offices(typed, library), library)


def _parted(match: re.Match[str], library: Library) -> str:
    """A first letter glued to the next word of an office's name, written out where one name alone has both ("CThương")."""
    letter, word = fold(match[1]), fold(match[2])
    found = {
        f"{first} {second}"
        for unit in library.units.values()
        for name in unit.names[:1]
        for first, second in pairwise(name.split())
        if fold(second) == word and fold(first)[:1] == letter
    }
    return found.pop() if len({fold(one) for one in found}) == 1 else match[0]


def _behind_offices(typed: str, library: Library) -> str:
    """The same for letters right behind an issuer's name, of the places that issuers of this name have: "UBND SM"."""
    issuers = [(_plain(core_key(one.issuer)), one.places[0]) for one in library.profiles if one.issuer and one.places]

    def written(match: re.Match[str]) -> str:
        before = f" {_plain(library.hear(typed[: match.start()]))}"
        names = {library.place_names[place] for issuer, place in issuers if issuer and before.endswith(f" {issuer}")}
        meant = [name for name in names if first_letters(fold(name)) == fold(match[1])]
        return f" {meant[0]}" if len(meant) == 1 else match[0]

    return _BEHIND_OFFICE.sub(written, typed)


def _with_levels(typed: str, library: Library) -> str:
    """The question with the level before the name of a loaded plan's place in full ("p. Ba Na"), and its committee."""

    def written(match: re.Match[str]) -> str:
        level = next(name for name, letters in zip(_LEVELS, match.groups(), strict=True) if letters)
        if _begins_with_place(typed[match.end() :], library):
            return f"{level} "
        return f"{_ROOM} " if match[0].strip() == _ROOM_SHORT else match[0]

    typed = _LEVEL.sub(written, typed)

    def committee(match: re.Match[str]) -> str:
        return f"{_COMMITTEE} " if _begins_with_place(typed[match.end() :], library) else match[0]

    return _BARE_COMMITTEE.sub(committee, typed)


def _begins_with_place(text: str, library: Library) -> bool:
    """Whether the first words are the name of a loaded plan's place."""
    heads, places = _places(library)
    first = sound(text.split(maxsplit=1)[0]).split()[:1]
    return (not first or first[0] in heads) and f"{sound(text)} ".startswith(places)


@once
def _places(library: Library) -> tuple[frozenset[str], tuple[str, ...]]:
    """The first words of places, and their whole names with a space behind."""
    places = [f"{place} " for profile in library.profiles for place in profile.places]
    return frozenset(place.split()[0] for place in places), tuple(places)


def _plain(spoken: str) -> str:
    """A name as names of offices are compared: by its sound, without "và"."""
    return without_and(sound(spoken))


def _with_issuers(typed: str, library: Library) -> str:
    """The question with the letters of who issued a loaded plan written out, where they are no other's and not explained."""
    known = _short_issuers(library)

    def written(match: re.Match[str]) -> str:
        before, letters = typed[: match.start()], match[0]
        own = len(letters) > _LEAST_LETTERS or _OWNED.search(before)
        return known.get(fold(letters), letters) if own and not _OTHERS_DOCUMENT.search(before) else letters

    return _OF_ISSUER.sub(written, typed)


@once
def _short_issuers(library: Library) -> Mapping[str, str]:
    """The names of issuers by their first letters and by those that close their own numbers ("12/KH-SYT")."""
    found: dict[str, dict[str, str]] = {}
    for profile, plan in zip(library.profiles, library.plans, strict=True):
        core, closing = core_key(profile.issuer), _CLOSES_NUMBER.search(plan.header.number or "")
        for letters in {first_letters(core), fold(closing[1]) if closing else ""}:
            if " " in core and len(letters) >= _LEAST_LETTERS and not library.expander.knows(letters.upper()):
                found.setdefault(letters, {}).setdefault(core, _without_territory(profile.issuer, core))
    return {letters: next(iter(names.values())) for letters, names in found.items() if len(names) == 1}


def _without_territory(issuer: str, core: str) -> str:
    words = issuer.split()
    return next((name for n in range(1, len(words)) if unit_key(name := " ".join(words[:n])) == core), issuer)


def first_letters(name: str) -> str:
    """The first letter of each word."""
    return "".join(word[:1] for word in name.split())
