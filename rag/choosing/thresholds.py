"""What decides between answering, refusing and telling apart."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Limits on how sure an answer must be.

    Below the probability ``answer`` of being the one asked for no candidate answers; above ``sure`` the embedding model
    is not asked. A row of another plan that covers within ``rival`` of the best, at ``rival_base`` of its words and ``rival_score`` of its score, makes a
    question ambiguous. The others are shares of the question's weight: ``coverage`` the least of a row that tells of
    money, ``report`` the least fit of a reporting duty, ``document`` of a cited document, ``outside`` of an entry that
    holds a sum of money or an address.
    """

    answer: float = 0.13
    sure: float = 0.65
    rival: float = 0.06
    rival_base: float = 0.93
    rival_score: float = 0.85
    coverage: float = 0.62
    report: float = 0.5
    document: float = 0.5
    outside: float = 0.48
