"""Words of its plan's title about a pointer to a plan: "kế hoạch dữ liệu của Sở A" beside "kế hoạch nhà ở của Sở B"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from rag.corpus.library import Library
from rag.language.words import either, sound
from rag.mentions.mention import Mention
from rag.query.question import Query

_HEADS: Final = frozenset(either("kế hoạch", "đề án", "chương trình", "phương án", "văn bản", "công văn").split("|"))
"""What such words begin with."""
_ABOUT: Final = frozenset(map(sound, ("về", "cho")))
"""What they begin with behind a pointer."""
_REACH: Final = 12


def with_titles(query: Query, library: Library, found: Sequence[Mention]) -> list[Mention]:
    """The pointers, each with the words before and behind it that call its plan by its title: no other plan has them."""
    heard = query.words.heard.split()
    found = [replace(one, start=_from_level(heard, one)) for one in found]
    return [replace(one, start=_before(heard, library, one), end=_behind(heard, library, one)) for one in found]


_LEVELS: Final = (*([sound(word)] for word in ("tỉnh", "xã", "phường", "huyện", "quận")), sound("thành phố").split())
_OF: Final = frozenset(map(sound, ("của", "ở", "tại", "trong", "theo")))


def _from_level(heard: Sequence[str], one: Mention) -> int:
    """Where the words begin that lead to the name of a place: "và | của thành phố A"."""
    sizes = [len(level) for level in _LEVELS if heard[max(0, one.start - len(level)) : one.start] == level]
    start = one.start - max(sizes, default=0) if one.kind == "place" else one.start
    return start - (start < one.start and heard[max(0, start - 1)] in _OF)


def _before(heard: Sequence[str], library: Library, one: Mention) -> int:
    """Where "kế hoạch" and words of a title begin that run up to the pointer."""
    titles = _titles(library, one)
    for at in range(one.start - 2, max(-1, one.start - _REACH), -1):
        named = heard[at + 2 : one.start]
        if " ".join(heard[at : at + 2]) in _HEADS:
            return at if any(title.issuperset(named) for title in titles) else one.start
    return one.start


def _behind(heard: Sequence[str], library: Library, one: Mention) -> int:
    """Where words of a title end that "về" begins right behind the pointer."""
    if heard[one.end : one.end + 1] == [] or heard[one.end] not in _ABOUT:
        return one.end
    titles, at = _titles(library, one), one.end + 1
    while at < len(heard) and any(heard[at] in title for title in titles):
        at += 1
    return at if at > one.end + 2 else one.end


def _titles(library: Library, one: Mention) -> list[set[str]]:
    of = {sound(word) for word in ("của", "về", "năm", "thuộc")}
    return [{*library.profiles[number].title.split(), *of} for number in one.plans]
