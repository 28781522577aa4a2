"""What clerks have put right, kept by file apart from the plans, with all that was ever undone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from index.catalogue.database import Database
from ingest.corrections import Correction

_COLUMNS: Final = "locator, field, old, new, name, by, at"


@dataclass(frozen=True, slots=True)
class Kept:
    """A correction of a file as it is kept; ``undone`` says when it ended, None while it is in force."""

    file: str
    correction: Correction
    undone: str | None = None


class Corrections:
    """The corrections of one library; of each cell at most one is in force."""

    def __init__(self, database: Database, changed: Callable[[], None]) -> None:
        """``changed`` is called inside each transaction that changes what is in force."""
        self._database = database
        self._changed = changed

    def add(self, file: str, one: Correction) -> None:
        """Keep ``one``; what was in force for the same cell ends."""
        with self._database.writing() as connection:
            self._end(file, one.locator, one.field, at=one.at)
            values = (file, one.locator, one.field, one.old, one.new, one.name, one.by, one.at)
            connection.execute(
                f"INSERT INTO corrections (file, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - names of ours
                values,
            )
            self._changed()

    def undo(self, file: str, locator: str, field: str, *, at: str) -> bool:
        """End what is in force for that cell; False where nothing is."""
        with self._database.writing():
            ended = self._end(file, locator, field, at=at)
            if ended:
                self._changed()
            return ended

    def _end(self, file: str, locator: str, field: str, *, at: str) -> bool:
        with self._database.writing() as connection:
            cursor = connection.execute(
                "UPDATE corrections SET undone = ? WHERE file = ? AND locator = ? AND field = ? AND undone IS NULL",
                (at, file, locator, field),
            )
            return cursor.rowcount > 0

    def of(self, file: str | None = None) -> tuple[Kept, ...]:
        """Every correction ever made, of one file or of all, the oldest first."""
        with self._database.reading() as connection:
            rows = connection.execute(
                f"SELECT file, undone, {_COLUMNS} FROM corrections WHERE ?1 IS NULL OR file = ?1 ORDER BY file, id",  # noqa: S608 - names of ours
                (file,),
            ).fetchall()
        return tuple(Kept(row[0], Correction(*row[2:]), row[1]) for row in rows)

    def in_force(self, files: Iterable[str]) -> dict[str, tuple[Correction, ...]]:
        """Those that hold, by file, of ``files`` alone."""
        wanted = frozenset(files)
        found: dict[str, list[Correction]] = defaultdict(list)
        for kept in self.of():
            if kept.undone is None and kept.file in wanted:
                found[kept.file].append(kept.correction)
        return {file: tuple(those) for file, those in found.items()}
