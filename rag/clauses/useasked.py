"""What something is used for ("kết quả được dùng làm gì"): told only by a place that speaks of that very thing.

Many clauses end in what they are for; one that shares a word or two with the question says nothing of the thing asked.
"""

from __future__ import annotations

from typing import Final

from rag.answer import Answer, Status
from rag.compose import not_found
from rag.corpus.library import Library
from rag.language.words import sound
from rag.query.norows import asks_use
from rag.query.question import Query

_USING: Final = frozenset(
    sound(
        "dùng sử dụng lấy áp dụng phục vụ tận dụng đem dành để làm vào cho ra việc mục đích gì chi được theo kế hoạch"
    ).split()
)
_ALL: Final = 0.9
"""The share of the question's other words that the place told must hold."""


def serving(query: Query, library: Library, answer: Answer) -> Answer:
    """The answer, refused where what something is used for is asked and what is told does not name the thing."""
    if answer.status is not Status.ANSWERED or not asks_use(query.spoken):
        return answer
    asked = query.unpointed.content()
    words = {word: weight for word, weight in asked.items() if weight >= 1.0 and word not in _USING}
    held = {word for one in answer.citations for word in library.hear(one.quote).split()}
    return answer if not words or library.cover(words, held) >= _ALL else not_found(query, library)
