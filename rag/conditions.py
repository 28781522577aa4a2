"""What one row meets: a unit in a role, a place by its numbering, a deadline."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ingest.plan import DueKind
from ingest.units import same_unit, starts_like_unit, unit_key
from rag.entries import Entry
from rag.periods import Period

_ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_SHORTEST_NAME: Final = 3
_MOST_LEFT_OUT: Final = 4
"""Words: "Sở Khoa học" may stand for "Sở Khoa học và Công nghệ", "Sở" for nothing."""
_DAYLESS: Final = (DueKind.CONTINUOUS, DueKind.RECURRING, DueKind.EVENT)


def names_unit(units: Sequence[str], key: str, *, whole: bool = False) -> bool:
    """Whether one of ``units`` is the office of ``key``; a ``whole`` key is no part of a longer name."""
    return any(
        unit_key(unit) == key
        or same_unit(unit, key)
        or _is_followed(unit, key)
        or (not whole and _goes_on(unit_key(unit), key))
        for unit in units
    )


def _is_followed(unit: str, key: str) -> bool:
    """Whether another office stands right behind the asked one with nothing between ("UBND cấp xã Hội Nông dân")."""
    words = unit.split()
    return any(
        unit_key(" ".join(words[:n])) == key and words[n][:1].isupper() and starts_like_unit(" ".join(words[n:]))
        for n in range(2, len(words) - 1)
    )


def _goes_on(printed: str, asked: str) -> bool:
    """Whether the printed name only goes on where the asked one stops."""
    size = len(asked.split())
    return size >= _SHORTEST_NAME and printed.startswith(asked + " ") and len(printed.split()) - size <= _MOST_LEFT_OUT


def in_annex(entry: Entry, label: str) -> bool:
    """Whether the row stands in an annex of that numeral ("III", "2", "I|II"; "" is any annex)."""
    if entry.annex is None:
        return False
    own = entry.annex.split()[-1].upper().lstrip("0")
    return not label or any(own in (one, other_numeral(one)) for one in label.split("|"))


def other_numeral(label: str) -> str:
    """A Roman numeral up to XII for a figure and the other way round; any other label itself."""
    if label.isdigit():
        return _ROMAN[int(label) - 1] if 0 < int(label) <= len(_ROMAN) else label
    return str(_ROMAN.index(label) + 1) if label in _ROMAN else label


def in_group(entry: Entry, label: str) -> bool:
    """Whether the row stands in the group of that numeral."""
    return entry.group is not None and entry.group.upper().split("/")[-1] == label.upper()


def under_path(entry: Entry, path: str) -> bool:
    """Whether the entry stands in prose under those headings."""
    return entry.annex is None and (entry.locator == path or entry.locator.startswith(path + "/"))


def child_of(entry: Entry, ordinal: str) -> bool:
    """Whether the row is a direct part of the row with that ordinal."""
    return entry.parent is not None and entry.parent.rpartition("/")[2] == ordinal


def due_in(entry: Entry, period: Period) -> bool:
    """Whether the row's deadline, its last day, falls into the period; what only recurs or goes on has none."""
    when = entry.when
    return when is not None and when.end is not None and when.kind not in _DAYLESS and period.holds(when.end)


def coarser(entry: Entry, period: Period) -> bool:
    """Whether the row prints a longer stretch (a quarter, a year) than the month or day asked for as printed."""
    when = entry.when
    if when is None or when.start is None or when.end is None or period.start is None or period.end is None:
        return False
    return (when.end - when.start).days > (period.end - period.start).days + 1
