"""A thing that the question names and the plan of the candidate nowhere prints: its row is of another thing.

Words scattered over a row cover half of a name by chance ("bệnh … án … điện tử" of a row on "sổ sức khỏe điện tử"), and
verbs and adjectives are said in many ways; a noun of the dictionary that a whole plan never prints is mostly a thing
that it does not speak of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Final

from index.nouns import compound_nouns
from rag.entries import Entry
from rag.library import Library
from rag.phrases import every_phrase
from rag.question import Query
from rag.synonyms import synonyms
from rag.words import sound, stop_heard

_SURE_ENOUGH: Final = 0.6
"""A candidate that fits so well is the one meant whatever one noun says."""
_NO_THINGS: Final = frozenset(
    tuple(sound(one).split())
    for one in (
        *("công tác", "hoạt động", "nội dung", "vấn đề", "tình hình", "trường hợp", "lĩnh vực", "khía cạnh", "chủ đề"),
        *("tỷ lệ", "tỉ lệ", "con số", "số lượng", "mức độ", "thời gian", "thời điểm", "thời hạn", "giai đoạn"),
        *("chú thích", "chú giải", "đoạn văn", "văn bản", "câu hỏi", "mục đích", "ý nghĩa", "lý do", "nguyên nhân"),
        *("cơ quan", "đơn vị", "bộ phận", "địa phương", "đồng chí", "cá nhân", "tập thể", "bà con", "ngành nghề"),
    )
)
"""Nouns that frame a question and name no thing of their own."""
_PLAIN_HEADS: Final = frozenset(
    map(sound, ("người", "lớp", "buổi", "cuộc", "chỗ", "nơi", "nhà", "tiền", "giờ", "ngày", "việc"))
)
"""First syllables that name by themselves what the next only narrows: a row of a "lớp dạy nghề" is of a "lớp học"."""


def names_strange_thing(
    query: Query, library: Library, entry: Entry, *, words: Mapping[str, float], sure: float
) -> bool:
    """Whether the question names a thing that the entry's plan prints nowhere, nor the entry another word for it.

    ``words`` is what the question is about, ``sure`` how surely the entry is meant. Told of questions typed with
    accents only: nouns are not told without.
    """
    if sure >= _SURE_ENOUGH or not query.words.accents or query.typed.isupper():
        return False
    return any(_strange(query, library, entry, words))


def _strange(query: Query, library: Library, entry: Entry, words: Mapping[str, float]) -> Iterator[tuple[str, ...]]:
    heard = f" {library.hear(entry.text)} "
    grams = entry.main | entry.context
    said = f" {query.words.outside((*query.mentions, *query.actors)).heard} "
    other: set[str] = set()
    for noun in compound_nouns(query.typed):
        parts = tuple(sound(noun).split())
        spoken = f" {' '.join(parts)} "
        if parts in _NO_THINGS or parts in _of_questions() or spoken not in said:
            continue
        if not _is_asked_about(parts, words) or _is_printed(library, spoken.strip(), entry.plan):
            continue
        other = other or {word for one in synonyms(query.words) if _printed(one.forms, heard) for word in one.words}
        plain = parts[0] in _PLAIN_HEADS and parts[0] in grams
        if not plain and not other.issuperset(parts) and not _is_variant(parts, grams):
            yield parts


def _is_asked_about(parts: tuple[str, ...], words: Mapping[str, float]) -> bool:
    """Whether the question is about the noun: a syllable of it alone may be a question word ("địa chính")."""
    telling = [words.get(part, 0.0) >= 1.0 for part in parts]
    return any(telling) and all(tells or part in stop_heard() for tells, part in zip(telling, parts, strict=True))


def _is_printed(library: Library, words: str, plan: int) -> bool:
    return library.prints(words, plan) or library.names_office(words, plan)  # in full or in short


def _printed(forms: tuple[tuple[str, ...], ...], heard: str) -> bool:
    return any(f" {' '.join(form)} " in heard for form in forms)


@cache
def _of_questions() -> frozenset[tuple[str, ...]]:
    """Neighbours in the phrases that questions are made of."""
    return frozenset(pair for phrase in every_phrase() for pair in pairwise(sound(phrase).split()))


def _is_variant(parts: tuple[str, ...], grams: frozenset[str]) -> bool:
    """Whether the row prints the noun with one letter of it otherwise ("hành chánh", "hành chính")."""
    for place, part in enumerate(parts):
        for gram in grams:
            other = gram.split("_")
            same = len(other) == len(parts) and all(
                (a == b) == (n != place) for n, (a, b) in enumerate(zip(parts, other, strict=True))
            )
            if (
                same
                and len(other[place]) == len(part)
                and sum(a != b for a, b in zip(part, other[place], strict=True)) == 1
            ):
                return True
    return False
