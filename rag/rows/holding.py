"""The rows of a list that hold the words which no condition has used up."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Final

from rag.corpus.entries import Entry, sections_over
from rag.corpus.library import Library
from rag.language.words import sound
from rag.query.duesaid import printing_time
from rag.query.issuedresults import DOCUMENTS, GIVES
from rag.query.question import Query
from rag.rows.groups import group_name, named_groups, named_heading
from rag.rows.leftover import leftover
from rag.rows.resultthings import word_for_word

_CLASSIFIERS: Final = frozenset(map(sound, ("lớp", "khóa", "buổi", "đợt", "cuộc", "lượt")))
"""What people count and rows leave out: "lớp tập huấn" is called "Tập huấn …"."""
_LESSONS: Final = frozenset(map(sound, ("lớp", "khóa")))
_TAUGHT: Final = tuple(map(sound, ("tập huấn", "bồi dưỡng", "đào tạo", "huấn luyện", "lớp", "khóa")))
"""What rows are called that people call a class: "lớp nào tới hạn"; no other classifier tells by itself what it counts."""
_VERB: Final = 2
"""Syllables that may stand before what a row's name says it is ("Tổ chức | tập huấn")."""
_CELLS: Final = ("value", "lead", "support", "result", "due", "note")
_FEW: Final = 4
_ALONE: Final = 3
"""One in so many words may stand apart from its neighbours."""
_ALL: Final = 0.99
_MOST: Final = 0.75
"""A row must hold all words; where none does, three quarters by weight of four or more."""
_COLUMNS: Final = (
    (
        "result",
        re.compile(rf"\bcet qua\b|\b(?:san pham|dau ra) (?:\w+ ){{0,3}}?(?:la|dang)\b|\b{GIVES} (?:{DOCUMENTS})\b"),
    ),
    ("value", re.compile(r"\b(?:phai )?dat (?:muc )?\d|\b(?:bang|muc) \d")),
)
"""Sound forms of words that say which column the rest of the question is about."""
TOPIC: Final = re.compile(
    r"\b(?:nhiem vu|viec|cong viec|chi tieu|hoat dong|noi dung)(?: (?:nao|gi))? (?:(?:lien quan|noi|nhac|de cap) (?:ve|den|toi)|ve)"
    r" (\S+(?: \S+)*?)(?= (?:khong|ha|a|vai|the|nhi|cua|o|chong|tai|thuoc|theo|do|ma|thi|da|can|phai|co)\b|$)"
)
"""Sound form of the matter that rows are asked about: "có nhiệm vụ nào về … không"."""


def holding(found: list[Entry], query: Query, library: Library) -> list[Entry]:
    """The rows that hold what was quoted, else what is left of the question."""
    if query.quoted and not (len(query.quoted) == 1 and named_groups(query, library)):
        return _with_the_rest(_quoting(found, query, library), query, library)
    words = leftover(query, library, found)
    column = _column(query)
    if not words:
        return word_for_word(found, query, column) if column == "result" else found
    if words.keys() <= _LESSONS and (lessons := [one for one in found if _is_lesson(one, library)]):
        return lessons
    shares = [(one, library.cover(words, _own_words(library, one, column))) for one in found]
    all_held = [one for one, share in shares if share >= _ALL]
    bare = {word: weight for word, weight in words.items() if word not in _CLASSIFIERS}
    if not all_held and len(bare) > 1 and len(bare) < len(words):
        held = [one for one in found if library.cover(bare, _own_words(library, one, column)) >= _ALL]
        all_held = _called_so(held, " ".join(bare), library)
    if not all_held and not bare and (query.pointer.ordinal or query.nouns):
        return found  # parts of a numbered row, which people count as lessons or meetings, or rows called so
    held = all_held or [one for one, share in shares if share >= _MOST and len(words) >= _FEW]
    held = _on_topic(held, query, library)
    held = [one for one in held if _prints_alone(one, words, query, library)] or held
    if column:
        return word_for_word(held, query, column)
    return _side_by_side(held, list(words), query, library) if len(words) < _FEW else held


def _called_so(found: list[Entry], noun: str, library: Library) -> list[Entry]:
    """Of the rows that hold what is counted ("lớp | tập huấn") those whose names begin with it, without those over others."""
    size = len(noun.split()) + _VERB
    named = [one for one in found if f" {noun} " in f" {' '.join(library.hear(one.name).split()[:size])} "]
    over = {(one.plan, one.parent) for one in named}
    return [one for one in named if (one.plan, one.locator) not in over] or found


def _is_lesson(one: Entry, library: Library) -> bool:
    """Whether the row's name begins with teaching, maybe behind a verb ("Tổ chức tập huấn …", "Mở lớp …")."""
    begins = f" {' '.join(library.hear(one.name).split()[: 2 + _VERB])} "
    return any(f" {noun} " in begins for noun in _TAUGHT)


def _prints_alone(one: Entry, words: Mapping[str, float], query: Query, library: Library) -> bool:
    """Whether a side column of the row prints several of the words and nothing else ("xã hội hóa")."""
    said = (library.hear(cell.text) for _, cell in one.other if cell.text)
    return any(
        " " in cell and f" {cell} " in f" {query.spoken} " and len(set(cell.split()) & set(words)) > 1 for cell in said
    )


