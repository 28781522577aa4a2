"""What proves who somebody is after the password: sessions, one-time links, tokens of programs."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from api.access.roles import SCOPES, Need
from api.access.secrets import TOKEN_MARK, digest, fresh
from index.catalogue.database import Database

_SEEN_EVERY: Final = 60
"""Seconds between two notes of when a session was last used: not every page is a write."""

_LIVE: Final = "created > :born AND seen > :used"


class Sessions:
    """Sessions end ``idle`` seconds after their last use and ``longest`` seconds after they began."""

    def __init__(self, database: Database, *, idle: int, longest: int) -> None:
        self._database = database
        self._idle = idle
        self._longest = longest

    def start(self, person_id: int, *, now: int) -> str:
        """A new session; its secret, for the cookie, is told only here."""
        secret = fresh()
        with self._database.writing() as db:
            db.execute(f"DELETE FROM sessions WHERE NOT ({_LIVE})", self._bounds(now))  # noqa: S608 - a constant of ours
            db.execute("INSERT INTO sessions VALUES (?, ?, ?, ?)", (digest(secret), person_id, now, now))
        return secret

    def person(self, secret: str, *, now: int) -> int | None:
        """The number of the person whose session this is, while it lasts."""
        with self._database.reading() as db:
            row = db.execute(
                f"SELECT person_id, seen FROM sessions WHERE digest = :digest AND {_LIVE}",  # noqa: S608 - the same
                self._bounds(now) | {"digest": digest(secret)},
            ).fetchone()
        if row is None:
            return None
        if now - row[1] >= _SEEN_EVERY:
            with self._database.writing() as db:
                db.execute("UPDATE sessions SET seen = ? WHERE digest = ?", (now, digest(secret)))
        return int(row[0])

    def end(self, secret: str) -> None:
        """Sign out."""
        with self._database.writing() as db:
            db.execute("DELETE FROM sessions WHERE digest = ?", (digest(secret),))

    def _bounds(self, now: int) -> dict[str, int | str]:
        return {"born": now - self._longest, "used": now - self._idle}


@dataclass(frozen=True, slots=True)
class Link:
    """What a one-time link lets its holder do: set the password of this person, or make the first admin."""

    person_id: int | None


class Links:
    """Links that work once and for a while."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def make(self, person_id: int | None, *, expires: int) -> str:
        """A new link's secret; links that the same person was given before are void."""
        secret = fresh()
        with self._database.writing() as db:
            db.execute("DELETE FROM links WHERE person_id IS ?", (person_id,))
            db.execute("INSERT INTO links VALUES (?, ?, ?)", (digest(secret), person_id, expires))
        return secret

    def peek(self, secret: str, *, now: int) -> Link | None:
        """What the link is for, while it works; looking does not use it up."""
        with self._database.reading() as db:
            query = "SELECT person_id FROM links WHERE digest = ? AND expires > ?"
            row = db.execute(query, (digest(secret), now)).fetchone()
            return Link(row[0]) if row else None

    def use(self, secret: str, *, now: int) -> Link | None:
        """The same, and the link works no more; of two who use it at once one gets None."""
        with self._database.writing() as db:
            found = self.peek(secret, now=now)
            db.execute("DELETE FROM links WHERE digest = ?", (digest(secret),))
            return found


@dataclass(frozen=True, slots=True)
class Token:
    """A token as it is listed; its secret is shown once and not kept."""

    id: int
    person_id: int
    name: str
    scopes: frozenset[Need]
    created: int
    expires: int
    used: int | None


_LISTED: Final = "SELECT id, person_id, name, scopes, created, expires, used FROM tokens"


class Tokens:
    """Tokens of programs, each a person's own with no more rights than theirs."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def every(self) -> tuple[Token, ...]:
        """All tokens, the newest first."""
        with self._database.reading() as db:
            return tuple(_token(row) for row in db.execute(f"{_LISTED} ORDER BY id DESC"))

    def of(self, person_id: int) -> tuple[Token, ...]:
        """Those of one person, the newest first."""
        with self._database.reading() as db:
            rows = db.execute(f"{_LISTED} WHERE person_id = ? ORDER BY id DESC", (person_id,))
            return tuple(_token(row) for row in rows)

    def make(self, person_id: int, name: str, scopes: Collection[Need], *, now: int, expires: int) -> str:
        """A new token; its secret is told only here."""
        secret = f"{TOKEN_MARK}{fresh()}"
        given = ",".join(sorted(frozenset(scopes) & SCOPES))
        with self._database.writing() as db:
            db.execute(
                "INSERT INTO tokens (digest, person_id, name, scopes, created, expires) VALUES (?, ?, ?, ?, ?, ?)",
                (digest(secret), person_id, name, given, now, expires),
            )
        return secret

    def find(self, secret: str, *, now: int) -> Token | None:
        """The token of this secret, while it is valid; notes that it was used."""
        with self._database.reading() as db:
            row = db.execute(f"{_LISTED} WHERE digest = ? AND expires > ?", (digest(secret), now)).fetchone()
        if row is None:
            return None
        token = _token(row)
        if token.used is None or now - token.used >= _SEEN_EVERY:
            with self._database.writing() as db:
                db.execute("UPDATE tokens SET used = ? WHERE id = ?", (now, token.id))
        return token

    def revoke(self, token_id: int) -> None:
        """The token works no more."""
        with self._database.writing() as db:
            db.execute("DELETE FROM tokens WHERE id = ?", (token_id,))


def _token(row: tuple[int, int, str, str, int, int, int | None]) -> Token:
    number, person, name, scopes, created, expires, used = row
    given = frozenset(Need(one) for one in scopes.split(",") if one)
    return Token(number, person, name, given, created, expires, used)
