"""What a clause goes on to say behind the very words that the question says up to its gap.

"Khó khăn chính là …" for "khó khăn chính … là gì", "… phê bình tổ có …" for "phê bình tổ nào".
"""

from __future__ import annotations

import re
from typing import Final

from rag.language.asked import Asked, Sort, read_asked
from rag.language.words import either, sound
from rag.measures.nearness import spoken_of
from rag.measures.pieces import TRIM, runs
from rag.query.question import Query
from rag.query.subjects import MARKER
from rag.query.unplaced import unplaced

_IS: Final = re.compile(r"\s(?:là|gồm|bao gồm)\s+(?=\w)")
_SENTENCE: Final = re.compile(r"[;:]\s|\.\s|,\s")
_ENDS: Final = re.compile(r";|\.(?=\s|$)")
_PREDICATE_ENDS: Final = re.compile(rf"{_ENDS.pattern}|,?\s(?:để|nhằm|góp phần)\s")
_FEWEST: Final = 2
"""Words of a subject, and of a thing, that the question must say."""
_WHICH: Final = re.compile(rf"(?P<before>(?:\S+ ){{3,}}?){sound('nào')}$")
_OF_KIND: Final = re.compile(
    rf"(?P<before>(?:\S+ ){{3,}}?)(?:theo |co |thuoc |mang )*(?:{either('kiểu', 'loại', 'dạng', 'thể loại', 'tính chất', 'hạng')}) (?:{either('gì', 'nào', 'thế nào', 'như thế nào', 'ra sao')})$"
)
"""Asks of what kind a thing is with which something is done."""
_FILLING: Final = re.compile(rf"\b(?:{either('những', 'các', 'cái', 'một')}) ")
_DONE: Final = 3
"""Words that may say no more than a thing and what leads to it: "cho tổ nào"."""
_LONGEST: Final = 8
"""Words of the question before its gap that a clause may repeat."""
_DENIES: Final = re.compile(r"(?i)\b(?:không|chưa|chẳng)\s")
_DENIED: Final = re.compile(rf"\b(?:{either('không', 'chưa', 'chẳng')})\b")
_DESCRIBES: Final = re.compile(r"\s+(?![A-ZĐÀ-Ỹ\d(])[^\W\d_]+(?:\s+\S+){2,}")
"""What describes a thing that has no name of its own."""
_NO_VERB: Final = frozenset(map(sound, ("do", "của", "là", "ở", "tại", "gồm", "bởi", "từ", "đến", "thuộc")))

_NO_THING: Final = frozenset(
    map(
        sound,
        (
            "khi",
            "lúc",
            "giờ",
            "ngày",
            "tháng",
            "năm",
            "quý",
            "tuần",
            "hôm",
            "đợt",
            "dịp",
            "thế",
            "độ",
            "mức",
            "số",
            "nơi",
            "chỗ",
        ),
    )
)
"""Before "nào" these ask for a time, place, manner or measure."""


def is_said(asked: Asked, text: str) -> str:
    """What a text says that a subject is, where the question names all of the subject and asks what it is; "" otherwise."""
    named = _named_behind(asked)
    if not named and (asked.lead != sound("là") or asked.head or asked.thing):
        return ""
    text = MARKER.sub("", text)
    said = {*asked.before, *asked.after}
    for match in _IS.finditer(text):
        subject = sound(_SENTENCE.split(text[: match.start()])[-1]).split()
        before = named or asked.before
        opens = subject[:1] == list(before[:1]) and said.issuperset(subject)
        if len(subject) >= _FEWEST and (opens or f" {' '.join(subject)} " in f" {' '.join(before)} "):
            end = _PREDICATE_ENDS.search(text, match.end())
            return text[match.end() : end.start() if end else len(text)].strip(TRIM)
    return ""


def _named_behind(asked: Asked) -> tuple[str, ...]:
    """The subject that stands behind the question word: "đâu là | hạn chế lớn nhất"; () otherwise."""
    return asked.after[1:] if asked.after[:1] == (sound("là"),) else ()


def thing_described(query: Query, text: str) -> str:
    """The thing as a text describes it, where the question says what is done with it: "phê bình tổ nào"; "" otherwise.

    A name, or what is denied by one and not by the other, is nothing so described.
    """
    gap = read_asked(query.words)
    # Other things are found by the words about the gap.
    asked = _WHICH.search(_FILLING.sub("", query.spoken)) if gap.unit or gap.sort is Sort.WHOLE else None
    words = asked["before"].split() if asked else []
    printed = spoken_of(text) if words else []
    for size in range(min(_LONGEST, len(words)), _DONE, -1):
        for start, end in runs(words[-size:], printed):
            if words[-_FEWEST - 1] in _NO_VERB or words[-1] in _NO_THING or not _DESCRIBES.match(text, end):
                continue
            if _DENIES.search(_SENTENCE.split(text[:start])[-1]) and not _DENIED.search(" ".join(words)):
                continue
            thing = next(word.start for word in printed if word.end == end)
            before = [word for word in printed if word.end < thing]
            begin = before[-1].start if before else thing
            stop = _ENDS.search(text, end)
            return text[begin : stop.start() if stop else len(text)].strip(TRIM)
    return ""


def kind_described(query: Query, text: str) -> str:
    """What a text says behind a thing of whose kind the question asks: "không tổ chức lễ hội | phô trương"; "" otherwise."""
    asked = _OF_KIND.search(_FILLING.sub("", unplaced(query))) or _OF_KIND.search(_FILLING.sub("", query.spoken))
    words = asked["before"].split() if asked else []
    printed = spoken_of(text) if words else []
    for size in range(min(_LONGEST, len(words)), _DONE - 1, -1):
        for start, end in runs(words[-size:], printed):
            if _DENIES.search(_SENTENCE.split(text[:start])[-1]) and not _DENIED.search(" ".join(words)):
                continue
            stop = _ENDS.search(text, end)
            if told := text[end : stop.start() if stop else len(text)].strip(TRIM):
                return told
    return ""
