"""A file on disk becomes a Plan: bytes checked, decoded, laid out by its reader, then read for structure."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import Path

from ingest.build import build_plan
from ingest.document import Document
from ingest.errors import NotAPlan, UnreadableFile
from ingest.plan import Plan
from ingest.readers.formats import SUFFIXES, reader_of
from ingest.readers.text import read_text

MAX_BYTES = 50 * 1024 * 1024
TEXT_SUFFIXES = frozenset({".txt", ".md", ".text", ".markdown"})
PLAN_SUFFIXES = TEXT_SUFFIXES | frozenset(SUFFIXES)
"""Of the files that are taken where a folder is named."""

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def _load(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise UnreadableFile("đây là thư mục, không phải tệp kế hoạch.", file=path)
        if path.stat().st_size > MAX_BYTES:
            raise UnreadableFile(f"tệp lớn hơn {MAX_BYTES // 1024 // 1024} MB, vượt giới hạn cho phép.", file=path)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFile("không tìm thấy tệp.", file=path) from error
    except PermissionError as error:
        raise UnreadableFile("không có quyền đọc tệp.", file=path) from error
    except OSError as error:
        raise UnreadableFile(f"không đọc được tệp ({error.strerror or error}).", file=path) from error


def decode(raw: bytes, path: Path) -> tuple[str, str]:
    """Text and the name of its encoding.

    Raises:
        UnreadableFile: empty, binary, or in no Unicode encoding.
    """
    if not raw.strip():
        raise UnreadableFile("tệp rỗng, không có nội dung.", file=path)
    encoding = next((name for mark, name in _MARKS if raw.startswith(mark)), "utf-8")
    if encoding == "utf-8" and b"\x00" in raw:
        raise UnreadableFile("đây là tệp nhị phân, không phải văn bản.", file=path)
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        message = "tệp không phải văn bản mã Unicode (UTF-8 hoặc UTF-16) nên không đọc được."
        raise UnreadableFile(message, file=path) from error
    if len(_CONTROL.findall(text)) > 0.01 * len(text):
        raise UnreadableFile("đây là tệp nhị phân, không phải văn bản.", file=path)
    return text, encoding


def read_document(path: Path) -> tuple[Document, str]:
    """The document laid out by the reader for its format, and the SHA-256 of its bytes (hex).

    Raises:
        UnreadableFile: missing, forbidden, too large, empty, binary or undecodable.
        NotAPlan: nothing but markup in it.
    """
    raw = _load(path)
    if not raw.strip():
        raise UnreadableFile("tệp rỗng, không có nội dung.", file=path)
    name = unicodedata.normalize("NFC", path.name)
    reader = reader_of(name, raw)
    try:
        document = read_text(name, *decode(raw, path)) if reader is None else reader(name, raw)
    except UnreadableFile as error:
        raise UnreadableFile(error.message, file=path) from error
    if not document.text.strip():
        raise NotAPlan("tệp không có chữ nào đọc được.", file=path)
    return document, hashlib.sha256(raw).hexdigest()


def read_plan(path: Path) -> Plan:
    """Read one file as a plan.

    Raises:
        UnreadableFile: the file cannot be read as text.
        NotAPlan: it reads well but holds no plan.
    """
    document, digest = read_document(path)
    return build_plan(document, digest)
