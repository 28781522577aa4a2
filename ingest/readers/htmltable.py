"""Tables that an export left in HTML: rows and cells; a cell over several rows is held, one over columns leaves blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.readers.stacked import HELD, Lines, Stacked

_TABLE = re.compile(r"<table\b[^>]*>(?P<body>.*?)</table\s*>", re.IGNORECASE | re.DOTALL)
_ROW = re.compile(r"<tr\b[^>]*>(.*?)(?=</tr\b|<tr\b|\Z)", re.IGNORECASE | re.DOTALL)
_CELL = re.compile(r"<t[dh]\b(?P<attributes>[^>]*)>(?P<words>.*?)(?=</t[dh]\b|<t[dh]\b|\Z)", re.IGNORECASE | re.DOTALL)
_BREAK = re.compile(r"<br\s*/?>|</(?:p|div|li)\s*>", re.IGNORECASE)
_MERGED = re.compile(r"\b(col|row)span\s*=\s*[\"']?\s*(\d{1,3})", re.IGNORECASE)
_WIDEST = 40  # columns that a merged cell may span


def parts(source: str) -> Iterator[str | list[Stacked]]:
    """The text of a file in order: what stands between its HTML tables, and the rows of each table."""
    at = 0
    for table in _TABLE.finditer(source) if "</table" in source.lower() else ():
        rows = list(_rows(table.group("body")))
        if not rows:
            continue
        yield source[at : table.start()]
        yield rows
        at = table.end()
    yield source[at:]


def _rows(body: str) -> Iterator[Stacked]:
    held: dict[int, int] = {}  # rows that a cell above still spans, by column
    for found in _ROW.finditer(body):
        row: Stacked = []
        for cell in _CELL.finditer(found.group(1)):
            _pass_held(row, held)
            merged = {kind.lower(): int(number) for kind, number in _MERGED.findall(cell.group("attributes"))}
            wide = min(max(1, merged.get("col", 1)), _WIDEST)
            held.update(dict.fromkeys(range(len(row), len(row) + wide), merged.get("row", 1) - 1))
            row += [_lines(cell.group("words")), *[None] * (wide - 1)]
        _pass_held(row, held)
        if row:
            yield row


def _pass_held(row: Stacked, held: dict[int, int]) -> None:
    """Hold the columns that cells of the rows above span."""
    while held.get(len(row), 0) > 0:
        held[len(row)] -= 1
        row.append(HELD)


def _lines(words: str) -> Lines:
    """The lines of a cell: only a break parts them, a line end of the file does not."""
    return tuple(" ".join(line.split()) for line in _BREAK.split(words) if line.strip())
