"""What one row meets: a unit in a role, a place by its numbering, a deadline."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from ingest.dues import parse_due
from ingest.folding import fold
from ingest.plan import Clause, Due, DueKind
from ingest.units import same_unit, starts_like_unit, unit_key
from rag.corpus.collectives import members
from rag.corpus.entries import Entry
from rag.corpus.naming import is_shortened, is_slip
from rag.language.words import sound
from rag.mentions.levelwide import level_named
from rag.mentions.periods import Period
from rag.mentions.pointers import annex_label

_ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_SHORTEST_NAME: Final = 3
_MOST_LEFT_OUT: Final = 4
"""Words: "Sở Khoa học" may stand for "Sở Khoa học và Công nghệ", "Sở" for nothing."""
_SECTION: Final = re.compile(r"(?:[IVXLC]+|\d{1,2}|[A-Z])(?:/|$)")
_LEVELS: Final = ("tinh", "thanh pho", "huyen", "quan", "thi xa", "xa", "phuong", "dac khu", "thi tran")
_BEFORE_DAY: Final = re.compile(r"\W*truoc (?:ngay )?\d{1,2}[/.-]\d")
"""Folded: the deadline is the day before the one printed, which people ask for in the same words."""
_BEFORE_STRETCH: Final = re.compile(
    r"\btruoc (?:thang |quy |nam )?(?:\d{1,2}[/.-]20\d\d|[ivx]+[/.-]20\d\d|thang \d|20\d\d)"
)
"""Folded: the deadline is the eve of the month, quarter or year printed."""
_SEVERAL: Final = re.compile(
    r"\b(thang|quy) ((?:\d{1,2}|[ivx]+)(?:\s*(?:,|;|va)\s*(?:thang |quy )?(?:\d{1,2}|[ivx]+)\b)+)(?!\s*-)"
)
_KINDS: Final = frozenset({"cac phong", "cac so", "cac xa", "cac phuong", "cac truong", "cac thon"})
"""Keys of offices of one kind together, which plans print with more words ("Các phòng chuyên môn")."""
_CONCERNED: Final = " lien quan"
"""What the name of several offices may leave out ("các cơ quan, đơn vị liên quan")."""
_OF_A_WHOLE: Final = frozenset(
    {"van phong", "lanh dao", "cong doan", "dang uy", "doan thanh nien", "van phong dang uy"}
)
"""Keys of offices behind which the name of their organ stands, not another office ("Văn phòng UBND tỉnh")."""
_HEADS: Final = frozenset({"so", "bo", "cuc", "truong", "vien"})
"""First words of organs whose offices go by that word alone ("Văn phòng Sở")."""
_MONTHS: Final = re.compile(r"thang|quy|/\s?20\d\d")
"""Of a stretch that prints more than years."""
_ENDS_IN_QUARTER: Final = re.compile(r"\bquy (?:[ivx]+|\d)(?:\s*/\s*|\s+nam\s+)?(?:20\d\d)?\W*$")
_QUARTER: Final = 80
"""Days; a quarter has more."""
DAYLESS: Final = (DueKind.CONTINUOUS, DueKind.RECURRING, DueKind.EVENT)


def names_unit(units: Sequence[str], key: str, *, whole: bool = False, places: frozenset[str] = frozenset()) -> bool:
    """Whether one of ``units`` is the office of ``key``; a ``whole`` key is no part of a longer name.

    A name goes on with its level and its place, one of ``places`` (sound forms), or leaves either out; a slip of the
    fingers makes no other office.
    """
    return any(_names(unit, key, places, whole=whole) for unit in units)


@lru_cache(maxsize=65536)  # a plan prints few names many times
def _names(unit: str, key: str, places: frozenset[str], *, whole: bool) -> bool:
    return (
        unit_key(unit).removesuffix(_CONCERNED) == key.removesuffix(_CONCERNED)
        or same_unit(unit, key)
        or (key in _KINDS and f"{unit_key(unit)} ".startswith(f"{key} "))
        or _is_followed(unit, key)
        or is_shortened(unit_key(unit), key)
        or is_slip(unit_key(unit), key)
        or (bool(places) and _differ_by_place(unit_key(unit), key, places))
        or (level_named(key) != "" and level_named(key) == level_named(unit_key(unit)))
        or key in map(unit_key, members(unit))
        or (not whole and _goes_on(unit_key(unit), key))
    )


def is_of_kind(units: Sequence[str], key: str) -> bool:
    """Whether one of ``units`` is an office of the kind that is named in the plural ("các phòng"), whatever its name."""
    return key in _KINDS and any(f"{unit_key(unit)} ".startswith(f"{key.partition(' ')[2]} ") for unit in units)


def _differ_by_place(one: str, other: str, places: frozenset[str]) -> bool:
    """Whether two keys are one long name with different tails ("… tỉnh", "… tỉnh A", "… A") that do not disagree."""
    (name, level, place), (same, other_level, other_place) = _parted(one, places), _parted(other, places)
    alike = name == same and len(name.split()) > _SHORTEST_NAME
    return (
        alike
        and (not level or not other_level or level == other_level)
        and (not place or place == other_place or not other_place)
    )


@lru_cache(maxsize=8192)  # the names of a plan, each held against every office asked about
def _parted(key: str, places: frozenset[str]) -> tuple[str, str, str]:
    """A unit's key as its name, the level and the place that close it; "" for what it leaves out."""
    heard = f" {sound(key)}"
    place = max((one for one in places if heard.endswith(f" {one}")), key=len, default="")
    heard = heard[: len(heard) - len(place)].rstrip() if place else heard
    level = next((one for one in map(sound, _LEVELS) if heard.endswith(f" {one}")), "")
    return (heard[: len(heard) - len(level)] if level else heard).strip(), level, place


