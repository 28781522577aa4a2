"""Words in two columns with no rulings: letterhead and motto, recipients and signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.readers.sheet import Line, Place, Word, around, line_of, lines_of

_GUTTER = 1.7  # of a line's height: a gap that parts columns
_NARROWEST = 6.0  # points of gutter that the columns must leave between them
_FAR = 7.0  # of a line's height: white space that ends the columns
_CENTRED = 0.025  # of the page's width: how far from the middle a title may stand
_ASIDE = 0.08  # of the page's width: how far from the middle a column stands
_ENDS = re.compile(r"[.:;]$")
_MOTTO = re.compile(  # of four words; behind others in capitals it stands in a letterhead, never inside prose
    r"CỘNG HÒA XÃ HỘI|CỘNG HOÀ XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT$|Độc lập [-–] Tự$"
)
_MARK = re.compile(r"[-+*•–▪►]|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[IVXLC]{1,5}|[A-ZĐ])[.)/]?")


@dataclass(frozen=True, slots=True)
class Sides:
    """Two columns side by side, each from the top down."""

    left: tuple[Line, ...]
    right: tuple[Line, ...]

    @property
    def box(self) -> Place:
        """The place of both."""
        return around([line.box for line in (*self.left, *self.right)])


def flow_of(words: Sequence[Word], middle: float, width: float) -> list[Line | Sides]:
    """The words of a page outside its tables, from the top down; ``middle`` of the text on a page of this ``width``."""
    lines = [piece for line in lines_of(words) for piece in _pieces(line)]
    lines.sort(key=lambda line: (line.box.middle[1], line.box.x0))
    flow: list[Line | Sides] = []
    at = 0
    while at < len(lines):
        end, sides = _sides(lines, at, middle, width)
        flow.append(sides or lines[at])
        at = end
    return flow


def _pieces(line: Line) -> list[Line]:
    """A line cut at its wide gaps, and where a motto begins however near; a list mark stays with its words."""
    cuts = [0]
    for number, (word, after) in enumerate(zip(line.words, line.words[1:], strict=False), 1):
        marks = number == cuts[-1] + 1 and _MARK.fullmatch(word.text)
        wide = after.box.x0 - word.box.x1 > _GUTTER * line.size and not marks
        if wide or (word.text.isupper() and _MOTTO.match(_ahead(line, number))):
            cuts.append(number)
    return [line_of(line.words[start:end]) for start, end in zip(cuts, [*cuts[1:], None], strict=True)]


def _ahead(line: Line, number: int) -> str:
    return " ".join(word.text for word in line.words[number : number + 4])


def _level(one: Line, other: Line) -> bool:
    """Whether two lines stand beside each other."""
    overlap = min(one.box.y1, other.box.y1) - max(one.box.y0, other.box.y0)
    return overlap > 0.5 * min(one.box.height, other.box.height)


def _sides(lines: Sequence[Line], at: int, middle: float, width: float) -> tuple[int, Sides | None]:
    """Two columns that begin at a line, and the line after them; (at + 1, None) where none begin."""
    first = lines[at]
    beside = [line for line in lines[at + 1 : at + 3] if _level(first, line)]
    if not beside:
        return at + 1, None
    left, right = sorted((first, beside[0]), key=lambda line: line.box.x0)
    low, high = left.box.x1, right.box.x0
    columns: tuple[list[Line], list[Line]] = ([], [])
    end, foot = at, first.box.y1
    for line in lines[at:]:
        if line.box.y0 - foot > _FAR * line.size:
            break
        if line.box.x1 <= high - _NARROWEST:
            side, low = 0, max(low, line.box.x1)
        elif line.box.x0 >= low + _NARROWEST:
            side, high = 1, min(high, line.box.x0)
        else:
            break
        alone = not any(_level(line, other) for other in lines[max(0, end - 2) : end + 3] if other is not line)
        if alone and _is_title(line, columns, middle, width):
            break
        columns[side].append(line)
        end, foot = end + 1, max(foot, line.box.y1)
    if not all(columns):
        return at + 1, None
    return end, Sides(tuple(columns[0]), tuple(columns[1]))


def _is_title(line: Line, columns: tuple[list[Line], list[Line]], middle: float, width: float) -> bool:
    """Whether a line by itself stands in the middle of the page and the columns above it do not."""
    if abs(line.box.middle[0] - middle) > _CENTRED * width:
        return False
    places = [around([one.box for one in column]).middle[0] for column in columns if column]
    return all(abs(place - middle) > _ASIDE * width for place in places)


def column_text(lines: Sequence[Line]) -> str:
    """The lines of a column one below the other; what begins with a small letter or a figure carries on the line above."""
    text = lines[0].text
    for above, line in pairwise(lines):
        goes_on = line.text[0].islower() or (line.text[0].isdigit() and not _ENDS.search(above.text))
        text += f" {line.text}" if goes_on else f"\n{line.text}"
    return text
