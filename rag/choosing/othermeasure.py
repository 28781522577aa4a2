"""Another measure of the same thing: of those hurt in accidents, where a target is of those killed, and the plan tells the two apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from rag.choosing.strangethings import SURE_ENOUGH, names_strange_thing
from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.language.synonyms import synonyms
from rag.language.words import shared_first
from rag.query.question import Query

_LONGEST: Final = 3
"""Syllables that the one measure has and the other has not."""
_AROUND: Final = 4
"""Syllables in common on both sides of these, at the least."""
_Words = tuple[str, ...]


def is_of_another(query: Query, library: Library, entry: Entry, *, words: Mapping[str, float], sure: float) -> bool:
    """Whether the entry is of another thing than the question, by a thing it names or by what is measured of it."""
    if sure >= SURE_ENOUGH:
        return False
    other = names_strange_thing(query, library, entry, words=words, sure=sure)
    return other or _measures_another(query, library, entry, words)


def _measures_another(query: Query, library: Library, entry: Entry, words: Mapping[str, float]) -> bool:
    """Whether a target has other words amid those of the question, which its plan tells apart from the question's.

    "Tỷ lệ hộ | cận | nghèo" is not the target "Tỷ lệ hộ nghèo" where the plan prints "hộ cận nghèo" besides; "số người |
    bị thương | do tai nạn" not that of "số người | chết | do tai nạn" where one of its clauses tells both.
    """
    if entry.kind != "target" or query.role not in ("value", ""):
        return False
    own = tuple(library.hear(entry.name).split())
    held = set(library.hear(entry.text).split())
    for printed, said, pair in _otherwise(own, tuple(query.words.heard.split())):
        telling = [word for word in said if words.get(word, 0.0) >= 1.0]
        if not telling or not held.isdisjoint(telling) or _are_one(query, printed, said):
            continue
        if not printed and library.prints(" ".join((pair[0], *said, pair[1])), entry.plan):
            return True
        if printed and library.prints(" ".join(said), entry.plan) and _told_apart(library, entry.plan, printed, said):
            return True
    return False


def _otherwise(own: _Words, asked: _Words) -> Iterator[tuple[_Words, _Words, tuple[str, str]]]:
    """What a row has and the question has instead, between words in common, and the two words right around."""
    for at in range(1, len(own)):
        for place in range(1, len(asked)):
            before = shared_first(own[at - 1 :: -1], asked[place - 1 :: -1])
            if not before or (own[at] == asked[place]):
                continue
            for end in range(at, min(at + _LONGEST, len(own) - 1) + 1):
                for stop in range(place + 1, min(place + _LONGEST, len(asked) - 1) + 1):
                    behind = shared_first(own[end:], asked[stop:])
                    if behind and before + behind >= _AROUND:
                        yield own[at:end], asked[place:stop], (own[at - 1], own[end])


def _are_one(query: Query, printed: _Words, said: _Words) -> bool:
    """Whether the list of synonyms knows one as the other."""
    forms = (form for one in synonyms(query.words) if set(one.words) & set(said) for form in one.forms)
    return any(set(form) & set(printed) for form in forms)


def _told_apart(library: Library, plan: int, printed: _Words, said: _Words) -> bool:
    """Whether one clause of the plan prints both."""
    both = [f" {' '.join(words)} " for words in (printed, said)]
    clauses = (f" {library.hear(one.text)} " for one in library.entries if one.plan == plan and one.kind == "clause")
    return any(all(one in clause for one in both) for clause in clauses)
