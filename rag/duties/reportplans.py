"""What each of several plans says of a report that a question names by nothing but its rhythm."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from rag.answer import Answer, Status
from rag.citations import plan_name
from rag.corpus.library import Library
from rag.duties.dutylist import duty_item
from rag.duties.recurrence import rhythms_of
from rag.duties.reportfit import Found, asked_rhythm
from rag.language.words import sound
from rag.query.question import Query
from rag.query.reportasks import asks_next, beside_reporting
from rag.wording import AMBIGUOUS, joined

Tell = Callable[[Query, Library, Sequence[Found]], Answer | None]
_AS_WELL: Final = 0.02
"""How much worse a duty may fit and be meant as well as the best."""
_TWO: Final = 2
_REVIEWS: Final = frozenset(sound("sơ kết tổng kết kết quả thực hiện hoàn thành xong").split())
_SHARED: Final = 2
"""A word that one in so many duties holds tells none of them from the others."""


def of_each_plan(query: Query, library: Library, found: Sequence[Found], tell: Tell) -> Answer | None:
    """What each plan says whose duty fits as well as the best and has the rhythm asked for; None where they say the same.

    ``found`` is best first; of one plan all such duties are told, for none of them is surer to be meant.
    """
    asked = asked_rhythm(query)
    rhythmic = [one for one in found if asked & rhythms_of(one.duty)] if asked else []
    bare = not (query.actors or query.mentions) and _says_no_more(query, library, rhythmic)
    if not rhythmic or asks_next(query) or not (bare or found[0].score - found[-1].score > _AS_WELL):
        return None
    least = 0.0 if bare else found[0].score - _AS_WELL
    alike = [one for one in rhythmic if one.score >= least]
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


def _says_no_more(query: Query, library: Library, found: Sequence[Found]) -> bool:
    """Whether every word of the question stands in half of the duties: it says nothing but that something is reported."""
    spans = [library.plans[one.plan].text[one.duty.span.start : one.duty.span.end] for one in found]
    texts = [set(library.hear(text).split()) for text in spans]
    words = [word for word in beside_reporting(query, 1.0) if word not in _REVIEWS]
    return all(_SHARED * sum(word in text for text in texts) >= len(texts) for word in words)


def _told(query: Query, library: Library, told: Sequence[tuple[Found, Answer]]) -> Answer:
    items = tuple(duty_item(library.plans[one.plan], one.duty, query.today) for one, _ in told)
    parts = [
        f"{plan_name(library.plans[one.plan])} ({one.duty.locator}): {joined(answer.values)}" for one, answer in told
    ]
    cited = tuple(dict.fromkeys(each for _, answer in told for each in answer.citations))
    return Answer(query.typed, Status.AMBIGUOUS, AMBIGUOUS.format(parts="; ".join(parts)), items=items, citations=cited)
