"""What something is done to, where a clause says so in the question's own verb: "từng bước hình thành cái gì", "nghiêm cấm điều gì"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ingest.readers.compounds import is_known_pair
from rag.language.words import either, sound
from rag.measures.nearness import spoken_of
from rag.measures.pieces import TRIM, runs
from rag.query.forbidding import BANS, FILLED
from rag.query.question import Query
from rag.query.subjects import MARKER
from rag.reading.saidfirst import before_said

_OBJECTS: Final = either("những", "các", "cái", "điều", "việc", "hành vi", "chuyện", "thứ", "một", "đến", "tới")
_LEADS_ON: Final = either(
    "để", "nhằm", "phục vụ", "cho", "khi", "lúc", "trong", "từ", "theo", "qua", "ở", "tại", "đối với", "với", "trước", "sau", "trên", "về", "của"
)  # fmt: skip
_ASKED: Final = re.compile(
    rf"^(?P<before>.+?) (?:(?:(?:{_OBJECTS}) )*{sound('gì')}|(?:(?:{either('những', 'các')}) )?(?:{either('điều', 'việc', 'hành vi', 'chuyện')}) {sound('nào')})"
    rf"(?: (?:{_LEADS_ON}) .+)?(?: (?:{either('nhỉ', 'vậy', 'thế', 'ạ', 'ấy', 'hả', 'đó', 'vậy ạ', 'ấy nhỉ', 'thế nhỉ')}))*$"
)
_GAPS: Final = frozenset(map(sound, ("gì", "nào", "ai")))
_WRITE: Final = "ghi"
"""Sounds like "gì"."""
_FORBIDDING: Final = re.compile(rf"\b{BANS}(?: {FILLED})*$")
_FORBIDS: Final = (
    re.compile(r"(?i)(?<!\w)(?:(?:nghiêm )?cấm|tuyệt đối không(?: được(?: phép)?)?|không được phép)\s+"),
    re.compile(r"(?i)(?:(?<=[;,.:]\s)|^|(?<=\sphải\s)|(?<=\sthì\s))không được\s+"),
)
"""Forbids in so many words, or only at the beginning of a statement: "người chưa được | không được cấp phép" forbids nothing."""
_ALL_SUCH: Final = re.compile(r"(?i)(?:(?:mọi|các|những)\s+)?(?:hành vi|việc|trường hợp)\s+")
_GENERAL: Final = frozenset(
    map(
        sound,
        (
            "thực hiện", "triển khai", "yêu cầu", "quy định", "nhiệm vụ", "nội dung", "trách nhiệm", "tổ chức", "chủ trì", "phối hợp", "phụ trách",
            "báo cáo", "giải pháp", "mục tiêu", "kế hoạch", "đề ra", "đặt ra", "hoàn thành", "kết quả", "tiến hành", "đề nghị", "chỉ đạo", "tham mưu",
            "giao cho", "khó khăn", "vướng mắc", "nguyên nhân", "lý do", "mục đích", "theo dõi", "kiểm tra", "cơ quan", "đơn vị",
        ),
    )
)  # fmt: skip
"""Words after which all that is said is asked for, or something that other readers tell."""
_ENDS: Final = re.compile(
    r";|\.(?=\s|$)|,?\s(?:để|nhằm|phục vụ|góp phần|qua đó|từ đó)\s|,\s(?:bảo đảm|đảm bảo|tạo|nâng cao|hướng tới|tiến tới)\s|,?\stheo\s(?=[A-ZĐ])"
    r"|,?\sdưới\s(?:mọi|bất\s(?:kỳ|kì|cứ))\shình\sthức\b"
)
_LONGEST: Final = 8
_PAIR: Final = 2
_FEWEST: Final = 2
"""Words of the question before its gap that a clause may repeat, those that must make one word, and those that are told."""


def done_to(query: Query, text: str) -> str:
    """What stands behind the words that the question says right before its gap; "" where the clause does not go on so."""
    asked = _ASKED.search(query.spoken)
    if asked is None or sum(one.heard in _GAPS and one.typed != _WRITE for one in query.words.tokens) > 1:
        return ""
    text = MARKER.sub("", text)
    starts = _forbidden(text) if _FORBIDDING.search(asked["before"]) else _behind(asked["before"].split(), text)
    said = set(query.spoken.split())
    found: list[tuple[int, int, str]] = []
    for start in starts:
        end = _ENDS.search(text, start)
        told = before_said(query.spoken, text[start : end.start() if end else len(text)].strip(TRIM))
        words = sound(told).split()
        if len(words) >= _FEWEST and not said.issuperset(words):
            found.append((len(said.intersection(words)), -start, told))
    return max(found)[2] if found else ""


def _behind(before: list[str], text: str) -> Iterator[int]:
    """Where a clause goes on behind the longest run of the words before the gap that ends in a word of its own."""
    printed = spoken_of(text)
    last = " ".join(before[-_PAIR:])
    for size in range(min(_LONGEST, len(before)), _PAIR - 1, -1):
        ends = [end for _, end in runs(before[-size:], printed)]
        if ends:
            if last not in _GENERAL:
                yield from (end for end in ends if size > _PAIR or _is_word(text, end))
            return


def _is_word(text: str, end: int) -> bool:
    """Whether the two syllables before a place are one word."""
    pair = text[:end].split()[-_PAIR:]
    return len(pair) == _PAIR and is_known_pair(*pair)


def _forbidden(text: str) -> list[int]:
    """Where what a clause forbids begins."""
    found = next((all_ for one in _FORBIDS if (all_ := [match.end() for match in one.finditer(text)])), [])
    return [such.end() if (such := _ALL_SUCH.match(text, start)) else start for start in found]
