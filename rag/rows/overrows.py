"""Rows that only stand over others: merged cells over several numbered parts are the parts' own."""

from __future__ import annotations

from collections.abc import Sequence

from rag.corpus.entries import Entry


def without_heads(found: Sequence[Entry]) -> list[Entry]:
    """The rows but those over others among them whose lead's cell is one of theirs: they print none of their own."""
    cells = {(one.plan, one.parent, one.field("lead").spans) for one in found if one.parent and one.field("lead").spans}
    return [one for one in found if (one.plan, one.locator, one.field("lead").spans) not in cells]
