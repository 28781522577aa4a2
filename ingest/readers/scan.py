"""Reader for scans: pictures of pages (.png, .jpg), and pages of a PDF that are nothing but a picture.

The rulings are found and wiped out first. The cells of a table are cut out and read one below the other, as one column of
text: side by side their lines would not stand level, and each by itself would be too little to read well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.document import Document
from ingest.errors import UnreadableFile
from ingest.patience import more_time
from ingest.readers.lattice import Lattice, lattices
from ingest.readers.layout import lay_out
from ingest.readers.mending import mended
from ingest.readers.picture import DOTS, POINT, Picture, bars, cleaned, faded_rulings, rulings, upright
from ingest.readers.sheet import Place, Sheet, Word
from ingest.readers.tesseract import Seen, check_tesseract, turn_of, words_in

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_INSET = 1.5  # points inside a cell's rulings
_BETWEEN = 36  # pixels of white between two cells
_EDGE = 24  # pixels of white round a picture
_SECONDS_A_PAGE = 15.0
_SECONDS_A_PILE = 8.0
_TALLEST = 6_000  # pixels of cells read at once, some eight seconds of a slow machine; tesseract takes 32 767
_INK = 5  # pixels each way of the least ink that is read
_DARK = 128
_THIN, _WIDE = 10, 60  # pixels of a dash
_BARRED = {">": "≥", "<": "≤"}
_FULL = 0.35  # of the page: tables that cover as much leave no room for another
_MORE = 1.2  # times the area of the tables that plain rulings draw: then faded ones draw more
_DASHES = frozenset("-–—")
_EN_DASH = 0.4  # of a line's height: what is longer is a dash, what is shorter a hyphen
_STROKES = re.compile(r"([I1l|!H]{1,4})(/20\d\d)?([.,:;)]*)")
_MOST_STROKES = 3
_YEAR = 5  # the signs of "/2026"
_COUNTED = 0.7  # of its confidence stays to a numeral whose strokes were counted anew
_DASH = 0.9  # the confidence of a dash, known by its form
_SMALLEST = 200  # pixels
MOST_PIXELS = 60_000_000
_A4 = 8.27  # inches across
_DOUBTFUL = 0.7  # of a page's letters: what is read upright is hardly less sure, what lies on its side never as sure
_HALF = 0.5  # of a picture's size, enough to tell how it lies
_FINEST = 4.0  # by how much a small picture is enlarged at most


def read_scan(name: str, raw: bytes) -> Document:
    """Lay a picture of one page (.png, .jpg) out as a Document.

    Raises:
        UnreadableFile: no picture, too large, or tesseract is missing.
    """
    check_tesseract(name)
    sheet = read_picture(name, _opened(name, raw), 1)
    return lay_out(name, mended([sheet]), "scan")


def _opened(name: str, raw: bytes) -> Picture:
    """A picture in grey at 300 dots an inch, taken for a page of A4."""
    import cv2  # noqa: PLC0415 - a text plan must not wait for it
    import numpy as np  # noqa: PLC0415 - the same

    wide, high = size_of(raw)
    if wide * high > MOST_PIXELS:
        raise UnreadableFile(f"ảnh có {wide} × {high} điểm ảnh, vượt giới hạn cho phép.", file=name)
    found = cv2.imdecode(np.frombuffer(raw, dtype=np.uint8), cv2.IMREAD_GRAYSCALE) if raw else None
    if found is None or min(found.shape) < _SMALLEST:
        raise UnreadableFile("tệp ảnh bị hỏng hoặc quá nhỏ nên không đọc được.", file=name)
    share = min(_FINEST, _A4 * DOTS / min(found.shape))
    way = cv2.INTER_AREA if share < 1 else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(found, None, fx=share, fy=share, interpolation=way), dtype=np.uint8)


def rendered(page: PdfPage) -> Picture:
    """A page of a PDF in grey at 300 dots an inch, as a picture of A4 where it is larger.

    pdfium is not safe to use from several threads: only the one that opened the file may render.
    """
    import numpy as np  # noqa: PLC0415 - the same

    wide, high = page.get_size()
    scale = min(1.0, _A4 * 72 / max(1.0, min(wide, high)), (MOST_PIXELS / max(1.0, wide * high)) ** 0.5 * POINT) / POINT
    return np.asarray(page.render(scale=scale, grayscale=True).to_numpy(), dtype=np.uint8).squeeze().copy()


def size_of(raw: bytes) -> tuple[int, int]:
    """Width and height that the head of a PNG or JPEG file states; (0, 0) where it states none."""
    if raw.startswith(b"\x89PNG") and len(raw) > 24:
        return int.from_bytes(raw[16:20], "big"), int.from_bytes(raw[20:24], "big")
    at = 2
    while raw.startswith(b"\xff\xd8") and at + 9 < len(raw) and raw[at] == 0xFF:
        if 0xC0 <= raw[at + 1] <= 0xCF and raw[at + 1] not in {0xC4, 0xC8, 0xCC}:
            return int.from_bytes(raw[at + 7 : at + 9], "big"), int.from_bytes(raw[at + 5 : at + 7], "big")
        at += 2 + int.from_bytes(raw[at + 2 : at + 4], "big")
    return 0, 0


def read_picture(name: str, picture: Picture, number: int) -> Sheet:
    """The sheet of a page's picture of 300 dots an inch; one that reads badly is turned where its letters lie on their side.

    Raises:
        UnreadableFile: tesseract is missing or fails.
    """
    import cv2  # noqa: PLC0415 - a text plan must not wait for it
    import numpy as np  # noqa: PLC0415 - the same

    sheet = _read(name, picture, number)
    if _sureness(sheet.words) < _DOUBTFUL:
        small = cv2.resize(picture, None, fx=_HALF, fy=_HALF, interpolation=cv2.INTER_AREA)
        turn = turn_of(_png(np.asarray(small, dtype=np.uint8)), round(_HALF * DOTS))
        more_time(_SECONDS_A_PILE)
        other = _read(name, np.ascontiguousarray(np.rot90(picture, -turn)), number) if turn else sheet
        sheet = max(sheet, other, key=lambda one: _sureness(one.words))
    more_time(_SECONDS_A_PAGE)  # earned by a page that is done, so that one that never ends is stopped soon
    return sheet


def _sureness(words: Sequence[Word]) -> float:
    """How sure the words of a page are, each weighed by its letters; 0 for none."""
    letters = sum(len(word.text) for word in words)
    return sum((word.confidence or 0.0) * len(word.text) for word in words) / max(1, letters)


def _read(name: str, picture: Picture, number: int) -> Sheet:
    """The sheet of a picture as it lies."""
    turned = upright(picture)
    straight = cleaned(turned)
    level, plumb, wiped = rulings(straight)
    grids = lattices(level, plumb)
    high, wide = straight.shape
    if _area(grids) < _FULL * high * wide * POINT * POINT:
        faded = faded_rulings(straight, turned)
        found = lattices(faded[0], faded[1])
        if _area(found) > _MORE * _area(grids):
            (level, plumb, wiped), grids = faded, found
    words: list[Word] = []
    for grid in grids:
        words += _cell_words(name, wiped, grid)
        _blank(wiped, grid.box)
    if (wiped < _DARK).sum() > _INK * _INK:
        words += [_word(_looked_at(seen, wiped), 0, 0) for seen in words_in(name, _png(wiped))]
    return Sheet(number, wide * POINT, high * POINT, tuple(words), tuple(level), tuple(plumb))


def _area(grids: Sequence[Lattice]) -> float:
    return sum(grid.box.width * grid.box.height for grid in grids)


def _blank(picture: Picture, box: Place) -> None:
    x0, y0, x1, y1 = (round(side / POINT) for side in (box.x0, box.y0, box.x1, box.y1))
    picture[max(0, y0 - 4) : y1 + 4, max(0, x0 - 4) : x1 + 4] = 255


def _cell_words(name: str, picture: Picture, grid: Lattice) -> list[Word]:
    """The words of every cell of a table, each where it stands on the page."""
    found: list[Word] = []
    pile: list[tuple[int, int, Picture]] = []  # where each cell stands on the page, and its picture
    for region in grid.regions:
        crop = _crop(picture, region.box)
        if crop is not None and _is_dash(crop[2]):
            x, y = crop[0] * POINT + 2, crop[1] * POINT
            found.append(Word("-", Place(x, y - 4, x + 4, y + 8), confidence=_DASH))
        elif crop is not None:
            pile.append(crop)
        if sum(one.shape[0] + _BETWEEN for _, _, one in pile) > _TALLEST:
            found += _read_pile(name, pile)
            pile = []
            more_time(
                _SECONDS_A_PILE
            )  # a dense page on a slow machine takes longer than a file may before its first page
    return found + _read_pile(name, pile)


def _crop(picture: Picture, box: Place) -> tuple[int, int, Picture] | None:
    """A cell's left and top in pixels, and its picture without white rows; None where it is blank."""
    import numpy as np  # noqa: PLC0415 - the same

    x0, y0 = round((box.x0 + _INSET) / POINT), round((box.y0 + _INSET) / POINT)
    x1, y1 = round((box.x1 - _INSET) / POINT), round((box.y1 - _INSET) / POINT)
    cell = picture[y0:y1, x0:x1]
    if cell.size == 0 or (cell < _DARK).sum() < _INK * _INK:
        return None
    inked = np.flatnonzero(np.asarray(cell < _DARK).max(axis=1))
    top, foot = max(0, int(inked[0]) - 8), min(cell.shape[0], int(inked[-1]) + 9)
    return x0, y0 + top, cell[top:foot]


