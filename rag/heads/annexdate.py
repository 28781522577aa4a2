"""What the title of an annex prints of its plan, day and number, and beside it the day at the head of the plan where both are asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ingest.header import DOCUMENT_NUMBER
from ingest.plan import Clause, Plan
from rag.answer import Answer, Status
from rag.citations import cite, plan_name
from rag.compose import together
from rag.corpus.library import Library
from rag.heads.headers import answer_header
from rag.language.phrases import heard
from rag.language.words import either, sound
from rag.query.asks import Intent
from rag.query.question import Query
from rag.reading.bases import DATE
from rag.wording import HEADER, NOT_STATED

_ANNEXES: Final = ("Phụ lục", "Danh mục", "Biểu")
_DAY: Final = sound("ngày")
_HEAD: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, ('đầu văn bản', 'đầu kế hoạch', 'đầu trang', 'trang đầu', 'phần đầu', 'tiêu đề', 'văn bản chính', 'ngày ban hành', 'ngày ký', 'ban hành ngày', 'ký ngày', 'kế hoạch ngày')))})\b"
)
_ANNEX: Final = re.compile(rf"\b(?:{'|'.join(map(sound, _ANNEXES))})\b")
_LINE: Final = re.compile(
    rf"\b(?:{either('ngoặc', 'ngoặc đơn', 'kèm theo', 'đính kèm')})\b"
    rf"|\b(?:{either('dưới', 'sau', 'cạnh', 'bên dưới', 'phía dưới')}) (?:(?:{either('dòng', 'cái')}) )?(?:{either('tên', 'tiêu đề', 'tựa', 'tựa đề', 'nhan đề')})\b"
)
"""Names the line under the title of an annex, mostly in brackets, that tells which plan it belongs to."""
_OF_LINE: Final = tuple(
    map(
        sound,
        (
            "ngoặc đơn", "ngoặc kép", "ngoặc", "dấu", "dòng chữ", "câu chữ", "dòng", "câu", "chữ", "phần", "chỗ", "kèm theo", "đính kèm", "kèm",
            "bên dưới", "phía dưới", "ngay dưới", "dưới", "cạnh", "tên", "tiêu đề", "tựa đề", "nhan đề", "tựa", "trong", "ngay", "sau", "đầu",
            "ban hành", "ký", "kế hoạch", "ghi", "in", "đề", "của", "là", "thì", "ở", "viết", "nêu", "được", "văn bản", "thuộc", "theo", "năm", "mấy",
            "phụ lục", "danh mục", "biểu", "trang", "tờ", "nói", "ngày", "bao nhiêu", "nào", "phường", "xã", "tỉnh", "huyện", "thành phố",
        ),
    )
)  # fmt: skip
"""Words of that line and of what is asked of it."""
_WHICH_DAY: Final = re.compile(rf"\b{_DAY} (?:nao|mai|bao nhieu|gi)\b")
_IS_THE_DAY: Final = re.compile(rf"\b{sound('là')} {_DAY} (?:nao|mai|bao nhieu|gi)$")
"""At the end it asks for the day that was named before, not for another one."""
_OF_WORK: Final = re.compile(
    rf"\b(?:{either('hạn', 'thời hạn', 'hạn chót', 'xong', 'hoàn thành', 'phải làm', 'nhiệm vụ', 'việc', 'chỉ tiêu')})\b"
)
"""Said of the rows of an annex, whose days are their deadlines."""
_NUMBER: Final = re.compile(
    rf"\b{sound('số')}(?: {sound('hiệu')}| {sound('ký hiệu')})?(?: (?:{sound('của')} )?{sound('kế hoạch')})?(?: {sound('là')})? (?:nao|mai|bao nhieu|gi)\b"
    rf"|\b{sound('số hiệu')}\b"
)
_TWO: Final = 2
"""Days asked for: that of the head and that of the annex."""


def answer_annex_date(query: Query, library: Library) -> Answer | None:
    """The day, or the number of the plan, printed in the title of an annex, where nothing but an annex and a plan is named."""
    line = _LINE.search(query.spoken) is not None
    number = _NUMBER.search(query.spoken) if line else None
    asks_day = query.role == "due" or _WHICH_DAY.search(query.spoken) is not None
    pointed = query.pointer.annex is not None or (line and _ANNEX.search(query.spoken) is not None)
    if not pointed or query.pointer.ordinal or not (asks_day or number):
        return None
    if _OF_WORK.search(query.unpointed.heard) or (query.plans is None and not (line and len(library.plans) == 1)):
        return None
    if not line and (query.intent is not Intent.FACT or query.quoted):
        return None  # rows of the annex, told by what stands in their cells
    days = _IS_THE_DAY.sub("", query.spoken).split().count(_DAY)
    head = _HEAD.search(query.spoken) if not line and days >= _TWO else None
    phrases = (
        *heard("column.due"),
        *heard("filler.header"),
        *heard("filler.numbering"),
        *_OF_LINE,
    )
    rest = query.unpointed
    rest = rest.drop_matches(_NUMBER) if number else rest
    left = (rest.drop_matches(_HEAD) if head else rest).drop(phrases).content()
    described = library.profiles[min(query.plans)].own_words if query.plans and len(query.plans) == 1 else ()
    if not set(left) <= {*map(str, query.years), (query.pointer.annex or "").lower(), *described}:
        return None
    told = _of_annex(query, library, day=asks_day, number=number is not None, line=line)
    if told is None or head is None:
        return told
    parts = [answer_header(query, library, "date"), told]
    annex = _ANNEX.search(query.spoken)
    if annex and annex.start() < head.start():
        parts.reverse()
    return together(query, parts) if all(part.status is Status.ANSWERED for part in parts) else told


def _of_annex(query: Query, library: Library, *, day: bool, number: bool, line: bool) -> Answer | None:
    """What the title of the first annex meant prints that prints all of it; that it is left blank where its line is asked for."""
    blank: tuple[Plan, Clause] | None = None
    for plan, clause in _titles(query, library):
        dated = DATE.search(clause.text) if day else None
        numbered = DOCUMENT_NUMBER.search(clause.text) if number else None
        found = [(one.start(group), one[group]) for one, group in ((dated, 1), (numbered, 0)) if one]
        if len(found) == day + number:
            asked = [value for _, value in sorted(found)]
            first = _NUMBER.search(query.spoken)
            if day and number and first and first.start() > query.spoken.find(f"{_DAY} "):
                asked.reverse()
            values = tuple(asked)
            text = f"{'; '.join(values)} ({plan_name(plan)}, {clause.locator})."
            return Answer(
                query.typed, Status.ANSWERED, text, values, citations=cite(plan, clause.locator, (clause.span,))
            )
        blank = blank or (plan, clause)
    if not line or blank is None:
        return None
    plan, clause = blank
    role = HEADER["date" if day else "number"].lower()
    text = NOT_STATED.format(plan=plan_name(plan), locator=clause.locator, role=role)
    return Answer(query.typed, Status.NOT_STATED, text, citations=cite(plan, clause.locator, (clause.span,)))


def _titles(query: Query, library: Library) -> Iterator[tuple[Plan, Clause]]:
    """The titles of the annexes that the question can mean."""
    for plan in (library.plans[number] for number in sorted(query.plans or range(len(library.plans)))):
        for clause in plan.clauses:
            named = not query.pointer.annex or query.pointer.annex in clause.locator.split("/")[0].split()
            if clause.locator.endswith("/tiêu đề") and clause.locator.startswith(_ANNEXES) and named:
                yield plan, clause
