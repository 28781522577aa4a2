"""One page of a PDF as a sheet: pdfium gives its letters and the lines drawn on it, each with its place."""

from __future__ import annotations

import ctypes
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import hypot, pi
from typing import Any

import pypdfium2.raw as pdfium

from ingest.encodings.old import of_font
from ingest.readers.sheet import Place, Ruling, Sheet, Word, around
from ingest.readers.turned import one_below_another, stood, turns_of

_THIN = 3.0  # points: a box thinner than this is drawn for a line
_STRAIGHT = 1.0  # points by which a line may lean
_SHORTEST = 4.0  # points
_DEEPEST = 6  # forms inside forms
_MOST_LINES = 20_000  # on one page
_GAP = 0.2  # of a letter's height: a gap that parts words where no space does
_PARTED = 0.1  # the same where pdfium guesses a space
_LENT = 0.5  # of a letter's width: how much of it the next one leaves free at least
_SHIFT = 0.1  # of a letter's height: letters whose feet differ by more are raised or stand on another line
_ABOVE, _BELOW = 0.95, 0.25  # of a letter's size: the box of a word over and under the foot of its letters
_BOX = 1.2  # of a letter's size: the height of pdfium's boxes, more or less
_BOLD = 600  # weight
_PALE = 225  # what is drawn paler than this (0-255) is no line
# Letters of symbol fonts, which PDF leaves in the private area; pdfium's signs for a hyphen at the end of a line.
_SYMBOLS = {0xF0B7: "•", 0xF0A7: "▪", 0xF02D: "-", 0xF0B3: "≥", 0xF0A3: "≤", 0xF0B0: "°", 0xF0D8: "►", 0xF0FC: "-"}
_NO_LETTERS = frozenset({"Cc", "Cf", "Co", "Cn", "Cs"})
_HYPHENS = {0x02: "-", 0xAD: "-", 0xFFFE: "-"}
_SAMPLED = 400  # letters of a page whose angles are asked
_FEW_LETTERS = 8  # of those asked: too few to tell how a page is looked at
_UPRIGHT = 0.9  # of the letters asked: so many stand one way where a page is printed on its side
_PRIVATE = 0xF000  # where a symbol font has its letters
_Matrix = tuple[float, float, float, float, float, float]
_UNIT: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class View:
    """How a page is looked at: the box of it that is shown, in the file's own points, and its turn in quarters."""

    left: float
    foot: float
    right: float
    top: float
    turn: int

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Place:
        """A box of the file's own coordinates as it is looked at."""
        (ax, ay), (bx, by) = self._point(x0, y0), self._point(x1, y1)
        return Place(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))

    def back(self, place: Place) -> tuple[float, float, float, float]:
        """A box as it is looked at in the file's own coordinates: left, foot, right, top."""
        (ax, ay), (bx, by) = self._origin(place.x0, place.y0), self._origin(place.x1, place.y1)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)

    def _origin(self, x: float, y: float) -> tuple[float, float]:
        if self.turn == 1:
            return y + self.left, x + self.foot
        if self.turn == 2:
            return self.right - x, y + self.foot
        if self.turn == 3:
            return self.right - y, self.top - x
        return x + self.left, self.top - y

    def _point(self, x: float, y: float) -> tuple[float, float]:
        if self.turn == 1:
            return y - self.foot, x - self.left
        if self.turn == 2:
            return self.right - x, y - self.foot
        if self.turn == 3:
            return self.top - y, self.right - x
        return x - self.left, self.top - y


def view_of(page: Any, text: Any) -> View:
    """The view of a page handle: as its letters stand upright, whatever its own turn; without letters by that turn."""
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(box))
    turn = _upright(text)
    return View(box.left, box.bottom, box.right, box.top, pdfium.FPDFPage_GetRotation(page) if turn is None else turn)


