"""What a clause says by its label that it tells: "Thời gian: …" tells when, "Kinh phí: …" from what money."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from rag.entries import Entry
from rag.question import Query
from rag.subjects import MARKER
from rag.words import sound

_WHERE: Final = re.compile(
    rf"\b(?:{sound('ở')}|{sound('tại')}) (?:{sound('đâu')}|{sound('địa điểm')})\b|\b{sound('địa điểm')}\b"
)
_MONEY: Final = re.compile(
    rf"\b(?:{sound('kinh phí')}|{sound('nguồn')} (?:\S+ )?(?:{sound('tiền')}|{sound('vốn')}|nao)|{sound('tiền')})\b"
)
_LABELS: Final = {
    "due": re.compile(r"(?i)(?:thời gian|thời hạn|thời điểm|tiến độ)\b[^:.;]{0,60}:"),
    "money": re.compile(r"(?i)(?:nguồn )?kinh phí\b[^:.;]{0,60}:"),
    "where": re.compile(r"(?i)địa điểm\b[^:.;]{0,60}:"),
}


def labels_asked(query: Query) -> list[re.Pattern[str]]:
    """The labels with which clauses open that tell what the question asks for."""
    asked = ["due"] if query.role == "due" else []
    asked += ["money"] if _MONEY.search(query.spoken) else []
    asked += ["where"] if _WHERE.search(query.spoken) else []
    return [_LABELS[name] for name in asked]


def is_labelled(entry: Entry, labels: Sequence[re.Pattern[str]]) -> bool:
    """Whether a clause opens with one of the labels."""
    if not labels or entry.clause is None:
        return False
    text = entry.clause.text
    return any(_opens(text, label) for label in labels)


@lru_cache(maxsize=65536)  # of the clauses, which are asked again with every question
def _opens(text: str, label: re.Pattern[str]) -> bool:
    return label.match(MARKER.sub("", text)) is not None
