"""One cell asked for in many ways: which wordings the engine does not hear, over the rows of any plans.

Question files are written by people who ask in a few ways each; here every way is put to the same rows, so that a
wording that is not understood shows as one line that fails everywhere. The engine answers by words alone.

Run: ``python -m eval.wordings FOLDER``. Exit code 1 when fewer than the least share are right.
"""

from __future__ import annotations

import random
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from importlib import resources
from pathlib import Path

from ingest.folding import fold
from ingest.plan import Plan, Task
from ingest.read import read_plan
from rag.answer import Status
from rag.corpus.library import build_library
from rag.engine import Engine

LEAST = 0.9
_ROWS = 6  # of each plan
_LONGEST = 90  # characters of a row's name that a person would type
_SHOWN = 12
_TODAY = date(2026, 1, 5)


@dataclass(frozen=True, slots=True)
class Asked:
    """One wording put to one row: the question, the values that its cell holds, and whether accents are typed."""

    column: str
    wording: str
    question: str
    values: tuple[str, ...]
    accents: bool


def wordings() -> dict[str, list[str]]:
    """The ways of asking, by column."""
    source = (resources.files("eval") / "wordings.toml").read_text(encoding="utf-8")
    ask: dict[str, list[str]] = tomllib.loads(source)["ask"]
    return ask


def questions(plans: Sequence[Plan], *, seed: int = 0) -> Iterator[Asked]:
    """Every wording of every column for some rows of each plan, with accents and without."""
    names = Counter(fold(task.name.text) for plan in plans for task in plan.tasks)
    for plan in plans:
        rows = [one for one in plan.tasks if len(one.name.text) <= _LONGEST and names[fold(one.name.text)] == 1]
        for task in random.Random(seed).sample(rows, min(_ROWS, len(rows))):
            for column, ways in wordings().items():
                values = _cell(task, column)
                for way in ways if values and task.leads else ():
                    question = way.format(task=task.name.text.rstrip(" .;"), lead=task.leads[0])
                    yield Asked(column, way, question, values, accents=True)
                    yield Asked(column, way, fold(question), values, accents=False)


def _cell(task: Task, column: str) -> tuple[str, ...]:
    if column == "lead":
        return task.leads
    if column == "support":
        return task.supports
    cell = task.due if column == "due" else task.result
    return (cell.text,) if cell.text else ()


def missed(engine: Engine, asked: Sequence[Asked]) -> list[Asked]:
    """Those that the engine does not answer with just the values of the cell."""
    answers = ((one, engine.answer(one.question, _TODAY)) for one in asked)
    return [one for one, said in answers if said.status is not Status.ANSWERED or said.values != one.values]


def main(folder: Path) -> int:
    """Ask, and tell the share right by column and the wordings missed most."""
    plans = [read_plan(file) for file in sorted(folder.glob("*.txt"))]
    asked = list(questions(plans))
    wrong = missed(Engine(build_library(plans)), asked)
    total, failed = Counter(one.column for one in asked), Counter(one.column for one in wrong)
    for column, size in total.items():
        sys.stdout.write(f"{column:8} {size - failed[column]} of {size}\n")
    for (column, way), often in Counter((one.column, one.wording) for one in wrong).most_common(_SHOWN):
        sys.stdout.write(f"  {often:3} missed  {column}: {way}\n")
    share = 1 - len(wrong) / len(asked) if asked else 0.0
    sys.stdout.write(f"all      {share:.1%}\n")
    return int(share < LEAST)


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