def _upright(text: Any) -> int | None:
    """The turn in quarters in which nearly all of a page's letters stand upright; None where there are few, or they differ."""
    count = max(0, pdfium.FPDFText_CountChars(text))  # below nothing where a page has no text to load
    sampled = (at for at in range(0, count, count // _SAMPLED + 1) if not pdfium.FPDFText_IsGenerated(text, at))
    angles = (pdfium.FPDFText_GetCharAngle(text, at) for at in sampled)
    turns = Counter(-round(angle / (pi / 2)) % 4 for angle in angles if angle >= 0)  # else pdfium does not know it
    if turns.total() < _FEW_LETTERS:
        return None
    turn, found = turns.most_common(1)[0]
    return turn if found >= _UPRIGHT * turns.total() else None


def read_page(page: Any, number: int) -> tuple[Sheet, float]:
    """The sheet of a page handle, and the share of the page that pictures cover."""
    text = pdfium.FPDFText_LoadPage(page)
    try:
        return _read(page, text, number)
    finally:
        pdfium.FPDFText_ClosePage(text)


def _read(page: Any, text: Any, number: int) -> tuple[Sheet, float]:
    view = view_of(page, text)
    drawn = _Drawn(view)
    drawn.look(page, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject)
    shown = view.box(view.left, view.foot, view.right, view.top)
    words = tuple(_words(text, view))
    sheet = Sheet(number, shown.width, shown.height, words, tuple(drawn.level), tuple(drawn.upright))
    return sheet, drawn.pictures / max(1.0, shown.width * shown.height)


@dataclass(slots=True)
class _Drawn:
    """The lines that the objects of a page draw, and the area of its pictures."""

    view: View
    level: list[Ruling] = field(default_factory=list)
    upright: list[Ruling] = field(default_factory=list)
    pictures: float = 0.0

    def look(
        self,
        holder: Any,
        count: Callable[[Any], int],
        get: Callable[[Any, int], Any],
        *,
        matrix: _Matrix = _UNIT,
        depth: int = 0,
    ) -> None:
        """Take the lines of every object in a page or in a form on it."""
        for at in range(count(holder)):
            if len(self.level) + len(self.upright) > _MOST_LINES:
                return
            item = get(holder, at)
            kind = pdfium.FPDFPageObj_GetType(item)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._path(item, _times(_matrix_of(item), matrix))
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                x0, y0, x1, y1 = _spread(_times(_matrix_of(item), matrix))
                self.pictures += (x1 - x0) * (y1 - y0)
                self._thin(x0, y0, x1, y1)
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                inner = _times(_matrix_of(item), matrix)
                self.look(
                    item, pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject, matrix=inner, depth=depth + 1
                )

    def _path(self, item: Any, matrix: _Matrix) -> None:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(item, ctypes.byref(fill), ctypes.byref(stroke))
        ink = pdfium.FPDFPageObj_GetStrokeColor if stroke.value else pdfium.FPDFPageObj_GetFillColor
        if not (fill.value or stroke.value) or _is_pale(item, ink):
            return
        for points in _strokes(item, matrix):
            xs, ys = [x for x, _ in points], [y for _, y in points]
            if not stroke.value:
                self._thin(min(xs), min(ys), max(xs), max(ys))
                continue
            for (ax, ay), (bx, by) in pairwise(points):
                self._thin(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by), most=_STRAIGHT)

    def _thin(self, *sides: float, most: float = _THIN) -> None:
        """Keep a box that is long and thin as a line."""
        box = self.view.box(*sides)
        if box.height <= most and box.width >= max(_SHORTEST, box.height):
            self.level.append(Ruling(box.middle[1], box.x0, box.x1))
        elif box.width <= most and box.height >= _SHORTEST:
            self.upright.append(Ruling(box.middle[0], box.y0, box.y1))


def _is_pale(item: Any, ink: Callable[..., int]) -> bool:
    shades = [ctypes.c_uint() for _ in range(4)]
    known = ink(item, *map(ctypes.byref, shades))
    red, green, blue, cover = (shade.value for shade in shades)
    return bool(known) and (cover < 25 or min(red, green, blue) > _PALE)


def _matrix_of(item: Any) -> _Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, ctypes.byref(found)):
        return _UNIT
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(one: _Matrix, other: _Matrix) -> _Matrix:
    """First ``one``, then ``other``."""
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _spread(matrix: _Matrix) -> tuple[float, float, float, float]:
    """The box of a picture, which fills the unit square."""
    a, b, c, d, e, f = matrix
    xs, ys = (e, e + a, e + c, e + a + c), (f, f + b, f + d, f + b + d)
    return min(xs), min(ys), max(xs), max(ys)


