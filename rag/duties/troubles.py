"""To whom difficulties are told: "nếu có vướng mắc thì phản ánh về đâu"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.letters import UPPER
from rag.answer import Answer
from rag.compose import ambiguous, quote, quoted
from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.language.phrases import heard
from rag.language.words import sound
from rag.query.question import Query
from rag.query.reportasks import OFFICE
from rag.reading.prose import pick
from rag.reading.twofold import each

_TROUBLE: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, ('vướng', 'khó khăn', 'gặp khó', 'trục trặc', 'ách tắc', 'bất cập', 'phát sinh')))})\b"
)
_STUCK: Final = re.compile(r"\b(?:kẹt|bí(?! mật| thư| quyết))\b")
"""Words that sound like others, heard only as they are typed."""
_TELLING: Final = "|".join(
    map(
        sound,
        (
            "phản ánh",
            "báo cáo",
            "báo",
            "gửi",
            "nộp",
            "chuyển",
            "kêu",
            "liên hệ",
            "kiến nghị",
            "nhờ",
            "tìm",
            "trình",
        ),
    )
)
_SAYING: Final = "|".join(map(sound, ("hỏi", "gọi", "nói")))
"""These sound like parts of much else ("hội nghị", "nội dung"): the one told follows at once."""
_NO_TELLING: Final = "".join(
    f"(?<!{sound(one)} )"
    for one in ("chương", "quy", "công", "lộ", "quá", "giáo", "tiến", "tường", "thông", "cảnh", "dự")
)
"""Before "trình" and "báo" where these are part of another word: "chương trình", "thông báo"."""
_SOLVING: Final = "|".join(
    map(sound, ("tổng hợp", "giải quyết", "tháo gỡ", "gỡ", "xử lý", "tiếp nhận", "nhận", "hướng dẫn"))
)
_WITH_BAO: Final = "|".join(map(sound, ("bảo hiểm", "bảo đảm", "bảo vệ", "bảo tồn", "bảo trì", "bảo mật", "bao gồm")))
"""Words that only begin like "báo"."""
_ASKS: Final = re.compile(
    rf"{_NO_TELLING}\b(?!{_WITH_BAO}\b)(?:{_TELLING})\b(?: \S+){{0,14}}?(?<! do)(?<! do nhung)(?<! do cac)(?<! boi) {OFFICE}|\b(?:{_SAYING}) (?:\S+ ){{0,2}}?{OFFICE}|{OFFICE} (?:\S+ ){{0,2}}?(?:{_SOLVING})\b|\b(?:ve|len) dau\b"
    rf"|\b(?:{sound('nơi nhận')}|{sound('địa chỉ gửi')}|{sound('nơi gửi')})\b"
)
_VERB: Final = r"(?:phản ánh|báo cáo|gửi|kiến nghị|thông tin|liên hệ|trao đổi|đề xuất|phản hồi)"
_TOWARDS: Final = r"(?:\s+(?:kịp thời|ngay|ý kiến|bằng văn bản|trực tiếp|gửi|về|với|cho|đến|tới|lên))*"
_NAME: Final = rf"(?P<unit>[{UPPER}](?:\([^()]*\)|[^.;()]|\()*?)"
_AFTER: Final = (
    r"(?=,?\s+(?:để|tổng hợp|xem xét|nghiên cứu|trình|hướng dẫn|giải quyết|phối hợp|theo dõi|báo cáo|tham mưu|tháo gỡ|"
    r"biết|theo quy định|trước|chỉ đạo|vào|trong|chậm nhất|muộn nhất|định kỳ|hằng|hàng|khi|qua)\b|\s*(?:[.;]|\./|$))"
)
_TOLD_TO: Final = (
    re.compile(rf"(?:khó khăn|vướng mắc|vướng|phát sinh)[^.;]*?\b{_VERB}{_TOWARDS}\s+{_NAME}{_AFTER}"),
    re.compile(rf"\b{_VERB}{_TOWARDS}\s+{_NAME}(?=\s+(?:những |các |về )?(?:khó khăn|vướng mắc))"),
)
"""Where a clause says whom to tell: the trouble first, or last ("báo cáo UBND tỉnh những khó khăn")."""
_TO_OFFICE: Final = re.compile(rf"\b(?:cho|ve|den|toi|len|voi|{_TELLING})\b(?: \S+){{0,6}}? {OFFICE}|^{OFFICE}")
_APART: Final = 0.05
"""Clauses of two plans whose words fit this alike are not told apart."""
_LEAST: Final = 0.5
"""The share of the words that must be held where no plan is named."""


def asks_trouble(query: Query) -> bool:
    """Whether it is asked whom to tell of difficulties."""
    troubled = _TROUBLE.search(query.spoken) or (query.words.accents and _STUCK.search(query.typed.lower()))
    return bool(troubled) and _ASKS.search(query.spoken) is not None


def answer_trouble(query: Query, library: Library) -> Answer | None:
    """The unit that the plan asked about has difficulties told to; None where it tells none or several plans may be meant."""
    said = (*_TELLING.split("|"), *_SAYING.split("|"), *_SOLVING.split("|"), *map(sound, ("bị", "kẹt", "bí", "gặp")))
    words = query.words.drop(
        (*heard("filler.report"), *heard("filler.header"), *heard("ask.recipient"), *said)
    ).content()
    words = {word: weight for word, weight in words.items() if weight >= 1 and not _TROUBLE.search(word)}
    found: list[tuple[float, int, Entry, str]] = []
    for entry in library.entries:
        told = _told_to(entry) if query.covers(entry.plan) else ""
        if told:
            own = set(library.hear(entry.text).split()) | library.profiles[entry.plan].own_words
            found.append((library.cover(words, own) if words else 0.0, -entry.order, entry, told))
    if not found:
        return None
    fit, _, entry, told = max(found, key=lambda one: one[:2])
    others = [one for one in found if one[2].plan != entry.plan and one[0] >= fit - _APART]
    if query.plans is None and words and fit < _LEAST:
        return None
    if any(one[3] != told for one in others):
        return ambiguous(query, library, _of_each(entry, others)) if query.plans is None else None
    beside = _beside(query, library, entry, told)
    return quoted(query, library, entry, beside) if beside else quote(query, library, entry, told)


def _beside(query: Query, library: Library, entry: Entry, told: str) -> tuple[str, ...]:
    """The unit with what else is asked of the same clause ("gửi cho đơn vị nào, vào ngày nào"); () where nothing else is."""
    clause = entry.clause
    if clause is None:
        return ()

    def pick_of(part: Query, text: str) -> tuple[str, ...]:
        return (told,) if _TO_OFFICE.search(part.spoken) else pick(part, library, replace(clause, text=text))

    return each(query, library, pick_of, clause.text)


def _of_each(entry: Entry, others: Sequence[tuple[float, int, Entry, str]]) -> list[Entry]:
    """The clause and the best one of each other plan, as they stand in the library."""
    firsts = {entry.plan: entry}
    for _, _, other, _ in sorted(others, key=lambda one: one[:2], reverse=True):
        firsts.setdefault(other.plan, other)
    return sorted(firsts.values(), key=lambda one: one.order)


def _told_to(entry: Entry) -> str:
    """The unit that a clause has difficulties told to; "" where it names none."""
    if entry.clause is None:
        return ""
    found = next((one for pattern in _TOLD_TO if (one := pattern.search(entry.text))), None)
    return found["unit"].strip(" ,") if found else ""
