"""Tables as files for the office: CSV, Excel, Word; cells as printed, none ever run as a formula."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

from web import wording
from web.tables import Table

if TYPE_CHECKING:  # only exports load it
    from docx.document import Document
    from docx.section import Section

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula."""
LONGEST_SHEET_NAME = 31
FACE = "Times New Roman"
TEXT_WIDTH = 25.7
"""Centimetres between the margins of an A4 page laid wide."""
MOST_COUNTED, LEAST_COUNTED = 100, 26
"""Characters of a cell between which its column's width grows."""
MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@dataclass(frozen=True, slots=True)
class Part:
    """One table of a file, under its own heading."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a file holds: a title, lines of introduction, tables."""

    title: str
    lines: tuple[str, ...]
    parts: tuple[Part, ...]


def part_of(table: Table, heading: str) -> Part:
    """A page's table, each row with its plan and place."""
    columns = (*(column.name for column in table.columns), wording.ITEM_PLACE, wording.ITEM_PLAN)
    rows = tuple((*(cell.text for cell in row.cells), row.locator, row.plan) for row in table.rows)
    return Part(heading, columns, rows)


def exported(sheet: Sheet, form: str) -> bytes:
    """The file of that form (a key of ``MEDIA``)."""
    writers = {"csv": as_csv, "xlsx": as_excel, "docx": as_word}
    return writers[form](sheet)


def as_csv(sheet: Sheet) -> bytes:
    """UTF-8 with the mark that Excel knows it by; the tables one below the other, a blank line between."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for number, part in enumerate(sheet.parts):
        if number:
            writer.writerow(())
        if len(sheet.parts) > 1:
            writer.writerow((inert(part.heading),))
        writer.writerows([inert(cell) for cell in row] for row in (part.columns, *part.rows))
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def inert(cell: str) -> str:
    """The cell as a spreadsheet shows it and does not run it: an apostrophe before what begins a formula."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell


def as_excel(sheet: Sheet) -> bytes:
    """One sheet for each table, cells stored as text."""
    from openpyxl import Workbook  # noqa: PLC0415 - half a second that only exports need
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415

    book = Workbook()
    book.remove(book.worksheets[0])
    for number, part in enumerate(sheet.parts, start=1):
        page = book.create_sheet(_sheet_name(part.heading, number))
        for down, row in enumerate((part.columns, *part.rows), start=1):
            for across, text in enumerate(row, start=1):
                cell = page.cell(down, across)
                cell.value = _storable(text)
                cell.data_type = "s"
                cell.quotePrefix = text.startswith(FORMULA_STARTS)
                cell.font = Font(bold=down == 1)
                cell.alignment = Alignment(wrap_text=True, vertical="top")
        for across, column in enumerate(zip(part.columns, *part.rows, strict=True), start=1):
            page.column_dimensions[page.cell(1, across).column_letter].width = _width(column)
        page.freeze_panes = "A2"
        page.auto_filter.ref = page.dimensions
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _sheet_name(heading: str, number: int) -> str:
    plain = "".join(" " if sign in "[]:*?/\\'" else sign for sign in heading)
    return f"{number}. {' '.join(plain.split())}"[:LONGEST_SHEET_NAME]


def _width(column: Sequence[str]) -> float:
    return float(min(60, max(10, *(len(cell) // (1 if len(cell) < 25 else 2) + 2 for cell in column))))


def as_word(sheet: Sheet) -> bytes:
    """A page laid wide: title, introduction, each table with its header row repeated on every page, no row broken over two."""
    from docx import Document as NewDocument  # noqa: PLC0415 - only exports need it

    document = NewDocument()
    _laid_out(document)
    document.add_heading(_storable(sheet.title), level=1)
    for line in sheet.lines:
        document.add_paragraph(_storable(line))
    for part in sheet.parts:
        if part.heading:
            document.add_heading(_storable(part.heading), level=2)
        _add_table(document, part)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _laid_out(document: Document) -> None:
    """A4 across, the face and size of official letters, headings black."""
    from docx.enum.section import WD_ORIENT  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Cm, Pt, RGBColor  # noqa: PLC0415

    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Cm(29.7), Cm(21)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2)
    for name, size in (("Normal", 12), ("Heading 1", 15), ("Heading 2", 13)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = FACE, Pt(size), RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    document.styles["Normal"].paragraph_format.space_after = Pt(4)
    _number_pages(page)


def _number_pages(page: Section) -> None:
    """The number of each page in its middle below, for a pile of loose sheets at a meeting."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415 - only exports need it
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    line = page.footer.paragraphs[0]
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    field.append(line.add_run("1")._r)  # noqa: SLF001 - python-docx has no fields
    line._p.append(field)  # noqa: SLF001 - the same


def _add_table(document: Document, part: Part) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.shared import Cm, Pt  # noqa: PLC0415

    table = document.add_table(rows=0, cols=len(part.columns), style="Table Grid")
    table.autofit = False
    widths = [Cm(TEXT_WIDTH * share) for share in shares((part.columns, *part.rows))]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for number, texts in enumerate((part.columns, *part.rows)):
        cells = table.add_row().cells
        for cell, text, width in zip(cells, texts, widths, strict=True):
            cell.width = width
            cell.paragraphs[0].paragraph_format.space_after = Pt(0)
            run = cell.paragraphs[0].add_run(_storable(text))
            run.bold, run.font.size = number == 0, Pt(10.5)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - python-docx has no other way
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - the same


def shares(rows: Sequence[Sequence[str]]) -> tuple[float, ...]:
    """How much of the page each column gets: by the length of its cells, none starved and none greedy; sums to 1."""
    lengths = [sum(min(len(cell), MOST_COUNTED) for cell in column) / len(rows) for column in zip(*rows, strict=True)]
    kept = [max(length, LEAST_COUNTED) for length in lengths]
    return tuple(length / sum(kept) for length in kept)


def _storable(text: str) -> str:
    """Without the control characters that XML cannot hold."""
    return "".join(sign for sign in text if sign >= " " or sign in "\n\t")
