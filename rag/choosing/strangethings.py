"""A thing that the question names and the plan of the candidate nowhere prints: its row is of another thing.

Words scattered over a row cover half of a name by chance ("bệnh … án … điện tử" of a row on "sổ sức khỏe điện tử"), and
verbs and adjectives are said in many ways; a noun of the dictionary that a whole plan never prints is mostly a thing
that it does not speak of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Final

from index.nouns import compound_nouns, compound_predicates, plain_nouns
from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.language.phrases import every_phrase
from rag.language.synonyms import synonyms
from rag.language.words import either, question_words, sound
from rag.query.question import Query

SURE_ENOUGH: Final = 0.6
"""A candidate that fits so well is the one meant whatever one noun says."""
_ASKED_FOR: Final = 0.3
"""The share of the question's weight that is the thing asked for; what weighs less is said beside it ("tài khoản [ngân hàng]")."""
_NO_THINGS: Final = frozenset(
    tuple(sound(one).split())
    for one in (
        *("công tác", "hoạt động", "nội dung", "vấn đề", "tình hình", "trường hợp", "lĩnh vực", "khía cạnh", "chủ đề"),
        *("tỷ lệ", "tỉ lệ", "con số", "số lượng", "mức độ", "thời gian", "thời điểm", "thời hạn", "giai đoạn"),
        *("chú thích", "chú giải", "đoạn văn", "văn bản", "câu hỏi", "mục đích", "ý nghĩa", "lý do", "nguyên nhân"),
        *("cơ quan", "đơn vị", "bộ phận", "địa phương", "đồng chí", "cá nhân", "tập thể", "bà con", "ngành nghề"),
        *("vai trò", "trách nhiệm", "nhiệm vụ"),
    )
)
"""Nouns that frame a question and name no thing of their own."""
_SHARE: Final = re.compile(rf"\b(?:{either('tỷ lệ', 'phần trăm', 'mức độ', 'chỉ số')})\b")
_SHARE_OF: Final = re.compile(rf"\b{sound('tỷ lệ')} (\S+ \S+(?: \S+)?)")
"""Of whom or what a share is."""
_PLAIN_HEADS: Final = frozenset(
    map(sound, ("người", "lớp", "buổi", "cuộc", "chỗ", "nơi", "nhà", "tiền", "giờ", "ngày", "việc"))
)
"""First syllables that name by themselves what the next only narrows: a row of a "lớp dạy nghề" is of a "lớp học"."""


def names_strange_thing(
    query: Query, library: Library, entry: Entry, *, words: Mapping[str, float], sure: float
) -> bool:
    """Whether the question names a thing that the entry's plan prints nowhere, nor the entry another word for it.

    ``words`` is what the question is about, ``sure`` how surely the entry is meant. Nouns are told by a tagger, in
    a question without accents by the dictionary.
    """
    if sure >= SURE_ENOUGH:
        return False
    return (
        _of_others(query, library, entry)
        or any(strange_things(query, library, entry, words))
        or _shares_strangely(query, library, entry)
    )


def _shares_strangely(query: Query, library: Library, entry: Entry) -> bool:
    """Whether the share is asked for of those that do or are what the entry's plan nowhere says: "tỷ lệ người dân hài lòng"."""
    said = _SHARE.search(query.spoken) if query.role == "value" and not query.typed.isupper() else None
    if said is None:
        return False
    behind = query.spoken[said.end() :]
    heard = f" {library.hear(entry.text)} "
    other = {word for one in synonyms(query.words) if _printed(one.forms, heard) for word in one.words}
    for one in map(sound, compound_predicates(query.typed)):
        parts = tuple(one.split())
        if f" {one} " in f"{behind} " and parts not in _of_questions() and not library.prints(one, entry.plan):
            return not other.issuperset(parts)
    return False


def _of_others(query: Query, library: Library, entry: Entry) -> bool:
    """Whether the share is asked of some, told by a noun right behind "tỷ lệ", and the entry tells that of others."""
    if query.role != "value" or query.typed.isupper() or not _SHARE_OF.search(query.spoken):
        return False
    asked, told = _those(query.typed, query.spoken), _those(entry.text, sound(entry.text))
    heard = library.hear(entry.text)
    if not asked or not told or asked in _NO_THINGS or asked in _of_questions() or set(asked) & set(heard.split()):
        return False
    other = {word for one in synonyms(query.words) if _printed(one.forms, f" {heard} ") for word in one.words}
    return not other.issuperset(asked)


