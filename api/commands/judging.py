"""``eval``: the judge."""

# ruff: noqa: PLC0415  imports inside functions are the point of this module

from __future__ import annotations

from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from api.commands.opening import load, opened_service, screen, settings_of, today_of
from api.commands.options import (
    Baseline,
    EvalPlans,
    Failures,
    Fit,
    Html,
    Mutate,
    Questions,
    SaveBaseline,
    SaveFit,
    Today,
)

if TYPE_CHECKING:
    from api.settings import Settings
    from rag.service import Service


def evaluate(
    questions: Questions = None,
    *,
    plans: EvalPlans = None,
    today: Today = None,
    baseline: Baseline = None,
    save_baseline: SaveBaseline = False,
    html: Html = None,
    failures: Failures = None,
    mutate: Mutate = False,
    fit: Fit = False,
    save_fit: SaveFit = False,
) -> None:
    """Judge the answers on question files; exit code 1 when they are worse than the baseline."""
    from eval.run import evaluate as judge

    settings = settings_of()
    if fit or save_fit:
        _fit(settings, questions or [], plans or [], today_of(today), save=save_fit)
        return
    with ExitStack() as opened:
        code = judge(
            questions=questions or [],
            make_service=lambda places: opened.enter_context(opened_service(settings, places)),
            plan_folders=plans or [],
            today=today_of(today),
            baseline=baseline,
            save_baseline=save_baseline,
            html=html,
            failures=failures,
            mutate=mutate,
            console=screen(),
        )
    raise typer.Exit(code)


def _fit(settings: Settings, questions: list[Path], plans: list[Path], today: date, *, save: bool) -> None:
    from api import wiring
    from api.loading import plan_files
    from eval.fit import fit_on

    with ExitStack() as opened:

        def service(places: list[Path]) -> Service:
            return opened.enter_context(wiring.temporary_service(settings, load(plan_files(places)).plans))

        fit_on(questions, plans, service, today=today, console=screen(), save=save)
