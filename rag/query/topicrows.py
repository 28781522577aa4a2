"""Rows asked for by their matter and by no other word of a list: "chỉ tiêu về người cao tuổi trong biểu có gì"."""

from __future__ import annotations

import re
from typing import Final, Protocol

from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.language.words import either


class _Asking(Protocol):
    """What is read of a question (`rag.query.question.Query`)."""

    @property
    def spoken(self) -> str: ...


_TOPIC: Final = re.compile(
    rf"\b(?:{either('chỉ tiêu', 'nhiệm vụ', 'việc', 'đầu việc', 'hoạt động', 'nội dung')})"
    rf" (?:(?:nào|gì) )?(?:{either('về', 'liên quan đến', 'liên quan tới')}) (?P<matter>\S+(?: \S+)*?)"
    rf"(?: (?:{either('trong', 'ở', 'của', 'tại', 'theo', 'thuộc', 'năm')}) (?:\S+ )*?| )"
    rf"(?:{either('có', 'gồm', 'bao gồm', 'gồm có')}) (?:{either('những', 'các')} )?gi"
    rf"(?: (?:{either('vậy', 'thế', 'nhỉ', 'ạ', 'hả')}))*$"
)
"""Sound form of a question that ends in what there is about a matter."""


def asks_topic(spoken: str) -> bool:
    """Whether the rows about a matter are asked for: one of them answers as little as one of a list."""
    return _TOPIC.search(spoken) is not None


def on_matter(rows: list[Entry], query: _Asking, library: Library) -> list[Entry]:
    """Of the rows those whose names say the matter as the question does, where some do: words of titles are told by all rows."""
    said = _TOPIC.search(query.spoken)
    matter = f" {said['matter']} " if said else ""
    return [row for row in rows if matter and matter in f" {library.hear(row.name)} "] or rows
