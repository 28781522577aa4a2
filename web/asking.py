"""A question with what was asked before it, and everything the page links to from its answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.answer import Answer
from rag.understood import Condition
from web import wording
from web.exporting import MEDIA, Part, Sheet, part_of
from web.grouping import Sections
from web.links import ask_href, export_href
from web.tables import AS_PRINTED, Arrangement, Table, table_of, toggled
from web.views import AnswerView, answer_view, day_text, headline, sentence

MOST_PREVIOUS = 12
"""Earlier questions that a follow-up carries along."""
LATEST = 3
"""Of these the last ones, which stand in full above the answer; the others are folded."""


def thread_of(questions: Sequence[str]) -> tuple[str, ...]:
    """What a follow-up carries of the questions before it: the first, which the others lean on, and the last ones."""
    if len(questions) <= MOST_PREVIOUS:
        return tuple(questions)
    return (questions[0], *questions[1 - MOST_PREVIOUS :])


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier question with what it was answered, shortly."""

    question: str
    short: str
    href: str


@dataclass(frozen=True, slots=True)
class Chip:
    """One condition that was understood; ``href`` asks again without it, "" where that is not sure."""

    name: str
    value: str
    href: str


@dataclass(frozen=True, slots=True)
class Link:
    """Something to press: what it says and where it leads."""

    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Asked:
    """An answered question, those before it in the order asked, and what was understood of it."""

    answer: Answer
    previous: tuple[Answer, ...] = ()
    conditions: tuple[Condition, ...] = ()
    arrangement: Arrangement = AS_PRINTED
    thanked: bool = False

    @property
    def earlier(self) -> tuple[str, ...]:
        """The questions asked before."""
        return tuple(one.question for one in self.previous)


@dataclass(frozen=True, slots=True)
class AskedView:
    """What the page shows of an ``Asked``; ``carried`` are the questions that a follow-up takes with it."""

    answer: AnswerView
    folded: tuple[Turn, ...]
    thread: tuple[Turn, ...]
    previous: tuple[str, ...]
    carried: tuple[str, ...]
    chips: tuple[Chip, ...]
    arrangement: Arrangement
    sorts: dict[str, str]
    unfiltered: str
    exports: tuple[Link, ...]
    narrower: dict[str, str]
    thanked: bool


def asked_view(asked: Asked, sections: Sections | None = None) -> AskedView:
    """Everything shown beside the answer, links made; ``sections`` are told over long lists."""
    question, earlier = asked.answer.question, asked.earlier
    turns = _thread(asked.previous)
    view = answer_view(asked.answer, asked.arrangement, sections=sections)
    return AskedView(
        answer=view,
        folded=turns[:-LATEST],
        thread=turns[-LATEST:],
        previous=earlier,
        carried=thread_of((*earlier, question)),
        chips=tuple(_chip(one, earlier) for one in asked.conditions),
        arrangement=asked.arrangement,
        sorts=_sorts(view.table, asked),
        unfiltered=_arranged_href(asked, replace(asked.arrangement, words="")),
        exports=_exports(asked) if view.table else (),
        narrower={
            one.plan: ask_href(wording.ASKED_OF.format(question=question.rstrip(" ?.!"), plan=one.plan), earlier)
            for one in view.differing
        },
        thanked=asked.thanked,
    )


def _thread(previous: Sequence[Answer]) -> tuple[Turn, ...]:
    asked = [one.question for one in previous]
    return tuple(
        Turn(one.question, "; ".join(headline(one)) or sentence(one), ask_href(one.question, asked[:number]))
        for number, one in enumerate(previous)
    )


def _chip(condition: Condition, earlier: Sequence[str]) -> Chip:
    href = ask_href(condition.without, earlier) if condition.without else ""
    return Chip(wording.CONDITIONS[condition.kind], condition_text(condition), href)


def condition_text(condition: Condition) -> str:
    """The condition's value in words: names, or the days of a period."""
    if condition.days is None:
        return "; ".join(condition.names)
    first, last = (day_text(day) if day else "" for day in condition.days)
    if first and first == last:
        return wording.PERIOD_DAY.format(first=first)
    both = wording.PERIOD_BOTH if first and last else wording.PERIOD_FROM if first else wording.PERIOD_TO
    return both.format(first=first, last=last)


def _sorts(table: Table | None, asked: Asked) -> dict[str, str]:
    """Where a press on each column's name leads."""
    columns = table.columns if table else ()
    return {one.key: _arranged_href(asked, toggled(asked.arrangement, one.key)) for one in columns}


def _arranged_href(asked: Asked, arrangement: Arrangement) -> str:
    return ask_href(asked.answer.question, asked.earlier, **arrangement_query(arrangement)) + "#items"


def arrangement_query(arrangement: Arrangement) -> dict[str, str]:
    """The parameters that an arrangement is written in."""
    down = "desc" if arrangement.descending else ""
    return {"sort": arrangement.column, "dir": down, "loc": arrangement.words}


def _exports(asked: Asked) -> tuple[Link, ...]:
    query = arrangement_query(asked.arrangement)
    return tuple(
        Link(wording.EXPORT_FORMS[form], export_href(form, asked.answer.question, asked.earlier, **query))
        for form in MEDIA
    )


def export_sheet(asked: Asked, made: str) -> Sheet | None:
    """The answer's table as it is arranged, and what reaches the unit beside it; None where it has no table."""
    table = table_of(asked.answer.items, asked.arrangement)
    if table is None:
        return None
    also = table_of(asked.answer.also)
    parts: list[Part] = [part_of(table, wording.STATUSES[asked.answer.status])]
    parts += [part_of(also, wording.ALSO)] if also else []
    return Sheet(asked.answer.question, (sentence(asked.answer), made), tuple(parts))
