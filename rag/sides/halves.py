"""Questions that ask twice in one breath, parted in two: one fact of each half, or of each of two plans its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from rag.corpus.library import Library
from rag.language.phrases import heard
from rag.language.words import sound
from rag.lookup import Lookup
from rag.query.asks import Intent
from rag.query.question import Query, understand

_PARTING: Final = re.compile(r"[,;]\s*(?:còn|và|thì|với lại|con|va|voi lai)?\s*|\s(?:còn|và|với lại|voi lai)\s")
_TOPIC: Final = re.compile(
    r"[^:?–]{3,80}(?::|\s–)\s+|(?:về|ve|đối với|doi voi|riêng|rieng|liên quan đến|lien quan den) [^:?,]{6,120},\s+",
    re.IGNORECASE,
)
_MOST_JOINTS: Final = 8
"""A question with more commas and words like "và" is not parted at each: a name that holds so many is one thing."""
_HELP: Final = frozenset(sound("hỗ trợ giúp tham gia").split())
"""What may be said of a column ("ai hỗ trợ"), which is no question of its own."""
_ASKS: Final = re.compile(r"\b(?:ai|nao|gi|dau|sao|mai|bao nhieu|bao do|bao lau)\b")
_COLUMNS: Final = ("lead", "support", "due", "result", "value")
_TWO: Final = 2
_OWN: Final = 2
"""Words of its own matter that each half must say and the other not."""


def two_asked(query: Query, library: Library, lookup: Lookup) -> list[Query]:
    """The question parted at the first comma or "còn" that leaves two questions of one fact each; [] without one.

    What stands before a colon, or behind "về" up to a comma, is said of both.
    """

    def asks(half: Query) -> bool:
        telling = lookup.words(half).keys() - _HELP
        return bool(half.role) and half.intent is Intent.FACT and len(telling) > 1

    for before, behind in _parted(query.typed):
        # What stands behind is read first: where a long name is parted, that seldom asks anything.
        second = understand(behind, library, query.today)
        if asks(second) and asks(first := understand(before, library, query.today)):
            scoped = [replace(one, plans=query.plans if one.plans is None else one.plans) for one in (first, second)]
            return _of_one_year(scoped)
    return []


def own_asked(query: Query, library: Library, sides: Sequence[frozenset[int]]) -> list[Query]:
    """The halves of which each asks one of two plans what the other is not asked; [] where the same is asked of both.

    What both are about may stand before a colon, so that each half is a whole question.
    """
    topic = _TOPIC.match(query.typed)
    for texts in _parted(query.typed) if len(sides) == _TWO else ():
        if not all(_ASKS.search(sound(text)) for text in texts):
            continue
        halves = [understand(text, library, query.today) for text in texts]
        if any(
            half.plans != plans or half.intent is not Intent.FACT for half, plans in zip(halves, sides, strict=True)
        ):
            continue
        first, second = map(_matter, halves)
        if min(len(first - second), len(second - first)) >= _OWN or (topic and all(one.role for one in halves)):
            return halves
    return []


def own_told(query: Query, library: Library, sides: Sequence[frozenset[int]] = ()) -> list[Query]:
    """The two halves, begun alike, of a question that asks the same of one matter in one plan and of another in another plan.

    "Báo cáo về A của Sở X và báo cáo về B của tỉnh Y phải gửi trước ngày nào": each half names its plan and a matter of
    its own, those of ``sides`` where these are given. [] where no joint leaves two such halves.
    """
    for texts in _parted(query.typed):
        if len({sound(text).partition(" ")[0] for text in texts}) > 1:
            continue
        first, second = (understand(text, library, query.today) for text in texts)
        if not first.plans or not second.plans or first.plans & second.plans:
            continue
        if sides and [first.plans, second.plans] != list(sides):
            continue
        if min(len(_matter(first) - _matter(second)), len(_matter(second) - _matter(first))) >= _OWN:
            flags = query.flags - {"compare"}
            told = (replace(one, intent=Intent.FACT, role=query.role) for one in (first, second))
            unsaid = (*heard("ask.compare"), *heard("filler.compare"))
            return [replace(one, roles=query.roles, flags=flags, words=one.words.drop(unsaid)) for one in told]
    return []


def _parted(typed: str) -> Iterator[tuple[str, str]]:
    """Every way to part the question in two; what stands before a colon is said of both."""
    topic = _TOPIC.match(typed)
    joints = list(_PARTING.finditer(typed))
    for match in joints if len(joints) <= _MOST_JOINTS else ():
        shared = topic[0] if topic and topic.end() < match.start() else ""
        yield typed[: match.start()], shared + typed[match.end() :]


def _matter(half: Query) -> set[str]:
    """The words of a half besides those that ask and those that name its plan."""
    rest = half.words.outside(half.mentions)
    for name in (*(f"column.{one}" for one in _COLUMNS), "ask.compare", "filler.compare"):
        rest = rest.drop(heard(name))
    return {word for word, weight in rest.content().items() if weight >= 1.0}


def _of_one_year(halves: Sequence[Query]) -> list[Query]:
    """Halves that ask for figures, a year that one of them says taken for the other too."""
    told = {half.years for half in halves if half.years}
    same = len(told) == 1 and all(half.role == "value" for half in halves)
    return [replace(half, years=next(iter(told))) for half in halves] if same else list(halves)
