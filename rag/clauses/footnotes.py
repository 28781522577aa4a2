"""Footnotes asked for by their number, and what one of them says: "chú thích 1 dẫn nghị quyết nào"."""

from __future__ import annotations

import re
from typing import Final

from rag.answer import Answer
from rag.choosing.telling import tells
from rag.compose import ambiguous, not_found, quoted
from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.language.words import sound
from rag.mentions.conditions import is_annex
from rag.query.question import Query
from rag.reading.prose import pick

_ASKED: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, ('chú thích', 'ghi chú chân trang', 'chú dẫn', 'cước chú')))})"
    rf" (?:{sound('cuối trang')} )?(?:(?:{sound('số')}|{sound('thứ')}) )?(\d{{1,2}})(?= |$)"
)
_PLACE: Final = re.compile(r"(?:^|/)chú thích (\d+)$")
_MARK: Final = re.compile(r"^\[\^?(\d{1,2})\][:.]?\s")
"""How a note opens that is printed in line with the rest."""


_AS_WELL: Final = 0.15
"""How much less of a question the note of one plan may say than that of another and still be meant."""


def answer_footnote(query: Query, library: Library) -> Answer | None:
    """What the footnote of that number and place says of what is asked, of each plan that it fits; None where none is asked for."""
    asked = _ASKED.search(query.spoken)
    if asked is None:
        return None
    numbered = [entry for entry in library.entries if query.covers(entry.plan) and _number(entry) == asked[1]]
    if not numbered:
        return None
    words = query.words.outside(query.mentions).drop((asked[0],)).content()
    fits = {
        entry.order: library.cover(words, set(library.hear(entry.text).split()))
        for entry in numbered
        if _is_at_place(query, entry)
    }
    least = max(fits.values(), default=0.0) - _AS_WELL
    found: dict[int, Entry] = {}
    for entry in sorted(numbered, key=lambda one: -fits.get(one.order, -1.0)):
        if fits.get(entry.order, -1.0) >= least and tells(query, library, entry):
            found.setdefault(entry.plan, entry)
    if len(found) > 1:
        return ambiguous(query, library, list(found.values()))
    best = next(iter(found.values()), None)
    if best is None or best.clause is None:
        return not_found(query, library)
    return quoted(query, library, best, pick(query, library, best.clause))


def _number(entry: Entry) -> str:
    """The number that a note is printed under; "" for all else."""
    found = (_PLACE.search(entry.locator) or _MARK.match(entry.text)) if entry.clause is not None else None
    return found[1] if found else ""


def _is_at_place(query: Query, entry: Entry) -> bool:
    """Whether a note is printed in the annex or section named; one printed in line with the rest stands where it stands."""
    first, *_ = entry.locator.split("/")
    if query.pointer.annex:
        return is_annex(first, query.pointer.annex)
    return not query.pointer.prose or first.upper() == query.pointer.prose.split("/")[0].upper()
