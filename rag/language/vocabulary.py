"""The words of the loaded plans and of questions, and which of them stand side by side: what mending a question leans on."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from ingest.folding import fold, tone_normal

_CLAUSE: Final = re.compile(r"[.;:()\[\]{}\"“”?!|\n\t]|\s[-–+*•]\s")
"""What parts words that do not belong together; first letters are taken over a comma too ("CBCC")."""
_AND: Final = "và"
"""Left out of first letters."""
_SYLLABLE: Final = re.compile(r"[^\W\d_]+")
_PHRASE_WEIGHT: Final = 3
"""Phrases of questions are few beside a plan's text."""
_PART: Final = "|"
"""Stands between two clauses in a row of initials."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words in small letters and one tone placement.

    ``words`` counts them, ``forms`` gives those that fold to the same, ``asked`` holds the folded neighbour pairs of the
    phrases that questions are made of. ``behind`` counts each pair by its first word folded, ``ahead`` by its second.
    ``initials`` are the folded first letters of all printed syllables but "và" in their order, "|" for the end of a
    clause, and ``syllables`` what they are the first letters of.
    """

    words: Counter[str]
    forms: Mapping[str, tuple[str, ...]]
    asked: frozenset[tuple[str, str]]
    behind: Counter[tuple[str, str]]
    ahead: Counter[tuple[str, str]]
    initials: str
    syllables: tuple[str, ...]

    def beside(self, word: str, before: str, after: str) -> int:
        """How often ``word`` stands next to one of two neighbours, whichever way these are spelt."""
        return self.behind[fold(before), word] + self.ahead[word, fold(after)]

    def between(self, word: str, before: str, after: str, *, least: int) -> bool:
        """Whether ``word`` is printed behind the one neighbour and before the other; ``least`` times where one is none."""
        behind, ahead = self.behind[fold(before), word], self.ahead[word, fold(after)]
        if before and after:
            return bool(behind and ahead)
        return behind + ahead >= least

    def knows(self, word: str) -> bool:
        """Whether the word is printed or asked with, however it is spelt."""
        return fold(word) in self.forms

    def meant(self, letters: str) -> Iterator[tuple[str, str, str]]:
        """Each place where syllables with these first letters stand side by side: the words, and those around them."""
        folded, size = fold(letters), len(letters)
        for at in _occurrences(self.initials, folded):
            words = self.syllables[at : at + size]
            if all(letter != "đ" or word[0] == "đ" for letter, word in zip(letters, words, strict=True)):
                after = self.syllables[at + size : at + size + 1]
                yield " ".join(words), "".join(self.syllables[at - 1 : at]), "".join(after)


@lru_cache(maxsize=1024)
def _occurrences(text: str, part: str) -> tuple[int, ...]:
    """Every place of ``part`` in ``text``, those among them that overlap."""
    found: list[int] = []
    at = text.find(part)
    while at >= 0:
        found.append(at)
        at = text.find(part, at + 1)
    return tuple(found)


def vocabulary_of(texts: Iterable[str], asked: Sequence[str], other: Iterable[str]) -> Vocabulary:
    """The vocabulary of plans' texts, of the phrases that questions are made of and of ``other`` phrases."""
    words: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    syllables: list[str] = []
    for text in texts:
        for clause in _CLAUSE.split(tone_normal(text)):
            found = _SYLLABLE.findall(clause)
            words.update(found)
            pairs.update(pairwise(found))
            syllables += [*(word for word in found if word != _AND), _PART]
    for phrase in (*asked, *other):
        said = _SYLLABLE.findall(tone_normal(phrase))
        words.update(said * _PHRASE_WEIGHT)
        pairs.update([*pairwise(said)] * _PHRASE_WEIGHT)
    forms: dict[str, list[str]] = defaultdict(list)
    behind: Counter[tuple[str, str]] = Counter()
    ahead: Counter[tuple[str, str]] = Counter()
    for word in words:
        forms[fold(word)].append(word)
    for (one, next_one), count in pairs.items():
        behind[fold(one), next_one] += count
        ahead[one, fold(next_one)] += count
    return Vocabulary(
        words=words,
        forms={folded: tuple(same) for folded, same in forms.items()},
        asked=frozenset(pair for phrase in asked for pair in pairwise(fold(phrase).split())),
        behind=behind,
        ahead=ahead,
        initials="".join(fold(syllable[0]) for syllable in syllables),
        syllables=tuple(syllables),
    )
