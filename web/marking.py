"""Cutting a text into pieces at the places to be marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.document import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that is marked or not; the pieces of a text join up to it exactly."""

    text: str
    marked: bool = False


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
