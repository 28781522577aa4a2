"""Where somebody is reached: the telephone number, the postal or electronic address that a clause prints."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from ingest.letters import UPPER
from rag.answer import Answer, Status
from rag.citations import cite, plan_name
from rag.corpus.library import Library
from rag.language.words import find_phrase, sound
from rag.measures.nearness import crowding
from rag.measures.pieces import TRIM
from rag.query.outsideasks import asks_number_to_call
from rag.query.question import Query
from rag.reading.clausefit import best_clauses
from rag.wording import joined

_HERE: Final = (
    "địa chỉ nào",
    "địa chỉ ở đâu",
    "địa chỉ là gì",
    "địa chỉ nhận",
    "địa chỉ nơi",
    "địa chỉ gửi",
    "địa chỉ của",
)
_ASKED: Final[Mapping[str, tuple[str, ...]]] = {
    "number": (
        *("số điện thoại", "điện thoại bao nhiêu", "đường dây nóng", "số nóng", "hotline", "gọi số nào"),
        *("gọi số mấy", "gọi vào số", "số fax", "sđt"),
    ),
    "mail": ("email", "e mail", "imeo", "hộp thư", "thư điện tử"),
    "site": (
        "trang web",
        "website nào",
        "website gì",
        "địa chỉ web",
        "đường link",
        "địa chỉ truy cập",
        "truy cập địa chỉ",
    ),
    "street": (*_HERE, "cho biết địa chỉ", "cần biết địa chỉ", "xin địa chỉ", "đường nào", "trụ sở ở đâu", "số nhà"),
}
_PHRASES: Final = {kind: tuple(map(sound, words)) for kind, words in _ASKED.items()}
_ASKS_ITSELF: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, ('bao nhiêu', 'nào', 'gì', 'mấy', 'đâu', 'cho', 'xin', 'biết', 'hỏi', 'cần')))})\b"
    rf"|^(?:{sound('số')}|{sound('địa chỉ')}|hotline|email)\b|(?:\s|^)(?:{sound('số')}|{sound('địa chỉ')})$"
)
_WHICH_NUMBER: Final = re.compile(r"(?i)\b(?:số|so) (?:nào|mấy|bao nhiêu|nao|may|bao nhieu)\b")
"""Sounds like “sở nào”."""
_MACHINE: Final = re.compile(r"(?i)\bso may (?=(?:nao|gi|bao nhieu|la|cua)\b)")
_SAID_SO: Final = sound("số máy")
"""Sounds like “số mấy”."""
_FORMS: Final = {
    "number": re.compile(r"(?<![\d/.])(?:\+84|0\d|1[89]00|11\d(?!\d))(?:[ .-]?\d){0,10}(?![\d/])"),
    "mail": re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    "site": re.compile(r"(?:https?://|www\.)[^\s,;()]+|\b[\w-]+(?:\.[\w-]+)*\.(?:vn|com|net|org)\b(?:/[^\s,;()]*)?"),
    "street": re.compile(
        rf"(?<=địa chỉ:\s)[^;()]+?(?=[;()]|\.\s|\.?$)|(?<=địa chỉ\s)(?=[Ss]ố\s\d|\d)[^;()]+?(?=[;()]|\.\s|\.?$)"
        rf"|\b[Ss]ố\s\d+\w?(?:/\d+)*,?\s(?:đường|phố|ngõ|đại lộ)\s[{UPPER}][^;()]*?(?=[;()]|\.\s|\.?$|,\s[a-zđ](?!ường|hường|hành|ã\s|ỉnh|uận))",
        re.IGNORECASE,
    ),
}
_SHORTEST: Final = 3
_MOST_DIGITS: Final = 12
_CALLED: Final = re.compile(
    r"(?i)(?<!\w)(?:gọi|tổng đài|đường dây nóng|đường dây|điện thoại|số máy|số|hotline|qua)(?:\s(?:số|là|qua))*\s?:?\s*(?:11\d\s?(?:,|;|/|hoặc|và|-)\s?)*$"
)
"""Right before a telephone number of three digits, or others of these: "gọi 113, 114"."""


def answer_contact(query: Query, library: Library) -> Answer | None:
    """The number or address that a question asks for; None where none is asked for, or none is printed of what it is about."""
    kind = next((kind for kind, words in _PHRASES.items() if find_phrase(query.spoken, words)), "")
    to_call = asks_number_to_call(query.typed)
    kind = kind or ("number" if to_call or _MACHINE.search(query.typed) else "")
    of_others = not to_call and query.role in {"lead", "support", "due"} and not _WHICH_NUMBER.search(query.typed)
    if not kind or of_others or not (kind == "street" or _ASKS_ITSELF.search(query.spoken)):
        return None
    form = _FORMS[kind]

    def told(text: str) -> tuple[str, ...]:
        near = crowding(text, {word: library.idf(word) for word in query.words.content()})
        spans = [match.span() for match in form.finditer(text) if _is_one(kind, text, *match.span())]
        start, end = max(spans, key=lambda span: (near(*span), -span[0]), default=(0, 0))
        return (text[start:end].strip(TRIM),) if end else ()

    found = best_clauses(query, library, told, (*_PHRASES[kind], _SAID_SO))
    if not found:
        return None
    best, plan = found[0], library.plans[found[0].entry.plan]
    text = f"{joined(best.values)} ({plan_name(plan)}, {best.entry.locator})."
    citations = cite(plan, best.entry.locator, best.entry.spans)
    return Answer(query.typed, Status.ANSWERED, text, best.values, citations=citations, method="retrieval")


def _is_one(kind: str, text: str, start: int, end: int) -> bool:
    """Whether what looks like a number or address there is one: three digits are a telephone only where they are called so."""
    digits = sum(map(str.isdigit, text[start:end]))
    short = digits == _SHORTEST and _CALLED.search(text[:start]) is not None
    return kind != "number" or short or len("0912345") < digits <= _MOST_DIGITS
