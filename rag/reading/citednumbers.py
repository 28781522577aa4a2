"""Numbers of documents that plans cite, and those named by sort and figure alone ("Nghị quyết 45") while another is asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rag.corpus.citeddocs import SORT_SAID, bare
from rag.corpus.entries import Entry
from rag.language.words import either, sound

_FIGURE: Final = r"(\d{1,4})(?= |$)(?! / )"
_OPEN: Final = r"(?:nao|mai|bao nhieu|gi)"
_SAME: Final = re.compile(rf"\b{sound('là')} (?:\S+ ){{1,3}}?(?:{sound('số')} )?{_OPEN}\b")
"""Asks for the full number of the very document that is named short."""


_OBJECT: Final = either(
    "sửa đổi", "bổ sung", "thay thế", "bãi bỏ", "hướng dẫn", "cụ thể hóa", "thực hiện", "triển khai", "cập nhật"
)
"""What one document does with another."""
_BASIS: Final = "Căn cứ"
"""Where a plan rests on many documents that have nothing to do with one another."""


_ORGANS: Final = {
    sound(organ): code
    for organ, code in (
        *(("hội đồng nhân dân", "hdnd"), ("ủy ban nhân dân", "ubnd"), ("quốc hội", "qh"), ("thủ tướng", "ttg")),
        *(("chính phủ", "cp"), ("bộ chính trị", "tw"), ("ban bí thư", "tw"), ("chấp hành trung ương", "tw")),
        *(
            ("tỉnh ủy", "tu"),
            ("thành ủy", "tu"),
            ("đảng bộ tỉnh", "tu"),
            ("đảng bộ thành phố", "tu"),
            ("đảng ủy", "du"),
        ),
    )
}
"""Organs and the letters with which the numbers of their documents end."""
_WHOSE: Final = re.compile(
    rf"\b(?!{sound('kế hoạch của')} ){SORT_SAID}(?: {sound('số')})?(?: {_OPEN})? {sound('của')} (?P<organ>(?:\S+ ){{0,3}}?(?:{either(*_ORGANS)}))\b"
)
"""Whose document is spoken of, where it is one of these; "kế hoạch của …" is mostly the plan that cites."""
_LETTERS: Final = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Cited:
    """One document number where a plan prints it, and how far its own words reach; offsets into the entry's text."""

    entry: Entry
    number: str
    at: int
    start: int
    end: int

    @property
    def bare(self) -> str:
        """The number folded without spaces, as numbers are compared."""
        return bare(self.number)


def beside_named(found: list[Cited], spoken: str, kinds: Mapping[str, str]) -> list[Cited]:
    """The numbers without those that the question names by their figure, of the entries that print these alone.

    Only those printed behind where it is asked what the named one amends or carries out. ``kinds``: the code of each noun.
    """
    nouns = "|".join(sorted(kinds, key=len, reverse=True))
    asks = re.search(rf"\b(?:{nouns}) (?:{sound('số')} )?{_OPEN}\b", spoken)
    if asks is None or _SAME.search(spoken):
        return found
    named = {(kinds[one[1]], one[2]) for one in re.finditer(rf"\b({nouns}) (?:{sound('số')} )?{_FIGURE}", spoken)}
    first = {one.entry.order: one.at for one in reversed(found) if _is_named(one.bare, named)}
    if not first:
        return found
    others = [one for one in found if not _is_named(one.bare, named)]
    object_of = re.search(
        rf"\b(?:{nouns}) (?:{sound('số')} )?\d+ (?:\S+ )*?(?:{_OBJECT}) (?:\S+ ){{0,2}}$", spoken[: asks.start()]
    )
    there = [one for one in others if one.entry.order in first and (object_of or one.entry.locator != _BASIS)]
    beside = [one for one in there if not object_of or one.at > first[one.entry.order]]
    # What is said of the one named tells for the other.
    return [replace(one, start=0, end=len(one.entry.text)) for one in beside] or others


def _is_named(number: str, named: set[tuple[str, str]]) -> bool:
    """Whether a folded number ("45-nq/tw") is one of those named."""
    parts = re.split(r"[/-]", number)
    return any(parts[0] == figure and code in parts[1:] for code, figure in named)


def not_of_others(found: Sequence[Cited], spoken: str) -> list[Cited]:
    """The documents without those that bear the letters of another organ than the one whose document is spoken of."""
    whose = _WHOSE.search(spoken)
    if whose is None:
        return list(found)
    code = next(code for organ, code in _ORGANS.items() if whose["organ"].endswith(organ))
    others = set(_ORGANS.values()) - {code}
    return [one for one in found if _letters(one) not in others]


def _letters(one: Cited) -> str:
    """The letters of the organ at the end of a number ("12/2025/QH15" bears "qh")."""
    last = _LETTERS.match(re.split(r"[/-]", one.bare)[-1])
    return last[0] if last else ""
