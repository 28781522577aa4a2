"""People and the groups they belong to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final

import orjson

from api.access.roles import Person, Role
from index.catalogue.database import Database
from ingest.errors import WrongUse
from web import wording_access as words

_LOGIN: Final = re.compile(r"[a-z0-9](?:[a-z0-9._@-]{0,62}[a-z0-9])")
_PERSON: Final = """
SELECT id, login, name, role, active, password IS NOT NULL, created, signed_in,
  (SELECT json_group_array(group_id) FROM members WHERE person_id = people.id) FROM people
"""


@dataclass(frozen=True, slots=True)
class Group:
    """A group of people and how many are in it."""

    id: int
    name: str
    members: int = 0


def login_of(text: str) -> str:
    """The login as it is stored: small Latin letters, so that no two look alike.

    Raises: WrongUse.
    """
    login = unicodedata.normalize("NFKC", text).strip().casefold()
    if not _LOGIN.fullmatch(login):
        raise WrongUse(words.BAD_LOGIN)
    return login


def label_of(text: str) -> str:
    """A name of a person, group, collection or token on one line.

    Raises: WrongUse, when it is blank or endless.
    """
    label = " ".join(unicodedata.normalize("NFC", text).split())
    if not label or len(label) > 100 or not label.isprintable():
        raise WrongUse(words.BAD_NAME)
    return label


class People:
    """The people and groups in the database; logins are never given to another person."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def every(self) -> tuple[Person, ...]:
        """All people by login."""
        with self._database.reading() as db:
            return tuple(_person(row) for row in db.execute(f"{_PERSON} ORDER BY login"))

    def count(self) -> int:
        """How many there are, whoever is disabled included."""
        with self._database.reading() as db:
            return int(db.execute("SELECT count(*) FROM people").fetchone()[0])

    def admins(self) -> int:
        """How many may administer now."""
        with self._database.reading() as db:
            return int(db.execute("SELECT count(*) FROM people WHERE role = 'admin' AND active").fetchone()[0])

    def by_id(self, person_id: int) -> Person | None:
        """The person of that number."""
        with self._database.reading() as db:
            row = db.execute(f"{_PERSON} WHERE id = ?", (person_id,)).fetchone()
            return _person(row) if row else None

    def by_login(self, login: str) -> Person | None:
        """The person of that login, as ``login_of`` gives it."""
        with self._database.reading() as db:
            row = db.execute(f"{_PERSON} WHERE login = ?", (login,)).fetchone()
            return _person(row) if row else None

    def add(self, login: str, name: str, role: Role, *, now: int) -> Person:
        """A new person, who has no password yet.

        Raises: WrongUse, when the login is taken.
        """
        with self._database.writing() as db:
            if self.by_login(login):
                raise WrongUse(words.LOGIN_TAKEN.format(login=login))
            db.execute(
                "INSERT INTO people (login, name, role, created) VALUES (?, ?, ?, ?)", (login, name, role.value, now)
            )
        found = self.by_login(login)
        assert found is not None  # noqa: S101 - was written just now
        return found

    def change(self, person_id: int, *, name: str, role: Role, active: bool, groups: Collection[int]) -> None:
        """Give the person this name, role, state and these groups; who is disabled is signed out."""
        with self._database.writing() as db:
            db.execute(
                "UPDATE people SET name = ?, role = ?, active = ? WHERE id = ?", (name, role.value, active, person_id)
            )
            db.execute("DELETE FROM members WHERE person_id = ?", (person_id,))
            db.executemany("INSERT INTO members VALUES (?, ?)", [(group, person_id) for group in sorted(set(groups))])
            if not active:
                db.execute("DELETE FROM sessions WHERE person_id = ?", (person_id,))
                db.execute("DELETE FROM links WHERE person_id = ?", (person_id,))

    def password(self, person_id: int) -> str | None:
        """The stored hash."""
        with self._database.reading() as db:
            row = db.execute("SELECT password FROM people WHERE id = ?", (person_id,)).fetchone()
            return row[0] if row else None

    def set_password(self, person_id: int, hashed: str) -> None:
        """A new password: every session ends and every open link is void."""
        with self._database.writing() as db:
            db.execute("UPDATE people SET password = ? WHERE id = ?", (hashed, person_id))
            db.execute("DELETE FROM sessions WHERE person_id = ?", (person_id,))
            db.execute("DELETE FROM links WHERE person_id = ?", (person_id,))

    def came_in(self, person_id: int, *, now: int, rehashed: str | None) -> None:
        """Remember the sign-in, and the password's hash in today's strength if it was an older one."""
        with self._database.writing() as db:
            db.execute("UPDATE people SET signed_in = ? WHERE id = ?", (now, person_id))
            if rehashed is not None:
                db.execute("UPDATE people SET password = ? WHERE id = ?", (rehashed, person_id))

    def groups(self) -> tuple[Group, ...]:
        """All groups by name."""
        query = """SELECT id, name, (SELECT count(*) FROM members WHERE group_id = groups.id)
            FROM groups ORDER BY name"""
        with self._database.reading() as db:
            return tuple(Group(*row) for row in db.execute(query))

    def add_group(self, name: str) -> None:
        """A new group. Raises: WrongUse, when the name is taken."""
        with self._database.writing() as db:
            if db.execute("SELECT 1 FROM groups WHERE name = ?", (name,)).fetchone():
                raise WrongUse(words.NAME_TAKEN.format(name=name))
            db.execute("INSERT INTO groups (name) VALUES (?)", (name,))

    def remove_group(self, group_id: int) -> None:
        """Take a group away; plans that were limited to it stay limited, to those groups that are left."""
        with self._database.writing() as db:
            db.execute("DELETE FROM groups WHERE id = ?", (group_id,))


def _person(row: tuple[Any, ...]) -> Person:
    person_id, login, name, role, active, has_password, created, signed_in, groups = row
    return Person(
        id=person_id,
        login=login,
        name=name,
        role=Role(role),
        active=bool(active),
        has_password=bool(has_password),
        groups=frozenset(orjson.loads(groups)),
        created=created,
        signed_in=signed_in,
    )