def _is_dash(cell: Picture) -> bool:
    """Whether a cell prints nothing but a dash, which tesseract passes over."""
    import numpy as np  # noqa: PLC0415 - the same

    dark = np.asarray(cell < _DARK)
    rows, columns = np.flatnonzero(dark.max(axis=1)), np.flatnonzero(dark.max(axis=0))
    high, wide = rows[-1] - rows[0] + 1, columns[-1] - columns[0] + 1
    return bool(high <= _THIN and 1.5 * high <= wide <= _WIDE)


def _read_pile(name: str, pile: Sequence[tuple[int, int, Picture]]) -> list[Word]:
    import numpy as np  # noqa: PLC0415 - a text plan must not wait for it

    if not pile:
        return []
    wide = max(cell.shape[1] for _, _, cell in pile) + 2 * _EDGE
    high = sum(cell.shape[0] + _BETWEEN for _, _, cell in pile) + 2 * _EDGE
    column: Picture = np.full((high, wide), 255, dtype=np.uint8)
    at, places = _EDGE, []
    for _, _, cell in pile:
        column[at : at + cell.shape[0], _EDGE : _EDGE + cell.shape[1]] = cell
        places.append(at)
        at += cell.shape[0] + _BETWEEN
    found = []
    for seen in words_in(name, _png(column)):
        middle = (seen.top + seen.foot) / 2
        turn = max(0, sum(place - _BETWEEN / 2 <= middle for place in places) - 1)
        left, top, _ = pile[turn]
        found.append(_word(_looked_at(seen, column), left - _EDGE, top - places[turn]))
    return found


