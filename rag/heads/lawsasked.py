"""The laws that a plan rests on: "xã A căn cứ những luật nào". Most bear no number, so no number tells them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from rag.answer import Answer, Status
from rag.citations import cite_entry, plan_name
from rag.compose import not_found
from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.language.phrases import heard
from rag.language.words import find_phrase, sound
from rag.query.question import Query
from rag.wording import joined

_LAW: Final = "|".join(map(sound, ("bộ luật", "luật", "pháp lệnh")))
_WHICH_LAW: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, ('những', 'các', 'mấy')))})? ?(?:{_LAW}) (?:nao|gi)\b(?! {sound('số')})"
)
_RESTS: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, ('căn cứ', 'dựa vào', 'dựa trên', 'viện dẫn', 'trích dẫn', 'cơ sở pháp lý', 'theo')))})\b"
)
_PRINTED: Final = re.compile(r"(?:^|[;.,]\s+)(?:Căn cứ(?: vào)?\s+|các\s+)?(?P<law>(?:Bộ luật|Luật|Pháp lệnh)\s[^;]+)")
_DATED: Final = re.compile(r",?\s+(?:ngày\s+\d|được\s+(?:Quốc hội\s+)?thông qua).*$", re.DOTALL)
_FRAMING: Final = tuple(
    map(
        sound,
        (
            *(
                "được",
                "làm",
                "để",
                "về",
                "ban hành",
                "xây dựng",
                "lập",
                "căn cứ vào",
                "căn cứ",
                "cơ sở pháp lý",
                "dựa vào",
            ),
            *(
                "dựa trên",
                "viện dẫn",
                "trích dẫn",
                "theo",
                "những",
                "các",
                "kế hoạch",
                "cho",
                "của",
                "trong",
                "ở",
                "là",
            ),
            *("xã", "phường", "tỉnh", "huyện"),
        ),
    )
)
"""What such a question says besides the plan."""
_HALF: Final = 0.5
"""The share of what a law is said to be about that its name must hold."""


def answer_laws(query: Query, library: Library) -> Answer | None:
    """Every law among the legal bases of the one plan meant; None where another thing is asked."""
    asked = _WHICH_LAW.search(query.spoken)
    if asked is None or not _RESTS.search(query.spoken) or not query.pointer.empty:
        return None
    plans = range(len(library.plans)) if query.plans is None else query.plans
    rest = query.unpointed.drop((asked[0].strip(), *_FRAMING, *heard("filler.header"))).content()
    titles = {word for number in plans for word in library.profiles[number].own_words}
    if len(plans) != 1 or find_phrase(query.spoken, heard("ask.document_number")):
        return None
    bases = [one for one in library.entries if one.plan in plans and one.locator == "Căn cứ"]
    about = {word: weight for word, weight in rest.items() if word not in titles}
    found = [(law, one) for one in bases for law in _laws(one) if _is_on(library, law, about)]
    if not found:
        return not_found(query, library)
    names = tuple(dict.fromkeys(law for law, _ in found))
    plan = library.plans[found[0][1].plan]
    entries = {one.order: one for _, one in found}.values()
    cited = tuple(each for one in entries for each in cite_entry(plan, one))
    text = f"{joined(names)} ({plan_name(plan)}, Căn cứ)."
    return Answer(query.typed, Status.ANSWERED, text, names, citations=cited, method="retrieval")


def _is_on(library: Library, law: str, about: Mapping[str, float]) -> bool:
    return not about or library.cover(about, set(library.hear(law).split())) >= _HALF


def _laws(entry: Entry) -> list[str]:
    """The names of the laws printed there, without their day."""
    text = " ".join(entry.text.split())
    return [_DATED.sub("", match["law"]).rstrip(" ,.") for match in _PRINTED.finditer(text)]
