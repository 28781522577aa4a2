"""Rows of a plan that a list calls by its matter: "nhiệm vụ nào về giảm ngập úng làm hằng năm" over one plan on just that.

Its rows need not repeat what the whole plan is about: the matter points to the plan, the rest of the question chooses
("nhiệm vụ chống ngập nào có sản phẩm là báo cáo").
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from rag.corpus.library import Library
from rag.language.phrases import heard
from rag.mentions.matternamed import rows_matter
from rag.query.question import Query
from rag.rows.facts import TIMED
from rag.rows.holding import TOPIC
from rag.rows.leftover import leftover, tells_rhythm

_LEAST: Final = 2
"""Syllables of a matter."""


def of_plan_on(query: Query, library: Library) -> Query | None:
    """The question as one of the only plan whose title tells the matter in its order; None where it has no other condition."""
    if query.quoted or not query.pointer.empty:
        return None
    rhythms = [one for one in heard("condition.rhythm") if f" {one} " in f" {query.spoken} "]
    narrowed = query.period or query.actors or query.flags & TIMED or tells_rhythm(query, library, rhythms)
    if told := rows_matter(query, library):
        of_plan = replace(query, plans=told.plans, mentions=(*query.mentions, told))
        return of_plan if narrowed or leftover(of_plan, library) else None
    if not narrowed:
        return None
    matter = list(leftover(query, library))
    if query.plans is not None or len(matter) < _LEAST or not TOPIC.search(query.spoken):
        return None
    titles = [number for number, one in enumerate(library.profiles) if _tells(one.title, matter)]
    return replace(query, plans=frozenset(titles)) if len(titles) == 1 else None


def _tells(title: str, matter: list[str]) -> bool:
    words = iter(title.split())
    return all(word in words for word in matter)
