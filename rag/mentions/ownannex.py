"""An annex that the question names only in the words of a row: "rà soát … theo Phụ lục II" stands in another annex."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from rag.corpus.library import Library, once
from rag.language.words import sound
from rag.mentions.conditions import in_annex
from rag.mentions.pointers import Pointer

_SAID: Final = re.compile(rf"((?:\S+ ){{3}}(?:\S+ )?)({sound('phụ lục')} (?:[ivxlc]+|\d+))\b")
"""Three or four words before the name of an annex, which a row must print as well."""


def without_quoted_annex(pointer: Pointer, spoken: str, library: Library, plans: frozenset[int] | None) -> Pointer:
    """The place without the annex, where a row of another place prints its name behind the very words of the question.

    Only where nothing but the annex is pointed to.
    """
    said = _SAID.search(spoken) if pointer.annex and not (pointer.group or pointer.ordinal) else None
    if said is None:
        return pointer
    words = f" {said[1].split()[-3]} {' '.join(said[1].split()[-2:])} {said[2]} "
    rows = (
        library.entries[number]
        for number, heard in _rows_naming(library)
        if words in heard and (plans is None or library.entries[number].plan in plans)
    )
    return Pointer() if any(not in_annex(row, pointer.annex or "") for row in rows) else pointer


@once
def _rows_naming(library: Library) -> Sequence[tuple[int, str]]:
    """The rows that print the name of an annex, with how they sound."""
    name = f" {sound('phụ lục')} "
    rows = ((one.order, f" {sound(one.name)} ") for one in library.entries if one.kind == "task")
    return [(order, heard) for order, heard in rows if name in heard]
