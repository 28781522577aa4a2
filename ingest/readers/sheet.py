"""A page as a reader sees it before it knows any meaning: words and rulings, each where it stands.

Both the reader of PDF text and the reader of scans make sheets; what comes after is the same for both.
Coordinates are points (1/72 inch) of the page as it is looked at, from its top left corner, y downwards.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Place:
    """A box on a page: left, top, right, bottom."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.y1 - self.y0

    @property
    def middle(self) -> tuple[float, float]:
        """The point in the middle."""
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2

    def holds(self, point: tuple[float, float]) -> bool:
        """Whether a point lies inside or on the edge."""
        return self.x0 <= point[0] <= self.x1 and self.y0 <= point[1] <= self.y1


def around(boxes: Sequence[Place]) -> Place:
    """The smallest box that holds them all."""
    return Place(
        min(box.x0 for box in boxes),
        min(box.y0 for box in boxes),
        max(box.x1 for box in boxes),
        max(box.y1 for box in boxes),
    )


@dataclass(frozen=True, slots=True)
class Word:
    """Letters without white space among them.

    ``glued``: nothing parts it from the word before it on its line (a raised figure, a change of font).
    ``spaced``: the file types a space after it. ``confidence`` is 0 to 1, None where nothing had to be guessed.
    ``font`` is named where it is one from before Unicode, whose letters are still to be turned. ``aside``: it is printed
    sideways.
    """

    text: str
    box: Place
    bold: bool = False
    glued: bool = False
    spaced: bool = False
    confidence: float | None = None
    font: str = ""
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Ruling:
    """A straight line, level or upright: its place on the axis across it and where it begins and ends."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page; ``number`` counts from 1."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    level: tuple[Ruling, ...] = ()
    upright: tuple[Ruling, ...] = ()


_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SMALL = 0.87  # of the line's height: a raised figure is smaller
_LIFTED = 0.12  # of the line's height: its foot stands higher
_BENEATH, _LOWER = 0.4, 0.4  # of the smaller of two words: how far one stands under the other, and lower
_SAME_LINE = 0.5  # of the lower of two boxes: what must overlap


@dataclass(frozen=True, slots=True)
class Line:
    """Words side by side, from left to right; ``size`` is the height of most of them."""

    words: tuple[Word, ...]
    text: str
    box: Place
    size: float

    @property
    def bold(self) -> bool:
        """Whether every word with a letter in it is bold."""
        worded = [word for word in self.words if any(map(str.isalnum, word.text))]
        return bool(worded) and all(word.bold for word in worded)

    @property
    def spaced(self) -> bool:
        """Whether the file types a space after the last word."""
        return self.words[-1].spaced


def raised(text: str) -> str:
    """A figure as the mark of a footnote; any other text as it is."""
    return text.translate(_RAISED) if re.fullmatch(r"\d{1,2}", text) else text


def lines_of(words: Sequence[Word]) -> list[Line]:
    """The words as lines from the top down; words whose boxes overlap in height stand on one line.

    Not so where one stands under the other: lines of small letters beside a column of larger ones both overlap with its.
    """
    held: list[list[Word]] = []
    boxes: list[tuple[float, float]] = []
    for word in sorted(words, key=lambda word: (word.box.y0 + word.box.y1, word.box.x0)):
        best, share = -1, _SAME_LINE
        for number in range(max(0, len(held) - 4), len(held)):
            top, foot = boxes[number]
            low = min(word.box.height, foot - top) or 1.0
            overlap = (min(foot, word.box.y1) - max(top, word.box.y0)) / low
            if overlap >= share and not _under(word, held[number]):
                best, share = number, overlap
        if best < 0:
            held.append([word])
            boxes.append((word.box.y0, word.box.y1))
        else:
            held[best].append(word)
            top, foot = boxes[best]
            boxes[best] = (min(top, word.box.y0), max(foot, word.box.y1))
    return sorted((line_of(line) for line in held), key=lambda line: line.box.y0)


def _under(word: Word, line: Sequence[Word]) -> bool:
    """Whether a word stands lower than one of a line and under it."""
    low, left, right = word.box.middle[1], word.box.x0, word.box.x1
    return any(
        min(other.box.x1, right) - max(other.box.x0, left) > _BENEATH * min(other.box.width, word.box.width)
        and abs(low - other.box.middle[1]) > _LOWER * min(other.box.height, word.box.height)
        for other in line
    )


def line_of(words: Sequence[Word]) -> Line:
    """One line of these words, raised figures written as such."""
    ordered = tuple(sorted(words, key=lambda word: word.box.x0))
    size = median(sorted(word.box.height for word in ordered for _ in word.text))
    foot = median(sorted(word.box.y1 for word in ordered for _ in word.text))
    text = ""
    for word in ordered:
        lifted = word.box.height < _SMALL * size and foot - word.box.y1 > _LIFTED * size
        printed = raised(word.text) if lifted else word.text
        text += printed if not text or word.glued else f" {printed}"
    return Line(ordered, text, around([word.box for word in ordered]), size)
