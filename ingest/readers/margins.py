"""What stands round the text of a page and is no part of it: page numbers and running heads; and footnotes, kept apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.readers.sheet import Line, Sheet, Word, lines_of

_PAGE_NUMBER = re.compile(
    r"(?:(?P<word>Trang|trang|TRANG)\s+|[-–]\s*)?(?P<number>\d{1,3})(?:\s*(?:/|trên)\s*\d{1,3})?(?:\s*[-–])?"
)
_TOP, _FOOT = 0.11, 0.9  # of a page's height: what stands beyond may be its number or running head
_OFTEN = 3  # pages that print the same words at the same height
_DEEP = 2  # lines
_LETTERS = re.compile(r"[\W\d_Il|]+")  # what is left out; bars too, of which a scan may show one more or less
_NOTE = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+\s*\S")
_NOTE_SIZE = 0.93  # of the size of a page's letters
_NOTES_BEGIN = 0.4  # of a page's height: footnotes stand below


@dataclass(frozen=True, slots=True)
class _Edge:
    """A line near the top or the foot of a page."""

    page: int
    line: Line
    key: tuple[str, bool]

    @property
    def offset(self) -> int | None:
        """By how much the page's number differs from its turn, where the line is a number alone."""
        number = _PAGE_NUMBER.fullmatch(self.line.text)
        return int(number["number"]) - self.page if number else None


def without_margins(pages: Sequence[tuple[Sheet, Sequence[Word]]]) -> list[list[Word]]:
    """The words of pages outside their tables, without page numbers and what several pages print in the same place."""
    edges = [edge for sheet, words in pages for edge in _edges(sheet, words)]
    seen = Counter(key for _, key in {(edge.page, edge.key) for edge in edges if not edge.line.text.isdigit()})
    often = max(_OFTEN, len(pages) // 3)
    offsets = Counter(edge.offset for edge in edges if edge.offset is not None)
    numbered = {offset for offset, times in offsets.items() if 2 * times >= len(pages)}
    gone = {
        id(word) for edge in edges if seen[edge.key] >= often or edge.offset in numbered for word in edge.line.words
    }
    return [[word for word in words if id(word) not in gone] for _, words in pages]


def _edges(sheet: Sheet, words: Sequence[Word]) -> list[_Edge]:
    lines = lines_of(words)
    top = [line for line in lines[:_DEEP] if line.box.y1 < _TOP * sheet.height]
    foot = [line for line in lines[-_DEEP:] if line.box.y0 > _FOOT * sheet.height]
    found = [_Edge(sheet.number, line, _key(line, top=True)) for line in top]
    return found + [_Edge(sheet.number, line, _key(line, top=False)) for line in foot]


def _key(line: Line, *, top: bool) -> tuple[str, bool]:
    return _LETTERS.sub("", line.text).lower() or line.text, top


def notes_at(lines: Sequence[Line], sheet: Sheet, size: float) -> int:
    """How many of a page's lines of prose stand above its footnotes; ``size`` is that of its letters."""
    first = len(lines)
    for number in range(len(lines) - 1, -1, -1):
        line = lines[number]
        if line.size > _NOTE_SIZE * size or line.box.y0 < _NOTES_BEGIN * sheet.height:
            break
        if _NOTE.match(line.text):
            first = number
    return first
