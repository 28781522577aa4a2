"""Cells of a workbook in fonts from before Unicode, put into Unicode before anything is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ingest.encodings import UNICODE, Decision, decide, decode_old
from ingest.encodings.old import of_font

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet


def modernise(sheets: Sequence[Worksheet]) -> Decision:
    """Put the words of every cell and the names of the sheets into Unicode, in place; what was decided, and why.

    The font of a cell tells its encoding; where no font does, the words of the whole workbook decide.
    """
    cells = [cell for sheet in sheets for cell in _worded(sheet)]
    decided = decide("\n".join([*(sheet.title for sheet in sheets), *(str(cell.value) for cell in cells)]))
    old = sorted({str(cell.font.name) for cell in cells if cell.has_style and of_font(cell.font.name)})
    if not old and decided is UNICODE:
        return UNICODE
    if old:
        decided = Decision((None, *(name for name in decided.encodings if name)), decided.why, decided.known)
    used: dict[str, None] = {}
    for cell in cells:
        found = decode_old(str(cell.value), cell.font.name if cell.has_style else None, decided=decided)
        if found.encoding is not None:
            cell.value = found.text
            used |= dict.fromkeys(found.encoding.split("+"))
    for sheet in sheets:
        sheet.title = decode_old(sheet.title, decided=decided).text
    why = f"phông chữ {', '.join(old)}" if old else decided.why
    return Decision(tuple(used), why) if used else UNICODE


def _worded(sheet: Worksheet) -> Iterator[Cell | MergedCell]:
    """The cells that hold words; only cells that are there are asked."""
    for cell in sheet._cells.values():  # noqa: SLF001 - iter_rows would make every blank cell
        if isinstance(cell.value, str):
            yield cell
