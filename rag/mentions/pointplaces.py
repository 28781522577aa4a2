"""Points and clauses of prose that a question names without the numerals over them: "điểm e mục 2", "khoản 3 phần II".

Plans whose chapters bear plain figures have places like "2/e", and in others a point may be the only one so called. A
row of a table that bears the number is meant before any of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from ingest.plan import SectionKind
from rag.corpus.library import Library, once
from rag.mentions.pointers import Pointer, with_d

_OVER: Final = re.compile(r"\b(?:muc|khoan|phan|chuong)\s+(?:so\s+)?0?(\d{1,2}(?:\.\d{1,2})*)\b(?!\s*[/%-])")
_OF_ARTICLE: Final = re.compile(r"\bdieu\s+(?:so\s+)?\d")
_POINT: Final = re.compile(r"\b(?:diem|tiet|y)\s+([a-zđ])(?![\w/])")
_UNDER: Final = re.compile(
    r"\b(?:diem|y|tiet|muc|khoan|noi dung)\s+(?:so\s+|thu\s+)?0?(\d{1,2}(?:\.\d{1,2})*)\b(?!\s*[/%-])"
)


def in_prose(pointer: Pointer, typed: str, library: Library, plans: frozenset[int] | None) -> Pointer:
    """The pointer to the place of prose meant, where one of the plans has it and none has a row so numbered; else as it is."""
    if pointer.annex is not None or pointer.group is not None:
        return pointer
    words = with_d(typed)
    if _OF_ARTICLE.search(words):
        return pointer
    meant = frozenset(range(len(library.plans))) if plans is None else plans
    if pointer.prose:
        under = _UNDER.search(words) if "/" not in pointer.prose else None
        path = f"{pointer.prose}/{under[1]}" if under else ""
        return replace(pointer, prose=path) if under and _at(library, meant, (path,)) else pointer
    over, point = _OVER.search(words), _POINT.search(words)
    if over is None or pointer.ordinal not in (None, over[1]) or not (pointer.ordinal or point):
        return pointer
    path = f"{over[1]}/{point[1]}" if point else over[1]
    if any((number, path) in _rows(library) for number in meant):
        return pointer
    found = _at(library, meant, (path,)) or (_at(library, meant, _endings(library, path)) if point else frozenset())
    return replace(pointer, ordinal=None, prose=next(iter(found))) if len(found) == 1 else pointer


def _at(library: Library, plans: Iterable[int], places: Iterable[str]) -> frozenset[str]:
    """Those of the places that a heading of one of the plans stands at."""
    known = _headings(library)
    return frozenset(place for place in places if any((number, place) in known for number in plans))


def _endings(library: Library, path: str) -> frozenset[str]:
    return frozenset(place for _, place in _headings(library) if place.endswith(f"/{path}"))


@once
def _headings(library: Library) -> frozenset[tuple[int, str]]:
    """Every heading as (its plan, its place)."""
    return frozenset(
        (number, one.locator)
        for number, plan in enumerate(library.plans)
        for one in plan.sections
        if one.kind is SectionKind.HEADING
    )


@once
def _rows(library: Library) -> frozenset[tuple[int, str]]:
    """Every row of an annex as (its plan, its number), and as (its plan, its number and that of its group or whole)."""
    found: set[tuple[int, str]] = set()
    for one in library.entries:
        if one.kind != "clause":
            parts = one.locator.split("/")
            found.update((one.plan, "/".join(parts[-size:])) for size in (1, 2))
    return frozenset(found)
