"""Numbers of documents that plans cite, and those named by sort and figure alone ("Nghị quyết 45") while another is asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from rag.corpus.citeddocs import bare
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
