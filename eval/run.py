"""Asking a service every question of the question files and judging what comes back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from time import perf_counter

from rich.console import Console
from rich.progress import Progress

from eval.baseline import compare, load_baseline, store_baseline
from eval.cases import Case, Type, load_files
from eval.evaluation import Evaluation
from eval.html import write_html
from eval.losses import Loss, loss, retyped, total
from eval.metrics import judge
from eval.mutate import Way
from eval.outcome import Outcome, Ranking, Report, ServiceLike
from eval.report import print_evaluation, write_failures
from eval.retrieval import DEPTH
from eval.sets import BASELINE, Assignment, assign, default_questions, plan_sets
from rag.answer import Answer

Advance = Callable[[], object]
MakeService = Callable[[list[Path]], ServiceLike]


def run(
    service: ServiceLike,
    cases: Sequence[Case],
    today: date,
    *,
    search: bool = True,
    advance: Advance = lambda: None,
) -> Report:
    """Ask and judge ``cases`` in order; ``today`` holds where a case names no day of its own.

    Cases that name a plan the service has not loaded are counted as skipped. ``search`` also
    asks a service that shows its ranking for it; ``advance`` is called after each case.
    Latency is taken around ``ask``, after one unmeasured question, so that loading a model
    is not counted; neither is the question before a follow-up.
    """
    texts = {plan.file: plan.text for plan in service.plans()}
    able = [case for case in cases if case.files <= texts.keys()]
    if able:
        service.ask(able[0].typed, today=able[0].today or today)
    outcomes = []
    for case in able:
        answer, latency_ms = _ask(service, case, today)
        ranked = _rank(service, case) if search else None
        outcomes.append(Outcome(case, answer, judge(case, answer, texts), latency_ms, ranked))
        advance()
    return Report(tuple(outcomes), skipped=len(cases) - len(able))


def _ask(service: ServiceLike, case: Case, today: date) -> tuple[Answer, float]:
    """The answer and the milliseconds it took."""
    day = case.today or today
    previous = service.ask(case.prev, today=day) if case.prev else None
    start = perf_counter()
    answer = service.ask(case.typed, today=day, previous=previous)
    return answer, (perf_counter() - start) * 1000


def _rank(service: ServiceLike, case: Case) -> tuple[str, ...] | None:
    """What the search brings up; a follow-up says too little to be searched for alone."""
    if not isinstance(service, Ranking) or case.type is Type.FOLLOWUP:
        return None
    return tuple(service.rank(case.typed)[:DEPTH])


def evaluate(
    *,
    questions: list[Path],
    make_service: MakeService,
    plan_folders: list[Path],
    today: date,
    baseline: Path | None,
    save_baseline: bool,
    html: Path | None,
    failures: Path | None,
    mutate: bool,
    console: Console,
) -> int:
    """Judge the service, tell the result on ``console`` and return the exit code.

    ``questions`` empty means the project's own; ``plan_folders`` are plan folders (or files)
    besides the sample plans, absent ones are passed over. ``make_service`` gets the places of
    one set of plans and returns a service over just these: each set is asked alone. Questions
    on plans that are not there are skipped and counted. ``baseline`` None means the stored one.

    Exit codes: 0 done, 1 worse than the baseline beyond one question.
    Raises: UnreadableFile for a question file or baseline that cannot be used, naming file and
    line; whatever ``make_service`` and the service raise.
    """
    stored = baseline or BASELINE
    files = load_files(questions or default_questions())
    before = load_baseline(stored)
    report, losses = _ask_all(assign(files, plan_sets(plan_folders)), make_service, today, mutate=mutate)
    evaluation = Evaluation(report, None if before is None else compare(report, before), losses)
    print_evaluation(evaluation, console)
    if html:
        write_html(html, evaluation, today)
    if failures:
        write_failures(failures, report)
    if save_baseline:
        store_baseline(stored, report, (case.id for file in files for case in file.cases))
        return 0
    return int(evaluation.comparison is not None and evaluation.comparison.worse)


def _ask_all(
    assignment: Assignment, make_service: MakeService, today: date, *, mutate: bool
) -> tuple[Report, tuple[Loss, ...]]:
    """Ask each set of plans its own questions, retyped in every way as well if ``mutate``."""
    reports = [Report((), skipped=len(assignment.skipped))]
    losses: list[Loss] = []
    with _progress() as progress:
        for plans, cases in assignment.asked:
            if not cases:
                continue
            service = make_service(list(plans.sources))
            asked = run(service, cases, today, advance=_bar(progress, plans.name, len(cases)))
            reports.append(asked)
            if mutate:
                losses += _losses(service, asked, today, progress)
    return Report.of(reports), total(losses) if mutate else ()


def _losses(service: ServiceLike, asked: Report, today: date, progress: Progress) -> list[Loss]:
    cases = [one.case for one in asked.outcomes]
    losses: list[Loss] = []
    for way in Way:
        changed = retyped(cases, way)
        after = run(service, changed, today, search=False, advance=_bar(progress, way, len(changed)))
        losses.append(loss(way, asked.outcomes, after))
    return losses


def _bar(progress: Progress, name: str, size: int) -> Advance:
    """A new bar, and what moves it on by one question."""
    return partial(progress.advance, progress.add_task(name, total=size))


def _progress() -> Progress:
    """Bars on stderr, gone when done, silent when stderr is not a terminal."""
    console = Console(stderr=True)
    return Progress(console=console, transient=True, disable=not console.is_terminal)
