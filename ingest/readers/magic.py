"""Files made of pages, told by their first bytes, else by their suffix."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from ingest.document import Document

PAGE_SUFFIXES = frozenset({".pdf", ".png", ".jpg", ".jpeg"})
_HEAD = 1024  # bytes in which a PDF may begin
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def page_reader(name: str, raw: bytes) -> Callable[[str, bytes], Document] | None:
    """The reader for a PDF or a picture; None for any other file. What the bytes say comes before the suffix."""
    suffix = PurePath(name).suffix.lower()
    if b"%PDF-" in raw[:_HEAD]:
        suffix = ".pdf"
    elif raw.startswith(_PICTURES):
        suffix = ".png"
    if suffix == ".pdf":
        from ingest.readers.pdf import read_pdf  # noqa: PLC0415 - a text plan must not wait for it

        return read_pdf
    if suffix in PAGE_SUFFIXES:
        from ingest.readers.scan import read_scan  # noqa: PLC0415 - the same

        return read_scan
    return None
