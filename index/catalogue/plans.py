"""The plans in SQLite: stored record by record, given back equal, replaced or removed whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import numpy as np
import orjson
from numpy.typing import NDArray

from index.catalogue.corrections import Corrections
from index.catalogue.database import WAIT, Database
from index.catalogue.facts import EVERY, FACTS, Found, Role, Where, parameters
from index.catalogue.schema import CATALOGUE
from index.catalogue.versions import Versions
from index.chunks import Chunk
from index.records import all_from_json, from_json, to_json
from ingest.corrections import Correction
from ingest.errors import StoreDamaged
from ingest.plan import Clause, Duty, Finding, Header, Plan, Reading, Section, Target, Task

if TYPE_CHECKING:
    from ingest.versions import Link

Vectors = NDArray[np.float32]
UnitKey = Callable[[str], str]
Record = TypeVar("Record")
Columns = dict[str, Any]

FILE_NAME: Final = "roviec.sqlite"

_PLAN: Final = "SELECT id, file, digest, text, header, findings, reading FROM plans"
_VISIBLE: Final = "(:files IS NULL OR plans.file IN (SELECT value FROM json_each(:files)))"
_PLANS: Final = f"{_PLAN} WHERE {_VISIBLE} ORDER BY file"
_CHUNKS: Final = (
    "SELECT chunks.record, chunks.vector FROM chunks JOIN plans ON plans.id = chunks.plan"  # noqa: S608 - the same
    f" WHERE {_VISIBLE} ORDER BY plans.file, chunks.position"
)


_ENTRIES: Final = (
    "SELECT file, digest, content,"
    " (SELECT COUNT(*) + COUNT(undone) FROM corrections WHERE corrections.file = plans.file) FROM plans ORDER BY file"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of a stored plan without reading it; ``content`` is the hash of its records.

    ``mended`` grows with every correction made or undone.
    """

    file: str
    digest: str
    content: str
    mended: int = 0


@dataclass(frozen=True, slots=True)
class Stored:
    """Everything of some plans at one moment, as read; row i of ``vectors`` belongs to ``chunks[i]``.

    ``corrections`` are those in force, by file, not yet laid over the plans; ``turns`` tells by digest in what order
    plans first came. ``earlier`` are plans that others replace, by their ``links`` (`index.answering`).
    """

    generation: int
    model: str | None
    plans: tuple[Plan, ...]
    chunks: tuple[Chunk, ...]
    vectors: Vectors
    corrections: Mapping[str, tuple[Correction, ...]] = field(default_factory=dict)
    turns: Mapping[str, int] = field(default_factory=dict)
    earlier: tuple[Plan, ...] = ()
    links: tuple[Link, ...] = ()