def _is_followed(unit: str, key: str) -> bool:
    """Whether another office stands right behind the asked one with nothing between ("UBND cấp xã Hội Nông dân")."""
    words = unit.split()
    return key not in _OF_A_WHOLE and any(
        unit_key(" ".join(words[:n])) == key and words[n][:1].isupper() and starts_like_unit(" ".join(words[n:]))
        for n in range(2, len(words) - 1)
    )


def _goes_on(printed: str, asked: str) -> bool:
    """Whether the printed name only goes on where the asked one stops."""
    size = len(asked.split())
    return size >= _SHORTEST_NAME and printed.startswith(asked + " ") and len(printed.split()) - size <= _MOST_LEFT_OUT


def in_annex(entry: Entry, label: str) -> bool:
    """Whether the row stands in an annex of that numeral ("III", "2", "I|II"; "" is any annex)."""
    return entry.annex is not None and is_annex(entry.annex, label)


def is_annex(name: str, label: str) -> bool:
    """Whether an annex of that name bears the numeral, in either numbering, or one of several ("III", "2", "I|II"; "" is any)."""
    return not label or any(annex_label(name) in (one, other_numeral(one)) for one in label.split("|"))


def in_the_body(entry: Entry) -> bool:
    """Whether the row stands in a table of the plan's body, which its section names, not in an annex."""
    return entry.annex is not None and _SECTION.match(entry.annex) is not None


def other_numeral(label: str) -> str:
    """A Roman numeral up to XII for a figure and the other way round; any other label itself."""
    if label.isdigit():
        return _ROMAN[int(label) - 1] if 0 < int(label) <= len(_ROMAN) else label
    return str(_ROMAN.index(label) + 1) if label in _ROMAN else label


def in_group(entry: Entry, label: str) -> bool:
    """Whether the row stands in the group of that numeral, or of one of those parted by "|"; a part holds its groups."""
    if entry.group is None:
        return False
    group = entry.group.upper()
    outer, _, inner = group.rpartition("/")
    return any(one in (group, inner, outer) for one in label.upper().split("|"))


def numbered_within(entry: Entry, numbers: tuple[int, int]) -> bool:
    """Whether the row, or the one it is a part of, bears a number of the stretch."""
    if isinstance(entry.row, Clause) or entry.annex is None:
        return False
    number = re.match(r"\d+", entry.row.ordinal)
    return number is not None and numbers[0] <= int(number[0]) <= numbers[1]


def under_path(entry: Entry, path: str) -> bool:
    """Whether the entry stands in prose under those headings, be it a row of a table there."""
    return under_place(entry.locator, path)


def under_place(locator: str, path: str) -> bool:
    """Whether a place is that one or under it; point 2.1 stands under 2."""
    return locator == path or locator.startswith((f"{path}/", f"{path}-", f"{path}."))


def child_of(entry: Entry, ordinal: str) -> bool:
    """Whether the row is a direct part of the row with that ordinal."""
    return entry.parent is not None and entry.parent.rpartition("/")[2] == ordinal


def at_home(key: str, issuer: str) -> tuple[str, ...]:
    """What the plan of a "Sở", whose key ``issuer`` is, calls its own "Văn phòng Sở": "Văn phòng", and the other way round."""
    head = issuer.partition(" ")[0]
    if key in _OF_A_WHOLE and head in _HEADS:
        return (f"{key} {head}",)
    room, _, whole = key.rpartition(" ")
    return (room,) if room and whole and issuer.startswith(f"{whole} ") else ()


_OF_LEVEL: Final = {
    " phuong": frozenset({"commune"}),
    " xa": frozenset({"commune"}),
    " thi tran": frozenset({"commune"}),
    " tinh": frozenset({"ministry", "province", "district", "department", "other", ""}),
}
"""Levels of the plans in which an office printed without its level may be one of that level."""


