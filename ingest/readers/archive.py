"""Zip archives that office formats are made of, looked over before anything unpacks them.

Limits hold for the sizes that the archive's directory states; Python's zipfile unpacks no more than those.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from ingest.errors import UnreadableFile

MOST_ENTRIES = 5_000
MOST_UNPACKED = 200 * 1024 * 1024  # bytes, all entries together
MOST_XML = 32 * 1024 * 1024  # bytes of one part that is parsed; parsing takes some twenty times as much memory
MOST_RATIO = 200  # unpacked to packed, asked of parts over a megabyte: long tables shrink forty-fold
_SMALL = 1024 * 1024
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_USUAL = rb"http://schemas.openxmlformats.org/\1/2006/"
_MANIFEST = "META-INF/manifest.xml"  # of OpenDocument
_DECLARES = re.compile(
    b"<!DOCTYPE|<!ENTITY|" + "<!DOCTYPE".encode("utf-16-le") + b"|" + "<!DOCTYPE".encode("utf-16-be")
)
_OUTSIDE = re.compile(r"(?:^|/)\.\.(?:/|$)|^/|\\|[\x00-\x1f\x7f]")

# What zipfile, lxml, python-docx and openpyxl raise on broken or hostile bytes; lxml's errors are SyntaxErrors.
_FOREIGN = (
    ArithmeticError, AssertionError, AttributeError, BadZipFile, EOFError, LookupError, MemoryError, OSError, RuntimeError,
    SyntaxError, TypeError, ValueError, struct.error, zlib.error,
)  # fmt: skip


@contextmanager
def unbroken(name: str, kind: str) -> Iterator[None]:
    """Turn what other libraries raise on a broken file into the one line that a user reads.

    Raises:
        UnreadableFile: something inside raised an error of another library.
    """
    try:
        yield
    except _FOREIGN as error:
        raise UnreadableFile(f"tệp {kind} bị hỏng hoặc thiếu phần nên không đọc được.", file=name) from error


def check_archive(name: str, raw: bytes, kind: str, *, most_xml: int = MOST_XML) -> None:
    """Look an archive over before it is opened.

    Raises:
        UnreadableFile: broken, encrypted, or it would unpack to more than a plan can be.
    """
    with unbroken(name, kind), ZipFile(BytesIO(raw)) as archive:
        entries = archive.infolist()
        _check_sizes(name, entries, most_xml)
        if b"encryption-data" in (archive.read(_MANIFEST) if _MANIFEST in archive.namelist() else b""):
            raise UnreadableFile("tệp được đặt mật khẩu nên không đọc được.", file=name)
        for entry in entries:
            if entry.filename.lower().endswith((".xml", ".rels")) and _DECLARES.search(archive.read(entry)):
                raise UnreadableFile("tệp khai báo thực thể XML, có thể gây hại, nên không được mở.", file=name)


def _check_sizes(name: str, entries: list[ZipInfo], most_xml: int) -> None:
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise UnreadableFile("tệp được đặt mật khẩu nên không đọc được.", file=name)
    if any(_OUTSIDE.search(entry.filename) for entry in entries):
        raise UnreadableFile("tệp nén chứa đường dẫn ra ngoài, có thể gây hại, nên không được mở.", file=name)
    unpacked = sum(entry.file_size for entry in entries)
    parsed = max((e.file_size for e in entries if e.filename.lower().endswith((".xml", ".rels"))), default=0)
    squeezed = any(e.file_size > _SMALL and e.file_size > MOST_RATIO * max(1, e.compress_size) for e in entries)
    if len(entries) > MOST_ENTRIES or unpacked > MOST_UNPACKED or parsed > most_xml or squeezed:
        raise UnreadableFile("tệp bung ra quá lớn (có thể là bom nén) nên không được mở.", file=name)


def transitional(raw: bytes) -> bytes:
    """An archive in the names that libraries know, where Word or Excel saved it as "Strict Open XML"."""
    with ZipFile(BytesIO(raw)) as archive:
        if not any(
            _STRICT.search(archive.read(one)) for one in archive.infolist() if one.filename.endswith("_rels/.rels")
        ):
            return raw
        stream = BytesIO()
        with ZipFile(stream, "w") as made:
            for entry in archive.infolist():
                part = archive.read(entry)
                named = entry.filename.endswith((".xml", ".rels"))
                made.writestr(entry.filename, _STRICT.sub(_USUAL, part) if named else part)
    return stream.getvalue()
