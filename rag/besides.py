"""Who else: "ngoài Sở A và Sở B thì còn cơ quan nào phối hợp" asks for those beside the units that it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from rag.answer import Answer, Status
from rag.asks import OFFICES, Intent
from rag.library import Library
from rag.question import Query
from rag.wording import joined
from rag.words import AND, sound

BESIDE: Final = tuple(map(sound, ("ngoài", "trừ", "ngoại trừ", "không kể", "không tính", "bên cạnh", "cùng với")))
"""Right before the first unit."""
_ELSE: Final = re.compile(rf"(?:^| )(?:{'|'.join(BESIDE)}) $")
_WHO_ELSE: Final = re.compile(
    r"^(?: ra)?(?: thi)?(?: (?:con|co|them|nhung|cac|mai))*(?<=ra|hi|on|co|em) (?:(?:nhung|cac|mai) )?"
    rf"(?:ai|(?P<sort>{OFFICES})(?: chuien mon)? (?:nao|gi|khac))\b"
)
"""Right behind the last one."""
_FIRMS: Final = tuple(map(sound, ("doanh nghiệp", "công ty", "tổng công ty", "tập đoàn", "ngân hàng")))
"""Sorts of office that any of the others is called as well."""


def asks_who_else(query: Query) -> bool:
    """Whether the question names units only to ask who is there besides them."""
    if query.intent is not Intent.FACT or not query.actors or query.role not in ("", "lead", "support"):
        return False
    before = f"{query.words.part(0, min(one.start for one in query.actors))} "
    return _ELSE.search(before) is not None and _who_else(query) is not None


def _who_else(query: Query) -> re.Match[str] | None:
    last = max(one.end for one in query.actors)
    return _WHO_ELSE.search(f" {query.words.part(last, len(query.words.tokens))}")


def others(query: Query, answer: Answer, library: Library) -> Answer:
    """The answer without the units that the question names only to ask who else there is."""
    if answer.status is not Status.ANSWERED or answer.items or len(answer.values) < 2 or not asks_who_else(query):
        return answer
    named = {_bare(one.words) for one in query.actors}
    left = tuple(value for value in answer.values if _bare(library.hear(value)) not in named)
    left = _of_sort(query, left) or left
    if not left or left == answer.values:
        return answer
    text = answer.answer.replace(joined(answer.values), joined(left), 1)
    return replace(answer, values=left, answer=text)


def _of_sort(query: Query, names: Sequence[str]) -> tuple[str, ...]:
    """Of the names those of the sort of office asked for ("thì doanh nghiệp nào"); () where none is called so."""
    asked = _who_else(query)
    sort = (asked["sort"] if asked else None) or ""
    firms = _FIRMS if sort in _FIRMS else (sort,)
    return tuple(one for one in names if sort and sound(one).startswith(firms))


def _bare(heard: str) -> str:
    return " ".join(word for word in heard.split() if word != AND)
