"""A row called by its name, or by a long stretch of it: what these words say elsewhere ("phối hợp", "của tỉnh") they do not say here."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from ingest.folding import fold
from ingest.plan import SectionKind
from ingest.units import unit_key
from rag.corpus.entries import Entry
from rag.corpus.library import Library, once
from rag.language.words import read_words

_WORD: Final = re.compile(r"[^\W_]+")
_FEWEST: Final = 6
"""Words of a name that nobody types but to name the row."""
_FIRST: Final = 3
_BEGINNING: Final = 8
"""Words from the beginning of a name, or but a few after it, that are typed for no other reason either."""
_OFFICES: Final = frozenset(fold("quan vị ai bên nào sở phòng ngành").split())
_WITH: Final = ("phoi", "hop")
"""Behind an office they ask for a column ("cơ quan phối hợp …"), even where a row's name begins so."""
_GROUP: Final = "nhom"
_NUMBERING: Final = re.compile(r"^(?:(?:[ivxlc]+|\d+|[a-e]) )(?=\S+ )")
_STANDING_FOR: Final = "chuyện này"

Named = tuple[int, int]
"""Where a name begins and ends, in characters of a text or in tokens of a question."""


@once
def row_names(library: Library) -> Sequence[tuple[Entry, str]]:
    """Tasks, and rows of annexes with targets, with the words of their names, abbreviations written out, folded."""
    rows = (one for one in library.entries if one.kind == "task" or (one.kind == "target" and one.annex))
    return [(one, plain_words(library.expander.expand(one.name))) for one in rows]


@once
def _names(library: Library) -> Mapping[tuple[str, ...], Sequence[tuple[str, ...]]]:
    """The words of the rows' names, folded, by the first of them; the longest names first."""
    found: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for entry, name in row_names(library):
        words = tuple(name.split())
        if unit_key(entry.name) in library.units:
            continue  # an office may ask for its work
        if len(words) >= _FEWEST:
            found[words[:_FIRST]].add(words)
    return {first: sorted(names, key=len, reverse=True) for first, names in found.items()}


@once
def _beginnings(library: Library) -> Mapping[tuple[str, ...], Sequence[tuple[str, ...]]]:
    """What the rows' names say from one of their first words on, by the stretch that it begins with, folded."""
    found: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for same in _names(library).values():
        for name in same:
            for at in range(min(_FIRST, len(name) - _BEGINNING + 1)):
                found[name[at : at + _BEGINNING]].append(name[at:])
    return found


def named_mostly(text: str, library: Library) -> Named | None:
    """The stretch of ``text`` that is the name of a row, whole, or begins as one does; None where none is."""
    words = list(_WORD.finditer(fold(text)))
    said = tuple(one[0] for one in words)
    start, end = named_whole(text, library) or _begun(words, said, library) or (0, 0)
    before = [one for one in words if one.end() <= start]
    asks = before and before[-1][0] in _OFFICES and said[len(before) : len(before) + len(_WITH)] == _WITH
    start = words[len(before) + len(_WITH)].start() if asks else start
    return (start, end) if end else None


def _begun(words: Sequence[re.Match[str]], said: tuple[str, ...], library: Library) -> Named | None:
    beginnings = _beginnings(library)
    for at in range(len(said) - _BEGINNING + 1):
        names = beginnings.get(said[at : at + _BEGINNING])
        if names:
            end = at + max(_shared(said[at:], name) for name in names)
            start = at + (said[at - 1 : at + 1] == _WITH)  # "cơ quan phối | hợp đồng …"
            return words[start].start(), words[end - 1].end()
    return None


def _shared(said: Sequence[str], name: Sequence[str]) -> int:
    """How many words both begin with."""
    pairs = enumerate(zip(said, name, strict=False))
    return next((n for n, (one, other) in pairs if one != other), min(len(said), len(name)))


def named_whole(text: str, library: Library) -> Named | None:
    """The stretch of ``text`` that is the name of a row, whole; None where none is."""
    words = list(_WORD.finditer(fold(text)))
    said = [one[0] for one in words]
    for at in range(len(said) - _FEWEST + 1):
        for name in _names(library).get(tuple(said[at : at + _FIRST]), ()):
            if tuple(said[at : at + len(name)]) == name:
                return words[at].start(), words[at + len(name) - 1].end()
    return None


def plain_words(text: str) -> str:
    """The words of a name as names are compared: folded, a space between."""
    return " ".join(_WORD.findall(fold(text)))


def masked(text: str, named: Named, *, accents: bool) -> str:
    """The text with two words in place of the name, without accents where the question was typed so."""
    words = _STANDING_FOR if accents else fold(_STANDING_FOR)
    return f"{text[: named[0]]}{words}{text[named[1] :]}"


_CALLED: Final = 3
"""First words of a heading that call it."""
_NUMERAL: Final = re.compile(r"[ivxlc]+|\d+|[a-e]")


@once
def _headings(library: Library) -> frozenset[str]:
    """The headings of groups of rows, without their numbering, folded; those of one word name nothing."""
    heads = (
        _NUMBERING.sub("", plain_words(library.expander.expand(section.heading)))
        for plan in library.plans
        for section in plan.sections
        if section.kind is SectionKind.GROUP
    )
    return frozenset(one for one in heads if " " in one)


@once
def _heads_begun(library: Library) -> frozenset[str]:
    """The first words of the headings of groups, three or more of them."""
    words = [heading.split() for heading in _headings(library)]
    return frozenset(" ".join(one[:size]) for one in words for size in range(_CALLED, len(one)))


def group_named(text: str, library: Library) -> Named | None:
    """The longest stretch of ``text`` behind "nhóm", or "nhóm III", that is the heading of a group of rows or begins one; None where none is."""
    words = list(_WORD.finditer(fold(text)))
    said = [one[0] for one in words]
    starts = [at + 1 for at, word in enumerate(said) if word == _GROUP]
    starts += [at + 1 for at in starts if at < len(said) and _NUMERAL.fullmatch(said[at])]
    for named in (_headings(library), _heads_begun(library)):
        for at in starts:
            for end in range(len(said), at + 1, -1):
                if " ".join(said[at:end]) in named:
                    return words[at].start(), words[end - 1].end()
    return None


def tokens_of(text: str, named: Named) -> Named:
    """The name as tokens of the question read from ``text``."""
    before = len(read_words(text[: named[0]]).tokens)
    return before, before + len(read_words(text[named[0] : named[1]]).tokens)
