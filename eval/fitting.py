"""The arithmetic of the fit: a softmax over the candidates of a question, and a logistic regression; numpy only.

Both are convex with a small ridge, solved by Newton's method from a fixed start, so that the same questions give the
same coefficients everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

_STEPS: Final = 100
_LONGEST_STEP: Final = 3.0
"""The most that a coefficient changes in one step: the first ones would overshoot."""
_CLOSE: Final = 1e-6


def softmax_weights(questions: Sequence[tuple[Floats, Bools]], *, start: Floats, ridge: float) -> Floats:
    """Weights under which the right candidates' share of each question's softmax is largest.

    Each question is a matrix (candidates, signals) and which of its candidates are right, at least one. ``ridge`` pulls
    towards ``start``, which the weights are also begun from.
    """
    weights = start.copy()
    for _ in range(_STEPS):
        slope = -ridge * (weights - start)
        bend = np.eye(len(weights)) * ridge
        for rows, right in questions:
            share = np.exp(rows @ weights - (rows @ weights).max())
            share /= share.sum()
            good = np.where(right, share, 0.0)
            good /= good.sum()
            slope += rows.T @ (good - share)
            centred = rows - share @ rows
            bend += (centred * share[:, None]).T @ centred
        step = np.linalg.solve(bend, slope)
        longest = float(np.abs(step).max())
        weights = weights + step * min(1.0, _LONGEST_STEP / max(longest, _CLOSE))
        if longest < _CLOSE:
            break
    return weights


def logistic_coefficients(rows: Floats, labels: Floats, sample_weights: Floats, *, ridge: float = 1.0) -> Floats:
    """Coefficients of each signal, the constant last, for rows (examples, signals) and labels 0 or 1.

    Signals are scaled to unit spread while fitting, so that one ridge suits all; what is returned is for raw signals.
    """
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    x = np.column_stack(((rows - mean) / spread, np.ones(len(rows))))
    penalty = np.eye(x.shape[1]) * ridge
    penalty[-1, -1] = 0.0
    b = np.zeros(x.shape[1])
    for _ in range(_STEPS):
        p = 1.0 / (1.0 + np.exp(-x @ b))
        slope = x.T @ (sample_weights * (labels - p)) - penalty @ b
        step = np.linalg.solve((x * (sample_weights * p * (1 - p))[:, None]).T @ x + penalty, slope)
        b = b + step
        if np.abs(step).max() < _CLOSE:
            break
    raw = b[:-1] / spread
    return np.append(raw, b[-1] - raw @ mean)
