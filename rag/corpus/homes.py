"""Offices of different organs that plans call by one name: a bare "Văn phòng" is another one in each organ's plan."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ingest.units import same_unit, unit_key
from rag.corpus.library import Library
from rag.corpus.profiles import Profile

_EVERY_ORGAN: Final = frozenset({"van phong", "van phong so", "lanh dao so", "thanh tra so"})
"""Keys of offices that each organ has one of, named without the organ."""
_INNER: Final = re.compile(r"(?:van phong|phong|to|bo phan|chi cuc|trung tam|khoa|doi|hat|tram)\b")
"""How the key of an office within an organ begins."""
_ROOM: Final = re.compile(r"(?:phong|to|bo phan|khoa)\b")
"""Of these a commune has its own, none of which is a department's."""
_SCALES: Final = {
    "commune": "commune",
    "district": "district",
    "province": "province",
    "department": "province",
    "ministry": "ministry",
}


@dataclass(frozen=True, slots=True)
class Home:
    """One organ's or territory's office of a name: who issued the plans that mean it, and their files."""

    issuers: tuple[str, ...]
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Where:
    """Whose office a plan means: that of an ``organ`` (a key), or of a territory of that ``scale`` when "" ."""

    organ: str
    scale: str
    places: frozenset[str]
    room: bool

    def differs(self, other: _Where) -> bool:
        """Whether the two offices cannot be one."""
        apart = bool(self.places and other.places) and not self.places & other.places
        if self.organ and other.organ:
            return apart or not same_unit(self.organ, other.organ)
        if self.room and self.scale != other.scale:
            return True
        return apart and self.scale == other.scale

    def joins(self, other: _Where) -> bool:
        """Whether the two are told as one office."""
        return bool(self.organ) == bool(other.organ) and self.scale == other.scale and not self.differs(other)


def homes(key: str, library: Library, plans: Iterable[int]) -> tuple[Home, ...]:
    """The offices that ``plans``, by number, mean by the name of ``key``, in their order; none where it may be one office.

    Plans of one place, or of a level from which the place cannot be told, are given the benefit of the doubt.
    """
    where = {number: _where(key, library.profiles[number]) for number in sorted(set(plans))}
    groups: list[list[int]] = []
    for number, one in where.items():
        group = next((group for group in groups if all(one.joins(where[other]) for other in group)), None)
        if group is None:
            groups.append([number])
        else:
            group.append(number)
    firsts = [where[group[0]] for group in groups]
    if not any(one.differs(other) for one in firsts for other in firsts):
        return ()
    return tuple(_home(library, group) for group in groups)


def _where(key: str, profile: Profile) -> _Where:
    inner = _INNER.match(key) is not None
    organ = profile.issuer_key if key in _EVERY_ORGAN or (inner and profile.level == "department") else ""
    scale = _SCALES.get(profile.level, "")
    return _Where(organ, scale, frozenset(profile.places) if scale else frozenset(), _ROOM.match(key) is not None)


def _home(library: Library, group: Iterable[int]) -> Home:
    plans = [library.plans[number] for number in group]
    named = {unit_key(plan.header.issuer): plan.header.issuer for plan in plans if plan.header.issuer}
    return Home(tuple(named.values()), tuple(plan.file for plan in plans))
