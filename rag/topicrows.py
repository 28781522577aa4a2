"""Rows asked for by their matter and by no other word of a list: "chỉ tiêu về người cao tuổi trong biểu có gì"."""

from __future__ import annotations

import re
from typing import Final, Protocol

from rag.entries import Entry
from rag.library import Library
from rag.words import sound


class _Asking(Protocol):
    """What is read of a question (`rag.question.Query`)."""

    @property
    def spoken(self) -> str: ...


def _either(*words: str) -> str:
    return "|".join(sorted(map(sound, words), key=len, reverse=True))


_TOPIC: Final = re.compile(
    rf"\b(?:{_either('chỉ tiêu', 'nhiệm vụ', 'việc', 'đầu việc', 'hoạt động', 'nội dung')})"
    rf" (?:(?:nào|gì) )?(?:{_either('về', 'liên quan đến', 'liên quan tới')}) (?P<matter>\S+(?: \S+)*?)"
    rf"(?: (?:{_either('trong', 'ở', 'của', 'tại', 'theo', 'thuộc', 'năm')}) (?:\S+ )*?| )"
    rf"(?:{_either('có', 'gồm', 'bao gồm', 'gồm có')}) (?:{_either('những', 'các')} )?gi"
    rf"(?: (?:{_either('vậy', 'thế', 'nhỉ', 'ạ', 'hả')}))*$"
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
