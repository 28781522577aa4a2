"""Names of things that a clause gives: "có một cuộc thi … tôi quên tên, nhắc lại giúp", told as “Sáng tạo trẻ”.

Such a question says little more than the noun, so that words alone leave it unsure; the noun with a name right behind it
finds the clause, and the other words must still be met there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from ingest.units import starts_like_unit
from rag.answer import Answer
from rag.compose import quoted
from rag.corpus.library import Library
from rag.language.words import Words, either, sound, sounds
from rag.measures.manners import proper_behind, quoted_behind
from rag.query.question import Query
from rag.reading.clausefit import SURE, Told, telling_clauses

_SAID_OF: Final = either(
    "gọi",
    "đầy đủ",
    "chính thức",
    "chính xác",
    "riêng",
    "của",
    "nó",
    "đó",
    "này",
    "ấy",
    "kia",
    "cụ thể",
    "hẳn hoi",
    "là",
)
_CLOSING: Final = either(
    "với",
    "giúp",
    "giùm",
    "dùm",
    "hộ",
    "nhé",
    "nha",
    "đi",
    "ạ",
    "tôi",
    "mình",
    "em",
    "tui",
    "lại",
    "nhỉ",
    "vậy",
    "thế",
    "được không",
)
_BIDDING: Final = either(
    "nhắc", "cho", "xin", "đọc", "nói", "nêu", "ghi", "viết", "báo", "hỏi", "tìm", "tra", "biết", "nhớ", "quên"
)
_BID: Final = either(
    "lại",
    "giúp",
    "giùm",
    "dùm",
    "hộ",
    "tôi",
    "em",
    "mình",
    "tui",
    "anh",
    "chị",
    "biết",
    "rõ",
    "ra",
    "cái",
    "mất",
    "khuấy",
    "béng",
    "xin",
    "cho",
    "được",
    "hỏi",
)
_NO_NAME: Final = (
    rf"(?! (?:{either('miền', 'lửa', 'tuổi', 'người', 'ai', 'đơn vị', 'cơ quan', 'việc', 'nhiệm vụ')})(?= |$))"
)
_ASKS: Final = re.compile(
    rf"(?:^|(?<!ho )(?<!co )\b)ten{_NO_NAME}(?: (?:{_SAID_OF}))* (?:gi|chi|nao|{either('thế nào', 'ra sao')})(?= |$)"
    rf"|\b(?<!ho )ten(?: (?:{_SAID_OF}|{_CLOSING}))*$"
    rf"|\b(?:{_BIDDING})(?: (?:{_BID}))* ten{_NO_NAME}(?= |$)"
    rf"|^ten{_NO_NAME} "
    rf"|\bgoi(?: ten)? la (?:gi|chi)(?= |$)"
)
"""Asks for the name of a thing; of offices, people and tasks it is asked otherwise."""
_BEHIND: Final = re.compile(
    rf"\bten(?: (?:{_SAID_OF}))* (?!(?:{_SAID_OF}|{_CLOSING}|{_BIDDING}|gi|chi|nao)(?= |$))(?P<noun>\S+ \S+)"
)
_TALK: Final = (
    *sounds(
        (
            "tên", "gọi", "đầy đủ", "chính thức", "chính xác", "quên", "mất", "nhớ", "nhắc", "nhắc lại", "nhắc đến", "nhắc tới", "mang",
            "đặt", "nó", "ấy", "cụ thể", "đọc", "viết", "kêu gọi", "tham gia", "tham dự", "góp mặt", "có mặt", "dự thi", "dự", "hưởng ứng",
            "đề cập", "nói đến", "nói tới", "nhắc gì", "vận động", "kế hoạch", "văn bản", "giúp", "hẳn hoi", "được nêu", "tìm", "tra",
        )
    ),
)  # fmt: skip
"""What is said of a thing whose name is asked for and a clause that gives it need not print."""
_NAMED_KINDS: Final = frozenset(
    tuple(sound(kind).split())
    for kind in (
        "cuộc thi", "hội thi", "phong trào", "chiến dịch", "đề án", "dự án", "chương trình", "mô hình", "phần mềm", "ứng dụng",
        "nền tảng", "chuyên mục", "chuyên đề", "chủ đề", "lễ hội", "giải chạy", "giải thưởng", "hội nghị", "hội thảo", "diễn đàn",
        "khẩu hiệu", "thông điệp", "hệ thống", "chuyên trang", "ngày hội", "sự kiện", "tuần lễ", "câu lạc", "cuộc vận", "nghị quyết",
    )
)  # fmt: skip
"""Things that bear names: one said that a clause lacks is another thing."""
_LEAST: Final = 0.6
_APART: Final = 0.05


def answer_given_name(query: Query, library: Library) -> Answer | None:
    """The name of the thing asked for by its noun; None where no clause gives one, or several clauses give several."""
    if query.role in {"lead", "support", "due"} or (asks := _ASKS.search(query.spoken)) is None:
        return None
    behind = _BEHIND.search(query.spoken)
    rest = query.words.outside(query.mentions).drop(_TALK)
    for noun in [tuple(behind["noun"].split())] if behind else _nouns(query.words, query.spoken[: asks.end()]):
        if told := _named(query, library, noun, rest):
            return quoted(query, library, told.entry, told.values)
    return None


def _nouns(words: Words, spoken: str) -> Iterator[tuple[str, ...]]:
    """The pairs of syllables that may be the noun of the thing, the nearest to the end of what asks first."""
    heard = [token.heard for token in words.tokens][: len(spoken.split())]
    yield from reversed(list(pairwise(heard)))


def _named(query: Query, library: Library, noun: tuple[str, ...], rest: Words) -> Told | None:
    """The clause that gives the noun's name and holds the other words of the question."""
    words = {word: weight for word, weight in rest.content().items() if word not in noun}
    said = set(query.spoken.split())

    def tells(text: str) -> tuple[str, ...]:
        name = quoted_behind(noun, said, text) or proper_behind(noun, said, text)
        return (name,) if name and not starts_like_unit(name) else ()

    heard = " ".join(noun)
    if not any(library.prints(heard, plan) for plan in range(len(library.plans)) if query.covers(plan)):
        return None
    found = sorted(telling_clauses(query, library, tells, words, rows=True), key=lambda one: -one.fit)
    if not found:
        return None
    best = found[0]
    fit = best.fit if words else 1.0
    kinds = {pair for pair in pairwise(query.spoken.split()) if pair in _NAMED_KINDS} - {noun}
    text = f" {library.hear(best.entry.text)} "
    strange = any(f" {' '.join(kind)} " not in text for kind in kinds)
    rivals = any(one.values != best.values and one.fit >= best.fit - _APART for one in found[1:])
    alone = query.plans is not None and len(query.plans) == 1
    sure = fit >= (_LEAST if alone else SURE) and (alone or len(words) != 1)
    return best if sure and not strange and not rivals else None
