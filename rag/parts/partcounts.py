"""How many parts a plan or one of its sections has: "mục III phân công cho bao nhiêu đầu mối", "kế hoạch gồm mấy phần"."""

from __future__ import annotations

import re
from typing import Final

from ingest.folding import fold
from ingest.numerals import roman_value
from ingest.plan import Plan, Section, SectionKind
from ingest.units import starts_like_unit
from rag.answer import Answer, Status
from rag.citations import cite, first_line, plan_name
from rag.corpus.library import Library
from rag.language.phrases import heard
from rag.language.words import sound
from rag.parts.annexlist import answer_annexes
from rag.parts.sectionparts import part_item
from rag.query.question import Query
from rag.query.subjects import GIVEN

_OFFICES: Final = ("đầu mối", "nhóm đơn vị", "nhóm cơ quan", "cơ quan, đơn vị", "cơ quan", "đơn vị", "tổ chức, đơn vị")
_PARTS: Final = (
    "phần lớn",
    "phần",
    "mục lớn",
    "mục chính",
    "mục nhỏ",
    "mục",
    "khoản",
    "nội dung lớn",
    "nội dung chính",
    "ý lớn",
    "nội dung",
)
_HOW_MANY: Final = re.compile(
    rf"\b(?:{sound('bao nhiêu')}|{sound('mấy')}) (?:(?P<office>{'|'.join(map(sound, _OFFICES))})|(?P<part>{'|'.join(map(sound, _PARTS))}))\b"
    rf"(?! (?:{sound('tiêu')}|{sound('trăm')}|{sound('thưởng')}|{sound('đích')}))"
)
_GIVES: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, ('phân công', 'giao', 'trách nhiệm', 'tổ chức thực hiện')))})\b"
)
_ASSIGNS: Final = re.compile(sound("phân công"))
_MADE_OF: Final = re.compile(rf"\b(?:{'|'.join(map(sound, ('gồm', 'chia', 'có', 'thành', 'bố cục')))})\b")
_PART: Final = re.compile(rf"\b(?:{sound('phần')}|{sound('chương')}) ([a-e]|[ivx]+)\b")
_NAMED: Final = re.compile(
    rf"(?<!{sound('mấy')} )(?<!{sound('nhiêu')} )\b(?:{sound('phần')}|{sound('mục')}|{sound('chương')}) (?P<name>(?!{sound('lục')}\b|{sound('tiêu')}\b|{sound('đích')}\b)\S{{2,}} \S{{2,}})"
)
"""Two syllables of the name of a section."""
_EMPTY: Final = frozenset(
    sound("của trong ở tại kế hoạch này đó nào gì các những là trên nhỏ được nêu theo văn bản").split()
)
_ITEM: Final = sound("nội dung")
"""What the items of a section that is named by its numeral are called; of a plan it may ask for anything."""
_SUBMITTED: Final = "noi dung trinh"
"""Folded: sounds like "nội dung chính"."""
_ASKING: Final = frozenset(
    sound("mục phần bao nhiêu mấy nội dung khoản ý gồm có tất cả cả thảy kể bao chia thành lớn chính").split()
)
_SAID: Final = 0.6
"""The share of the question's other words that the headings of the section meant must hold."""
_MOSTLY: Final = 0.6
"""The share of a section's parts that an office heads where offices are counted."""


def answer_part_count(query: Query, library: Library) -> Answer | None:
    """How many parts the section or plan meant has, or its annexes; None where no such number is asked for."""
    if annexes := answer_annexes(query, library):
        return annexes
    asked = _HOW_MANY.search(query.spoken)
    if asked is None or query.pointer.ordinal or query.pointer.annex or _SUBMITTED in fold(query.typed):
        return None
    if asked["part"] == _ITEM and not query.pointer.prose:
        return None
    plans = query.plans if query.plans is not None else _with_such_part(query, library)
    if len(plans) != 1:
        return None
    offices = asked["office"] is not None
    if not (_GIVES if offices else _MADE_OF).search(query.spoken):
        return None
    plan = library.plans[next(iter(plans))]
    lettered = _PART.search(query.spoken)
    pointed = query.pointer.prose or query.pointer.group or (lettered[1].upper() if lettered else "")
    place = pointed or (_headed(query, library, plan) if offices else "")
    if place is None or (offices and not place) or (not place and _names_section(query, library, next(iter(plans)))):
        return None
    parts = _parts(plan, place)
    named = sum(starts_like_unit(GIVEN.sub("", one.heading)) for one in parts)
    over = next((one.heading for one in plan.sections if one.locator == place), "")
    gives = not offices or named >= _MOSTLY * len(parts) or _ASSIGNS.search(sound(over))
    if len(parts) < len(("one", "another")) or not gives:
        return None
    citations = tuple(one for part in parts for one in cite(plan, part.locator, (first_line(plan, part.span),)))
    text = f"{len(parts)} ({plan_name(plan)}, {place or parts[0].locator})."
    items = tuple(part_item(plan, one.locator, one.heading) for one in parts)
    return Answer(query.typed, Status.ANSWERED, text, (str(len(parts)),), items, citations, method="retrieval")


def _with_such_part(query: Query, library: Library) -> frozenset[int]:
    """The plans whose section of that place says, in its heading or its parts', what else the question does."""
    everywhere = frozenset(range(len(library.plans)))
    place = query.pointer.prose
    words = {word for word in query.words.drop(heard("filler.numbering")).content() if not word.isdigit()} - _ASKING
    words -= set((place or "").lower().split("/"))
    if not place or not words:
        return everywhere
    fits = {}
    for number, plan in enumerate(library.plans):
        own = " ".join(one.heading for one in plan.sections if f"{one.locator}/".startswith(f"{place}/"))
        fits[number] = library.cover(dict.fromkeys(words, 1.0), set(library.hear(own).split()))
    best = max(fits.values(), default=0.0)
    return frozenset(number for number, fit in fits.items() if fit == best >= _SAID)


def _names_section(query: Query, library: Library, number: int) -> bool:
    """Whether words that no plan's head says stand right behind "phần" or "mục", as the heading of a section does."""
    named = _NAMED.search(query.spoken)
    own = library.profiles[number].words | _ASKING | _EMPTY
    return named is not None and not own.issuperset(named["name"].split())


def _headed(query: Query, library: Library, plan: Plan) -> str | None:
    """The one section whose heading gives work and is said whole by the question."""
    said = set(query.spoken.split())
    found = [
        one.locator
        for one in plan.sections
        if one.kind is SectionKind.HEADING
        and _GIVES.search(sound(one.heading))
        and set(library.hear(one.heading).split()) <= said
    ]
    return found[0] if len(found) == 1 else None


def _parts(plan: Plan, place: str) -> list[Section]:
    """The numbered headings right under a place; the widest ones of the plan where none is named."""
    heads = [one for one in plan.sections if one.kind is SectionKind.HEADING]
    if place:
        return [one for one in heads if one.locator.rpartition("/")[0] == place]
    return [one for one in heads if "/" not in one.locator and roman_value(one.locator)] or [
        one for one in heads if "/" not in one.locator
    ]
