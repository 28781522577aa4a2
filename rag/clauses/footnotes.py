"""Footnotes asked for by their number, and what one of them says: "chú thích 1 dẫn nghị quyết nào"."""

from __future__ import annotations

import re
from typing import Final

from rag.answer import Answer
from rag.compose import quoted
from rag.corpus.library import Library
from rag.language.words import sound
from rag.query.question import Query
from rag.reading.prose import pick

_ASKED: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, ('chú thích', 'ghi chú chân trang', 'chú dẫn', 'cước chú')))})"
    rf" (?:{sound('cuối trang')} )?(?:(?:{sound('số')}|{sound('thứ')}) )?(\d{{1,2}})(?= |$)"
)
_PLACE: Final = re.compile(r"(?:^|/)chú thích (\d+)$")
_MARK: Final = re.compile(r"^\[\^?(\d{1,2})\][:.]?\s")
"""How a note opens that is printed in line with the rest."""


def answer_footnote(query: Query, library: Library) -> Answer | None:
    """What the footnote of that number says of what is asked; None where no one plan meant has it."""
    asked = _ASKED.search(query.spoken)
    if asked is None:
        return None
    found = []
    for entry in library.entries:
        if entry.clause is None or not query.covers(entry.plan):
            continue
        number = _PLACE.search(entry.locator) or _MARK.match(entry.text)
        if number is not None and number[1] == asked[1]:
            found.append(entry)
    words = query.words.content()
    if len({one.plan for one in found}) != 1:
        return None
    fits = [library.cover(words, set(library.hear(one.text).split())) for one in found]
    best = found[fits.index(max(fits))]
    return quoted(query, library, best, pick(query, library, best.clause)) if best.clause is not None else None
