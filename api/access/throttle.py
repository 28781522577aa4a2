"""How often a password may be tried: for an account from one address, for an account, and from an address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from index.catalogue.database import Database


@dataclass(frozen=True, slots=True)
class Pace:
    """At most so many wrong passwords in ``window`` seconds.

    From one address an account is soon closed; from elsewhere its owner still comes in, until ``account`` are reached.
    """

    window: int = 15 * 60
    here: int = 5
    account: int = 20
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
            for where, values, most in (
                ("account = ? AND address = ?", (account, address), self._pace.here),
                ("account = ?", (account,), self._pace.account),
                ("address = ?", (address,), self._pace.address),
            ):
                query = f"SELECT count(*), min(at) FROM attempts WHERE {where}"  # noqa: S608 - conditions of ours
                count, first = db.execute(query, values).fetchone()
                if count >= most:
                    return max(1, int(first) + self._pace.window - now)
            db.execute("INSERT INTO attempts (account, address, at) VALUES (?, ?, ?)", (account, address, now))
        return None

    def left(self, account: str, address: str, *, now: int) -> int:
        """How many more tries the account has from there before it must wait."""
        with self._database.reading() as db:
            query = "SELECT count(*) FROM attempts WHERE account = ? AND address = ? AND at > ?"
            [count] = db.execute(query, (account, address, now - self._pace.window)).fetchone()
        return max(0, self._pace.here - int(count))

    def passed(self, account: str) -> None:
        """The password was right: what was tried before for this account no longer counts."""
        with self._database.writing() as db:
            db.execute("DELETE FROM attempts WHERE account = ?", (account,))
