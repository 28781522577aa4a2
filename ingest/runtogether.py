"""Items printed in the line of the one before: "… được duyệt.4. Tổ chức …" is the end of one and the beginning of another.

The mark is glued to the full stop, goes on from the mark of its own sort that was read last, and is missing otherwise:
what follows begins a list under it or goes on from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.document import Span
from ingest.letters import UPPER
from ingest.marks import Level, Mark, read_mark
from ingest.markup import collapse
from ingest.prose import Para, Piece

_GLUED = re.compile(rf"(?<=[^\W\d_”)][.;])(?=\d{{1,2}}\.\s+[{UPPER}])|(?<=[^\W\d_”)][.;])(?=[a-zđ]\)\s+[{UPPER}])")
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_ORDERED = (Level.DECIMAL, Level.LETTER)


def apart(found: Sequence[Piece], text: str) -> list[Piece]:
    """The pieces, with each item that a line break is missing before in a paragraph of its own."""
    kept: list[Piece] = []
    last: dict[Level, Mark] = {}
    for at, piece in enumerate(found):
        if not isinstance(piece, Para):
            kept.append(piece)
            continue
        for part in _parts(piece, found[at + 1 :], last, text):
            _remember(read_mark(part.text), last)
            kept.append(part)
    return kept


def _remember(mark: Mark | None, last: dict[Level, Mark]) -> None:
    if mark is None or mark.level is Level.BULLET:
        return
    for level in [level for level in last if level > mark.level]:
        del last[level]
    last[mark.level] = mark


def _parts(para: Para, following: Sequence[Piece], last: dict[Level, Mark], text: str) -> Iterator[Para]:
    """The paragraph, or its two parts where another item begins inside it."""
    own = read_mark(para.text)
    seen = dict(last)
    _remember(own, seen)
    for glued in _GLUED.finditer(para.span.slice(text)):
        at = para.span.start + glued.end()
        second = Span(at, para.span.end)
        mark = read_mark(collapse(second.slice(text)))
        if mark is None or mark.level not in _ORDERED or mark.depth > 1 or mark.level not in seen:
            continue
        if mark.label == _next(seen[mark.level].label) and _is_missed(mark, following):
            first = Span(para.span.start, at)
            yield replace(para, text=collapse(first.slice(text)), span=first)
            yield replace(para, text=collapse(second.slice(text)), span=second, bold=False, level=0)
            return
    yield para


def _next(label: str) -> str:
    """The label that follows in its list; "" where none does."""
    if label.isdigit():
        return str(int(label) + 1)
    at = _LETTERS.find(label)
    return _LETTERS[at + 1 : at + 2] if at >= 0 else ""


def _is_missed(mark: Mark, following: Sequence[Piece]) -> bool:
    """Whether what follows shows that an item begins there: a list under it, or the item after it."""
    marks = (read_mark(one.text) for one in following if isinstance(one, Para))
    ahead = next((one for one in marks if one is not None and one.level is not Level.BULLET), None)
    if ahead is None:
        return False
    return ahead.label == "a" or (ahead.level is mark.level and ahead.label == _next(mark.label))
