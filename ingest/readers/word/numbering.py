"""Numbers that Word computes for list items and prints before their words: "1.", "a)", "I.", "-"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ingest.readers.word.ooxml import W, child, number, switch, value
from ingest.readers.word.styles import Style, Styles
from ingest.readers.word.symbols import bullet

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LEVELS = 9
_LONGEST = 60  # characters round a number
_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
_ROMAN_SMALL = ((9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: the sort of its numbers, the words round them, what restarts it."""

    sort: str = "decimal"
    words: str = ""
    start: int = 1
    suffix: str = "tab"
    restart: int | None = None  # after a number of this level or a wider one, from 1; 0 never; None after any wider one
    legal: bool = False  # wider levels print decimal figures
    style: str | None = None


@dataclass(frozen=True, slots=True)
class _List:
    """A list: which counters it shares with others, its levels, and where it starts anew."""

    shared: int
    levels: dict[int, Level]
    starts: dict[int, int]


def _level(element: Element) -> Level:
    sort = value(element, "numFmt") or "decimal"
    words = (value(element, "lvlText") or "")[:_LONGEST]
    if sort == "bullet":
        words = bullet(words, value(element, "rPr", "rFonts", attribute="ascii"))
    start = number(element, "start")
    return Level(
        sort=sort,
        words=words,
        start=1 if start is None else start,
        suffix=value(element, "suff") or "tab",
        restart=number(element, "lvlRestart"),
        legal=bool(switch(element, "isLgl")),
        style=value(element, "pStyle"),
    )


@dataclass(slots=True)
class Numbering:
    """The lists of one file and how far each has counted. Ask for each paragraph once, in document order."""

    styles: Styles
    lists: dict[int, _List] = field(default_factory=dict)
    _counts: dict[int, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[int, int]] = field(default_factory=set)

    @classmethod
    def read(cls, root: Element | None, styles: Styles) -> Numbering:
        """From the root of numbering.xml; None where the file has none."""
        if root is None:
            return cls(styles)
        abstract = {number(found, attribute="abstractNumId"): found for found in root.iter(f"{W}abstractNum")}
        used = {number(found, attribute="numId"): found for found in root.iter(f"{W}num")}
        lists = {}
        for name, found in used.items():
            shared = number(found, "abstractNumId")
            base = _defined(abstract.get(shared), abstract, used, styles)
            if name is not None and shared is not None and base is not None:
                lists[name] = _list(shared, base, found)
        return cls(styles, lists)

    def of(self, style: Style) -> str:
        """What Word prints before the words of the next paragraph, "" where it has no number."""
        found = self.lists.get(style.num or 0)
        if found is None:
            return ""
        depth = style.depth
        if depth is None:
            depth = next((at for at, level in found.levels.items() if level.style and level.style == style.name), 0)
        level = found.levels.get(depth)
        if level is None:
            return ""
        counts = self._count(found, style.num or 0, depth)
        words = _PLACE.sub(lambda place: _printed(found, counts, int(place.group(1)) - 1, level), level.words)
        return words + ("" if level.suffix == "nothing" else " ") if words.strip() else ""

    def _count(self, found: _List, num: int, depth: int) -> dict[int, int]:
        counts = self._counts.setdefault(found.shared, {})
        anew = depth in found.starts and (num, depth) not in self._begun
        self._begun.add((num, depth))
        if anew or depth not in counts:
            counts[depth] = found.starts.get(depth, found.levels[depth].start)
        else:
            counts[depth] += 1
        for deeper in [at for at in counts if at > depth]:
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or depth + 1 <= restart:
                del counts[deeper]
        return counts


def _defined(
    element: Element | None, abstract: dict[int | None, Element], used: dict[int | None, Element], styles: Styles
) -> Element | None:
    """The definition itself, where one only names the list style that holds it."""
    linked = value(element, "numStyleLink")
    if linked is None:
        return element
    target = used.get(styles.style(linked).num)
    return abstract.get(number(target, "abstractNumId")) if target is not None else element


def _list(shared: int, base: Element, used: Element) -> _List:
    levels = {number(one, attribute="ilvl") or 0: _level(one) for one in base.iter(f"{W}lvl")}
    starts: dict[int, int] = {}
    for change in used.iter(f"{W}lvlOverride"):
        depth = number(change, attribute="ilvl") or 0
        own = child(change, "lvl")
        if own is not None:
            levels[depth] = _level(own)
        start = number(change, "startOverride")
        if start is not None:
            starts[depth] = start
            levels[depth] = replace(levels.get(depth, Level()), start=start)
    return _List(shared, {at: level for at, level in levels.items() if at < _LEVELS}, starts)


def _printed(found: _List, counts: dict[int, int], at: int, level: Level) -> str:
    own = found.levels.get(at, Level())
    return figure(counts.get(at, own.start), "decimal" if level.legal else own.sort)


def figure(count: int, sort: str) -> str:
    """A number as Word prints it in one of its sorts; sorts that no plan uses come out as decimals."""
    if sort in ("none", "bullet"):
        return ""
    if sort in ("upperRoman", "lowerRoman"):
        return _cased(_roman(count), sort)
    if sort in ("upperLetter", "lowerLetter") and count > 0:
        turn, letter = divmod(count - 1, 26)
        return _cased(chr(ord("a") + letter) * min(turn + 1, 100), sort)
    return f"{count:02}" if sort == "decimalZero" else str(count)


def _cased(words: str, sort: str) -> str:
    return words.upper() if sort.startswith("upper") else words


def _roman(count: int) -> str:
    if not 0 < count < 5000:
        return str(count)
    words = ""
    for worth, letters in (*_ROMAN, *_ROMAN_SMALL):
        words += letters * (count // worth)
        count %= worth
    return words
