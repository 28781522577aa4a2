"""Who else: "ngoài Sở A và Sở B thì còn cơ quan nào phối hợp" asks for those beside the units that it names."""

from __future__ import annotations

import re
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
    rf"^(?: ra)?(?: thi)? (?:con|co|them)(?: (?:con|co|them|nhung|cac|mai))* (?:ai|(?:{OFFICES})(?: chuien mon)? (?:nao|gi|khac))\b"
)
"""Right behind the last one."""


def asks_who_else(query: Query) -> bool:
    """Whether the question names units only to ask who is there besides them."""
    if query.intent is not Intent.FACT or not query.actors or query.role not in ("", "lead", "support"):
        return False
    first, last = min(one.start for one in query.actors), max(one.end for one in query.actors)
    before = f"{query.words.part(0, first)} "
    behind = f" {query.words.part(last, len(query.words.tokens))}"
    return _ELSE.search(before) is not None and _WHO_ELSE.search(behind) is not None


def others(query: Query, answer: Answer, library: Library) -> Answer:
    """The answer without the units that the question names only to ask who else there is."""
    if answer.status is not Status.ANSWERED or answer.items or len(answer.values) < 2 or not asks_who_else(query):
        return answer
    named = {_bare(one.words) for one in query.actors}
    left = tuple(value for value in answer.values if _bare(library.hear(value)) not in named)
    if not left or left == answer.values:
        return answer
    text = answer.answer.replace(joined(answer.values), joined(left), 1)
    return replace(answer, values=left, answer=text)


def _bare(heard: str) -> str:
    return " ".join(word for word in heard.split() if word != AND)
