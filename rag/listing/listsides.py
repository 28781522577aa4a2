"""Lists and counts set side by side: of several units, or of several plans ("mỗi bên bao nhiêu nhiệm vụ")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from rag.answer import Answer, Item, Status
from rag.citations import plan_name
from rag.corpus.library import Library
from rag.listing.lists import answer_list
from rag.mentions.scope import POINTING
from rag.query.asks import Intent
from rag.query.question import Query, understand
from rag.rows.facts import Facts, printed_name

_EACH: Final = re.compile(
    r" (?:(?:cua|o|thi) )?(?:moi|tung) (?:ben|don vi|co quan|so|phong|ce hoach|noi)(?= )| lan luot(?= )| so sanh(?= )"
)
_NUMBER: Final = re.compile(r"\bso sanh (?:tong )?so (?:nhiem vu|chi tieu|viec|dau viec)\b")
_TWO: Final = 2


def compare_lists(query: Query, library: Library, sides: Sequence[frozenset[int]]) -> Answer | None:
    """The list or count of each unit, or of each plan where no two units are named, in the order asked.

    None unless the question asks each of several, or one of them has nothing.
    """
    if query.intent is Intent.FACT or not _EACH.search(f" {query.spoken} "):
        return None
    if _NUMBER.search(query.spoken):
        query = replace(query, intent=Intent.COUNT)
    facts = Facts(library)
    units = facts.units_asked(query)
    naming = [range(one.start, one.end) for one in query.mentions if one.kind in POINTING]
    if len(units) >= _TWO:
        spans = [range(one.start, one.end) for one in units]
        asked = [(printed_name(library, query, one), query.plans) for one in units]
    elif len(sides) >= _TWO:
        spans = naming
        asked = [(", ".join(plan_name(library.plans[n]) for n in sorted(plans)), plans) for plans in sides]
    else:
        return None
    parts = []
    for place, (_, plans) in enumerate(asked):
        own = spans[place] if len(units) >= _TWO else range(0)
        gone = [span for span in (*spans, *naming) if not set(span) & set(own)]
        parts.append(answer_list(_alone(query, library, gone, plans), library, facts))
    if any(part.status is not Status.ANSWERED for part in parts):
        return None
    return _together(query, library, [name for name, _ in asked], parts)


def _alone(query: Query, library: Library, gone: Iterable[range], plans: frozenset[int] | None) -> Query:
    """The question read again as it would be asked of one side alone."""
    rest = query.words.without(n for span in gone for n in span).drop_matches(_EACH)
    read = understand(" ".join(token.typed for token in rest.tokens), library, query.today)
    asked = replace(read, intent=query.intent, plans=plans, mentions=(), quoted=query.quoted)
    return replace(asked, typed=query.typed, period=query.period, years=query.years, pointer=query.pointer)


def _together(query: Query, library: Library, names: Sequence[str], parts: Sequence[Answer]) -> Answer:
    """Several lists as one: counts in the order asked, rows in document order."""
    order = {(library.plans[one.plan].file, one.locator): one.order for one in library.entries if one.clause is None}
    found: dict[tuple[str, str], Item] = {}
    for part in parts:
        for item in part.items:
            found.setdefault((item.file, item.locator), item)
    rows = sorted(found.values(), key=lambda one: order.get((one.file, one.locator), 0))
    return Answer(
        query.typed,
        Status.ANSWERED,
        " ".join(f"{name}: {part.answer}" for name, part in zip(names, parts, strict=True)),
        tuple(value for part in parts for value in part.values),
        tuple(rows),
        tuple(dict.fromkeys(one for part in parts for one in part.citations)),
    )
