"""Reader for PDF files with text, opened by pdfium; what only a picture shows is left to the reader of scans.

Scripts, attachments, forms and annotations are never looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ingest.document import Document
from ingest.errors import UnreadableFile
from ingest.readers.layout import lay_out
from ingest.readers.sheet import Sheet

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MOST_PAGES = 500
MOST_WORDS = 1_000_000  # of a whole file


def read_pdf(name: str, raw: bytes) -> Document:
    """Lay a PDF out as a Document.

    Raises:
        UnreadableFile: broken, encrypted, too long, or not one page can be read.
    """
    with _opened(name, raw) as file:
        return lay_out(name, _sheets(name, file), "pdf")


@contextmanager
def _opened(name: str, raw: bytes) -> Iterator[PdfDocument]:
    from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415 - a text plan must not wait for it

    try:
        file = PdfDocument(raw)
    except PdfiumError as error:
        locked = "password" in str(error).lower() or "security" in str(error).lower()
        message = "tệp PDF được đặt mật khẩu nên không đọc được." if locked else "tệp PDF bị hỏng hoặc không phải PDF."
        raise UnreadableFile(message, file=name) from error
    try:
        if not 0 < len(file) <= MOST_PAGES:
            message = f"tệp PDF có {len(file)} trang; chỉ đọc tệp từ 1 đến {MOST_PAGES} trang."
            raise UnreadableFile(message, file=name)
        yield file
    except PdfiumError as error:
        raise UnreadableFile("tệp PDF bị hỏng, có trang không mở được.", file=name) from error
    finally:
        file.close()


def _sheets(name: str, file: PdfDocument) -> list[Sheet]:
    from ingest.readers.pdfpage import read_page  # noqa: PLC0415 - loads pdfium

    sheets: list[Sheet] = []
    words = 0
    for number, page in enumerate(file, 1):
        sheet, _ = read_page(page.raw, number)
        page.close()
        words += len(sheet.words)
        if words > MOST_WORDS:
            raise UnreadableFile(f"tệp PDF có hơn {MOST_WORDS} chữ, vượt giới hạn cho phép.", file=name)
        sheets.append(sheet)
    return sheets
