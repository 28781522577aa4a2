"""The number of a plan by the lines under the titles of its own annexes, where its head leaves the number blank."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.document import Span
from ingest.header import DOCUMENT_NUMBER
from ingest.plan import Plan

_CAPTION = re.compile(r"kèm theo\s+kế hoạch\s+(?:số\s*:?\s*)?", re.IGNORECASE)


def number_in_caption(plan: Plan) -> Span | None:
    """Where "(Kèm theo Kế hoạch số 12/KH-UBND …)" prints it; None where captions print none, or not the same one."""
    found = list(_printed(plan))
    return found[0] if len({"".join(one.slice(plan.text).split()) for one in found}) == 1 else None


def _printed(plan: Plan) -> Iterator[Span]:
    for clause in plan.clauses:
        caption = _CAPTION.search(plan.text, clause.span.start, clause.span.end)
        if caption is None or not clause.locator.endswith("/tiêu đề"):
            continue
        if number := DOCUMENT_NUMBER.match(plan.text, caption.end(), clause.span.end):
            yield Span(*number.span())
