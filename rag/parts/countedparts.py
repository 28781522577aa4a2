"""How many points a section has that the question names by its number or in the words of its heading, in any order.

"Mục yêu cầu, mục đích gồm mấy điểm", "số khoản phần tổ chức thực hiện", "trình tự họp thôn có bao nhiêu bước": all else
that is said must be of the plan or of the headings over the points.
"""

from __future__ import annotations

import re
from typing import Final

from rag.answer import Answer
from rag.corpus.library import Library
from rag.language.words import AND, either, sound, without_and
from rag.parts.headedparts import Parts, headed_parts, tell_parts, tells_rest
from rag.query.question import Query
from rag.query.rownouns import are_of_table
from rag.rows.sideconditions import side_conditions
from rag.units.givenwork import tableless

_OF_TEXT: Final = either(
    "điểm", "khoản", "mục", "tiểu mục", "đầu mục", "tiết", "ý", "nội dung", "phần", "bước", "khâu", "gạch đầu dòng", "vấn đề", "trình tự"
)  # fmt: skip
_OF_WORK: Final = either(
    "nhiệm vụ", "việc", "công việc", "đầu việc", "phần việc", "giải pháp", "yêu cầu", "hoạt động", "trách nhiệm"
)
_NUMBER: Final = rf"{sound('số')}(?! {sound('y tế')}\b)"
"""The number of something, but no "Sở Y tế", which sounds like one of points ("ý")."""
_HOW_MANY: Final = re.compile(
    rf"\b(?:{either('mấy', 'bao nhiêu', 'số lượng', 'tổng số')}|{_NUMBER}) (?:(?P<text>{_OF_TEXT})|(?P<work>{_OF_WORK}))\b(?: (?:{either('con', 'nhỏ', 'lớn', 'chính', 'cụ thể')}))?"
)
_NUMBERED: Final = re.compile(r"^(?:(?:[ivxlc]+|\d+) )+")
_BRACKETS: Final = re.compile(r"\([^()]*\)?")
_LEAST: Final = 2
"""Syllables of a heading that name it."""
_MOSTLY: Final = 0.8
"""The share of a heading's syllables that the question must say."""
_EMPTY: Final = frozenset(sound("các những một số của về cho đối với theo trong là được").split()) | {AND}
_ASKING: Final = frozenset(sound("chung riêng cộng cả thảy nhiêu mấy số lượng tổng đây quy định").split())


def answer_counted_parts(query: Query, library: Library) -> Answer | None:
    """The number of points of the one section meant; None where none or several may be."""
    asked = _HOW_MANY.search(query.spoken)
    working = asked is not None and asked["work"] and any(one.role in {"lead", "support"} for one in query.actors)
    if asked is None or working or query.pointer.annex or query.pointer.group or query.period or query.quoted:
        return None
    if any(one.kind == "number" and not one.plans for one in query.mentions):
        return None
    if are_of_table(query.nouns, library) or side_conditions(query, library):  # rows of a table are counted
        return None
    place = query.pointer.prose or query.pointer.ordinal
    noun = {*asked[0].split()} | _ASKING
    found: list[tuple[int, Parts]] = []
    for one in headed_parts(library):
        if not query.covers(one.plan) or (asked["work"] and one.plan not in tableless(library)):
            continue
        size = int(place == one.place) if place else _said(query, library, one)
        if size and tells_rest(query, library, one, noun | {*_heading(library, one)}):
            found.append((size, one))
    longest = max((size for size, _ in found), default=0)
    best = [one for size, one in found if size == longest]
    return tell_parts(query, library, best[0], counted=True, said=asked["work"] or "") if len(best) == 1 else None


def _heading(library: Library, one: Parts) -> list[str]:
    return without_and(library.hear(one.heading)).split()


def _said(query: Query, library: Library, one: Parts) -> int:
    """How many telling syllables of the heading the question says; 0 where it leaves out more than few."""
    if not one.heading:
        return 0
    core = _NUMBERED.sub("", without_and(library.hear(_BRACKETS.sub(" ", one.heading))))
    words = [word for word in core.split() if word not in _EMPTY]
    said = {*query.spoken.split()}
    held = [word for word in words if word in said]
    if query.actors and not all({*actor.words.split()} - {AND} <= {*core.split()} for actor in query.actors):
        return 0
    return len(held) if len(words) >= _LEAST and len(held) >= _MOSTLY * len(words) else 0
