"""Plans that adjust others: what an answer says of it, and the newer plan's word before the older's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.versions import Link, Relation, newest_first
from rag.answer import Answer, Status
from rag.wording import ADJUSTS, AMBIGUOUS


def adjusted(answer: Answer, links: Sequence[Link], names: Mapping[str, str]) -> Answer:
    """The answer with the newer plan first and the adjustment told, where it rests on a plan that another adjusts."""
    found = [one for one in links if one.relation is Relation.ADJUSTS]
    told = dict.fromkeys((*(one.file for one in answer.items), *(one.file for one in answer.citations)))
    notes = [
        ADJUSTS.format(newer=names[one.newer], older=names[one.older])
        for one in found
        if one.older in told and one.newer in names and one.older in names
    ]
    if not notes:
        return answer
    order = {file: at for at, file in enumerate(newest_first(list(told), found))}
    if answer.status is Status.AMBIGUOUS:
        answer = _reordered(answer, order)
        return replace(answer, answer=f"{' '.join(notes)} {answer.answer}")
    cited = tuple(sorted(answer.citations, key=lambda one: order[one.file]))
    return replace(answer, answer=f"{answer.answer} {' '.join(notes)}", citations=cited)


def _reordered(answer: Answer, order: Mapping[str, int]) -> Answer:
    """What each plan says, in the order given; the sentence is put together as it was first."""
    opening, closing = AMBIGUOUS.split("{parts}")
    said = answer.answer.removeprefix(opening).removesuffix(closing)
    heads = [f"{item.plan} ({item.locator}): " for item in answer.items]
    starts: list[int] = []
    for head in heads:
        at = said.find(head, starts[-1] + 1 if starts else 0)
        if at < 0:
            return answer
        starts.append(at)
    ends = [*starts[1:], len(said)]
    parts = [said[start:end].removesuffix("; ") for start, end in zip(starts, ends, strict=True)]
    turns = sorted(range(len(parts)), key=lambda at: order[answer.items[at].file])
    return replace(
        answer,
        answer=AMBIGUOUS.format(parts="; ".join(parts[at] for at in turns)),
        items=tuple(answer.items[at] for at in turns),
        citations=tuple(sorted(answer.citations, key=lambda one: order[one.file])),
    )
