"""A picture of a page made ready for reading: turned upright, its rulings found and wiped out."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from ingest.readers.lattice import joined
from ingest.readers.sheet import Ruling

DOTS = 300  # an inch: what tesseract reads best
POINT = 72 / DOTS
_STEEPEST = 3.0  # degrees that a page may stand askew
_SMALL = 900  # pixels: the width at which the angle is sought
_FLAT, _TALL = 60, 50  # pixels at least of a piece of a ruling, level and upright; strokes of letters are shorter
_SHORTEST = 14.0  # points of a whole ruling
_THICK = 16  # pixels at most
_PAPER = 0.6  # of the way from ink to paper: what is lighter is paper
_FAINT = 190
_SPECK = 14  # pixels
_GRAIN = 1.2  # pixels over which the grain of a scanner is smoothed
_COARSE = 8  # the paper is looked at so many times smaller
_FADED = 0.14  # of the way from paper to ink: what is darker may be a faded ruling
_MEETS = 2.5  # points
_FILLED = 0.97  # of a piece of a faded ruling that is dark at least
_LOW = 12  # pixels: what is lower shows no strokes
_STROKE = 0.35  # of a letter's height: no stroke is wider
_WIPE = 3  # pixels round a ruling that are wiped out with it

_Box = tuple[int, int, int, int]
"""Left, top, width and height, in pixels."""

Picture = NDArray[np.uint8]
"""Grey, 0 black to 255 white; shape (height, width)."""


def upright(picture: Picture) -> Picture:
    """The picture turned by the angle at which its lines of text and rulings are level."""
    angle = _angle(picture)
    if abs(angle) < 0.05:
        return picture
    high, wide = picture.shape
    turn = cv2.getRotationMatrix2D((wide / 2, high / 2), angle, 1.0)
    found: Any = cv2.warpAffine(picture, turn, (wide, high), flags=cv2.INTER_CUBIC, borderValue=255)
    return np.asarray(found, dtype=np.uint8)


def _angle(picture: Picture) -> float:
    """The angle, in degrees, whose rows differ most in ink."""
    share = min(1.0, _SMALL / picture.shape[1])
    small = cv2.resize(picture, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)
    ink = (small < _threshold(small)).astype(np.float32)
    best = 0.0
    for step, reach in ((0.5, _STEEPEST), (0.1, 0.4), (0.02, 0.08)):
        angles = np.arange(best - reach, best + reach + step / 2, step)
        best = float(max(angles, key=lambda angle: _contrast(ink, angle)))
    return best


def _contrast(ink: NDArray[np.float32], angle: float) -> float:
    high, wide = ink.shape
    turned = cv2.warpAffine(ink, cv2.getRotationMatrix2D((wide / 2, high / 2), angle, 1.0), (wide, high))
    rows = np.asarray(turned).sum(axis=1)
    return float(((rows[1:] - rows[:-1]) ** 2).sum())


def _threshold(picture: Any) -> float:
    level, _ = cv2.threshold(picture, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    return float(level)


def cleaned(picture: Picture) -> Picture:
    """The picture on white paper, without the grain of the scanner and without specks smaller than a dot."""
    dark, paper = _threshold(picture), float(np.median(picture))
    high = dark + _PAPER * max(paper - dark, 1.0)
    low = float(np.percentile(picture[picture < dark], 20)) if (picture < dark).any() else 0.0
    plain = np.clip((picture.astype(np.float32) - low) * (255 / max(high - low, 1.0)), 0, 255).astype(np.uint8)
    _, labels, found, _ = cv2.connectedComponentsWithStats((plain < _FAINT).astype(np.uint8), connectivity=8)
    specks = np.asarray(found)[:, cv2.CC_STAT_AREA] < _SPECK
    plain[specks[labels]] = 255
    return np.asarray(plain, dtype=np.uint8)


def rulings(picture: Picture) -> tuple[list[Ruling], list[Ruling], Picture]:
    """The level and the upright rulings of a cleaned picture, in points, and the picture without them."""
    dark = np.where(picture < max(_threshold(picture), 128), 255, 0).astype(np.uint8)
    flat = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((1, _FLAT), dtype=np.uint8))
    tall = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((_TALL, 1), dtype=np.uint8))
    level, plumb, wiped = _drawn(picture, _boxes(flat), _boxes(tall))
    around = np.ones((2 * _WIPE + 1, 2 * _WIPE + 1), dtype=np.uint8)
    for mask in (flat, tall):
        wiped[cv2.dilate(mask, around) > 0] = 255
    return level, plumb, wiped


def faded_rulings(picture: Picture, straight: Picture) -> tuple[list[Ruling], list[Ruling], Picture]:
    """The same where rulings are little darker than the paper of ``straight``, the picture before it was cleaned.

    Only long ones are sought, and a speck here and there may break them: so faint a row of letters looks like one too.
    """
    smooth = cv2.GaussianBlur(straight, (0, 0), _GRAIN)
    small = cv2.resize(straight, None, fx=1 / _COARSE, fy=1 / _COARSE, interpolation=cv2.INTER_AREA)
    light = cv2.blur(cv2.dilate(small, np.ones((9, 9), dtype=np.uint8)), (9, 9))
    paper = cv2.resize(light, (straight.shape[1], straight.shape[0]), interpolation=cv2.INTER_LINEAR).astype(np.float32)
    dark = np.asarray(smooth < paper - _FADED * (paper - float(np.percentile(smooth, 1)))).astype(np.float32)
    flat, tall = _boxes(_unbroken(dark, (2 * _FLAT, 1))), _boxes(_unbroken(dark, (1, 2 * _TALL)))
    level, plumb, _ = _drawn(picture, flat, tall)
    level = [line for line in level if _crosses(line, plumb)]
    plumb = [line for line in plumb if _crosses(line, level)]
    flat = [
        (x, y, w, h) for x, y, w, h in flat if _lies_on(Ruling((y + h / 2) * POINT, x * POINT, (x + w) * POINT), level)
    ]
    tall = [
        (x, y, w, h) for x, y, w, h in tall if _lies_on(Ruling((x + w / 2) * POINT, y * POINT, (y + h) * POINT), plumb)
    ]
    return _drawn(picture, flat, tall)


def _crosses(line: Ruling, across: list[Ruling]) -> bool:
    """Whether a line meets two others, as rows of letters and stems one above the other do not."""
    return sum(line.start - _MEETS <= other.at <= line.end + _MEETS for other in across) > 1


def _lies_on(piece: Ruling, lines: list[Ruling]) -> bool:
    return any(
        abs(piece.at - line.at) < _MEETS and line.start <= (piece.start + piece.end) / 2 <= line.end for line in lines
    )


def _unbroken(dark: NDArray[np.float32], size: tuple[int, int]) -> Any:
    """Where ink runs on over a piece of this width and height."""
    filled = np.asarray(cv2.blur(dark, size, borderType=cv2.BORDER_CONSTANT) >= _FILLED).astype(np.uint8)
    return cv2.dilate(filled, np.ones((size[1], size[0]), dtype=np.uint8)) * 255


def _drawn(picture: Picture, flat: list[_Box], tall: list[_Box]) -> tuple[list[Ruling], list[Ruling], Picture]:
    level = [Ruling((y + h / 2) * POINT, x * POINT, (x + w) * POINT) for x, y, w, h in flat if h <= _THICK]
    plumb = [Ruling((x + w / 2) * POINT, y * POINT, (y + h) * POINT) for x, y, w, h in tall if w <= _THICK]
    wiped = picture.copy()
    for x, y, w, h in (*flat, *tall):
        if min(w, h) <= _THICK:
            wiped[max(0, y - _WIPE) : y + h + _WIPE, max(0, x - _WIPE) : x + w + _WIPE] = 255
    return _whole(level), _whole(plumb), wiped


def _whole(pieces: list[Ruling]) -> list[Ruling]:
    return [line for line in joined(pieces) if line.end - line.start >= _SHORTEST]


def _boxes(mask: Any) -> list[_Box]:
    _, _, found, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    return [(int(x), int(y), int(w), int(h)) for x, y, w, h, _ in found[1:]]


def bars(picture: Picture) -> int:
    """How many upright strokes a word shows that is nothing but strokes, as the numeral III; 0 where it is more.

    Counted a quarter from its top and from its foot, as serifs join the strokes there and a bar may cross their middle.
    """
    dark = np.asarray(picture < _FAINT)
    rows = np.flatnonzero(dark.any(axis=1))
    if rows.size < _LOW:
        return 0
    top, high = int(rows[0]), int(rows[-1] - rows[0] + 1)
    counts = set()
    for share in (0.25, 0.32, 0.68, 0.75):
        line = np.concatenate(([False], dark[top + int(share * high)], [False]))
        starts, ends = np.flatnonzero(line[1:] & ~line[:-1]), np.flatnonzero(~line[1:] & line[:-1])
        if starts.size == 0 or (ends - starts).max() > _STROKE * high:
            return 0
        counts.add(int(starts.size))
    return counts.pop() if len(counts) == 1 else 0
