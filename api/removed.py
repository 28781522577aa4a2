"""Plans taken out or replaced, kept for a while so that they can be put back."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from time import time
from typing import Final

from index.records import from_json, to_json
from ingest.errors import StoreDamaged
from ingest.plan import Plan

_NAME: Final = re.compile(r"\d{10,}-[0-9a-f]{12}\.json")


@dataclass(frozen=True, slots=True)
class Kept:
    """One plan that was taken out; ``replaced`` tells that another came in its place. ``at`` is seconds since 1970."""

    id: str
    at: int
    by: str
    replaced: bool
    plan: Plan


@dataclass(frozen=True, slots=True)
class _Record:
    """What is written; the plan as it was stored."""

    at: int
    by: str
    replaced: bool
    plan: Plan


class Removed:
    """A folder of plans as they were, one file each, deleted ``days`` days after they were taken out."""

    def __init__(self, folder: Path, *, days: int, clock: Callable[[], float] = time) -> None:
        self._folder = folder
        self._days = days
        self._clock = clock

    def keep(self, plan: Plan, *, by: str, replaced: bool) -> str:
        """Keep ``plan``; the name under which it is kept. Raises: StoreDamaged, when it cannot be written."""
        now = int(self._clock())
        name = f"{int(self._clock() * 1000)}-{plan.digest[:12]}.json"
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path = self._folder / name
            with os.fdopen(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w", encoding="utf-8") as out:
                out.write(to_json(_Record(now, by, replaced, plan)))
        except OSError as error:
            raise StoreDamaged(f"không ghi được bản lưu ({error.strerror or error}).", file=self._folder) from error
        return name

    def every(self, *, files: Callable[[str], bool] = lambda _: True) -> tuple[Kept, ...]:
        """The kept plans whose file name fits, the last taken out first; what is too old goes for good."""
        found = []
        oldest = self._clock() - self._days * 86400
        for path in self._paths():
            if int(path.name.partition("-")[0]) / 1000 < oldest:
                path.unlink(missing_ok=True)
                continue
            kept = _read(path)
            if kept is not None and files(kept.plan.file):
                found.append(kept)
        return tuple(sorted(found, key=lambda one: one.id, reverse=True))

    def one(self, name: str) -> Kept | None:
        """The plan kept under ``name``."""
        return next((kept for kept in self.every() if kept.id == name), None)

    def forget(self, name: str) -> None:
        """Keep it no longer: it was put back."""
        if _NAME.fullmatch(name):
            (self._folder / name).unlink(missing_ok=True)

    def _paths(self) -> Iterable[Path]:
        if not self._folder.is_dir():
            return ()
        return [path for path in self._folder.iterdir() if _NAME.fullmatch(path.name)]


def _read(path: Path) -> Kept | None:
    """The kept plan; None where it was half written, or went while it was read."""
    try:
        record = from_json(_Record, path.read_bytes())
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return Kept(path.name, record.at, record.by, record.replaced, record.plan)
