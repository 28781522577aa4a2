"""Several values that a plan prints in one breath: "định kỳ hàng năm hoặc đột xuất", "trước ngày 01/6 và 15/11 hằng năm"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

_BETWEEN: Final = re.compile(r"\s*(?:,\s*)?(?:và|hoặc|hay)\s+(?:cuối\s+|ngày\s+|trước\s+(?:ngày\s+)?)?")
"""What alone may stand between two values of one stretch."""

_LEAD: Final = re.compile(r"\bđịnh kỳ\s+$", re.IGNORECASE)
"""Said of the whole stretch behind it."""


def stretches(text: str, values: Sequence[str], *, rhythm: str = "") -> tuple[str, ...]:
    """The values, as the one stretch of ``text`` that holds them where nothing but "và" or "hoặc" parts them.

    A ``rhythm`` printed right behind the stretch belongs to it: the day alone would be of one year.
    """
    spans = [(at, at + len(one)) for one in values if (at := text.find(one)) >= 0]
    if len(values) < 2 or len(spans) < len(values):
        return tuple(values)
    spans.sort()
    if not all(_BETWEEN.fullmatch(text, one[1], following[0]) for one, following in pairwise(spans)):
        return tuple(values)
    start, end = spans[0][0], spans[-1][1]
    if not rhythm and (lead := _LEAD.search(text, 0, start)):
        start = lead.start()
    behind = re.match(rf"\s+{re.escape(rhythm)}", text[end:]) if rhythm and rhythm not in values[-1] else None
    return (text[start : end + (behind.end() if behind else 0)],)
