"""Cutting a text into pieces at the places to be marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.document import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that is marked or not; the pieces of a text join up to it exactly.

    ``found`` tells that it holds words looked for, ``anchor`` names the first run of each such place.
    """

    text: str
    marked: bool = False
    found: bool = False
    anchor: str = ""


def pieces(text: str, spans: Iterable[Span], offset: int = 0) -> tuple[Piece, ...]:
    """Cut ``text`` at ``spans``, which count from ``-offset``: parts outside it are ignored."""
    found: list[Piece] = []
    position = 0
    for start, end in _merged(spans, offset, len(text)):
        if position < start:
            found.append(Piece(text[position:start]))
        found.append(Piece(text[start:end], marked=True))
        position = end
    if position < len(text):
        found.append(Piece(text[position:]))
    return tuple(found)


def with_found(cut: Sequence[Piece], hits: Sequence[tuple[int, Span]], offset: int = 0) -> tuple[Piece, ...]:
    """The pieces cut again at numbered ``hits``, which count from ``-offset``, are sorted and do not overlap."""
    found: list[Piece] = []
    for piece in cut:
        end = offset + len(piece.text)
        here = [(number, hit) for number, hit in hits if hit.start < end and offset < hit.end]
        position = offset
        for number, hit in here:
            start, stop = max(hit.start, offset), min(hit.end, end)
            if position < start:
                found.append(replace(piece, text=piece.text[position - offset : start - offset]))
            anchor = f"k{number}" if start == hit.start else ""
            found.append(Piece(piece.text[start - offset : stop - offset], piece.marked, found=True, anchor=anchor))
            position = stop
        if position < end or not here:
            found.append(replace(piece, text=piece.text[position - offset :]))
        offset = end
    return tuple(found)


def _merged(spans: Iterable[Span], offset: int, length: int) -> Iterator[tuple[int, int]]:
    """The parts of ``spans`` inside ``[0, length)``, sorted, overlapping ones as one."""
    last: tuple[int, int] | None = None
    for span in sorted(spans):
        start, end = max(span.start - offset, 0), min(span.end - offset, length)
        if start >= end:
            continue
        if last is None:
            last = (start, end)
        elif start <= last[1]:
            last = (last[0], max(last[1], end))
        else:
            yield last
            last = (start, end)
    if last is not None:
        yield last


def occurrences(text: str, values: Iterable[str]) -> tuple[Span, ...]:
    """Where each of ``values`` stands in ``text`` as whole words; white space may differ."""
    return tuple(
        Span(*match.span()) for value in values if value.strip() for match in re.finditer(_loosely(value), text)
    )


def _loosely(value: str) -> str:
    body = r"\s+".join(re.escape(word) for word in value.split())
    return rf"(?<!\w){body}(?!\w)"
