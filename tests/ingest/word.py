"""Plans written as Word files: a Document's blocks laid by python-docx, the way an office would set them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ingest.document import Document, Paragraph, Row, Table
from ingest.numerals import roman_value
from ingest.prose import is_caps

if TYPE_CHECKING:
    from docx.document import Document as WordFile

_HEADINGS = ((1, re.compile(r"[IVXLC]+\. ")), (2, re.compile(r"\d{1,2}\. ")), (3, re.compile(r"[a-zđ]\) ")))
_LISTS = (("upperRoman", "%1.", re.compile(r"[IVXLC]+\. ")), ("decimal", "%2.", re.compile(r"\d{1,2}\. ")))
_LONGEST_HEADING = 90  # characters


@dataclass(frozen=True, slots=True)
class Setting:
    """How a plan is set: heading styles, computed numbers, merged cells, blank paragraphs or spacing between paragraphs."""

    styled: bool = False
    numbered: bool = False
    merged: bool = False
    spaced: bool = False


def word_file(build: Callable[[WordFile], object]) -> bytes:
    """The bytes of a Word file that ``build`` fills."""
    made = docx.Document()
    build(made)
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def as_word(document: Document, setting: Setting = Setting()) -> bytes:
    """``document`` as a Word file: its paragraphs, its tables with gaps between them."""
    return word_file(lambda made: _fill(made, document, setting))


def _fill(made: WordFile, document: Document, setting: Setting) -> None:
    lists = _Lists(made) if setting.numbered else None
    for block in document.blocks:
        if isinstance(block, Paragraph):
            _paragraph(made, block, document.text, setting=setting, lists=lists)
        elif isinstance(block, Table):
            _table(made, block, document.text, setting)
            made.add_paragraph()


def _paragraph(made: WordFile, block: Paragraph, text: str, *, setting: Setting, lists: _Lists | None) -> None:
    words = block.span.slice(text)
    if block.gap and not setting.spaced:
        made.add_paragraph()
    level = next((level for level, mark in _HEADINGS if mark.match(words) and len(words) < _LONGEST_HEADING), 0)
    heading = bool(setting.styled and level and not words.endswith((";", ".")))
    item = lists.take(words) if lists else None
    paragraph = made.add_paragraph(style=f"Heading {level}" if heading else None)
    if item:
        properties = _number_properties(*item[:2])
        paragraph._p.get_or_add_pPr().append(properties)
        words = item[2]
    half = len(words) // 2  # Word cuts runs anywhere
    for part in (words[:half], words[half:]):
        paragraph.add_run(part).bold = True if block.bold and not heading else None
    if setting.spaced and block.gap:
        paragraph.paragraph_format.space_before = 12 * 12700
    elif setting.spaced:
        paragraph.paragraph_format.space_after = 0
    if is_caps(words) and not item:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


class _Lists:
    """Computed numbers for headings: as long as the typed ones count one up, as an office's list would."""

    def __init__(self, made: WordFile) -> None:
        self.root = made.part.numbering_part.element
        self.count = [0, 0]
        levels = "".join(
            f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{sort}"/><w:lvlText w:val="{words}"/></w:lvl>'
            for at, (sort, words, _) in enumerate(_LISTS)
        )
        self.root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>'))
        number = f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'
        self.root.append(parse_xml(number))

    def take(self, words: str) -> tuple[int, int, str] | None:
        """The list, the level and the words without their number, where the list would count the same."""
        for at, (_, _, mark) in enumerate(_LISTS):
            found = mark.match(words)
            if not found:
                continue
            label = found.group().rstrip(". ")
            count = (roman_value(label) or 0) if at == 0 else int(label)
            if count != self.count[at] + 1 or (at and str(count) != label):
                return None
            self.count[at:] = [count, *[0] * (1 - at)]
            return 77, at, words[found.end() :]
        return None


def _number_properties(number: int, level: int) -> Any:
    numbered = f'<w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
    return parse_xml(f"<w:numPr {nsdecls('w')}>{numbered}</w:numPr>")


def _table(made: WordFile, block: Table, text: str, setting: Setting) -> None:
    width = max(len(row.cells) for row in block.rows)
    table = made.add_table(rows=len(block.rows), cols=width)
    table.style = "Table Grid"
    for row, line in zip(block.rows, table.rows, strict=True):
        cells = line.cells
        for cell, at in zip(row.cells, cells, strict=False):
            if cell.row_span:
                _cell(at, cell.span.slice(text), bold=cell.bold)
        if setting.merged:
            _merge(row, cells, text)
    for top, row in enumerate(block.rows):
        for column, cell in enumerate(row.cells):
            if cell.row_span > 1:
                end = min(top + cell.row_span, len(block.rows)) - 1
                table.cell(top, column).merge(table.cell(end, column))


def _merge(row: Row, cells: Sequence[Any], text: str) -> None:
    """Blanks at the end of a row merged with the last cell that prints, as group rows are set."""
    printed = [at for at, cell in enumerate(row.cells) if cell.span.slice(text).strip()]
    if len(printed) in (1, 2) and len(row.cells) > 4 and printed[-1] < len(row.cells) - 2:
        cells[printed[-1]].merge(cells[len(row.cells) - 1])


def _cell(cell: Any, words: str, *, bold: bool) -> None:
    for number, line in enumerate(words.split("\n")):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        for turn, part in enumerate(re.split(r"(?<=; )", line)):
            run = paragraph.add_run(part.rstrip() if part.endswith("; ") else part)
            run.bold = bold or None
            if part.endswith("; ") and turn == 0:
                run.add_break(WD_BREAK.LINE)  # a line end inside a cell, where Word's users put it
            elif part.endswith("; "):
                run.add_text(" ")


def raw_xml(made: WordFile, xml: str) -> None:
    """Append WordprocessingML to the body; the prefix w is declared."""
    body = made.element.body
    body.insert(len(body) - 1, parse_xml(xml.replace(">", f" {nsdecls('w')}>", 1)))
