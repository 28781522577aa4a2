"""Plans written as workbooks: a Document's blocks row after row on one sheet, the way an office keeps its annexes."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Border, Font, Side

from ingest.document import Document, Paragraph, Table

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

EDGES = Border(left=Side("thin"), right=Side("thin"))


def workbook(build: Callable[[Workbook], object]) -> bytes:
    """The bytes of a workbook that ``build`` fills; it starts with one sheet."""
    book = Workbook()
    build(book)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def as_excel(document: Document, *, merged: bool = False) -> bytes:
    """``document`` on one sheet, blank rows where it has gaps; ``merged`` puts group rows and titles over all columns."""
    return workbook(lambda book: _fill(book.worksheets[0], document, merged=merged))


def _fill(sheet: Worksheet, document: Document, *, merged: bool) -> None:
    at = 1
    for block in document.blocks:
        if isinstance(block, Paragraph):
            at += block.gap
            cell = sheet.cell(at, 1, block.span.slice(document.text))
            cell.font = Font(bold=block.bold)
            if merged:
                sheet.merge_cells(start_row=at, end_row=at, start_column=1, end_column=6)
            at += 1
        elif isinstance(block, Table):
            at += 1
            for row in block.rows:
                for column, one in enumerate(row.cells, 1):
                    sheet.cell(at, column).border = EDGES if len(row.cells) > 3 else Border()
                    if one.row_span:
                        sheet.cell(at, column, one.span.slice(document.text) or None).font = Font(bold=one.bold)
                printed = [column for column, one in enumerate(row.cells, 1) if one.span.slice(document.text).strip()]
                if merged and len(printed) == 2 and printed[1] + 1 < len(row.cells) and len(row.cells) > 4:
                    sheet.merge_cells(start_row=at, end_row=at, start_column=printed[1], end_column=len(row.cells))
                at += 1
            at += 1
