"""What a question points to plans by."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from rag.language.words import sound


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens of the question that point to some plans.

    ``kind`` says how: by "number", "place", "issuer", "level", "day" (that of issue), "title", "topic", words of a title that narrow what
    the others leave, or "carried", the plan that it carries out; "actor" is an issuer named for its work, not for its plan. A number that no plan bears has no ``plans``.
    """

    start: int
    end: int
    plans: frozenset[int]
    kind: str


_END_WORDS: Final = (
    "của ở tại có không chưa thì gồm do là ai nào mà được phải giao những các bao mấy năm cho đến hạn chủ phối"
)
ENDING_WRITTEN: Final = frozenset(_END_WORDS.split())
ENDING: Final = frozenset(map(sound, ENDING_WRITTEN))
"""Words that no title named in short goes on with."""
_SUBMITTED: Final = sound("trình")
_COURSES: Final = frozenset(
    map(sound, ("chương", "công", "quá", "lộ", "quy", "tiến", "giáo", "hành", "thuyết", "phát"))
)
"""With "trình" behind them they make a noun."""
_YEAR_SIZE: Final = 4


def is_laid_before(one: Mention, tokens: Sequence[str]) -> bool:
    """Whether work is laid before that level ("trước khi trình UBND tỉnh"), whose plan it need not be."""
    before = tokens[max(0, one.start - 2) : one.start]
    return one.kind == "level" and before[-1:] == [_SUBMITTED] and not _COURSES & set(before[:-1])


def numbers_another(tokens: Sequence[str], title: AbstractSet[tuple[str, str]]) -> bool:
    """Whether words of a title have another number than it has: "Chương trình số 3" where the title says "số 2"."""
    for word, number in pairwise(tokens):
        if number.isdigit() and len(number) < _YEAR_SIZE and (word, number) not in title:
            return any(before == word and own.isdigit() and len(own) < _YEAR_SIZE for before, own in title)
    return False
