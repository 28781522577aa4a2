"""Which leader directs the tasks of some numbers, where prose shares them out: "đồng chí A trực tiếp chỉ đạo các công việc từ số 1 đến số 7"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ingest.letters import UPPER
from ingest.plan import Clause, Plan
from rag.answer import Answer, Status
from rag.citations import cite_entry, plan_name
from rag.compose import not_found
from rag.corpus.library import Library, once
from rag.language.words import either
from rag.query.asks import Intent
from rag.query.question import Query

_NOUN: Final = r"(?:công việc|đầu việc|phần việc|nhiệm vụ|nội dung|việc|chỉ tiêu|giải pháp|hoạt động|mục)"
_NUMBERS: Final = (
    r"\d{1,2}(?:\s*(?:,|;|và|đến|[-–])\s*(?:(?:đến|và)\s+)?(?:(?:số|thứ)(?: thứ tự)?\s+)?\d{1,2}(?![\d/%]))*(?![/%.]\d)"
)
_DIRECTS: Final = r"(?:chỉ đạo|phụ trách|theo dõi|đôn đốc|điều hành|chịu trách nhiệm)"
_SHARED: Final = re.compile(
    rf"(?P<who>[{UPPER}][a-zà-ỹ]+(?:\s[{UPPER}][a-zà-ỹ]+){{1,4}})(?:\s*[,(–-][^;.]{{0,80}}?|\s)(?:(?:trực tiếp|chịu trách nhiệm)\s+)?{_DIRECTS}"
    rf"[^;.\d]{{0,60}}?{_NOUN}\s+(?:(?:có )?(?:từ|số thứ tự|thứ tự|số|thứ|mang số)\s+)*(?P<numbers>{_NUMBERS})"
)
"""A person, that he directs, and the numbers of what."""
_COMRADE: Final = re.compile(r"^(?:Đồng chí|Ông|Bà|Đ/c)\s+")
_RANGE: Final = re.compile(r"(\d{1,2})\s*(?:đến|[-–])\s*(?:(?:số|thứ)\s+)?(\d{1,2})")
_NUMBER: Final = re.compile(r"\d{1,2}")
_DIRECTING: Final = re.compile(
    rf"\b(?:{either('chỉ đạo', 'phụ trách', 'theo dõi', 'đôn đốc', 'điều hành', 'lo', 'chịu trách nhiệm')})\b"
)
_WHO: Final = re.compile(
    rf"\bai\b|\b(?:{either('đồng chí', 'lãnh đạo', 'ông', 'bà', 'người', 'vị', 'sếp', 'cấp phó', 'phó')})(?: \S+){{0,4}}? (?:nao|gi)\b"
)
_ASKED: Final = re.compile(
    rf"\b(?:{either('công việc', 'đầu việc', 'phần việc', 'nhiệm vụ', 'nội dung', 'việc', 'chỉ tiêu', 'giải pháp', 'hoạt động')})"
    rf"(?: (?:{either('từ', 'số', 'thứ', 'số thứ tự')}))* (?P<numbers>\d{{1,2}}(?: (?:(?:{either('và', 'với', 'đến', 'số', 'thứ')}) )*\d{{1,2}})*)\b"
)


def answer_directed(query: Query, library: Library) -> Answer | None:
    """The leader, or each of several, who directs the tasks of the numbers asked; None where no clause says so."""
    plans = query.plans if query.plans is not None else frozenset(range(len(library.plans)))
    asked = _ASKED.search(query.spoken) if len(plans) == 1 and query.intent is not Intent.COUNT else None
    if asked is None or not _DIRECTING.search(query.spoken) or not _WHO.search(query.spoken) or query.pointer.annex:
        return None
    number = next(iter(plans))
    numbers = {int(one) for one in _NUMBER.findall(asked["numbers"])}
    given = [(who, clause) for who, clause, held in _shares(library).get(number, ()) if held & numbers]
    held = {n for _, _, own in _shares(library).get(number, ()) for n in own}
    if not held or not numbers:
        return None
    if not numbers <= held:
        return not_found(query, library)
    plan = library.plans[number]
    values = tuple(dict.fromkeys(who for who, _ in given))
    clauses = {id(clause) for _, clause in given}
    entries = [one for one in library.entries if one.plan == number and id(one.clause) in clauses]
    citations = tuple(one for entry in entries for one in cite_entry(plan, entry))
    places = ", ".join(dict.fromkeys(entry.locator for entry in entries))
    text = f"{'; '.join(values)} ({plan_name(plan)}, {places})."
    return Answer(query.typed, Status.ANSWERED, text, values, citations=citations, method="retrieval")


@once
def _shares(library: Library) -> dict[int, tuple[tuple[str, Clause, frozenset[int]], ...]]:
    """Of each plan who directs what numbers, and the clauses that say so."""
    return {n: tuple(_read(plan)) for n, plan in enumerate(library.plans)}


def _read(plan: Plan) -> Iterator[tuple[str, Clause, frozenset[int]]]:
    for clause in plan.clauses:
        for match in _SHARED.finditer(clause.text):
            numbers = {int(one) for one in _NUMBER.findall(match["numbers"])}
            for first, last in _RANGE.findall(match["numbers"]):
                numbers.update(range(int(first), int(last) + 1))
            yield _COMRADE.sub("", match["who"]), clause, frozenset(numbers)