def _strokes(item: Any, matrix: _Matrix) -> Iterator[list[tuple[float, float]]]:
    """The corners of each unbroken stroke of a path, closed ones with their first corner again."""
    a, b, c, d, e, f = matrix
    points: list[tuple[float, float]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for at in range(min(pdfium.FPDFPath_CountSegments(item), _MOST_LINES)):
        piece = pdfium.FPDFPath_GetPathSegment(item, at)
        pdfium.FPDFPathSegment_GetPoint(piece, ctypes.byref(x), ctypes.byref(y))
        if pdfium.FPDFPathSegment_GetType(piece) == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points
            points = []
        points.append((a * x.value + c * y.value + e, b * x.value + d * y.value + f))
        if pdfium.FPDFPathSegment_GetClose(piece) and len(points) > 1:
            points.append(points[0])
    if len(points) > 1:
        yield points


@dataclass(slots=True)
class _Word:
    """A word being read: its letters, the box pdfium gives it, where its feet stand, the index of its first letter,
    where its last letter begins, whether pdfium guesses a space after it, and where a typed one begins.
    """

    text: str
    box: Place
    foot: float
    first: int
    last: float
    glued: bool = False
    spaced: bool = False
    parted: bool = False
    space: float | None = None

    def next_to(self, box: Place, foot: float) -> tuple[bool, bool]:
        """Whether a letter carries the word on, and whether, if it does not, nothing parts the two."""
        high = max(self.box.height, box.height, 0.1)
        back = box.x0 - self.last >= -_SHIFT * high  # the letters of a ligature stand all in one place
        ahead = box.x0 - self.box.x1 <= (_PARTED if self.parted else _GAP) * high
        near = back and ahead and abs(foot - self.foot) < high
        return near and abs(foot - self.foot) <= _SHIFT * high, near

    def meets(self, other: _Word) -> bool:
        """Whether another piece begins right where this one ends, or under the end of its last letter.

        Letters that another font lends are drawn wider than the room they are given: no space fits in between either.
        """
        high = max(self.box.height, other.box.height)
        under = other.box.x0 - self.last >= _LENT * (self.box.x1 - self.last)
        ahead = other.box.x0 - self.box.x1 <= _PARTED * high
        if self.space is not None and other.box.x0 - self.space > _PARTED * high:
            return False
        return under and ahead and abs(other.foot - self.foot) <= _SHIFT * high

    def take(self, letter: str, box: Place) -> None:
        """Add a letter or more."""
        self.text += letter
        self.box, self.last, self.parted = around((self.box, box)), box.x0, False


def _words(text: Any, view: View) -> Iterator[Word]:
    """The words of a page in the order of the file, those printed sideways last; what stands outside the page is left out."""
    fonts, turns = _Fonts(text), turns_of(text)
    yield from _standing(text, view, fonts, [at for at, turn in enumerate(turns) if turn == view.turn])
    for turn in sorted({turn for turn in turns if turn is not None} - {view.turn}):
        side = replace(view, turn=turn)
        read = list(_standing(text, side, fonts, [at for at, one in enumerate(turns) if one == turn]))
        for box, words in stood(read):
            yield from one_below_another(view.box(*side.back(box)), words, min(box.width, box.height))


def _standing(text: Any, view: View, fonts: _Fonts, letters: Iterable[int]) -> Iterator[Word]:
    """The words of these letters, which stand upright in a view."""
    shown = view.box(view.left, view.foot, view.right, view.top)
    for word in _whole(_pieces(text, view, fonts, letters)):
        printed = unicodedata.normalize("NFC", word.text)
        if not shown.holds(word.box.middle):
            continue
        bold, size, font = fonts.of(word.first, word.box.height)
        box = Place(word.box.x0, word.foot - _ABOVE * size, word.box.x1, word.foot + _BELOW * size)
        yield Word(printed, box, bold, word.glued, word.spaced, font=font)


def _pieces(text: Any, view: View, fonts: _Fonts, letters: Iterable[int]) -> Iterator[_Word]:
    word: _Word | None = None
    loose, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for at in letters:
        code = pdfium.FPDFText_GetUnicode(text, at)
        letter, drawn = _letter(code, at, fonts)
        if not drawn:
            if word is not None and pdfium.FPDFText_IsGenerated(text, at):
                word.parted = True  # pdfium's guess, also where only the font changes
            elif word is not None:
                word.spaced = letter.isspace()
                if word.spaced and pdfium.FPDFText_GetLooseCharBox(text, at, ctypes.byref(loose)):
                    space = view.box(loose.left, loose.bottom, loose.right, loose.top).x0
                    word.spaced = space >= word.last  # else it parts words of another font, which stand before this one
                    word.space = space if word.spaced else None
                yield word
                word = None
            continue
        if not pdfium.FPDFText_GetLooseCharBox(text, at, ctypes.byref(loose)):
            continue
        pdfium.FPDFText_GetCharOrigin(text, at, ctypes.byref(x), ctypes.byref(y))
        box = view.box(loose.left, loose.bottom, loose.right, loose.top)
        foot = view.box(x.value, y.value, x.value, y.value).y1
        carries, near = word.next_to(box, foot) if word is not None else (False, False)
        if word is not None and carries:
            word.take(letter, box)
            continue
        if word is not None:
            yield word
        word = _Word(letter, box, foot, at, box.x0, glued=near)
    if word is not None:
        yield word


def _letter(code: int, at: int, fonts: _Fonts) -> tuple[str, bool]:
    """The letter of a code, and whether it is drawn; in a font from before Unicode a code is a byte of that font."""
    odd = code in _HYPHENS or _PRIVATE < code < _PRIVATE + 0x100
    if odd and fonts.name(at):
        return ("\u00ad" if code in _HYPHENS else chr(code - _PRIVATE)), code != _PRIVATE + 0x20
    letter = _HYPHENS.get(code) or _SYMBOLS.get(code) or chr(code)
    return letter, not (letter.isspace() or unicodedata.category(letter) in _NO_LETTERS)


def _whole(pieces: Iterable[_Word]) -> list[_Word]:
    """The words that the pieces make; letters of another font may come much later in the file than their neighbours."""
    found: list[_Word] = []
    line: list[_Word] = []
    for piece in sorted(pieces, key=lambda piece: piece.foot):
        if line and piece.foot - line[0].foot > _SHIFT * piece.box.height:
            found += _joined(line)
            line = []
        line.append(piece)
    return found + _joined(line)


def _joined(line: Sequence[_Word]) -> list[_Word]:
    found: list[_Word] = []
    for piece in sorted(line, key=lambda piece: piece.box.x0):
        if found and found[-1].meets(piece):
            found[-1].take(piece.text, piece.box)
            found[-1].spaced = piece.spaced
            found[-1].space = piece.space if found[-1].space is None else found[-1].space
        else:
            found.append(piece)
    return found


class _Fonts:
    """How letters look; what a font is called, and whether it is bold, is asked once for each font of a page."""

    def __init__(self, text: Any) -> None:
        self.text = text
        self.known: dict[int, tuple[bool, str]] = {}

    def of(self, at: int, high: float) -> tuple[bool, float, str]:
        """Whether the letter with this index is bold, its size in points, and the name of its font where that is an old one.

        ``high`` is the height of its box.
        """
        item = pdfium.FPDFText_GetTextObject(self.text, at)
        font = pdfium.FPDFTextObj_GetFont(item) if item else None
        if not font:
            return False, high / _BOX, ""
        size = ctypes.c_float()
        pdfium.FPDFTextObj_GetFontSize(item, ctypes.byref(size))
        _, b, _, d, _, _ = _matrix_of(item)
        em = size.value * hypot(b, d)
        bold, name = self._look(font)
        return bold, em if 0.5 * high < em * _BOX < 2 * high else high / _BOX, name

    def name(self, at: int) -> str:
        """The name of a letter's font where that is one from before Unicode, else ""."""
        item = pdfium.FPDFText_GetTextObject(self.text, at)
        font = pdfium.FPDFTextObj_GetFont(item) if item else None
        return self._look(font)[1] if font else ""

    def _look(self, font: Any) -> tuple[bool, str]:
        address = ctypes.cast(font, ctypes.c_void_p).value or 0
        if address not in self.known:
            name = ctypes.create_string_buffer(200)
            pdfium.FPDFFont_GetBaseFontName(font, name, 200)
            told = name.value.decode("latin-1")
            words = told.lower()
            bold = "bold" in words or "black" in words or pdfium.FPDFFont_GetWeight(font) >= _BOLD
            self.known[address] = bold, told if of_font(told) else ""
        return self.known[address]
