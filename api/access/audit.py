"""Who asked and opened what, who came in, who changed what: a log that holds no secrets and forgets in time."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from index.catalogue.database import Database

LONGEST: Final = 300
"""Characters kept of a question or a name."""

_TIDY_EVERY: Final = 6 * 3600


@dataclass(frozen=True, slots=True)
class Event:
    """One line: when (seconds since 1970, UTC), who, from where, by what proof, what, with which HTTP status."""

    at: int
    login: str
    address: str
    via: str
    action: str
    object: str
    status: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Which:
    """Conditions on events; what is left out holds for all. ``words`` must stand in the object."""

    login: str = ""
    action: str = ""
    words: str = ""
    since: int | None = None
    until: int | None = None


_FOUND: Final = """
FROM audit WHERE (:login = '' OR login = :login) AND (:action = '' OR action = :action)
  AND (:words = '' OR instr(lower(object), lower(:words)) > 0)
  AND (:since IS NULL OR at >= :since) AND (:until IS NULL OR at < :until)
"""


class AuditLog:
    """Events of the last ``days`` days; older ones are deleted as new ones are written."""

    def __init__(self, database: Database, *, days: int) -> None:
        self._database = database
        self._days = days
        self._tidied = 0

    def write(self, event: Event) -> None:
        """Note one event."""
        clean = " ".join(event.object.split())[:LONGEST]
        with self._database.writing() as db:
            if event.at - self._tidied >= _TIDY_EVERY:
                db.execute("DELETE FROM audit WHERE at < ?", (event.at - self._days * 86400,))
                self._tidied = event.at
            db.execute(
                "INSERT INTO audit (at, login, address, via, action, object, status) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (event.at, event.login, event.address, event.via, event.action, clean, event.status),
            )

    def find(self, which: Which, *, limit: int, offset: int = 0) -> tuple[Event, ...]:
        """The events that fit, the newest first."""
        query = f"SELECT at, login, address, via, action, object, status {_FOUND} ORDER BY id DESC LIMIT :n OFFSET :o"
        with self._database.reading() as db:
            return tuple(Event(*row) for row in db.execute(query, _values(which) | {"n": limit, "o": offset}))

    def count(self, which: Which) -> int:
        """How many fit."""
        with self._database.reading() as db:
            return int(db.execute(f"SELECT count(*) {_FOUND}", _values(which)).fetchone()[0])


def _values(which: Which) -> dict[str, str | int | None]:
    return {
        "login": which.login,
        "action": which.action,
        "words": which.words,
        "since": which.since,
        "until": which.until,
    }


def as_csv(events: Iterable[Event]) -> str:
    """The events as CSV that spreadsheets open; no cell can begin a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(("time", "login", "address", "via", "action", "object", "status"))
    for one in events:
        moment = datetime.fromtimestamp(one.at, UTC).isoformat()
        texts = (moment, one.login, one.address, one.via, one.action, one.object)
        writer.writerow((*(_harmless(text) for text in texts), one.status))
    return "\ufeff" + out.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
