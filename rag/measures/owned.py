"""Which of the figures of one sentence is whose: "80% số trạm … và 100% cơ sở …", "tỷ lệ … đạt 22%, tỷ lệ … đạt 12%"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Final

from rag.corpus.library import Library
from rag.query.question import Query

_PARTING: Final = re.compile(r"[;:]|,(?!\d)|\s(?:và|còn|riêng)\s|\.\s")
_CLOSES: Final = re.compile(r"\s*(?:[,;.):]|$|(?:và|còn|trở lên|so với|vào năm|trong năm)\b)")
"""What stands behind a figure whose thing is named before it."""
_FADE: Final = 0.85
"""How much less each word of the question tells than the one before: what is counted is named first."""
_CLEARLY: Final = 1.05


def owned_parts(text: str, figures: Sequence[tuple[int, int]]) -> list[str]:
    """The parts of ``text`` each of which tells of one figure, in order; figures that nothing parts stay together."""
    edges = [0]
    for one, other in itertools.pairwise(figures):
        joints = list(_PARTING.finditer(text, one[1], other[0]))
        if joints:
            # What closes a part with its figure is parted right behind it, what opens one right before.
            edges.append((joints[0] if _CLOSES.match(text, one[1]) else joints[-1]).end())
    return [text[start:end] for start, end in zip(edges, [*edges[1:], len(text)], strict=True)]


def part_asked(query: Query, library: Library, parts: Sequence[str]) -> str:
    """The part that names what the question counts, by its first words the more; "" where none does clearly."""
    words = list(query.words.content())
    weights = {word: library.idf(word) * _FADE**place for place, word in enumerate(words)}
    felt = []
    for part in parts:
        own = set(library.hear(part).split())
        felt.append(sum(weight for word, weight in weights.items() if word in own))
    best, *others = sorted(felt, reverse=True) if felt else [0.0]
    return parts[felt.index(best)] if others and best > others[0] * _CLEARLY else ""
