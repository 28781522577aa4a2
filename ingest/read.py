"""A file on disk becomes a Plan: bytes checked, decoded, laid out by its reader, then read for structure."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from ingest.build import build_plan
from ingest.document import Document, Table
from ingest.encodings import Decoded, NotText, decode_bytes
from ingest.errors import NotAPlan, UnreadableFile
from ingest.plan import Plan
from ingest.readers.formats import SUFFIXES, reader_of
from ingest.readers.text import read_text
from ingest.report import reported

MAX_BYTES = 50 * 1024 * 1024
MOST_CHARACTERS = 5_000_000  # the longest plan met has 150 000, in 250 blocks and 3 000 cells
MOST_BLOCKS = 100_000
MOST_CELLS = 200_000
MOST_PAGES = 1_000
TEXT_SUFFIXES = frozenset({".txt", ".md", ".text", ".markdown"})
PLAN_SUFFIXES = TEXT_SUFFIXES | frozenset(SUFFIXES)
"""Of the files that are taken where a folder is named."""

_HIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def _load(path: Path) -> bytes:
    if _HIDDEN.search(path.name):
        raise UnreadableFile("tên tệp có ký tự điều khiển; hãy đổi tên rồi thử lại.", file=path)
    try:
        if path.is_symlink() and not path.resolve().is_relative_to(path.parent.resolve()):
            raise UnreadableFile("đây là liên kết trỏ ra ngoài thư mục; hãy chỉ thẳng đến tệp gốc.", file=path)
        status = path.stat()
        if S_ISDIR(status.st_mode):
            raise UnreadableFile("đây là thư mục, không phải tệp kế hoạch.", file=path)
        if not S_ISREG(status.st_mode):
            raise UnreadableFile("đây là thiết bị hoặc ống dẫn, không phải tệp kế hoạch.", file=path)
        if status.st_size > MAX_BYTES:
            raise UnreadableFile(f"tệp lớn hơn {MAX_BYTES // 1024 // 1024} MB, vượt giới hạn cho phép.", file=path)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFile("không tìm thấy tệp.", file=path) from error
    except PermissionError as error:
        raise UnreadableFile("không có quyền đọc tệp.", file=path) from error
    except OSError as error:
        raise UnreadableFile(f"không đọc được tệp ({error.strerror or error}).", file=path) from error
    except RuntimeError as error:  # how Python before 3.13 tells links that point at each other
        raise UnreadableFile("liên kết trỏ vòng quanh chính nó.", file=path) from error


def decode(raw: bytes, path: Path) -> Decoded:
    """The text, the name of its encoding, and why that was decided where it was not plain.

    Raises:
        UnreadableFile: empty, binary, or in no encoding that reads as Vietnamese.
    """
    if not raw.strip():
        raise UnreadableFile("tệp rỗng, không có nội dung.", file=path)
    try:
        return decode_bytes(raw)
    except NotText as error:
        raise UnreadableFile(str(error), file=path) from error


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
    _check_size(document, path)
    return document, hashlib.sha256(raw).hexdigest()


def _check_size(document: Document, path: Path) -> None:
    """Raises: UnreadableFile for a document larger than any plan, whatever its reader unpacked it from."""
    cells = sum(len(row.cells) for block in document.blocks if isinstance(block, Table) for row in block.rows)
    if len(document.text) > MOST_CHARACTERS or len(document.blocks) > MOST_BLOCKS or cells > MOST_CELLS:
        raise UnreadableFile("văn bản dài hoặc có bảng lớn quá mức của một kế hoạch nên không được đọc.", file=path)
    if (document.pages or 0) > MOST_PAGES:
        raise UnreadableFile(f"văn bản có hơn {MOST_PAGES} trang, vượt giới hạn cho phép.", file=path)


def read_plan(path: Path) -> Plan:
    """Read one file as a plan.

    Raises:
        UnreadableFile: the file cannot be read as text.
        NotAPlan: it reads well but holds no plan.
    """
    document, digest = read_document(path)
    return reported(document, build_plan(document, digest))
