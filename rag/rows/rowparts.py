"""The parts of a row called by its name: "điểm cộng gồm những mục nào" asks for the rows printed under "Điểm cộng"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.language.words import either, sound
from rag.query.asks import Intent
from rag.query.question import Query
from rag.rows.facts import Facts, Selection
from rag.rows.leftover import leftover

_CONSISTS: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, ('gồm', 'bao gồm', 'chia thành', 'chia làm', 'chia', 'tách thành', 'tách', 'chia ra', 'có những mục', 'trong đó có', 'gồm có', 'thuộc', 'thuộc về', 'nằm trong')))})\b"
    r"|\bco nhung (?:\S+ ){1,3}nao$"
)
_PARTS: Final = re.compile(
    rf"\b(?:{either('việc', 'nhiệm vụ', 'công việc', 'đầu việc', 'phần việc', 'mục', 'dòng', 'ý', 'chỉ tiêu', 'kế hoạch', 'nội dung', 'hoạt động', 'đề án', 'dự án')})"
    rf" (?:{either('con', 'nhánh', 'thành phần')})\b"
)
"""What stands under a row is asked for by a name of its own: "những kế hoạch nhánh nào"."""
_COUNTED: Final = re.compile(
    rf"(?:{_CONSISTS.pattern.rpartition('|')[0]}|\b{sound('có')}\b) (?:{either('tất cả', 'tổng cộng', 'cả thảy', 'ra', 'làm', 'thành')} )?"
    rf"(?P<many>{either('mấy', 'bao nhiêu')}|{either('những', 'các')})"
    rf" (?:{either('lớp', 'khóa', 'đợt', 'bước', 'khâu', 'phần', 'công đoạn', 'giai đoạn', 'cuộc', 'buổi', 'hợp phần', 'nội dung', 'hạng mục', 'mục', 'ý')})\b"
)
"""Asks for parts of a row by what they are called there."""
_OF_ONE: Final = re.compile(rf"{sound('có')} (?:{either('mấy', 'bao nhiêu', 'những', 'các')}) {_PARTS.pattern}")
"""Asks for the parts of the thing told before it ("việc A có mấy việc con"), not for parts of a kind."""
_MANY: Final = re.compile(rf"\b(?:{either('mấy', 'bao nhiêu')}) (?P<what>\S+(?: \S+){{0,3}})")
"""Asks for what a row announces under itself: "làm cho mấy sản phẩm chủ lực" of "Vận hành … sản phẩm chủ lực:"."""
_TAIL: Final = 6
"""Syllables at the end of a row's name in which it says what it announces."""
_LEAST: Final = 2
"""Syllables of a name that a question says whole."""
_OPENING: Final = 4
"""Those of its beginning that name a row of which the question says nothing else."""
_HOW_MANY: Final = re.compile(rf"\b(?:{either('mấy', 'bao nhiêu')})\b")
_NOUNS: Final = frozenset(
    sound(
        "nội dung mục tiêu chí phần khoản việc công nhiệm vụ kế hoạch hoạt động con nhỏ cái nào những các lớp khóa buổi đợt cuộc bước khâu công đoạn giai"
    ).split()
)
_MOST: Final = 0.6
_WELL: Final = 0.7
_BETTER: Final = 0.25
"""How much of a question a row must hold whose small parts it asks for, and how much more than any other row with parts."""
_ALL: Final = 0.95
"""The share of the question's words that must be of the row, what stands over it and its plan."""


def parts_asked(query: Query, library: Library, facts: Facts) -> Query | None:
    """The question as one for the rows under the row that it names, by number or by name; None where it names none."""
    asked = _COUNTED.search(query.spoken) or (_MANY.search(query.spoken) if query.pointer.empty else None)
    if asked is None or query.intent is not Intent.FACT or query.period or facts.units_asked(query):
        return None
    counts = _HOW_MANY.search(asked[0])
    rows = replace(query, intent=Intent.COUNT if counts else Intent.LIST, role="", roles=(), kind="task")
    return rows if facts.has_parts(rows) or select_parts(rows, library, facts) else None


