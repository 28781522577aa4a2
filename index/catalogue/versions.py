"""Earlier contents of files, whole, and the order in which contents first came."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import Final

import orjson

from index.catalogue.database import Database
from index.records import from_json, to_json
from ingest.plan import Plan

MARK: Final = "@"
_SHORT: Final = 8
"""Characters of a digest that tell the versions of one file apart."""


def version_name(file: str, digest: str) -> str:
    """What an earlier content of a file is called: "kế-hoạch.txt@1a2b3c4d"."""
    return f"{file}{MARK}{digest[:_SHORT]}"


def file_of(name: str) -> str:
    """The file that such a name is a version of; the name itself where it is none."""
    return name.rpartition(MARK)[0] or name


class Versions:
    """What the library's files held before; read by name, answered from never."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, plan: Plan, before: Plan | None, *, turn: int) -> None:
        """Note that ``plan`` comes, in place of what its file held ``before``."""
        with self._database.writing() as connection:
            if before is not None:
                values = (before.digest, before.file, to_json(before))
                connection.execute("INSERT OR REPLACE INTO earlier VALUES (?, ?, ?)", values)
            connection.execute("DELETE FROM earlier WHERE digest = ?", (plan.digest,))
            connection.execute("INSERT OR IGNORE INTO arrivals VALUES (?, ?)", (plan.digest, turn))

    def forget(self, file: str, digest: str) -> None:
        """Drop all that ``file`` held before, and when that and ``digest``, which it holds now, came."""
        with self._database.writing() as connection:
            held = "SELECT digest FROM earlier WHERE file = ?"
            connection.execute(f"DELETE FROM arrivals WHERE digest = ? OR digest IN ({held})", (digest, file))  # noqa: S608 - a query of ours
            connection.execute("DELETE FROM earlier WHERE file = ?", (file,))

    def turns(self, digests: Iterable[str]) -> dict[str, int]:
        """In what order contents first came, by digest."""
        wanted = orjson.dumps(list(digests)).decode()
        with self._database.reading() as connection:
            query = "SELECT digest, turn FROM arrivals WHERE digest IN (SELECT value FROM json_each(?))"
            return dict(connection.execute(query, (wanted,)).fetchall())

    def earlier(self, file: str | None = None) -> tuple[Plan, ...]:
        """Earlier contents of one file or of all, each under a name of its own, by file, the newest first."""
        query = (
            "SELECT earlier.plan FROM earlier JOIN arrivals USING (digest)"
            " WHERE ?1 IS NULL OR file = ?1 ORDER BY file, turn DESC"
        )
        with self._database.reading() as connection:
            rows = connection.execute(query, (file,)).fetchall()
        plans = (from_json(Plan, record) for (record,) in rows)
        return tuple(replace(plan, file=version_name(plan.file, plan.digest)) for plan in plans)

    def digests(self) -> dict[str, tuple[str, ...]]:
        """Of each file that held other content before the digests of that, without reading any plan."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT file, digest FROM earlier ORDER BY file, digest").fetchall()
        return {file: tuple(digest for _, digest in those) for file, those in groupby(rows, key=itemgetter(0))}

    def named(self, name: str) -> Plan | None:
        """The earlier content that is called so."""
        file, mark, short = name.rpartition(MARK)
        if not mark:
            return None
        return next((plan for plan in self.earlier(file) if short and plan.digest.startswith(short)), None)
