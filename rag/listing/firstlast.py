"""Lists of the first or last to come due: "việc nào có hạn sớm nhất", "nhiệm vụ đến hạn cuối cùng"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from ingest.folding import fold
from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.mentions.conditions import DAYLESS
from rag.query.asks import Intent
from rag.query.question import Query, understand
from rag.rows.facts import Facts, Selection

_ORDER: Final = re.compile(
    r"\b(?:(?:co|den|toi|phai|can|duoc|hoan thanh|thoi|ghi|thuc hien|lam|xong|la) )*(?:han|xong|hoan thanh|thoi han|den han|toi han)"
    r"(?: (?:hoan thanh|cuoi|xong|la|vao))* (?P<way>som nhat|dau tien|truoc nhat|truoc tien|gan nhat|muon nhat|tre nhat|xa nhat|cuoi cung|sau cung)\b"
)
_FIRST: Final = frozenset({"som nhat", "dau tien", "truoc nhat", "truoc tien"})
_NEXT: Final = "gan nhat"


def select_first_or_last(query: Query, library: Library, facts: Facts) -> Selection | None:
    """The rows of the question whose last day comes first, next or last; None where it does not ask for these."""
    folded = fold(query.typed)
    found = _ORDER.search(folded)
    if not found or len(folded) != len(query.typed):
        return None
    text = " ".join(f"{query.typed[: found.start()]} {query.typed[found.end() :]}".split())
    rest = replace(understand(text, library, query.today), intent=Intent.LIST, kind="task", numbers=query.numbers)
    chosen = facts.select(rest)
    days = {row.order: day for row in chosen.rows if (day := _last_day(row)) is not None}
    coming = [day for day in days.values() if found["way"] != _NEXT or day >= query.today]
    if chosen.unmet or not coming:
        return None
    pick: Callable[[Iterable[date]], date] = min if found["way"] in _FIRST or found["way"] == _NEXT else max
    wanted = pick(coming)
    kept = [(row, role) for row, role in zip(chosen.rows, chosen.roles, strict=True) if days.get(row.order) == wanted]
    return replace(chosen, rows=tuple(row for row, _ in kept), roles=tuple(role for _, role in kept))


def _last_day(row: Entry) -> date | None:
    return None if row.when is None or row.when.kind in DAYLESS else row.when.end