def _looked_at(seen: Seen, picture: Picture) -> Seen:
    """A word with the signs put right that tesseract often gets wrong and a look at the picture tells."""
    if set(seen.text) <= _DASHES:
        long = seen.right - seen.left > _EN_DASH * (seen.line[1] - seen.line[0])
        return replace(seen, text="–" if long else "-")
    if seen.text[0] in _BARRED:
        return replace(seen, text=_with_bar(seen, picture))
    numeral = _STROKES.fullmatch(seen.text)
    if numeral is None or numeral[1].isdigit():
        return seen
    crop = picture[seen.top : seen.foot, seen.left : seen.right]
    count = bars(crop[:, : _head(crop)] if numeral[2] else crop)
    if not 0 < count <= _MOST_STROKES or (count == 1 == len(numeral[1])) or numeral[1] == "I" * count:
        return seen
    return replace(seen, text=f"{'I' * count}{numeral[2] or ''}{numeral[3]}", confidence=_COUNTED * seen.confidence)


def _head(crop: Picture) -> int:
    """How far the part of a word goes that stands before a stroke and a year of four figures."""
    import cv2  # noqa: PLC0415 - a text plan must not wait for it

    _, _, parts, _ = cv2.connectedComponentsWithStats((crop < _DARK).astype("uint8"), connectivity=8)
    tall = sorted(int(x) for x, _, _, h, _ in parts[1:] if h > 0.5 * crop.shape[0])
    return tall[-_YEAR] if len(tall) > _YEAR else 0


def _with_bar(seen: Seen, picture: Picture) -> str:
    """A word that begins with > or <, which tesseract also reads where a bar under the sign makes it ≥ or ≤."""
    import cv2  # noqa: PLC0415 - the same
    import numpy as np  # noqa: PLC0415 - the same

    top, foot = seen.line
    sign = picture[max(0, top - 4) : foot + 8, seen.left : seen.left + max(8, round(0.6 * (foot - top)))]
    _, _, parts, _ = cv2.connectedComponentsWithStats((sign < _DARK).astype("uint8"), connectivity=8)
    boxes = sorted((int(y), int(y + h), int(w), int(h)) for _, y, w, h, area in parts[1:] if area > _INK)
    if not any(h <= 0.35 * w and y >= boxes[0][1] - 2 for y, _, w, h in boxes[1:]):
        return seen.text
    ink = np.asarray(picture[top:foot, seen.left : seen.right] < _DARK).max(axis=0)
    white = np.flatnonzero(~ink)
    gap = int(np.argmax(ink[white[0] :])) if white.size and ink[white[0] :].any() else 0
    return _BARRED[seen.text[0]] + (" " if gap > 0.15 * (foot - top) else "") + seen.text[1:]


def _word(seen: Seen, right: int, down: int) -> Word:
    """A word in points, moved by pixels; its box is as high as its line."""
    top, foot = seen.line
    x0, x1 = (seen.left + right) * POINT, (seen.right + right) * POINT
    return Word(seen.text, Place(x0, (top + down) * POINT, x1, (foot + down) * POINT), confidence=seen.confidence)


def _png(picture: Picture) -> bytes:
    import cv2  # noqa: PLC0415 - the same

    done, coded = cv2.imencode(".pgm", picture)
    return bytes(coded) if done else b""
