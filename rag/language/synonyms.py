"""Other words for the same thing: what people say and plans print differently (data/synonyms.tsv).

A question in the asker's own words ("trả tiền qua mạng") holds few words of the row it means ("thanh toán trực tuyến").
Each phrase of the question that the list knows brings the words that plans print for it; an entry that prints one of
these counts as holding most of the phrase.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from ingest.folding import tone_normal
from rag.language.spelling import is_syllable
from rag.language.words import Words, sound

_FILE: Final = "synonyms.tsv"


@dataclass(frozen=True, slots=True)
class Synonym:
    """A phrase of a question and the other forms that plans print for it, all as sound-form syllables."""

    words: tuple[str, ...]
    forms: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class _Lines:
    """The list by how a phrase is written, one tone placement, and by how it sounds.

    ``sizes`` are the lengths in syllables, longest first, of the phrases that begin with a syllable of either spelling.
    """

    written: Mapping[tuple[str, ...], tuple[tuple[str, ...], ...]]
    heard: Mapping[tuple[str, ...], tuple[tuple[str, ...], ...]]
    sizes: Mapping[str, Sequence[int]]


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    """Each line as the phrase that people say and those that plans print for it."""
    source = (resources.files("rag") / "data" / _FILE).read_text(encoding="utf-8")
    lines = (line for line in source.splitlines() if line.strip() and not line.startswith("#"))
    return tuple((said, *printed.split(";")) for said, printed in (line.split("\t") for line in lines))


@cache
def _lines() -> _Lines:
    written: dict[tuple[str, ...], tuple[tuple[str, ...], ...]] = {}
    heard: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for said, *printed in _rows():
        forms = tuple(tuple(sound(form).split()) for form in printed)
        written[tuple(tone_normal(said).split())] = forms
        heard[tuple(sound(said).split())] += forms
    sizes: dict[str, set[int]] = defaultdict(set)
    for phrase in (*written, *heard):
        sizes[phrase[0]].add(len(phrase))
    longest_first = {first: sorted(each, reverse=True) for first, each in sizes.items()}
    return _Lines(written, {said: tuple(forms) for said, forms in heard.items()}, longest_first)


def every_synonym() -> tuple[str, ...]:
    """Every phrase of the list as it is written, people's and plans' alike."""
    return tuple(part for line in _rows() for part in line)


def synonyms(words: Words) -> tuple[Synonym, ...]:
    """The phrases of a question that have other forms, from left to right, the longest first at each place.

    A word typed with accents is met as it is written. Without accents only phrases of several syllables are met, and
    what is no syllable ("camera"): a single one may be too many words.
    """
    return tuple(_found(words))


def _found(words: Words) -> Iterator[Synonym]:
    lines, at = _lines(), 0
    while at < len(words.tokens):
        first = words.tokens[at].typed if words.accents else words.tokens[at].heard
        size = next((n for n in lines.sizes.get(first, ()) if _forms(words, at, n)), 0)
        if size:
            yield Synonym(tuple(one.heard for one in words.tokens[at : at + size]), _forms(words, at, size))
        at += size or 1


def _forms(words: Words, at: int, size: int) -> tuple[tuple[str, ...], ...]:
    """What the ``size`` words from ``at`` on are also called; empty when nothing else."""
    tokens = words.tokens[at : at + size]
    if len(tokens) < size:
        return ()
    if words.accents:
        return _lines().written.get(tuple(one.typed for one in tokens), ())
    return (
        _lines().heard.get(tuple(one.heard for one in tokens), ())
        if size > 1 or not is_syllable(tokens[0].typed)
        else ()
    )
