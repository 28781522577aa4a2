"""To whom a clause has something sent or reported, where the question asks for that one and not for the sender."""

from __future__ import annotations

import re
from typing import Final

from ingest.letters import UPPER
from ingest.units import split_units, starts_like_unit
from rag.corpus.library import Library
from rag.language.words import either, sound
from rag.query.question import Query
from rag.query.reportasks import asks_whom_itself

_SENT_TO: Final = re.compile(
    r"\b(?i:báo cáo|báo|gửi|nộp|chuyển(?! (?:đổi|giao|biến|hướng|tiếp|dịch))|cung cấp)\b(?:[^.;:]*?\s(?:về|gửi|cho|lên|đến|tới))?\s+"
    rf"([{UPPER}][^.;()]*?)(?=\s+(?:để|trước|định kỳ|hằng|hàng|theo|tổng hợp|kết quả|tình hình|tiến độ|số liệu|xem xét|cuối|đầu|mỗi|vào|trong|khi|sau|ngay|chậm nhất|về|chung"
    r"|(?:các|những|mọi) (?:sự cố|vấn đề|trường hợp|khó khăn|vướng mắc|vụ việc|nội dung|thông tin|dấu hiệu|hành vi|kiến nghị|ý kiến|biểu hiện))\b|[.;(]|$)",
)

_WHO_SETTLES: Final = re.compile(
    rf"\b(?:{sound('ai')}|\S+ {sound('nào')}) (?:\S+ ){{0,4}}?(?:{either('xử lý', 'giải quyết', 'thụ lý', 'trả lời')})\b"
)
_TO_BE_SETTLED: Final = re.compile(r"\bchuyển\b[^.;]*?\sđể\s+(?:xem xét|giải quyết|xử lý|thụ lý|trả lời)")
"""Who settles a matter is the one to whom a clause has it handed on for that."""


def recipients_in(text: str) -> tuple[str, ...]:
    """The offices that a clause has something sent to, one by one; () where it names none."""
    told = next((one for one in _SENT_TO.finditer(text) if starts_like_unit(one[1])), None)
    units = split_units(told[1]) if told else ()
    return units if told and units and all(one in told[1] for one in units) else (told[1],) if told else ()


def recipients_asked(query: Query, library: Library, text: str) -> tuple[str, ...]:
    """Those of the part between semicolons that says most of the question, where several parts have something sent."""
    parts = [part for part in text.split(";") if recipients_in(part)]
    if len(parts) < len(("one", "another")):
        return recipients_in(text)
    words = dict.fromkeys(query.words.content(), 1.0)
    return recipients_in(max(parts, key=lambda part: library.cover(words, set(library.hear(part).split()))))


def sent_to(query: Query, library: Library, text: str) -> tuple[str, ...]:
    """Those that a clause has something sent to, where these are asked for; () otherwise, and where the question names one."""
    settled = _TO_BE_SETTLED.search(text) and _WHO_SETTLES.search(query.spoken)
    if not settled and not asks_whom_itself(query.spoken):
        return ()
    asked = f" {library.hear(query.typed)} "
    told = recipients_asked(query, library, text)
    return () if any(f" {library.hear(one)} " in asked for one in told) else told
