"""When work is reviewed: "sơ kết vào quý III, tổng kết vào tháng 12" tells a time of each review; what a row of its own has no duty for."""

from __future__ import annotations

import re
from typing import Final

from rag.answer import Answer
from rag.compose import quoted
from rag.corpus.library import Library
from rag.language.phrases import heard
from rag.language.words import sound
from rag.measures.numberedparts import numbered_part
from rag.measures.times import asks_time, times_in
from rag.query.asks import Intent
from rag.query.question import Query
from rag.query.reportasks import names_reporting
from rag.reading.clausefit import SURE, best_clauses

_REVIEW: Final = re.compile(r"(?i)(?<!báo cáo )(?<!quả )(?<!\w)(sơ kết|tổng kết)(?!\w)")
_ENDS: Final = re.compile(r";|\.\s|(?i:(?<!\w)(?:sơ kết|tổng kết|báo cáo)(?!\w))")
_ASKED: Final = re.compile(
    rf"\b(?<!{sound('hồ')} )(?:{sound('sơ kết')}|{sound('tổng kết')})(?! (?:{sound('quả')}|{sound('nối')}))\b"
)
_NO_REVIEW: Final = re.compile(rf"\b(?:{sound('báo cáo')}|{sound('hội nghị')}|{sound('gửi')}|{sound('ai')})\b")
"""A report of it that is sent, or who holds it, is told elsewhere."""
_IN: Final = "vào "
_IN_WHICH: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, ('ngày', 'tháng', 'quý', 'năm')))}) (?:{sound('nào')}|{sound('mấy')})\b"
)
"""Which day or year is asked for, not when: the word that leads to the time is no part of it."""
_REVIEWED: Final = re.compile(
    r"(?i)^[^:;,.]{0,60}?\b(?:giai đoạn|thời kỳ|nhiệm kỳ)\s+(?:năm\s+)?\d{4}\s*[-–]\s*(?:năm\s+)?\d{4}"
)
"""The stretch of years that is reviewed tells no time of the review."""
_ASKING: Final = tuple(
    map(sound, ("thời gian", "thời điểm", "dự kiến", "tiến hành", "tổ chức", "thực hiện", "kế hoạch"))
)

_SENT: Final = re.compile(r"(?i)(?<!\w)(?:gửi|nộp|trình|báo)(?!\w)")
_BY: Final = (sound("trước"), sound("chậm nhất"))
_DONE: Final = tuple(map(sound, ("xong", "hoàn thành", "hoàn tất", "kết thúc")))


def answer_review(query: Query, library: Library) -> Answer | None:
    """The times of the reviews asked for, in the order of the question, from the clause that fits; None where none tells them."""
    asked = list(dict.fromkeys(_ASKED.findall(query.spoken)))
    if (
        not asked
        or query.intent is not Intent.FACT
        or not asks_time(query)
        or _NO_REVIEW.search(query.spoken)
        or _has_row(query, library, asked)
    ):
        return None
    words = frozenset(query.words.content())
    found = best_clauses(query, library, lambda text: _times(query, text, asked, words), _ASKING)
    unsure = query.plans is None and any(one.fit < SURE for one in found[:1])
    if not found or unsure or any(one.entry.plan != found[0].entry.plan for one in found[1:]):
        return None
    return quoted(query, library, found[0].entry, found[0].values)


def is_of_work(query: Query, library: Library) -> bool:
    """Whether what sounds like reporting is a row of its own: a review ("Tổng kết công tác …"), or what its cell says is sent."""
    if query.role == "due" and not names_reporting(query):
        return _sent_by_row(query, library)
    asked = list(dict.fromkeys(_ASKED.findall(query.spoken)))
    if not asked or query.role != "due" or _NO_REVIEW.search(query.spoken):
        return False
    words = {
        word
        for word, weight in query.unpointed.drop((*_ASKING, *heard("column.due"), *_DONE)).content().items()
        if weight >= 1.0
    }
    rows = (one for one in library.entries if one.kind == "task" and query.covers(one.plan))
    said = ((one, set(library.hear(one.name).split()) | library.profiles[one.plan].words) for one in rows)
    return any(sound(one.name).startswith(tuple(asked)) and words <= own for one, own in said)


def _sent_by_row(query: Query, library: Library) -> bool:
    """Whether a row whose cell says by when it is sent ("Gửi về Sở A trước 02/2026") holds all that the question says."""
    words = query.unpointed.drop((*_ASKING, *heard("column.due"), *_DONE, *_BY)).content()
    telling = {word for word, weight in words.items() if weight >= 1.0}
    rows = (one for one in library.entries if one.kind == "task" and one.annex is not None and query.covers(one.plan))
    sent = (one for one in rows if _SENT.search(one.field("due").text))
    return len(telling) > 1 and any(telling <= set(library.hear(one.text).split()) for one in sent)


def _has_row(query: Query, library: Library, asked: list[str]) -> bool:
    """Whether a row is such a review: its own cell tells when."""
    rows = (one for one in library.entries if one.annex is not None and query.covers(one.plan))
    return any(sound(one.name).startswith(tuple(asked)) for one in rows)


def _times(query: Query, text: str, asked: list[str], words: frozenset[str]) -> tuple[str, ...]:
    """The time behind each review that a clause names; () where one has none."""
    own = numbered_part(query, text) if len(asked) == 1 else text
    before = list(_REVIEW.finditer(text, 0, text.index(own)))
    if own != text and before:
        text = f"{before[-1][0]} {own}"  # "tổng kết giai đoạn 1 vào …; giai đoạn 2 vào …"
    found = []
    for review in asked:
        told = [
            (len(words.intersection(sound(part).split())), -match.start(), time[0])
            for match in _REVIEW.finditer(text)
            if sound(match[1]) == review and (time := _new_times(query, part := _part(text, match.end())))
        ]
        if not told:
            return ()
        best = max(told)[-1].strip()
        found.append(best.removeprefix(_IN) if _IN_WHICH.search(query.spoken) else best)
    return tuple(found)


def _new_times(query: Query, text: str) -> list[str]:
    """The times of what is said of a review but that which is reviewed; those that the question says itself last."""
    told = times_in(_REVIEWED.sub("", text))
    return sorted(told, key=lambda one: f" {sound(one)} " in f" {query.spoken} ")


def _part(text: str, at: int) -> str:
    """What is said of the review that ends at ``at``."""
    end = _ENDS.search(text, at)
    return text[at : end.start() if end else len(text)]