def _side_by_side(found: list[Entry], words: list[str], query: Query, library: Library) -> list[Entry]:
    """The rows that print the words as the question joins them: most stand beside a neighbour of theirs.

    Two syllables that a row holds far apart ("bóng" here, "đá" there) are not the word asked for.
    """
    asked = f" {query.spoken} "
    pairs = [(one, other) for one, other in pairwise(words) if f" {one} {other} " in asked]
    joined = {word for pair in pairs for word in pair}
    if not pairs and not query.words.accents:
        return _by_neighbours(found, words, query, library)
    best = [one for one in found if all(_prints(one, pair, library) for pair in pairs)]
    if best or not pairs:
        return best or found
    held = [one for one in found if _beside(one, pairs, library) >= len(joined) - len(joined) // _ALONE]
    return held or [one for one in found if all(_heads(one, pair, library) for pair in pairs)]


def _by_neighbours(found: list[Entry], words: list[str], query: Query, library: Library) -> list[Entry]:
    """Of the rows those that print a word next to its neighbour in the question, where some do.

    Typed without accents the other syllable of a word may sound like one that says nothing ("nuoc | ngoai").
    """
    tokens = query.words.heard.split()
    pairs = [pair for pair in pairwise(tokens) if not set(words).isdisjoint(pair)]
    return [one for one in found if any(_prints(one, pair, library) for pair in pairs)] or found


def _on_topic(found: list[Entry], query: Query, library: Library) -> list[Entry]:
    """Of the rows those that print the matter behind "về" as it is said: half of its neighbours beside each other.

    Typed without accents most of its syllables sound like words that say nothing, which no row must hold.
    """
    said = TOPIC.search(query.spoken)
    named = [query.words.part(one.start, one.end) for one in query.mentions if one.kind == "topic"]
    of_plan = said is not None and any(said[1].startswith(one) for one in named)
    pairs = list(pairwise(said[1].split())) if said and not of_plan and not named_heading(query, library) else []
    return [one for one in found if 2 * sum(_prints(one, pair, library) for pair in pairs) >= len(pairs)]


def _beside(entry: Entry, pairs: list[tuple[str, str]], library: Library) -> int:
    """How many of the words the row prints beside a neighbour of theirs."""
    return len({word for pair in pairs if _prints(entry, pair, library) for word in pair})


def _prints(entry: Entry, pair: tuple[str, str], library: Library) -> bool:
    """Whether a cell of the row, or what stands over it, has the two words next to each other."""
    places = (entry.annex, f"{entry.annex}/{entry.group}")
    over = (section.heading for section in library.plans[entry.plan].sections if section.locator in places)
    cells = (entry.field(name).text for name in _CELLS)
    texts = (entry.name, *cells, *(cell.text for _, cell in entry.other), *over)
    return any(f" {' '.join(pair)} " in f" {library.hear(text)} " for text in texts)


def _heads(entry: Entry, pair: tuple[str, str], library: Library) -> bool:
    """Whether the row of prose, or a heading over it, has the two words next to each other."""
    sections = () if entry.annex else sections_over(library.plans[entry.plan], entry.locator)
    over = any(f" {' '.join(pair)} " in f" {library.hear(one.heading)} " for one in sections)
    return over or _prints(entry, pair, library)


def _with_the_rest(found: list[Entry], query: Query, library: Library) -> list[Entry]:
    """Of the rows with what was quoted those that hold the words beside it too, where some do."""
    quoted = set(" ".join(map(library.hear, query.quoted)).split())
    words = {word: weight for word, weight in leftover(query, library, found).items() if word not in quoted}
    held = [one for one in found if library.cover(words, _own_words(library, one, "")) >= _MOST] if words else []
    return held or found


def _quoting(found: list[Entry], query: Query, library: Library) -> list[Entry]:
    """Rows with every quoted phrase; quoted words about time are those of the deadline or the note."""
    wanted = [f" {library.hear(words)} " for words in query.quoted]
    if query.flags & {"continuous", "whole_year"}:
        return printing_time(found, query, lambda printed: all(words in f" {printed} " for words in wanted))
    if _column(query) == "result":
        texts = [f" {library.hear(one.field('result').text)} " for one in found]
    else:
        texts = [f" {library.hear(one.text)} {group_name(library, one)} " for one in found]
    return [one for one, text in zip(found, texts, strict=True) if all(words in text for words in wanted)]


def _column(query: Query) -> str:
    """The column that a list question's leftover words must stand in, "" for anywhere in the row."""
    named = next((name for name, pattern in _COLUMNS if pattern.search(query.spoken)), "")
    if named != "result" and not query.actors and re.search(r"\bphoi hop\b", query.spoken):
        return "support"
    return "" if named == "value" and query.kind != "target" else named


def _own_words(library: Library, entry: Entry, column: str) -> set[str]:
    # A target may tell its value in its name and leave the column blank or have none.
    text = entry.field(column).text or (entry.name if column == "value" else "") if column else entry.text
    words = {*library.hear(text).split(), *sound(text).split()}
    return words if column else words.union(group_name(library, entry).split(), entry.context)
