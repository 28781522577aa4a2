"""Rows whose deadline is a session of an assembly, told by the words that the question has for it: "trình kỳ họp cuối năm"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from rag.corpus.entries import Entry
from rag.language.words import either, sound
from rag.query.question import Query

_SESSION: Final = re.compile(rf"\b(?:{either('kỳ họp', 'phiên họp')})\b")
_WHICH_ONE: Final = re.compile(
    rf"\b(?:(?:{either('cuối', 'giữa', 'đầu')}) {sound('năm')}|{either('thường lệ', 'chuyên đề', 'bất thường')}"
    rf"|{sound('thứ')} \S+|{sound('tháng')} \d+|{sound('quý')} (?:[ivx]+|\d)\b)"
)
"""What tells one session from another."""
_YEAR: Final = re.compile(r"\b20\d\d\b")


def at_session(rows: Sequence[Entry], query: Query) -> list[Entry] | None:
    """The rows due at the session that is named; None where none is, or no row is due at any."""
    said = _SESSION.search(query.spoken)
    times = [(row, sound(row.field("due").text)) for row in rows]
    due = [(row, time) for row, time in times if _SESSION.search(time)] if said else []
    if said is None or not due:
        return None
    behind = query.spoken[said.start() :]
    wanted = set(_WHICH_ONE.findall(behind))
    years = set(_YEAR.findall(behind))
    if not (wanted or years):
        return None
    return [row for row, time in due if wanted <= set(_WHICH_ONE.findall(time)) and _is_of(years, time)]


def session_words(spoken: str) -> set[str]:
    """The words with which a question names a session; none where it names none."""
    said = _SESSION.search(spoken)
    told = (one[0] for one in _WHICH_ONE.finditer(spoken, said.start())) if said else ()
    return {word for words in (said[0], *told) for word in words.split()} if said else set()


def _is_of(years: set[str], time: str) -> bool:
    """Whether a deadline prints one of the years said, or none."""
    printed = set(_YEAR.findall(time))
    return not years or not printed or bool(years & printed)
