"""One of the numbered items of a section by the thing its heading names: "khẩu hiệu số 12" of "V. KHẨU HIỆU TUYÊN TRUYỀN"."""

from __future__ import annotations

import re
from typing import Final

from ingest.plan import Plan, Section, SectionKind
from rag.answer import Answer, Status
from rag.citations import cite, first_line, plan_name
from rag.corpus.library import Library
from rag.language.words import sound
from rag.parts.phases import answer_phase
from rag.query.question import Query
from rag.reading.prose import whole

_NTH: Final = re.compile(
    rf"\b(?P<noun>\S+(?: \S+){{0,3}}) (?:{sound('số')}|{sound('thứ')}) (?P<number>\d{{1,2}})(?!\S)"
)
_SAYS: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, ('ghi', 'viết', 'nói', 'nêu', 'là gì', 'thế nào', 'nội dung gì', 'ra sao', 'đọc')))})\b"
)
_FEWEST: Final = 2
"""Items, and words of a heading that name what they are."""


def answer_items(query: Query, library: Library) -> Answer | None:
    """What one of several named things says, or when a round of them is; None for anything else."""
    return _item_of_heading(query, library) or answer_phase(query, library)


def _item_of_heading(query: Query, library: Library) -> Answer | None:
    """What the item of that number says under the one heading that names it: "khẩu hiệu số 12 ghi thế nào"."""
    asked = _NTH.search(query.spoken)
    plan = _plan(query, library)
    pointed = query.pointer.annex or query.pointer.group or query.pointer.ordinal
    if asked is None or plan is None or query.role or pointed:
        return None
    words = asked["noun"].split()
    if not _SAYS.search(query.spoken):  # a note that says nothing else but which item, and of which plan
        said = {*words, asked["number"], *sound("số thứ của trong").split()}
        rest = {word for word, weight in query.unpointed.content().items() if weight >= 1.0}
        if rest - said - library.profiles[library.plans.index(plan)].words:
            return None
    for start in range(len(words) - _FEWEST + 1):
        section, size = _headed(plan, words[start:], place=query.pointer.prose or "")
        if section is None or size < len(words) - start:
            continue
        item = next((one for one in _items(plan, section) if _number(one) == int(asked["number"])), None)
        if item is None:
            return None
        own = [(whole(one.text), one.span) for one in plan.clauses if one.locator == item.locator]
        told = own or [(item.heading, first_line(plan, item.span))]
        values = tuple(words for words, _ in told)
        citations = tuple(one for _, span in told for one in cite(plan, item.locator, (span,)))
        text = f"{' '.join(values)} ({plan_name(plan)}, {item.locator})."
        return Answer(query.typed, Status.ANSWERED, text, values, citations=citations, method="retrieval")
    return None


def _plan(query: Query, library: Library) -> Plan | None:
    """The one plan that the question is about."""
    plans = query.plans if query.plans is not None else range(len(library.plans))
    return library.plans[next(iter(plans))] if len(plans) == 1 else None


def _headed(plan: Plan, noun: list[str], *, place: str = "") -> tuple[Section | None, int]:
    """The one section with numbered items whose heading holds most of the first words of ``noun``, and how many of these."""
    heads = [one for one in plan.sections if one.kind is SectionKind.HEADING and one.locator.startswith(place)]
    for size in range(len(noun), _FEWEST - 1, -1):
        name = " ".join(noun[:size])
        found = [one for one in heads if f" {name} " in f" {sound(one.heading)} " and _items(plan, one)]
        if found:
            return (found[0], size) if len(found) == 1 else (None, 0)
    return None, 0


def _items(plan: Plan, section: Section) -> list[Section]:
    """The numbered headings right under a section."""
    under = (one for one in plan.sections if one.kind is SectionKind.HEADING and one.parent == section.locator)
    return [one for one in under if _number(one)]


def _number(item: Section) -> int:
    label = item.locator.rpartition("/")[2].rpartition(".")[2]
    return int(label) if label.isdigit() else 0