class Catalogue:
    """The library's database; the only place that knows its tables."""

    def __init__(self, folder: Path, *, unit_key: UnitKey, wait: float = WAIT) -> None:
        """Open or make the library in ``folder``; ``unit_key`` makes a unit's spellings one.

        Raises: StoreBusy, StoreDamaged.
        """
        self.path = folder / FILE_NAME
        self._unit_key = unit_key
        self._database = Database(self.path, CATALOGUE, wait=wait)
        self.reading, self.writing, self.close = self._database.reading, self._database.writing, self._database.close
        self.corrections = Corrections(self._database, self._changed)
        self.versions = Versions(self._database)

    def entries(self) -> tuple[Entry, ...]:
        """All stored plans by file name."""
        with self.reading() as connection:
            return tuple(Entry(*row) for row in connection.execute(_ENTRIES))

    def meta(self, key: str) -> str | None:
        """A fact about the library: ``model``, ``dim``, ``generation``."""
        with self.reading() as connection:
            row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
            return None if row is None else str(row[0])

    def set_meta(self, key: str, value: str) -> None:
        """Set such a fact."""
        with self.writing() as connection:
            connection.execute(
                "INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", (key, value)
            )

    def generation(self) -> int:
        """A number that grows with every change."""
        return int(self.meta("generation") or 0)

    def _changed(self) -> None:
        """Let whoever reads the library know that it is another; part of the transaction that changes it."""
        self.set_meta("generation", str(self.generation() + 1))

    def put(self, plan: Plan, chunks: Sequence[Chunk], *, vectors: Vectors, content: str) -> None:
        """Store ``plan`` in the place of any of the same file or the same bytes."""
        header = plan.header
        with self.writing() as connection:
            self.versions.put(plan, self._replaced(connection, plan), turn=self.generation() + 1)
            connection.execute("DELETE FROM plans WHERE file = ? OR digest = ?", (plan.file, plan.digest))
            facts = (plan.file, plan.digest, content, header.number, header.issuer, header.title, header.year)
            texts = (plan.text, to_json(header), to_json(plan.findings), to_json(plan.reading))
            cursor = connection.execute(
                "INSERT INTO plans (file, digest, content, number, issuer, title, year, text, header, findings, reading)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                facts + texts,
            )
            self._put_records(connection, int(cursor.lastrowid or 0), plan)
            self._put_chunks(connection, int(cursor.lastrowid or 0), chunks, vectors)
            self._changed()

    def _replaced(self, connection: sqlite3.Connection, plan: Plan) -> Plan | None:
        """What its file held before, where that was other content."""
        row = connection.execute(f"{_PLAN} WHERE file = ? AND digest <> ?", (plan.file, plan.digest)).fetchone()
        return None if row is None else self._plan(connection, row)

    def _put_records(self, connection: sqlite3.Connection, plan_id: int, plan: Plan) -> None:
        rows: dict[str, list[Columns]] = {
            "sections": [
                {"locator": s.locator, "kind": s.kind, "heading": s.heading, "record": to_json(s)}
                for s in plan.sections
            ],
            "clauses": [{"locator": clause.locator, "record": to_json(clause)} for clause in plan.clauses],
            "tasks": [_fact(task) for task in plan.tasks],
            "targets": [_fact(target) for target in plan.targets],
            "duties": [_fact(duty) for duty in plan.duties],
            "abbreviations": [{"short": short, "long": long} for short, long in plan.abbreviations],
        }
        for table, records in rows.items():
            _insert(connection, table, ({"plan": plan_id, "position": at, **row} for at, row in enumerate(records)))
        _insert(connection, "units", ({"plan": plan_id, **row} for row in self._units(plan)))

    def _units(self, plan: Plan) -> Iterator[Columns]:
        """One row for each unit that a task, target or duty names, under its role there."""
        tables: dict[str, Sequence[Task | Target | Duty]] = {
            "tasks": plan.tasks,
            "targets": plan.targets,
            "duties": plan.duties,
        }
        for kind, records in tables.items():
            for position, record in enumerate(records):
                for role, unit in _named(record):
                    yield {"position": position, "kind": kind, "role": role, "unit": unit, "key": self._unit_key(unit)}

    @staticmethod
    def _put_chunks(connection: sqlite3.Connection, plan_id: int, chunks: Sequence[Chunk], vectors: Vectors) -> None:
        _insert(
            connection,
            "chunks",
            (
                {
                    "plan": plan_id,
                    "position": at,
                    "id": chunk.id,
                    "locator": chunk.locator,
                    "record": to_json(chunk),
                    "vector": row.tobytes(),
                }
                for at, (chunk, row) in enumerate(zip(chunks, vectors, strict=True))
            ),
        )

    def remove(self, name: str) -> Entry | None:
        """Remove the plan of this file name or digest; what was removed, or None."""
        with self.writing() as connection:
            row = connection.execute(
                "SELECT file, digest, content FROM plans WHERE file = ?1 OR digest = ?1", (name,)
            ).fetchone()
            if row is None:
                return None
            connection.execute("DELETE FROM plans WHERE digest = ?", (row[1],))
            self.versions.forget(row[0], row[1])
            self._changed()
            return Entry(*row)

    def load_plan(self, name: str) -> Plan | None:
        """The plan of this file name or digest, equal to the one that was stored."""
        with self.reading() as connection:
            row = connection.execute(f"{_PLAN} WHERE file = ?1 OR digest = ?1", (name,)).fetchone()
            return None if row is None else self._plan(connection, row)

    def load_all(self, files: Collection[str] | None = None) -> Stored:
        """Every plan by file name, with its chunks and vectors, all of one moment.

        Of ``files``, where given, and of no other plan a single row is read: whoever may not see a plan is
        answered from what was loaded without it.

        Raises: StoreDamaged when a record cannot be read back.
        """
        wanted = {"files": None if files is None else orjson.dumps(sorted(files)).decode()}
        with self.reading() as connection:
            rows = connection.execute(_PLANS, wanted).fetchall()
            plans = tuple(self._plan(connection, row) for row in rows)
            found = connection.execute(_CHUNKS, wanted).fetchall()
            dim = int(self.meta("dim") or 0)
            vectors = np.frombuffer(b"".join(vector for _, vector in found), dtype=np.float32).reshape(len(found), dim)
            return Stored(
                self.generation(),
                self.meta("model"),
                plans,
                self._read(Chunk, [record for record, _ in found]),
                vectors,
                self.corrections.in_force(plan.file for plan in plans),
                self.versions.turns(plan.digest for plan in plans),
            )

    def _plan(self, connection: sqlite3.Connection, row: tuple[Any, ...]) -> Plan:
        plan_id, file, digest, text, header, findings, reading = row

        def records(kind: type[Record], table: str) -> tuple[Record, ...]:
            query = f"SELECT record FROM {table} WHERE plan = ? ORDER BY position"  # noqa: S608  # a table name of ours
            return self._read(kind, [record for (record,) in connection.execute(query, (plan_id,))])

        return Plan(
            file=file,
            digest=digest,
            text=text,
            header=self._read(Header, [header])[0],
            sections=records(Section, "sections"),
            clauses=records(Clause, "clauses"),
            tasks=records(Task, "tasks"),
            targets=records(Target, "targets"),
            duties=records(Duty, "duties"),
            findings=tuple(from_json(tuple[Finding, ...], findings)),
            abbreviations=tuple(
                connection.execute(
                    "SELECT short, long FROM abbreviations WHERE plan = ? ORDER BY position", (plan_id,)
                ).fetchall()
            ),
            reading=self._read(Reading, [reading])[0] if reading != "null" else None,
        )

    def _read(self, kind: type[Record], texts: list[str]) -> tuple[Record, ...]:
        try:
            return all_from_json(kind, texts)
        except (ValueError, TypeError, KeyError) as error:
            raise StoreDamaged(
                "thư viện có bản ghi không đọc lại được; hãy nhập lại các kế hoạch.", file=self.path
            ) from error

    def tasks(self, where: Where = EVERY) -> tuple[Found[Task], ...]:
        """The tasks that fit, in document order, plans by file name."""
        return self._found(Task, "tasks", where)

    def targets(self, where: Where = EVERY) -> tuple[Found[Target], ...]:
        """The targets that fit, in the same order."""
        return self._found(Target, "targets", where)

    def duties(self, where: Where = EVERY) -> tuple[Found[Duty], ...]:
        """The reporting duties that fit, in the same order."""
        return self._found(Duty, "duties", where)

    def _found(self, kind: type[Record], table: str, where: Where) -> tuple[Found[Record], ...]:
        with self.reading() as connection:
            rows = connection.execute(FACTS[table], parameters(where)).fetchall()
        records = self._read(kind, [record for _, record in rows])
        return tuple(Found(digest, record) for (digest, _), record in zip(rows, records, strict=True))


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[Columns]) -> None:
    """Insert rows that all have the same columns."""
    rows = list(rows)
    if rows:
        names = ", ".join(rows[0])
        values = ", ".join(f":{name}" for name in rows[0])
        connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({values})", rows)  # noqa: S608  # names of ours


def _fact(record: Task | Target | Duty) -> Columns:
    """The columns that questions filter by, and the record itself."""
    when = record.when
    return {
        "locator": record.locator,
        "annex": None if isinstance(record, Duty) else record.annex,
        "grp": None if isinstance(record, Duty) else record.group,
        "due_kind": when and when.kind,
        "due_from": when and when.start and when.start.isoformat(),
        "due_to": when and when.end and when.end.isoformat(),
        "record": to_json(record),
    }


def _named(record: Task | Target | Duty) -> Iterator[tuple[Role, str]]:
    """Each unit that the record names, with its role."""
    if isinstance(record, Duty):
        yield Role.ACTOR, record.actor
        yield Role.RECIPIENT, record.recipient
        return
    yield from ((Role.LEAD, unit) for unit in record.leads)
    yield from ((Role.SUPPORT, unit) for unit in record.supports)
