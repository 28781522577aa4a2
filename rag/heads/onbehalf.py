"""For whom a plan is signed: the line over the signer's position that begins "KT.", "TM.", "TL." or "TUQ."."""

from __future__ import annotations

import re
from typing import Final

from ingest.document import Span
from ingest.plan import Plan

_FOR: Final = re.compile(r"(?:T/?M|KT|K/T|TUQ|TL|T/L)\b[.\s]")
_NEAR: Final = 160
"""Characters over the position in which the line stands; between them may be another such line."""


def on_behalf(plan: Plan) -> Span | None:
    """The nearest such line over, or at, the signer's position; None where the plan prints none."""
    title = plan.header.span_of("signer_title")
    if title is None:
        return None
    at = title.start
    while at >= 0 and title.start - at <= _NEAR:
        start = plan.text.rfind("\n", 0, at) + 1
        end = plan.text.find("\n", start)
        line = Span(start, end if end >= 0 else len(plan.text))
        printed = line.slice(plan.text)
        if _FOR.match(printed.strip(" *")):
            text = printed.strip(" *")
            start += printed.index(text)
            return Span(start, start + len(text))
        at = start - 1
    return None
