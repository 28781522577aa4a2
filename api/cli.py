"""The ``roviec`` command: a thin skin over reading files and over the service.

``parse``, ``text`` and ``--help`` stay light: whatever needs an index, a model, a server or the judge
is imported by the command that uses it.
"""

# ruff: noqa: PLC0415  imports inside functions are the point of this module

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api import wording
from api.terminal import RoviecCommand, RoviecGroup, complain
from ingest.errors import WrongUse

if TYPE_CHECKING:
    from rich.console import Console

    from api.batch import Line
    from api.loading import Loaded
    from api.service import Asked
    from api.settings import Settings
    from rag.answer import Answer
    from rag.service import Service

app = typer.Typer(
    cls=RoviecGroup,
    help=wording.APP,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def _root() -> None:
    """Make Typer keep the commands in a group."""


Files = Annotated[list[Path], typer.Argument(metavar=wording.FILE_MARK, help=wording.FILES_HELP)]
File = Annotated[Path, typer.Argument(metavar=wording.FILE_MARK, help=wording.FILE_HELP)]
Paths = Annotated[list[Path], typer.Argument(metavar=wording.PATH_MARK, help=wording.PATHS_HELP)]
Json = Annotated[bool, typer.Option("--json", help=wording.JSON_HELP)]
Data = Annotated[Path | None, typer.Option("--data", metavar=wording.DIR_MARK, help=wording.DATA_HELP)]
Today = Annotated[str | None, typer.Option("--today", metavar=wording.DAY_MARK, help=wording.TODAY_HELP)]
Question = Annotated[str | None, typer.Argument(metavar=wording.QUESTION_MARK, help=wording.QUESTION_HELP)]
Batch = Annotated[Path | None, typer.Option("--batch", metavar=wording.FILE_MARK, help=wording.BATCH_HELP)]
AskPlans = Annotated[list[Path] | None, typer.Option("--plans", metavar=wording.PATH_MARK, help=wording.ASK_PLANS_HELP)]
Explain = Annotated[bool, typer.Option("--explain", help=wording.EXPLAIN_HELP)]
PlanName = Annotated[str, typer.Argument(metavar=wording.FILE_MARK, help=wording.PLAN_NAME_HELP)]
Host = Annotated[str | None, typer.Option("--host", metavar=wording.HOST_MARK, help=wording.HOST_HELP)]
Port = Annotated[
    int | None, typer.Option("--port", metavar=wording.PORT_MARK, min=0, max=65535, help=wording.PORT_HELP)
]
Questions = Annotated[list[Path] | None, typer.Argument(metavar=wording.FILE_MARK, help=wording.QUESTIONS_HELP)]
EvalPlans = Annotated[
    list[Path] | None, typer.Option("--plans", metavar=wording.PATH_MARK, help=wording.EVAL_PLANS_HELP)
]
Baseline = Annotated[Path | None, typer.Option("--baseline", metavar=wording.FILE_MARK, help=wording.BASELINE_HELP)]
SaveBaseline = Annotated[bool, typer.Option("--save-baseline", help=wording.SAVE_HELP)]
Html = Annotated[Path | None, typer.Option("--html", metavar=wording.FILE_MARK, help=wording.HTML_HELP)]
Failures = Annotated[Path | None, typer.Option("--failures", metavar=wording.FILE_MARK, help=wording.FAILURES_HELP)]
Fit = Annotated[bool, typer.Option("--fit", help=wording.FIT_HELP)]
SaveFit = Annotated[bool, typer.Option("--save-fit", help=wording.SAVE_FIT_HELP)]
Mutate = Annotated[bool, typer.Option("--mutate", help=wording.MUTATE_HELP)]


@app.command(cls=RoviecCommand, help=wording.PARSE)
def parse(files: Files, *, as_json: Json = False) -> None:
    """Read plan files and print what they hold."""
    from api.loading import Unread, read_each

    failed = False
    for one in read_each(files):
        if isinstance(one, Unread):
            complain(str(one.error))
            failed = True
        elif as_json:
            from api.records import json_line, plan_record

            _emit(json_line(plan_record(one)))
        else:
            from api import display

            display.plan(_console(), one)
    if failed:
        raise typer.Exit(2)


@app.command(cls=RoviecCommand, help=wording.TEXT)
def text(file: File) -> None:
    """Print the canonical text of one file."""
    from ingest.read import read_plan

    _emit(read_plan(file).text.removesuffix("\n"))


@app.command(cls=RoviecCommand, help=wording.INGEST)
def ingest(paths: Paths, data: Data = None) -> None:
    """Add or update plans in the library."""
    from api import display, wiring
    from api.loading import plan_files

    settings = _settings(data=data)
    loaded = _load(plan_files(paths))
    report = wiring.ingest(settings, loaded.plans)
    display.ingest_report(_console(), loaded, report)
    if loaded.unread:
        raise typer.Exit(2)


@app.command(cls=RoviecCommand, help=wording.ASK)
def ask(
    question: Question = None,
    *,
    as_json: Json = False,
    batch: Batch = None,
    plans: AskPlans = None,
    data: Data = None,
    today: Today = None,
    explain: Explain = False,
) -> None:
    """Answer one question or a file of them."""
    settings = _settings(data=data)
    day = _today(today)
    asked = _questions(question, batch, settings.max_question)
    with _service(settings, plans) as service:
        if not service.plans():
            raise WrongUse(wording.EMPTY_LIBRARY)
        for line in asked[:1]:  # so that no answer's time counts the loading of a model
            service.ask(line.question, today=day)
        for line in asked:
            if explain:
                complain(service.explain(line.question, today=day))
            _show(service.ask(line.question, today=day), line, as_json=as_json)


@app.command(cls=RoviecCommand, help=wording.PLANS)
def plans(data: Data = None) -> None:
    """List the plans of the library."""
    from api import display

    with _service(_settings(data=data), None) as service:
        listed = service.plans()
    if listed:
        display.library(_console(), listed)
    else:
        complain(wording.EMPTY_LIBRARY)


@app.command(cls=RoviecCommand, help=wording.REMOVE)
def remove(file: PlanName, data: Data = None) -> None:
    """Take one plan out of the library."""
    from api import wiring

    if not wiring.remove(_settings(data=data), file):
        raise WrongUse(wording.NO_SUCH_PLAN.format(file=file))
    complain(wording.REMOVED.format(file=file))


@app.command(cls=RoviecCommand, help=wording.SERVE)
def serve(data: Data = None, *, host: Host = None, port: Port = None) -> None:
    """Serve the pages and the API until stopped."""
    from api import serving, wiring

    settings = _settings(data=data, host=host, port=port)
    with wiring.library_service(settings) as service:
        serving.serve(service, settings, lambda url: complain(wording.SERVING.format(url=url)))


@app.command("eval", cls=RoviecCommand, help=wording.EVAL)
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

    settings = _settings()
    if fit or save_fit:
        _fit(settings, questions or [], plans or [], _today(today), save=save_fit)
        return
    with ExitStack() as opened:
        code = judge(
            questions=questions or [],
            make_service=lambda places: opened.enter_context(_service(settings, places)),
            plan_folders=plans or [],
            today=_today(today),
            baseline=baseline,
            save_baseline=save_baseline,
            html=html,
            failures=failures,
            mutate=mutate,
            console=_console(),
        )
    raise typer.Exit(code)


def _fit(settings: Settings, questions: list[Path], plans: list[Path], today: date, *, save: bool) -> None:
    from api import wiring
    from api.loading import plan_files
    from eval.fit import fit_on

    with ExitStack() as opened:

        def service(places: list[Path]) -> Service:
            return opened.enter_context(wiring.temporary_service(settings, _load(plan_files(places)).plans))

        fit_on(questions, plans, service, today=today, console=_console(), save=save)


def _settings(**chosen: object) -> Settings:
    from api.settings import load

    return load(**chosen)


def _today(text: str | None) -> date:
    """The day that was chosen, or today's."""
    from api.service import today_in_vietnam

    if text is None:
        return today_in_vietnam()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise WrongUse(wording.BAD_DAY.format(text=text)) from error


def _questions(question: str | None, batch: Path | None, limit: int) -> Sequence[Line]:
    """What is to be asked: the one question, or the lines of the batch."""
    from api.batch import Line, read_batch
    from api.service import typed

    if question is not None and batch is not None:
        raise WrongUse(wording.ASK_ONE)
    if batch is not None:
        return read_batch(batch, limit)
    if question is None:
        raise WrongUse(wording.ASK_WHAT)
    return (Line(None, typed(question, limit)),)


@contextmanager
def _service(settings: Settings, paths: list[Path] | None) -> Iterator[Asked]:
    """The library's service, or one over a temporary library made from ``paths``."""
    from api import wiring
    from api.loading import plan_files

    if not paths:
        with wiring.library_service(settings) as service:
            yield service
        return
    loaded = _load(plan_files(paths))
    if not loaded.plans:
        raise typer.Exit(2)
    with wiring.temporary_service(settings, loaded.plans) as service:
        yield service


def _load(files: Sequence[Path]) -> Loaded:
    """Read the files; say which could not be read and why."""
    from api.loading import load_plans
    from api.progress import progress_on_stderr

    with progress_on_stderr() as bars:
        loaded = load_plans(files, bars.read)
    for unread in loaded.unread:
        complain(str(unread.error))
    return loaded


def _show(answer: Answer, line: Line, *, as_json: bool) -> None:
    if as_json:
        from api.records import answer_record, json_line

        _emit(json_line(answer_record(answer, line.id)))
        return
    from api import display

    display.answer(_console(), answer, title=None if line.id is None else line.question)


def _emit(line: str) -> None:
    """Print one line at once, so that whoever reads a long batch sees it grow."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _console() -> Console:
    from rich.console import Console

    return Console(highlight=False)


def main() -> None:
    """The ``roviec`` command; leaves with its exit code."""
    app()


if __name__ == "__main__":
    main()
