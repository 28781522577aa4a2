"""Words of two syllables that everybody knows: what differs from one of them by its marks alone was likely misread.

Tesseract takes some marks for others every time ("Sổ tay" for "Số tay"), so that a document teaches itself the error;
only what is known of the language from elsewhere can tell.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from itertools import pairwise

from ingest.syllables import is_syllable, tones_apart

Pair = tuple[str, str]


def folded(word: str) -> str:
    """A word in small letters without its marks."""
    apart = unicodedata.normalize("NFD", word.lower().replace("đ", "d"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _sound(word: str) -> str:
    """A small-letter word with its tone after it, so that "hoá" and "hóa" are one."""
    return "".join(tones_apart(word))


@cache
def phrases() -> tuple[str, ...]:
    """Phrases of official Vietnamese, in small letters, that tell tone marks apart."""
    return tuple(_listed("phrases.txt"))


def _listed(name: str) -> Iterator[str]:
    """The entries of a list, apart by commas or lines."""
    source = (resources.files("ingest") / "data" / name).read_text(encoding="utf-8")
    lines = (line for line in source.splitlines() if not line.startswith("#"))
    return (entry.strip() for line in lines for entry in line.split(",") if entry.strip())


@cache
def _pairs() -> tuple[frozenset[Pair], dict[Pair, frozenset[Pair]]]:
    """All known pairs of syllables, and those that are alike but for their marks."""
    known = frozenset(
        pair for entry in (*phrases(), *_listed("compounds.txt")) for pair in pairwise(map(_sound, entry.split()))
    )
    alike: defaultdict[Pair, set[Pair]] = defaultdict(set)
    for one, other in known:
        alike[folded(one), folded(other)].add((one, other))
    return known, {marks: frozenset(pairs) for marks, pairs in alike.items()}


@cache
def _syllables() -> tuple[frozenset[str], frozenset[str]]:
    """The syllables of all known words, and the same without their marks."""
    known = frozenset(syllable for pair in _pairs()[0] for syllable in pair)
    known |= frozenset(map(_sound, _listed("syllables.txt")))
    return known, frozenset(map(folded, known))


def is_known_pair(before: str, word: str) -> bool:
    """Whether two syllables as they are make a known word, or a part of one."""
    return (_sound(before.lower()), _sound(word.lower())) in _pairs()[0]


def is_misread(before: str, word: str, after: str, *, named: bool = False) -> bool:
    """Whether other marks would make a bare word and a neighbour a known word, which they are not as they stand.

    So it is, too, with a syllable that no known word has, where other marks make one that some have; ``named``: it is
    written as a name, of which nothing is known.
    """
    known, _ = _pairs()
    before, sound, after = _sound(before), _sound(word), _sound(after)
    if (before, sound) in known or (sound, after) in known:
        return False
    if any(other != sound for other in _others(before, sound, after)):
        return True
    syllables, alike = _syllables()
    return not named and is_syllable(word) and sound not in syllables and folded(word) in alike


def _others(before: str, word: str, after: str) -> Iterable[str]:
    """What stands in the word's place in the known pairs that keep a neighbour as it is."""
    _, alike = _pairs()
    marks = folded(word)
    yield from (other for one, other in alike.get((folded(before), marks), ()) if one == before)
    yield from (one for one, other in alike.get((marks, folded(after)), ()) if other == after)


def is_known(before: str, word: str, after: str) -> bool:
    """Whether a bare word makes a known word with a neighbour, and no other marks would make another one there."""
    known, _ = _pairs()
    before, sound, after = _sound(before), _sound(word), _sound(after)
    if (before, sound) not in known and (sound, after) not in known:
        return False
    return all(other == sound for other in _others(before, sound, after))
