"""Which reader a file goes to: by its first bytes where they tell, else by its suffix. A reader is imported when used.

A reader takes a file's name and bytes and gives its Document, touching nothing else.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import PurePath
from types import MappingProxyType
from typing import cast

from ingest.document import Document

Reader = Callable[[str, bytes], Document]

# Format: the module and the function that read it.
READERS: Mapping[str, tuple[str, str]] = MappingProxyType({
    "docx": ("ingest.readers.docx", "read_docx"),
    "html": ("ingest.readers.html", "read_html"),
    "ods": ("ingest.readers.office", "read_ods"),
    "odt": ("ingest.readers.office", "read_odt"),
    "ole": ("ingest.readers.office", "read_ole"),
    "pdf": ("ingest.readers.pdf", "read_pdf"),
    "rtf": ("ingest.readers.office", "read_rtf"),
    "scan": ("ingest.readers.scan", "read_scan"),
    "xlsx": ("ingest.readers.xlsx", "read_xlsx"),
})  # fmt: skip
SUFFIXES: Mapping[str, str] = MappingProxyType({
    ".doc": "ole",
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".htm": "html",
    ".html": "html",
    ".jpeg": "scan",
    ".jpg": "scan",
    ".mht": "html",
    ".mhtml": "html",
    ".ods": "ods",
    ".odt": "odt",
    ".pdf": "pdf",
    ".png": "scan",
    ".rtf": "rtf",
    ".xhtml": "html",
    ".xls": "ole",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
})  # fmt: skip
"""The format that a suffix promises; what the bytes say comes first."""

_HTML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_MHTML = re.compile(rb"\s*MIME-Version:.{1,2000}multipart/related", re.IGNORECASE | re.DOTALL)
_ODF = re.compile(rb"mimetypeapplication/vnd\.oasis\.opendocument\.(text|spreadsheet)")
_HEAD = 4096  # bytes
_PDF_HEAD = 1024  # bytes in which a PDF may begin
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_SIGNED = frozenset({"ole", "rtf"})  # formats whose first bytes always tell them
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def format_of(name: str, raw: bytes) -> str | None:
    """The format of a file, None for text and for what no reader knows."""
    found = _by_content(raw[:_HEAD], raw)
    promised = SUFFIXES.get(PurePath(name).suffix.lower())
    if found is None and promised in _SIGNED and b"\x00" not in raw:
        return None  # text under the name of a Word file, as some web pages offer
    return found or promised


def _by_content(head: bytes, raw: bytes) -> str | None:
    if head.startswith(b"PK\x03\x04"):
        return _archive(head, raw)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return "ole"
    if head.startswith(_UTF_16):
        head = head.decode("utf-16", "ignore").encode()
    if b"%PDF-" in head[:_PDF_HEAD]:
        return "pdf"
    if head.startswith(_PICTURES):
        return "scan"
    if head.lstrip().startswith(b"{\\rtf"):
        return "rtf"
    return "html" if _HTML.match(head.removeprefix(b"\xef\xbb\xbf")) or _MHTML.match(head) else None


def _archive(head: bytes, raw: bytes) -> str | None:
    """What a zip archive holds, by the names in its directory (at its end) and by its first entry."""
    odf = _ODF.search(head)
    if odf:
        return "odt" if odf.group(1) == b"text" else "ods"
    if b"word/document" in raw:
        return "docx"
    return "xlsx" if b"xl/workbook" in raw else None


def reader_of(name: str, raw: bytes) -> Reader | None:
    """The reader for a file, None where it is to be read as text."""
    found = format_of(unicodedata.normalize("NFC", name), raw)
    if found is None or found not in READERS:
        return None
    module, function = READERS[found]
    return cast("Reader", getattr(import_module(module), function))
