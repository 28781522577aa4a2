"""What each of several plans says of a report that a question names by nothing but its rhythm."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from rag.answer import Answer, Status
from rag.citations import plan_name
from rag.dutylist import duty_item
from rag.library import Library
from rag.question import Query
from rag.recurrence import rhythms_of
from rag.reportasks import asks_next
from rag.reportfit import Found, asked_rhythm
from rag.wording import AMBIGUOUS, joined
from rag.words import sound

Tell = Callable[[Query, Library, Sequence[Found]], Answer | None]
_AS_WELL: Final = 0.02
"""How much worse a duty may fit and be meant as well as the best."""
_TWO: Final = 2


def of_each_plan(query: Query, library: Library, found: Sequence[Found], tell: Tell) -> Answer | None:
    """What each plan says whose duty fits as well as the best and has the rhythm asked for; None where they say the same.

    ``found`` is best first; of one plan all such duties are told, for none of them is surer to be meant.
    """
    asked = asked_rhythm(query)
    if not asked or asks_next(query) or not found[0].score - found[-1].score > _AS_WELL:
        return None
    alike = [one for one in found if one.score >= found[0].score - _AS_WELL and asked & rhythms_of(one.duty)]
    fitting = [one for one in alike if one.duty.due or query.role != "due"]
    if len({one.plan for one in fitting}) < _TWO:
        return None
    told: dict[tuple[int, str, str], tuple[Found, Answer]] = {}
    for one in fitting:
        same = [each for each in fitting if (each.plan, each.duty.span) == (one.plan, one.duty.span)]
        answer = tell(query, library, [one, *(each for each in same if each is not one)])
        if answer is not None and answer.status is Status.ANSWERED:
            told.setdefault((one.plan, one.duty.locator, sound(joined(answer.values))), (one, answer))
    plans = {plan for plan, _, _ in told}
    if len(plans) < _TWO or len({said for _, _, said in told}) < _TWO:
        return None
    return _told(query, library, sorted(told.values(), key=lambda each: (each[0].plan, each[0].duty.span.start)))


def _told(query: Query, library: Library, told: Sequence[tuple[Found, Answer]]) -> Answer:
    items = tuple(duty_item(library.plans[one.plan], one.duty, query.today) for one, _ in told)
    parts = [
        f"{plan_name(library.plans[one.plan])} ({one.duty.locator}): {joined(answer.values)}" for one, answer in told
    ]
    cited = tuple(dict.fromkeys(each for _, answer in told for each in answer.citations))
    return Answer(query.typed, Status.AMBIGUOUS, AMBIGUOUS.format(parts="; ".join(parts)), items=items, citations=cited)