def _those(text: str, spoken: str) -> tuple[str, ...]:
    """The noun right behind "tỷ lệ", or with one word between ("tỷ lệ hộ | gia đình"), as it sounds; () without one."""
    found = _SHARE_OF.search(spoken)
    nouns = {tuple(sound(one).split()) for one in compound_nouns(text)} if found else set()
    words = found[1].split() if found else []
    return next((two for two in pairwise(words) if two in nouns), ())


def strange_things(
    query: Query, library: Library, entry: Entry, words: Mapping[str, float]
) -> Iterator[tuple[str, ...]]:
    """The things, as they sound, that the question names and the entry's plan prints nowhere; none of one in capitals."""
    if query.typed.isupper():
        return
    heard = f" {library.hear(entry.text)} "
    grams = entry.main | entry.context
    said = f" {query.words.outside((*query.mentions, *query.actors)).heard} "
    other: set[str] = set()
    nouns = list(_nouns(query, library, entry.plan))
    for parts in nouns:
        spoken = " ".join(parts)
        if parts in _NO_THINGS or parts in _of_questions() or f" {spoken} " not in said:
            continue
        # What narrows a thing is said right behind it: "bảo hiểm | y tế".
        named = next((parts + behind for behind in nouns if f" {spoken} {' '.join(behind)} " in said), parts)
        asked = _share(library, named, {word: words[word] for word in words if f" {word} " in said}) >= _ASKED_FOR
        asked = asked and _is_asked_about(parts, words, query.words.typed_forms())
        if not asked or _is_printed(library, spoken, entry.plan):
            continue
        other = other or {word for one in synonyms(query.words) if _printed(one.forms, heard) for word in one.words}
        plain = parts[0] in _PLAIN_HEADS and parts[0] in grams
        if not plain and not other.issuperset(parts) and not _is_variant(parts, grams):
            yield parts


def _nouns(query: Query, library: Library, plan: int) -> Iterator[tuple[str, ...]]:
    """Nouns as they sound, none that begins and ends within words of the plan ("chủ [chì | bố] chí").

    Without accents it is enough that one end of it does ("so hóa | phục] vụ").
    """
    accents, heard = query.words.accents, [token.heard for token in query.words.tokens]
    for noun in (compound_nouns if accents else plain_nouns)(query.typed):
        parts = sound(noun).split()
        size = len(parts)
        at = next((n for n in range(len(heard) - size + 1) if heard[n : n + size] == parts), None)
        if at is None:
            continue
        ends = [" ".join(heard[n : n + 2]) for n in (at - 1, at + size - 1) if 0 <= n < len(heard) - 1]
        cut = [library.prints(two, plan) for two in ends]
        if not (len(cut) > 1 and all(cut) if accents else any(cut)):
            yield tuple(parts)


def _share(library: Library, parts: tuple[str, ...], words: Mapping[str, float]) -> float:
    weighed = {word: library.idf(word) * weight for word, weight in words.items()}
    return sum(weighed.get(part, 0.0) for part in parts) / (sum(weighed.values()) or 1.0)


def _is_asked_about(parts: tuple[str, ...], words: Mapping[str, float], spelt: Mapping[str, str]) -> bool:
    """Whether the question is about the noun: a syllable of it alone, as ``spelt``, may be a question word ("địa chính")."""
    telling = [words.get(part, 0.0) >= 1.0 for part in parts]
    common = [spelt.get(part, part) in _asking() for part in parts]
    return any(telling) and all(one or other for one, other in zip(telling, common, strict=True))


@cache
def _asking() -> frozenset[str]:
    return frozenset(question_words())


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
    noun = "_".join(parts)
    alike = (gram for gram in grams if len(gram) == len(noun) and gram.count("_") == noun.count("_"))
    return any(sum(a != b for a, b in zip(noun, gram, strict=True)) == 1 for gram in alike)
