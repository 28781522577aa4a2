"""How far long work is, shown on stderr while it lasts and only on a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import Progress, TaskID

from api import wording

if TYPE_CHECKING:  # the store brings numpy and its threads, and a process with threads is not forked to read files
    from index.store import Stage


class StageBars:
    """One bar for each stage of loading plans, made when the stage first reports."""

    def __init__(self, bars: Progress) -> None:
        self._bars = bars
        self._tasks: dict[str, TaskID] = {}

    def read(self, done: int, total: int) -> None:
        """``done`` of ``total`` files were read."""
        self._show("read", done, total)

    def index(self, stage: Stage, done: int, total: int) -> None:
        """``done`` of ``total`` steps of an indexing stage were done."""
        self._show(stage.value, done, total)

    def _show(self, stage: str, done: int, total: int) -> None:
        if stage not in self._tasks:
            self._tasks[stage] = self._bars.add_task(wording.STAGES[stage].capitalize(), total=total)
        self._bars.update(self._tasks[stage], completed=done, total=total)


@contextmanager
def progress_on_stderr() -> Iterator[StageBars]:
    """Bars that vanish when the work is done."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bars:
        yield StageBars(bars)
