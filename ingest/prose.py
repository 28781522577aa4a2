"""Logical paragraphs: printed lines put back together where a page or a line width broke them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.document import Block, Document, PageBreak, Paragraph, Span, Table
from ingest.markup import collapse

_ENDS = re.compile(r"[.:;!?…]['\"”’)\]]*$|\./\.$")
_MARKED = re.compile(
    r"^(?:[-+*•–—●○▪►]\s|\(?[a-zđ]\)|\d{1,3}(?:\.\d{1,3})*[.)/]|\d{1,2}-\s|[IVXLC]+-\s|[IVXLC]+[.)/]\s|[A-Z][.)]\s"
    r"|\(\d+\)|(?:PHẦN|Phần|CHƯƠNG|Chương|Điều|ĐIỀU|Mục|MỤC)\s)"
)
_FOOTNOTE = re.compile(r"^[¹²³⁴⁵⁶⁷⁸⁹⁰]+\s*\S|^\[\d{1,2}\]\s+\S")


@dataclass(frozen=True, slots=True)
class Para:
    """A logical paragraph; ``text`` is the collapsed slice of the plan's text under ``span``."""

    text: str
    span: Span
    level: int = 0
    bold: bool = False
    gap: bool = False
    page: int | None = None

    @property
    def is_footnote(self) -> bool:
        """Whether the paragraph is a footnote printed at the foot of a page."""
        return bool(_FOOTNOTE.match(self.text))


Piece = Para | Table | PageBreak


def is_caps(text: str) -> bool:
    """Tell whether the letters of ``text`` are (nearly) all capitals."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 1 and sum(map(str.isupper, letters)) >= 0.85 * len(letters)


def has_marker(text: str) -> bool:
    """Tell whether a line starts with a bullet, a number or a heading word of its own."""
    return bool(_MARKED.match(text))


def _wrap_width(document: Document) -> int:
    """The width at which the file's lines are hard-wrapped, 0 when each line is a whole paragraph."""
    lengths = sorted(block.span.end - block.span.start for block in document.blocks if isinstance(block, Paragraph))
    if len(lengths) < 20:
        return 0
    widest = lengths[int(len(lengths) * 0.97)]
    near = sum(1 for length in lengths if 0.75 * widest <= length <= widest)
    return widest if 50 <= widest <= 125 and near >= 0.3 * len(lengths) else 0


def _joins(previous: Para, line: Paragraph, text: str, width: int) -> bool:
    """Tell whether a line carries on; ``previous.text`` is the last printed line of the paragraph so far."""
    if previous.level or line.level or previous.is_footnote or has_marker(text) or _FOOTNOTE.match(text):
        return False
    if _ENDS.search(previous.text) or (previous.bold != line.bold and not text[:1].islower()):
        return False
    if text[:1].islower():
        return not (is_caps(previous.text) and len(previous.text) < 40)
    if re.match(r"[(\[“\"]", text) and line.gap:
        return False
    return bool(width) and not line.gap and not is_caps(previous.text) and len(previous.text) >= 0.72 * width


def pieces(document: Document) -> list[Piece]:
    """The blocks of a document with broken paragraphs joined, in document order."""
    return list(_pieces(document.blocks, document.text, _wrap_width(document)))


def _pieces(blocks: Sequence[Block], text: str, width: int) -> Iterator[Piece]:
    held: Para | None = None
    tail = 0
    waiting: list[PageBreak] = []
    for block in blocks:
        if isinstance(block, PageBreak):
            waiting.append(block)
            continue
        if isinstance(block, Paragraph):
            line = collapse(block.span.slice(text))
            measured = replace(held, text=held.text[-tail:]) if held else None
            if held and measured and _joins(measured, block, line, width):
                span = Span(held.span.start, block.span.end)
                held, tail, waiting = replace(held, text=collapse(span.slice(text)), span=span), len(line), []
                continue
        if held:
            yield held
            held = None
        yield from waiting
        waiting = []
        if isinstance(block, Table):
            yield block
        else:
            held = Para(collapse(block.span.slice(text)), block.span, block.level, block.bold, block.gap, block.page)
            tail = len(held.text)
    if held:
        yield held
    yield from waiting
