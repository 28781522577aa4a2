"""Whether there is something, where the one row or clause that is told says that there is not: its "không …" is the answer.

A group of an annex may hold nothing but such a row; what is asked of the group is answered by it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from rag.answer import Answer, Status
from rag.citations import cite_entry, plan_name
from rag.compose import blank
from rag.corpus.entries import Entry
from rag.corpus.library import Library, once
from rag.language.phrases import heard
from rag.language.words import either, sound
from rag.measures.pieces import TRIM
from rag.query.asks import Intent
from rag.query.question import Query
from rag.query.reasons import CAUSES
from rag.rows.groups import group_name

_HAVE: Final = either("có", "còn", "đã")
_HELP: Final = either("bị", "được", "phải", "cần", "phải được", "cần phải", "thể")
_ASKED: Final = re.compile(rf"\b(?:{_HAVE}) (?:(?:{_HELP}) )*(?P<verb>\S+) .*\b(?:{either('không', 'chưa')})$")
"""A question that is answered by yes or no; at its end stands "không", or "hay không"."""
_DENIED: Final = re.compile(
    r"(?i)(?<!\w)(?:không|chưa|chẳng)\s+(?:(?:bị|được|phải|cần|có|thực hiện việc)\s+)*(?P<verb>\w+)(?:(?!,\s+(?:không|chưa|chẳng)\s)[^.;])*"
)


def denied(query: Query, answer: Answer) -> Answer:
    """The answer with what the one row or clause denies of the very thing asked for its value; as it is where nothing is."""
    if answer.status is not Status.ANSWERED or max(len(answer.items), len(answer.values)) > 1:
        return answer
    asked = _ASKED.search(query.spoken)
    told = answer.values[0] if answer.values and not answer.items else answer.items[0].name if answer.items else ""
    denials = list(_DENIED.finditer(told)) if asked else []
    found = next((one for one in denials if asked and sound(one["verb"]) == asked["verb"]), None)
    if not (found := found or _of_the_matter(query, told, denials)):
        return answer
    value = found[0].strip(TRIM)
    where = answer.citations[0]
    return replace(answer, answer=f"{value} ({where.plan}, {where.locator}).", values=(value,), items=())


def _of_the_matter(query: Query, told: str, denials: Sequence[re.Match[str]]) -> re.Match[str] | None:
    """The one denial, of a clause that says more, which says most of what is asked, in whatever words what is done is called."""
    said = {word for word, weight in query.unpointed.content().items() if weight >= 1.0}
    if len(denials) != 1 or len(denials[0][0]) >= len(told.strip(TRIM)):
        return None
    rest = told[: denials[0].start()] + told[denials[0].end() :]
    own, others = (said & set(sound(one).split()) for one in (denials[0][0], rest))
    return denials[0] if len(own) > max(len(said) / 2, len(others)) else None


_CELLS: Final = ("lead", "support", "due", "result", "value", "note")
_LEAST: Final = 2
"""Syllables of a heading that name a group."""
_ASKING: Final = frozenset(
    sound(
        "có không hay sao gì nào thế như ra là thì bị được phải cần còn đã chưa giao triển khai thực hiện ghi nêu nói viết danh mục phụ lục"
        " bảng nhóm mục phần việc nhiệm vụ kế hoạch trong của ở tại theo cho về năm nay những các về"
        " sao vì tại do đâu cớ lý nguyên nhân mà lại chẳng chả hề trống bỏ rỗng"
    ).split()
)
"""Words that only ask what the annex says of the group."""


def answer_denied(query: Query, library: Library) -> Answer | None:
    """That there is no work in the one group that the question names and says no more of; None where there is some.

    Who does it or when is left blank. Why there is none is told by all that the row says, which may name what it rests on.
    """
    if query.intent is Intent.COUNT or query.period or not query.pointer.empty:
        return None
    said = f" {query.spoken} "
    found = [one for one in _empty_groups(library) if query.covers(one[0].plan) and f" {one[1]} " in said]
    if len(found) != 1:
        return None
    row, heading = found[0]
    known = {*heading.split(), *library.hear(row.name).split(), *library.profiles[row.plan].own_words, *_ASKING}
    words = query.words.outside(one for one in query.mentions if one.plans and one.kind != "topic")
    words = words.drop(heard(f"column.{query.role}")) if query.role else words
    denying = _DENIED.search(row.name)
    if denying is None or any(weight >= 1.0 and word not in known for word, weight in words.content().items()):
        return None
    if query.role not in ("", "note"):
        return blank(query, library, row)
    plan, value = library.plans[row.plan], (row.name if CAUSES.search(query.spoken) else denying[0]).strip(TRIM)
    text = f"{value} ({plan_name(plan)}, {row.locator})."
    return Answer(query.typed, Status.ANSWERED, text, (value,), citations=tuple(cite_entry(plan, row)))


@once
def _empty_groups(library: Library) -> Sequence[tuple[Entry, str]]:
    """The only row of each group that gives no work and says so, with the group's heading, which no other group has."""
    rows: dict[tuple[int, str, str], list[Entry]] = {}
    for one in library.entries:
        if one.annex and one.group:
            rows.setdefault((one.plan, one.annex, one.group), []).append(one)
    headings = [group_name(library, found[0]) for found in rows.values()]
    return [
        (found[0], heading)
        for found, heading in zip(rows.values(), headings, strict=True)
        if len(found) == 1
        and len(heading.split()) >= _LEAST
        and headings.count(heading) == 1
        and _DENIED.search(found[0].name)
        and not any(found[0].field(role).text for role in _CELLS)
    ]
