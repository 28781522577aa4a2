"""Arguments and options that commands share, each with its Vietnamese help."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api import wording, wording_library, wording_work

Files = Annotated[list[Path], typer.Argument(metavar=wording.FILE_MARK, help=wording.FILES_HELP)]
File = Annotated[Path, typer.Argument(metavar=wording.FILE_MARK, help=wording.FILE_HELP)]
Paths = Annotated[list[Path], typer.Argument(metavar=wording.PATH_MARK, help=wording.PATHS_HELP)]
CheckPaths = Annotated[list[Path] | None, typer.Argument(metavar=wording.PATH_MARK, help=wording_work.CHECK_FILES_HELP)]
Json = Annotated[bool, typer.Option("--json", help=wording.JSON_HELP)]
Ics = Annotated[bool, typer.Option("--ics", help=wording_work.ICS_HELP)]
Data = Annotated[Path | None, typer.Option("--data", metavar=wording.DIR_MARK, help=wording.DATA_HELP)]
Today = Annotated[str | None, typer.Option("--today", metavar=wording.DAY_MARK, help=wording.TODAY_HELP)]
Question = Annotated[str | None, typer.Argument(metavar=wording.QUESTION_MARK, help=wording.QUESTION_HELP)]
Batch = Annotated[Path | None, typer.Option("--batch", metavar=wording.FILE_MARK, help=wording.BATCH_HELP)]
AskPlans = Annotated[list[Path] | None, typer.Option("--plans", metavar=wording.PATH_MARK, help=wording.ASK_PLANS_HELP)]
WorkPlans = Annotated[
    list[Path] | None, typer.Option("--plans", metavar=wording.PATH_MARK, help=wording_work.PLANS_HELP)
]
Explain = Annotated[bool, typer.Option("--explain", help=wording.EXPLAIN_HELP)]
PlanName = Annotated[str, typer.Argument(metavar=wording.FILE_MARK, help=wording.PLAN_NAME_HELP)]
Unit = Annotated[str, typer.Argument(metavar=wording_work.UNIT_MARK, help=wording_work.UNIT_HELP)]
DueUnit = Annotated[str | None, typer.Option("--unit", metavar=wording_work.UNIT_MARK, help=wording_work.DUE_UNIT_HELP)]
OfFile = Annotated[list[str] | None, typer.Option("--file", metavar=wording.FILE_MARK, help=wording_work.OF_FILE_HELP)]
Since = Annotated[str | None, typer.Option("--from", metavar=wording.DAY_MARK, help=wording_work.FROM_HELP)]
Until = Annotated[str | None, typer.Option("--to", metavar=wording.DAY_MARK, help=wording_work.TO_HELP)]
DueSince = Annotated[str | None, typer.Option("--from", metavar=wording.DAY_MARK, help=wording_work.DUE_FROM_HELP)]
DueUntil = Annotated[str | None, typer.Option("--to", metavar=wording.DAY_MARK, help=wording_work.DUE_TO_HELP)]
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
FixFile = Annotated[str | None, typer.Argument(metavar=wording.FILE_MARK, help=wording.PLAN_NAME_HELP)]
Locator = Annotated[str | None, typer.Argument(metavar=wording_library.LOCATOR_MARK, help=wording_library.LOCATOR_HELP)]
FieldName = Annotated[str | None, typer.Argument(metavar=wording_library.FIELD_MARK, help=wording_library.FIELD_HELP)]
Value = Annotated[str | None, typer.Argument(metavar=wording_library.VALUE_MARK, help=wording_library.VALUE_HELP)]
Undo = Annotated[bool, typer.Option("--undo", help=wording_library.UNDO_HELP)]
ListFixes = Annotated[bool, typer.Option("--list", help=wording_library.LIST_HELP)]
By = Annotated[str | None, typer.Option("--by", metavar=wording_library.BY_MARK, help=wording_library.BY_HELP)]
AsText = Annotated[bool, typer.Option("--text", help=wording_library.AS_TEXT_HELP)]
OldPlan = Annotated[str, typer.Argument(metavar=wording_library.OLD_MARK, help=wording_library.VERSION_HELP)]
NewPlan = Annotated[str | None, typer.Argument(metavar=wording_library.NEW_MARK, help=wording_library.NEW_HELP)]
