"""What a label beside a clause tells that the clause leaves open: "1. Đối tượng: Chi bộ A, B" beside "2. Nội dung: …"."""

from __future__ import annotations

from typing import Final

from rag.answer import Answer
from rag.compose import quote
from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.language.asked import read_asked
from rag.language.words import sound
from rag.measures.pieces import TRIM
from rag.query.question import Query
from rag.query.subjects import MARKER

_WHICH: Final = sound("nào")
_LEAST_NOUN: Final = 2
"""Syllables of the noun asked for, with which what the label stands for must begin."""
_LABEL: Final = 5
"""Words of a label."""


def named_beside(query: Query, library: Library, entry: Entry) -> Answer | None:
    """The things of the very sort asked for, out of a label beside a clause that leaves them open: "Đối tượng: Chi bộ A, B"."""
    asked = read_asked(query.words)
    over = entry.locator.rpartition("/")[0]
    if not over or len(asked.head) < _LEAST_NOUN or _WHICH not in query.spoken.split():
        return None
    for one in library.entries:
        beside = one.plan == entry.plan and one.clause is not None and one.locator.rpartition("/")[0] == over
        label, colon, body = MARKER.sub("", one.text).partition(": ") if beside and one is not entry else ("", "", "")
        if colon and len(label.split()) <= _LABEL and tuple(sound(body).split())[: len(asked.head)] == asked.head:
            return quote(query, library, one, body.strip(TRIM))
    return None
