"""A workbook typed in fonts from before Unicode says the same as in a font of today, whatever tells the font."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from ingest.build import build_plan
from ingest.document import Document
from ingest.readers.xlsx import read_xlsx
from tests.ingest.excel import as_excel, workbook
from tests.ingest.ooxml import lines
from tests.ingest.sources import said
from tests.ingest.test_docx_old_fonts import FONTS, SAMPLES, Fonts, _document, _strings, _tcvn3


def _retyped(raw: bytes, fonts: Fonts) -> bytes:
    book = load_workbook(BytesIO(raw))
    for cell in (cell for row in book.worksheets[0].iter_rows() for cell in row):
        if isinstance(cell.value, str):
            name, cell.value = fonts(cell.value)
            cell.font = Font(name=name, bold=cell.font.bold)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _said(document: Document) -> list[str]:
    return [one.lower() for one in _strings(said(build_plan(document, "0")))]


@pytest.mark.parametrize("fonts", [name for name in FONTS if "symbol" not in name])
@pytest.mark.parametrize("at", range(len(SAMPLES)))
def test_a_workbook_in_old_fonts_says_the_same(at: int, fonts: str) -> None:
    raw = as_excel(_document(at))
    found, expected = read_xlsx("a.xlsx", _retyped(raw, FONTS[fonts])), read_xlsx("a.xlsx", raw)
    assert found.text.lower() == expected.text.lower()
    assert _said(found) == _said(expected)
    assert found.encoding == fonts.partition(" ")[0].lower()
    assert found.encoding_why


def test_cells_of_today_among_old_ones_are_left_as_they_are() -> None:
    def fill(book: Workbook) -> None:
        sheet = book.worksheets[0]
        for row, (words, font) in enumerate((_tcvn3("Kế hoạch của Sở")[::-1], ("các xã, phường là", "Arial")), 1):
            sheet.cell(row, 1, words).font = Font(name=font)

    assert lines(read_xlsx("a.xlsx", workbook(fill))) == ["Kế hoạch của Sở", "các xã, phường là"]
