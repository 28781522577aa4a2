"""Two counts in one question: of what a unit leads and of what it supports ("chủ trì mấy việc, phối hợp mấy việc")."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from rag.answer import Answer, Status
from rag.asks import Intent
from rag.compose import together
from rag.question import Query
from rag.words import sound

_LEAD, _HELP = sound("chủ trì"), sound("phối hợp")
_COUNT: Final = rf"(?:{sound('bao nhiêu')}|{sound('mấy')})"
_TWICE: Final = re.compile(
    rf"\b(?:{_LEAD}|{_HELP}) (?:\S+ ){{0,2}}?{_COUNT}\b.* (?:{_LEAD}|{_HELP}) (?:\S+ ){{0,2}}?{_COUNT}\b"
    rf"|\b{_COUNT} (?:\S+ ){{0,4}}?(?:{_LEAD}|{_HELP})\b.* {_COUNT} (?:\S+ ){{0,4}}?(?:{_LEAD}|{_HELP})\b"
    rf"|\b{sound('số')} (?:\S+ ){{1,8}}?(?:{_LEAD}|{_HELP}) (?:và |va )?.*\b{sound('số')} (?:\S+ ){{1,8}}?(?:{_LEAD}|{_HELP})\b"
)
_ROLES: Final = {"lead": _LEAD, "support": _HELP}


def two_counts(query: Query, count: Callable[[Query], Answer]) -> Answer | None:
    """Both counts in the order asked; None unless one unit's two roles are each counted."""
    at = {role: query.spoken.find(word) for role, word in _ROLES.items()}
    twice = query.intent is Intent.COUNT and min(at.values()) >= 0 and _TWICE.search(query.spoken)
    if not twice or len({one.key for one in query.actors}) != 1:
        return None
    parts = []
    for role in sorted(at, key=lambda one: at[one]):
        actors = tuple(replace(one, role=role, direct=True) for one in query.actors[:1])
        part = count(replace(query, actors=actors))
        if part.status is not Status.ANSWERED:
            part = replace(part, status=Status.ANSWERED, values=("0",))
        parts.append(part)
    whole = together(query, parts)
    return replace(whole, items=tuple(item for part in parts for item in part.items))
