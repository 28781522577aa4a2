"""What every command begins and ends with: settings, a service, files read, the day, lines printed."""

# ruff: noqa: PLC0415  imports inside functions are the point of this module

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from api import wording
from api.terminal import complain
from ingest.errors import WrongUse

if TYPE_CHECKING:
    from rich.console import Console

    from api.loading import Loaded
    from api.service import Asked
    from api.settings import Settings


def settings_of(**chosen: object) -> Settings:
    """The settings, with what the command line chose."""
    from api.settings import load

    return load(**chosen)


def day_of(text: str | None) -> date | None:
    """A day as typed, 1/6/2026 or 2026-06-01; None when none was. Raises: WrongUse."""
    from api.service import DAYS
    from web.stretches import typed_day

    if text is None:
        return None
    try:
        day = typed_day(text)
    except ValueError as error:
        raise WrongUse(wording.BAD_DAY.format(text=text)) from error
    if not DAYS[0] <= day <= DAYS[1]:
        raise WrongUse(wording.BAD_DAY.format(text=text))
    return day


def today_of(text: str | None) -> date:
    """The day that was chosen, or today's."""
    from api.service import today_in_vietnam

    return day_of(text) or today_in_vietnam()


@contextmanager
def opened_service(settings: Settings, paths: list[Path] | None) -> Iterator[Asked]:
    """The library's service, or one over a temporary library made from ``paths``."""
    from api import wiring
    from api.loading import plan_files

    if not paths:
        with wiring.library_service(settings) as service:
            yield service
        return
    loaded = load(plan_files(paths))
    if not loaded.plans:
        raise typer.Exit(2)
    with wiring.temporary_service(settings, loaded.plans) as service:
        yield service


@contextmanager
def filled_service(settings: Settings, paths: list[Path] | None) -> Iterator[Asked]:
    """The same. Raises: WrongUse where there is no plan to ask."""
    with opened_service(settings, paths) as service:
        if not service.plans():
            raise WrongUse(wording.EMPTY_LIBRARY)
        yield service


def load(files: Sequence[Path]) -> Loaded:
    """Read the files; say which could not be read and why."""
    from api.loading import load_plans
    from api.progress import progress_on_stderr

    with progress_on_stderr() as bars:
        loaded = load_plans(files, bars.read)
    for unread in loaded.unread:
        complain(str(unread.error))
    return loaded


def emit(line: str) -> None:
    """Print one line at once, so that whoever reads a long batch sees it grow."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def screen() -> Console:
    """What people read."""
    from rich.console import Console

    return Console(highlight=False)
