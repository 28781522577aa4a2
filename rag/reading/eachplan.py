"""Documents that several plans rest on, each plan on its own, where a question fits them alike."""

from __future__ import annotations

from collections.abc import Sequence

from rag.answer import Answer, Status
from rag.citations import cite_entry, item, plan_name
from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.query.question import Query
from rag.wording import AMBIGUOUS

_BASES = "Căn cứ"


def of_each_plan(query: Query, library: Library, told: Sequence[tuple[Entry, str]]) -> Answer | None:
    """What each of the plans meant tells among its bases, none taken for the one meant.

    None unless the question names an office with several plans by no title, and each tells one thing of its own.
    """
    told = [(entry, number) for entry, number in told if entry.locator == _BASES]
    plans = [entry.plan for entry, _ in told]
    own = len({number for _, number in told}) == len(told) == len(set(plans)) > 1
    if not own or query.plans != frozenset(plans) or any(one.kind == "title" for one in query.mentions):
        return None
    parts = "; ".join(f"{plan_name(library.plans[entry.plan])}: {number}" for entry, number in told)
    items = tuple(item(library.plans[entry.plan], entry) for entry, _ in told)
    cited = tuple(one for entry, _ in told for one in cite_entry(library.plans[entry.plan], entry))
    return Answer(query.typed, Status.AMBIGUOUS, AMBIGUOUS.format(parts=parts), items=items, citations=cited)
