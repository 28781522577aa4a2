"""Plans named by what their heads print: the document that one carries out, and the initials of its sort."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ingest.folding import fold
from ingest.plan import Plan
from rag.corpus.library import Library, once
from rag.language.words import Words, sound
from rag.query.question import Query

_KINDS: Final = "|".join(
    map(sound, ("nghị quyết", "quyết định", "nghị định", "chỉ thị", "kết luận", "thông tư", "chương trình", "luật"))
)
_DOCUMENT: Final = re.compile(
    rf" ((?:{_KINDS})(?: so)? \d+)(?: (?:nq|qd|nd|ct|kl|ctr)(?: (?:tw|tu|cp|ttg|ttgcp|hdnd|ubnd|qh\d*))?)?(?= )"
)
"""Sound form of a document by its number, "nghị quyết 12", "quyết định số 34", with or without its letters."""
_MATTER: Final = re.compile(
    rf"\b(?:{'|'.join(map(sound, ('liên quan', 'nói', 'nhắc', 'đề cập')))}) (?:\S+ )?(?:{_KINDS})\b"
)
"""The document is what the rows asked for speak of."""
_INITIALS: Final = re.compile(r"\b[A-ZĐ]{2,6}\b")


def named_documents(query: Query) -> tuple[str, ...]:
    """The documents that the question names by number, as they sound, with "số" left out."""
    spoken = f" {query.spoken} "
    return tuple(_plain(match[1]) for match in _DOCUMENT.finditer(spoken))


def carrying_out(query: Query, library: Library) -> frozenset[int]:
    """The plans whose titles print a document that the question names, else, where no row prints it, whose legal bases do."""
    wanted = () if _MATTER.search(query.spoken) else named_documents(query)
    scope = query.plans if query.plans is not None else frozenset(range(len(library.plans)))
    titled = frozenset(n for n in scope if any(f" {one} " in _titles(library)[n] for one in wanted))
    if titled or not wanted:
        return titled
    rows = (one for one in library.entries if one.kind != "clause" and one.plan in scope)
    if any(f" {name} " in f" {_plain(library.hear(one.text))} " for one in rows for name in wanted):
        return frozenset()
    return frozenset(n for n in scope if any(f" {one} " in _bases(library)[n] for one in wanted))


def without_documents(words: Words, query: Query, library: Library) -> Words:
    """The words without the documents and initials that only tell which plan is meant."""
    plans = carrying_out(query, library)
    if plans:
        words = words.drop_matches(_DOCUMENT)
    scope = plans or query.plans or frozenset()
    heads = [_folded_heads(library)[n] for n in scope]
    for letters in _INITIALS.findall(query.typed) if not query.typed.isupper() else ():
        if any(_begin(fold(letters), head) for head in heads):
            words = words.drop((sound(letters),))
    return words


def _begin(letters: str, words: list[str]) -> bool:
    """Whether words side by side begin with the letters."""
    return letters in "".join(word[0] for word in words)


def _plain(document: str) -> str:
    return re.sub(r" so (?=\d)", " ", document).strip()


@once
def _titles(library: Library) -> Sequence[str]:
    """The heads of each plan and of its annexes, as they sound, "số" before a number left out."""
    return [f" {_plain(sound(_heads(plan)))} " for plan in library.plans]


@once
def _folded_heads(library: Library) -> Sequence[list[str]]:
    """The words of the same, folded."""
    return [fold(_heads(plan)).split() for plan in library.plans]


def _heads(plan: Plan) -> str:
    heads = (one.text for one in plan.clauses if one.locator == "Tiêu đề" or one.locator.endswith("/tiêu đề"))
    return " ".join((plan.header.title or "", *heads))


@once
def _bases(library: Library) -> Sequence[str]:
    """What each plan rests on, in the same form."""
    texts = (" ".join(basis.text for basis in plan.header.legal_bases) for plan in library.plans)
    return [f" {_plain(sound(text))} " for text in texts]
