"""What is done in a case whose words name rows as well ("để hồ sơ trễ hạn thì phải làm gì"), or by those who are asked to."""

from __future__ import annotations

from typing import Final

from rag.answer import Answer
from rag.compose import quoted
from rag.corpus.library import Library
from rag.language.words import sound
from rag.query.question import Query
from rag.reading.askedof import asked_of, asks_of
from rag.reading.clausefit import SURE, best_clauses
from rag.reading.consequence import asks_then, done_then

_ASKING: Final = tuple(map(sound, ("phải", "làm", "gì", "thì", "sao", "thế nào", "xử lý", "bị", "giải quyết")))
_MOSTLY: Final = 0.6
"""The share of the words that the clause of a plan that is named must hold."""


def answer_then(query: Query, library: Library) -> Answer | None:
    """What the clause that says nearly all of the case has done then, though its words name rows ("trễ hạn"); None without one."""
    if not (asks_then(query) or asks_of(query)) or not query.pointer.empty:
        return None
    found = best_clauses(
        query, library, lambda text: tuple(filter(None, (done_then(query, text) or asked_of(query, text),))), _ASKING
    )
    if not found or found[0].fit < (_MOSTLY if query.plans is not None else SURE):
        return None
    return quoted(query, library, found[0].entry, found[0].values)
