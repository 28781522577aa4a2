"""The tables, as numbered migrations: a database at version n has run the first n of them.

A migration that has been released is never edited; a change is a new one at the end.
"""

from __future__ import annotations

from typing import Final

_ROW: Final = "plan INTEGER NOT NULL REFERENCES plans(id) ON DELETE CASCADE, position INTEGER NOT NULL"
_DUE: Final = "due_kind TEXT, due_from TEXT, due_to TEXT"

_TABLES: Final = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE plans (
        id INTEGER PRIMARY KEY, file TEXT NOT NULL UNIQUE, digest TEXT NOT NULL UNIQUE, content TEXT NOT NULL,
        number TEXT, issuer TEXT, title TEXT, year INTEGER,
        text TEXT NOT NULL, header TEXT NOT NULL, findings TEXT NOT NULL)""",
    f"CREATE TABLE sections ({_ROW}, locator TEXT NOT NULL, kind TEXT NOT NULL, heading TEXT NOT NULL, record TEXT NOT NULL)",
    f"CREATE TABLE clauses ({_ROW}, locator TEXT NOT NULL, record TEXT NOT NULL)",
    f"CREATE TABLE tasks ({_ROW}, locator TEXT NOT NULL, annex TEXT, grp TEXT, {_DUE}, record TEXT NOT NULL)",
    f"CREATE TABLE targets ({_ROW}, locator TEXT NOT NULL, annex TEXT, grp TEXT, {_DUE}, record TEXT NOT NULL)",
    f"CREATE TABLE duties ({_ROW}, locator TEXT NOT NULL, annex TEXT, grp TEXT, {_DUE}, record TEXT NOT NULL)",
    f"CREATE TABLE units ({_ROW}, kind TEXT NOT NULL, role TEXT NOT NULL, unit TEXT NOT NULL, key TEXT NOT NULL)",
    f"CREATE TABLE abbreviations ({_ROW}, short TEXT NOT NULL, long TEXT NOT NULL)",
    f"CREATE TABLE chunks ({_ROW}, id TEXT NOT NULL UNIQUE, locator TEXT NOT NULL, record TEXT NOT NULL, vector BLOB NOT NULL)",
    *(
        f"CREATE UNIQUE INDEX {table}_by_place ON {table} (plan, position)"
        for table in ("sections", "clauses", "tasks", "targets", "duties", "abbreviations", "chunks")
    ),
    "CREATE INDEX units_by_place ON units (plan, kind, position)",
    "CREATE INDEX units_by_key ON units (key)",
)

_READING: Final = ("ALTER TABLE plans ADD COLUMN reading TEXT NOT NULL DEFAULT 'null'",)

_CORRECTIONS: Final = (
    """CREATE TABLE corrections (
        id INTEGER PRIMARY KEY, file TEXT NOT NULL, locator TEXT NOT NULL, field TEXT NOT NULL, old TEXT NOT NULL,
        new TEXT NOT NULL, name TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL, undone TEXT)""",
    "CREATE INDEX corrections_by_file ON corrections (file)",
)
"""By file name, not by plan: they outlive a plan that is read anew. None is ever deleted, ``undone`` says when it ended."""

_VERSIONS: Final = (
    "CREATE TABLE arrivals (digest TEXT PRIMARY KEY, turn INTEGER NOT NULL) WITHOUT ROWID",
    "INSERT INTO arrivals SELECT digest, id FROM plans",
    "CREATE TABLE earlier (digest TEXT PRIMARY KEY, file TEXT NOT NULL, plan TEXT NOT NULL) WITHOUT ROWID",
    "CREATE INDEX earlier_by_file ON earlier (file)",
)
"""When each content first came, and whole plans whose file was given other content."""

CATALOGUE: Final[tuple[tuple[str, ...], ...]] = (_TABLES, _READING, _CORRECTIONS, _VERSIONS)
"""Migrations of the library itself."""

VECTORS: Final[tuple[tuple[str, ...], ...]] = (
    ("CREATE TABLE vectors (model TEXT, text TEXT, vector BLOB NOT NULL, PRIMARY KEY (model, text)) WITHOUT ROWID",),
    ("CREATE TABLE chunks (content TEXT PRIMARY KEY, records TEXT NOT NULL) WITHOUT ROWID",),
)
"""Migrations of the cache; ``text`` is the SHA-256 of the text, ``content`` that of a plan's records."""
