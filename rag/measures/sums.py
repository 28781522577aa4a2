"""Sums of money as clauses print them: the one that the question's words stand nearest to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ingest.readers.compounds import is_known_pair
from rag.corpus.library import Library
from rag.language.words import sound
from rag.measures.figures import between_bounds
from rag.measures.manners import asks_manner
from rag.measures.nearness import crowding
from rag.measures.sumparts import has_sum, of_product, sum_asked
from rag.query.outsideasks import COSTS
from rag.query.question import Query

_SUM: Final = re.compile(r"\d[\d.,]*\s*(?:tỷ|triệu|nghìn|ngàn)?\s*đồng(?:/[^\W\d_]+)*")
_BARE: Final = re.compile(r"\b\d{1,3}(?:\.\d{3}){1,3}\b")
"""A number without its currency, which may count anything."""
_COUNTED: Final = re.compile(r"\s*%|\s+(?!(?:và|đến|tới|cho|từ|để)\s)([^\W\d_])")
"""What a bare number counts, right behind it: "1.150 | người"; a capital begins another cell."""
_NEXT_WORD: Final = re.compile(r"\s([^\W\d_]+)")
_CONTACT: Final = re.compile(r"\+?\d[\d .]{7,}\d|[\w.]+@[\w.]+")
_ABOUT_MONEY: Final = re.compile(r"\b(?:tien|cinh phi|ti|chieu|dong|von|ngan sach|du toan)\b")
_HOW_MUCH: Final = re.compile(r"\b(?:bao nhieu|bao nhiu|mai|tong|muc)\b")
_HOW_MANY: Final = re.compile(r"\b(?:bao nhieu|mai)\b")
_LINKS: Final = frozenset(map(sound, ("là", "được", "khoảng", "đạt", "với", "có")))
"""Words between what a sum is of and the sum."""
_BOUNDS: Final = frozenset(sound("tối thiểu tối đa ít nhất không quá trên dưới hơn khoảng đủ đạt hết").split())
_REACH: Final = 6
"""Words before a share in which its verb stands."""
_SHARE_OF_MONEY: Final = re.compile(
    r"(\d[\d.,]*\s*%)\s+(?:(?:tổng|số|mức|kế hoạch|nguồn)\s+){0,3}(?:kinh phí|vốn|ngân sách|dự toán|chi ngân sách|chi thường xuyên|đầu tư)(?!\w)"
)
UNIT_OR_TIME: Final = frozenset({"lead", "support", "due", "result"})


def only_names_money(query: Query) -> bool:
    """Whether money is what the work is about, and the question asks who does it, when, or how it must be done."""
    names = _ABOUT_MONEY.search(query.spoken) is not None and _HOW_MUCH.search(query.spoken) is None
    return names and (query.role in UNIT_OR_TIME or asks_manner(query))


def told_outside(query: Query, library: Library, text: str) -> str:
    """The sum, or the address, that ``text`` tells; "" without one. What a sum is paid for is no half word ("đồng/cơ | sở")."""
    told = _told(query, library, text)
    behind = _NEXT_WORD.match(text, text.find(told) + len(told)) if "/" in told else None
    return f"{told} {behind[1]}" if behind and is_known_pair(told.rpartition("/")[2], behind[1]) else told


def _told(query: Query, library: Library, text: str) -> str:
    """A sum with its currency goes before a bare number."""
    if not (_ABOUT_MONEY.search(query.spoken) or COSTS.search(query.spoken)):
        contact = _CONTACT.search(text)
        return contact[0] if contact else ""
    spans = between_bounds(text, [match.span() for match in _SUM.finditer(text)])
    spans = [one for one in spans if has_sum(text, one)] or _bare_sums(text)
    if not spans:
        return ""
    if told := of_product(query, text):
        return told
    asked = _said_before(query)
    runs = [_run(sound(text[:start]).split(), asked) for start, _ in spans]
    if max(runs) > 1 and runs.count(max(runs)) == 1:
        start, end = spans[runs.index(max(runs))]
        return text[start:end]
    if told := sum_asked(query, library, text):
        return told
    near = crowding(text, {word: library.idf(word) for word in query.words.content()})
    start, end = max(spans, key=lambda span: (round(near(*span), 6), -span[0]))
    return text[start:end]


def _bare_sums(text: str) -> list[tuple[int, int]]:
    """Where numbers stand that count nothing, and so may be sums; alone in brackets they count what stands before."""
    bare = (
        match
        for match in _BARE.finditer(text)
        if f"({match[0]})" not in text[max(0, match.start() - 1) : match.end() + 1]
    )
    found = ((match, _COUNTED.match(text, match.end())) for match in bare)
    return [match.span() for match, thing in found if not thing or (thing[1] or "").isupper()]


def share_told(query: Query, text: str) -> str:
    """The share of money that ``text`` tells where it says with the question's own verb what is done with it; "" without one.

    "Giải ngân ít nhất 70% kinh phí" tells how much is to be paid out, not how much money there is.
    """
    if not _ABOUT_MONEY.search(query.spoken):
        return ""
    for match in _SHARE_OF_MONEY.finditer(text):
        verb = [word for word in sound(text[: match.start()]).split()[-_REACH:] if word not in _LINKS | _BOUNDS][-2:]
        asked = [word for word in _said_before(query) if word not in _LINKS | _BOUNDS]
        if verb[-1:] == asked[-1:] or (len(verb) > 1 and f" {' '.join(verb)} " in f" {query.spoken} "):
            return match[1]
    return ""


def _said_before(query: Query) -> list[str]:
    """The words before the one that asks how much."""
    asks = _HOW_MANY.search(query.spoken)
    words = query.spoken[: asks.start()].split() if asks else []
    while words and words[-1] in _LINKS:
        words.pop()
    return words


def _run(before: Sequence[str], asked: Sequence[str]) -> int:
    """How many words before a sum are the very words before the question word."""
    before = list(before)
    while before and before[-1] in _LINKS:
        before.pop()
    return next(
        (n for n, (a, b) in enumerate(zip(reversed(before), reversed(asked), strict=False)) if a != b),
        min(len(before), len(asked)),
    )
