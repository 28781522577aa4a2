"""How often a password may be tried: for each account, and for each address that tries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from index.catalogue.database import Database


@dataclass(frozen=True, slots=True)
class Pace:
    """At most so many wrong passwords in ``window`` seconds."""

    window: int = 15 * 60
    account: int = 10
    address: int = 50


PACE: Final = Pace()


class Throttle:
    """Counts tries in the database, so that a restart forgets none.

    A try counts before the password is looked at, so that many at once get no further than one after the other.
    """

    def __init__(self, database: Database, pace: Pace = PACE) -> None:
        self._database = database
        self._pace = pace

    def enter(self, account: str, address: str, *, now: int) -> int | None:
        """Count a try; the seconds to wait when there were too many, and then it is not counted."""
        since = now - self._pace.window
        with self._database.writing() as db:
            db.execute("DELETE FROM attempts WHERE at <= ?", (since,))
            for column, value, most in (
                ("account", account, self._pace.account),
                ("address", address, self._pace.address),
            ):
                query = f"SELECT count(*), min(at) FROM attempts WHERE {column} = ?"  # noqa: S608 - a name of ours
                count, first = db.execute(query, (value,)).fetchone()
                if count >= most:
                    return max(1, int(first) + self._pace.window - now)
            db.execute("INSERT INTO attempts (account, address, at) VALUES (?, ?, ?)", (account, address, now))
        return None

    def passed(self, account: str) -> None:
        """The password was right: what was tried before for this account no longer counts."""
        with self._database.writing() as db:
            db.execute("DELETE FROM attempts WHERE account = ?", (account,))
