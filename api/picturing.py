"""The process that opens a stranger's PDF or picture to draw one page of it, held to the limits of the readers.

It is given a file, writes its answer into a file of its own folder, and ends; nothing that it loads or leaks lives longer.
"""

# ruff: noqa: PLC0415  what only one of the two jobs needs is loaded by that one, and after the limits hold

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from ingest.isolation.limits import LIMITS, Limits, confine, die_with_parent, without_network

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WIDTH: Final = 1200
"""Pixels across; small print is legible, a page weighs about 100 kB."""
TALLEST: Final = 3 * WIDTH
_QUALITY: Final = 72
_LIMITS: Final = Limits(most_seconds=20.0, written=16 * 1024**2)


def draw(file: Path, page: int) -> bytes:
    """Page ``page`` (from 1) of a PDF, or a picture itself, as WebP. Raises: ValueError, where there is no such page."""
    import cv2

    raw = file.read_bytes()
    pixels = _page(raw, page) if b"%PDF-" in raw[:1024] else _picture(raw, page)
    height, width = pixels.shape[:2]
    scale = min(1.0, WIDTH / width, TALLEST / height)
    if scale < 1.0:
        size = (max(1, round(width * scale)), max(1, round(height * scale)))
        pixels = cast("NDArray[np.uint8]", cv2.resize(pixels, size, interpolation=cv2.INTER_AREA))
    done, encoded = cv2.imencode(".webp", pixels, [cv2.IMWRITE_WEBP_QUALITY, _QUALITY])
    if not done:
        raise ValueError(page)
    return encoded.tobytes()


def _page(raw: bytes, page: int) -> NDArray[np.uint8]:
    from pypdfium2 import PdfDocument

    file = PdfDocument(raw)
    if not 1 <= page <= len(file):
        raise ValueError(page)
    one: Any = file[page - 1]
    width, height = one.get_size()
    scale = min(WIDTH / max(width, 1.0), TALLEST / max(height, 1.0))
    return cast("NDArray[np.uint8]", one.render(scale=scale, may_draw_forms=False).to_numpy())


def _picture(raw: bytes, page: int) -> NDArray[np.uint8]:
    import cv2
    import numpy as np

    from ingest.readers.scan import MOST_PIXELS, size_of

    width, height = size_of(raw)
    fits = page == 1 and 0 < width * height <= MOST_PIXELS
    pixels = cv2.imdecode(np.frombuffer(raw, np.uint8), cv2.IMREAD_COLOR) if fits else None
    if pixels is None:
        raise ValueError(page)
    return cast("NDArray[np.uint8]", pixels)


def places(file: Path) -> bytes:
    """Where each page of a PDF begins in the text that is read from it, and that text's hash, as JSON."""
    from ingest.document import PageBreak, Table
    from ingest.read import read_document

    document, _ = read_document(file)
    begins: dict[int, int] = {}
    for block in document.blocks:
        if isinstance(block, PageBreak):
            continue
        for one in block.rows if isinstance(block, Table) else (block,):
            if one.page is not None:
                begins[one.page] = min(begins.get(one.page, one.span.start), one.span.start)
    found = {"text": hashlib.sha256(document.text.encode()).hexdigest(), "begins": sorted(begins.items())}
    return json.dumps(found).encode()


def main() -> None:
    """The arguments are the job, the file, the page and where the answer goes; the exit status says whether there is one."""
    job, file, page, answer = sys.argv[1:]
    die_with_parent()
    confine(_LIMITS if job == "draw" else LIMITS)
    without_network()
    found = draw(Path(file), int(page)) if job == "draw" else places(Path(file))
    Path(answer).write_bytes(found)


__all__ = ["TALLEST", "WIDTH", "draw", "main", "places"]
