"""All that stands under a heading asked for by its name: "mang lại những lợi ích gì", "các nội dung tập huấn", "mấy điểm về yêu cầu".

The question says the heading, and the head of the one plan says all else that it says.
"""

from __future__ import annotations

import re
from typing import Final

from ingest.plan import Section, SectionKind
from rag.answer import Answer
from rag.corpus.library import Library
from rag.language.words import AND, either, sound, without_and
from rag.parts.sectionparts import FILLING, parts_of, tell_section
from rag.query.asks import Intent
from rag.query.question import Query

_NUMBERED: Final = re.compile(r"^(?:(?:[ivxlc]+|\d+) )+")
_OPENING: Final = re.compile(rf"^(?:{either('các', 'những', 'một số')}) ")
_TAIL: Final = re.compile(rf" (?:{either('của', 'cho', 'trên', 'tại', 'ở', 'trong', 'khi', 'đối với')}) .*$")
"""What a heading adds of whose it is, which the plan's name says as well."""
_COUNTS: Final = re.compile(
    rf"\b(?:{either('mấy', 'bao nhiêu')}) (?:(?:{either('điểm', 'ý', 'gạch đầu dòng', 'nội dung', 'mục', 'khoản')}) (?:(?:{either('về', 'trong', 'ở', 'của', 'thuộc', 'cho', 'nói về')}) )?(?:(?:{either('phần', 'mục')}) )?)?$"
)
_MANY: Final = re.compile(
    rf"(?:^|\b)(?:{either('những', 'các', 'bao nhiêu', 'mấy', 'liệt kê', 'kể', 'nêu', 'toàn bộ')}) $"
)
_GAP: Final = re.compile(rf"\b(?:{either('gì', 'nào', 'ra sao', 'thế nào')})\b")
_ASKS_BEHIND: Final = re.compile(
    rf"^ (?:(?:{either('gì', 'nào')})\b|.*\b(?:{either('gồm', 'là', 'có')}) (?:(?:{either('những', 'các')}) )?(?:{either('gì', 'nào')})\b)"
)
_FILLS: Final = frozenset(sound("mang lại đem đạt được giúp nêu liệt kê kể đề ra đặt điểm ý là như thế").split())
"""Verbs that lead to what stands under a heading."""
_BARE: Final = frozenset(
    map(sound, ("nội dung", "nhiệm vụ", "giải pháp", "hoạt động", "kế hoạch", "công tác", "mục tiêu", "chỉ tiêu"))
)
"""Headings that rows and clauses of every plan are called by."""
_LABEL: Final = re.compile(r"[^:]{1,30}:\s")
_LEAST: Final = 2
_FEWEST, _MOST = 2, 12


def answer_told_under(query: Query, library: Library) -> Answer | None:
    """What the one section lists that the question calls by its heading, or how much; None where none is meant for sure."""
    if query.intent is Intent.COUNT or query.actors or query.period or query.years or not query.pointer.empty:
        return None
    if query.role not in ("", "value"):
        return None
    said = f" {without_and(query.spoken)} "
    if not (_GAP.search(said) or _MANY.search(said[: said.find(" ", 1) + 1].lstrip()) or query.role == "value"):
        return None
    plans = [n for n in range(len(library.plans)) if query.covers(n) and _quoted_in(query, library, n)]
    headings = [(n, one) for n in plans for one in library.plans[n].sections if one.kind is SectionKind.HEADING]
    found = [(*called, one) for one in headings if (called := _called(query, library, one, said))]
    longest = max((size for size, _, _ in found), default=0)
    meant = [(one, counts) for size, counts, one in found if size == longest]
    if len(meant) != 1:
        return None
    ((number, section), counts) = meant[0]
    plan = library.plans[number]
    if query.intent is Intent.LIST and _has_rows(library, number):
        return None
    parts = parts_of(plan, section)
    labelled = sum(_LABEL.match(words) is not None for _, words, _ in parts)
    if not _FEWEST <= len(parts) <= _MOST or (counts and 2 * labelled > len(parts)):
        return None  # labelled lines tell of one thing and are no several of it
    return tell_section(query, library, (number, section), counts=counts)


def _called(query: Query, library: Library, found: tuple[int, Section], said: str) -> tuple[int, bool] | None:
    """How many syllables of the section's heading the question says where it asks for all of it, and whether for their number."""
    number, section = found
    heading = _OPENING.sub("", _NUMBERED.sub("", without_and(library.hear(section.heading))))
    core = _TAIL.sub("", heading)
    at = said.find(f" {core} ")
    if at < 0 or len(core.split()) < _LEAST or core in _BARE:
        return None
    before, behind = said[: at + 1], said[at + len(core) + 1 :]
    counts = query.role == "value" and _COUNTS.search(before) is not None
    listed = not query.role and (
        (_MANY.search(before) and (_ASKS_BEHIND.match(behind) or not _GAP.search(said))) or _ASKS_BEHIND.match(behind)
    )
    if not (counts or listed):
        return None
    words = query.words.outside(
        one for one in query.mentions if one.plans and one.kind not in {"topic", "title"}
    ).content()
    left = {word for word, weight in words.items() if weight >= 1.0} - set(heading.split()) - FILLING - _FILLS - {AND}
    return (len(core.split()), counts) if left and left <= library.profiles[number].words else None


def _has_rows(library: Library, number: int) -> bool:
    """Whether the plan has tasks or targets, which a list may be of."""
    return any(one.plan == number and one.kind in {"task", "target"} for one in library.entries)


def _quoted_in(query: Query, library: Library, number: int) -> bool:
    """Whether the plan's own head says what the question sets in quotation marks."""
    return all(set(library.hear(one).split()) <= library.profiles[number].words for one in query.quoted)
