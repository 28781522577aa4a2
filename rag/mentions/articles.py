"""Articles of a decision named in a question: "khoản 2 Điều 1", "Điều 1, khoản 2, điểm a" are the place "Điều 1/2/a"."""

from __future__ import annotations

from ingest.folding import fold
from rag.corpus.library import Library, once
from rag.mentions.pointers import ARTICLE, Pointer


def of_own_articles(pointer: Pointer, typed: str, library: Library, plans: frozenset[int] | None) -> Pointer:
    """The pointer without an article where no plan meant is made of articles: it is that of a law which they cite.

    A place written as answers write it ("Điều 1/2") is of no law.
    """
    place = pointer.prose or ""
    if not place.startswith(ARTICLE) or ("/" in place and fold(place) in fold(typed)):
        return pointer
    meant = _with_articles(library)
    return pointer if (meant if plans is None else meant & plans) else Pointer()


@once
def _with_articles(library: Library) -> frozenset[int]:
    """The plans that have articles."""
    return frozenset(
        number
        for number, plan in enumerate(library.plans)
        if any(one.locator.startswith(ARTICLE) for one in plan.sections)
    )
