"""Text of a PDF page that does not stand upright: what belongs to a cell, what stands apart, what is left out."""

from __future__ import annotations

import pytest

from ingest.document import Document
from ingest.readers.pdf import read_pdf
from tests.ingest.printing import Printer, cells, prose


def _read(printer: Printer) -> Document:
    return read_pdf("mau.pdf", printer.raw())


def test_words_laid_aslant_over_a_page_are_no_part_of_its_text() -> None:
    printer = Printer(numbered=False)
    printer.paragraph("Phòng Nội vụ rà soát danh sách các hộ.")
    with printer.pdf.rotation(45, x=300, y=300):
        printer.at(150, 80, "BẢN DỰ THẢO")
    assert prose(_read(printer)) == ["Phòng Nội vụ rà soát danh sách các hộ."]


@pytest.mark.parametrize("angle", [90, 270])
def test_titles_printed_sideways_belong_to_their_cells_and_words_in_the_margin_stand_apart(angle: int) -> None:
    printer = Printer(numbered=False)
    for y in (100, 200, 220):
        printer.pdf.line(60, y, 400, y)
    for x in (60, 100, 340, 400):
        printer.pdf.line(x, 100, x, 220)
    printer.at(110, 150, "Nhiệm vụ")
    for at, line in enumerate(("Đơn vị", "chủ trì")):
        x = 365 + 14 * (at if angle == 90 else 1 - at)
        with printer.pdf.rotation(angle, x=x, y=150):
            printer.at(x - 30, 150, line)
    for x, words in ((65, "1"), (110, "Rà soát các hộ"), (350, "Văn thư")):
        printer.at(x, 214, words)
    with printer.pdf.rotation(angle, x=30, y=400):
        printer.at(30, 400, "Ký bởi Trần Thị Mây")
    document = _read(printer)
    assert cells(document) == [[["", "Nhiệm vụ", "Đơn vị chủ trì"], ["1", "Rà soát các hộ", "Văn thư"]]]
    assert prose(document) == ["Ký bởi Trần Thị Mây"]
