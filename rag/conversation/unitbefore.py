"""A follow-up that points to the office just told: "Thế đơn vị đó báo cáo cho ai?"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from ingest.folding import fold
from ingest.units import starts_like_unit
from rag.answer import Answer, Status
from rag.corpus.library import Library
from rag.query.question import Query, understand

_OFFICE: Final = (
    "đơn vị|cơ quan|văn phòng|bộ phận|đầu mối|trung tâm|chi cục|bên|nơi|chỗ"
    "|(?<!quốc )(?<!văn )(?<!dự )phòng|(?<!cơ )sở|(?<!cán )(?<!nội )(?<!đồng )bộ|(?<!môi )(?<!thị )trường"
)
"""None of them the end of another word: "cơ sở này", "nhiệm vụ đó"."""
_SAID: Final = re.compile(rf"(?i)(?<!\w)(?:{_OFFICE}) (?:đó|này|ấy|đấy|kia|vừa nêu|vừa nói)(?!\w)")
_SAID_PLAIN: Final = re.compile(rf"(?i)\b(?:{fold(_OFFICE)}) (?:do|nay|ay|day|kia|vua neu|vua noi)\b")


def of_unit_before(query: Query, previous: Answer, library: Library) -> Query | None:
    """The question with the one office told before named in it, asked of the plan that told it; None where none is pointed to."""
    pointed = (_SAID if query.words.accents else _SAID_PLAIN).search(query.typed)
    files = {one.file for one in previous.citations}
    if pointed is None or previous.status is not Status.ANSWERED or len(previous.values) != 1 or len(files) != 1:
        return None
    office = previous.values[0]
    if query.mentions or query.actors or not starts_like_unit(office):
        return None
    typed = f"{query.typed[: pointed.start()]}{office}{query.typed[pointed.end() :]}"
    return replace(understand(typed, library, query.today), plans=library.numbers(files))