def of_level(units: tuple[str, ...], key: str, level: str) -> tuple[str, ...]:
    """The units without those printed as the office of ``key`` but for its level, where a plan of ``level`` leaves out another.

    "Công đoàn" in a school's plan is no "Công đoàn phường", in a ward's it is.
    """
    tail = next((one for one in _OF_LEVEL if key.endswith(one)), "")
    if not tail or level in _OF_LEVEL[tail]:
        return units
    return tuple(unit for unit in units if unit_key(unit) != key.removesuffix(tail))


_COLUMN_OF_TIME: Final = re.compile(
    r"(?:t|thang)\.?\s*0?(?P<month>[1-9]|1[0-2])(?:\s*/\s*(?P<year>20\d\d))?|(?:q|quy)\.?\s*(?P<quarter>iv|i{1,3}|[1-4])"
)
"""Folded: a header that is a month or a quarter; the cells under it only mark it."""
_NO_MARK: Final = " -–.0"


def due_in(entry: Entry, period: Period) -> bool:
    """Whether the row's deadline, its last day, falls into the period or one named beside it; what only recurs has none."""
    return any(_due_in(entry, one) for one in (period, *period.also))


def _due_in(entry: Entry, period: Period) -> bool:
    when = entry.when
    if when is None or when.end is None or when.kind in DAYLESS:
        return False
    if marked := marked_times(entry, when.end.year):
        first, last = period.start or date.min, period.end or date.max
        return any(one.start <= last and first <= one.end for one in marked if one.start and one.end)
    printed = fold(entry.field("due").text)
    last_day = period.holds(when.end) or (bool(_BEFORE_DAY.match(printed)) and period.holds(when.end - timedelta(1)))
    bounded = period.start is not None and period.end is not None
    return last_day or (bounded and any(period.holds(day) for day in _listed(printed, when.end)))


def marked_times(entry: Entry, year: int | None) -> tuple[Due, ...]:
    """The months and quarters under whose names the row has a mark ("T7 | x"): it is worked at in each of them."""
    cells = entry.cells or entry.other
    columns = ((_COLUMN_OF_TIME.fullmatch(fold(header).strip()), cell.text) for header, cell in cells)
    told = (
        (column["quarter"], column["month"], column["year"] or year)
        for column, text in columns
        if column and text.strip(_NO_MARK)
    )
    days = (parse_due(f"{'quý' if quarter else 'tháng'} {quarter or month}/{of}", year) for quarter, month, of in told)
    return tuple(day for day in days if day is not None)


def is_over(entry: Entry, day: date) -> bool:
    """Whether the row's deadline lies before ``day``; what goes on all the time is never over."""
    when = entry.when
    return bool(when and when.end and when.end < day and when.kind is not DueKind.CONTINUOUS)


def time_cells(entry: Entry) -> str:
    """The sound form of what the row prints about time: its deadline and its note."""
    return sound(f"{entry.field('due').text} | {entry.field('note').text}")


def due_dates(entry: Entry) -> tuple[date, ...]:
    """Each day by which the row is due, in order: one, or several where months are listed; none without a deadline."""
    when = entry.when
    if when is None or when.end is None or when.kind in DAYLESS:
        return ()
    return tuple(sorted({*_listed(fold(entry.field("due").text), when.end), when.end}))


def _listed(printed: str, last: date) -> Iterator[date]:
    """The last days of months or quarters that a cell lists one by one ("Tháng 3, 9/2026"), the last one left out."""
    found = _SEVERAL.search(printed)
    for number in re.findall(r"[ivx]+|\d+", found[2])[:-1] if found else ():
        value = int(number) if number.isdigit() else _ROMAN.index(number.upper()) + 1
        month = value * (3 if found and found[1] == "quy" else 1)
        if 0 < month <= 12:
            yield date(last.year, month, monthrange(last.year, month)[1])


def is_eve(entry: Entry, period: Period) -> bool:
    """Whether the deadline is printed as the time before what follows the period: "trước 02/2026" for January."""
    when = entry.when
    if when is None or when.start is not None or when.end != period.end:
        return False
    return bool(_BEFORE_STRETCH.search(fold(entry.field("due").text)))


def prints(entry: Entry, period: Period) -> bool:
    """Whether the row prints the month, day or quarter asked for itself, not a longer or shorter stretch that ends with it."""
    when = entry.when
    if when is None or when.start is None or when.end is None or period.start is None or period.end is None:
        return True
    own, asked = (when.end - when.start).days, (period.end - period.start).days
    if when.kind is DueKind.RANGE:
        printed = fold(entry.field("due").text)
        return asked >= _QUARTER or (_MONTHS.search(printed) is not None and not _ENDS_IN_QUARTER.search(printed))
    return own <= asked + 1 and (asked < _QUARTER or own >= _QUARTER)
