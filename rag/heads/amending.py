"""Which cited document changes another, or is changed by it: "Thông tư 7/2021 được sửa đổi bởi thông tư nào"."""

from __future__ import annotations

import re
from typing import Final

from ingest.header import DOCUMENT_NUMBER
from rag.answer import Answer, Status
from rag.citations import cite_entry, plan_name
from rag.compose import not_found
from rag.corpus.citeddocs import SORT_SAID, CitedDoc, bare, bears, cited_docs
from rag.corpus.library import Library
from rag.language.words import either, sound
from rag.query.question import Query
from rag.wording import joined

_CHANGE: Final = (
    f"(?:{either('sửa đổi', 'bổ sung', 'thay thế', 'thay cho', 'bãi bỏ', 'hủy bỏ', 'đính chính', 'điều chỉnh')})"
)
_CHANGED_BY: Final = f"(?:{_CHANGE}|{either('sửa', 'thay', 'sửa lại')})"
"""Single syllables only behind what says that it was done: "thay" sounds like other words."""
_OPEN: Final = rf"{SORT_SAID} (?:{sound('số')} )?(?:{either('nào', 'mấy', 'bao nhiêu', 'gì')})"
_NAMED: Final = rf"{SORT_SAID} (?:{sound('số')} )?(?P<figure>\d{{1,5}}[a-zđ]?)\b(?: (?P<year>(?:19|20)\d\d)\b)?"
_DONE: Final = f"(?:{either('bị', 'được', 'đã', 'đã được', 'đã bị', 'mới được')})"
_CHANGED: Final = (
    re.compile(rf"\b{_NAMED}.* {_DONE} {_CHANGED_BY}\b.* {_OPEN}\b"),
    re.compile(rf"\b{_OPEN} (?:\S+ ){{0,6}}?{_CHANGE} (?:\S+ ){{0,8}}?{_NAMED}"),
)
"""Asks what has changed the document named."""
_CHANGES: Final = re.compile(rf"\b{_NAMED} (?:(?!{_DONE} {_CHANGE}\b)\S+ )*?{_CHANGE} (?:\S+ ){{0,8}}?{_OPEN}\b")
"""Asks what the document named has changed."""


def answer_amending(query: Query, library: Library) -> Answer | None:
    """The number of the document that stands in such a relation to the one named; None where none is asked for."""
    changed = next((match for one in _CHANGED if (match := one.search(query.spoken))), None)
    named = changed or _CHANGES.search(query.spoken)
    if named is None:
        return None
    scope = [one for one in cited_docs(library) if query.covers(one.entry.plan)]
    given = {bare(one[0]) for one in DOCUMENT_NUMBER.finditer(query.typed.upper())}
    meant = {one.bare for one in scope if bears(one.bare, named["figure"], named["year"])}
    meant = meant & given or meant
    if not meant:
        return None
    if changed:
        told = [one for one in scope if one.amends & meant]
        told += [one for one in scope if any(one.bare in each.amended for each in scope if each.bare in meant)]
    else:
        objects = frozenset[str]().union(*(one.amends for one in scope if one.bare in meant))
        told = [one for one in scope if one.bare in objects or one.amended & meant]
    return _answer(query, library, told) if told else not_found(query, library)


def _answer(query: Query, library: Library, told: list[CitedDoc]) -> Answer:
    first = {one.bare: one for one in reversed(told)}
    values = tuple(dict.fromkeys(first[one.bare].number for one in told))
    plan = library.plans[told[0].entry.plan]
    cited = tuple(dict.fromkeys(each for one in told for each in cite_entry(library.plans[one.entry.plan], one.entry)))
    text = f"{joined(values)} ({plan_name(plan)}, {told[0].entry.locator})."
    return Answer(query.typed, Status.ANSWERED, text, values, citations=cited, method="retrieval")
