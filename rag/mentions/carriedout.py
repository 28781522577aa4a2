"""A plan called by the plan that it carries out: "kế hoạch thực hiện Kế hoạch 12 của Sở A" is another than plan 12."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from ingest.folding import fold
from rag.corpus.library import Library
from rag.language.words import sound
from rag.mentions.mention import Mention

_DOES: Final = "|".join(map(sound, ("thực hiện", "triển khai", "thi hành", "cụ thể hóa", "cụ thể hoá")))
_ASKED: Final = "|".join(map(sound, ("nào", "gì", "ai", "mấy", "đâu", "phải", "việc", "nhiệm", "chỉ", "được", "để")))
"""Behind one of them it is work that carries a plan out, no plan."""
_CALLED: Final = re.compile(
    rf"\b(?:{sound('kế hoạch')}|{sound('văn bản')})(?: (?!(?:{_ASKED}) )\S+){{0,10}}? (?P<does>(?:{_DOES})(?: {sound('theo')})?)$"
)
_PLAN: Final = sound("kế hoạch")
_NUMBERED: Final = sound("số")
_BARE_NUMBER: Final = re.compile(rf"(?:{_PLAN} )?(?P<figure>\d{{1,3}})")
"""A figure said for a plan without "số", which would make it the plan's own."""
_NEAR: Final = 2
"""Tokens between a number and whose plan it is."""


class Carried(NamedTuple):
    """The tokens that say which plan is carried out, the plans that do so, and the mentions, by their places, that only say it."""

    start: int
    end: int
    plans: frozenset[int]
    said: frozenset[int]


def carried_out(found: Sequence[Mention], tokens: Sequence[str], library: Library) -> Carried | None:
    """The plans called by the one that they carry out; None where a numbered plan is meant itself, or nothing carries it out."""
    for at, one in enumerate(found):
        start = _verb_before(tokens, one.start) if one.kind == "number" else None
        figure = next((token for token in tokens[one.start : one.end] if token.isdigit()), "")
        plans = _carrying(library, figure, one.plans) if start is not None and figure else frozenset()
        if start is not None and plans:
            owner = (n for n, other in enumerate(found) if _is_owner(other, one, plans))
            return Carried(start, one.end, plans, frozenset((at, *owner)))
    return None


def by_resolution(found: Sequence[Mention], tokens: Sequence[str], library: Library) -> list[Mention]:
    """The mentions, a number that no plan bears taken for that of the resolution that plans carry out ("kế hoạch 57 của Sở A")."""
    kept: list[Mention] = []
    for one in found:
        said = " ".join(tokens[one.start : one.end])
        own = one.kind != "number" or one.plans or tokens[max(0, one.start - 1) : one.start] == [_NUMBERED]
        bare = None if own else _BARE_NUMBER.fullmatch(said)
        plans = _of_resolution(library, bare["figure"]) if bare else frozenset()
        kept.append(Mention(one.start, one.end, plans, "carried") if plans else one)
    return kept


def _of_resolution(library: Library, figure: str) -> frozenset[int]:
    """The plans whose titles name the resolution of that number, else those that rest on it."""
    titled = re.compile(rf"\b{sound('nghị quyết')} (?:{sound('số')} )?{figure}\b")
    found = frozenset(n for n, profile in enumerate(library.profiles) if titled.search(profile.title))
    return found or frozenset(n for n in range(len(library.plans)) if _rests_on(library, n, figure, "nq"))


def _verb_before(tokens: Sequence[str], at: int) -> int | None:
    """Where what a plan does with the one named there begins ("kế hoạch của Sở A | thực hiện Kế hoạch 12")."""
    called = _CALLED.search(" ".join(tokens[:at]))
    return None if called is None else at - len(called["does"].split())


def _carrying(library: Library, figure: str, own: AbstractSet[int]) -> frozenset[int]:
    """The plans whose titles name the plan of that number, else those that rest on it."""
    titled = re.compile(rf"\b{_PLAN} (?:{sound('số')} )?{figure}\b")
    others = frozenset(range(len(library.plans))) - own
    found = frozenset(n for n in others if titled.search(library.profiles[n].title))
    return found or frozenset(n for n in others if _rests_on(library, n, figure))


def _is_owner(other: Mention, one: Mention, plans: AbstractSet[int]) -> bool:
    """Whether a name only tells whose the plan is that is carried out ("thực hiện Kế hoạch 12 | của UBND tỉnh")."""
    return one.end <= other.start <= one.end + _NEAR and bool(other.plans & one.plans) and not other.plans & plans


def _rests_on(library: Library, plan: int, figure: str, sort: str = "kh") -> bool:
    number = re.compile(rf"0*{figure}[/-]{sort}")
    return any(number.match(re.sub(r"\s", "", fold(one.number))) for one in library.plans[plan].header.legal_bases)
