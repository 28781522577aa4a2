"""Telegrams that only name a group of an annex by its heading: "nhiệm vụ nhóm Hạ tầng số, phụ lục tỉnh Lam Giang"."""

from __future__ import annotations

import re
from typing import Final

from rag.corpus.library import Library
from rag.language.words import sound
from rag.query.question import Query
from rag.rows.groups import groups

_GROUP: Final = re.compile(rf" (?:{'|'.join(map(sound, ('nhóm', 'lĩnh vực', 'mảng', 'phần', 'hợp phần')))}) ")
"""What a group is called by, in sound form."""
_BEGINNING: Final = 3
"""Syllables of a heading's beginning that call it; a shorter one is said whole."""
_AROUND: Final = frozenset(
    sound(
        "nhiệm vụ việc công việc chỉ tiêu danh sách thuộc của trong ở tại theo về phụ lục danh mục kế hoạch nêu năm"
    ).split()
)
"""Words around the name of a group that say no more than that its rows are meant, and where they stand."""


_TARGETS: Final = re.compile(
    rf"(?:(?:cac|nhung) )?{sound('chỉ tiêu')} (?:(?:cua|trong|o) )?{sound('nhóm')} (?!.*\b(?:bao nhieu|mai|ai|nao|gi)\b)"
)
"""A telegram of a group's targets, which asks for no one figure."""


def calls_group(query: Query, library: Library) -> bool:
    """Whether all that is said is the name of a group and whose annex it stands in: its rows are asked for.

    A role, a unit, a time or any word of another matter asks for something else.
    """
    asked = query.role and not _TARGETS.match(query.spoken)
    strange = any(not any(m.start <= one.start < m.end for m in query.mentions) for one in query.actors)
    if asked or strange or query.period or not query.pointer.empty:
        return False
    spoken = f" {query.spoken} "
    noun = _GROUP.search(spoken)
    if not noun:
        return False
    before, said = spoken[: noun.start()], spoken[noun.end() :].split()
    found = groups(query, library)
    known = {number: library.profiles[number].own_words for number, _, _ in found}
    for number, _, heading in found:
        size = _shared(said, library.hear(heading).split())
        others = {*before.split(), *said[size:]}
        if size and others <= _AROUND | known[number] | _named(query):
            return True
    return False


def _shared(said: list[str], heading: list[str]) -> int:
    """How many words at the beginning of what is said are those of a heading; 0 where they do not call it."""
    same = next((n for n, pair in enumerate(zip(said, heading, strict=False)) if pair[0] != pair[1]), None)
    size = min(len(said), len(heading)) if same is None else same
    return size if size == len(heading) or size >= _BEGINNING else 0


def _named(query: Query) -> set[str]:
    """The words of the plans, places and issuers that the question names."""
    return {word for one in query.mentions for word in query.spoken.split()[one.start : one.end]}
