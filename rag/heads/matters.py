"""What a cited document is about, as the place that cites it says: "Nghị quyết số 09-NQ/TU … về phát triển nghề rèn"."""

from __future__ import annotations

import re
from typing import Final

from rag.answer import Answer, Status
from rag.citations import cite_entry, plan_name
from rag.corpus.library import Library
from rag.heads.sentfor import answer_sent_for
from rag.query.question import Query
from rag.reading.bases import cited, given_numbers

_ASKS: Final = re.compile(
    r"\b(?:(?:noi|qui dinh|ban hanh|ban|de cap|chi dao|la)(?: den)? )?ve (?:(?:chuien|viec|noi dung|van de|cai|dieu|linh vuc|chu de) )?(?:gi|nao)\b"
    r"|\b(?:co )?(?:noi dung|trich ieu)(?: la)? gi\b"
)
_MATTER: Final = re.compile(
    r"^[^;]*?(?<!\w)(?:về việc|về)\s+(?P<matter>[^;]+?)(?=\s*(?:;|\.\s|\.?$|\(|,?\s+(?:và\s+)?(?:các\s+)?"
    r"(?:Nghị quyết|Quyết định|Chỉ thị|Kế hoạch|Chương trình|Nghị định|Thông tư|Công văn|Kết luận)\s+(?:hành động\s+)?số\s*$))"
)
_BASES: Final = "Căn cứ"
_SHORTEST: Final = 3
_LONGEST: Final = 60
"""Words of what a document is about: fewer are cut off by the name of another, more tell of other things as well."""


def document_matter(query: Query, library: Library) -> Answer | None:
    """What the document whose number the question gives is about, or for what a plan is sent; None where that is not asked, or nowhere told."""
    if sent := answer_sent_for(query, library):
        return sent
    given = given_numbers(query)
    if len(given) != 1 or not _ASKS.search(query.spoken):
        return None
    own = frozenset().union(*(profile.numbers for profile in library.profiles))
    places = [one for one in cited(library, query) if one.bare in given and not given & own]
    # The recitals name documents in full, the text often by half a name.
    for one in sorted(places, key=lambda one: one.entry.locator != _BASES):
        told = _MATTER.match(one.entry.text[one.at + len(one.number) : one.end])
        if told and _SHORTEST <= len(told["matter"].split()) <= _LONGEST:
            plan, value = library.plans[one.entry.plan], told["matter"].strip(" ,.)")
            text = f"{value} ({one.number}, {plan_name(plan)}, {one.entry.locator})."
            found = cite_entry(plan, one.entry)
            return Answer(query.typed, Status.ANSWERED, text, (value,), citations=found, method="retrieval")
    return None
