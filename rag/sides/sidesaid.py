"""Which plans a question sets side by side, and whether it asks for two things at all."""

from __future__ import annotations

import re
from typing import Final

from rag.corpus.library import Library
from rag.language.words import AND, either, sound
from rag.mentions.mention import Mention
from rag.mentions.scope import POINTING
from rag.query.question import Query
from rag.sides.beside import called_plans, lists_plans, titled

_STROKE: Final = re.compile(r"\s/\s|\bvs\b")
_ASKS: Final = re.compile(
    r"(?:^| )(ai|nao|bao nhieu|khi nao|bao do|mai|han|ve dau|len dau|(?:gi|noi|viet|neu|dat|la|de) gi|ra sao|thi sao)(?= |$)"
)
_REPORT: Final = sound("báo cáo")
_COMMITTEE: Final = sound("ủy ban nhân dân")
"""Before each of two places it only says whose plan is meant."""
_BESIDE_PLAN: Final = re.compile(rf"\b(?:(?:nam )?20\d\d|{either('trong', 'theo', 'của', 'ở', 'tại', 'bên')})\b")
"""Beside the name of a plan: its year, and words for what is in it ("và trong kế hoạch năm 2026 của B")."""
_CLOSE: Final = 5
"""Most tokens between two pointers that "và" sets side by side ("và kế hoạch của xã")."""

_AND_PLAN: Final = tuple(f"{word} {sound('kế hoạch')}" for word in (AND, sound("với")))
_JOINING: Final = ([AND], *([sound(word)] for word in ("với", "hay", "hoặc", "còn")))
"""Words that set two plans side by side; all but the first only in a question that compares."""
_BARE_WITH: Final = re.compile(
    rf"{sound('với')}(?: (?:{either('phường', 'xã', 'tỉnh', 'sở', 'huyện', 'bên', 'của', 'ở', 'kế hoạch')}))*"
)
"""Between two places named side by side without a verb: "tỉnh với phường A hạn khi nào"."""
_TITLE: Final = 8
"""Tokens more where "và kế hoạch" is followed by words of its title."""


def titled_sides(query: Query, library: Library) -> list[frozenset[int]]:
    """The plans set side by side by words of their titles; fewer than two when none are."""
    return list(dict.fromkeys(titled(query, library)))


def sides(query: Query) -> list[frozenset[int]]:
    """The plans of each side that the question sets beside another, in the order asked; fewer than two when it does not.

    A side that a later one lies in ("tỉnh A", then "Sở X tỉnh A") is what is left of it.
    """
    found: list[tuple[Mention, frozenset[int]]] = []
    twice = asks_twice(query)
    for one in scopes(query):
        rest = one.plans
        joined, asked = _between(query, found[-1][0], one) if found else (False, False)
        parted = joined or (asked and (twice or not _nested(one, found[-1][1])))
        if found and not (twice or parted):
            continue
        for place, (other, plans) in enumerate(found):
            if parted and one.plans < plans:
                found[place] = (other, plans - one.plans)
            elif parted and plans < rest:
                rest -= plans
            elif plans & rest:
                rest = frozenset()
        if rest:
            found.append((one, rest))
    return [plans for _, plans in found]


def scopes(query: Query) -> list[Mention]:
    """The pointers to plans, and words of a matter that none of them is on; where a report goes ("báo cáo UBND tỉnh") is none."""
    pointing = [one for one in query.mentions if one.plans and one.kind in POINTING]
    others = [one for one in query.mentions if one.kind == "topic" and not any(one.plans & o.plans for o in pointing)]
    found = sorted([*pointing, *(others if pointing else [])], key=lambda one: one.start)
    found = called_plans(query, found) or found
    return [one for one in found if query.words.part(max(0, one.start - 2), one.start) != _REPORT]


def _between(query: Query, one: Mention, following: Mention) -> tuple[bool, bool]:
    """Whether "và" or a question word stands between two pointers, so that each may be a side."""
    end = one.end - (query.words.part(one.end - 1, one.end) in (AND, *_JOINING[1]))
    printed = query.words.part(end, following.start)
    between = " ".join(_BESIDE_PLAN.sub(" ", printed).split())
    size = len(between.replace(_COMMITTEE, "").split())
    joining = _JOINING if "compare" in query.flags else _JOINING[:1]
    joined = between.split()[:1] in joining and size <= _CLOSE
    joined = joined or _BARE_WITH.fullmatch(between) is not None
    joined = joined or (not printed and "compare" in query.flags)  # unlike others that touch, these were not made one
    joined = joined or (between.startswith(_AND_PLAN) and size <= _CLOSE + _TITLE)
    return joined, bool(_ASKS.search(between))


def _nested(one: Mention, plans: frozenset[int]) -> bool:
    """Whether a pointer only says more closely which of the plans named before are meant, or of which level these are."""
    return one.plans < plans or (one.kind == "level" and plans <= one.plans)


def asks_twice(query: Query) -> bool:
    """Whether the question sets things side by side: by its words, a stroke, a list of plans, or by asking the same twice."""
    if "compare" in query.flags or _STROKE.search(query.typed) or lists_plans(query):
        return True
    asks = _ASKS.findall(query.spoken)
    return len(asks) != len(set(asks))
