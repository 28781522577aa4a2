"""What a text says without the beginning or the end that the question says itself: "Tại khu A còn | 17 lô …" for "khu A vướng gì"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from rag.language.words import either, sound
from rag.measures.nearness import Spoken, spoken_of
from rag.measures.pieces import TRIM

_PLACES: Final = re.compile(r"(?i)(?:riêng\s+)?(?:đối với|tại|ở|trên|trong|với|về|riêng)\s+(?=\w)")
"""How a sentence begins that first says where, or of what, it is so."""
_COMMA: Final = re.compile(r"\s*[,:]\s+")
_HAS: Final = re.compile(
    r"\s+(?:(?:hiện nay|hiện|vẫn|đang|cũng|thì|mới)\s+)*(?:còn có|còn|có|là)\s+(?=\d|(?:một số|nhiều|các|những|trên|gần|hơn)\s)"
)
"""Leads to what there is, which is told by how much of it."""
_TELLS: Final = re.compile(
    r"\s+(?=(?:hiện|vẫn|đang|còn|chưa|không|chậm|thiếu|bị|theo|dựa|phải|cần|chỉ|mới|được|chủ yếu|khó|là|có|đi trước|lấy)\s)"
)
"""Before words with which it is told how something is."""
_NOUN: Final = re.compile(
    r"(?i)(?:những |các |một số )?(?P<noun>khó khăn|vướng mắc|hạn chế|tồn tại|bất cập|trở ngại|thách thức|thuận lợi|nguyên nhân|lý do)"
    r"(?: [^\W\d_]+){0,3}? là (?=\w)"
)
"""Says of what sort the statement behind it is: "Khó khăn chính là …"."""
_WHERE: Final = re.compile(
    r",?\s+(?=(?:sau khi|sau|trước khi|trước|trong|ngoài|ở|tại|trên|theo|khi|từ|giữa|của|về|với|đối với|cho|áp dụng)\s)"
)
"""Before what is said at the end of when, where and of whom it is so."""
_RULE: Final = re.compile(
    rf"\b(?:{either('nguyên tắc', 'quy tắc', 'yêu cầu', 'phương châm', 'quan điểm', 'tiêu chí', 'điều kiện', 'quy định')}) (?:{either('gì', 'nào', 'ra sao', 'thế nào', 'như thế nào', 'chi')})\b"
)
"""Asks for the rule that something keeps."""
_MUST: Final = re.compile(r"(?i)^(?:cần phải|phải|cần|nhất thiết phải)\s+(?=\w)")
_FEWEST: Final = 2
"""Words of the beginning, and of what stands behind it, that make each a phrase."""


def behind_said(spoken: str, text: str) -> str:
    """``text`` without a beginning of which the question says every word side by side; as it is where no statement follows."""
    opening = _PLACES.match(text)
    words = [word for word in spoken_of(text) if word.start >= (opening.end() if opening else 0)]
    for size in range(_said(spoken, words), _FEWEST - 1, -1):
        end = words[size - 1].end
        goes_on = (_COMMA.match(text, end) if opening else None) or _HAS.match(text, end) or _TELLS.match(text, end)
        if goes_on is None:
            continue
        behind = _HAS.match(text, goes_on.end() - 1) if goes_on[0].strip() in {",", ":"} else None
        told = text[(behind or goes_on).end() :].strip(TRIM)
        return told if len(told.split()) > _FEWEST else text
    return text


def behind_noun(text: str, spoken: str | None = None) -> str:
    """``text`` without words that only say it is a difficulty or the like; given a question, only where that says it itself."""
    named = _NOUN.match(text)
    said = named and (spoken is None or f" {sound(named['noun'])} " in f" {spoken} ")
    return text[named.end() :] if named and said else text


def behind_rule(spoken: str, text: str) -> str:
    """A rule without what it is a rule of and without "phải", where the question names the first and asks for a rule."""
    if not _RULE.search(spoken):
        return text
    told = behind_said(spoken, text)
    return _MUST.sub("", told) if told != text else text


def before_said(spoken: str, text: str) -> str:
    """``text`` without an end on when, where or of whom it is so that the question says in just these words."""
    for match in _WHERE.finditer(text):
        rest = [word.heard for word in spoken_of(text[match.end() :])]
        if (
            len(rest) > _FEWEST
            and f" {' '.join(rest)} " in f" {spoken} "
            and len(text[: match.start()].split()) >= _FEWEST
        ):
            return text[: match.start()].strip(TRIM)
    return text


def _said(spoken: str, words: Sequence[Spoken]) -> int:
    """How many of the words at the beginning stand in the question side by side."""
    said, read = f" {spoken} ", ""
    for size, word in enumerate(words):
        read = f"{read} {word.heard}"
        if f"{read} " not in said:
            return size
    return len(words)
