"""The arithmetic of the fit: what is learnt from rows whose truth is known."""

from __future__ import annotations

import numpy as np
import pytest

from eval.fitting import logistic_coefficients, softmax_weights


def test_the_ranking_learns_which_signal_tells_the_right_candidate() -> None:
    random = np.random.default_rng(7)
    questions = []
    for _ in range(60):
        rows = random.normal(size=(8, 3))
        right = np.zeros(8, dtype=bool)
        right[int(np.argmax(rows[:, 1]))] = True
        questions.append((rows, right))
    weights = softmax_weights(questions, start=np.zeros(3), ridge=0.5)
    firsts = [right[int(np.argmax(rows @ weights))] for rows, right in questions]
    assert abs(weights[1]) > 5 * max(abs(weights[0]), abs(weights[2]))
    assert np.mean(firsts) > 0.9


def test_without_anything_to_learn_the_ranking_stays_where_it_began() -> None:
    start = np.array([1.0, -2.0])
    alike = [(np.ones((4, 2)), np.array([True, False, False, False]))]
    assert softmax_weights(alike, start=start, ridge=0.5) == pytest.approx(start)


def test_the_confidence_finds_the_odds_it_was_drawn_from() -> None:
    random = np.random.default_rng(3)
    rows = random.normal(size=(20_000, 2)) * [1.0, 10.0] + [0.0, 5.0]
    odds = 1.5 * rows[:, 0] - 0.2 * rows[:, 1] + 0.5
    labels = (random.random(len(rows)) < 1 / (1 + np.exp(-odds))).astype(float)
    found = logistic_coefficients(rows, labels, np.ones(len(rows)))
    assert found == pytest.approx([1.5, -0.2, 0.5], abs=0.12)


def test_an_example_that_weighs_nothing_teaches_nothing() -> None:
    rows = np.array([[0.0], [1.0], [2.0], [3.0]] * 10)
    labels = (rows[:, 0] > 1.5).astype(float)
    lying = np.concatenate((labels, 1 - labels))
    weighed = logistic_coefficients(np.vstack((rows, rows)), lying, np.repeat([1.0, 0.0], len(rows)))
    assert weighed == pytest.approx(logistic_coefficients(rows, labels, np.ones(len(rows))), rel=1e-3)
