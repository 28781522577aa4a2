"""How many items stand under a heading: "mấy nhóm nguy cơ", "bao nhiêu nhiệm vụ, giải pháp chủ yếu", "mấy khẩu hiệu".

The heading is the one that the words behind "mấy" say, or begin, or the one whose items all begin with these words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from ingest.document import Span
from ingest.plan import Plan, SectionKind
from rag.answer import Answer, Status
from rag.citations import cite, first_line, plan_name
from rag.corpus.library import Library
from rag.language.words import AND, shared_first, sound, without_and
from rag.parts.sectionparts import part_item
from rag.query.question import Query

_HOW_MANY: Final = re.compile(
    rf"\b(?:{sound('bao nhiêu')}|{sound('mấy')}) (?:(?:{sound('nhóm')}|{sound('loại')}|{sound('điểm')}|{sound('câu')}) )?(?P<said>\S.*)"
)
_NUMBERED: Final = re.compile(r"^(?:(?:[ivxlc]+|\d+) )+")
_LEAST_NAME: Final = 2
"""Syllables behind "mấy" that name what is counted."""
_MOSTLY: Final = 0.8
"""The share of the items that begin with the name of what is counted."""
_LEAST_END: Final = 3
"""Syllables that name what is counted where they only close a heading."""
_OPENING: Final = 0.5
"""The share of a heading's syllables that the name of what is counted makes."""
_FEWEST: Final = 2
_SOLUTIONS: Final = re.compile(rf"(?<={sound('nhiệm vụ')})(?: {AND})? {sound('giải pháp')}(?= )")
"""Said beside tasks and left out where a question is understood (`rag.language.restated`)."""
_LISTING: Final = re.compile(rf"\b(?:{sound('gì')}|{sound('nào')})\b")
_NAMING: Final = frozenset(sound("kế hoạch trong của ở tại này theo thì là tất cả thế vậy ạ em anh chị").split())
"""Words that only say which plan is meant, or ask politely."""
_BULLETS: Final = "-+*•–—●"


@dataclass(frozen=True, slots=True)
class _List:
    """A heading with its items, each its place and span; ``said`` is how many syllables of it the question says."""

    locator: str
    heading: str
    items: tuple[str, ...]
    spans: tuple[tuple[str, Span], ...]
    said: int = 0
    whole: bool = False


def answer_item_count(query: Query, library: Library, *, alone: bool = False) -> Answer | None:
    """How many items the one heading meant has; None where none or several are meant.

    ``alone``: only where nothing but the whole heading and the plan's name is said behind "mấy".
    """
    asked = _HOW_MANY.search(_SOLUTIONS.sub("", without_and(query.spoken)))
    plans = query.plans if query.plans is not None else frozenset(range(len(library.plans)))
    if asked is None or len(plans) != 1 or query.actors or query.period or not query.pointer.empty:
        return None
    (number,) = plans
    plan, said = library.plans[number], asked["said"]
    own = library.profiles[number].own_words
    if alone and (any(one.kind is SectionKind.ANNEX for one in plan.sections) or _LISTING.search(query.spoken)):
        return None
    known = {*query.spoken.split(), *own}
    weighed = (_meant(library, one, said, known) for one in _lists(plan))
    found = [one for one in weighed if one.said]
    best = [one for one in found if one.said == max(other.said for other in found)]
    if len(best) != 1:
        return None
    (held,) = best
    if alone and not (held.whole and {*said.split()[held.said - 1 :]} <= own | _NAMING):
        return None
    citations = tuple(one for locator, span in held.spans for one in cite(plan, locator, (span,)))
    text = f"{len(held.items)} ({plan_name(plan)}, {held.locator})."
    rows = tuple(part_item(plan, place, words) for (place, _), words in zip(held.spans[1:], held.items, strict=True))
    return Answer(query.typed, Status.ANSWERED, text, (str(len(rows)),), rows, citations, method="retrieval")


def _lists(plan: Plan) -> Sequence[_List]:
    """Every heading of the plan's prose with the numbered items, else the dashes, right under it."""
    heads = [one for one in plan.sections if one.kind is SectionKind.HEADING]
    inner: dict[str, list[tuple[str, Span]]] = {}
    for one in heads:
        inner.setdefault(one.locator.rpartition("/")[0], []).append((one.locator, first_line(plan, one.span)))
    dashes: dict[str, list[tuple[str, Span]]] = {}
    for clause in plan.clauses:
        if clause.marker and clause.marker in _BULLETS:
            dashes.setdefault(clause.locator, []).append((clause.marker, clause.span))
    found: list[_List] = []
    for one in heads:
        bullets = dashes.get(one.locator, [])
        first = [(one.locator, span) for marker, span in bullets if marker == bullets[0][0]]
        items = inner.get(one.locator) or first
        if len(items) >= _FEWEST and not one.heading.endswith((".", ";")):
            spans = ((one.locator, first_line(plan, one.span)), *items)
            heading, *named = (span.slice(plan.text) for _, span in spans)
            found.append(_List(one.locator, heading, tuple(named), spans))
    return found


def _meant(library: Library, one: _List, said: str, known: set[str]) -> _List:
    """The list with how many syllables behind "mấy" are its heading's or begin its items; 0 where it is not meant."""
    heading = _core(library, one.heading)
    size = shared_first(heading.split(), said.split())
    opens = size >= len(heading.split()) * _OPENING and set(heading.split()) <= known
    if size >= _LEAST_NAME and opens:
        return replace(one, said=size + 1, whole=size == len(heading.split()))
    ends = _ended(heading, said)
    if ends >= _LEAST_END and ends >= len(heading.split()) * _OPENING:
        return replace(one, said=ends)
    shared = sorted((shared_first(_core(library, item).split(), said.split()) for item in one.items), reverse=True)
    most = shared[: max(1, round(_MOSTLY * len(shared)))]
    return replace(one, said=most[-1] if most[-1] >= _LEAST_NAME else 0)


def _core(library: Library, words: str) -> str:
    """How a heading sounds without its number and "và"."""
    return without_and(_NUMBERED.sub("", _SOLUTIONS.sub("", library.hear(words.strip(" *_-+•:.")))))


def _ended(heading: str, said: str) -> int:
    """How many first syllables of ``said`` close the heading: "nội dung, | nhiệm vụ trọng tâm"."""
    words = said.split()
    return next((n for n in range(len(words), 0, -1) if f" {heading}".endswith(f" {' '.join(words[:n])}")), 0)
