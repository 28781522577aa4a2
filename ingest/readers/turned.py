"""Text of a PDF page that does not stand upright: titles of narrow columns printed sideways, stamps, watermarks.

Words turned by a quarter are read in their own direction and then stood one below the other in the box they fill. What
leans otherwise is laid over a page and is no part of its text.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import atan2, pi
from typing import Any

import pypdfium2.raw as pdfium

from ingest.readers.sheet import Line, Place, Word, around, lines_of

_LEANS = 0.1  # of a quarter, some nine degrees: letters of a crooked page still stand upright
_BESIDE = 0.8  # of a line's height: lines nearer than this belong together


def turns_of(text: Any) -> list[int | None]:
    """By how many quarters each letter of a page is turned; None where it leans. What pdfium guesses goes with the letter before."""
    matrix = pdfium.FS_MATRIX()
    found: list[int | None] = []
    for at in range(pdfium.FPDFText_CountChars(text)):
        if found and pdfium.FPDFText_IsGenerated(text, at):
            found.append(found[-1])
            continue
        known = pdfium.FPDFText_GetMatrix(text, at, ctypes.byref(matrix))
        quarters = atan2(matrix.b, matrix.a) / (pi / 2) if known and (matrix.a or matrix.b) else 0.0
        nearest = round(quarters)
        found.append(nearest % 4 if abs(quarters - nearest) <= _LEANS else None)
    return found


def stood(words: Sequence[Word]) -> Iterator[tuple[Place, list[tuple[str, bool]]]]:
    """Blocks of words as they read: the box of each where it was read, and its words with whether each is bold."""
    block: list[Line] = []
    for line in lines_of(words):
        if block and not _goes_on(block[-1], line):
            yield _settled(block)
            block = []
        block.append(line)
    if block:
        yield _settled(block)


def _goes_on(above: Line, line: Line) -> bool:
    beside = min(above.box.x1, line.box.x1) > max(above.box.x0, line.box.x0)
    return beside and line.box.y0 - above.box.y1 < _BESIDE * line.size


def _settled(block: Sequence[Line]) -> tuple[Place, list[tuple[str, bool]]]:
    return around([line.box for line in block]), [(word, line.bold) for line in block for word in line.text.split(" ")]


def one_below_another(box: Place, words: Sequence[tuple[str, bool]], size: float) -> Iterator[Word]:
    """Words in the box that they fill, from the top down, each as high as ``size`` where there is room."""
    places = [box.y0 + turn * box.height / len(words) for turn in range(len(words) + 1)]
    for (text, bold), (top, foot) in zip(words, pairwise(places), strict=True):
        yield Word(text, Place(box.x0, top, box.x1, min(foot, top + size)), bold, aside=True)
