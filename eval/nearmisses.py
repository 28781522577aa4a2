"""Near misses made of answered questions: the thing asked about is put in another's place.

People ask for what a plan does not have in the words of what it has: "vùng cà phê phát thải thấp" of a plan that has
"vùng lúa". Written questions of that sort are few; the fit needs many.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Final
from zlib import crc32

from eval.cases import Case
from rag.answer import Status
from rag.corpus.entries import Entry
from rag.corpus.library import Library
from rag.language.words import has_accents, sound

_WORD: Final = re.compile(r"[^\W_]+")
_FILE: Final = "nearmisses.toml"


@cache
def _things() -> tuple[str, ...]:
    """Things that plans may be about, in two syllables or more."""
    source = (resources.files("eval") / _FILE).read_text(encoding="utf-8")
    things: list[str] = tomllib.loads(source)["things"]
    return tuple(things)


def near_miss(library: Library, case: Case, words: Mapping[str, float], right: Entry) -> Case | None:
    """The question with the two neighbouring words that tell most of the right row's name replaced by another thing.

    None where no two neighbours of it stand in the name, or only such as the head of the plan says.
    """
    described = library.profiles[right.plan].words
    name = f" {library.hear(right.name)} "
    best: tuple[float, int, int] | None = None
    for one, other in pairwise(_WORD.finditer(case.typed)):
        pair = (sound(one[0]), sound(other[0]))
        telling = all(words.get(word, 0.0) >= 1.0 and word not in described for word in pair)
        if telling and f" {' '.join(pair)} " in name:
            weight = library.idf("_".join(pair))
            best = max(best, (weight, one.start(), other.end())) if best else (weight, one.start(), other.end())
    if best is None:
        return None
    thing = _another(library, case, right)
    typed = f"{case.typed[: best[1]]}{thing}{case.typed[best[2] :]}"
    unanswered = {"q": typed, "status": Status.NOT_FOUND, "values": (), "items": None, "cites": ()}
    return case.model_copy(update=unanswered)


def _another(library: Library, case: Case, right: Entry) -> str:
    """A thing that the right row does not print, always the same for one question, typed as the question is."""
    text = f" {library.hear(right.text)} "
    others = [one for one in _things() if f" {sound(one)} " not in text]
    thing = others[crc32(case.id.encode()) % len(others)]
    if has_accents(case.typed):
        return thing
    bare = unicodedata.normalize("NFD", thing.replace("đ", "d"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))
