"""Telegrams that only name what a clause gives the figure of: "Xã A 2026: thu ngân sách" of "Thu ngân sách đạt 12 tỷ đồng"."""

from __future__ import annotations

import re
from typing import Final

from ingest.folding import fold, tone_normal
from rag.language.words import either, sound
from rag.query.question import Query
from rag.query.subjects import MARKER

_TOLD: Final = re.compile(
    r"(?i)^\W*(?P<name>[^\d:;,.()]{6,}?)\s*(?::|\s(?:đạt|là|còn|ước đạt|phấn đấu đạt|duy trì)(?=\s))[^\d;,.()]{0,20}\d[^;,()]*$"
)
"""A name and one figure behind it, to the end of the clause."""
_ASKS: Final = re.compile(r"\b(?:ai|nào|gì|đâu|sao|bao giờ|bao nhiêu|bao lâu|mấy|hạn|ghi)\b", re.IGNORECASE)
_ASKS_PLAIN: Final = re.compile(r"\b(?:ai|nao|gi|sao|bao gio|bao nhieu|bao lau|may|han|ghi)\b|\bdau(?=\W*$)")
_SMALL: Final = re.compile(rf"\b(?:{either('của', 'các', 'trên', 'địa bàn', 'tổng', 'số', 'được', 'trong', 'năm')})\b")


_COUNTED: Final = re.compile(
    r"(?i)^\W*(?P<done>[^\d:;,.()]{2,40}?)\s+(?:(?:thêm|ít nhất|tối thiểu|trên|hơn|khoảng|đạt|được)\s+)*\d[\d.,]*\s+(?P<thing>[^\W\d_]+\s[^\W\d_]+)"
)
"""What is done with so many of a thing: "Trồng mới 500 cây xanh"."""


def asks_in_words(text: str, *, accents: bool) -> bool:
    """Whether a text holds a word that asks; with accents "đầu" is no "đâu"."""
    found = _ASKS.search(tone_normal(text)) if accents else _ASKS_PLAIN.search(fold(text))
    return found is not None


def names_figure_of(query: Query, text: str) -> bool:
    """Whether the question asks nothing in words and says all of the name before the one figure of a clause."""
    if query.role or asks_in_words(query.typed, accents=query.words.accents):
        return False
    text = MARKER.sub("", text)
    if names_counted(query, text):
        return True
    told = _TOLD.match(text)
    name = set(_SMALL.sub(" ", sound(told["name"])).split()) if told else set()
    return bool(name) and name <= set(query.spoken.split())


def names_counted(query: Query, text: str) -> bool:
    """Whether the thing that a clause counts is said first and behind it what is done with it: "cây xanh trồng mới"; the act alone is no figure."""
    told = _COUNTED.match(MARKER.sub("", text))
    thing, done = (sound(told["thing"]), sound(told["done"])) if told else ("", "")
    said = f" {query.spoken} "
    at = said.find(f" {thing} ") if thing else -1
    behind = said[at + 1 + len(thing) :] if at >= 0 else ""
    return bool(done) and f" {done} " in behind
