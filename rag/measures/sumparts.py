"""Several sums of money in one text: each has a part of the text, and the one whose part is asked for is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from rag.corpus.entries import Entry, sections_over
from rag.corpus.library import Library
from rag.language.phrases import heard
from rag.language.words import WEAK, sound
from rag.measures.figures import between_bounds
from rag.measures.owned import owned_parts
from rag.query.question import Query

_SUM: Final = re.compile(
    r"\d[\d.,]*\s*(?:(?:tỷ|tỉ|triệu|nghìn|ngàn)\s*)?(?:đồng|USD|EUR|VN[DĐ])(?:/[^\W\d_]+)*(?!\w)"
    r"|\d[\d.,]*\s*(?:tỷ|tỉ|triệu)(?=\s*(?:[,;.)]|$|\s(?:và|do|từ|còn)\s))"
)
"""A sum with its currency, or with what stands for it, and what it is paid for: "5.000 đồng/con"."""
_PRODUCT: Final = re.compile(
    rf"(?P<one>(?:{_SUM.pattern}))\s*[x×*]\s*\d[\d.,]*\s*(?P<unit>[^\W\d_]+)?(?:\s[^\W\d_]+){{0,2}}?\s*(?:=|là|bằng)\s*"
    rf"(?P<all>(?:{_SUM.pattern}))"
)
"""What one costs, how many there are, and what all cost: "2.000.000 đồng/lớp x 5 lớp = 10.000.000 đồng"."""
_EACH: Final = "|".join(map(sound, ("mỗi", "từng", "hằng", "hàng", "một", "1")))
_HOW_MUCH: Final = re.compile(
    rf"\b(?:{sound('mấy')}|{sound('bao nhiêu')}) (?:{sound('triệu')} |{sound('tỷ')} |{sound('nghìn')} )?"
    rf"(?:{sound('tiền')}|{sound('đồng')}(?! {sound('chí')}))\b"
)
_ASKING: Final = frozenset(
    sound("kinh phí tiền bao nhiêu mấy đồng triệu tỷ là có cấp được mức số cho thực hiện").split()
)
"""Words that ask for a sum: every part of a text on money has some of them."""
_TOTAL: Final = re.compile(rf"\b(?:{'|'.join(map(sound, ('tổng', 'tất cả', 'toàn bộ', 'cả thảy')))})\b")
_WHOLE_WORDS: Final = frozenset(
    sound("tổng tất cả toàn bộ cả thảy cộng hết tốn cần chi ra hoạch kế làm dự kiến toán").split()
)
_FUNDS: Final = re.compile(rf"\b(?:{'|'.join(map(sound, ('kinh phí', 'nguồn lực', 'nguồn vốn', 'dự toán')))})\b")
_IN_ALL: Final = re.compile(
    r"(?i)\b(?:tổng (?:mức|số|cộng|kinh phí|dự toán|nhu cầu|chi phí|vốn|nguồn lực)"
    r"|(?:kinh phí|dự toán|chi phí) (?:(?:để|cho|dự kiến) )?(?:thực hiện|triển khai) kế hoạch)\b[^;.()]{0,80}$"
)
"""Before the sum of all that a plan costs."""
_FOR_ALL: Final = re.compile(
    r"[^;.()]{0,60}?\b(?:để|cho việc|nhằm|phục vụ) (?:thực hiện|triển khai) kế hoạch\b", re.IGNORECASE
)
"""Behind it: "420 triệu đồng … để thực hiện Kế hoạch"."""
ASKING_SUM: Final = _ASKING | _WHOLE_WORDS
"""Words of a question for money that name nothing it is for."""
_LEFT_OUT: Final = re.compile(
    r"(?:…|\.{2,}|_{2,}|-{3,}|:\s)[\s….,_-]*(?:tỷ|tỉ|triệu|nghìn|ngàn)?\s*(?:đồng|VNĐ)\b", re.IGNORECASE
)
"""Dots, or nothing, where the figure of a sum is to be filled in."""
_OF_PLAN: Final = 0.25
"""What a word counts that the head of the plan says as well: all of its funds are for that."""
_PLAN: Final = sound("kế hoạch")
_CLEARLY: Final = 1.01


def is_sum(figure: str) -> bool:
    """Whether a figure is a sum of money."""
    return _SUM.match(figure) is not None


def has_sum(text: str, span: tuple[int, int]) -> bool:
    """Whether a stretch of ``text`` tells a sum, which of two bounds the second may: "5 đến 8 triệu đồng"."""
    return _SUM.search(text, *span) is not None


def asks_sum(query: Query) -> bool:
    """Whether how much money is asked in words that can mean nothing else: "mấy đồng"."""
    return _HOW_MUCH.search(query.spoken) is not None


def asks_whole(query: Query) -> bool:
    """Whether the sum of all is asked for, which is told before those of its parts."""
    return _TOTAL.search(query.spoken) is not None


def asks_for_all(query: Query) -> bool:
    """Whether the sum of all, or of a whole plan, is asked for."""
    return asks_whole(query) or _PLAN in query.spoken


def of_product(query: Query, text: str) -> str:
    """What all of several cost, or one where that is asked, out of a clause that counts it up; "" elsewhere."""
    told = list(_PRODUCT.finditer(text))
    if len(told) != 1:
        return ""
    unit = sound(told[0]["unit"] or "")
    for_one = bool(unit) and re.search(rf"\b(?:{_EACH}) {unit}\b", query.spoken)
    return told[0]["one" if for_one else "all"]


def sum_asked(query: Query, library: Library, text: str) -> str:
    """The sum whose own part of the text says clearly more of the question than the others' do, else the first, mostly the whole."""
    if told := of_product(query, text):
        return told
    sums = [one for one in between_bounds(text, [match.span() for match in _SUM.finditer(text)]) if has_sum(text, one)]
    first = text[slice(*sums[0])] if sums else ""
    if asks_whole(query) or len(sums) < len(("one", "another")):
        return first
    of_plan = library.profiles[min(query.plans)].words if query.plans and len(query.plans) == 1 else frozenset[str]()
    weights = {
        word: library.idf(word) * (_OF_PLAN if word in of_plan else 1.0)
        for word in query.words.content()
        if word not in _ASKING
    }
    felt, at, ahead = [], 0, set[str]()
    parted = text.replace("(", ";").replace(" trong đó", ";trong đó")  # of the same length
    for part in owned_parts(parted, sums):
        held = [span for span in sums if at <= span[0] < at + len(part)]
        before = set(library.hear(part[: held[0][0] - at] if held else part).split())
        ahead = before or ahead  # "tiền công 8.000 đồng cho trâu, 5.000 đồng cho chó": what is paid is said once
        own = ahead.union(library.hear(part).split())
        felt.append((sum(weight for word, weight in weights.items() if word in own), held))
        at += len(part)
    best, *others = sorted(felt, key=lambda one: -one[0])
    if not best[0] or not best[1] or (others and best[0] <= others[0][0] * _CLEARLY):
        return first
    return text[slice(*best[1][0])]


