"""From the paths a user names to plans: what could be read, and what could not and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from time import perf_counter

from api import wording
from api.settings import temporary_folder
from ingest.errors import RoviecError, UnreadableFile, WrongUse
from ingest.isolation import Isolation
from ingest.plan import Plan
from ingest.read import PLAN_SUFFIXES

MOST_FILES = 5_000
MOST_ENTRIES = 200_000  # of folders looked through for plans, whatever they are

Advance = Callable[[int, int], None]
"""Told how many of how many files were read."""


def _silent(done: int, total: int) -> None:
    """Report progress to nobody."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that gave no plan, and the sentence that says why."""

    path: Path
    error: RoviecError


@dataclass(frozen=True, slots=True)
class Loaded:
    """The plans of a batch in the order named, the files that failed, and the seconds it took."""

    plans: tuple[Plan, ...]
    unread: tuple[Unread, ...]
    seconds: float


def plan_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files named, and in place of a folder the plan files under it, by name; each once.

    Raises: WrongUse for a folder that holds none. A path that does not exist is kept: reading it says so.
    """
    return tuple(dict.fromkeys(file for path in paths for file in _files(path)))


def _files(path: Path) -> Sequence[Path]:
    if not path.is_dir():
        return (path,)
    found = [one for one in islice(path.rglob("*"), MOST_ENTRIES + 1) if _readable(one, path)]
    if not found:
        raise WrongUse(wording.NO_FILES.format(place=path))
    if len(found) > MOST_FILES:
        raise WrongUse(wording.TOO_MANY_FILES.format(place=path, most=MOST_FILES))
    return sorted(found)


def _readable(file: Path, folder: Path) -> bool:
    hidden = any(part.startswith((".", "~$")) for part in file.relative_to(folder).parts)
    return file.suffix.lower() in PLAN_SUFFIXES and not hidden and file.is_file()


def read_each(files: Iterable[Path]) -> Iterator[Plan | Unread]:
    """What each file gives, in order, each read apart; a file that fails does not stop the others."""
    with Isolation(temporary=temporary_folder()) as isolation:
        for file in files:
            try:
                yield isolation.read(file)
            except RoviecError as error:
                yield Unread(file, error)


def read_one(file: Path) -> Plan:
    """The plan in one file, read apart. Raises: UnreadableFile, NotAPlan."""
    with Isolation(temporary=temporary_folder()) as isolation:
        return isolation.read(file)


def load_plans(files: Sequence[Path], advance: Advance = _silent) -> Loaded:
    """Read all ``files``; ``advance`` is called after each. Of two files of one name the later fails."""
    started = perf_counter()
    plans: dict[str, Plan] = {}
    unread: list[Unread] = []
    for done, (file, one) in enumerate(zip(files, read_each(files), strict=True), start=1):
        if isinstance(one, Unread):
            unread.append(one)
        elif one.file in plans:
            unread.append(Unread(file, UnreadableFile(wording.SAME_NAME, file=file)))
        else:
            plans[one.file] = one
        advance(done, len(files))
    return Loaded(tuple(plans.values()), tuple(unread), perf_counter() - started)
