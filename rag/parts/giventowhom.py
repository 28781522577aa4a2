"""Whom a clause gives the work that a question tells in its words, the rest of the question telling the plan.

"Ai tham mưu bố trí kinh phí dạy nghề": a clause under an office's heading says "tham mưu bố trí kinh phí", and only the title
of its plan that this is for the teaching of trades, which other clauses say more of.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import Final

from rag.answer import Answer, Status
from rag.citations import cite_entry, cite_headings, plan_name
from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.language.words import sound
from rag.parts.itemcounts import answer_item_count
from rag.parts.officework import answer_office_work
from rag.query.asks import Intent
from rag.query.question import Query
from rag.query.subjects import subject_of

_ASKING: Final = frozenset(
    sound(
        "ai nào cơ quan đơn vị sở phòng ban ngành phải được giao chịu trách nhiệm việc là do cho thì lo nhiệm vụ"
    ).split()
)
_FEWEST: Final = 4
"""Words that the clause itself must say."""


def answer_items_or_doer(query: Query, library: Library) -> Answer | None:
    """What is tried where nothing else answered: how many items a heading has, whom a clause gives work, and an office's."""
    return answer_item_count(query, library) or answer_given_to(query, library) or answer_office_work(query, library)


def answer_given_to(query: Query, library: Library) -> Answer | None:
    """The unit of the one clause that says all of the question but what the head of its plan says; None without one."""
    if query.intent is not Intent.FACT or query.role != "lead" or query.actors or not query.pointer.empty:
        return None
    words = query.words.outside(one for one in query.mentions if one.kind != "level").content()
    asked = {word for word, weight in words.items() if weight >= 1.0 and word not in _ASKING}
    pairs = list(pairwise(query.spoken.split()))
    plans = (n for n in range(len(library.plans)) if query.covers(n))
    rests = {n: rest for n in plans if (rest := asked - library.profiles[n].words)}
    telling = (
        one for one in library.entries if one.clause is not None and one.plan in rests and rests[one.plan] <= one.main
    )
    found = [one for one in telling if len(asked & one.main) >= _FEWEST and _joins(one, rests[one.plan], pairs)]
    told = [(subject_of(library.plans[one.plan], one.clause), one) for one in found if one.clause is not None]
    told = [(unit, one) for unit, one in told if unit]
    if len(told) != 1:
        return None
    unit, entry = told[0]
    plan = library.plans[entry.plan]
    citations = (*cite_entry(plan, entry), *cite_headings(plan, entry, (unit,)))
    text = f"{unit} ({plan_name(plan)}, {entry.locator})."
    return Answer(query.typed, Status.ANSWERED, text, (unit,), citations=citations, method="retrieval")


def _joins(entry: Entry, words: AbstractSet[str], pairs: Sequence[tuple[str, str]]) -> bool:
    """Whether the clause prints each of the words beside a neighbour that it has in the question."""
    return words <= {word for a, b in pairs if f"{a}_{b}" in entry.main for word in (a, b)}