def select_parts(query: Query, library: Library, facts: Facts) -> Selection | None:
    """Every row under the one row whose name the question says, whole or in short; None where it names none or more is asked."""
    if query.period or query.quoted or query.pointer.ordinal:
        return None
    consists = _CONSISTS.search(query.spoken) or _PARTS.search(query.spoken)
    announced = None if consists else _MANY.search(query.spoken)
    if not consists and (announced is None or announced["what"].split()[0] in _NOUNS):
        return None
    if facts.units_asked(query):  # an office whose plan is named chooses no rows
        return None
    rows = facts.rows(query)
    parents = {(one.plan, one.parent) for one in rows if one.parent}
    over = [one for one in rows if (one.plan, one.locator) in parents]
    over = [one for one in over if _announces(one, announced["what"], library)] if announced else over
    row = (_named(over, query, library) or _told(rows, over, query, library)) if over else None
    if row is None:
        unknown = _OF_ONE.search(query.spoken) and any(word not in _NOUNS for word in leftover(query, library))
        return Selection((), (), ()) if unknown else None  # rows of its words would be no parts of one thing
    parts = tuple(one for one in rows if one.plan == row.plan and one.parent == row.locator)
    return Selection(parts, ("",) * len(parts), ())


def _announces(row: Entry, what: str, library: Library) -> bool:
    """Whether a row's name ends by announcing what is asked for, so that the rows under it are that."""
    tail = library.hear(row.name).split()[-_TAIL:]
    return row.name.rstrip().endswith(":") and not {*what.split()}.isdisjoint({*tail} - _NOUNS)


def _named(rows: Sequence[Entry], query: Query, library: Library) -> Entry | None:
    """The one of the rows that is named: by its whole name, else by its beginning and words that it all says."""
    said, names = f" {query.spoken} ", [library.hear(one.name).split() for one in rows]
    whole = [
        row for row, name in zip(rows, names, strict=True) if len(name) >= _LEAST and f" {' '.join(name)} " in said
    ]
    if whole:
        return whole[0] if len(whole) == 1 and _share(whole[0], query, library) >= _MOST else None
    begun = [
        row
        for row, name in zip(rows, names, strict=True)
        if len(name) > _OPENING and f" {' '.join(name[:_OPENING])} " in said and _share(row, query, library) >= _ALL
    ]
    return begun[0] if len(begun) == 1 else None


def _told(rows: Sequence[Entry], over: Sequence[Entry], query: Query, library: Library) -> Entry | None:
    """The one of the rows over others whose name holds all that the question tells of it, where no other row's does."""
    words = {word: weight for word, weight in leftover(query, library).items() if word not in _NOUNS}
    if len(words) < _LEAST:
        return None
    held = [one for one in rows if _covered(words, one, library) >= _ALL]
    tops = [one for one in held if one in over and not any(_is_part(one, other) for other in held)]
    alone = len(tops) == 1 and all(one is tops[0] or _is_part(one, tops[0]) for one in held)
    if alone or not _PARTS.search(query.spoken):
        return tops[0] if alone else None
    # Small parts are surely asked for: of the rows that have any, one may be told in words of the asker's own.
    told = sorted(((_covered(words, one, library), -n) for n, one in enumerate(over)), reverse=True)
    best, second = told[0][0], told[1][0] if len(told) > 1 else 0.0
    return over[-told[0][1]] if best >= _WELL and best - second >= _BETTER else None


def _covered(words: Mapping[str, float], row: Entry, library: Library) -> float:
    return library.cover(words, set(library.hear(row.name).split()))


def _is_part(row: Entry, whole: Entry) -> bool:
    return row.plan == whole.plan and row.parent == whole.locator


def _share(row: Entry, query: Query, library: Library) -> float:
    """How much of what else the question says is of the row, of what stands over it, or of its plan."""
    own = {*row.main, *row.context, *library.profiles[row.plan].own_words, *library.hear(row.text).split()}
    annex = next((one.heading for one in library.plans[row.plan].sections if one.locator == row.annex), "")
    asking = set(" ".join(_CONSISTS.findall(query.spoken)).split()) | _NOUNS
    words = {word: 1.0 for word, weight in query.unpointed.content().items() if weight >= 1.0 and word not in asking}
    return library.cover(words, own | set(library.hear(annex).split()))
