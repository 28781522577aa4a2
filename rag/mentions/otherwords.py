"""Words that only sound like a plan's place: "mức độ hài lòng" names no city of Hải Long."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from ingest.folding import tone_normal
from rag.corpus.library import Library
from rag.language.words import Stretch, has_accents, sound


def otherwise_marked(
    typed: str,
    tokens: Sequence[str],
    place: Stretch,
    library: Library,
    *,
    some: Callable[[Iterable[bool]], bool] = all,
) -> bool:
    """Whether every word of a place's name is typed with other marks (or ``any``), wherever the question has words that sound so.

    One slip leaves some word as it is; a name without marks is that of a hurried hand.
    """
    heard = " ".join(tokens[place.start : place.end])
    printed = tone_normal(library.place_names.get(heard, "")).split()
    words = tone_normal(typed).split()
    size = len(printed)
    said = [words[at : at + size] for at in range(len(words) - size + 1)] if size > 1 else []
    alike = [
        one for one in ([word.strip('?,.;:()"“”') for word in part] for part in said) if sound(" ".join(one)) == heard
    ]
    return bool(alike) and all(
        has_accents(" ".join(one)) and some(a.lower() != b.lower() for a, b in zip(one, printed, strict=True))
        for one in alike
    )
