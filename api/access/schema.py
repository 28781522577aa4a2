"""The tables of ``access.db``, as numbered migrations: one that has been released is never edited."""

from __future__ import annotations

from typing import Final

_GROUP: Final = "group_id INTEGER NOT NULL REFERENCES groups(id) ON DELETE CASCADE"
_PERSON: Final = "person_id INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE"

_PEOPLE: Final = (
    """CREATE TABLE people (
        id INTEGER PRIMARY KEY, login TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
        role TEXT NOT NULL CHECK (role IN ('reader', 'editor', 'admin')), password TEXT,
        active INTEGER NOT NULL DEFAULT 1, created INTEGER NOT NULL, signed_in INTEGER)""",
    "CREATE TABLE groups (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
    f"CREATE TABLE members ({_GROUP}, {_PERSON}, PRIMARY KEY (group_id, person_id)) WITHOUT ROWID",
)
_SHARING: Final = (
    "CREATE TABLE limited_plans (file TEXT PRIMARY KEY) WITHOUT ROWID",
    f"""CREATE TABLE plan_groups (
        file TEXT NOT NULL REFERENCES limited_plans(file) ON DELETE CASCADE, {_GROUP},
        PRIMARY KEY (file, group_id)) WITHOUT ROWID""",
    "CREATE TABLE collections (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, limited INTEGER NOT NULL DEFAULT 0)",
    f"""CREATE TABLE collection_groups (
        collection_id INTEGER NOT NULL REFERENCES collections(id) ON DELETE CASCADE, {_GROUP},
        PRIMARY KEY (collection_id, group_id)) WITHOUT ROWID""",
    """CREATE TABLE collected (
        file TEXT NOT NULL, collection_id INTEGER NOT NULL REFERENCES collections(id) ON DELETE CASCADE,
        PRIMARY KEY (file, collection_id)) WITHOUT ROWID""",
)
_CREDENTIALS: Final = (
    f"CREATE TABLE sessions (digest TEXT PRIMARY KEY, {_PERSON}, created INTEGER NOT NULL, seen INTEGER NOT NULL)",
    """CREATE TABLE links (
        digest TEXT PRIMARY KEY, person_id INTEGER REFERENCES people(id) ON DELETE CASCADE, expires INTEGER NOT NULL)""",
    f"""CREATE TABLE tokens (
        id INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE, {_PERSON}, name TEXT NOT NULL, scopes TEXT NOT NULL,
        created INTEGER NOT NULL, expires INTEGER NOT NULL, used INTEGER)""",
    "CREATE TABLE attempts (id INTEGER PRIMARY KEY, account TEXT NOT NULL, address TEXT NOT NULL, at INTEGER NOT NULL)",
    "CREATE INDEX attempts_by_account ON attempts (account, at)",
    "CREATE INDEX attempts_by_address ON attempts (address, at)",
)
_AUDIT: Final = (
    """CREATE TABLE audit (
        id INTEGER PRIMARY KEY, at INTEGER NOT NULL, login TEXT NOT NULL, address TEXT NOT NULL, via TEXT NOT NULL,
        action TEXT NOT NULL, object TEXT NOT NULL, status INTEGER NOT NULL)""",
    "CREATE INDEX audit_by_time ON audit (at)",
)

ACCESS: Final[tuple[tuple[str, ...], ...]] = ((*_PEOPLE, *_SHARING, *_CREDENTIALS, *_AUDIT),)
"""Migrations in order; a database at version n has run the first n."""
