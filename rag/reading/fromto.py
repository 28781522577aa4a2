"""What something is turned from and into: "chuyển từ đâu sang đâu", out of the clause that says both."""

from __future__ import annotations

import re
from typing import Final

from rag.corpus.library import Library
from rag.language.words import either, sound
from rag.measures.nearness import crowding
from rag.measures.pieces import TRIM
from rag.query.question import Query

_GAP: Final = rf"(?:(?:(?:{either('những', 'các', 'cái', 'chỗ', 'mức', 'hình thức', 'mô hình', 'trạng thái', 'phương thức')}) )*(?:{either('đâu', 'gì', 'nào', 'cái gì')}))"
_INTO: Final = ("sang", "thành", "qua")
_TO: Final = ("đến", "tới", "lên", "xuống")
_ASKED: Final = re.compile(
    rf"\b(?:{sound('từ')} )?{_GAP} (?:{either('mà', 'chuyển', 'đổi')} )*(?:(?P<into>{either(*_INTO)})|(?P<to>{either(*_TO)})) {_GAP}(?= |$)"
)
_TURNED: Final = (
    r"(?<!\w)từ\s+(?!(?:ngày|tháng|quý|năm|\d)\b)(?P<of>[^,;.:()]{{2,90}}?)\s+(?:{ways})\s+(?P<to>[^,;.:()]{{2,}})"
)
_TEXTS: Final = {name: re.compile(_TURNED.format(ways="|".join(ways))) for name, ways in (("into", _INTO), ("to", _TO))}
_ENDS: Final = re.compile(
    r"\s(?:nhằm|để|theo|trong năm|trước ngày|góp phần|bảo đảm|đảm bảo|phù hợp|và (?:phải|tiếp tục))\s"
)

_AMOUNT: Final = rf"(?:{either('bao nhiêu', 'mấy')})(?: \S+){{0,4}}?"
_MOVED_TO: Final = either("xuống", "lên", "xuống còn", "còn", "lên đến", "lên tới", "đến", "tới", "thành", "sang")
_FIGURES_ASKED: Final = re.compile(rf"\b{sound('từ')} (?:{_AMOUNT}) (?:{_MOVED_TO}) (?:{_AMOUNT})(?= |$)")
_FIGURE: Final = (
    r"\d[\d.,]*(?:\s?%|(?:\s(?!xuống|lên|còn|đến|tới|thành|sang|trong|vào|theo|để|nhằm|và|năm\s\d)[^\W\d_]+){0,4})"
)
_FIGURES: Final = re.compile(
    rf"(?<!\w)từ\s+(?:mức\s+)?(?P<of>{_FIGURE})[^,;.:()\d]{{0,40}}?\s(?:xuống|lên|còn|đến|tới|thành|sang)\s+(?:(?:còn|đến|tới|mức)\s+)*"
    rf"(?P<to>(?:(?:dưới|trên|khoảng)\s+)?{_FIGURE})"
)
"""A figure that moves to another: "từ 03 ngày xuống còn 01 ngày"."""


def from_to(query: Query, library: Library, text: str) -> str:
    """The stretch of ``text`` that says both, where the question's words crowd most; "" where it asks or says no such thing."""
    asked = _ASKED.search(query.spoken)
    if asked is None:
        return ""
    near = crowding(text, {word: library.idf(word) for word in query.words.content()})
    found = list(_TEXTS[asked.lastgroup or "to"].finditer(text))
    best = max(found, key=lambda one: (near(*one.span()), -one.start()), default=None)
    return _ENDS.split(best[0], maxsplit=1)[0].strip(TRIM) if best else ""


def figures_moved(query: Query, library: Library, text: str) -> tuple[str, ...]:
    """Both figures of what rises or falls, where both are asked for; () unless ``text`` says both."""
    if not _FIGURES_ASKED.search(query.spoken):
        return ()
    near = crowding(text, {word: library.idf(word) for word in query.words.content()})
    best = max(_FIGURES.finditer(text), key=lambda one: (near(*one.span()), -one.start()), default=None)
    return (best["of"].strip(TRIM), best["to"].strip(TRIM)) if best else ()
