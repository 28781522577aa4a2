"""Reader for PDF files, opened by pdfium: the text of pages that have one, the picture of pages that are scans.

Scripts, attachments, forms and annotations are never looked at.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ingest.document import Document
from ingest.errors import UnreadableFile
from ingest.readers.layout import lay_out
from ingest.readers.oldletters import begun, modernised
from ingest.readers.sheet import Sheet

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

    from ingest.readers.picture import Picture

MOST_PAGES = 500
MOST_SCANNED = 200
MOST_WORDS = 1_000_000  # of a whole file
_FEWEST_WORDS = 5  # of a page with text; a scan may hold a stamp or a number put on later
_PICTURED = 0.3  # of a page: what its pictures cover at least where it is a scan
_AT_ONCE = 2  # pages whose pictures are read side by side


def read_pdf(name: str, raw: bytes) -> Document:
    """Lay a PDF out as a Document.

    Raises:
        UnreadableFile: broken, encrypted, too long, or a scan where tesseract is missing.
    """
    with _opened(name, raw) as file:
        sheets = _sheets(name, file)
    scanned = any(word.confidence is not None for sheet in sheets for word in sheet.words)
    if not scanned:
        modern, decided = modernised(sheets)
        return begun(lay_out(name, modern, "pdf"), decided)
    from ingest.readers.mending import mended  # noqa: PLC0415 - needed by scans alone

    return lay_out(name, mended(sheets), "scan")


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
    """The sheets of all pages, in order; those of scans are read by tesseract, a few at a time."""
    from ingest.readers.pdfpage import read_page  # noqa: PLC0415 - loads pdfium

    sheets: dict[int, Sheet] = {}
    waiting: deque[Future[Sheet]] = deque()
    words = scanned = 0
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for number, page in enumerate(file, 1):
            sheet, pictured = read_page(page.raw, number)
            if len(sheet.words) < _FEWEST_WORDS and pictured > _PICTURED:
                scanned += 1
                waiting.append(pool.submit(_seen, name, _rendered(page), number))
            page.close()
            words += len(sheet.words)
            if words > MOST_WORDS or scanned > MOST_SCANNED:
                message = f"tệp PDF có hơn {MOST_SCANNED} trang quét hoặc {MOST_WORDS} chữ, vượt giới hạn cho phép."
                raise UnreadableFile(message, file=name)
            sheets[number] = sheet
            while len(waiting) > _AT_ONCE:
                _keep(sheets, waiting.popleft().result())
        for future in waiting:
            _keep(sheets, future.result())
    return [sheets[number] for number in sorted(sheets)]


def _keep(sheets: dict[int, Sheet], sheet: Sheet) -> None:
    sheets[sheet.number] = sheet


def _rendered(page: PdfPage) -> Picture:
    """A page in grey at 300 dots an inch, less where it is very large."""
    from ingest.readers.scan import rendered  # noqa: PLC0415 - loads OpenCV

    return rendered(page)


def _seen(name: str, picture: Picture, number: int) -> Sheet:
    from ingest.readers.scan import read_picture  # noqa: PLC0415 - the same

    return read_picture(name, picture, number)
