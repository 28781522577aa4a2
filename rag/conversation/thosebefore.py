"""How many of something are told of those whom the answer before counted: "18 xưởng" — "vậy họ thuê bao nhiêu thợ?"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from ingest.document import Span
from rag.answer import Answer
from rag.compose import quote
from rag.corpus.library import Library
from rag.language.spelt import shown, spelt
from rag.measures.figures import counted
from rag.query.asks import Intent
from rag.query.question import Query, understand
from rag.reading.twofold import behind_value

_THOSE: Final = spelt(
    r"^(?:(?:vậy|thế|còn|thì|và|rồi) )*(?:bọn )?(?:họ|chúng|số (?:này|đó|ấy)|trong (?:số )?(?:đó|này|ấy))\b"
    r"|^(?:(?:vậy|thế|còn|thì|và|rồi) )*(?:trong )?(?:số )?(?:các |những |số |mấy )?(?:[^\W\d_]+ ){1,3}(?:này|đó|ấy)\b"
)
"""Opens with those spoken of: "họ …", "vậy số này …", "các cơ sở đó …"."""
_AT_THOSE: Final = spelt(
    r"\b(?:trong|ở|tại|thuộc|của|cho|bên)(?: (?:số|chỗ|nơi|những|các))* (?:đó|đấy|ấy|này|họ|chúng)\b(?! (?:năm|tháng|quý)\b)"
)
"""Says elsewhere that these are meant: "… làm trong đó", "… của họ"; what stands behind their figure alone tells it."""
_UNSAID: Final = spelt(
    r"^(?:(?:vậy|thế|còn|thì|và|rồi|à|ừ) )+|\bngười (?=lao động|dân|bệnh|học|khuyết tật|nghèo|có|thất nghiệp)"
)
"""How such a question begins, and what plans count without it: "18 lao động"."""

_HOW_MANY_LAST: Final = spelt(
    r"^(?:(?:tổng )?số (?:lượng )?)?([^,;?]{2,40}?)(?: (?:là|có|được|khoảng))* (bao nhiêu|mấy)[ ?.]*$"
)
"""What is counted said before the word that asks: "lao động ở đó | bao nhiêu"."""


def of_those_before(query: Query, previous: Answer, library: Library, ask: Callable[[Query], Answer]) -> Answer | None:
    """The figure that goes on from the one told before, in its sentence, else what its plan tells; None where none went before."""
    if query.role != "value" or query.intent is not Intent.FACT or query.mentions or not query.pointer.empty:
        return None
    value = previous.values[0] if len(previous.values) == 1 else ""
    said = shown(query.typed)
    opens = _THOSE.of(query.typed).search(said) is not None
    if not any(map(str.isdigit, value)) or not (opens or _AT_THOSE.of(query.typed).search(said)):
        return None
    shorter = _UNSAID.of(query.typed).sub("", said)
    if how_many := _HOW_MANY_LAST.of(query.typed).match(shorter):
        shorter = f"{how_many[2]} {how_many[1]}"
    ways = (query,) if shorter == said else (query, understand(shorter, library, query.today))
    cited = {(one.file, Span(one.start, one.end)) for one in previous.citations}
    for entry in library.entries:
        file = library.plans[entry.plan].file
        there = any(file == name and any(map(span.overlaps, entry.spans)) for name, span in cited)
        if not there or entry.kind != "clause" or value not in entry.text:
            continue
        behind = behind_value(entry.text, value)
        if told := next((told for one in ways if (told := counted(one, behind))), ""):
            return quote(query, library, entry, told)
        return ask(replace(query, plans=frozenset({entry.plan}))) if opens else None
    return None
