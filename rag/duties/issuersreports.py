"""Reports of an office that has a plan of its own, where another plan is the one that has it report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from rag.corpus.library import Library
from rag.duties.reportfit import Found, is_recipient, search, sent_by
from rag.duties.senders import GROUP
from rag.language.words import either, sound
from rag.mentions.actors import Actor
from rag.query.question import Query

_FIRST: Final = 1
"""Behind more words than this an issuer is named as the one whose plan or room is meant, unless it is said to report."""
_ACTS: Final = re.compile(
    rf"(?:(?:{either('phải', 'cần', 'sẽ', 'định kỳ', 'có trách nhiệm', 'tổng hợp')}) )*(?:{either('báo cáo', 'gửi', 'nộp')})\b"
)
_REACH: Final = 6
"""Words behind an office in which it is said to report."""
_OF_SENDER: Final = frozenset(map(sound, ("của", "thuộc", "ở", "tại", "trong", "theo", "bên", "do")))
"""Before an office whose plan or room is meant."""
_CLEARLY: Final = 0.2


def by_issuer(query: Query, library: Library, found: Sequence[Found]) -> list[Found]:
    """Where the one who reports has a plan of its own, but reports better by another plan, that plan's duties."""
    own = [
        unit
        for one in query.mentions
        for unit in query.actors
        if one.kind == "issuer" and one.start <= unit.start < one.end and unit.role != GROUP
    ]
    if not own or is_recipient(query, own[0]) or not (own[0].start <= _FIRST or _reports_itself(query, own[0])):
        return list(found)
    wide = [one for one in search(replace(query, plans=None), library) if sent_by(library, one.duty, own[0])]
    return wide if wide and (not found or wide[0].score > found[0].score + _CLEARLY) else list(found)


def _reports_itself(query: Query, office: Actor) -> bool:
    """Whether an office, with its place behind, is said to report, not to have a plan: "trước 15/12 | Sở A tỉnh B | báo cáo"."""
    named = next((one.end for one in query.mentions if one.start <= office.start < one.end), office.end)
    before = query.words.part(max(0, office.start - 1), office.start)
    return before not in _OF_SENDER and _ACTS.match(query.words.part(named, named + _REACH)) is not None
