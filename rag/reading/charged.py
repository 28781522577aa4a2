"""Who is charged with something, in the words of whoever gives work: "… giao cho ai", "trách nhiệm … thuộc về ai".

Such words stand around the gap of the question and not in the plan, which only names who acts; what the gap follows
there tells nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from ingest.letters import UPPER
from rag.language.asked import Asked, Sort, read_asked
from rag.language.words import either, sound
from rag.query.question import Query

_GIVEN: Final = re.compile(
    rf"^(?:(?:{either('việc', 'nhiệm vụ', 'trách nhiệm', 'phần việc')}) )?(?P<topic>.+?)(?: {sound('thì')})?"
    rf"(?: {sound('được')})? (?:{either('giao', 'giao việc', 'giao nhiệm vụ', 'phân công', 'phân', 'phân công nhiệm vụ', 'giao trách nhiệm')})$"
)
_BELONGS: Final = re.compile(
    rf"^(?:(?:{either('việc', 'nhiệm vụ', 'trách nhiệm', 'phần việc')}) )?(?P<topic>.+?)(?: {sound('thì')})?"
    rf" (?:{either('thuộc', 'thuộc trách nhiệm', 'là trách nhiệm', 'thuộc nhiệm vụ', 'là nhiệm vụ', 'là việc', 'là phần việc', 'là', 'thuộc phần việc')})$"
)
_HAS: Final = re.compile(
    rf"^(?:(?:{either('là đơn vị', 'là cơ quan', 'là người', 'sẽ', 'đang')}) )?(?:{either('có nhiệm vụ', 'có trách nhiệm', 'chịu trách nhiệm', 'chịu trách nhiệm chính', 'được giao', 'được giao nhiệm vụ', 'được giao trách nhiệm', 'được giao việc', 'được phân công', 'được phân công nhiệm vụ', 'phải', 'lo', 'phụ trách', 'đứng ra', 'đảm nhiệm', 'đảm trách')})"
    rf"(?: (?:{either('trong việc', 'về việc', 'việc', 'về', 'lo', 'làm')}))? (?P<topic>.+)$"
)
_DONE_BY: Final = re.compile(
    rf"^(?:{either('làm', 'lo', 'thực hiện', 'phụ trách', 'đảm nhiệm', 'đảm trách', 'chịu trách nhiệm', 'đứng ra làm', 'đứng ra lo', 'gánh')})(?: (?:{either('chính', 'vậy', 'thế')}))?$"
)
_ASKED_OF: Final = re.compile(
    rf"^(?:(?:{either('muốn hỏi về', 'hỏi về', 'về')}) )?(?P<topic>.+?)(?: {sound('thì')})? (?:{either('hỏi', 'gặp', 'liên hệ', 'tìm')})$"
)
_TO: Final = frozenset(("", sound("cho")))
_OF: Final = frozenset(map(sound, ("về", "của")))
_BY: Final = frozenset(map(sound, ("do", "bởi")))
_PRINTED: Final = re.compile(rf"(?i:giao|phân công)\s+(?:(?:nhiệm vụ\s+)?cho\s+)?(?:các\s|[{UPPER}])")
"""A clause that gives work in these very words."""


def charged(query: Query, text: str = "") -> Asked | None:
    """The question turned round as "ai | <what is to be done>"; None where it is not of who is charged, or ``text`` itself gives the work."""
    if query.role != "lead" or _PRINTED.search(text):
        return None
    asked = read_asked(query.words)
    if not asked.unit or asked.sort is Sort.NAME or bool(asked.before) == bool(asked.after and not _is_done(asked)):
        return None
    topic = _topic(asked)
    return replace(asked, sort=Sort.OTHER, lead="", before=(), after=tuple(topic.split())) if topic else None


def _is_done(asked: Asked) -> bool:
    return asked.lead in _BY and _DONE_BY.match(" ".join(asked.after)) is not None


def _topic(asked: Asked) -> str:
    """What is to be done, as it sounds; "" where the question does not speak of charging."""
    before, after = " ".join(asked.before), " ".join(asked.after)
    if before and after:
        return before
    if after:
        found = _HAS.match(after)
    else:
        patterns = (_GIVEN, _ASKED_OF) if asked.lead in _TO else (_BELONGS,) if asked.lead in _OF else ()
        found = next((match for one in patterns if (match := one.match(before))), None)
    return found["topic"] if found else ""
