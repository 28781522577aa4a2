"""What part somebody plays ("Nhà nước có vai trò gì đối với …"): what clauses say it is, or does with that very thing."""

from __future__ import annotations

import re
from typing import Final

from ingest.letters import UPPER
from rag.language.words import either, sound
from rag.measures.nearness import Spoken, spoken_of
from rag.measures.pieces import TRIM, runs
from rag.query.question import Query
from rag.reading.smallest import AS_ROLE

_ASKED: Final = re.compile(
    rf"^(?P<who>.+?) (?P<asking>(?:(?:{either('có', 'giữ', 'đóng', 'nắm', 'được xác định', 'với')}) )*{sound('vai trò')} (?:{sound('là')} )?"
    rf"(?:{either('gì', 'nào', 'thế nào', 'như thế nào', 'ra sao')}))"
    rf"(?: (?P<leads>{either('đối với', 'trong việc', 'trong', 'với', 'cho', 'ở')}) (?P<of>.+))?$"
)
_ENDS: Final = re.compile(
    rf"[;.()]|,\s(?=[{UPPER}]|[^,;]{{3,60}}\s(?:là|giữ|đóng|làm)\s)|\s(?:còn|để|nhằm|trong|nên)\s|$"
)
_PARTED: Final = re.compile(r"[,;.()]")
_OPENS: Final = re.compile(
    r"(?:^|[,;:.-])\s*(?:\d+[.)]\s*|[a-zđ]\)\s*)?(?:(?:coi|lấy|xác định|xem)\s+)?$", re.IGNORECASE
)
"""Before one of whom something is said."""
_TOWARDS: Final = frozenset(map(sound, ("đối với", "với", "cho")))
_NAME: Final = 2
"""Syllables of one who plays a part, and of the thing that it is played for."""
_LONGEST: Final = 8


def asking_part(query: Query) -> str:
    """The words of the question that ask what part somebody plays; "" where it asks something else."""
    asked = _ASKED.search(query.spoken)
    return asked["asking"] if asked else ""


def leading_to_whom(query: Query) -> str:
    """The words that lead on to the thing a part is played for, which say nothing of it themselves."""
    asked = _ASKED.search(query.spoken)
    return (asked["leads"] if asked else None) or ""


def part_played(query: Query, text: str) -> tuple[str, ...]:
    """What ``text`` says that the one asked about is, or does with the thing named; () where it says neither."""
    asked = _ASKED.search(query.spoken)
    who = asked["who"].split() if asked else []
    words = spoken_of(text) if who else ()
    names = (who[-size:] for size in range(min(len(who), _LONGEST), _NAME - 1, -1))
    for start, end in (place for name in names for place in runs(name, words)):
        if not _OPENS.search(text[:start]):
            continue
        told = AS_ROLE.match(text, end)
        ends = _ENDS.search(text, told.end()) if told else None
        if told and ends:
            return (text[told.end() : ends.start()].strip(TRIM),)
        thing = asked["of"] if asked and asked["leads"] in _TOWARDS and text[start].isupper() else ""
        if thing and (last := _done_with(thing.split(), words, end)):
            piece = text[end:last].strip(TRIM)
            return () if _PARTED.search(piece) else (piece,)
    return ()


def _done_with(thing: list[str], words: tuple[Spoken, ...], after: int) -> int:
    """Where the thing, or as much of it as is printed, ends that follows behind ``after`` with few words between; 0 without it."""
    behind = [word for word in words if word.start >= after][:_LONGEST]
    sizes = range(len(thing), _NAME - 1, -1)
    ends = (end for size in sizes for start, end in runs(thing[:size], behind) if start > behind[0].start)
    return next(ends, 0)
