"""How well the search behind the answers brings up the places that hold them (ir-measures)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import ir_measures
from ir_measures import RR, R, nDCG

from eval.outcome import Outcome

DEPTH = 100
"""How many places of each ranking are kept for measuring."""

MEASURES = (nDCG @ 10, R @ 1, R @ 5, R @ 10, R @ 50, RR)
LABELS = {"nDCG@10": "nDCG@10", "RR": "MRR"} | {f"R@{k}": f"recall@{k}" for k in (1, 5, 10, 50)}


def retrieval(outcomes: Iterable[Outcome]) -> tuple[tuple[str, float], ...]:
    """Mean of each measure over the outcomes with a ranking; empty when there is none.

    Every place that the case names counts as relevant, all equally.
    """
    judged = [one for one in outcomes if one.ranked is not None and one.case.relevant]
    if not judged:
        return ()
    qrels = {one.case.id: dict.fromkeys(one.case.relevant, 1) for one in judged}
    found = {one.case.id: _scores(one.ranked or ()) for one in judged}
    means = ir_measures.calc_aggregate(MEASURES, qrels, found)
    return tuple((LABELS[str(measure)], float(means[measure])) for measure in MEASURES)


def _scores(ranked: Sequence[str]) -> dict[str, float]:
    """Falling scores for a ranking, best first; a place that comes twice counts once."""
    places = list(dict.fromkeys(ranked))[:DEPTH]
    return {place: float(len(places) - rank) for rank, place in enumerate(places)}
