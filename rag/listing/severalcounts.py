"""Several counts in one question: of what a unit leads and supports ("chủ trì mấy việc, phối hợp mấy việc"), of each group named."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from rag.answer import Answer, Status
from rag.compose import together
from rag.corpus.library import Library
from rag.language.words import sound
from rag.query.asks import Intent
from rag.query.question import Query
from rag.rows.groups import group_name, named_groups
from rag.wording import shorten

_LEAD, _HELP = sound("chủ trì"), sound("phối hợp")
_COUNT: Final = rf"(?:{sound('bao nhiêu')}|{sound('mấy')})"
_TWICE: Final = re.compile(
    rf"\b(?:{_LEAD}|{_HELP}) (?:\S+ ){{0,2}}?{_COUNT}\b.* (?:{_LEAD}|{_HELP}) (?:\S+ ){{0,2}}?{_COUNT}\b"
    rf"|\b{_COUNT} (?:\S+ ){{0,4}}?(?:{_LEAD}|{_HELP})\b.* {_COUNT} (?:\S+ ){{0,4}}?(?:{_LEAD}|{_HELP})\b"
    rf"|\b{sound('số')} (?:\S+ ){{1,8}}?(?:{_LEAD}|{_HELP}) (?:và |va )?.*\b{sound('số')} (?:\S+ ){{1,8}}?(?:{_LEAD}|{_HELP})\b"
)
_EACH: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, ('mỗi nhóm', 'từng nhóm', 'mỗi phần', 'mỗi mảng', 'mỗi cái', 'mỗi bên', 'lần lượt', 'tương ứng')))})\b"
    rf"|\b{_COUNT}\b.* {_COUNT}\b"
)
_CALLED: Final = 80
"""Letters of a heading that say which group it is."""
_ROLES: Final = {"lead": _LEAD, "support": _HELP}


def several_counts(query: Query, library: Library, count: Callable[[Query], Answer]) -> Answer | None:
    """All counts in the order asked, each by ``count``; None where only one is asked."""
    return _of_roles(query, count) or _of_groups(query, library, count)


def _of_roles(query: Query, count: Callable[[Query], Answer]) -> Answer | None:
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


def _of_groups(query: Query, library: Library, count: Callable[[Query], Answer]) -> Answer | None:
    """How many rows each of the groups named holds, in the order asked; None unless several are named and told apart."""
    headings = named_groups(query, library) if query.intent is Intent.COUNT and _EACH.search(query.spoken) else ()
    whole = count(query) if len(headings) > 1 else None
    if whole is None or whole.status is not Status.ANSWERED:
        return None
    files = [plan.file for plan in library.plans]
    names = {(files[one.plan], one.locator): group_name(library, one) for one in library.entries if one.group}
    held = [names.get((item.file, item.locator)) for item in whole.items]
    counts = [held.count(library.hear(heading)) for heading in headings]
    told = "; ".join(f"{shorten(heading, _CALLED)}: {many}" for heading, many in zip(headings, counts, strict=True))
    return replace(whole, values=tuple(map(str, counts)), answer=f"{told}. Tổng cộng {whole.answer}")
