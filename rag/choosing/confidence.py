"""How likely the best candidate is the one asked for: a logistic model over several signals.

One threshold on coverage refuses colloquial questions, whose words no plan prints, and answers near misses; several
signals together tell them apart. The coefficients are fitted by eval/fit.py on answered questions, on questions without
an answer, and on answered ones whose row was taken away.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise

from rag.corpus.library import Library
from rag.ranking.rank import Scored

CONSTANT = "constant"


def signals(
    library: Library,
    words: Mapping[str, float],
    ranked: Sequence[Scored],
    one: Scored,
    *,
    spoken: str,
    tells: bool,
    near: float | None,
) -> dict[str, float]:
    """What speaks for and against ``one`` of ``ranked``, by name.

    ``margin`` is the score above the best other row or clause of its plan elsewhere in it, ``behind`` the score below
    the best of all; ``elsewhere`` and ``strange`` the weight of words it lacks that other entries print and that none
    does, ``unmet`` the weight of what it lacks of ``spoken``, the question's sound form, that no entry at all prints side
    by side: the name of another thing; ``tells`` is whether it holds a value of the sort asked for; ``near`` is what the model adds (see `rag.ranking.evidence.standard`), None where it was not asked.
    """
    rivals = (other.score for other in ranked if other.entry.plan == one.entry.plan and _is_other(other, one))
    lacking = [(word, library.idf(word) * words.get(word, 0.0)) for word in one.missing]
    found = {
        "base": one.base,
        "coverage": one.coverage,
        "title": one.title,
        "own": one.own,
        "margin": one.score - next(rivals, 0.0),
        "behind": max(0.0, ranked[0].score - one.score),
        "tells": float(tells),
        "clause": float(one.entry.kind == "clause"),
        "elsewhere": math.log1p(sum(weight for word, weight in lacking if word in library.weights)),
        "strange": math.log1p(sum(weight for word, weight in lacking if word not in library.weights)),
        "unmet": math.log1p(_unmet(library, words, one, spoken)),
        "lexical": math.log1p(one.lexical),
        "per_word": one.lexical / max(1, len(words)),
    }
    return found if near is None else {**found, "near": near}


def _unmet(library: Library, words: Mapping[str, float], one: Scored, spoken: str) -> float:
    """The weight of neighbours in the question that the candidate lacks both and no entry prints as neighbours.

    Of everyday wordings a plan mostly prints one half or the other; of another thing ("cà phê" for "lúa") neither.
    """
    lacking, asked = set(one.missing), f" {spoken} "
    pairs = [(a, b) for a, b in pairwise(words) if {a, b} <= lacking and f" {a} {b} " in asked]
    strange = [word for pair in pairs if "_".join(pair) not in library.weights for word in pair]
    return sum(library.idf(word) * words[word] for word in strange)


def _is_other(other: Scored, one: Scored) -> bool:
    """Whether the two say different things in different places: a target in prose and its clause are one."""
    if other.entry.name == one.entry.name:
        return False
    return not any(a.overlaps(b) for a in other.entry.spans for b in one.entry.spans)


def probability(found: Mapping[str, float], coefficients: Mapping[str, float]) -> float:
    """The logistic of the weighed signals, 0 to 1; a signal that was not fitted yet counts nothing."""
    total = coefficients[CONSTANT] + sum(coefficients.get(name, 0.0) * value for name, value in found.items())
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
