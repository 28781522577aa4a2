"""The same report of another sender: "thế còn các sở, ban, ngành thì trước ngày mấy?" behind "UBND huyện gửi báo cáo năm … trước ngày nào"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from rag.answer import Answer
from rag.conversation.followups import of_other_unit
from rag.corpus.library import Library
from rag.duties.reports import asks_report
from rag.duties.senders import with_groups
from rag.language.phrases import heard, names
from rag.language.words import sound
from rag.query.asks import Intent
from rag.query.question import Query

_NAMING: Final = ("number", "place", "title", "topic", "day")
"""How another plan is named; a level or an issuer is who sends."""
_REPORTING: Final = tuple(
    map(
        sound,
        (
            "báo cáo",
            "gửi",
            "nộp",
            "phải",
            "chậm nhất",
            "muộn nhất",
            "trễ nhất",
            "trước",
            "ngày",
            "hôm",
            "hạn",
            "nào",
            "mấy",
        ),
    )
)
"""What may be said again of a report; without accents it is no question word."""


def of_other_sender(query: Query, before: Query, previous: Answer, library: Library) -> Query | None:
    """The question before, asked of the sender named now and of the one plan that told it; None where it is no such.

    Who reports may be a group that no plan prints as a unit ("huyện"); what else is asked than before is asked by itself.
    """
    if query.intent is not Intent.FACT or query.has(*_NAMING) or not asks_report(before):
        return None
    if query.role not in ("", before.role) or not query.pointer.empty or query.quoted or query.period:
        return None
    old, new = with_groups(before, before.actors), with_groups(query, query.actors)
    if not old or len(new) != 1 or _says_more(query, (new[0].start, new[0].end)):
        return None
    asked = of_other_unit(replace(before, actors=old[:1]), replace(query, actors=new), library)
    files = {one.file for one in previous.citations}
    plans = library.numbers(files)
    return replace(asked, plans=plans) if len(plans) == 1 else asked


def _says_more(query: Query, unit: tuple[int, int]) -> bool:
    """Whether anything is said but the sender and the words with which the same is asked again."""
    rest = query.words.without(range(*unit)).drop(_REPORTING)
    for name in (*(f"column.{name}" for name in names("column")), "ask.follow", "filler.follow"):
        rest = rest.drop(heard(name))
    return bool(rest.content())