def whole_sums(query: Query, library: Library) -> list[tuple[Entry, str]]:
    """What each of several plans costs, where nothing but how much that is is asked and no plan is named; [] where all cost alike."""
    if query.plans is not None or query.role != "value" or query.actors or not query.pointer.empty:
        return []
    if not asks_for_all(query) or any(
        word not in ASKING_SUM for word in query.words.drop(heard("filler.fact")).content()
    ):
        return []
    each = (whole_sum(replace(query, plans=frozenset({plan})), library) for plan in range(len(library.plans)))
    found = [one for one in each if one is not None]
    return found if len({value for _, value in found}) > 1 else []


def asks_of_plan(query: Query, library: Library) -> bool:
    """Whether nothing is asked but how much the one plan meant costs."""
    if query.plans is None or len(query.plans) != 1:
        return False
    said = query.unpointed.drop(heard("filler.fact")).content().items()
    left = {word for word, weight in said if weight > WEAK and word not in ASKING_SUM}
    return not left - library.profiles[min(query.plans)].words


def whole_sum(query: Query, library: Library) -> tuple[Entry, str] | None:
    """The first sum under a heading on funds, where nothing but how much the one plan meant costs is asked; none of one of many."""
    if not asks_of_plan(query, library):
        return None
    own = [(entry, sums) for entry in _clauses(query, library) if (sums := sums_of_all(entry.text))]
    for entry, sums in own:
        if _FUNDS.search(sound(_over(entry, library))):
            return entry, sums[0][0]
    told = [
        (entry, one[0])
        for entry, sums in own
        for one in sums
        if _IN_ALL.search(entry.text[: one.start()]) or _FOR_ALL.match(entry.text, one.end())
    ]
    return told[0] if len({value for _, value in told}) == 1 else None


def blank_sum(query: Query, library: Library) -> Entry | None:
    """The clause that is to tell what the one plan meant costs in all and leaves the figure out ("Tổng kinh phí …… triệu đồng")."""
    if not asks_of_plan(query, library):
        return None
    told = ((entry, match) for entry in _clauses(query, library) if (match := _LEFT_OUT.search(entry.text)) is not None)
    return next(
        (
            entry
            for entry, match in told
            if _IN_ALL.search(entry.text[: match.start()]) or _FUNDS.search(sound(_over(entry, library)))
        ),
        None,
    )


def _clauses(query: Query, library: Library) -> Iterator[Entry]:
    return (one for one in library.entries if query.covers(one.plan) and one.clause is not None)


def _over(entry: Entry, library: Library) -> str:
    return " ".join(one.heading for one in sections_over(library.plans[entry.plan], entry.locator))


def sums_of_all(text: str) -> list[re.Match[str]]:
    """The sums that are not paid for each of several: "5.000 đồng/con"."""
    return [one for one in _SUM.finditer(text) if "/" not in one[0]]
