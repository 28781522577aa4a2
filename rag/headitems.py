"""The numbered items of a section by the thing its heading names: how many there are, and what one of them says.

"Kế hoạch đưa ra bao nhiêu khẩu hiệu" counts what stands under "V. KHẨU HIỆU TUYÊN TRUYỀN", "khẩu hiệu số 12" is one of it.
"""

from __future__ import annotations

import re
from typing import Final

from ingest.plan import Plan, Section, SectionKind
from rag.answer import Answer, Status
from rag.asks import Intent
from rag.citations import cite, first_line, plan_name
from rag.library import Library
from rag.partcounts import answer_part_count
from rag.phases import answer_phase
from rag.prose import whole
from rag.question import Query
from rag.words import sound

_HOW_MANY: Final = re.compile(rf"\b(?:{sound('bao nhiêu')}|{sound('mấy')}) (?P<noun>\S+(?: \S+){{0,5}})")
_NTH: Final = re.compile(
    rf"\b(?P<noun>\S+(?: \S+){{0,3}}) (?:{sound('số')}|{sound('thứ')}) (?P<number>\d{{1,2}})(?!\S)"
)
_SAYS: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, ('ghi', 'viết', 'nói', 'nêu', 'là gì', 'thế nào', 'nội dung gì', 'ra sao', 'đọc')))})\b"
)
_FILLING: Final = frozenset(
    sound(
        "kế hoạch đề án đưa ra nêu có gồm tất cả tổng cộng cả thảy toàn bộ là trong của liệt kê đề tổng số được mục phần xã phường"
        " tỉnh huyện cho biết hiện thì bản này xác định đặt"
    ).split()
)
"""Words around what is counted that say nothing of it."""
_FEWEST: Final = 2
"""Items, and words of a heading that name what they are."""


def answer_items(query: Query, library: Library) -> Answer | None:
    """How many parts or named things there are, what one of them says, or when a round of them is; None for anything else."""
    counted = answer_part_count(query, library)
    counted = counted or (_count_of_items(query, library) if query.intent is Intent.FACT else None)
    return counted or _item_of_heading(query, library) or answer_phase(query, library)


def _count_of_items(query: Query, library: Library) -> Answer | None:
    """How many numbered items stand under the one heading that names what is counted; None without one."""
    asked = _HOW_MANY.search(query.spoken)
    plan = _plan(query, library)
    if asked is None or plan is None or not query.pointer.empty or query.period or query.actors:
        return None
    section, size = _headed(plan, asked["noun"].split())
    profile = library.profiles[library.plans.index(plan)]
    said = set(asked["noun"].split()[:size])
    words = query.words.outside(one for one in query.mentions if one.plans).content()
    left = {word for word, weight in words.items() if weight >= 1.0} - said - _FILLING
    if section is None or left - profile.words - set(sound(section.heading).split()):
        return None
    items = _items(plan, section)
    if len(items) < _FEWEST or any(_number(one) != at for at, one in enumerate(items, 1)):
        return None
    citations = cite(plan, section.locator, (first_line(plan, section.span),))
    citations += tuple(one for item in items for one in cite(plan, item.locator, (first_line(plan, item.span),)))
    text = f"{len(items)} ({plan_name(plan)}, {section.locator})."
    return Answer(query.typed, Status.ANSWERED, text, (str(len(items)),), citations=citations, method="retrieval")


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
