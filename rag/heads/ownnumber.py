"""Whether the number asked for is that of the plan named itself, and not that of one which this rests on."""

from __future__ import annotations

import re
from typing import Final

from rag.answer import Answer, Status
from rag.corpus.citeddocs import bare, cited_docs
from rag.corpus.library import Library
from rag.language.phrases import heard
from rag.language.words import either, find_phrase, sound
from rag.parts.headlists import hears_number
from rag.query.question import Query

_PLAN: Final = sound("kế hoạch")
_OF_ANOTHER: Final = re.compile(
    rf"\b(?:{either('căn cứ', 'dựa', 'theo', 'cơ sở', 'dẫn', 'nhắc', 'nêu', 'thực hiện', 'triển khai', 'thi hành', 'cụ thể hóa', 'thay thế', 'mà', 'kèm', 'nhắc đến', 'cấp trên', 'nào')}) (?:\S+ ){{0,2}}{_PLAN}\b"
    rf"|\b{_PLAN}\b.* (?:{either('mà', 'làm căn cứ', 'làm cơ sở', 'căn cứ', 'dựa', 'viện dẫn', 'trích dẫn', 'được nhắc', 'được nêu', 'thực hiện theo', 'theo', 'thay thế')})\b"
)
"""Another plan is spoken of beside the one named."""
_NAMES: Final = ("issuer", "place", "level", "title", "topic")


def asks_own_number(query: Query, library: Library, told: Answer) -> bool:
    """Whether a cited document's number was ``told`` for that of the one plan named, whose head says as much of the question.

    Where the head leaves the number blank, another plan's must not stand in for it.
    """
    if told.status is not Status.ANSWERED or query.plans is None or len(query.plans) != 1:
        return False
    if not hears_number(query.words) or find_phrase(query.spoken, heard("ask.document_number")) is None:
        return False
    if query.spoken.split().count(_PLAN.split()[-1]) != 1 or find_phrase(query.spoken, heard("noun.other_document")):
        return False
    return not _OF_ANOTHER.search(query.spoken) and _says_as_much(query, library, told)


def _says_as_much(query: Query, library: Library, told: Answer) -> bool:
    """Whether the plan is called right behind "kế hoạch", and nothing but what is printed of the document tells more."""
    number = min(query.plans or ())
    at = query.spoken.split().index(_PLAN.split()[0])
    named = [one for one in query.mentions if one.kind in _NAMES and one.end > at]
    if not named:
        return False
    words = query.words.outside(named).drop((*heard("ask.document_number"), *heard("filler.header"))).content()
    beside = (one.words for one in cited_docs(library) if one.entry.plan == number and one.bare == bare(told.values[0]))
    profile = library.profiles[number]
    own = library.cover(words, profile.own_words)
    return all(own >= library.cover(words, printed) for printed in beside)
