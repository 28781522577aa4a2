"""Fitting the ranking's weights and the confidence that decides whether to answer.

Every plan's questions are also judged by a fit that has not seen them, so that what is learnt from the words of one
plan shows as a loss. What is kept is the fit on all questions.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import numpy as np
from rich.console import Console
from rich.table import Table

from eval.cases import Type, load_files
from eval.examples import NAMES, Example, examples
from eval.fitting import Bools, Floats, logistic_coefficients, softmax_weights
from eval.sets import assign, default_questions, plan_sets
from eval.wording import FIT, FIT_COLUMNS, percent
from rag.answer import Status
from rag.choosing.confidence import CONSTANT, probability
from rag.ranking.fitted import Fitted, Weights, fitted, write
from rag.service import Service

_SCALE: Final = 10.0
"""Scores are differences of about .1; the softmax works on ten times as much."""
_START: Final = {"coverage": 0.5, "pair": 0.5, "lexical": 0.5}
"""Where the ranking begins and is drawn to: words count, sorts of entry do not."""
_RANKING_RIDGE: Final = 0.5
_REMOVED: Final = 0.7
"""What an answered question whose row was taken away counts beside one that nobody can answer."""
_MADE: Final = 0.15
"""What a near miss made of an answered question counts: all of them swap the same way, people do not."""
_TOGETHER: Final = 3
"""One in so many questions is also asked with the plans of all sets loaded."""
_THRESHOLDS: Final = (0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7)


@dataclass(frozen=True, slots=True)
class Guess:
    """What a fit thinks of one question: how sure it is of its first candidate, and whether that is right."""

    sure: float
    right: bool
    removed: bool
    unanswerable: bool
    made: bool


def fit_on(
    questions: list[Path],
    plan_folders: list[Path],
    make_service: Callable[[list[Path]], Service],
    *,
    today: date,
    console: Console,
    save: bool,
) -> Fitted:
    """Collect the examples of the question files (empty: the project's own) over each set of plans, and fit.

    Some questions are asked over all the plans together as well: the more plans, the more of a question's words some plan prints.

    Raises: UnreadableFile for a question file that cannot be used; whatever ``make_service`` raises.
    """
    files = load_files(questions or default_questions())
    found: list[Example] = []
    sets = [(plans, cases) for plans, cases in assign(files, plan_sets(plan_folders)).asked if cases]
    for plans, cases in sets:
        found += examples(make_service(list(plans.sources)), cases, today)
    if len(sets) > 1:
        every = make_service([source for plans, _ in sets for source in plans.sources])
        for _, cases in sets:
            found += examples(every, cases[::_TOGETHER], today)
    return fit_all(found, console, save=save)


def fit_all(examples: Sequence[Example], console: Console, *, save: bool) -> Fitted:
    """Fit on all examples, check with each plan left out in turn, tell both on ``console``; ``save`` keeps the fit."""
    groups = sorted({one.group for one in examples})
    guesses: list[Guess] = []
    table = Table(*FIT_COLUMNS, box=None, header_style="bold")
    for group in groups:
        inside = [one for one in examples if one.group == group]
        other = fit([one for one in examples if one.group != group])
        before, after = first_right(inside, fitted()), first_right(inside, other)
        table.add_row(group, str(sum(not one.made for one in inside)), percent(before), percent(after))
        guesses += [guess for one in inside for guess in _guesses(one, other)]
    console.print(table)
    _tell_curve(guesses, console)
    whole = fit(examples)
    if save:
        asked = sum(not one.made for one in examples)
        head = FIT["head"].format(questions=asked, made=len(examples) - asked, groups=len(groups))
        console.print(FIT["saved"].format(path=write(whole, head).name))
    return whole


def fit(examples: Sequence[Example]) -> Fitted:
    """The ranking first, then the confidence in what it puts first."""
    start = np.array([_START.get(name, 0.0) for name in NAMES]) * _SCALE
    questions = [(_matrix(one), _rights(one)) for one in examples if one.ranks]
    weights = softmax_weights(questions, start=start, ridge=_RANKING_RIDGE) / _SCALE
    rounded = np.round(weights, 4)
    return Fitted(
        Weights(**dict(zip(NAMES, rounded.tolist(), strict=True))),
        _confidence(examples, rounded, dense=False),
        _confidence(examples, rounded, dense=True),
    )


def _vector(ranking: Weights) -> Floats:
    return np.array([getattr(ranking, name) for name in NAMES])


def _matrix(one: Example) -> Floats:
    return np.array([candidate.row for candidate in one.candidates])


def _rights(one: Example) -> Bools:
    return np.array([candidate.right for candidate in one.candidates])


def _confidence(examples: Sequence[Example], weights: Floats, *, dense: bool) -> dict[str, float]:
    """Coefficients by signal; with ``dense`` from the questions that the model can be asked only."""
    found: list[tuple[dict[str, float], bool, float]] = []
    for one in examples:
        if dense and not one.embedded:
            continue
        first = one.signals(weights, dense=dense)
        rest = one.signals(weights, dense=dense, without_right=True) if one.ranks else None
        found += [(*first, _MADE if one.made else 1.0)] if first else []
        found += [(*rest, _REMOVED)] if rest else []
    names = list(found[0][0])
    rows = np.array([[values[name] for name in names] for values, _, _ in found])
    labels = np.array([float(right) for _, right, _ in found])
    coefficients = logistic_coefficients(rows, labels, np.array([weight for _, _, weight in found]))
    return dict(zip([*names, CONSTANT], np.round(coefficients, 4).tolist(), strict=True))


def first_right(examples: Sequence[Example], fit: Fitted) -> float | None:
    """The share of questions whose first candidate is right, of those that have a right one; None where none has."""
    weights = _vector(fit.ranking)
    able = [one for one in examples if one.ranks]
    firsts = [one.candidates[int(np.argmax(_matrix(one) @ weights))].right for one in able]
    return float(np.mean(firsts)) if firsts else None


def _guesses(one: Example, fit: Fitted) -> list[Guess]:
    weights = _vector(fit.ranking)
    dense = one.embedded
    coefficients = fit.dense if dense else fit.words
    unanswerable = not one.made and (one.case.status is Status.NOT_FOUND or one.case.type is Type.NOT_FOUND)
    found = []
    for removed in (False, True) if one.ranks else (False,):
        first = one.signals(weights, dense=dense, without_right=removed)
        if first:
            found.append(Guess(probability(first[0], coefficients), first[1], removed, unanswerable, one.made))
    return found


def _tell_curve(guesses: Sequence[Guess], console: Console) -> None:
    """For each threshold: right rows still answered, wrong rows, and refusals where nothing can be found."""
    table = Table(*FIT["curve"].split("|"), box=None, header_style="bold")
    for threshold in _THRESHOLDS:
        shares = [
            [guess.sure >= threshold for guess in guesses if guess.right],
            [guess.sure < threshold for guess in guesses if guess.unanswerable],
            [guess.sure < threshold for guess in guesses if guess.removed],
            [guess.sure < threshold for guess in guesses if guess.made],
        ]
        table.add_row(f"{threshold:.2f}", *(percent(float(np.mean(one))) if one else "–" for one in shares))
    console.print(table)
