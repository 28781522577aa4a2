"""What a question only seems to narrow itself by: words for a level or a place in the plan that the thing asked about is called by."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from rag.answer import Answer, Status
from rag.citations import place_of
from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.duties.reports import asks_report
from rag.language.words import sound
from rag.mentions.misheard import may_be_none
from rag.mentions.pointers import Pointer
from rag.mentions.scope import agreed
from rag.query.question import Query
from rag.query.subjects import MARKER

_SURE: Final = 0.5
"""How sure a clause must be meant that is found without such words."""
_PLACED: Final = re.compile(r"\b(?:phu luc|bieu|nhom|muc|phan|diem|danh muc) (?:so )?(?:[ivxlc]+|\d+|[a-e])(?= |$)")
"""Sound form of a place by its numbering."""
_BRACKETS: Final = re.compile(r"\(([^()]+)\)")
_DEPUTY: Final = re.compile(r"\bphó\b|\bpho (?:truong|nhom|ban|to|doan|doi)\b", re.IGNORECASE)
"""Who stands in for the head, and is not told by the head's name."""


def answer_loosely(query: Query, library: Library, fact: Callable[[Query], Answer]) -> Answer:
    """A fact as ``fact`` finds it; what may be no condition narrows nothing where that finds nothing."""
    answer = fact(query)
    if answer.status is not Status.NOT_FOUND:
        return answer
    return _of_any_level(query, fact) or _of_any_place(query, library, fact) or answer


def _of_any_level(query: Query, fact: Callable[[Query], Answer]) -> Answer | None:
    """The answer without what may be no level of the plan.

    Such are, without accents, words that sound like one ("vùng xa hai đảo"), "cấp tỉnh" in a name ("Ban Chỉ đạo cấp tỉnh"),
    and the offices of a level that another's plan gives work to ("UBND xã báo cáo Sở A").
    """
    loose = [one for one in query.mentions if not may_be_none(query.words, one)]
    if len(loose) == len(query.mentions):
        return None
    told = fact(replace(query, mentions=tuple(loose), plans=agreed(loose)))
    sure = 1.0 if asks_report(query) else 0.0  # of a duty none is told
    return told if told.status is Status.ANSWERED and (told.confidence or sure) >= _SURE else None


def _of_any_place(query: Query, library: Library, fact: Callable[[Query], Answer]) -> Answer | None:
    """The answer out of a row elsewhere that prints the place named as words of its own: "dự án nhóm B", "theo Phụ lục I".

    In prose the clause must begin with it: "Nhóm 4 (Dữ liệu): ThS. A" tells of "trưởng nhóm 4".
    """
    places = [match[0] for match in _PLACED.finditer(query.spoken)]
    if query.pointer.ordinal or query.pointer.empty or not places:
        return None
    told = fact(replace(query, pointer=Pointer()))
    if told.status is Status.NOT_FOUND:
        return None
    cited = {(one.file, one.locator) for one in told.citations}
    rows = [one for one in library.entries if (library.plans[one.plan].file, place_of(one)) in cited]
    return told if any(_prints(query, one, places) for one in rows) else None


def _prints(query: Query, entry: Entry, places: Sequence[str]) -> bool:
    """Whether an entry prints the places, a clause as the one that it begins with, and what the question adds in brackets."""
    words = f"{sound(MARKER.sub('', entry.text))} "
    if entry.kind == "clause":
        added = set(sound(" ".join(_BRACKETS.findall(query.typed))).split())
        other = _DEPUTY.search(query.typed) and not _DEPUTY.search(entry.text)
        return len(places) == 1 and words.startswith(f"{places[0]} ") and added <= set(words.split()) and not other
    return all(f" {place} " in f" {words}" for place in places)
