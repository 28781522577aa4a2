"""What a deadline is called in one line: a task by its name, a report by how often, to whom and by whom."""

from __future__ import annotations

from typing import Final

from rag.duties.dutylist import REPORT
from rag.listing.deadlines import Deadline
from rag.wording import shorten
from web import wording_work as words
from web.tables import cell_text

_LONGEST_UNIT: Final = 60
_LONGEST_WHAT: Final = 70
"""Characters; what prose orders may be a whole paragraph, and so may the list of those who must do it."""


def title(one: Deadline) -> str:
    """The line; of a report that its clause calls by another word the beginning of that clause."""
    if one.kind != REPORT:
        return cell_text(one.item, "name")
    told = [_what(one)]
    if one.recipient and one.recipient not in told[0]:
        told.append(words.REPORT_TO.format(unit=shorten(one.recipient, _LONGEST_UNIT)))
    if one.item.lead:
        told.append(words.REPORT_BY.format(unit=shorten(one.item.lead, _LONGEST_UNIT)))
    return "".join(told)


def _what(one: Deadline) -> str:
    if words.REPORT.casefold() not in one.item.name.casefold():
        return shorten(one.item.name, _LONGEST_WHAT)
    return " ".join(part for part in (words.REPORT, one.frequency.lower()) if part)
